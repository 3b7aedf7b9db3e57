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

    /// Takes over which codes stand together.
    mutating func take(pairs: Cooccurrence) {
        let study = study
        matrix?.take(pairs, in: study)
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
        case .presence: return showPresence(shown)
        case .transpose where shown.isPairs: refuse("Codes by codes is the same either way.")
        case .transpose:
            matrix?.isTransposed.toggle()
            matrix?.choose(row: 0, column: 0)
            layOutMatrix()
            matrix?.choose(row: shown.column, column: shown.row)
        case .shares: matrix?.showsShares.toggle()
        case .order:
            matrix?.order = Self.after(shown.order, in: RowOrder.allCases)
            layOutMatrix()
        case .unit where shown.isPairs:
            matrix?.togetherness = Self.after(shown.togetherness, in: MatrixState.relations)
            return [.countMatrix]
        case .unit:
            matrix?.unit = Self.after(shown.unit, in: shown.units(in: study))
            keepMatrixInSight()
            return [.countMatrix]
        case .columns:
            let all = [TableColumns.documents] + study.attributeNames.map { .attribute($0) } + [.speakers, .coders]
            // Behind the last comes codes by codes, and then the first again.
            matrix?.isPairs = !shown.isPairs && shown.columns == all.last
            if matrix?.isPairs != true { matrix?.columns = Self.after(shown.columns, in: all) }
            matrix?.choose(row: 0, column: 0)
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

    /// Shows only codes that are in one column, or in every one, or all again; and says which are not everywhere.
    private mutating func showPresence(_ shown: MatrixState) -> [Effect] {
        guard let table = shown.table, !shown.isPairs, table.groups.count > 1 else {
            refuse("There are no columns here to be in: f divides by something else.")
            return []
        }
        matrix?.shown = Self.after(shown.shown, in: MatrixState.Shown.allCases)
        layOutMatrix()
        keepMatrixInSight()
        let all = table.presence(in: study.codebook)
        let columns = "\(shown.columns)"
        switch matrix?.shown {
        case .inOneOnly:
            let one = all.filter(\.isInOneOnly)
            notice = Notice(text: "\(one.count) of \(counted(all.count, "code")) in one \(columns) only")
        case .inEvery:
            let others = all.filter { !$0.isEverywhere }
            let named = others.prefix(3).map { presence in
                let absent = presence.absent.map { "\($0.column), 0 of \(grouped($0.of))" }.joined(separator: "; ")
                let total = presence.present.count + presence.absent.count
                let name = study.codebook[presence.code]?.name ?? presence.code.description
                return "\(name) in \(presence.present.count) of \(total) (absent: \(absent))"
            }
            let few = table.groups.filter { $0.documents < 5 }.map {
                "\($0.value) has \(counted($0.documents, "document"))"
            }
            let parts =
                ["\(all.count - others.count) of \(counted(all.count, "code")) in every \(columns)"]
                + (named.isEmpty ? [] : ["not: " + named.joined(separator: ", ")]) + few
            notice = Notice(text: parts.joined(separator: " · "))
        default: notice = Notice(text: "All codes are shown.")
        }
        return []
    }

    /// The passages of a code that stand so to passages of another.
    private mutating func openPair(_ cell: MatrixGrid.Cell, _ other: CodeID, _ relation: Togetherness) -> [Effect] {
        guard cell.n > 0 else {
            refuse("These two codes stand nowhere together.")
            return []
        }
        let (a, b) = ("code:\(cell.code)", "code:\(other)")
        let own = matrix?.filter.map { " and (\($0.source))" } ?? ""
        switch relation {
        case .overlap: return showExtracts(of: .code(cell.code), filter: "\(a) overlaps \(b)\(own)")
        case .turn: return showExtracts(of: .code(cell.code), filter: "\(a) near:0turns \(b)\(own)")
        case .near(let turns): return showExtracts(of: .code(cell.code), filter: "\(a) near:\(turns)turns \(b)\(own)")
        // Whichever of the two lies in the other.
        case .within: return showExtracts(of: .everything, filter: "(\(a) within \(b) or \(b) within \(a))\(own)")
        }
    }

    /// Shows the passages behind a cell; a zero has none.
    private mutating func openCell(_ shown: MatrixState) -> [Effect] {
        guard let cell = shown.chosen else { return [] }
        if let other = cell.other { return openPair(cell, other, shown.togetherness) }
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
