// Draws a page of the notebook: the list, and beside or below it the card of the chosen row.

import CodingCore
import Screen
import TextMetrics

/// Draws one page.
struct NotebookDraw {
    let state: AppState
    let page: NotebookState
    let look: Look
    /// How wide the column of tags is; found once, as a page may have thousands of rows.
    private let tagWidth: Int

    init(state: AppState, page: NotebookState, look: Look) {
        (self.state, self.page, self.look) = (state, page, look)
        tagWidth = min(14, page.rows.map { displayWidth(of: $0.tag) }.max() ?? 0)
    }

    private var frame: ListFrame { ListFrame(state: state, look: look) }

    /// Draws the page and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface) -> CursorPlace {
        let layout = NotebookLayout(state.size, count: page.rows.count)
        frame.drawTitle(
            state.study.settings.title + " \(look.glyphs.pointer) " + page.page.title,
            facts: facts,
            into: &surface
        )
        drawHeading(layout, into: &surface)
        var list = page.list
        list.draw(into: &surface, in: layout.list, count: page.rows.count) { number, line, isChosen, surface in
            drawRow(page.rows[number], line, isChosen: isChosen, into: &surface)
        }
        let visible = list.visibleRows(count: page.rows.count, height: layout.list.rows)
        if layout.rule == nil || visible.count < page.rows.count {
            surface.drawScrollBar(
                column: layout.list.endColumn - 1,
                rows: layout.list.row..<layout.list.endRow,
                visible: visible,
                count: page.rows.count,
                glyphs: look.glyphs,
                style: look.quiet
            )
        }
        if page.rows.isEmpty {
            let words = fitted(
                look.said(page.page.empty),
                columns: layout.list.columns - 3,
                ellipsis: look.glyphs.ellipsis
            )
            surface.put(words, row: layout.list.row, column: 2)
        }
        drawCard(layout, into: &surface)
        frame.drawStatus(status, into: &surface)
        return CursorPlace(row: layout.list.row + max(0, list.selection - visible.lowerBound), column: 2)
    }

    private var facts: [String] {
        switch page.page {
        case .codebook:
            let codes = state.study.codebook.codes
            return [
                "\(counted(codes.count { $0.kind == .category }, "category", "categories"))",
                counted(codes.count { $0.isApplicable }, "code"), state.study.codebook.versionInWords,
            ]
        case .themes: return [counted(state.study.themes.count, "theme")]
        case .memos:
            let kind = page.kind.map { "only \($0.rawValue)" } ?? "all kinds"
            return [page.filter.isEmpty ? kind : "\(kind), “\(page.filter)”", counted(page.rows.count, "memo")]
        case .timeline: return [counted(state.timeline.count, "event"), "newest first"]
        }
    }

    private var status: String {
        if !page.marked.isEmpty { return "\(page.marked.count) marked" }
        return page.chosen?.words ?? ""
    }

    private func figureColumns(_ area: Rectangle) -> [Range<Int>] {
        let width = page.page == .memos ? 18 : 8
        var end = area.endColumn - 2
        return page.headings.reversed().map { _ in
            defer { end -= width }
            return max(area.column, end - width + 1)..<end
        }
        .reversed()
    }

    private func drawHeading(_ layout: NotebookLayout, into surface: inout Surface) {
        let row = layout.list.row - 1
        surface.putFitted(
            page.page.title.uppercased(),
            row: row,
            columns: 2..<layout.list.endColumn - 2,
            style: look.accent
        )
        for (heading, columns) in zip(page.headings, figureColumns(layout.list)) {
            surface.putFitted(heading, row: row, columns: columns, alignment: .right, style: look.quiet)
        }
        if let rule = layout.rule {
            surface.drawRule(column: rule, rows: 2..<layout.list.endRow, glyphs: look.glyphs, style: look.quiet)
        } else {
            surface.drawRule(
                row: layout.list.endRow,
                columns: 0..<surface.columns,
                glyphs: look.glyphs,
                style: look.quiet
            )
        }
    }

    private func drawRow(_ row: NotebookState.Row, _ line: Rectangle, isChosen: Bool, into surface: inout Surface) {
        let style = isChosen ? look.strong : row.isQuiet ? look.quiet : .plain
        if isChosen { surface.put(String(look.glyphs.pointer), row: line.row, column: 0, style: look.accent) }
        if page.marked.contains(row.subject) { surface.put("*", row: line.row, column: 1, style: look.accent) }
        var column = 2 + row.depth * 2
        let figures = figureColumns(line)
        let end = (row.figures.isEmpty ? nil : figures.first?.lowerBound).map { $0 - 1 } ?? line.endColumn - 2
        if tagWidth > 0, !isHeading(row) {
            let isTree = page.page == .codebook
            let tagColumns = column..<min(end, column + tagWidth)
            if !(isTree && row.tag.isEmpty) {
                surface.putFitted(
                    row.tag,
                    row: line.row,
                    columns: tagColumns,
                    ellipsis: look.glyphs.ellipsis,
                    style: isTree ? style : look.quiet
                )
                column = tagColumns.upperBound + 1
            }
        }
        if column < end {
            surface.putFitted(
                row.words,
                row: line.row,
                columns: column..<end,
                ellipsis: look.glyphs.ellipsis,
                style: style
            )
        }
        for (figure, columns) in zip(row.figures, figures) {
            let words = figure == "·" ? String(look.glyphs.dot) : figure
            surface.putFitted(
                words,
                row: line.row,
                columns: columns,
                alignment: .right,
                ellipsis: look.glyphs.ellipsis,
                style: style
            )
        }
    }

    private func isHeading(_ row: NotebookState.Row) -> Bool { if case .heading = row.subject { true } else { false } }

    /// A row of the map in the signs that the terminal has.
    private func boxed(_ line: String) -> String {
        guard look.glyphs.ellipsis != "…" else { return line }
        return String(line.map { "┌┐└┘├".contains($0) ? "+" : $0 == "─" ? "-" : $0 == "│" ? "|" : $0 })
    }

    private func drawCard(_ layout: NotebookLayout, into surface: inout Surface) {
        let area = layout.card
        guard area.rows > 0, area.columns > 8 else { return }
        var row = area.row
        if page.showsMap {
            let map = ThemeMap(state.study.themes, codebook: state.study.codebook).drawing(columns: area.columns)
            for (line, row) in zip(map, area.row..<area.endRow) {
                surface.put(boxed(line), row: row, column: area.column, limit: area.endColumn)
            }
            return
        }
        for entry in state.card(of: page) {
            guard row < area.endRow else { break }
            let style = entry.isStrong ? look.strong : .plain
            let head = entry.heading.isEmpty ? "" : look.said(entry.heading)
            let indent = head.isEmpty ? 0 : max(11, displayWidth(of: head) + 1)
            let width = max(4, area.columns - indent)
            if !head.isEmpty {
                surface.put(head, row: row, column: area.column, style: look.quiet, limit: area.endColumn)
            }
            let most = area.endRow - row
            let lines = paragraph(entry.words, columns: width, atMost: most, ellipsis: look.glyphs.ellipsis)
            for line in lines.isEmpty ? [""] : lines {
                guard row < area.endRow else { break }
                surface.put(line, row: row, column: area.column + indent, style: style, limit: area.endColumn)
                row += 1
            }
        }
    }
}
