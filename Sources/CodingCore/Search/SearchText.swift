// The characters of a text as a search runs over them, by bytes. What belongs to one character is told by a few leading
// bytes wherever that is certain; `Character` is asked for the rest.

/// A text that is searched: valid UTF-8.
struct SearchText {
    let bytes: [UInt8]

    var count: Int { bytes.count }

    /// The length of the scalar that begins with a byte.
    @inline(__always)
    static func length(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    /// The scalar that begins at `index`.
    @inline(__always)
    func scalar(at index: Int) -> Unicode.Scalar { Unicode.Scalar(value(at: index)) ?? "\u{FFFD}" }

    /// The value of the scalar that begins at `index`.
    @inline(__always)
    func value(at index: Int) -> UInt32 {
        let first = UInt32(bytes[index])
        switch Self.length(bytes[index]) {
        case 1: return first
        case 2: return (first & 0x1F) << 6 | tail(index + 1)
        case 3: return (first & 0xF) << 12 | tail(index + 1) << 6 | tail(index + 2)
        default: return (first & 7) << 18 | tail(index + 1) << 12 | tail(index + 2) << 6 | tail(index + 3)
        }
    }

    @inline(__always)
    private func tail(_ index: Int) -> UInt32 { UInt32(bytes[index]) & 0x3F }

    /// Whether some bytes stand at `index`.
    @inline(__always)
    func has(_ wanted: [UInt8], at index: Int) -> Bool {
        guard index + wanted.count <= bytes.count else { return false }
        var place = 0
        while place < wanted.count {
            if bytes[index + place] != wanted[place] { return false }
            place += 1
        }
        return true
    }

    /// The end of the character that begins at `index`.
    func endOfCharacter(at index: Int) -> Int {
        let next = index + Self.length(bytes[index])
        if next >= bytes.count || !mayExtend(at: next) { return min(next, bytes.count) }
        var length = 32
        while true {
            var end = min(index + length, bytes.count)
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            let first = string(index..<end).first?.utf8.count ?? 1
            if index + first < end || end == bytes.count { return index + first }
            length *= 4
        }
    }

    /// Whether a character begins at `index`, where a scalar begins that is no mark: it does not where it is the second
    /// half of a flag, of a joined emoji or of a joined Indian consonant.
    func startsCharacter(_ index: Int) -> Bool {
        guard index > 0, bytes[index - 1] >= 0x80 else { return true }
        switch bytes[index] {
        case 0xC2...0xDF, 0xE3...0xED: return true
        default: break
        }
        var before = index - 1
        while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
        return string(before..<index + Self.length(bytes[index])).count > 1
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Whether the scalar that begins at `index` can belong to the character before it: false only where that is certain.
    @inline(__always)
    func mayExtend(at index: Int) -> Bool {
        switch bytes[index] {
        case ..<0x80, 0xC2...0xCB, 0xCE...0xD1, 0xD3...0xD5, 0xDA, 0xE4...0xE9, 0xEB, 0xEC: false
        default: mayExtendRarely(at: index)
        }
    }

    private func mayExtendRarely(at index: Int) -> Bool {
        let second = bytes[index + 1]
        let third = Self.length(bytes[index]) > 2 ? bytes[index + 2] : 0
        switch bytes[index] {
        case 0xD6: return second >= 0x91  // Hebrew points
        case 0xD7: return !(0x90...0xAA).contains(second)  // Hebrew letters
        case 0xD8: return second < 0xA0  // Arabic letters, here and in the next
        case 0xD9: return second > 0x8A
        case 0xE0: return extendsByCategory(at: index)
        case 0xE1: return second < 0xB8
        case 0xE2: return second == 0x80 && (third == 0x8C || third == 0x8D) || second == 0x83 || second >= 0xB3
        case 0xE3: return second == 0x80 && third >= 0xAA || second == 0x82 && (third == 0x99 || third == 0x9A)
        case 0xEA: return second < 0xB0
        case 0xED: return second >= 0x9E
        case 0xEF: return second == 0xAC || second == 0xB8 || second == 0xBE
        default: return true
        }
    }

    /// The scripts of India and Thailand have letters and marks side by side.
    private func extendsByCategory(at index: Int) -> Bool {
        let scalar = scalar(at: index)
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return scalar.value == 0xE33 || scalar.value == 0xEB3
        }
    }
}
