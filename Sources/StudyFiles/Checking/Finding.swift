// One thing that reading or checking a study turned up. A value only; knows no file formats.

/// Something in a study's files that a person should know of, and what to do about it.
package struct Finding: Hashable, Sendable {
    /// How much a finding matters.
    package enum Severity: String, Hashable, Sendable {
        /// Needs a person; `gloss check` then ends with 3.
        case problem
        /// Worth knowing; nothing is wrong with the data.
        case warning
    }

    /// The file's path inside the study.
    package var file: String
    /// The line in the file, counted from 1; nothing when the file as a whole is meant.
    package var line: Int?
    /// What is the matter, without a full stop.
    package var what: String
    /// What to do about it, without a full stop.
    package var advice: String
    package var severity: Severity

    package init(_ severity: Severity, _ file: String, line: Int? = nil, _ what: String, advice: String) {
        self.severity = severity
        self.file = file
        self.line = line
        self.what = what
        self.advice = advice
    }

    package static func problem(_ file: String, line: Int? = nil, _ what: String, advice: String) -> Finding {
        Finding(.problem, file, line: line, what, advice: advice)
    }

    package static func warning(_ file: String, line: Int? = nil, _ what: String, advice: String) -> Finding {
        Finding(.warning, file, line: line, what, advice: advice)
    }
}

extension Finding: CustomStringConvertible {
    /// `file:line: what; what to do`.
    package var description: String {
        file + (line.map { ":\($0)" } ?? "") + ": " + what + "; " + advice
    }
}

extension Finding: Comparable {
    /// The order of a report: by file, then by line.
    package static func < (a: Finding, b: Finding) -> Bool {
        if !a.file.utf8.elementsEqual(b.file.utf8) { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
        if a.line != b.line { return (a.line ?? 0) < (b.line ?? 0) }
        return a.what < b.what
    }
}
