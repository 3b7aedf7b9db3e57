// UTF-16 in either byte order. Knows bytes only.

/// Bytes read as UTF-16; what is no character becomes U+FFFD.
struct UTF16Reading {
    /// Valid UTF-8.
    private(set) var utf8: [UInt8] = []
    /// Offsets, from the start of the file, of lone surrogates and of a last odd byte.
    private(set) var badBytes: [Int] = []

    init(_ bytes: [UInt8], from start: Int, bigEndian: Bool) {
        utf8.reserveCapacity(bytes.count)
        let high = bigEndian ? 0 : 1
        func unit(at index: Int) -> UInt32 { UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + 1 - high]) }
        var index = start
        while index + 1 < bytes.count {
            let first = unit(at: index)
            var value = first
            if first & 0xFC00 == 0xD800, index + 3 < bytes.count {
                let second = unit(at: index + 2)
                if second & 0xFC00 == 0xDC00 { value = 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF }
            }
            if let scalar = Unicode.Scalar(value) {
                utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                index += value > 0xFFFF ? 4 : 2
            } else {
                append(badByteAt: index)
                index += 2
            }
        }
        if index < bytes.count { append(badByteAt: index) }
    }

    private mutating func append(badByteAt offset: Int) {
        badBytes.append(offset)
        utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
    }

    /// Whether the NULs of a file without a byte order mark betray UTF-16: true for big-endian, nothing for neither.
    ///
    /// Western text has a NUL in nearly every second byte; the other bytes have hardly any.
    static func byteOrder(byNULsIn bytes: [UInt8]) -> Bool? {
        let sample = bytes.prefix(65_536)
        guard sample.count >= 4 else { return nil }
        var nuls = [0, 0]
        for (index, byte) in sample.enumerated() where byte == 0 { nuls[index & 1] += 1 }
        let half = sample.count / 2
        func many(_ count: Int) -> Bool { count * 10 >= half * 3 }
        func few(_ count: Int) -> Bool { count * 20 <= half }
        if many(nuls[0]) && few(nuls[1]) { return true }
        if many(nuls[1]) && few(nuls[0]) { return false }
        return nil
    }
}
