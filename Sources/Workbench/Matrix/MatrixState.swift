// The matrix as a value: what is counted, what the columns are, and where the cell is that Enter opens. Draws nothing.

import CodingCore
import TextMetrics

/// The state of the matrix.
struct MatrixState {
    var columns = TableColumns.documents
    var unit = CountingUnit.codings
    var order = RowOrder.codebook
    /// What is counted; nothing for all.
    var filter: Query?
    /// Whether codes are the columns.
    var isTransposed = false
    /// Whether each figure stands with what it is counted out of.
    var showsShares = false
    /// What was counted last; nothing before that.
    private(set) var table: Frequencies?
    private(set) var grid = MatrixGrid()
    /// Whether the study changed since it was counted.
    var isStale = false
    /// The chosen cell.
    private(set) var row = 0
    private(set) var column = 0
    /// The first row and column in sight.
    private(set) var top = 0
    private(set) var left = 0

    /// The units that `Tab` goes through.
    static let units: [CountingUnit] = [.codings, .documents, .passages, .words, .participants]

    /// Takes over what was counted, under names for documents.
    mutating func take(_ table: Frequencies, in study: Study) {
        self.table = table
        layOut(study)
    }

    /// Makes the rows and columns anew, after an order was changed or the table was turned.
    mutating func layOut(_ study: Study) {
        guard let table else { return }
        grid = MatrixGrid(table, order: order, isTransposed: isTransposed, in: study)
        row = min(row, max(0, grid.rows.count - 1))
        column = min(column, max(0, grid.columns.count - 1))
    }

    /// Moves the chosen cell.
    mutating func move(rows: Int, columns: Int) {
        // As far as it goes: a count may be large.
        row = max(0, min(grid.rows.count - 1, row.addingReportingOverflow(rows).partialValue))
        column = max(0, min(grid.columns.count - 1, column.addingReportingOverflow(columns).partialValue))
    }

    mutating func choose(row: Int, column: Int) {
        guard grid.rows.indices.contains(row), grid.columns.indices.contains(column) else { return }
        (self.row, self.column) = (row, column)
    }

    /// Keeps the chosen cell in sight.
    mutating func keepInSight(rows: Int, columns: Int) {
        top = max(0, min(top, grid.rows.count - rows))
        left = max(0, min(left, grid.columns.count - columns))
        if row < top { top = row }
        if row >= top + rows { top = row - rows + 1 }
        if column < left { left = column }
        if column >= left + columns { left = column - columns + 1 }
    }

    /// The chosen cell; nothing in an empty table.
    var chosen: MatrixGrid.Cell? {
        grid.rows.indices.contains(row) && grid.columns.indices.contains(column) ? grid.cells[row][column] : nil
    }
}

/// The table as it is shown: rows, columns, cells.
struct MatrixGrid {
    /// A row or a column.
    struct Line {
        let label: String
        /// The tag or short name for a narrow column.
        let short: String
        var depth = 0
        var isCategory = false
        /// The code; nothing for a group.
        var code: CodeID?
        /// The group's value; nothing for a code.
        var group: String?
        let total: Int
        let of: Int
    }

    /// One cell.
    struct Cell {
        let n: Int
        let of: Int
        let code: CodeID
        let group: String
    }

    private(set) var rows: [Line] = []
    private(set) var columns: [Line] = []
    private(set) var cells: [[Cell]] = []
    /// The largest figure of a cell that is no category's: what the darkest shade stands for.
    private(set) var most = 0
    /// The largest total of a row that is no category.
    private(set) var mostOfRows = 0
    /// The largest N of a column.
    private(set) var mostOf = 0
    /// The widest label of a row with its indentation, and the widest short name of a column, in columns of the terminal. Found
    /// once, as there may be thousands.
    private(set) var labelWidth = 4
    private(set) var nameWidth = 0

    init() {}

    init(_ table: Frequencies, order: RowOrder, isTransposed: Bool, in study: Study) {
        let rows = table.rows(in: order)
        let of = table.of.count(table.unit)
        let codes = rows.map { row in
            let code = study.codebook[row.code]
            let isCategory = code?.kind == .category
            return Line(
                label: row.name,
                short: isCategory || code?.tag.isEmpty != false ? row.code.description : code?.tag ?? "",
                depth: order == .codebook && !isTransposed ? row.depth : 0,
                isCategory: isCategory,
                code: row.code,
                total: row.total.count(table.unit),
                of: of
            )
        }
        let groups = table.groups.enumerated().map { index, group in
            let name =
                table.columns == .documents
                ? DocumentID(group.value).map { study.shortName(of: $0) } ?? group.value : group.value
            // Codes may overlap, so what stands below a column is the most of one code, not a sum.
            let most = rows.map { $0.by[index].n }.max() ?? 0
            return Line(label: name, short: name, group: group.value, total: most, of: group.of)
        }
        let byCode = rows.map { row in
            zip(row.by, table.groups).map { share, group in
                Cell(n: share.n, of: share.of, code: row.code, group: group.value)
            }
        }
        most =
            zip(codes, byCode).filter { !$0.0.isCategory }.flatMap { $0.1.map(\.n) }.max()
            ?? byCode.joined().map(\.n).max() ?? 0
        if isTransposed {
            self.rows = groups
            columns = codes
            cells = groups.indices.map { index in byCode.map { $0[index] } }
        } else {
            self.rows = codes
            columns = groups
            cells = byCode
        }
        mostOfRows = self.rows.filter { !$0.isCategory }.map(\.total).max() ?? 0
        mostOf = columns.map(\.of).max() ?? 0
        labelWidth = self.rows.map { displayWidth(of: $0.label) + 2 * $0.depth }.max() ?? 4
        nameWidth = columns.map { displayWidth(of: $0.short) }.max() ?? 0
    }
}
