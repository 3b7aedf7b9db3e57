// What commands do on the matrix: moving through cells, turning it, counting other things, and the passages behind a cell.

import CodingCore
import Screen

extension AppState {
    /// Shows the matrix and has it counted.
    mutating func goToMatrix() -> [Effect] {
        refreshStudy()
        let effects = go(to: .matrix)
        if matrix == nil { matrix = MatrixState() }
        return effects + [.countMatrix]
    }

    /// Takes over what was counted.
    mutating func take(matrix table: Frequencies) {
        let study = study
        matrix?.take(table, in: study)
        keepMatrixInSight()
    }

    private mutating func layOutMatrix() {
        let study = study
        matrix?.layOut(study)
    }

    mutating func keepMatrixInSight() {
        guard let shown = matrix else { return }
        let layout = MatrixLayout(shown, size)
        matrix?.keepInSight(rows: layout.body.count, columns: layout.columns)
    }

    mutating func performInMatrix(_ command: Command, count: Int?) -> [Effect] {
        guard let shown = matrix else { return [] }
        let times = count ?? 1
        let height = MatrixLayout(shown, size).body.count
        switch command {
        case .rowDown: matrix?.move(rows: times, columns: 0)
        case .rowUp: matrix?.move(rows: -times, columns: 0)
        case .characterRight: matrix?.move(rows: 0, columns: times)
        case .characterLeft: matrix?.move(rows: 0, columns: -times)
        case .pageDown: matrix?.move(rows: times * height, columns: 0)
        case .pageUp: matrix?.move(rows: -times * height, columns: 0)
        case .top: matrix?.move(rows: -shown.grid.rows.count, columns: 0)
        case .bottom: matrix?.move(rows: count.map { $0 - 1 - shown.row } ?? shown.grid.rows.count, columns: 0)
        case .rowStart: matrix?.move(rows: 0, columns: -shown.grid.columns.count)
        case .rowEnd: matrix?.move(rows: 0, columns: shown.grid.columns.count)
        case .transpose:
            matrix?.isTransposed.toggle()
            matrix?.choose(row: 0, column: 0)
            layOutMatrix()
            matrix?.choose(row: shown.column, column: shown.row)
        case .shares: matrix?.showsShares.toggle()
        case .order:
            matrix?.order = Self.after(shown.order, in: RowOrder.allCases)
            layOutMatrix()
        case .unit:
            matrix?.unit = Self.after(shown.unit, in: MatrixState.units)
            keepMatrixInSight()
            return [.countMatrix]
        case .columns:
            let all = [TableColumns.documents] + study.attributeNames.map { .attribute($0) } + [.speakers, .coders]
            matrix?.columns = Self.after(shown.columns, in: all)
            return [.countMatrix]
        case .filter: overlay = .filter(FilterState(shown.filter?.source ?? ""))
        case .open: return openCell(shown)
        default: return []
        }
        keepMatrixInSight()
        return []
    }

    private static func after<Value: Equatable>(_ value: Value, in all: [Value]) -> Value {
        guard let place = all.firstIndex(of: value) else { return all[0] }
        return all[(place + 1) % all.count]
    }

    /// Shows the passages behind a cell; a zero has none.
    private mutating func openCell(_ shown: MatrixState) -> [Effect] {
        guard let cell = shown.chosen else { return [] }
        guard cell.n > 0 else {
            refuse("There is no passage behind this cell: 0 of \(grouped(cell.of)).")
            return []
        }
        let column = Self.filter(of: shown.columns, cell.group)
        let filter = shown.filter.map { "(\($0.source)) and \(column)" } ?? column
        // An attribute whose name is no word of the query language cannot be asked for.
        guard (try? Query(filter, in: study)) != nil else {
            refuse("\(shown.columns) cannot stand in a query: give the attribute a name without blanks and signs.")
            return []
        }
        return showExtracts(of: .code(cell.code), filter: filter)
    }

    /// The query that takes the passages of a column.
    static func filter(of columns: TableColumns, _ group: String) -> String {
        let value = group.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return switch columns {
        case .documents: "doc:\"\(value)\""
        case .coders: "coder:\"\(value)\""
        case .speakers: "speaker:\"\(value)\""
        case .attribute(let name): "\(name):\"\(value)\""
        }
    }

    /// A press chooses a cell, one on the chosen cell opens it; the wheel moves through the rows.
    mutating func handleInMatrix(_ event: MouseEvent) -> [Effect] {
        guard let shown = matrix else { return [] }
        let layout = MatrixLayout(shown, size)
        switch event.action {
        case .wheelDown: matrix?.move(rows: Self.wheelRows, columns: 0)
        case .wheelUp: matrix?.move(rows: -Self.wheelRows, columns: 0)
        case .press where event.button == .left:
            guard layout.body.contains(event.row), event.column >= layout.labels.upperBound else { return [] }
            let row = shown.top + event.row - layout.body.lowerBound
            let column = shown.left + (event.column - layout.labels.upperBound) / layout.cell
            notice = nil
            if (row, column) == (shown.row, shown.column) { return openCell(shown) }
            matrix?.choose(row: row, column: column)
        case .press, .drag, .release: break
        }
        keepMatrixInSight()
        return []
    }
}
