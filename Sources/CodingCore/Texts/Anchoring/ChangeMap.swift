// Two folded texts laid side by side: what is unchanged, what came, what went. Knows symbols; nothing of codings.

/// The stretches of an old text and where each is in the new one.
struct ChangeMap: Sendable {
    /// A stretch of the old text; its place in the new one.
    struct Segment: Sendable {
        /// Symbols of the old text, and those of the new one that stand in their place.
        var old: Range<Int>
        var new: Range<Int>
        var isUnchanged: Bool
    }

    /// In order, without those that only came, which hold nothing of the old text.
    private let segments: [Segment]
    /// The stretches of the new text that are not unchanged, in order and not empty.
    let fresh: [Range<Int>]
    /// How many symbols of the new text before each symbol are fresh.
    private let freshBefore: [Int32]

    init(_ old: TextTokens, _ new: TextTokens) {
        var segments: [Segment] = []
        var fresh: [Range<Int>] = []
        var (x, y) = (0, 0)
        func change(to nextX: Int, _ nextY: Int) {
            if x < nextX { segments.append(Segment(old: x..<nextX, new: y..<nextY, isUnchanged: false)) }
            if y < nextY { fresh.append(y..<nextY) }
            (x, y) = (nextX, nextY)
        }
        for run in TokenDiff(old.ids, new.ids).runs {
            change(to: old.starts[run.old], new.starts[run.new])
            let (endX, endY) = (old.starts[run.old + run.count], new.starts[run.new + run.count])
            if let last = segments.last, last.isUnchanged, last.old.upperBound == x, last.new.upperBound == y {
                segments[segments.count - 1].old = last.old.lowerBound..<endX
                segments[segments.count - 1].new = last.new.lowerBound..<endY
            } else {
                segments.append(Segment(old: x..<endX, new: y..<endY, isUnchanged: true))
            }
            (x, y) = (endX, endY)
        }
        change(to: old.starts[old.ids.count], new.starts[new.ids.count])
        self.segments = segments
        self.fresh = fresh
        freshBefore = Self.sums(of: fresh, count: new.starts[new.ids.count])
    }

    private static func sums(of fresh: [Range<Int>], count: Int) -> [Int32] {
        var sums = [Int32](repeating: 0, count: count + 1)
        for run in fresh { for symbol in run { sums[symbol + 1] = 1 } }
        for symbol in 0..<count { sums[symbol + 1] += sums[symbol] }
        return sums
    }

    /// How many symbols of a stretch of the new text are fresh.
    func freshCount(in new: Range<Int>) -> Int { Int(freshBefore[new.upperBound] - freshBefore[new.lowerBound]) }

    /// The stretch that holds a symbol of the old text, which must have one.
    func segment(at symbol: Int) -> Segment { segments[index(at: symbol)] }

    private func index(at symbol: Int) -> Int {
        var (low, high) = (0, segments.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if segments[middle].old.lowerBound <= symbol { low = middle } else { high = middle }
        }
        return low
    }

    /// Where a passage is in the new text, widened to what stands in the place of changed ends, and how many of its symbols
    /// are unchanged.
    func place(of passage: Range<Int>) -> (new: Range<Int>, kept: Int) {
        let first = segment(at: passage.lowerBound)
        let last = segment(at: passage.upperBound - 1)
        let start = first.new.lowerBound + (first.isUnchanged ? passage.lowerBound - first.old.lowerBound : 0)
        let end =
            last.isUnchanged
            ? last.new.lowerBound + passage.upperBound - last.old.lowerBound : last.new.upperBound
        var kept = 0
        var index = index(at: passage.lowerBound)
        while index < segments.count, segments[index].old.lowerBound < passage.upperBound {
            if segments[index].isUnchanged { kept += segments[index].old.clamped(to: passage).count }
            index += 1
        }
        return (start..<max(start, end), kept)
    }

    /// Whether the neighbours of a passage on both sides are unchanged, and as near to it as they were.
    func isHeld(_ passage: Range<Int>) -> Bool { isHeldBefore(passage.lowerBound) && isHeldAfter(passage.upperBound) }

    /// How many symbols of a neighbour have to be unchanged.
    private static let neighbour = 8

    private func isHeldBefore(_ start: Int) -> Bool {
        let own = segment(at: start)
        if start == 0 || (own.isUnchanged && own.old.lowerBound <= start - Self.neighbour) { return true }
        guard own.old.lowerBound > 0 else { return true }
        let before = segment(at: own.old.lowerBound - 1)
        return before.isUnchanged && !own.isUnchanged && before.old.count >= Self.neighbour
            && before.new.upperBound == own.new.lowerBound && start == own.old.lowerBound
    }

    private func isHeldAfter(_ end: Int) -> Bool {
        guard let last = segments.last, end < last.old.upperBound else { return true }
        let own = segment(at: end - 1)
        if own.isUnchanged, own.old.upperBound >= end + Self.neighbour { return true }
        let after = segment(at: own.old.upperBound)
        return after.isUnchanged && !own.isUnchanged && after.old.count >= Self.neighbour
            && after.new.lowerBound == own.new.upperBound && end == own.old.upperBound
    }
}
