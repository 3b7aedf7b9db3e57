// Draws the help screen.

import Screen
import TextMetrics

/// Draws the help screen over the whole window.
struct HelpDraw {
    let help: HelpState
    let look: Look

    /// Where the help stands in a window.
    static func area(in size: WindowSize) -> Rectangle {
        Rectangle(row: 0, column: 0, rows: size.rows, columns: size.columns)
            .centred(rows: size.rows, columns: min(size.columns, 100))
    }

    /// How many lines are in sight.
    static func listHeight(in size: WindowSize) -> Int { max(1, area(in: size).rows - 3 - sentenceRows(in: size)) }

    /// How many rows the sentence about the chosen row may take, since the list may have to cut it.
    private static func sentenceRows(in size: WindowSize) -> Int { area(in: size).columns < 100 ? 2 : 1 }

    /// Draws the help and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface, size: WindowSize) -> CursorPlace {
        let area = Self.area(in: size)
        let inside = surface.drawBox(
            area,
            title: "help: \(help.place.whereabouts)",
            footer: "type to filter  Up Down choose  Enter runs the row  Esc back",
            glyphs: look.glyphs,
            style: look.quiet,
            titleStyle: look.strong
        )
        surface.put("> ", row: inside.row, column: inside.column, style: look.accent)
        var filter = help.filter
        let cursor = filter.draw(
            into: &surface,
            row: inside.row,
            column: inside.column + 2,
            columns: max(2, inside.columns - 3)
        )
        let sentence = Rectangle(
            row: inside.row + 1,
            column: inside.column + 2,
            rows: Self.sentenceRows(in: size),
            columns: inside.columns - 3
        )
        drawSentence(in: sentence, into: &surface)
        let listArea = Rectangle(
            row: inside.row + 1 + Self.sentenceRows(in: size),
            column: inside.column,
            rows: Self.listHeight(in: size),
            columns: inside.columns - 1
        )
        drawLines(in: listArea, into: &surface)
        return CursorPlace(row: inside.row, column: cursor)
    }

    private func drawSentence(in area: Rectangle, into surface: inout Surface) {
        let words = Array(look.said(help.chosenHelp).utf8)
        for (number, part) in wrapRows(words, columns: area.columns).prefix(area.rows).enumerated() {
            let isLast = number == area.rows - 1
            surface.putFitted(
                // A blank at which a row breaks may hang over its edge.
                String(decoding: words[part.byteStart..<(isLast ? words.count : part.byteEnd)], as: UTF8.self)
                    .trimmingBlanks,
                row: area.row + number,
                columns: area.column..<area.endColumn,
                ellipsis: look.glyphs.ellipsis,
                style: look.quiet
            )
        }
    }

    private func drawLines(in area: Rectangle, into surface: inout Surface) {
        guard !help.lines.isEmpty else {
            surface.put("Nothing here answers to this.", row: area.row, column: area.column, style: look.quiet)
            return
        }
        var list = help.list
        let keyWidth =
            help.lines.map { line -> Int in
                if case .row(_, let keys, _) = line { displayWidth(of: look.said(keys)) } else { 0 }
            }.max() ?? 0
        list.draw(into: &surface, in: area, count: help.lines.count) { number, line, isChosen, surface in
            switch help.lines[number] {
            case .heading(let text):
                surface.put(text, row: line.row, column: line.column, style: look.accent)
            case .grammar(let text):
                surface.putFitted(
                    look.said(text),
                    row: line.row,
                    columns: line.column..<line.endColumn,
                    ellipsis: look.glyphs.ellipsis,
                    style: look.quiet
                )
            case .row(let command, let keys, let text):
                let why = help.obstacles[command]
                let style = why != nil ? look.quiet : isChosen ? look.strong : .plain
                if isChosen {
                    surface.put(String(look.glyphs.pointer), row: line.row, column: line.column, style: look.accent)
                }
                surface.put(
                    look.said(keys),
                    row: line.row,
                    column: line.column + 2,
                    style: why == nil ? look.strong : look.quiet
                )
                surface.putFitted(
                    look.said(why ?? text),
                    row: line.row,
                    columns: line.column + keyWidth + 4..<line.endColumn,
                    ellipsis: look.glyphs.ellipsis,
                    style: style
                )
            }
        }
        let visible = list.visibleRows(count: help.lines.count, height: area.rows)
        surface.drawScrollBar(
            column: area.endColumn,
            rows: area.row..<area.endRow,
            visible: visible,
            count: help.lines.count,
            glyphs: look.glyphs,
            style: look.quiet
        )
    }
}
