// Words and trimming. The rules are stated in docs/FORMAT.md and docs/GUIDE.md; nothing here knows speakers.

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
    /// What combines with a letter or joins letters unseen (accents, variation selectors, soft hyphens, joiners) stays
    /// with the word before it and is no word alone. This is the unit that Gloss counts.
    package func words(in span: TextSpan) -> [TextSpan] {
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
