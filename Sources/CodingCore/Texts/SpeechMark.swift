// What a transcriber marked in speech: what could not be heard, a pause, a sound, a redaction. A span over the text, which
// stays as it is. Told by a list of words, because square brackets mean many things. Pure.

/// One mark in a text.
package struct SpeechMark: Hashable, Sendable {
    /// What a mark stands for.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Words that could not be heard, as `[inaudible]`.
        case gap
        /// A silence, as `(pause 0.28)`.
        case pause
        /// Laughter, a cough, a telephone.
        case sound
        /// Words taken out to protect somebody, as `[name redacted]`.
        case redaction
    }

    package var kind: Kind
    /// The mark with its brackets, half-open, in Unicode scalars.
    package var span: TextSpan

    package init(kind: Kind, span: TextSpan) {
        self.kind = kind
        self.span = span
    }
}
