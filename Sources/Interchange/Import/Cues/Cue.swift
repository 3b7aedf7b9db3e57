// One caption with its times. Values only.

/// A cue of a caption file: a few words and when they were said.
struct Cue: Equatable {
    /// Milliseconds from the start of the recording; nothing when the times could not be read.
    var begin: Int?
    var end: Int?
    /// The lines of the cue, marks removed, with the name that a voice tag gave.
    var lines: [Line]

    /// One line of a cue.
    struct Line: Equatable {
        /// The name in a `<v Name>` tag.
        var voice: String?
        /// The words in UTF-8, with one blank between them.
        var words: ArraySlice<UInt8>

        /// The words as text.
        var text: String { String(decoding: words, as: UTF8.self) }
    }
}
