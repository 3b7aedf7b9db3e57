/// A part of a surface, in rows and columns counted from 0 at the top left.
package struct Rectangle: Hashable, Sendable {
    package var row: Int
    package var column: Int
    /// Never below 0.
    package var rows: Int
    package var columns: Int

    package init(row: Int, column: Int, rows: Int, columns: Int) {
        self.row = row
        self.column = column
        self.rows = max(0, rows)
        self.columns = max(0, columns)
    }

    /// The row and the column after the last, as half-open ranges have it.
    package var endRow: Int { row + rows }
    package var endColumn: Int { column + columns }
    package var isEmpty: Bool { rows == 0 || columns == 0 }

    /// The rectangle made smaller by so many rows and columns on each side.
    package func inset(rows inRows: Int = 0, columns inColumns: Int = 0) -> Rectangle {
        Rectangle(
            row: row + inRows,
            column: column + inColumns,
            rows: rows - 2 * inRows,
            columns: columns - 2 * inColumns
        )
    }

    /// Whether a cell lies inside.
    package func contains(row: Int, column: Int) -> Bool {
        row >= self.row && row < endRow && column >= self.column && column < endColumn
    }

    /// The part that both have in common, perhaps empty.
    package func intersection(_ other: Rectangle) -> Rectangle {
        let (top, left) = (max(row, other.row), max(column, other.column))
        return Rectangle(
            row: top,
            column: left,
            rows: min(endRow, other.endRow) - top,
            columns: min(endColumn, other.endColumn) - left
        )
    }

    /// A rectangle of a given size in the middle of this one, cut to it if it is larger.
    package func centred(rows: Int, columns: Int) -> Rectangle {
        let (height, width) = (min(rows, self.rows), min(columns, self.columns))
        return Rectangle(
            row: row + (self.rows - height) / 2,
            column: column + (self.columns - width) / 2,
            rows: height,
            columns: width
        )
    }
}
