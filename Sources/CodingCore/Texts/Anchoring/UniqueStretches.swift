// Stretches of tokens that two sequences have once each, as many as lie in the same order in both. Knows numbers only.

/// Finds where two sequences surely belong together.
enum UniqueStretches {
    private struct Seen {
        var old: Int
        var new = -1
        var isUnique = true
    }

    /// The places at which stretches begin that each sequence has exactly once, ascending in both.
    ///
    /// - Parameter length: how many tokens a stretch has.
    /// - Complexity: O(*n* log *n*).
    static func common(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>, length: Int) -> [(old: Int, new: Int)] {
        guard old.count >= length, new.count >= length else { return [] }
        var seen: [UInt64: Seen] = [:]
        seen.reserveCapacity(old.count)
        forEachHash(old, length) { hash, place in
            if let index = seen.index(forKey: hash) {
                seen.values[index].isUnique = false
            } else {
                seen[hash] = Seen(old: place)
            }
        }
        forEachHash(new, length) { hash, place in
            guard let index = seen.index(forKey: hash) else { return }
            if seen.values[index].new < 0 {
                seen.values[index].new = place
            } else {
                seen.values[index].isUnique = false
            }
        }
        let pairs = seen.values.filter { $0.isUnique && $0.new >= 0 }.sorted { $0.old < $1.old }
            .filter { old[$0.old..<($0.old + length)].elementsEqual(new[$0.new..<($0.new + length)]) }
        return ascending(pairs.map { ($0.old, $0.new) })
    }

    /// Walks over the hashes of all stretches.
    private static func forEachHash(_ tokens: ArraySlice<Int32>, _ length: Int, _ take: (UInt64, Int) -> Void) {
        let base: UInt64 = 0x9E37_79B9_7F4A_7C15
        var last: UInt64 = 1
        for _ in 1..<max(1, length) { last &*= base }
        var hash: UInt64 = 0
        for place in tokens.indices {
            if place >= tokens.startIndex + length { hash &-= value(tokens[place - length]) &* last }
            hash = hash &* base &+ value(tokens[place])
            if place + 1 >= tokens.startIndex + length { take(hash, place + 1 - length) }
        }
    }

    private static func value(_ token: Int32) -> UInt64 { UInt64(truncatingIfNeeded: token) &+ 1 }

    /// The longest part of pairs, ascending in the first, that ascends in the second as well.
    private static func ascending(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
        var tops: [Int] = []
        var before = [Int](repeating: -1, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, tops.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[tops[middle]].new < pair.new { low = middle + 1 } else { high = middle }
            }
            if low > 0 { before[index] = tops[low - 1] }
            if low == tops.count { tops.append(index) } else { tops[low] = index }
        }
        var chain: [(old: Int, new: Int)] = []
        var index = tops.last ?? -1
        while index >= 0 {
            chain.append(pairs[index])
            index = before[index]
        }
        return chain.reversed()
    }
}
