// A stretch of a text that is walked scalar by scalar, in either direction, without a copy of it. Knows UTF-8 and nothing
// of words.

/// The scalars of a span, by the byte at which each begins.
struct ScalarWindow {
    let text: CanonicalText
    /// The first byte inside and the first outside, both at the start of a scalar.
    let start: Int
    let end: Int

    init(_ text: CanonicalText, _ span: TextSpan) {
        self.text = text
        start = text.byteOffset(ofScalar: span.start)
        end = text.byteOffset(ofScalar: span.end)
    }

    /// The scalar that begins at a byte, and the byte after it.
    @inline(__always)
    func scalar(at byte: Int) -> (scalar: Unicode.Scalar, next: Int) {
        let lead = text.utf8[byte]
        if lead < 0x80 { return (Unicode.Scalar(lead), byte + 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for index in (byte + 1)..<(byte + length) { value = value << 6 | UInt32(text.utf8[index]) & 0x3F }
        // The text is valid UTF-8, so there always is one.
        return (Unicode.Scalar(value) ?? "\u{FFFD}", byte + length)
    }

    /// The scalar that ends just before a byte, and the byte at which it begins.
    @inline(__always)
    func scalar(before byte: Int) -> (scalar: Unicode.Scalar, start: Int) {
        var first = byte - 1
        while text.utf8[first] & 0xC0 == 0x80 { first -= 1 }
        return (scalar(at: first).scalar, first)
    }

    /// The nearest start of a scalar at or before a byte of the window.
    func aligned(_ byte: Int) -> Int {
        var byte = max(start, min(end, byte))
        while byte < end, byte > start, text.utf8[byte] & 0xC0 == 0x80 { byte -= 1 }
        return byte
    }

    /// The bytes between two places without the blanks and line ends at either side; empty at `from` when nothing is left.
    func trimmed(_ from: Int, _ to: Int) -> Range<Int> {
        var first = from
        while first < to {
            let (scalar, next) = scalar(at: first)
            guard scalar.properties.isWhitespace else { break }
            first = next
        }
        guard first < to else { return from..<from }
        var last = to
        while last > first {
            let (scalar, start) = scalar(before: last)
            guard scalar.properties.isWhitespace else { break }
            last = start
        }
        return first..<last
    }
}

extension CanonicalText {
    /// The scalars of a range of bytes that begins and ends between scalars.
    func span(ofBytes range: Range<Int>) -> TextSpan {
        TextSpan(scalarOffset(ofByte: range.lowerBound), scalarOffset(ofByte: range.upperBound))
    }
}
