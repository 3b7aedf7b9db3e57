// Which stripe goes where in the gutter. Works on rows; knows nothing of the screen or of colours.

/// A place in the gutter for every coding of a document, so that no two codings share a cell.
///
/// Codings are taken by first row, the longest first, and each gets the first lane inside all codings around it that is
/// free from its first row to its last; so an enclosing coding lies outside and a nested one inside, like parentheses,
/// and lanes do not jump while scrolling.
package struct Lanes: Sendable {
    /// One coding in the gutter.
    package struct Stripe: Sendable, Equatable {
        /// The index of the coding in the array that was handed in.
        package let coding: Int
        /// The first and the last row, counted from 0.
        package let rows: ClosedRange<Int>
        /// Counted from the outside, from 0.
        package let lane: Int
    }

    /// The stripes in the order of their first rows, the longest first.
    package let stripes: [Stripe]
    /// How many lanes there are.
    package let count: Int
    private let longest: Int

    /// Gives every coding a lane.
    ///
    /// - Parameter rows: for each coding the rows it touches, counted from 0.
    /// - Complexity: O(*n* log *n* + *n* × lanes).
    package init(rows: [ClosedRange<Int>]) {
        let order = rows.indices.sorted {
            let (a, b) = (rows[$0], rows[$1])
            return (a.lowerBound, -a.upperBound, $0) < (b.lowerBound, -b.upperBound, $1)
        }
        var lastRow: [Int] = []
        var placed: [Stripe] = []
        for index in order {
            let range = rows[index]
            // Whatever was placed before and ends no earlier lies around this one.
            let outside = lastRow.lastIndex { $0 >= range.upperBound }.map { $0 + 1 } ?? 0
            let lane = lastRow[outside...].firstIndex { $0 < range.lowerBound } ?? lastRow.count
            if lane == lastRow.count { lastRow.append(range.upperBound) } else { lastRow[lane] = range.upperBound }
            placed.append(Stripe(coding: index, rows: range, lane: lane))
        }
        stripes = placed
        count = lastRow.count
        longest = rows.map(\.count).max() ?? 0
    }

    /// The stripes that touch any of the given rows, in order.
    package func stripes(touching rows: Range<Int>) -> [Stripe] {
        guard !rows.isEmpty else { return [] }
        var low = 0
        var high = stripes.count
        let earliest = rows.lowerBound - longest
        while low < high {
            let middle = (low + high) / 2
            if stripes[middle].rows.lowerBound < earliest { low = middle + 1 } else { high = middle }
        }
        return stripes[low...].prefix { $0.rows.lowerBound < rows.upperBound }
            .filter { $0.rows.upperBound >= rows.lowerBound }
    }
}
