// A coding as the logs leave it. Knows nothing of how the logs are folded.

/// One coder's application of one code to one passage. A value like any other, whose contents are shared until one of its copies is
/// changed: lists hand codings on by the ten thousand.
package struct Coding: Hashable, Sendable {
    private struct Fields: Hashable, Sendable {
        var id: Identifier
        var coder: CoderID
        var document: Identifier
        var anchor: Anchor
        var code: CodeID
        var rule: String
        var memo: String
        var star: Int
        var doubt: Bool
        var codedAt: Moment
        var heads: CodingHeads
        var disputed: [CodingField]
        var how: Anchoring?
        var guess: Anchor?
    }

    /// What copies share. It is written only while a single coding has it, see `change`.
    private final class Storage: @unchecked Sendable {
        var fields: Fields

        init(_ fields: Fields) { self.fields = fields }
    }

    private var storage: Storage

    package init(
        id: Identifier,
        coder: CoderID,
        document: Identifier,
        anchor: Anchor,
        code: CodeID,
        rule: String,
        memo: String,
        star: Int,
        doubt: Bool,
        codedAt: Moment,
        heads: CodingHeads,
        disputed: [CodingField],
        how: Anchoring? = nil,
        guess: Anchor? = nil
    ) {
        storage = Storage(
            Fields(
                id: id,
                coder: coder,
                document: document,
                anchor: anchor,
                code: code,
                rule: rule,
                memo: memo,
                star: star,
                doubt: doubt,
                codedAt: codedAt,
                heads: heads,
                disputed: disputed,
                how: how,
                guess: guess
            )
        )
    }

    /// Writes a field; contents that other copies share are copied before.
    private mutating func change<Value>(_ field: WritableKeyPath<Fields, Value>, to value: Value) {
        if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.fields) }
        storage.fields[keyPath: field] = value
    }

    package static func == (a: Coding, b: Coding) -> Bool {
        a.storage === b.storage || a.storage.fields == b.storage.fields
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(storage.fields) }

    /// The id of the operation that made it.
    package var id: Identifier {
        get { storage.fields.id }
        set { change(\.id, to: newValue) }
    }
    package var coder: CoderID {
        get { storage.fields.coder }
        set { change(\.coder, to: newValue) }
    }
    package var document: Identifier {
        get { storage.fields.document }
        set { change(\.document, to: newValue) }
    }
    package var anchor: Anchor {
        get { storage.fields.anchor }
        set { change(\.anchor, to: newValue) }
    }
    /// The code as the log names it; merged codes are resolved by the codebook when asked.
    package var code: CodeID {
        get { storage.fields.code }
        set { change(\.code, to: newValue) }
    }
    /// The rules the code had when it was applied: 8 hexadecimal digits.
    package var rule: String {
        get { storage.fields.rule }
        set { change(\.rule, to: newValue) }
    }
    package var memo: String {
        get { storage.fields.memo }
        set { change(\.memo, to: newValue) }
    }
    /// 0 to 3.
    package var star: Int {
        get { storage.fields.star }
        set { change(\.star, to: newValue) }
    }
    package var doubt: Bool {
        get { storage.fields.doubt }
        set { change(\.doubt, to: newValue) }
    }
    package var codedAt: Moment {
        get { storage.fields.codedAt }
        set { change(\.codedAt, to: newValue) }
    }
    /// The operations that give each field its value now; a later operation names them in `replaces`. For `whole`, those
    /// that end or keep the coding.
    package var heads: CodingHeads {
        get { storage.fields.heads }
        set { change(\.heads, to: newValue) }
    }
    /// The fields for which two operations in force that do not know of one another give different values.
    package var disputed: [CodingField] {
        get { storage.fields.disputed }
        set { change(\.disputed, to: newValue) }
    }
    /// How the passage was carried over from an older text; nothing where its coder, or anyone after, chose it.
    package var how: Anchoring? {
        get { storage.fields.how }
        set { change(\.how, to: newValue) }
    }
    /// A passage in a newer text that nobody has accepted yet; until then `anchor` is the last one that was sure.
    package var guess: Anchor? {
        get { storage.fields.guess }
        set { change(\.guess, to: newValue) }
    }

    package var span: TextSpan { storage.fields.anchor.span }

    /// The operations that `uncode` has to name: every head of every field.
    package var allHeads: [Identifier] { heads.all }

    /// Whether the passage is one of a version of the text.
    package func stands(on version: VersionTag?) -> Bool { storage.fields.anchor.version == version }
}

extension Coding {
    /// Text order: earlier start, longer passage, then the time of making.
    package static func inTextOrder(_ a: Coding, _ b: Coding) -> Bool {
        (a.span.start, -a.span.end, a.id) < (b.span.start, -b.span.end, b.id)
    }
}
