// A range of whole numbers on the command line: `33-35`, `33–35`, `33`.

import ArgumentParser

/// A first and a last number.
struct NumberRange: ExpressibleByArgument {
    let numbers: ClosedRange<Int>

    init?(argument: String) {
        let parts = argument.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
        let figures = parts.compactMap { Int($0) }
        guard figures.count == parts.count, let first = figures.first, let last = figures.last, first >= 0,
            first <= last
        else { return nil }
        numbers = first...last
    }
}
