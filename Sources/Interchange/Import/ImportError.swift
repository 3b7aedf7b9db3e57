// Why a file could not be imported. A sentence for the researcher; never a word of the transcript itself.

/// A file that could not be read as a transcript, and what to do about it.
package struct ImportError: Error, Equatable, CustomStringConvertible {
    /// What went wrong, for tests and exit codes.
    package enum Code: String, Sendable {
        case nothingInside = "nothing-inside"
        case tooLarge = "too-large"
        case notReadYet = "not-read-yet"
        case notText = "not-text"
        case damaged
        case toolMissing = "tool-missing"
        case toolFailed = "tool-failed"
        case toolTooSlow = "tool-too-slow"
    }

    package var code: Code
    /// The name of the file, without its folder.
    package var file: String
    /// The line, counted from 1, where there is one to name.
    package var line: Int?
    /// What happened and what to do, as one or two sentences.
    package var sentence: String
    /// What another program or library said, when it said something.
    package var underlying: String?

    package init(_ code: Code, file: String, line: Int? = nil, _ sentence: String, underlying: String? = nil) {
        self.code = code
        self.file = file
        self.line = line
        self.sentence = sentence
        self.underlying = underlying
    }

    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(sentence)" + (underlying.map { " (\($0))" } ?? "")
    }
}
