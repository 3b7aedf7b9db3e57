// Draws the palette at the bottom of the window, over a third of it at most, so that the text stays in sight.

import Screen
import TextMetrics

/// Draws the palette.
struct PaletteDraw {
    let palette: PaletteState
    let look: Look
    let size: WindowSize

    private static let mostRows = 14

    /// Where the palette stands in a window.
    static func area(in size: WindowSize) -> Rectangle {
        let rows = min(size.rows / 3, mostRows)
        return Rectangle(row: size.rows - rows, column: 0, rows: rows, columns: size.columns)
    }

    /// How many rows are in sight: what the rule, the sentence and the line leave.
    static func listHeight(in size: WindowSize) -> Int { max(1, area(in: size).rows - 3) }

    /// Draws the palette and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface) -> CursorPlace {
        let area = Self.area(in: size)
        surface.fill(area)
        surface.drawRule(row: area.row, columns: 0..<area.columns, glyphs: look.glyphs, style: look.quiet)
        drawList(
            in: Rectangle(row: area.row + 1, column: 1, rows: Self.listHeight(in: size), columns: area.columns - 2),
            into: &surface
        )
        drawSentence(row: area.endRow - 2, into: &surface)
        let row = area.endRow - 1
        surface.put(":", row: row, column: 1, style: look.accent)
        var line = palette.line
        let column = line.draw(into: &surface, row: row, column: 2, columns: max(2, area.columns - 3))
        return CursorPlace(row: row, column: column)
    }

    private func drawList(in area: Rectangle, into surface: inout Surface) {
        let rows = palette.rows
        let texts = rows.map {
            displayWidth(of: $0.shown ?? $0.text) + ($0.placeholder.isEmpty ? 0 : 1 + $0.placeholder.count)
        }
        let textWidth = min(texts.max() ?? 0, rows.first?.shown == nil ? area.columns / 3 : area.columns - 12)
        let keyWidth = min(rows.map { displayWidth(of: look.said($0.keys)) }.max() ?? 0, 9)
        if rows.isEmpty, let nothing {
            surface.put(look.said(nothing), row: area.row, column: area.column + 2, style: look.quiet)
        }
        var list = palette.list
        list.draw(into: &surface, in: area, count: rows.count) { number, line, isChosen, surface in
            let row = rows[number]
            let isPointed = isChosen && !(palette.line.isEmpty && !palette.isPointing)
            let style = row.why != nil ? look.quiet : isPointed ? look.strong : .plain
            if isPointed {
                surface.put(String(look.glyphs.pointer), row: line.row, column: line.column, style: look.accent)
            }
            var column = line.column + 2
            let end = column + textWidth
            let after = surface.put(
                fitted(row.shown ?? row.text, columns: textWidth, ellipsis: look.glyphs.ellipsis),
                row: line.row,
                column: column,
                style: style,
                limit: end
            )
            surface.put(" " + row.placeholder, row: line.row, column: after, style: look.quiet, limit: end)
            column = end + 2
            surface.put(
                look.said(row.keys),
                row: line.row,
                column: column,
                style: row.why == nil ? look.strong : look.quiet,
                limit: column + keyWidth
            )
            column += keyWidth == 0 ? 0 : keyWidth + 2
            guard column < line.endColumn else { return }
            surface.putFitted(
                look.said(row.why ?? row.words),
                row: line.row,
                columns: column..<line.endColumn,
                ellipsis: look.glyphs.ellipsis,
                style: row.why != nil ? look.quiet : style
            )
        }
    }

    /// What stands where no row answers: nothing where the words are one's own.
    private var nothing: String? {
        switch palette.named?.row.argument {
        case .line, .words: nil
        case .path: palette.sources.listing?.why ?? "No file here has a name with this in it."
        case nil: "No command answers to this; gloss --help in the shell lists what else there is."
        default: "Nothing answers to this."
        }
    }

    /// What is wrong; else how the palette is used.
    private func drawSentence(row: Int, into surface: inout Surface) {
        let words = palette.trouble ?? "Tab completes  Enter runs  Up Down choose  Esc back"
        surface.putFitted(
            look.said(words),
            row: row,
            columns: 1..<size.columns - 1,
            ellipsis: look.glyphs.ellipsis,
            style: palette.trouble == nil ? look.quiet : look.strong
        )
    }
}
