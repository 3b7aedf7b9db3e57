// Where labels, cells and totals of the matrix stand in a window. Knows widths; draws nothing.

import CodingCore
import Screen
import TextMetrics

/// The places of the matrix in a window.
struct MatrixLayout {
    /// The row of the columns' names.
    let heading: Int
    /// The rows of cells.
    let body: Range<Int>
    /// The columns of the rows' labels.
    let labels: Range<Int>
    /// The width of a cell, the blank before it included.
    let cell: Int
    /// How many columns of cells have room.
    let columns: Int
    /// Where the total and its bar begin; nothing in narrow windows.
    let total: Int?
    /// Where the spark of the row begins; nothing in narrow windows.
    let spark: Int?
    /// The widths of total and bar.
    static let totalWidth = 7
    static let barWidth = 10

    init(_ matrix: MatrixState, _ size: WindowSize) {
        let body = ListFrame.body(in: size)
        heading = body.lowerBound
        // Below the cells one row says what the columns are counted out of.
        self.body = min(body.upperBound, body.lowerBound + 1)..<max(body.lowerBound + 2, body.upperBound - 1)
        let grid = matrix.grid
        let labelEnd = 2 + min(grid.labelWidth, max(12, size.columns * 3 / 10))
        labels = 2..<labelEnd
        let figures = matrix.showsShares ? "\(grid.most)/\(grid.mostOf)" : "\(grid.most)"
        // A blank, a shade, a blank, the figure.
        cell = max(5, min(14, max(grid.nameWidth + 1, displayWidth(of: figures) + 3)))
        let wanted = grid.columns.count
        let room = size.columns - labelEnd - 1
        let withTotal = room - Self.totalWidth - Self.barWidth - 2
        let hasTotal = withTotal >= min(wanted, 4) * cell
        let sparkWidth = min(wanted, 24) + 2
        // A spark takes no column's place.
        let hasSpark = hasTotal && wanted > 1 && withTotal - sparkWidth >= wanted * cell
        let free = hasTotal ? withTotal - (hasSpark ? sparkWidth : 0) : room
        columns = max(1, min(max(1, wanted), free / cell))
        let end = labelEnd + columns * cell + 1
        total = hasTotal ? end : nil
        spark = hasSpark ? end + Self.totalWidth + Self.barWidth + 2 : nil
    }

    /// The columns of a cell, counted from the first in sight.
    func cellColumns(_ index: Int) -> Range<Int> {
        let start = labels.upperBound + index * cell
        return start + 1..<start + cell
    }
}
