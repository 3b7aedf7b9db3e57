// Draws the matrix: a number in every cell, a shade beside it, totals with bars, and how a row spreads. Reads the state only.

import CodingCore
import Screen
import TextMetrics

/// Draws the matrix.
struct MatrixDraw {
    let state: AppState
    let matrix: MatrixState
    let look: Look

    private var frame: ListFrame { ListFrame(state: state, look: look) }

    /// Draws the screen and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface) -> CursorPlace? {
        let title = state.study.settings.title + " \(look.glyphs.pointer) Matrix"
        frame.drawTitle(title, facts: facts, into: &surface)
        frame.drawStatus(status, into: &surface)
        let grid = matrix.grid
        let layout = MatrixLayout(matrix, state.size)
        guard !grid.rows.isEmpty, !grid.columns.isEmpty else {
            surface.put(look.said(empty), row: layout.heading, column: 2)
            return CursorPlace(row: layout.heading, column: 2)
        }
        let rows = layout.body.count
        let shown = matrix.left..<min(grid.columns.count, matrix.left + layout.columns)
        drawHeading(layout, shown, into: &surface)
        for (offset, index) in (matrix.top..<min(grid.rows.count, matrix.top + rows)).enumerated() {
            drawRow(index, layout, shown, row: layout.body.lowerBound + offset, most: grid.mostOfRows, into: &surface)
        }
        drawFoot(layout, shown, into: &surface)
        let cursorRow = layout.body.lowerBound + matrix.row - matrix.top
        return CursorPlace(row: cursorRow, column: layout.cellColumns(matrix.column - matrix.left).lowerBound)
    }

    private var empty: String {
        if matrix.isPairs, matrix.pairs != nil { return "No two codes stand together so." }
        if matrix.shown != .all { return "No code is so: p shows others." }
        return matrix.table == nil ? "Counting…" : "Nothing is coded yet: c codes a selection in a text."
    }

    private var facts: [String] {
        let columns = "\(matrix.columns)"
        if matrix.isPairs {
            return [
                matrix.filter.map { "only \($0.source)" } ?? "", matrix.showsShares ? "c" : "",
                "codes \(look.said("×")) codes", "\(matrix.togetherness)",
            ].filter { !$0.isEmpty }
        }
        return [
            matrix.shown == .all
                ? "" : matrix.shown == .inEvery ? "in every \(columns)" : "in one \(columns) only",
            matrix.filter.map { "only \($0.source)" } ?? "",
            matrix.order == .codebook ? "" : "by \(matrix.order.rawValue)", matrix.showsShares ? "n/N" : "",
            matrix.isTransposed ? "\(columns) \(look.said("×")) codes" : "codes \(look.said("×")) \(columns)",
            "count \(matrix.unit)",
        ].filter { !$0.isEmpty }
    }

    /// What the chosen cell says, with what it is counted out of.
    private var status: String {
        guard let cell = matrix.chosen else { return "" }
        if let other = cell.other { return said(of: cell, other) }
        guard let table = matrix.table else { return "" }
        let name = state.study.codebook[cell.code]?.name ?? cell.code.description
        let group =
            table.columns == .documents
            ? DocumentID(cell.group).map { state.study.shortName(of: $0) } ?? cell.group
            : "\(matrix.columns) \(cell.group)"
        return
            "\(name) in \(group): \(grouped(cell.n)) of \(counted(cell.of, unitNoun)) · counts are signposts, not findings"
    }

    /// How often two codes stand together, with the coefficients.
    private func said(of cell: MatrixGrid.Cell, _ other: CodeID) -> String {
        let names = [cell.code, other].map { state.study.codebook[$0]?.name ?? $0.description }
        let pair = matrix.pairs?.pairs.first { Set([$0.a, $0.b]) == Set([cell.code, other]) }
        guard let pair else { return "\(names[0]) × \(names[1]): nowhere together" }
        let coefficient = pair.c.map(Self.thousandths) ?? "–"
        return
            "\(names[0]) × \(names[1]): \(counted(pair.n, "pair")) in \(counted(pair.documents, "document")) · c \(coefficient)"
            + " · Jaccard \(Self.thousandths(pair.jaccard))\(pair.isUneven ? " · uneven sizes" : "")"
    }

    private static func thousandths(_ value: Double) -> String {
        let figure = Int((value * 1_000).rounded())
        return "\(figure / 1_000)." + String(String(figure % 1_000 + 1_000).dropFirst())
    }

    private var unitNoun: String {
        let words = matrix.unit.description
        return words.hasSuffix("s") ? String(words.dropLast()) : words
    }

    private func drawHeading(_ layout: MatrixLayout, _ shown: Range<Int>, into surface: inout Surface) {
        let grid = matrix.grid
        for (offset, index) in shown.enumerated() {
            surface.putFitted(
                grid.columns[index].short,
                row: layout.heading,
                columns: layout.cellColumns(offset),
                alignment: .right,
                ellipsis: look.glyphs.ellipsis,
                style: index == matrix.column ? look.strong : look.quiet
            )
        }
        if let total = layout.total, !matrix.isTransposed {
            let columns = total..<total + MatrixLayout.totalWidth
            surface.putFitted("all", row: layout.heading, columns: columns, alignment: .right, style: look.quiet)
        }
        // What is out of sight is said: columns before and behind.
        if shown.lowerBound > 0 || shown.upperBound < grid.columns.count {
            let words = "\(shown.lowerBound + 1)\(look.said("–"))\(shown.upperBound) of \(grid.columns.count)"
            surface.putFitted(words, row: layout.heading, columns: layout.labels, style: look.quiet)
        }
    }

    private func drawRow(
        _ index: Int,
        _ layout: MatrixLayout,
        _ shown: Range<Int>,
        row: Int,
        most: Int,
        into surface: inout Surface
    ) {
        let line = matrix.grid.rows[index]
        let isChosen = index == matrix.row
        if isChosen { surface.put(String(look.glyphs.pointer), row: row, column: 0, style: look.accent) }
        let start = min(layout.labels.lowerBound + 2 * line.depth, layout.labels.upperBound - 4)
        surface.putFitted(
            line.label,
            row: row,
            columns: start..<layout.labels.upperBound,
            ellipsis: look.glyphs.ellipsis,
            style: line.isCategory || isChosen ? look.strong : .plain
        )
        let labelEnd = start + displayWidth(of: line.label) + 1
        let origin = "[\(line.origin)]"
        if !line.origin.isEmpty, labelEnd + displayWidth(of: origin) <= layout.labels.upperBound {
            surface.put(origin, row: row, column: labelEnd, style: look.quiet)
        }
        for (offset, column) in shown.enumerated() {
            let isHere = isChosen && column == matrix.column
            drawCell(matrix.grid.cells[index][column], line, layout.cellColumns(offset), row, isHere, into: &surface)
        }
        guard let total = layout.total, !matrix.isTransposed else { return }
        surface.putFitted(
            matrix.isPairs ? figure(line.total) : figure(line.total, line.of),
            row: row,
            columns: total..<total + MatrixLayout.totalWidth,
            alignment: .right,
            style: line.isCategory ? look.quiet : .plain
        )
        // A category holds all below it: a bar of its own would dwarf theirs.
        if !line.isCategory {
            let bar = look.glyphs.bar(line.total, most: most, columns: MatrixLayout.barWidth)
            surface.put(bar, row: row, column: total + MatrixLayout.totalWidth + 1, style: look.quiet)
        }
        guard let spark = layout.spark else { return }
        let figures = matrix.grid.cells[index].prefix(24).map(\.n)
        let steps = figures.map { look.glyphs.spark($0, most: figures.max() ?? 0) }
        surface.put(String(steps), row: row, column: spark, style: look.quiet)
    }

    private func drawCell(
        _ cell: MatrixGrid.Cell,
        _ line: MatrixGrid.Line,
        _ columns: Range<Int>,
        _ row: Int,
        _ isHere: Bool,
        into surface: inout Surface
    ) {
        let style = isHere ? look.bar : cell.n == 0 || line.isCategory ? look.quiet : .plain
        if isHere {
            surface.put(
                String(repeating: " ", count: columns.count),
                row: row,
                column: columns.lowerBound,
                style: style
            )
        }
        let isCategory = line.isCategory || state.study.codebook[cell.code]?.kind == .category
        if !isCategory, cell.n > 0 {
            let shade = String(look.glyphs.shade(cell.n, most: matrix.grid.most))
            surface.put(shade, row: row, column: columns.lowerBound, style: isHere ? style : look.quiet)
        }
        surface.putFitted(
            cell.other != nil && matrix.showsShares && cell.n > 0
                ? cell.coefficient.map(Self.thousandths) ?? "–"
                : cell.other != nil ? figure(cell.n) : figure(cell.n, cell.of),
            row: row,
            columns: columns.lowerBound + 1..<columns.upperBound,
            alignment: .right,
            style: style
        )
    }

    private func figure(_ n: Int) -> String { n == 0 ? String(look.glyphs.dot) : "\(n)" }

    private func figure(_ n: Int, _ of: Int) -> String {
        if n == 0, !matrix.showsShares { return String(look.glyphs.dot) }
        return matrix.showsShares ? "\(n)/\(of)" : "\(n)"
    }

    /// What each column is counted out of, or in the table turned, what all codes are.
    private func drawFoot(_ layout: MatrixLayout, _ shown: Range<Int>, into surface: inout Surface) {
        let row = layout.body.upperBound
        let label = matrix.isPairs ? "codings" : matrix.isTransposed ? "all" : "of"
        surface.putFitted(label, row: row, columns: layout.labels, style: look.quiet)
        for (offset, index) in shown.enumerated() {
            let line = matrix.grid.columns[index]
            surface.putFitted(
                "\(matrix.isTransposed || matrix.isPairs ? line.total : line.of)",
                row: row,
                columns: layout.cellColumns(offset),
                alignment: .right,
                style: look.quiet
            )
        }
        guard let total = layout.total, !matrix.isTransposed, !matrix.isPairs, let table = matrix.table else {
            return
        }
        let columns = total..<total + MatrixLayout.totalWidth
        surface.putFitted(
            "\(table.of.count(table.unit))",
            row: row,
            columns: columns,
            alignment: .right,
            style: look.quiet
        )
    }
}
