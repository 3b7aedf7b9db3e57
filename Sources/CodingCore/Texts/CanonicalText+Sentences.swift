// Where sentences end in talk that was written down. The rules are stated in docs/FORMAT.md; nothing here knows speakers.

extension CanonicalText {
    /// The sentences of a span, each trimmed of blanks; together they hold every character that is not blank.
    ///
    /// A sentence ends at the end of a line, or after `. ! ? … 。 ！ ？` with the closing quotes and brackets that follow,
    /// when a blank comes next (after East Asian marks no blank is needed). It goes on after a usual abbreviation or an
    /// initial, and in lower case after an ellipsis or after a quotation (`"Who pays?" she said`).
    package func sentences(in span: TextSpan) -> [TextSpan] {
        let window = ScalarWindow(self, span)
        return window.sentences(from: window.start, to: window.end)
    }
}

extension ScalarWindow {
    /// The sentences between two places at which sentences part.
    func sentences(from first: Int, to last: Int) -> [TextSpan] {
        var sentences: [TextSpan] = []
        var start = first
        while start < last {
            let end = sentenceEnd(from: start)
            let range = trimmed(start, end)
            if !range.isEmpty { sentences.append(text.span(ofBytes: range)) }
            start = end
        }
        return sentences
    }

    /// The first place behind a byte at which a sentence ends; the end of the window when none does before.
    ///
    /// - Parameters:
    ///   - byte: not inside the marks that close a sentence.
    ///   - limit: where the search may stop: an answer beyond it says only that none was found before it.
    func sentenceEnd(from byte: Int, limit: Int? = nil) -> Int {
        var byte = byte
        let limit = limit ?? end
        while byte < limit {
            guard mayPart(text.utf8[byte]) else {
                byte += 1
                continue
            }
            let (scalar, next) = scalar(at: byte)
            if scalar == "\n" { return next }
            if isMark(scalar) {
                let mark = ClosingMark(scalar, at: byte, in: self)
                if mark.closes(self) { return mark.end }
                byte = mark.end
            } else {
                byte = next
            }
        }
        return end
    }

    /// Whether a line end or a mark can begin with a byte; most bytes of a text need no closer look.
    @inline(__always)
    private func mayPart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x0A, 0x21, 0x2E, 0x3F, 0xE2, 0xE3, 0xEF: true
        default: false
        }
    }

    /// The last place, at or before a byte, at which sentences part; the start of the window when there is none.
    func sentenceBreak(atOrBefore byte: Int) -> Int {
        let wanted = aligned(byte)
        var reach = 256
        while true {
            var place = neutral(atOrBefore: wanted - reach)
            var last = place == start ? start : nil
            while place < wanted {
                place = sentenceEnd(from: place, limit: wanted)
                if place <= wanted { last = place }
            }
            if let last { return last }
            reach *= 4
        }
    }

    /// The first place, at or after a byte, at which sentences part; the end of the window when there is none.
    func sentenceBreak(atOrAfter byte: Int) -> Int {
        let wanted = aligned(byte)
        var place = sentenceBreak(atOrBefore: wanted)
        while place < wanted { place = sentenceEnd(from: place) }
        return place
    }

    /// The last place, at or before a byte, that cannot lie inside the marks that close a sentence: behind a letter, a digit
    /// or a line end.
    private func neutral(atOrBefore byte: Int) -> Int {
        var byte = aligned(byte)
        while byte > start {
            let (scalar, before) = scalar(before: byte)
            if scalar == "\n" || isWordScalar(scalar) { return byte }
            byte = before
        }
        return start
    }
}

/// A mark that may close a sentence, with the marks, quotes and brackets that follow it.
private struct ClosingMark {
    /// The byte of the mark itself and the first one after all that belongs to it.
    private let place: Int
    let end: Int
    private let isEastAsian: Bool
    private let isEllipsis: Bool
    private let isSingleStop: Bool
    private let isQuoted: Bool

    init(_ mark: Unicode.Scalar, at place: Int, in window: ScalarWindow) {
        let next = window.scalar(at: place).next
        var end = next
        var marks = 0
        while end < window.end {
            let (scalar, after) = window.scalar(at: end)
            if isMark(scalar) {
                end = after
            } else if mark == ".", scalar == " ", after < window.end, window.text.utf8[after] == UInt8(ascii: ".") {
                end = after + 1  // a spaced ellipsis: `. . .`
                marks += 1
            } else {
                break
            }
            marks += 1
        }
        let marksEnd = end
        while end < window.end {
            let (scalar, after) = window.scalar(at: end)
            guard isCloser(scalar) else { break }
            end = after
        }
        self.place = place
        self.end = end
        isEastAsian = isEastAsianMark(mark)
        isEllipsis = mark == "…" || (mark == "." && marks >= 2)
        isSingleStop = mark == "." && end == next
        isQuoted = end > marksEnd
    }

    /// Whether a sentence ends here.
    func closes(_ window: ScalarWindow) -> Bool {
        guard end < window.end, !isEastAsian else { return true }
        guard window.scalar(at: end).scalar.properties.isWhitespace else { return false }
        let following = firstScalar(in: window)
        if isEllipsis || isQuoted, following?.properties.isLowercase == true { return false }
        return !(isSingleStop && isAbbreviation(endingAt: place, in: window, following: following))
    }

    /// The first scalar behind the marks that is no blank.
    private func firstScalar(in window: ScalarWindow) -> Unicode.Scalar? {
        var byte = end
        while byte < window.end {
            let (scalar, next) = window.scalar(at: byte)
            if !scalar.properties.isWhitespace { return scalar }
            byte = next
        }
        return nil
    }
}

/// Whether the word that ends at a byte is one whose full stop closes no sentence.
private func isAbbreviation(endingAt end: Int, in window: ScalarWindow, following: Unicode.Scalar?) -> Bool {
    var start = end
    while start > window.start {
        let (scalar, before) = window.scalar(before: start)
        guard scalar == "." || isWordScalar(scalar) else { break }
        start = before
    }
    let word = String(decoding: window.text.utf8[start..<end], as: UTF8.self).unicodeScalars
    let text = String(word).lowercased()
    if abbreviations.contains(text) { return true }
    // "No. 5" is a number, "No." an answer.
    if text == "no" { return following?.properties.numericType != nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isDotted = parts.count > 1 && parts.allSatisfy { $0.count == 1 && $0.first?.isLetter == true }
    if isDotted || trailingAbbreviations.contains(text) {
        return following?.properties.isLowercase == true || following?.properties.numericType != nil
    }
    // An initial: "J. Smith", but not the pronoun that ends "so did I."
    return word.count == 1 && word.first != "I" && word.first?.properties.isUppercase == true
}

/// Whether a scalar can close a sentence.
@inline(__always)
private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "!", "?", "…": true
    default: isEastAsianMark(scalar)
    }
}

/// Whether a scalar closes a sentence without a blank behind it.
@inline(__always)
private func isEastAsianMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "｡", "．": true
    default: false
    }
}

/// Whether a quote or bracket belongs to the sentence that was closed before it.
private func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", ")", "]", "”", "’", "»", "“", "«", "›", "」", "』", "）", "】", "》", "〉": true
    default: false
    }
}

/// Never the last word of a sentence.
private let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "rev", "st", "e.g", "i.e", "eg", "ie", "cf", "vs", "approx",
]
/// Can be the last word of a sentence: it goes on when the next word begins in lower case or with a digit.
private let trailingAbbreviations: Set<String> = ["etc", "sr", "jr", "ltd", "inc", "al"]
