// Gene Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming" (1999), in blocks of
// 64 symbols. Knows symbols only.

/// Looks for one pattern with a number of errors: symbols that are missing, added or other ones.
struct ApproximateSearch {
    private let length: Int
    private let blocks: Int
    /// For each symbol of the pattern the bits of its places, `blocks` words each; the first row is empty.
    private var rows: [UInt64]
    private var rowOfASCII = [Int](repeating: 0, count: 128)
    private var rowOfOthers: [Int32: Int] = [:]

    /// - Parameter pattern: at least one symbol.
    init(_ pattern: some Collection<Int32>) {
        length = pattern.count
        blocks = (pattern.count + 63) / 64
        rows = [UInt64](repeating: 0, count: blocks)
        for (place, symbol) in pattern.enumerated() {
            var row = row(of: symbol)
            if row == 0 {
                row = rows.count
                rows += [UInt64](repeating: 0, count: blocks)
                if symbol < 128 { rowOfASCII[Int(symbol)] = row } else { rowOfOthers[symbol] = row }
            }
            rows[row + place / 64] |= 1 << UInt64(place % 64)
        }
    }

    @inline(__always)
    private func row(of symbol: Int32) -> Int {
        symbol < 128 ? rowOfASCII[Int(symbol)] : rowOfOthers[symbol] ?? 0
    }

    /// The fewest errors with which the pattern stands somewhere, and every place at which such a match ends.
    ///
    /// - Parameters:
    ///   - limit: more errors are no match.
    ///   - stopsAtFirst: whether any match will do.
    /// - Complexity: O(*n* · ⌈*m* / 64⌉) for a pattern of *m* symbols.
    func best(
        in text: some Collection<Int32>,
        atMost limit: Int,
        stopsAtFirst: Bool = false
    ) -> (errors: Int, ends: [Int])? {
        var state = State(blocks: blocks, length: length)
        var (best, ends, place) = (limit, [Int](), 0)
        for symbol in text {
            state.take(rows, row(of: symbol))
            place += 1
            guard state.errors <= best else { continue }
            if state.errors < best { (best, ends) = (state.errors, []) }
            ends.append(place)
            if stopsAtFirst { break }
        }
        return ends.isEmpty ? nil : (best, ends)
    }

    /// The columns of the matrix as differences, one bit each.
    private struct State {
        private var positive: [UInt64]
        private var negative: [UInt64]
        private let last: UInt64
        private(set) var errors: Int

        init(blocks: Int, length: Int) {
            positive = [UInt64](repeating: .max, count: blocks)
            negative = [UInt64](repeating: 0, count: blocks)
            last = 1 << UInt64((length - 1) % 64)
            errors = length
        }

        /// Goes on by one symbol, whose bits begin at a row.
        @inline(__always)
        mutating func take(_ rows: [UInt64], _ row: Int) {
            var (carry, positiveIn, negativeIn): (UInt64, UInt64, UInt64) = (0, 0, 0)
            for block in positive.indices {
                let (pv, mv) = (positive[block], negative[block])
                let equal = rows[row + block]
                let xv = equal | mv
                let masked = equal & pv
                let (half, over) = masked.addingReportingOverflow(pv)
                let (sum, overAgain) = half.addingReportingOverflow(carry)
                carry = over || overAgain ? 1 : 0
                let xh = (sum ^ pv) | equal
                var ph = mv | ~(xh | pv)
                var mh = pv & xh
                if block == positive.count - 1 {
                    if ph & last != 0 { errors += 1 } else if mh & last != 0 { errors -= 1 }
                }
                let (phOut, mhOut) = (ph >> 63, mh >> 63)
                ph = ph << 1 | positiveIn
                mh = mh << 1 | negativeIn
                (positiveIn, negativeIn) = (phOut, mhOut)
                positive[block] = mh | ~(xv | ph)
                negative[block] = ph & xv
            }
        }
    }
}

extension ApproximateSearch {
    /// Where a pattern stands best in a stretch of symbols; the first place of several.
    ///
    /// - Returns: the match as a range of the stretch's indices, and its errors.
    static func find(
        _ pattern: ArraySlice<Int32>,
        in text: ArraySlice<Int32>,
        atMost limit: Int
    ) -> (range: Range<Int>, errors: Int)? {
        guard !pattern.isEmpty, let (errors, ends) = ApproximateSearch(pattern).best(in: text, atMost: limit),
            let length = ends.first
        else { return nil }
        let end = text.startIndex + length
        let reach = text[max(text.startIndex, end - pattern.count - errors)..<end]
        let back = ApproximateSearch(pattern.reversed()).best(in: reach.reversed(), atMost: errors)
        // The longest of the best matches that begin at the end would be as good: the first is the shortest.
        let count = back?.ends.first ?? min(pattern.count, reach.count)
        return ((end - count)..<end, errors)
    }
}
