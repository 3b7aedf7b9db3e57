// The greedy algorithm of Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), for short gaps between
// stretches that are known to belong together. Knows numbers only.

/// The common stretches of two short sequences by a shortest edit script; none when they differ too much.
struct ShortestEdits {
    /// By places in the sequences given.
    private(set) var runs: [TokenDiff.Run] = []

    /// How many tokens may come or go; beyond it nothing is said to be common.
    private static let bound = 256

    init(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) {
        var trace: [[Int]] = []
        var reach = [Int](repeating: 0, count: 2 * Self.bound + 3)
        let middle = Self.bound + 1
        for edits in 0...min(Self.bound, old.count + new.count) {
            // Only these diagonals are looked at on the way back.
            trace.append(Array(reach[(middle - edits - 1)...(middle + edits + 1)]))
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                let goesDown =
                    diagonal == -edits
                    || (diagonal != edits && reach[middle + diagonal - 1] < reach[middle + diagonal + 1])
                var x = goesDown ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1
                var y = x - diagonal
                guard x <= old.count, y <= new.count else {
                    reach[middle + diagonal] = x
                    continue
                }
                while x < old.count, y < new.count, old[old.startIndex + x] == new[new.startIndex + y] {
                    (x, y) = (x + 1, y + 1)
                }
                reach[middle + diagonal] = x
                if x == old.count, y == new.count {
                    walkBack(trace, edits: edits, from: (x, y), starts: (old.startIndex, new.startIndex))
                    return
                }
            }
        }
    }

    private mutating func walkBack(
        _ trace: [[Int]],
        edits: Int,
        from end: (x: Int, y: Int),
        starts: (old: Int, new: Int)
    ) {
        var (x, y) = end
        for edits in stride(from: edits, through: 0, by: -1) {
            let diagonal = x - y
            let reach = trace[edits]
            let middle = edits + 1
            let goesDown =
                diagonal == -edits
                || (diagonal != edits && reach[middle + diagonal - 1] < reach[middle + diagonal + 1])
            let before = goesDown ? diagonal + 1 : diagonal - 1
            let fromX = edits == 0 ? 0 : reach[middle + before]
            let fromY = edits == 0 ? 0 : fromX - before
            let startX = edits == 0 ? 0 : goesDown ? fromX : fromX + 1
            if x > startX {
                let count = x - startX
                runs.append(.init(old: starts.old + startX, new: starts.new + y - count, count: count))
            }
            (x, y) = (fromX, fromY)
        }
        runs.reverse()
    }
}
