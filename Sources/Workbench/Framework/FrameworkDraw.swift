// Draws the framework matrix: the grid with the passages behind the chosen cell. Reads the state only.

import CodingCore
import Screen
import TextMetrics

/// Draws the framework matrix.
struct FrameworkDraw {
    let state: AppState
    let framework: FrameworkState
    let look: Look

    private var frame: ListFrame { ListFrame(state: state, look: look) }

    /// Draws the screen and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface) -> CursorPlace? {
        frame.drawTitle(
            state.study.settings.title + " \(look.glyphs.pointer) Framework" + (title.isEmpty ? "" : " \(title)"),
            facts: facts,
            into: &surface
        )
        frame.drawStatus(status, into: &surface)
        let top = ListFrame.body(in: state.size).lowerBound
        guard let matrix = framework.matrix, !matrix.rows.isEmpty, !matrix.columns.isEmpty else {
            surface.put(look.said(empty), row: top, column: 2)
            return CursorPlace(row: top, column: 2)
        }
        return framework.view == .linked ? drawGrid(matrix, into: &surface) : drawSheet(matrix, into: &surface)
    }

    private var title: String {
        guard let plan = framework.matrix?.plan else { return "" }
        return plan.title.isEmpty ? (framework.names.count > 1 ? framework.name : "") : plan.title
    }

    private var empty: String {
        guard let matrix = framework.matrix else { return "Reading…" }
        return matrix.columns.isEmpty
            ? "No codes yet, so no columns: the codebook makes them." : "No documents yet, so no cases."
    }

    private var facts: [String] {
        guard let matrix = framework.matrix else { return [] }
        let written = matrix.count(.written) + matrix.count(.stale)
        return [
            framework.view == .linked ? "" : "by \(framework.view.rawValue)",
            "\(matrix.plan.rows) \(look.said("×")) \(counted(matrix.columns.count, "column"))",
            "\(matrix.nonEmpty) of \(counted(matrix.rows.count * matrix.columns.count, "cell")) coded",
            "\(written) summarised", "\(matrix.count(.stale)) stale",
        ].filter { !$0.isEmpty }
    }

    private var status: String {
        guard let row = framework.chosenCase, let column = framework.chosenColumn, let cell = framework.cell else {
            return ""
        }
        let what: String
        switch cell.state {
        case .silent: what = "no codings"
        case .unwritten: what = "\(counted(cell.passages.count, "coding")), no summary yet"
        case .written: what = "\(counted(cell.passages.count, "coding")), \(cell.linked.count) linked"
        case .stale: what = "stale: \(cell.changesInWords)"
        }
        return "\(row.label) × \(column.name): \(what)"
    }

    // MARK: The grid

    private func drawGrid(_ matrix: FrameworkMatrix, into surface: inout Surface) -> CursorPlace {
        let layout = FrameworkLayout(framework, state.size)
        let columns = framework.left..<min(matrix.columns.count, framework.left + layout.columns)
        let rows = framework.top..<min(matrix.rows.count, framework.top + layout.cases)
        if columns.count < matrix.columns.count || rows.count < matrix.rows.count {
            let words = "\(columns.lowerBound + 1)\(look.said("–"))\(columns.upperBound)/\(matrix.columns.count)"
            surface.putFitted(words, row: layout.heading, columns: layout.labels, style: look.quiet)
        }
        for (offset, column) in columns.enumerated() {
            surface.putFitted(
                matrix.columns[column].name,
                row: layout.heading,
                columns: layout.cell(offset),
                ellipsis: look.glyphs.ellipsis,
                style: column == framework.column ? look.strong : look.quiet
            )
            surface.drawRule(
                column: layout.cell(offset).lowerBound - 2,
                rows: layout.heading..<layout.rule,
                glyphs: look.glyphs,
                style: look.quiet
            )
        }
        var cursor = CursorPlace(row: layout.heading + 1, column: layout.labels.lowerBound)
        for (place, row) in rows.enumerated() {
            let lines = layout.rows(place)
            drawCase(matrix.rows[row], isChosen: row == framework.row, lines, layout.labels, into: &surface)
            for (offset, column) in columns.enumerated() {
                let isChosen = row == framework.row && column == framework.column
                let area = layout.cell(offset)
                if isChosen { cursor = CursorPlace(row: lines.lowerBound, column: area.lowerBound) }
                drawCell(matrix.cells[row][column], isChosen: isChosen, lines, area, into: &surface)
            }
        }
        drawPassages(layout, into: &surface)
        return cursor
    }

    private func drawCase(
        _ row: FrameworkMatrix.Case,
        isChosen: Bool,
        _ lines: Range<Int>,
        _ columns: Range<Int>,
        into surface: inout Surface
    ) {
        guard let first = lines.first else { return }
        if isChosen { surface.put(String(look.glyphs.pointer), row: first, column: 0, style: look.accent) }
        surface.putFitted(
            row.label,
            row: first,
            columns: columns,
            ellipsis: look.glyphs.ellipsis,
            style: isChosen ? look.strong : .plain
        )
        for (fact, line) in zip(row.facts, lines.dropFirst()) {
            surface.putFitted(fact, row: line, columns: columns, ellipsis: look.glyphs.ellipsis, style: look.quiet)
        }
    }

    private func drawCell(
        _ cell: FrameworkMatrix.Cell,
        isChosen: Bool,
        _ lines: Range<Int>,
        _ columns: Range<Int>,
        into surface: inout Surface
    ) {
        if isChosen {
            for line in lines {
                surface.put(String(look.glyphs.thumb), row: line, column: columns.lowerBound - 1, style: look.accent)
            }
        }
        let mark = mark(of: cell)
        // What makes a cell stale keeps its place at the end, whatever else is cut.
        let isAlone = displayWidth(of: mark) > 0
        let room = max(1, lines.count - (isAlone && cell.state == .stale ? 1 : 0))
        let words = paragraph(
            inOneRow(look.said(words(of: cell))),
            columns: columns.count,
            atMost: room,
            ellipsis: look.glyphs.ellipsis
        )
        let style = isChosen && cell.state != .silent ? look.strong : quiet(cell) ? look.quiet : .plain
        for (line, text) in zip(lines, words) {
            surface.put(text, row: line, column: columns.lowerBound, style: style, limit: columns.upperBound)
        }
        guard isAlone, let first = lines.first else { return }
        let row = cell.state == .stale ? min(lines.upperBound - 1, first + words.count) : first + words.count - 1
        let column =
            cell.state == .stale
            ? columns.lowerBound : columns.lowerBound + displayWidth(of: words.last ?? "") + (words.isEmpty ? 0 : 1)
        guard column + displayWidth(of: mark) <= columns.upperBound || cell.state == .stale else { return }
        let markStyle = cell.state == .stale ? look.strong : look.quiet
        surface.putFitted(mark, row: row, columns: column..<columns.upperBound, ellipsis: "", style: markStyle)
    }

    private func quiet(_ cell: FrameworkMatrix.Cell) -> Bool { cell.state == .silent || cell.state == .unwritten }

    private func words(of cell: FrameworkMatrix.Cell) -> String {
        switch cell.state {
        case .silent: "– no codings –"
        case .unwritten: "(empty: \(counted(cell.passages.count, "coding")))"
        case .written, .stale: cell.summary.text
        }
    }

    /// What stands at the end of a cell: the numbers of its linked passages, or what came since.
    private func mark(of cell: FrameworkMatrix.Cell) -> String {
        if cell.state == .stale { return "! \(cell.changesInWords)" }
        return (0..<min(9, cell.linked.count)).map { look.glyphs.raised($0 + 1) }.joined(separator: " ")
    }

    private func inOneRow(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
            .joined(separator: " / ")
    }

    // MARK: The passages

    private func drawPassages(_ layout: FrameworkLayout, into surface: inout Surface) {
        guard let cell = framework.cell else { return }
        surface.drawRule(row: layout.rule, columns: 0..<surface.columns, glyphs: look.glyphs, style: look.quiet)
        let head = " behind this cell: \(counted(cell.passages.count, "coding")) "
        surface.put(look.said(head), row: layout.rule, column: 2, style: look.quiet)
        let height = layout.passages.count
        let top = max(0, min(framework.passage - height + 1, cell.passages.count - height))
        for (row, index) in zip(layout.passages, top..<cell.passages.count) {
            drawPassage(index, of: cell, row: row, into: &surface)
        }
        if cell.passages.isEmpty, let first = layout.passages.first {
            surface.put(look.said("Nobody coded anything here."), row: first, column: 2, style: look.quiet)
        }
    }

    /// One passage in one row: number, place, words, codes, and whether it is linked or new.
    private func drawPassage(_ index: Int, of cell: FrameworkMatrix.Cell, row: Int, into surface: inout Surface) {
        let placed = cell.passages[index]
        let isChosen = index == framework.passage
        if isChosen { surface.put(String(look.glyphs.pointer), row: row, column: 0, style: look.accent) }
        let facts = facts(of: placed, in: cell)
        let width = displayWidth(of: facts)
        let end = max(20, surface.columns - width - 2)
        let number =
            cell.linked.firstIndex { $0.coding.id == placed.coding.id }.map { look.glyphs.raised($0 + 1) } ?? " "
        surface.putFitted(
            number,
            row: row,
            columns: 2..<2 + displayWidth(of: look.glyphs.raised(9)),
            style: look.accent
        )
        let words = "\(state.locator(of: placed.coding)) “\(inOneRow(state.words(of: placed.coding)))”"
        surface.putFitted(
            look.said(words),
            row: row,
            columns: 3 + displayWidth(of: look.glyphs.raised(9))..<end,
            ellipsis: look.glyphs.ellipsis,
            style: isChosen ? look.strong : .plain
        )
        surface.put(facts, row: row, column: min(end + 1, surface.columns - width - 1), style: look.quiet)
    }

    private func facts(of placed: PlacedCoding, in cell: FrameworkMatrix.Cell) -> String {
        let tag = state.study.codebook[placed.code].map { $0.tag.isEmpty ? $0.name : $0.tag } ?? placed.code.description
        let id = placed.coding.id
        let marks =
            (cell.against.contains(id) ? ["against"] : [])
            + (cell.state == .stale && cell.new.contains(id) ? ["new"] : [])
            + (cell.edited.contains(id) ? ["edited"] : [])
            + (cell.linked.contains { $0.coding.id == id } ? ["linked"] : [])
        return ([tag, placed.coding.coder.description] + marks).joined(separator: " \(look.glyphs.dot) ")
    }

    // MARK: One cell, one case, one column

    /// A line of the reading views.
    private struct Line {
        var text: String
        var style: Style
        /// Whether it belongs to what is chosen.
        var isChosen: Bool
        var indent = 2
    }

    private func drawSheet(_ matrix: FrameworkMatrix, into surface: inout Surface) -> CursorPlace {
        let body = ListFrame.body(in: state.size)
        let lines = framework.view == .cell ? linesOfCell(matrix) : linesOfCells(matrix)
        let first = lines.firstIndex(where: \.isChosen) ?? 0
        let last = lines.lastIndex(where: \.isChosen) ?? first
        // The chosen part is in sight from its first line on.
        let top = max(0, min(first, last - body.count + 1 <= first ? max(0, last - body.count + 2) : first))
        for (row, line) in zip(body, lines.dropFirst(top)) {
            surface.put(line.text, row: row, column: line.indent, style: line.style, limit: surface.columns - 1)
        }
        let cursorRow = body.lowerBound + first - top
        surface.put(String(look.glyphs.pointer), row: cursorRow, column: 0, style: look.accent)
        return CursorPlace(row: cursorRow, column: 2)
    }

    private func wrapped(_ words: String, _ style: Style, isChosen: Bool, indent: Int = 4) -> [Line] {
        let width = min(state.size.columns - indent - 2, 100)
        return words.split(separator: "\n", omittingEmptySubsequences: false).flatMap { part in
            let rows = paragraph(look.said(String(part)), columns: width, ellipsis: look.glyphs.ellipsis)
            return (rows.isEmpty ? [""] : rows).map { Line(text: $0, style: style, isChosen: isChosen, indent: indent) }
        }
    }

    /// The cells of a case or of a column, one below the other.
    private func linesOfCells(_ matrix: FrameworkMatrix) -> [Line] {
        let isRow = framework.view == .row
        let places = isRow ? matrix.columns.indices : matrix.rows.indices
        let row = matrix.rows[framework.row]
        let head =
            isRow
            ? ([row.label] + row.facts).joined(separator: " \(look.glyphs.dot) ")
            : matrix.columns[framework.column].name
        return [Line(text: look.said(head), style: look.accent, isChosen: false)]
            + places.flatMap { place -> [Line] in
                let cell = isRow ? matrix.cells[framework.row][place] : matrix.cells[place][framework.column]
                let isChosen = place == (isRow ? framework.column : framework.row)
                let title = isRow ? matrix.columns[place].name : matrix.rows[place].label
                let mark = mark(of: cell)
                let heading = Line(
                    text: look.said(title) + (mark.isEmpty ? "" : "  " + mark),
                    style: look.strong,
                    isChosen: isChosen
                )
                let style: Style = quiet(cell) ? look.quiet : .plain
                return [Line(text: "", style: .plain, isChosen: false), heading]
                    + wrapped(words(of: cell), style, isChosen: isChosen)
            }
    }

    private func linesOfCell(_ matrix: FrameworkMatrix) -> [Line] {
        guard let cell = framework.cell else { return [] }
        let title = "\(matrix.rows[framework.row].label) × \(matrix.columns[framework.column].name)"
        var lines = [
            Line(text: look.said(title), style: look.accent, isChosen: cell.passages.isEmpty),
            Line(text: "", style: .plain, isChosen: false),
        ]
        lines += wrapped(words(of: cell), quiet(cell) ? look.quiet : .plain, isChosen: false)
        if cell.state == .stale {
            lines.append(Line(text: mark(of: cell), style: look.strong, isChosen: false, indent: 4))
        }
        for (index, placed) in cell.passages.enumerated() {
            let isChosen = index == framework.passage
            let head = "\(state.locator(of: placed.coding))  \(facts(of: placed, in: cell))"
            lines.append(Line(text: "", style: .plain, isChosen: false))
            lines.append(Line(text: look.said(head), style: isChosen ? look.strong : look.quiet, isChosen: isChosen))
            lines += wrapped("“\(inOneRow(state.words(of: placed.coding)))”", .plain, isChosen: isChosen)
        }
        return lines
    }
}
