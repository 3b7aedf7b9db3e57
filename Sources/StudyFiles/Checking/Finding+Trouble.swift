// A failure told as a finding, so that one bad file does not stop the rest from being read.

extension Finding {
    /// The finding that a failure comes to.
    ///
    /// - Parameters:
    ///   - file: the path inside the study, which takes the place of the failure's own.
    ///   - usualAdvice: what to do where the failure itself does not say.
    package init(_ error: any Error, file: String, usualAdvice: String = "check the file") {
        guard let trouble = error as? FileTrouble else {
            self = .problem(file, "could not be read: \(error)", advice: usualAdvice)
            return
        }
        // The sentence of a failure ends with its advice: what is the matter stands before the last colon or full stop.
        let (what, advice) = Self.parted(trouble.sentence)
        self = .problem(file, line: trouble.line, what, advice: advice ?? usualAdvice)
    }

    private static func parted(_ sentence: String) -> (what: String, advice: String?) {
        var words = Substring(sentence)
        if words.last == "." { words.removeLast() }
        for mark in [". ", ": "] {
            let pieces = words.split(separator: mark, omittingEmptySubsequences: false)
            guard pieces.count > 1, let last = pieces.last, !last.isEmpty else { continue }
            let what = pieces.dropLast().joined(separator: mark)
            return (what, last.prefix(1).lowercased() + last.dropFirst())
        }
        return (String(words), nil)
    }
}
