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
        let facts = [
            "coder \(state.coder)", counted(documents.rows.count, "document"),
            counted(state.study.codebook.codes.count { $0.isApplicable }, "code"),
            counted(state.study.codings.count, "coding"),
        ].joined(separator: " \(look.glyphs.dot) ")
        let right = facts + " "
        surface.put(
            fitted(
                " " + state.study.settings.title,
                columns: max(1, size.columns - displayWidth(of: right) - 1),
                ellipsis: ellipsis
            ),
            row: 0,
            column: 0,
            style: look.strong
        )
        surface.put(right, row: 0, column: max(0, size.columns - displayWidth(of: right)), style: look.quiet)
        surface.drawRule(row: 1, columns: 0..<size.columns, glyphs: look.glyphs, style: look.quiet)
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
        if documents.rows.isEmpty {
            surface.put(
                look.said("No document yet. Leave with q and run: gloss import FILE…"),
                row: area.row,
                column: 2
            )
        }
        if let notice = state.notice ?? unsafeNotice {
            surface.put(
                fitted(" " + look.said(notice.text), columns: size.columns, ellipsis: ellipsis),
                row: size.rows - 2,
                column: 0,
                style: notice.kind == .told ? .plain : notice.kind == .alarm ? look.bar : look.strong
            )
        }
        let hints = state.table.hints(in: .documents)
        drawHintBar(hints, row: size.rows - 1, look: look, into: &surface)
        let visible = list.visibleRows(count: documents.rows.count, height: area.rows)
        return CursorPlace(row: area.row + max(0, list.selection - visible.lowerBound), column: 2)
    }

    /// What has to be said as long as something is not on the disk.
    private var unsafeNotice: Notice? {
        guard state.unsaved > 0 else { return nil }
        let what = counted(state.unsaved, "line") + (state.unsaved == 1 ? " is" : " are")
        return Notice(text: "UNSAVED: \(what) in memory only, because the disk failed.", kind: .alarm)
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private var ellipsis: String { look.glyphs.ellipsis }

    private struct Columns {
        let name: Range<Int>
        let about: Range<Int>
        let codings: Range<Int>
        let coders: Range<Int>
        let last: Range<Int>

        init(_ width: Int, nameWidth: Int) {
            let name = min(max(10, nameWidth), width / 3)
            self.name = 2..<2 + name
            last = width - 11..<width - 1
            coders = last.lowerBound - 10..<last.lowerBound - 1
            codings = coders.lowerBound - 9..<coders.lowerBound - 2
            about = self.name.upperBound + 2..<max(self.name.upperBound + 3, codings.lowerBound - 1)
        }
    }

    private var columns: Columns {
        Columns(state.size.columns, nameWidth: documents.rows.map { displayWidth(of: $0.id.description) }.max() ?? 0)
    }

    private func drawHeading(_ area: Rectangle, into surface: inout Surface) {
        let columns = columns
        surface.putFitted("DOCUMENTS", row: area.row - 1, columns: columns.name, style: look.accent)
        surface.putFitted("codings", row: area.row - 1, columns: columns.codings, alignment: .right, style: look.quiet)
        surface.putFitted("coders", row: area.row - 1, columns: columns.coders, style: look.quiet)
        surface.putFitted("last", row: area.row - 1, columns: columns.last, style: look.quiet)
    }

    private func drawRow(_ row: DocumentsState.Row, line: Rectangle, isChosen: Bool, into surface: inout Surface) {
        let columns = columns
        let style = isChosen ? look.strong : .plain
        if isChosen { surface.put(String(look.glyphs.pointer), row: line.row, column: 0, style: look.accent) }
        surface.putFitted(row.id.description, row: line.row, columns: columns.name, ellipsis: ellipsis, style: style)
        let about = ([row.title == row.id.lastComponent ? "" : row.title] + row.attributes).filter { !$0.isEmpty }
        surface.putFitted(
            about.joined(separator: " \(look.glyphs.dot) "),
            row: line.row,
            columns: columns.about,
            ellipsis: ellipsis,
            style: look.quiet
        )
        surface.putFitted(
            row.codings == 0 ? String(look.glyphs.dot) : String(row.codings),
            row: line.row,
            columns: columns.codings,
            alignment: .right,
            style: style
        )
        surface.putFitted(row.coders, row: line.row, columns: columns.coders, ellipsis: ellipsis, style: look.quiet)
        surface.putFitted(row.last, row: line.row, columns: columns.last, style: look.quiet)
    }
}
