// How a passage came to stand where it stands, and where a new version of a text has it. Values only.

/// How a coding's passage was placed in a version of the text that its coder had not coded.
package enum Anchoring: String, Hashable, Sendable, CaseIterable {
    /// The words are there as they were, at one place only; line ends, blanks, kinds of quotes and dashes, and composed or
    /// decomposed letters may differ.
    case exact
    /// The words were edited between neighbours that were not.
    case edited
    /// The place is likely; it does not count before a person has accepted it.
    case guess
    /// The words are not to be found; the coding stays on the text that has them until it is placed or let go.
    case orphan
}

/// Where a new version of a text has a passage.
package struct Placement: Hashable, Sendable {
    package let how: Anchoring
    /// The passage in the new text; nothing for an orphan.
    package let span: TextSpan?

    package static let orphan = Placement(how: .orphan, span: nil)

    init(how: Anchoring, span: TextSpan?) {
        self.how = how
        self.span = span
    }
}
