// The matrix as a value: what is counted, what the columns are, and where the cell is that Enter opens. Draws nothing.

import CodingCore
import TextMetrics

/// The state of the matrix.
struct MatrixState {
    /// Which codes are shown.
    enum Shown: CaseIterable {
        case all
        /// Those that are in one column and in no other.
        case inOneOnly
        /// Those that are in every column.
        case inEvery
    }

    var columns = TableColumns.documents
    /// Whether codes are the columns as well: which of them stand together.
    var isPairs = false
    /// When codings count as standing together.
    var togetherness = Togetherness.overlap
    var shown = Shown.all
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
    /// What was found together last; nothing unless codes are columns.
    private(set) var pairs: Cooccurrence?
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
        pairs = nil
        layOut(study)
    }

    /// Takes over which codes stand together.
    mutating func take(_ pairs: Cooccurrence, in study: Study) {
        self.pairs = pairs
        layOut(study)
    }

    /// The relations that `Tab` goes through where codes are columns.
    static let relations: [Togetherness] = [.overlap, .within, .turn, .near(turns: 1), .near(turns: 2)]

    /// The units that `Tab` goes through: with the attribute that the study is counted by, if it names one.
    func units(in study: Study) -> [CountingUnit] {
        let own = study.settings.countBy
        return Self.units + (own.isEmpty || !study.attributeNames.contains(own) ? [] : [.attribute(own)])
    }

    /// Makes the rows and columns anew, after an order was changed or the table was turned.
    mutating func layOut(_ study: Study) {
        if let pairs, isPairs {
            grid = MatrixGrid(pairs, in: study)
        } else if let table {
            grid = MatrixGrid(table, order: order, only: codesShown(study), isTransposed: isTransposed, in: study)
        } else {
            return
        }
        row = min(row, max(0, grid.rows.count - 1))
        column = min(column, max(0, grid.columns.count - 1))
    }

    /// The codes shown; nothing for all.
    private func codesShown(_ study: Study) -> Set<CodeID>? {
        guard shown != .all, let table else { return nil }
        let presence = table.presence(in: study.codebook)
        return Set(presence.filter { shown == .inEvery ? $0.isEverywhere : $0.isInOneOnly }.map(\.code))
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
        /// Where the code comes from, such as `inductive`.
        var origin = ""
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
        /// The other code, where codes are the columns as well, and the c-coefficient of the two.
        var other: CodeID?
        var coefficient: Double?
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

    /// Codes × codes: how many pairs of codings stand together.
    init(_ pairs: Cooccurrence, in study: Study) {
        var found: [[CodeID]: Cooccurrence.Pair] = [:]
        var codings: [CodeID: Int] = [:]
        for pair in pairs.pairs {
            found[[pair.a, pair.b]] = pair
            codings[pair.a] = pair.codingsOfA
            codings[pair.b] = pair.codingsOfB
        }
        rows = pairs.codes.map { Self.line($0, depth: 0, total: codings[$0] ?? 0, of: 0, in: study) }
        columns = rows
        cells = pairs.codes.map { a in
            pairs.codes.map { b in
                let pair = found[[a, b]] ?? found[[b, a]]
                return Cell(
                    n: pair?.n ?? 0,
                    of: codings[a] ?? 0,
                    code: a,
                    group: b.description,
                    other: b,
                    coefficient: pair?.c
                )
            }
        }
        most = pairs.pairs.map(\.n).max() ?? 0
        measure()
    }

    private static func line(_ id: CodeID, depth: Int, total: Int, of: Int, in study: Study) -> Line {
        let code = study.codebook[id]
        let isCategory = code?.kind == .category
        return Line(
            label: code?.name ?? id.description,
            short: isCategory || code?.tag.isEmpty != false ? id.description : code?.tag ?? "",
            depth: depth,
            isCategory: isCategory,
            origin: code?.origin ?? "",
            code: id,
            total: total,
            of: of
        )
    }

    private mutating func measure() {
        mostOfRows = rows.filter { !$0.isCategory }.map(\.total).max() ?? 0
        mostOf = columns.map(\.of).max() ?? 0
        labelWidth =
            rows.map {
                displayWidth(of: $0.label) + 2 * $0.depth + ($0.origin.isEmpty ? 0 : displayWidth(of: $0.origin) + 3)
            }
            .max() ?? 4
        nameWidth = columns.map { displayWidth(of: $0.short) }.max() ?? 0
    }

    /// - Parameter only: the codes to be shown; all without it.
    init(_ table: Frequencies, order: RowOrder, only: Set<CodeID>? = nil, isTransposed: Bool, in study: Study) {
        let rows = table.rows(in: order).filter { only?.contains($0.code) ?? true }
        let of = table.of.count(table.unit)
        let isTree = order == .codebook && !isTransposed && only == nil
        let codes = rows.map { row in
            Self.line(row.code, depth: isTree ? row.depth : 0, total: row.total.count(table.unit), of: of, in: study)
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
        measure()
    }
}
