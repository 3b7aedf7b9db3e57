// The picker's list: digit, mark, pointer, tag, name, category, and how often each code is used.

import CodingCore
import Screen
import TextMetrics

extension PickerDraw {
    private static let tagColumn = 4
    private static let nameColumn = 9
    private static let barColumns = 8

    /// Draws the codes that answer to the query.
    func drawList(into surface: inout Surface) {
        let area = layout.list
        guard !picker.rows.isEmpty else {
            surface.put(
                picker.candidateCount == 0 ? "No codes yet: the first one is made below." : "No code answers to this.",
                row: area.row,
                column: area.column + Self.tagColumn,
                style: look.quiet,
                limit: area.endColumn
            )
            return
        }
        var view = picker.view
        view.margin = 0
        let most = max(1, picker.uses.values.max() ?? 1)
        view.draw(into: &surface, in: area, count: picker.rows.count) { number, line, _, surface in
            drawRow(number, line: line, most: most, into: &surface)
        }
    }

    private func drawRow(_ number: Int, line: Rectangle, most: Int, into surface: inout Surface) {
        let row = picker.rows[number]
        let isChosen = number == picker.list.selection
        let isMarked = picker.isMarked(row.code)
        let hue = Style(foreground: look.hue(of: row.code.id, in: picker.codebook))
        func put(_ text: String, _ column: Int, _ style: Style) {
            surface.put(text, row: line.row, column: line.column + column, style: style, limit: line.endColumn)
        }
        if let digit = picker.digit(of: row.code) { put(String(digit), 0, look.quiet) }
        if isMarked { put(String(look.glyphs.bullet), 1, look.accent) }
        if isChosen { put(String(look.glyphs.pointer), 2, look.accent) }
        put(row.code.tag, Self.tagColumn, isChosen || isMarked ? hue.adding(.bold) : hue)
        let figures = line.endColumn - Self.barColumns - 5
        let start = line.column + Self.nameColumn
        let nameEnd = start + min(36, (figures - start) * 3 / 5)
        drawName(row, isStrong: isChosen || isMarked, row: line.row, columns: start..<nameEnd, into: &surface)
        surface.putFitted(
            standing(of: row.code),
            row: line.row,
            columns: nameEnd + 1..<figures,
            ellipsis: look.glyphs.ellipsis,
            style: look.quiet
        )
        drawUses(of: row.code, hue: hue, row: line.row, columns: figures..<line.endColumn, most: most, into: &surface)
    }

    private func drawName(
        _ row: PickerState.Row,
        isStrong: Bool,
        row line: Int,
        columns: Range<Int>,
        into surface: inout Surface
    ) {
        let style = isStrong ? look.strong : Style.plain
        surface.put(
            fitted(look.name(of: row.code), columns: columns.count, ellipsis: look.glyphs.ellipsis),
            marking: row.code.isInVivo ? row.marks.map { $0 + 1 } : row.marks,
            row: line,
            column: columns.lowerBound,
            style: style,
            markStyle: style.adding([.bold, .underline]),
            limit: columns.upperBound
        )
    }

    /// The categories above a code, and whether a participant's words or a coder alone made it.
    private func standing(of code: Code) -> String {
        let path = picker.codebook.path(of: code.id).dropLast().map(\.name)
            .joined(separator: " \(look.glyphs.pointer) ")
        return [path, code.standing].filter { !$0.isEmpty }.joined(separator: " \(look.glyphs.dot) ")
    }

    private func drawUses(
        of code: Code,
        hue: Style,
        row: Int,
        columns: Range<Int>,
        most: Int,
        into surface: inout Surface
    ) {
        guard let uses = picker.uses[code.id], uses > 0 else { return }
        let figures = columns.lowerBound..<columns.lowerBound + 4
        surface.putFitted(String(uses), row: row, columns: figures, alignment: .right)
        let bar = String(repeating: look.glyphs.barFull, count: max(1, uses * Self.barColumns / most))
        surface.put(bar, row: row, column: figures.upperBound + 1, style: hue, limit: columns.upperBound)
    }
}
