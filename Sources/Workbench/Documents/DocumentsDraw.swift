// Draws the list of documents.

import CodingCore
import Screen
import TextMetrics

/// Draws the documents screen.
struct DocumentsDraw {
    let state: AppState
    let documents: DocumentsState
    let look: Look

    /// Draws the screen and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface) -> CursorPlace {
        let size = state.size
        ListFrame(state: state, look: look).drawTitle(
            state.study.settings.title,
            facts: [
                "coder \(state.coder)", counted(documents.rows.count, "document"),
                counted(state.study.codebook.codes.count { $0.isApplicable }, "code"),
                counted(documents.rows.reduce(0) { $0 + $1.codings }, "coding"),
            ],
            into: &surface
        )
        let area = Rectangle(
            row: DocumentsState.top,
            column: 0,
            rows: DocumentsState.height(in: size),
            columns: size.columns
        )
        drawHeading(area, into: &surface)
        var list = documents.list
        list.draw(into: &surface, in: area, count: documents.rows.count) { number, line, isChosen, surface in
            drawRow(documents.rows[number], line: line, isChosen: isChosen, into: &surface)
        }
        surface.drawScrollBar(
            column: size.columns - 1,
            rows: area.row..<area.endRow,
            visible: list.visibleRows(count: documents.rows.count, height: area.rows),
            count: documents.rows.count,
            glyphs: look.glyphs,
            style: look.quiet
        )
        if documents.rows.isEmpty {
            let key = state.table.key(of: .import, in: .documents) ?? ":" + Command.import.name
            surface.put(
                look.said("No document yet. \(key) brings one in; in the shell: gloss import FILE…"),
                row: area.row,
                column: 2
            )
        }
        let chosen = documents.list.selection
        let frame = ListFrame(state: state, look: look)
        frame.drawStatus(
            documents.rows.indices.contains(chosen) ? frame.saidOf(documents.rows[chosen]) : "",
            into: &surface
        )
        let visible = list.visibleRows(count: documents.rows.count, height: area.rows)
        return CursorPlace(row: area.row + max(0, list.selection - visible.lowerBound), column: 2)
    }

    private var ellipsis: String { look.glyphs.ellipsis }

    private struct Columns {
        let name: Range<Int>
        let about: Range<Int>
        let words: Range<Int>
        let share: Range<Int>
        let codings: Range<Int>
        let coders: Range<Int>
        let last: Range<Int>

        init(_ width: Int, nameWidth: Int) {
            let name = min(max(10, nameWidth), width / 3)
            self.name = 2..<2 + name
            last = width - 13..<width - 2
            coders = last.lowerBound - (width < 72 ? 1 : 9)..<last.lowerBound - 1
            codings = coders.lowerBound - 9..<coders.lowerBound - 2
            share = codings.lowerBound - 7..<codings.lowerBound - 1
            words = share.lowerBound - 8..<share.lowerBound
            about = self.name.upperBound + 2..<max(self.name.upperBound + 3, words.lowerBound - 1)
        }
    }

    private var columns: Columns {
        Columns(state.size.columns, nameWidth: documents.rows.map { displayWidth(of: $0.id.description) }.max() ?? 0)
    }

    private func drawHeading(_ area: Rectangle, into surface: inout Surface) {
        let (columns, row) = (columns, area.row - 1)
        surface.putFitted("DOCUMENTS", row: row, columns: columns.name, style: look.accent)
        surface.putFitted("words", row: row, columns: columns.words, alignment: .right, style: look.quiet)
        surface.putFitted("coded", row: row, columns: columns.share, alignment: .right, style: look.quiet)
        surface.putFitted("codings", row: row, columns: columns.codings, alignment: .right, style: look.quiet)
        surface.putFitted("coders", row: row, columns: columns.coders, ellipsis: "", style: look.quiet)
        surface.putFitted("last", row: row, columns: columns.last, style: look.quiet)
    }

    private func drawRow(_ row: DocumentsState.Row, line: Rectangle, isChosen: Bool, into surface: inout Surface) {
        let columns = columns
        let style = isChosen ? look.strong : .plain
        if isChosen { surface.put(String(look.glyphs.pointer), row: line.row, column: 0, style: look.accent) }
        surface.putFitted(row.id.description, row: line.row, columns: columns.name, ellipsis: ellipsis, style: style)
        surface.putFitted(
            row.about.joined(separator: " \(look.glyphs.dot) "),
            row: line.row,
            columns: columns.about,
            ellipsis: ellipsis,
            style: look.quiet
        )
        let frame = ListFrame(state: state, look: look)
        surface.putFitted(
            frame.words(of: row.uuid),
            row: line.row,
            columns: columns.words,
            alignment: .right,
            ellipsis: ellipsis,
            style: style
        )
        surface.putFitted(
            frame.share(of: row.uuid),
            row: line.row,
            columns: columns.share,
            alignment: .right,
            style: style
        )
        surface.putFitted(
            row.codings == 0 ? String(look.glyphs.dot) : String(row.codings),
            row: line.row,
            columns: columns.codings,
            alignment: .right,
            style: style
        )
        surface.putFitted(row.coders, row: line.row, columns: columns.coders, ellipsis: ellipsis, style: look.quiet)
        surface.putFitted(
            row.last.map { dayWords($0, now: state.now) } ?? "",
            row: line.row,
            columns: columns.last,
            style: look.quiet
        )
    }
}
