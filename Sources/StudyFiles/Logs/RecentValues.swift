// A small memory of values read from bytes: a log names the same codes, coders and text versions over and over.
// Knows nothing of what the values are.

/// Values by the bytes that they were read from, the latest of each of 128 groups.
struct RecentValues<Value> {
    private var entries: [(range: Range<Int>, value: Value)?] = Array(repeating: nil, count: 128)

    /// The value read from equal bytes before.
    ///
    /// - Parameter place: where to keep the value of these bytes; to be handed to `keep`.
    @inline(__always)
    func value(of bytes: [UInt8], _ range: Range<Int>, place: inout Int) -> Value? {
        var hash: UInt32 = 2_166_136_261
        for index in range { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
        place = Int(hash >> 25)
        guard let entry = entries[place], entry.range.count == range.count else { return nil }
        var other = entry.range.lowerBound
        for index in range {
            if bytes[index] != bytes[other] { return nil }
            other &+= 1
        }
        return entry.value
    }

    /// Keeps a value for the bytes it was read from.
    mutating func keep(_ value: Value, of range: Range<Int>, at place: Int) {
        entries[place] = (range, value)
    }
}
