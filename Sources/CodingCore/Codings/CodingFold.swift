// From operations to codings. Free of order and idempotent: any shuffle, doubling or split of the same logs gives the
// same codings. Knows no files; causality comes from what operations name, never from their times.

/// The codings that a set of operations leaves in force, and what was odd about the operations.
package struct CodingFold: Sendable {
    /// The codings in force, ordered by document and place.
    package private(set) var codings: [Coding] = []
    /// Ids that two operations with different content claim; the same one of them is used whatever the order.
    package private(set) var contradictions: [Identifier] = []
    /// Operations that change a coding which no log makes; they wait for it.
    package private(set) var waiting: [Identifier] = []

    /// Folds operations in any order.
    ///
    /// - Complexity: O(*n* log *n*) in the number of operations.
    package init(_ operations: some Sequence<LogOperation>) {
        let unique = Self.unique(operations, contradictions: &contradictions)
        let undone = Self.actsOutOfForce(unique)
        var made: [Identifier: LogOperation] = [:]
        var changes: [Identifier: [LogOperation]] = [:]
        for operation in unique.values where !undone.contains(operation.act) {
            switch operation.body {
            case .code: made[operation.id] = operation
            case .set(let on, _, _), .uncode(let on, _): changes[on, default: []].append(operation)
            case .undo, .redo, .unknown: break
            }
        }
        for (id, operation) in made {
            if let coding = Self.coding(madeBy: operation, changedBy: changes[id] ?? []) { codings.append(coding) }
        }
        let everMade = Set(unique.values.lazy.filter { if case .code = $0.body { true } else { false } }.map(\.id))
        waiting = changes.filter { !everMade.contains($0.key) }.flatMap { $0.value.map(\.id) }.sorted()
        codings.sort {
            $0.document == $1.document ? Coding.inTextOrder($0, $1) : $0.document < $1.document
        }
    }

    /// One operation per id; of two that differ the one that comes first when all of both is spelled out.
    private static func unique(
        _ operations: some Sequence<LogOperation>,
        contradictions: inout [Identifier]
    ) -> [Identifier: LogOperation] {
        var unique: [Identifier: LogOperation] = [:]
        var odd: Set<Identifier> = []
        for operation in operations {
            guard let other = unique.updateValue(operation, forKey: operation.id), !other.isIdentical(to: operation)
            else { continue }
            odd.insert(operation.id)
            if other.precedesExactly(operation) { unique[operation.id] = other }
        }
        contradictions = odd.sorted()
        return unique
    }

    /// The acts that an undo in force names.
    ///
    /// An undo is in force unless a redo in force names it; a redo, like any operation, unless an undo in force names its
    /// act. Undos and redos that name one another in a circle, which no Gloss writes, have no force.
    package static func actsOutOfForce(_ operations: [Identifier: LogOperation]) -> Set<Identifier> {
        var force = Force()
        for operation in operations.values {
            switch operation.body {
            case .undo(let act): force.add(.undo(operation.id), against: .act(act))
            case .redo(let undo): force.add(.act(operation.act), against: .undo(undo))
            case .code, .set, .uncode, .unknown: break
            }
        }
        return force.actsOutOfForce()
    }

    /// What one coding has come to, or nothing when it was uncoded by someone who had seen all of it.
    private static func coding(madeBy first: LogOperation, changedBy later: [LogOperation]) -> Coding? {
        guard case .code(let document, let anchor, let code, let rule, let memo, let star, let doubt) = first.body
        else {
            return nil
        }
        var coding = Coding(
            id: first.id,
            coder: first.by,
            document: document,
            anchor: anchor,
            code: code,
            rule: rule,
            memo: memo,
            star: star,
            doubt: doubt,
            codedAt: first.at,
            heads: [:],
            disputed: []
        )
        let fields: [CodingField] = [.span, .code, .rule, .memo, .star, .doubt]
        for field in fields {
            let heads = heads(of: field, first: first, later: later)
            coding.heads[field] = heads.map(\.id).sorted()
            let values = heads.sorted { $0.id < $1.id }.map { FieldValue(of: field, in: $0) }
            if let value = values.last ?? nil { value.write(into: &coding) }
            if Set(values).count > 1 { coding.disputed.append(field) }
        }
        guard let ends = ends(of: coding, later: later) else { return nil }
        if !ends.isEmpty { coding.heads[.whole] = ends.map(\.id).sorted() }
        if ends.contains(where: { if case .uncode = $0.body { true } else { false } }) {
            coding.disputed.append(.whole)
        }
        return coding
    }

    /// The operations that end a coding or keep it after all, as far as no other one answers them; nothing when the
    /// coding is gone, because whoever took it away had seen every head.
    private static func ends(of coding: Coding, later: [LogOperation]) -> [LogOperation]? {
        var seen: Set<Identifier> = []
        var kept: Set<Identifier> = []
        for operation in later {
            if case .set(_, let replaces, _) = operation.body { kept.formUnion(replaces[.whole] ?? []) }
        }
        let uncodes = later.filter { if case .uncode = $0.body { !kept.contains($0.id) } else { false } }
        for operation in uncodes {
            if case .uncode(_, let replaces) = operation.body { seen.formUnion(replaces) }
        }
        let keeps = later.filter {
            guard case .set(_, let replaces, _) = $0.body, replaces[.whole]?.isEmpty == false else { return false }
            return !seen.contains($0.id)
        }
        if !uncodes.isEmpty, keeps.isEmpty, coding.heads.values.joined().allSatisfy(seen.contains) { return nil }
        return uncodes + keeps
    }

    /// The operations in force that give a field its value and that no other one in force replaces.
    private static func heads(of field: CodingField, first: LogOperation, later: [LogOperation]) -> [LogOperation] {
        guard !later.isEmpty else { return [first] }
        var givers = [first]
        var replacedBy: [Identifier: [Identifier]] = [:]
        for operation in later {
            guard case .set(_, let replaces, let changes) = operation.body else { continue }
            let givesRule = field == .rule && changes.code != nil
            guard changes.fields.contains(field) || givesRule else { continue }
            givers.append(operation)
            let replaced = (replaces[field] ?? []) + (givesRule ? replaces[.code] ?? [] : [])
            replacedBy[operation.id] = replaced.filter { $0 != operation.id }
        }
        let replaced = Set(replacedBy.values.joined())
        let heads = givers.filter { !replaced.contains($0.id) }
        // Operations that name one another in a circle replace nothing: unless a head replaces them, they stand as well.
        var settled: Set<Identifier> = []
        var pending = heads.map(\.id)
        while let id = pending.popLast() {
            if settled.insert(id).inserted { pending += replacedBy[id] ?? [] }
        }
        return heads + givers.filter { !settled.contains($0.id) }
    }
}

/// The value that one operation gives one field.
private enum FieldValue: Hashable {
    case span(Anchor)
    case code(CodeID)
    case rule(String)
    case memo(String)
    case star(Int)
    case doubt(Bool)

    init?(of field: CodingField, in operation: LogOperation) {
        let given: CodingChanges
        switch operation.body {
        case .code(_, let anchor, let code, let rule, let memo, let star, let doubt):
            given = CodingChanges(anchor: anchor, code: code, rule: rule, memo: memo, star: star, doubt: doubt)
        case .set(_, _, let changes):
            given = changes
        case .uncode, .undo, .redo, .unknown:
            return nil
        }
        switch field {
        case .span: guard let anchor = given.anchor else { return nil }; self = .span(anchor)
        case .code: guard let code = given.code else { return nil }; self = .code(code)
        case .rule: guard let rule = given.rule else { return nil }; self = .rule(rule)
        case .memo: guard let memo = given.memo else { return nil }; self = .memo(memo)
        case .star: guard let star = given.star else { return nil }; self = .star(star)
        case .doubt: guard let doubt = given.doubt else { return nil }; self = .doubt(doubt)
        case .whole: return nil
        }
    }

    func write(into coding: inout Coding) {
        switch self {
        case .span(let anchor): coding.anchor = anchor
        case .code(let code): coding.code = code
        case .rule(let rule): coding.rule = rule
        case .memo(let memo): coding.memo = memo
        case .star(let star): coding.star = star
        case .doubt(let doubt): coding.doubt = doubt
        }
    }
}
