// Words and sentences found the plain way, scalar by scalar over a whole span: what the quick ways are compared with.

@testable import CodingCore

extension CanonicalText {
    func plainlyTrimmed(_ span: TextSpan) -> TextSpan {
        let scalars = scalars(in: span)
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return TextSpan(span.start, span.start) }
        return TextSpan(span.start + first, span.start + last + 1)
    }

    func plainWords(in span: TextSpan) -> [TextSpan] {
        var words: [TextSpan] = []
        var open: (start: Int, part: WordPart)?
        var offset = span.start
        func close() {
            if let word = open { words.append(TextSpan(word.start, offset)) }
            open = nil
        }
        for scalar in string(in: span).unicodeScalars {
            let part = WordPart(scalar)
            switch part {
            case .attachment: break
            case .gap: close()
            case .letter where open?.part == .letter: break
            case .letter, .ideograph:
                close()
                open = (offset, part)
            }
            offset += 1
        }
        close()
        return words
    }

    func plainReadingWords(in span: TextSpan) -> [TextSpan] {
        let joiners: Set<Unicode.Scalar> = ["'", "’", "-", "\u{2010}", "\u{2011}"]
        var joined: [TextSpan] = []
        for word in plainWords(in: span) {
            if let last = joined.last, word.start == last.end + 1,
                let between = scalars(in: TextSpan(last.end, word.start)).first, joiners.contains(between)
            {
                joined[joined.count - 1] = TextSpan(last.start, word.end)
            } else {
                joined.append(word)
            }
        }
        return joined
    }

    func plainSentences(in span: TextSpan) -> [TextSpan] {
        let scalars = scalars(in: span)
        var sentences: [TextSpan] = []
        var start = 0
        func close(at end: Int) {
            let sentence = plainlyTrimmed(TextSpan(span.start + start, span.start + end))
            if !sentence.isEmpty { sentences.append(sentence) }
            start = end
        }
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            if scalar == "\n" {
                close(at: index)
            } else if eastAsianMarks.contains(scalar) || westernMarks.contains(scalar) {
                let mark = ClosingMark(scalar, before: index, in: scalars)
                if mark.closes(scalars) { close(at: mark.end) }
                index = mark.end
            }
        }
        close(at: scalars.count)
        return sentences
    }
}

/// What a scalar is to the words around it.
private enum WordPart {
    case letter, ideograph, attachment, gap

    init(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            self = isWordScalar(scalar) ? .letter : .gap
        } else if isAttachment(scalar) {
            self = .attachment
        } else if isIdeographic(scalar) {
            self = .ideograph
        } else {
            self = isWordScalar(scalar) ? .letter : .gap
        }
    }
}

/// Whether a scalar lengthens the word before it: a mark, a soft hyphen, a joiner or a half-width voicing mark.
private func isAttachment(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x200C, 0x200D, 0x2060, 0xFF9E, 0xFF9F: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
}

/// A mark that may close a sentence, with the marks, quotes and brackets that follow it.
private struct ClosingMark {
    /// The mark's own place and the first scalar after all that belongs to it.
    private let place: Int
    let end: Int
    private let isEastAsian: Bool
    private let isEllipsis: Bool
    private let isSingleStop: Bool
    private let isQuoted: Bool

    /// - Parameter next: the index just after the mark.
    init(_ mark: Unicode.Scalar, before next: Int, in scalars: [Unicode.Scalar]) {
        var end = next
        while end < scalars.count {
            if westernMarks.contains(scalars[end]) || eastAsianMarks.contains(scalars[end]) {
                end += 1
            } else if mark == ".", end + 1 < scalars.count, scalars[end] == " ", scalars[end + 1] == "." {
                end += 2  // a spaced ellipsis: `. . .`
            } else {
                break
            }
        }
        let marksEnd = end
        while end < scalars.count, closers.contains(scalars[end]) { end += 1 }
        place = next - 1
        self.end = end
        isEastAsian = eastAsianMarks.contains(mark)
        isEllipsis = mark == "…" || (mark == "." && marksEnd - next >= 2)
        isSingleStop = mark == "." && end == next
        isQuoted = end > marksEnd
    }

    /// Whether a sentence ends here.
    func closes(_ scalars: [Unicode.Scalar]) -> Bool {
        guard end < scalars.count, !isEastAsian else { return true }
        guard scalars[end].properties.isWhitespace else { return false }
        let following = scalars[end...].first { !$0.properties.isWhitespace }
        if isEllipsis || isQuoted, following?.properties.isLowercase == true { return false }
        return !(isSingleStop && isAbbreviation(scalars[..<place], following: following))
    }
}

/// Whether the word at the end of `before` is one whose full stop closes no sentence.
private func isAbbreviation(_ before: ArraySlice<Unicode.Scalar>, following: Unicode.Scalar?) -> Bool {
    let start = before.lastIndex { !($0 == "." || isWordScalar($0)) }.map { $0 + 1 } ?? before.startIndex
    var word = String.UnicodeScalarView()
    word.append(contentsOf: before[start...])
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

private let westernMarks: Set<Unicode.Scalar> = [".", "!", "?", "…"]
private let eastAsianMarks: Set<Unicode.Scalar> = ["。", "！", "？", "｡", "．"]
private let closers: Set<Unicode.Scalar> = [
    "\"", "'", ")", "]", "”", "’", "»", "“", "«", "›", "」", "』", "）", "】", "》", "〉",
]
/// Never the last word of a sentence.
private let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "rev", "st", "e.g", "i.e", "eg", "ie", "cf", "vs", "approx",
]
/// Can be the last word of a sentence: it goes on when the next word begins in lower case or with a digit.
private let trailingAbbreviations: Set<String> = ["etc", "sr", "jr", "ltd", "inc", "al"]
