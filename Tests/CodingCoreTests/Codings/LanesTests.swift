import TestSupport
import Testing

@testable import CodingCore

@Suite struct LanesTests {
    private func lanes(_ rows: [ClosedRange<Int>]) -> [Int] {
        Lanes(rows: rows).stripes.sorted { $0.coding < $1.coding }.map(\.lane)
    }

    /// Rows as they come about in coding: many begin inside another.
    private func randomRows(_ count: Int, using random: inout SeededGenerator) -> [ClosedRange<Int>] {
        var rows: [ClosedRange<Int>] = []
        for _ in 0..<count {
            let around = Bool.random(using: &random) ? rows.randomElement(using: &random) : nil
            let start = Int.random(in: around ?? 0...200, using: &random)
            rows.append(start...(start + Int.random(in: 0...12, using: &random)))
        }
        return rows
    }

    @Test(
        arguments: [
            ([], []),
            ([0...3], [0]),
            ([0...3, 4...5], [0, 0]),  // one below the other
            ([0...3, 3...5], [0, 1]),  // they share a row
            ([0...9, 2...4], [0, 1]),  // one inside the other
            ([2...4, 0...9], [1, 0]),  // whatever the order they come in
            ([0...9, 0...4], [0, 1]),  // the longest outside
            ([0...4, 0...9], [1, 0]),
            ([0...4, 0...4, 0...4], [0, 1, 2]),
            ([0...9, 1...3, 5...7], [0, 1, 1]),
            ([0...2, 1...10, 3...5], [0, 1, 2]),  // inside the one around it, though lane 0 is free
            ([0...2, 1...4, 3...8], [0, 1, 0]),  // overlapping, not inside: the first free lane
        ] as [([ClosedRange<Int>], [Int])]
    )
    func eachCodingHasItsLane(rows: [ClosedRange<Int>], expected: [Int]) {
        #expect(lanes(rows) == expected)
        #expect(Lanes(rows: rows).count == (expected.max() ?? -1) + 1)
    }

    @Test(arguments: 0..<30) func noTwoCodingsShareACell(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let lanes = Lanes(rows: randomRows(120, using: &random))
        var cells: Set<[Int]> = []
        for stripe in lanes.stripes {
            #expect(stripe.lane < lanes.count)
            for row in stripe.rows { #expect(cells.insert([row, stripe.lane]).inserted) }
        }
    }

    @Test(arguments: 0..<30) func anEnclosingCodingLiesOutside(seed: Int) {
        var random = SeededGenerator(seed: UInt64(100 + seed))
        let stripes = Lanes(rows: randomRows(80, using: &random)).stripes
        for outer in stripes {
            for inner in stripes where inner.rows != outer.rows {
                if outer.rows.lowerBound <= inner.rows.lowerBound, outer.rows.upperBound >= inner.rows.upperBound {
                    #expect(outer.lane < inner.lane)
                }
            }
        }
    }

    @Test(arguments: 0..<20) func everyCodingHasOneStripeInOrder(seed: Int) {
        var random = SeededGenerator(seed: UInt64(200 + seed))
        let rows = randomRows(60, using: &random)
        let stripes = Lanes(rows: rows).stripes
        #expect(stripes.map(\.coding).sorted() == Array(rows.indices))
        #expect(stripes.allSatisfy { $0.rows == rows[$0.coding] })
        for (a, b) in zip(stripes, stripes.dropFirst()) {
            let (first, second) = (a.rows, b.rows)
            #expect(first.lowerBound <= second.lowerBound)
            if first.lowerBound == second.lowerBound { #expect(first.upperBound >= second.upperBound) }
        }
    }

    @Test(arguments: 0..<20) func aCodingAddedBelowMovesNoneAbove(seed: Int) {
        var random = SeededGenerator(seed: UInt64(300 + seed))
        let rows = randomRows(40, using: &random)
        let below = (rows.map(\.lowerBound).max() ?? 0) + 1
        #expect(lanes(rows + [below...(below + 3)]).dropLast() == lanes(rows)[...])
    }

    @Test(arguments: 0..<20) func stripesOfSomeRowsAreThoseThatTouchThem(seed: Int) {
        var random = SeededGenerator(seed: UInt64(400 + seed))
        let lanes = Lanes(rows: randomRows(80, using: &random))
        for _ in 0..<60 {
            let start = Int.random(in: -5...230, using: &random)
            let window = start..<(start + Int.random(in: 0...40, using: &random))
            #expect(lanes.stripes(touching: window) == lanes.stripes.filter { $0.rows.overlaps(window) })
        }
    }

    @Test func noCodingsHaveNoLanes() {
        let lanes = Lanes(rows: [])
        #expect(lanes.count == 0)
        #expect(lanes.stripes(touching: 0..<100) == [])
    }
}
