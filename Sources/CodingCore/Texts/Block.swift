// What the canonical text is made of: turns, notes and front matter. Knows nothing of how labels were found.

/// One stretch of a document's text: what one speaker says, a note, or front matter.
///
/// Every scalar of a canonical text belongs to exactly one block, so the spans joined give the text back.
package struct Block: Hashable, Sendable {
    /// What a block is.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// What one speaker says before another speaks.
        case turn
        /// Something that nobody says: a stage direction, a heading, a tape mark.
        case note
        /// What stands before the talk: title, date, disclaimer.
        case front
    }

    package var kind: Kind
    /// All scalars of the block: label, speech and the line ends that follow.
    package var span: TextSpan
    /// The speaker of a turn, by the name used in `speakers.csv`; empty for notes and front matter.
    package var speaker: String
    /// The label as it stands at the start of the block, colon and blank included; empty when there is none.
    package var label: String
    /// When the turn begins and ends, in milliseconds from the start of the recording.
    package var beginMilliseconds: Int?
    package var endMilliseconds: Int?
    /// The page of a paged source on which the block begins; empty when there is none.
    package var page: String

    package init(
        kind: Kind,
        span: TextSpan,
        speaker: String = "",
        label: String = "",
        beginMilliseconds: Int? = nil,
        endMilliseconds: Int? = nil,
        page: String = ""
    ) {
        self.kind = kind
        self.span = span
        self.speaker = speaker
        self.label = label
        self.beginMilliseconds = beginMilliseconds
        self.endMilliseconds = endMilliseconds
        self.page = page
    }

    /// The span of the label at the start of the block; empty when there is none.
    package var labelSpan: TextSpan {
        TextSpan(span.start, min(span.end, span.start + label.unicodeScalars.count))
    }

    /// The span after the label, line ends included.
    package var speechSpan: TextSpan { TextSpan(labelSpan.end, span.end) }
}
