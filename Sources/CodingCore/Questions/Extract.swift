// A coded passage as it is retrieved and quoted.

/// One coding with its words, its place and the talk around it.
package struct Extract: Sendable {
    package let placed: PlacedCoding
    /// The words of the passage, exactly as they stand.
    package let text: String
    /// The talk before and after, as far as it was asked for.
    package let before: String
    package let after: String
    /// The lines that the passage touches, counted from 1; nothing for a passage of an older text.
    package let lines: ClosedRange<Int>?
    /// Every speaker whose turn the passage touches, in text order.
    package let speakers: [String]
    /// When the turn begins in which the passage begins, in milliseconds of the recording.
    package let beginMilliseconds: Int?
    /// Where to find it, such as `B07:214–219`.
    package let locator: String
    /// The codes from the top down to the passage's own.
    package let codePath: [CodeID]
    /// Whether the words at the place are the words that the coding quotes.
    package let holds: Bool

    package var coding: Coding { placed.coding }
    package var document: DocumentID { placed.voice.document.id }
    package var code: CodeID { placed.code }
    package var speaker: String { placed.voice.speaker }
}

/// How much of the talk around a passage goes with it.
package enum ExtractContext: Hashable, Sendable {
    case none
    /// So many Unicode scalars on either side.
    case scalars(Int)
    /// So many sentences on either side; the part of the passage's own sentence that is left out counts as one.
    case sentences(Int)
}
