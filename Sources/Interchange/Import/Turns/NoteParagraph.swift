// Paragraphs that nobody says: stage directions, headings, tape marks. Knows one paragraph at a time.

/// Tests for paragraphs that are notes.
enum NoteParagraph {
    /// A stage direction longer than this is speech in brackets.
    private static let directionLimit = 200

    /// Whether a line is a Markdown heading: one to six `#`, a blank, and words.
    static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
        let marks = line.prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(marks) else { return false }
        let rest = line.dropFirst(marks)
        return rest.first == 0x20 && rest.contains { $0 != 0x20 }
    }

    /// Whether a paragraph is wholly a stage direction, as `[pause]`, `(A short break)` and `*(10.04 am)*`, or a tape mark.
    static func isNote(_ paragraph: ArraySlice<UInt8>) -> Bool {
        guard paragraph.count <= directionLimit * 4 else { return false }
        let text = String(decoding: paragraph, as: UTF8.self)
        var scalars = Array(text.unicodeScalars)[...]
        while let first = scalars.first, isDressing(first) { scalars.removeFirst() }
        while let last = scalars.last, isDressing(last) { scalars.removeLast() }
        guard scalars.count <= directionLimit else { return false }
        return isBracketed(scalars) || isTapeMark(scalars)
    }

    private static func isDressing(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "*" || scalar == "_"
    }

    /// Whether one pair of brackets holds everything, a full stop after it allowed.
    private static func isBracketed(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let inner = scalars.last == "." ? scalars.dropLast() : scalars
        guard let open = inner.first, let close = pairs[open], inner.last == close, inner.count > 2 else {
            return false
        }
        var depth = 0
        for (index, scalar) in zip(inner.indices, inner) {
            if scalar == open { depth += 1 }
            if scalar == close { depth -= 1 }
            if depth == 0 { return index == inner.endIndex - 1 }
        }
        return false
    }

    /// Whether the paragraph marks a place on a recording, as `Tape 1 – Side A` and `END OF INTERVIEW`.
    private static func isTapeMark(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        guard scalars.count <= 50 else { return false }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        let words = String(view).lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard let first = words.first, words.count <= 8 else { return false }
        if ["tape", "track"].contains(first), words.count > 1 { return words[1].first?.isNumber == true }
        if first == "side", words.count > 1 { return ["a", "b"].contains(words[1]) }
        guard ["end", "start", "beginning"].contains(first), words.count > 2, words[1] == "of" else { return false }
        return ["interview", "tape", "recording", "track", "side", "transcript", "session"].contains {
            words[2] == $0 || (words[2] == "the" && words.count > 3 && words[3] == $0)
        }
    }

    private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
        "[": "]", "(": ")", "（": "）", "［": "］", "【": "】",
    ]
}
