// Where the grid of the framework matrix and the passages below it stand in a window. Knows sizes; draws nothing.

import CodingCore
import Screen

/// The places of the grid in a window.
struct FrameworkLayout {
    /// The row of the columns' names.
    let heading: Int
    /// How many rows of the window a case takes, and how many cases have room.
    let lines: Int
    let cases: Int
    /// The columns of the cases' names.
    let labels: Range<Int>
    /// How many columns have room, and how wide each is with the rule before it.
    let columns: Int
    let width: Int
    /// The row of the rule above the passages, and their rows.
    let rule: Int
    let passages: Range<Int>

    private static let narrowest = 26

    init(_ framework: FrameworkState, _ size: WindowSize) {
        let body = ListFrame.body(in: size)
        heading = body.lowerBound
        let room = max(2, body.count - 1)
        let below = room >= 30 ? 11 : room >= 22 ? 8 : max(2, room / 3)
        passages = max(heading + 2, body.upperBound - below + 1)..<max(heading + 3, body.upperBound)
        rule = passages.lowerBound - 1
        lines = room >= 30 ? 4 : room >= 22 ? 3 : 2
        cases = max(1, (rule - heading - 1) / lines)
        labels = 2..<2 + max(8, min(framework.labelWidth, max(10, size.columns / 6)))
        let free = max(Self.narrowest, size.columns - labels.upperBound)
        let wanted = max(1, framework.matrix?.columns.count ?? 1)
        columns = max(1, min(wanted, free / Self.narrowest))
        width = free / columns
    }

    /// The columns of a cell's words, counted from the first in sight.
    func cell(_ index: Int) -> Range<Int> {
        let start = labels.upperBound + index * width
        return start + 3..<start + width
    }

    /// The rows of a case, counted from the first in sight; where there is room, the last one parts it from the next.
    func rows(_ index: Int) -> Range<Int> {
        let start = heading + 1 + index * lines
        return start..<min(rule, start + (lines > 2 ? lines - 1 : lines))
    }
}
