// Operations told apart to the byte. Swift takes `é` as one scalar and as two for the same text; a log does not.

extension LogOperation {
    /// Whether the other operation says the same, byte for byte.
    package func isIdentical(to other: LogOperation) -> Bool {
        self == other && zip(words, other.words).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    /// The operation without the words it quotes: what is left of it when its words are taken out of the log.
    var scrubbed: LogOperation {
        var copy = self
        switch body {
        case .code(let document, let anchor, let code, let rule, let memo, let star, let doubt):
            copy.body = .code(
                document: document,
                anchor: anchor.scrubbed,
                code: code,
                rule: rule,
                memo: memo,
                star: star,
                doubt: doubt
            )
        case .set(let on, let replaces, var changes):
            changes.anchor = changes.anchor?.scrubbed
            copy.body = .set(on: on, replaces: replaces, changes: changes)
        case .uncode, .undo, .redo, .tombstone, .unknown: break
        }
        return copy
    }

    /// Whether one of two operations is the other without its words: no contradiction, but a log that was scrubbed and one
    /// that was not.
    func isScrubbing(_ other: LogOperation) -> Bool {
        let (mine, others) = (scrubbed, other.scrubbed)
        return mine.isIdentical(to: others) && (quotesNothing || other.quotesNothing)
    }

    /// Whether the operation has no words of the text.
    package var quotesNothing: Bool {
        switch body {
        case .code(_, let anchor, _, _, _, _, _): anchor.quotesNothing
        case .set(_, _, let changes): changes.anchor?.quotesNothing ?? true
        case .uncode, .undo, .redo, .tombstone, .unknown: true
        }
    }

    /// Whether this one comes before the other, which has the same id and is not identical; the same on every machine.
    func precedesExactly(_ other: LogOperation) -> Bool {
        if quotesNothing != other.quotesNothing { return quotesNothing }
        return spelledOut.utf8.lexicographicallyPrecedes(other.spelledOut.utf8)
    }

    /// Every piece of text that people or programs wrote.
    private var words: [String] {
        switch body {
        case .code(_, let anchor, _, let rule, let memo, _, _): anchor.words + [rule, memo]
        case .set(_, _, let changes):
            (changes.anchor?.words ?? []) + [changes.rule, changes.memo, changes.how].compactMap(\.self)
        case .unknown(let name): [name]
        case .tombstone(let tombstone): tombstone.texts
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
        case .tombstone(let tombstone):
            parts += [tombstone.reason.rawValue] + tombstone.documents.map { "\($0)" } + ["-"] + tombstone.texts + ["-"]
            parts += tombstone.operations.map { "\($0)" }
        case .unknown(let name): parts += ["unknown", name]
        }
        return parts.joined(separator: "\n")
    }

    /// A value that may be missing; an empty one differs from none.
    private func spelled(_ value: (some CustomStringConvertible)?) -> String { value.map { "+\($0)" } ?? "-" }
}

extension Anchor {
    /// The same place without words. The hash goes too, so that both forms of a short quote are one.
    fileprivate var scrubbed: Anchor { Anchor(version: version, span: span, quote: "") }

    fileprivate var quotesNothing: Bool { quote.isEmpty && before.isEmpty && after.isEmpty }

    fileprivate var words: [String] { [quote, before, after] + (quoteHash.map { [$0] } ?? []) }

    fileprivate var spelledOut: [String] {
        ["\(version)", "\(span)", quote, quoteHash.map { "+" + $0 } ?? "-", before, after]
    }
}
