// The picture of a whole screen, as a value. All text passes the sanitiser on its way in, so that nothing that is put
// here can steer a terminal. Knows nothing of terminals, of coding, or of what is drawn on it.
import TextMetrics

/// A grid of cells to draw on.
package struct Surface: Hashable, Sendable {
    package let rows: Int
    package let columns: Int
    /// Row after row.
    package private(set) var cells: [Cell]

    /// A blank surface; sizes below 0 count as 0.
    package init(rows: Int, columns: Int) {
        self.rows = max(0, rows)
        self.columns = max(0, columns)
        cells = Array(repeating: .blank, count: self.rows * self.columns)
    }

    /// The whole surface.
    package var area: Rectangle { Rectangle(row: 0, column: 0, rows: rows, columns: columns) }

    /// A cell; row and column must be on the surface.
    package subscript(row: Int, column: Int) -> Cell { cells[row * columns + column] }

    /// Puts text on a row, from a column on, and answers the column after it.
    ///
    /// What does not fit before `limit`, or lies outside the surface, is left out; a wide character is never halved. Tabs
    /// become one blank and line feeds their picture; what stands in for something else is shown reversed.
    /// - Parameters:
    ///   - column: may be negative: the text is then cut on the left.
    ///   - limit: the column to stop before; the surface's end if nil.
    @discardableResult
    package mutating func put(
        _ text: some StringProtocol,
        row: Int,
        column: Int,
        style: Style = .plain,
        limit: Int? = nil
    ) -> Int {
        guard row >= 0, row < rows else { return column }
        let end = min(limit ?? columns, columns)
        var here = column
        for character in text {
            let cluster = shownCluster(character)
            guard here + cluster.width <= end else { break }
            if here >= 0 { write(cluster, row: row, column: here, style: style) }
            here += cluster.width
        }
        return here
    }

    /// Fills the part of an area that lies on the surface with a one-column character.
    package mutating func fill(_ area: Rectangle, with character: Character = " ", style: Style = .plain) {
        let cluster = shownCluster(character)
        guard cluster.width == 1 else { return }
        let visible = area.intersection(self.area)
        for row in visible.row..<visible.endRow {
            for column in visible.column..<visible.endColumn { write(cluster, row: row, column: column, style: style) }
        }
    }

    /// Changes the styles in the part of an area that lies on the surface, and leaves the text.
    package mutating func restyle(_ area: Rectangle, _ change: (inout Style) -> Void) {
        let visible = area.intersection(self.area)
        for row in visible.row..<visible.endRow {
            for column in visible.column..<visible.endColumn { change(&cells[row * columns + column].style) }
        }
    }

    /// Changes the styles of some columns of one row.
    package mutating func restyle(row: Int, columns range: Range<Int>, _ change: (inout Style) -> Void) {
        restyle(Rectangle(row: row, column: range.lowerBound, rows: 1, columns: range.count), change)
    }

    /// The text of a row, without the blanks at its end.
    package func line(_ row: Int) -> String {
        var text = cells[row * columns..<(row + 1) * columns].map(\.text).joined()
        while text.last == " " { text.removeLast() }
        return text
    }

    /// All rows, with line feeds between them.
    package var text: String { (0..<rows).map(line).joined(separator: "\n") }

    /// Writes a cluster that fits, and blanks what is left of wide characters that it cuts.
    private mutating func write(_ cluster: ShownCluster, row: Int, column: Int, style: Style) {
        let start = row * columns + column
        let end = start + cluster.width
        blankWideCell(covering: start)
        blankWideCell(covering: end - 1)
        var style = style
        if cluster.isStandIn { style.attributes.formSymmetricDifference(.reverse) }
        cells[start] = Cell(text: cluster.text, style: style, width: UInt8(clamping: cluster.width))
        for index in start + 1..<max(start + 1, end) { cells[index] = Cell(text: "", style: style, width: 0) }
    }

    private mutating func blankWideCell(covering index: Int) {
        guard cells[index].width != 1 else { return }
        var owner = index
        while cells[owner].width == 0 { owner -= 1 }
        for covered in owner..<owner + Int(cells[owner].width) {
            cells[covered] = Cell(text: " ", style: cells[covered].style, width: 1)
        }
    }
}
