// What two sequences of tokens have in common, in order. First by long stretches that both have once, then by shorter ones
// between those, and where nothing is unique by a shortest edit script (Myers 1986) with a bound on its length: never
// quadratic. Knows numbers only.

/// The common stretches of two sequences.
struct TokenDiff {
    /// A stretch that both sequences have.
    struct Run: Equatable {
        var old: Int
        var new: Int
        var count: Int
    }

    /// In order; adjacent ones are not joined.
    private(set) var runs: [Run] = []
    private let old: [Int32]
    private let new: [Int32]

    /// The lengths of stretches that are looked for, one after the other.
    private static let lengths = [24, 8, 3, 1, 1, 1]

    init(_ old: [Int32], _ new: [Int32]) {
        self.old = old
        self.new = new
        align(old.indices, new.indices, level: 0)
    }

    private mutating func align(_ a: Range<Int>, _ b: Range<Int>, level: Int) {
        var (a, b) = (a, b)
        let head = commonPrefix(a, b)
        add(a.lowerBound, b.lowerBound, head)
        a = (a.lowerBound + head)..<a.upperBound
        b = (b.lowerBound + head)..<b.upperBound
        let tail = commonSuffix(a, b)
        a = a.lowerBound..<(a.upperBound - tail)
        b = b.lowerBound..<(b.upperBound - tail)
        if !a.isEmpty, !b.isEmpty {
            if level < Self.lengths.count {
                alignByStretches(a, b, level)
            } else {
                for run in ShortestEdits(old[a], new[b]).runs { add(run.old, run.new, run.count) }
            }
        }
        add(a.upperBound, b.upperBound, tail)
    }

    private mutating func alignByStretches(_ a: Range<Int>, _ b: Range<Int>, _ level: Int) {
        var (from, to) = (a.lowerBound, b.lowerBound)
        for (x, y) in UniqueStretches.common(old[a], new[b], length: Self.lengths[level]) where x >= from && y >= to {
            align(from..<x, to..<y, level: level + 1)
            let count = commonPrefix(x..<a.upperBound, y..<b.upperBound)
            add(x, y, count)
            (from, to) = (x + count, y + count)
        }
        align(from..<a.upperBound, to..<b.upperBound, level: level + 1)
    }

    private mutating func add(_ x: Int, _ y: Int, _ count: Int) {
        if count > 0 { runs.append(Run(old: x, new: y, count: count)) }
    }

    private func commonPrefix(_ a: Range<Int>, _ b: Range<Int>) -> Int {
        let most = min(a.count, b.count)
        var count = 0
        while count < most, old[a.lowerBound + count] == new[b.lowerBound + count] { count += 1 }
        return count
    }

    private func commonSuffix(_ a: Range<Int>, _ b: Range<Int>) -> Int {
        let most = min(a.count, b.count)
        var count = 0
        while count < most, old[a.upperBound - 1 - count] == new[b.upperBound - 1 - count] { count += 1 }
        return count
    }
}
