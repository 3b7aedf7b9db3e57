// Where the parts of the dashboard stand: below one another, side by side, or in three columns. Numbers only.

import Screen

/// The rectangles of the dashboard; each section's heading stands in the row above its area.
struct DashboardLayout: Equatable {
    let documents: Rectangle
    let codes: Rectangle
    let next: Rectangle
    /// Where the last days are drawn; nothing where there is no room.
    let days: Rectangle?
    /// Where the coders are named, in wide windows.
    private(set) var coders: Rectangle?
    /// The columns of the rules between side by side parts.
    let rules: [Int]

    /// - Parameters:
    ///   - documents: how many rows each part would like.
    init(_ size: WindowSize, documents: Int, codes: Int, steps: Int) {
        let body = ListFrame.body(in: size)
        if size.columns >= 170 {
            self.init(wide: size, body: body, steps: steps)
        } else if size.hasMargin {
            self.init(middle: size, body: body, codes: codes, steps: steps)
        } else {
            self.init(narrow: size, body: body, documents: documents, codes: codes, steps: steps)
        }
    }

    /// The area of a section's rows.
    func area(of section: DashboardState.Section) -> Rectangle {
        switch section {
        case .documents: documents
        case .codes: codes
        case .next: next
        }
    }

    /// Documents above; codes and what is next side by side below; the last days at the foot.
    private init(narrow size: WindowSize, body: Range<Int>, documents: Int, codes: Int, steps: Int) {
        let width = size.columns
        let hasDays = body.count >= 16
        let available = body.count - 3 - (hasDays ? 2 : 0)
        let wanted = max(steps, min(codes, 8), 1)
        let least = min(wanted, max(3, available * 2 / 5))
        // One row more says how documents are added.
        let above = max(1, min(max(documents + 1, 3), available - least))
        let below = max(1, min(wanted, available - above))
        let split = max(24, width * 9 / 20)
        let row = body.lowerBound + 1 + above + 2
        self.documents = Rectangle(row: body.lowerBound + 1, column: 0, rows: above, columns: width)
        self.codes = Rectangle(row: row, column: 0, rows: below, columns: split - 1)
        next = Rectangle(row: row, column: split, rows: below, columns: width - split)
        days = hasDays ? Rectangle(row: row + below + 1, column: 0, rows: 1, columns: width) : nil
        rules = []
    }

    /// Documents at the left; what is next, codes and the last days at the right.
    private init(middle size: WindowSize, body: Range<Int>, codes: Int, steps: Int) {
        let split = size.columns * 13 / 20
        let right = size.columns - split - 1
        documents = Rectangle(row: body.lowerBound + 1, column: 0, rows: body.count - 1, columns: split)
        next = Rectangle(row: body.lowerBound + 1, column: split + 1, rows: max(1, min(steps, 6)), columns: right)
        let top = next.endRow + 2
        let daysRows = body.count >= 24 ? 3 : 0
        let room = body.upperBound - top - (daysRows > 0 ? daysRows + 1 : 0)
        self.codes = Rectangle(row: top, column: split + 1, rows: max(1, min(max(codes, 1), room)), columns: right)
        days =
            daysRows > 0
            ? Rectangle(row: self.codes.endRow + 1, column: split + 1, rows: daysRows, columns: right) : nil
        rules = [split]
    }

    /// Documents, codes, and what is next with the last days, in three columns.
    private init(wide size: WindowSize, body: Range<Int>, steps: Int) {
        let first = size.columns / 2
        let second = first + 1 + size.columns * 5 / 20
        let top = body.lowerBound + 1
        documents = Rectangle(row: top, column: 0, rows: body.count - 1, columns: first)
        codes = Rectangle(row: top, column: first + 1, rows: body.count - 1, columns: second - first - 1)
        let columns = size.columns - second - 1
        next = Rectangle(row: top, column: second + 1, rows: max(1, min(6, steps)), columns: columns)
        days = Rectangle(row: next.endRow + 1, column: second + 1, rows: min(3, body.count - 8), columns: columns)
        let left = max(0, body.upperBound - next.endRow - 6)
        coders = Rectangle(row: next.endRow + 6, column: second + 1, rows: left, columns: columns)
        rules = [first, second]
    }
}
