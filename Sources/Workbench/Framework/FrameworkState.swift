// The framework matrix as a value: what was read, the chosen cell and passage, and how it is looked at. Draws nothing.

import CodingCore
import StudyFiles
import TextMetrics

/// The state of the framework matrix.
struct FrameworkState {
    /// How it is looked at; `|` goes through them.
    enum View: String, CaseIterable {
        /// The grid, and below it the passages behind the chosen cell.
        case linked
        /// One cell in full with its passages.
        case cell
        /// One case, column by column.
        case row
        /// One column, case by case.
        case column
    }

    /// The matrix's name, and all there are.
    var name = FrameworkPlan.usualName
    private(set) var names = [FrameworkPlan.usualName]
    private(set) var matrix: FrameworkMatrix?
    /// The widest name of a case, in columns of the terminal.
    private(set) var labelWidth = 4
    /// Whether the study changed since it was read.
    var isStale = false
    var view = View.linked
    /// The chosen cell.
    private(set) var row = 0
    private(set) var column = 0
    /// The chosen passage of the cell.
    private(set) var passage = 0
    /// The first row and column of the grid in sight.
    private(set) var top = 0
    private(set) var left = 0

    /// Takes over what was read; the chosen cell stays on its case and column.
    mutating func take(_ matrix: FrameworkMatrix, names: [String]) {
        let (row, column) = (chosenCase?.name, chosenColumn?.column)
        self.matrix = matrix
        self.names = names
        labelWidth = matrix.rows.map { displayWidth(of: $0.label) }.max() ?? 4
        isStale = false
        self.row = matrix.rows.firstIndex { $0.name == row } ?? min(self.row, max(0, matrix.rows.count - 1))
        self.column =
            matrix.columns.firstIndex { $0.column == column } ?? min(self.column, max(0, matrix.columns.count - 1))
        passage = min(passage, max(0, (cell?.passages.count ?? 0) - 1))
    }

    var chosenCase: FrameworkMatrix.Case? {
        matrix.flatMap { $0.rows.indices.contains(row) ? $0.rows[row] : nil }
    }

    var chosenColumn: FrameworkMatrix.Column? {
        matrix.flatMap { $0.columns.indices.contains(column) ? $0.columns[column] : nil }
    }

    /// The chosen cell; nothing in an empty matrix.
    var cell: FrameworkMatrix.Cell? {
        chosenCase == nil || chosenColumn == nil ? nil : matrix?.cells[row][column]
    }

    /// The chosen passage.
    var chosenPassage: PlacedCoding? {
        cell.flatMap { $0.passages.indices.contains(passage) ? $0.passages[passage] : nil }
    }

    /// Moves the chosen cell, as far as it goes: a count may be large.
    mutating func move(rows: Int, columns: Int) {
        guard let matrix else { return }
        choose(
            row: max(0, min(matrix.rows.count - 1, row.addingReportingOverflow(rows).partialValue)),
            column: max(0, min(matrix.columns.count - 1, column.addingReportingOverflow(columns).partialValue))
        )
    }

    mutating func choose(row: Int, column: Int) {
        guard let matrix, matrix.rows.indices.contains(row), matrix.columns.indices.contains(column) else { return }
        if (row, column) != (self.row, self.column) { passage = 0 }
        (self.row, self.column) = (row, column)
    }

    /// Goes to the next or previous passage of the cell.
    mutating func movePassage(_ count: Int) {
        let last = max(0, (cell?.passages.count ?? 0) - 1)
        passage = max(0, min(last, passage.addingReportingOverflow(count).partialValue))
    }

    /// Goes to the next cell in a state, row by row, and on from the beginning; false when there is no other.
    mutating func go(to states: Set<FrameworkMatrix.State>, forward: Bool) -> Bool {
        guard let matrix, !matrix.rows.isEmpty, !matrix.columns.isEmpty else { return false }
        let count = matrix.rows.count * matrix.columns.count
        let here = row * matrix.columns.count + column
        for step in 1..<max(2, count + 1) {
            let place = ((here + (forward ? step : -step)) % count + count) % count
            let (row, column) = (place / matrix.columns.count, place % matrix.columns.count)
            guard states.contains(matrix.cells[row][column].state) else { continue }
            if place == here { return false }
            choose(row: row, column: column)
            return true
        }
        return false
    }

    /// Keeps the chosen cell of the grid in sight.
    mutating func keepInSight(rows: Int, columns: Int) {
        guard let matrix else { return }
        top = max(0, min(top, matrix.rows.count - rows))
        left = max(0, min(left, matrix.columns.count - columns))
        if row < top { top = row }
        if row >= top + rows { top = row - rows + 1 }
        if column < left { left = column }
        if column >= left + columns { left = column - columns + 1 }
    }
}

/// A cell about to be written: where it is, what it said, and what it is to say.
struct CellChange {
    let framework: String
    let row: String
    let document: Identifier?
    let column: FrameworkColumn
    let before: FrameworkSummary
    let after: FrameworkSummary
}
