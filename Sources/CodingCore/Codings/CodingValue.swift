// The value that one operation gives one field of a coding. Knows operations; nothing of how they are folded.

/// What a field of a coding can be, or, for the coding as a whole, what is to become of it.
package enum CodingValue: Hashable, Sendable {
    case span(Anchor)
    case code(CodeID)
    case rule(String)
    case memo(String)
    case star(Int)
    case doubt(Bool)
    /// The coding was taken away.
    case ended
    /// The coding stands: somebody changed it, or kept it, without knowing that it was taken away.
    case standing

    /// The value that an operation gives a field; nothing where it gives none.
    init?(of field: CodingField, in operation: LogOperation) {
        let given: CodingChanges
        switch operation.body {
        case .code(_, let anchor, let code, let rule, let memo, let star, let doubt):
            given = CodingChanges(anchor: anchor, code: code, rule: rule, memo: memo, star: star, doubt: doubt)
        case .set(_, _, let changes):
            given = changes
        case .uncode where field == .whole:
            self = .ended
            return
        case .uncode, .undo, .redo, .tombstone, .unknown:
            return nil
        }
        switch field {
        case .span: guard let anchor = given.anchor else { return nil }; self = .span(anchor)
        case .code: guard let code = given.code else { return nil }; self = .code(code)
        case .rule: guard let rule = given.rule else { return nil }; self = .rule(rule)
        case .memo: guard let memo = given.memo else { return nil }; self = .memo(memo)
        case .star: guard let star = given.star else { return nil }; self = .star(star)
        case .doubt: guard let doubt = given.doubt else { return nil }; self = .doubt(doubt)
        case .whole: self = .standing
        }
    }

    /// Gives a coding the value; whether a coding stands is no value of it.
    func write(into coding: inout Coding) {
        switch self {
        case .span(let anchor): coding.anchor = anchor
        case .code(let code): coding.code = code
        case .rule(let rule): coding.rule = rule
        case .memo(let memo): coding.memo = memo
        case .star(let star): coding.star = star
        case .doubt(let doubt): coding.doubt = doubt
        case .ended, .standing: break
        }
    }
}
