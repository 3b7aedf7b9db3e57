// The keys of a log line and how they are found without making a String of each. Format: docs/FORMAT.md, "A log line".

/// A key that this version of Gloss knows in a log line.
enum LogKey: UInt32, CaseIterable {
    case v, id, op, by, at, act, logs, ops
    case on, prev, from, how, undo
    case doc, text, start, end, quote, qh, before, after
    case code, rule, memo, star, doubt
    case docs, texts, ids

    /// The key as it is written.
    var name: String { String(describing: self) }

    /// The key's place in a set of keys.
    var bit: UInt32 { 1 << rawValue }
}

/// The known keys by their bytes: none is longer than 8, so that a key is one number.
struct LogKeyTable {
    private var packed = [UInt64](repeating: 0, count: 128)
    private var keys = [LogKey](repeating: .v, count: 128)

    init() {
        for key in LogKey.allCases {
            let bytes = Array(key.name.utf8)
            let number = Self.number(bytes, bytes.indices)
            var slot = Self.slot(of: number)
            while packed[slot] != 0 { slot = (slot + 1) & 127 }
            packed[slot] = number
            keys[slot] = key
        }
    }

    /// The key that stands in the bytes; nothing when it is not one of ours.
    @inline(__always)
    func key(_ bytes: [UInt8], _ range: Range<Int>) -> LogKey? {
        guard range.count <= 8 else { return nil }
        let number = Self.number(bytes, range)
        guard number != 0 else { return nil }
        var slot = Self.slot(of: number)
        while packed[slot] != number {
            if packed[slot] == 0 { return nil }
            slot = (slot + 1) & 127
        }
        return keys[slot]
    }

    @inline(__always)
    private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        var number: UInt64 = 0
        for index in range { number = number << 8 | UInt64(bytes[index]) }
        return number
    }

    @inline(__always)
    private static func slot(of number: UInt64) -> Int {
        Int((number &* 0x9E37_79B9_7F4A_7C15) >> 57)
    }
}
