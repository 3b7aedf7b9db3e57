// One caption with its times. Values only.

/// A cue of a caption file: a few words and when they were said.
struct Cue: Equatable {
    /// Milliseconds from the start of the recording; nothing when the times could not be read.
    var begin: Int?
    var end: Int?
    /// Which of the file's lines are the words of the cue; a long recording has too many cues for an array in each.
    var lines: Range<Int>

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
