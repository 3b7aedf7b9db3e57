// UTF-8 that may hold a few bytes that are not. Knows bytes only.

/// Bytes read as UTF-8, each bad byte as the Windows-1252 character it most likely is.
struct UTF8Reading {
    /// Valid UTF-8.
    private(set) var utf8: [UInt8] = []
    /// Sequences of two to four bytes that were valid.
    private(set) var validSequences = 0
    /// Offsets, from the start of the file, of the bytes that belong to no valid sequence.
    private(set) var badBytes: [Int] = []

    init(_ bytes: [UInt8], from start: Int) {
        utf8.reserveCapacity(bytes.count)
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                utf8.append(byte)
                index += 1
            } else if let length = Self.sequenceLength(in: bytes, at: index) {
                utf8.append(contentsOf: bytes[index..<(index + length)])
                validSequences += 1
                index += length
            } else {
                badBytes.append(index)
                Windows1252.append(byte, to: &utf8)
                index += 1
            }
        }
    }

    /// Whether the bytes are UTF-8, perhaps with some damage: valid sequences of several bytes outnumber the bad bytes.
    ///
    /// In Windows-1252 a letter beyond ASCII hardly ever stands before a character that completes a sequence by chance.
    var isPlausible: Bool { badBytes.isEmpty || validSequences > badBytes.count }

    /// The length of the valid sequence that begins at `index` with a byte above 0x7F, or nothing.
    ///
    /// Overlong forms, surrogates and values above U+10FFFF are not valid (Unicode 16, table 3-7).
    private static func sequenceLength(in bytes: [UInt8], at index: Int) -> Int? {
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch bytes[index] {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]),
            bytes[(index + 2)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { return nil }
        return length
    }
}
