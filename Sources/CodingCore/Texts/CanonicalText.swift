// The text that codings point into. Knows bytes and scalars; knows nothing of speakers, lines on a screen or files.

/// The immutable text of one version of a document: UTF-8, LF, no byte order mark.
///
/// On disk and in every interface positions are Unicode scalars; in memory the text is bytes. An index of one entry per
/// 256 bytes turns one into the other without walking from the start.
package struct CanonicalText: Sendable {
    /// The text as UTF-8; always valid.
    package let utf8: [UInt8]
    /// The length in Unicode scalars.
    package let scalarCount: Int
    /// Scalars before each block of 256 bytes; empty when the text is pure ASCII and both counts agree.
    private let scalarsBefore: [Int]

    private static let blockSize = 256

    /// Takes a text as it is.
    package init(_ text: String) {
        self.init(validUTF8: Array(text.utf8))
    }

    /// Takes bytes that the caller knows to be valid UTF-8, or answers nothing when they are not.
    package init?(utf8 bytes: [UInt8]) {
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        self.init(validUTF8: bytes)
    }

    /// The bytes of the text as a file of its own, which an import reads as this text again.
    ///
    /// A reader takes a first U+FEFF for a mark of the file; a text that begins with one has another before it.
    package var exported: [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return utf8.starts(with: mark) ? mark + utf8 : utf8
    }

    private init(validUTF8 bytes: [UInt8]) {
        utf8 = bytes
        var counts: [Int] = []
        counts.reserveCapacity(bytes.count / Self.blockSize + 1)
        var scalars = 0
        for start in stride(from: 0, to: bytes.count, by: Self.blockSize) {
            counts.append(scalars)
            // A sum that may wrap lets the compiler look at many bytes at once; a block is far too short to wrap it.
            var inBlock = 0
            let end = min(start + Self.blockSize, bytes.count)
            for byte in bytes[start..<end] { inBlock &+= byte & 0xC0 != 0x80 ? 1 : 0 }
            scalars += inBlock
        }
        scalarCount = scalars
        scalarsBefore = scalars == bytes.count ? [] : counts
    }

    /// The span of the whole text.
    package var wholeSpan: TextSpan { TextSpan(0, scalarCount) }

    /// The byte at which the scalar at `offset` begins; `scalarCount` gives the end of the text.
    ///
    /// - Complexity: O(log *n*) in the length of the text.
    package func byteOffset(ofScalar offset: Int) -> Int {
        precondition(offset >= 0 && offset <= scalarCount, "a scalar offset lies inside the text")
        guard !scalarsBefore.isEmpty, offset < scalarCount else {
            return scalarsBefore.isEmpty ? offset : utf8.count
        }
        var low = 0
        var high = scalarsBefore.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if scalarsBefore[middle] <= offset { low = middle } else { high = middle }
        }
        var byte = low * Self.blockSize
        var scalar = scalarsBefore[low]
        while byte < utf8.count {
            if utf8[byte] & 0xC0 != 0x80 {
                if scalar == offset { return byte }
                scalar += 1
            }
            byte += 1
        }
        return utf8.count
    }

    /// The number of scalars that begin before `byte`.
    ///
    /// - Complexity: O(1): at most 256 bytes are looked at.
    package func scalarOffset(ofByte byte: Int) -> Int {
        precondition(byte >= 0 && byte <= utf8.count, "a byte offset lies inside the text")
        guard !scalarsBefore.isEmpty else { return byte }
        guard byte < utf8.count else { return scalarCount }
        let block = byte / Self.blockSize
        var scalar = scalarsBefore[block]
        for candidate in utf8[(block * Self.blockSize)..<byte] where candidate & 0xC0 != 0x80 { scalar += 1 }
        return scalar
    }

    /// The bytes of a span.
    package func bytes(in span: TextSpan) -> ArraySlice<UInt8> {
        utf8[byteOffset(ofScalar: span.start)..<byteOffset(ofScalar: span.end)]
    }

    /// The words of a span, exactly as they stand.
    package func string(in span: TextSpan) -> String {
        String(decoding: bytes(in: span), as: UTF8.self)
    }

    /// The scalars of a span.
    package func scalars(in span: TextSpan) -> [Unicode.Scalar] {
        Array(string(in: span).unicodeScalars)
    }

    /// Whether the span fits into this text.
    package func contains(_ span: TextSpan) -> Bool { span.end <= scalarCount }

    /// Every place where `quote` stands, byte for byte, in text order; occurrences may overlap.
    package func occurrences(of quote: String) -> [TextSpan] {
        let wanted = Array(quote.utf8)
        guard let first = wanted.first, wanted.count <= utf8.count else { return [] }
        let length = quote.unicodeScalars.count
        var found: [TextSpan] = []
        for byte in 0...(utf8.count - wanted.count)
        where utf8[byte] == first && utf8[byte..<(byte + wanted.count)].elementsEqual(wanted) {
            let start = scalarOffset(ofByte: byte)
            found.append(TextSpan(start, start + length))
        }
        return found
    }
}
