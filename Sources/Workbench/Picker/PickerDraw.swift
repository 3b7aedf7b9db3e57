// Draws the picker over the lower part of the window, so that the words about to be coded stay in sight.

import CodingCore
import Screen
import TextMetrics

/// Draws the picker.
struct PickerDraw {
    let picker: PickerState
    let look: Look

    /// The rows that the picker takes of a window.
    static func height(in size: WindowSize) -> Int { min(max(11, size.rows / 2 + 2), 22) }

    /// Where the picker stands in a window.
    static func area(in size: WindowSize) -> Rectangle {
        let height = height(in: size)
        return Rectangle(row: size.rows - height, column: 0, rows: height, columns: min(size.columns, 110))
    }

    private static func definitionRows(_ area: Rectangle) -> Int { area.rows >= 16 ? 6 : area.rows >= 14 ? 4 : 3 }

    /// How many codes are in sight.
    static func listHeight(in size: WindowSize) -> Int {
        let area = area(in: size)
        return max(1, area.rows - 4 - definitionRows(area))
    }

    /// Draws the picker and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface, size: WindowSize) -> CursorPlace {
        let area = Self.area(in: size)
        let quote = picker.quote.split(whereSeparator: \.isNewline).joined(separator: " ")
        let title =
            "code \(picker.words) word\(picker.words == 1 ? "" : "s"): \(look.glyphs.quoteOpen)\(quote)\(look.glyphs.quoteClose)"
        surface.fill(Rectangle(row: area.row, column: 0, rows: area.rows, columns: size.columns))
        let inside = surface.drawBox(
            area,
            title: title,
            footer: "Enter apply  Up Down choose  Esc back",
            glyphs: look.glyphs,
            style: look.quiet,
            titleStyle: look.strong
        )
        let count = "\(picker.rows.count) of \(picker.candidateCount) codes"
        surface.put("> ", row: inside.row, column: inside.column, style: look.accent)
        surface.put(count, row: inside.row, column: inside.endColumn - displayWidth(of: count), style: look.quiet)
        var query = picker.query
        let cursor = query.draw(
            into: &surface,
            row: inside.row,
            column: inside.column + 2,
            columns: max(2, inside.columns - 4 - displayWidth(of: count))
        )
        let listArea = Rectangle(
            row: inside.row + 1,
            column: inside.column,
            rows: Self.listHeight(in: size),
            columns: inside.columns
        )
        drawList(in: listArea, into: &surface)
        surface.drawRule(
            row: listArea.endRow,
            columns: area.column + 1..<area.endColumn - 1,
            glyphs: look.glyphs,
            style: look.quiet
        )
        drawDefinition(
            in: Rectangle(
                row: listArea.endRow + 1,
                column: inside.column,
                rows: Self.definitionRows(area),
                columns: inside.columns
            ),
            into: &surface
        )
        return CursorPlace(row: inside.row, column: cursor)
    }

    private func drawList(in area: Rectangle, into surface: inout Surface) {
        guard !picker.rows.isEmpty else {
            surface.put(
                "No code answers to this. Esc goes back.",
                row: area.row,
                column: area.column,
                style: look.quiet
            )
            return
        }
        var list = picker.list
        let most = max(1, picker.uses.values.max() ?? 1)
        list.draw(into: &surface, in: area, count: picker.rows.count) { number, line, isChosen, surface in
            drawRow(picker.rows[number], line: line, isChosen: isChosen, most: most, into: &surface)
        }
    }

    private func drawRow(
        _ row: PickerState.Row,
        line: Rectangle,
        isChosen: Bool,
        most: Int,
        into surface: inout Surface
    ) {
        let hue = Style(foreground: look.hue(of: row.code.id, in: picker.codebook))
        let uses = picker.uses[row.code.id] ?? 0
        let barWidth = 8
        let nameColumn = line.column + 2 + 5
        let figures = line.endColumn - barWidth - 5
        let nameWidth = min(36, (figures - nameColumn) * 3 / 5)
        if isChosen { surface.put(String(look.glyphs.pointer), row: line.row, column: line.column, style: look.accent) }
        surface.put(row.code.tag, row: line.row, column: line.column + 2, style: isChosen ? hue.adding(.bold) : hue)
        let plain = isChosen ? look.strong : Style.plain
        surface.put(
            fitted(row.code.name, columns: nameWidth, ellipsis: look.glyphs.ellipsis),
            marking: row.marks,
            row: line.row,
            column: nameColumn,
            style: plain,
            markStyle: plain.adding([.bold, .underline]),
            limit: nameColumn + nameWidth
        )
        let path = picker.codebook.path(of: row.code.id).dropLast().map(\.name)
            .joined(separator: " \(look.glyphs.pointer) ")
        surface.putFitted(
            path,
            row: line.row,
            columns: nameColumn + nameWidth + 1..<figures,
            ellipsis: look.glyphs.ellipsis,
            style: look.quiet
        )
        guard uses > 0 else { return }
        surface.putFitted(
            String(uses),
            row: line.row,
            columns: figures..<figures + 4,
            alignment: .right,
            style: plain
        )
        let bar = String(repeating: look.glyphs.barFull, count: max(1, uses * barWidth / most))
        surface.put(bar, row: line.row, column: figures + 5, style: hue, limit: line.endColumn)
    }

    /// Definition and rules of the code under the pointer, so that the wrong code is seen before Enter.
    private func drawDefinition(in area: Rectangle, into surface: inout Surface) {
        guard let code = picker.chosen else { return }
        let definition = code.definition.isEmpty ? code.brief : code.definition
        var lines: [(String, Style)] = [
            (definition.isEmpty ? "This code has no definition yet." : definition, .plain)
        ]
        if !code.include.isEmpty { lines.append(("include " + code.include.joined(separator: "; "), look.quiet)) }
        if !code.exclude.isEmpty { lines.append(("exclude " + code.exclude.joined(separator: "; "), look.quiet)) }
        if !code.example.isEmpty, area.rows > 4 {
            lines.append(("e.g. \(look.glyphs.quoteOpen)\(code.example)\(look.glyphs.quoteClose)", look.quiet))
        }
        var row = area.row
        for (index, (text, style)) in lines.enumerated() where row < area.endRow {
            let utf8 = Array(text.utf8)
            let left = area.endRow - row - (lines.count - index - 1)
            let parts = wrapRows(utf8, columns: area.columns)
            for (number, part) in parts.prefix(max(1, left)).enumerated() where row < area.endRow {
                let isCut = number == max(1, left) - 1 && parts.count > number + 1
                let words = String(decoding: utf8[part.byteStart..<(isCut ? utf8.count : part.byteEnd)], as: UTF8.self)
                surface.putFitted(
                    words,
                    row: row,
                    columns: area.column..<area.endColumn,
                    ellipsis: look.glyphs.ellipsis,
                    style: style
                )
                row += 1
            }
        }
    }
}
