// Operations told apart to the byte. Swift takes `é` as one scalar and as two for the same text; a log does not.

extension LogOperation {
    /// Whether the other operation says the same, byte for byte.
    package func isIdentical(to other: LogOperation) -> Bool {
        self == other && zip(words, other.words).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    /// Whether this one comes before the other, which has the same id and is not identical; the same on every machine.
    func precedesExactly(_ other: LogOperation) -> Bool {
        spelledOut.utf8.lexicographicallyPrecedes(other.spelledOut.utf8)
    }

    /// Every piece of text that people or programs wrote.
    private var words: [String] {
        switch body {
        case .code(_, let anchor, _, let rule, let memo, _, _): anchor.words + [rule, memo]
        case .set(_, _, let changes):
            (changes.anchor?.words ?? []) + [changes.rule, changes.memo, changes.how].compactMap(\.self)
        case .unknown(let name): [name]
        case .uncode, .undo, .redo: []
        }
    }

    /// All that the operation says, always in the same order and spelling.
    private var spelledOut: String {
        var parts = ["\(id)", "\(by)", "\(at.secondsSince1970)", "\(act)"]
        switch body {
        case .code(let document, let anchor, let code, let rule, let memo, let star, let doubt):
            parts += ["code", "\(document)"] + anchor.spelledOut + ["\(code)", rule, memo, "\(star)", "\(doubt)"]
        case .set(let on, let replaces, let changes):
            parts += ["set", "\(on)"]
            for field in CodingField.allCases {
                if let replaced = replaces[field] { parts += [field.rawValue] + replaced.map { "\($0)" } }
            }
            parts += (changes.anchor?.spelledOut ?? ["-"])
            parts += [spelled(changes.code), spelled(changes.rule), spelled(changes.memo), spelled(changes.star)]
            parts += [spelled(changes.doubt), spelled(changes.from), spelled(changes.how)]
        case .uncode(let on, let replaces): parts += ["uncode", "\(on)"] + replaces.map { "\($0)" }
        case .undo(let act): parts += ["undo", "\(act)"]
        case .redo(let undo): parts += ["redo", "\(undo)"]
        case .unknown(let name): parts += ["unknown", name]
        }
        return parts.joined(separator: "\n")
    }

    /// A value that may be missing; an empty one differs from none.
    private func spelled(_ value: (some CustomStringConvertible)?) -> String { value.map { "+\($0)" } ?? "-" }
}

extension Anchor {
    fileprivate var words: [String] { [quote, before, after] + (quoteHash.map { [$0] } ?? []) }

    fileprivate var spelledOut: [String] {
        ["\(version)", "\(span)", quote, quoteHash.map { "+" + $0 } ?? "-", before, after]
    }
}
