// Words and trimming. The rules are stated in docs/FORMAT.md and docs/GUIDE.md; nothing here knows speakers.

extension CanonicalText {
    /// The span without the blanks and line ends at either side.
    package func trimmed(_ span: TextSpan) -> TextSpan {
        let window = ScalarWindow(self, span)
        let range = window.trimmed(window.start, window.end)
        return range.isEmpty ? TextSpan(span.start, span.start) : self.span(ofBytes: range)
    }

    /// The words of a span: runs of letters and digits, each Han or kana character one.
    ///
    /// What combines with a letter or joins letters unseen (accents, variation selectors, soft hyphens, joiners) stays
    /// with the word before it and is no word alone. This is the unit that Gloss counts.
    package func words(in span: TextSpan) -> [TextSpan] {
        var words: [TextSpan] = []
        let window = ScalarWindow(self, span)
        window.forEachWord(in: window.start..<window.end, from: span.start) { word, _ in words.append(word) }
        return words
    }

    /// The words of a span as a reader moves over them: `don't` and `well-known` are one each.
    package func readingWords(in span: TextSpan) -> [TextSpan] {
        let window = ScalarWindow(self, span)
        return window.readingWords(in: window.start..<window.end, from: span.start)
    }

    /// How many words a span holds.
    package func wordCount(in span: TextSpan) -> Int {
        var count = 0
        let window = ScalarWindow(self, span)
        window.forEachWord(in: window.start..<window.end, from: span.start) { _, _ in count += 1 }
        return count
    }
}

extension ScalarWindow {
    /// Walks over the words of a range of bytes.
    ///
    /// - Parameters:
    ///   - offset: the scalar at which the range begins.
    ///   - take: takes each word as scalars and as bytes.
    @inline(__always)
    fileprivate func forEachWord(in range: Range<Int>, from offset: Int, _ take: (TextSpan, Range<Int>) -> Void) {
        var open: (offset: Int, byte: Int, part: WordPart)?
        var offset = offset
        var byte = range.lowerBound
        while byte < range.upperBound {
            let (scalar, next) = scalar(at: byte)
            let part = WordPart(scalar)
            switch part {
            case .attachment: break
            case .letter where open?.part == .letter: break
            case .gap, .letter, .ideograph:
                if let word = open { take(TextSpan(word.offset, offset), word.byte..<byte) }
                open = part == .gap ? nil : (offset, byte, part)
            }
            offset += 1
            byte = next
        }
        if let word = open { take(TextSpan(word.offset, offset), word.byte..<byte) }
    }

    /// The words of a range of bytes as a reader moves over them.
    ///
    /// - Parameter offset: the scalar at which the range begins.
    func readingWords(in range: Range<Int>, from offset: Int) -> [TextSpan] {
        var joined: [TextSpan] = []
        var lastEnd = range.lowerBound
        forEachWord(in: range, from: offset) { word, bytes in
            if let last = joined.last, word.start == last.end + 1, isJoiner(scalar(at: lastEnd).scalar) {
                joined[joined.count - 1] = TextSpan(last.start, word.end)
            } else {
                joined.append(word)
            }
            lastEnd = bytes.upperBound
        }
        return joined
    }

    /// The last byte, at or before another one, at which no reading word is cut in two whatever stands around.
    func wordBreak(atOrBefore byte: Int) -> Int {
        var byte = aligned(byte)
        while byte > start, byte < end, !isWordBreak(byte) { byte = scalar(before: byte).start }
        return byte
    }

    /// The first byte, at or after another one, at which no reading word is cut in two whatever stands around.
    func wordBreak(atOrAfter byte: Int) -> Int {
        var byte = aligned(byte)
        while byte > start, byte < end, !isWordBreak(byte) { byte = scalar(at: byte).next }
        return byte
    }

    /// Whether a gap that joins nothing ends here, or a character begins that is a word by itself and nothing joins on.
    private func isWordBreak(_ byte: Int) -> Bool {
        let before = scalar(before: byte).scalar
        if isJoiner(before) { return false }
        return WordPart(before) == .gap || WordPart(scalar(at: byte).scalar) == .ideograph
    }
}

/// Whether a scalar between two words makes them one for a reader.
private func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x2D, 0x2010, 0x2011, 0x2019: true
    default: false
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

/// Whether a scalar is a word by itself: Han, Hiragana or Katakana.
package func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF,
        0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x1B000...0x1B16F, 0x20000...0x3FFFD:
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
