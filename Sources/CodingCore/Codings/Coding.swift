// A coding as the logs leave it. Knows nothing of how the logs are folded.

/// One coder's application of one code to one passage.
package struct Coding: Hashable, Sendable {
    /// The id of the operation that made it.
    package var id: Identifier
    package var coder: CoderID
    package var document: Identifier
    package var anchor: Anchor
    /// The code as the log names it; merged codes are resolved by the codebook when asked.
    package var code: CodeID
    /// The rules the code had when it was applied: 8 hexadecimal digits.
    package var rule: String
    package var memo: String
    /// 0 to 3.
    package var star: Int
    package var doubt: Bool
    package var codedAt: Moment
    /// The operations that give each field its value now; a later operation names them in `replaces`. For `whole`, those
    /// that end or keep the coding.
    package var heads: CodingHeads
    /// The fields for which two operations in force that do not know of one another give different values.
    package var disputed: [CodingField]
    /// How the passage was carried over from an older text; nothing where its coder, or anyone after, chose it.
    package var how: Anchoring?
    /// A passage in a newer text that nobody has accepted yet; until then `anchor` is the last one that was sure.
    package var guess: Anchor?

    package var span: TextSpan { anchor.span }

    /// The operations that `uncode` has to name: every head of every field.
    package var allHeads: [Identifier] { heads.all }

    /// Whether the passage is one of a version of the text.
    package func stands(on version: VersionTag?) -> Bool { anchor.version == version }
}

extension Coding {
    /// Text order: earlier start, longer passage, then the time of making.
    package static func inTextOrder(_ a: Coding, _ b: Coding) -> Bool {
        (a.span.start, -a.span.end, a.id) < (b.span.start, -b.span.end, b.id)
    }
}
