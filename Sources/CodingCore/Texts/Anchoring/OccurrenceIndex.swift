// How often words stand in a text, without reading it through each time. Knows symbols only.

/// Counts occurrences in one sequence of symbols.
struct OccurrenceIndex: Sendable {
    /// Beyond it, occurrences are not counted further.
    static let most = 64

    private static let length = 12
    private let symbols: [Int32]
    /// The first place in each bucket, and for each place the next one in its bucket; -1 for none.
    private var heads: [Int32]
    private var next: [Int32]

    init(_ symbols: [Int32]) {
        self.symbols = symbols
        var size = 1_024
        while size < symbols.count { size *= 2 }
        heads = [Int32](repeating: -1, count: size)
        next = [Int32](repeating: -1, count: symbols.count)
        guard symbols.count >= Self.length else { return }
        for place in 0...(symbols.count - Self.length) {
            let bucket = bucket(of: symbols[place..<(place + Self.length)])
            next[place] = heads[bucket]
            heads[bucket] = Int32(place)
        }
    }

    private func bucket(of symbols: ArraySlice<Int32>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for symbol in symbols { hash = (hash ^ UInt64(UInt32(bitPattern: symbol))) &* 0x0000_0100_0000_01B3 }
        return Int((hash ^ hash >> 29) & UInt64(heads.count - 1))
    }

    /// How often some symbols stand in the text, overlapping places included; at most `most`.
    func count(of wanted: ArraySlice<Int32>) -> Int {
        guard !wanted.isEmpty, wanted.count <= symbols.count else { return 0 }
        guard wanted.count >= Self.length else { return countPlainly(wanted) }
        var count = 0
        var place = Int(heads[bucket(of: wanted.prefix(Self.length))])
        while place >= 0, count < Self.most {
            if isThere(wanted, at: place) { count += 1 }
            place = Int(next[place])
        }
        return count
    }

    private func isThere(_ wanted: ArraySlice<Int32>, at place: Int) -> Bool {
        guard place + wanted.count <= symbols.count else { return false }
        var offset = 0
        for symbol in wanted {
            if symbols[place + offset] != symbol { return false }
            offset += 1
        }
        return true
    }

    private func countPlainly(_ wanted: ArraySlice<Int32>) -> Int {
        var count = 0
        for place in 0...(symbols.count - wanted.count) where isThere(wanted, at: place) {
            count += 1
            if count == Self.most { break }
        }
        return count
    }
}
