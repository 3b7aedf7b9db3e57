// The lines and paragraphs of a text, as byte ranges. Knows nothing of speakers.

/// One line of a text, in bytes.
struct TextLine: Equatable {
    /// The first byte.
    var start: Int
    /// The byte after the last one of the content; the LF stands here, if there is one.
    var contentEnd: Int
    /// The first byte of the next line.
    var end: Int
    /// Whether the line holds nothing but blanks.
    var isBlank: Bool

    /// The lines of UTF-8 bytes; together they cover them, and an LF belongs to the line it ends.
    static func lines(of utf8: [UInt8]) -> [TextLine] {
        var lines: [TextLine] = []
        var start = 0
        while start < utf8.count {
            var contentEnd = start
            var isBlank = true
            while contentEnd < utf8.count, utf8[contentEnd] != 0x0A {
                if utf8[contentEnd] != 0x20, utf8[contentEnd] != 0x09 { isBlank = false }
                contentEnd += 1
            }
            let end = min(contentEnd + 1, utf8.count)
            if !isBlank { isBlank = onlyBlanks(utf8[start..<contentEnd]) }
            lines.append(TextLine(start: start, contentEnd: contentEnd, end: end, isBlank: isBlank))
            start = end
        }
        return lines
    }

    /// Whether a short line holds only no-break and ideographic spaces and the like.
    private static func onlyBlanks(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count <= 60 && String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
}
