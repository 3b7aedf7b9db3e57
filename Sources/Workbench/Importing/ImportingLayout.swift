// Where the report and the text stand on the import screen. Cells only.

import Screen

/// The parts of the import screen in a window.
struct ImportingLayout {
    /// The rows of the report.
    let facts: Rectangle
    /// The rows of the text, numbers included.
    let text: Rectangle
    /// Whether the text stands beside the report and not below it.
    let isBeside: Bool

    /// From so many columns on the text stands beside the report.
    static let besideFrom = 100
    /// The columns of a line's number and the gap after it.
    static let numberColumns = 6

    /// - Parameter measure: the width at which lines are numbered; from there on wider windows leave the room to the report.
    init(_ size: WindowSize, measure: Int) {
        let body = ListFrame.body(in: size)
        isBeside = size.columns >= Self.besideFrom
        if isBeside {
            let wanted = Self.numberColumns + measure + 2 + 2
            let width = max(40, min(72, size.columns - 1 - wanted))
            facts = Rectangle(row: body.lowerBound, column: 0, rows: body.count, columns: width)
            text = Rectangle(
                row: body.lowerBound,
                column: width + 1,
                rows: body.count,
                columns: max(1, size.columns - width - 1)
            )
        } else {
            let rows = max(3, body.count * 3 / 8)
            let above = max(1, body.count - rows - 1)
            facts = Rectangle(row: body.lowerBound, column: 0, rows: above, columns: size.columns)
            text = Rectangle(row: body.lowerBound + above + 1, column: 0, rows: rows, columns: size.columns)
        }
    }

    /// The columns for the words of the text.
    var textColumns: Int { max(10, text.columns - Self.numberColumns - 1) }
}
