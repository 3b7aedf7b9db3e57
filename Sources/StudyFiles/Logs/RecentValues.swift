// A small memory of values read from bytes: a log names the same codes, coders and text versions over and over.
// Knows nothing of what the values are.

/// Values by the bytes that they were read from.
struct RecentValues<Value> {
    /// The most values kept; a log with more forgets them all and starts again.
    private static var most: Int { 1 << 15 }

    /// A hash table with linear probing, at most half full.
    private var entries: [(range: Range<Int>, value: Value)?] = Array(repeating: nil, count: 16)
    private var count = 0

    /// The value read from equal bytes before.
    ///
    /// - Parameter place: set to where the value of these bytes belongs; to be handed to `keep`.
    @inline(__always)
    func value(of bytes: [UInt8], _ range: Range<Int>, place: inout Int) -> Value? {
        var hash: UInt32 = 2_166_136_261
        for index in range { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
        let mask = entries.count &- 1
        place = Int(hash ^ (hash >> 15)) & mask
        while let entry = entries[place] {
            if Self.areEqual(bytes, range, entry.range) { return entry.value }
            place = (place &+ 1) & mask
        }
        return nil
    }

    @inline(__always)
    private static func areEqual(_ bytes: [UInt8], _ range: Range<Int>, _ other: Range<Int>) -> Bool {
        guard range.count == other.count else { return false }
        let distance = other.lowerBound &- range.lowerBound
        for index in range where bytes[index] != bytes[index &+ distance] { return false }
        return true
    }

    /// Keeps a value for the bytes it was read from.
    mutating func keep(_ value: Value, of range: Range<Int>, in bytes: [UInt8], at place: Int) {
        entries[place] = (range, value)
        count += 1
        guard count * 2 > entries.count else { return }
        let old = entries
        let isFull = count >= Self.most
        entries = Array(repeating: nil, count: isFull ? 16 : entries.count * 2)
        count = isFull ? 0 : count
        if isFull { return }
        for case let entry? in old {
            var place = 0
            _ = self.value(of: bytes, entry.range, place: &place)
            entries[place] = entry
        }
    }
}
