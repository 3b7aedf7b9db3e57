// Why a line of a log, or something about it, cannot be taken as it stands. Knows no files.

/// A line of a log that is not taken, or is taken with something about it left unread.
package struct LogLineProblem: Error, Hashable, Sendable {
    /// The kinds that callers tell apart.
    package enum Kind: String, Hashable, Sendable {
        /// Not JSON, or JSON of a kind that is refused.
        case notJSON
        /// JSON that is no operation: a field is missing or has a value it cannot have.
        case notAnOperation
        /// A mark that git leaves between two versions of a file.
        case conflictMarker
        /// Written by a newer Gloss in a format that this one does not know: the log is to be opened read-only.
        case newerFormat
        /// The line is taken; it has an operation of a newer Gloss, which is without effect here.
        case unknownOperation
        /// The line is taken; it has a key of a newer Gloss, which is without effect here.
        case unknownKey
    }

    package var kind: Kind
    /// What is wrong, to follow the name of file and line.
    package var sentence: String

    /// Whether the line was taken in spite of it.
    package var isTaken: Bool { kind == .unknownOperation || kind == .unknownKey }
}
