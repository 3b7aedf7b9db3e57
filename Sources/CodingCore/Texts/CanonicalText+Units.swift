// Words, sentences and trimming. The rules are stated in docs/FORMAT.md and docs/GUIDE.md; nothing here knows speakers.

extension CanonicalText {
    /// The span without the blanks and line ends at either side.
    package func trimmed(_ span: TextSpan) -> TextSpan {
        let scalars = scalars(in: span)
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return TextSpan(span.start, span.start) }
        return TextSpan(span.start + first, span.start + last + 1)
    }

    /// The words of a span: runs of letters and digits, each Han or kana character one.
    ///
    /// A mark that combines with a letter stays with it. This is the unit that Gloss counts.
    package func words(in span: TextSpan) -> [TextSpan] {
        var words: [TextSpan] = []
        var open: Int?
        var offset = span.start
        for scalar in string(in: span).unicodeScalars {
            if isIdeographic(scalar) {
                if let start = open { words.append(TextSpan(start, offset)) }
                words.append(TextSpan(offset, offset + 1))
                open = nil
            } else if isWordScalar(scalar) {
                open = open ?? offset
            } else if let start = open {
                words.append(TextSpan(start, offset))
                open = nil
            }
            offset += 1
        }
        if let start = open { words.append(TextSpan(start, offset)) }
        return words
    }

    /// The words of a span as a reader moves over them: `don't` and `well-known` are one each.
    package func readingWords(in span: TextSpan) -> [TextSpan] {
        let joiners: Set<Unicode.Scalar> = ["'", "’", "-", "\u{2010}", "\u{2011}"]
        var joined: [TextSpan] = []
        for word in words(in: span) {
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

    /// How many words a span holds.
    package func wordCount(in span: TextSpan) -> Int { words(in: span).count }

    /// The sentences of a span, each trimmed of blanks; together they hold every character that is not blank.
    ///
    /// A sentence ends at the end of a line, or after `. ! ? … 。 ！ ？` with the closing quotes and brackets that follow,
    /// when a blank comes next (after East Asian marks no blank is needed) and the word before is no usual abbreviation.
    package func sentences(in span: TextSpan) -> [TextSpan] {
        let scalars = scalars(in: span)
        var sentences: [TextSpan] = []
        var start = 0
        func close(at end: Int) {
            let sentence = trimmed(TextSpan(span.start + start, span.start + end))
            if !sentence.isEmpty { sentences.append(sentence) }
            start = end
        }
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            if scalar == "\n" {
                close(at: index)
            } else if let end = sentenceEnd(scalars, after: index, mark: scalar, from: start) {
                close(at: end)
                index = end
            }
        }
        close(at: scalars.count)
        return sentences
    }

    /// Where a sentence ends whose closing mark stands just before `next`, or nothing when the mark closes none.
    private func sentenceEnd(_ scalars: [Unicode.Scalar], after next: Int, mark: Unicode.Scalar, from start: Int)
        -> Int?
    {
        let eastAsian: Set<Unicode.Scalar> = ["。", "！", "？"]
        let western: Set<Unicode.Scalar> = [".", "!", "?", "…"]
        guard eastAsian.contains(mark) || western.contains(mark) else { return nil }
        var end = next
        while end < scalars.count, western.contains(scalars[end]) || eastAsian.contains(scalars[end]) { end += 1 }
        while end < scalars.count, closers.contains(scalars[end]) { end += 1 }
        guard end < scalars.count else { return end }
        if eastAsian.contains(mark) { return end }
        guard scalars[end].properties.isWhitespace else { return nil }
        if mark == "." && end == next && endsInAbbreviation(scalars[start..<(next - 1)]) { return nil }
        // A pause inside a sentence ("and then… we waited") goes on in lower case.
        if mark == "…" || (mark == "." && end - next >= 2) {
            let following = scalars[end...].first { !$0.properties.isWhitespace }
            if let following, following.properties.isLowercase { return nil }
        }
        return end
    }

    private func endsInAbbreviation(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        var word = String.UnicodeScalarView()
        for scalar in before.reversed() {
            guard scalar.properties.isAlphabetic || scalar == "." else { break }
            word.insert(scalar, at: word.startIndex)
        }
        let text = String(word)
        if abbreviations.contains(text.lowercased()) { return true }
        // An initial: "J. Smith", but not the pronoun that ends "so did I."
        return text.unicodeScalars.count == 1 && text != "I" && word.first?.properties.isUppercase == true
    }
}

private let closers: Set<Unicode.Scalar> = ["\"", "'", ")", "]", "”", "’", "»", "」", "』", "）", "】"]
private let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "e.g", "i.e", "eg", "ie", "cf", "vs", "no", "approx", "etc", "sr", "jr",
    "rev",
]

/// Whether a scalar is a word by itself: Han, Hiragana or Katakana.
package func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005...0x3007, 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF,
        0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD:
        true
    default:
        false
    }
}

/// Whether a scalar belongs to a word: a letter, a digit, or a mark that combines with one.
package func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
        return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
            || (0x61...0x7A).contains(scalar.value)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark:
        return true
    default:
        return false
    }
}
