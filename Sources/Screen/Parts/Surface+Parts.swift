// Boxes, rules, bars and marked text: the few shapes that all screens are drawn from.
package import TextMetrics

extension Surface {
    /// Draws a box over an area, blank inside, with a title in its upper and a hint in its lower edge.
    ///
    /// - Returns: the area inside, one column in from the edges.
    @discardableResult
    package mutating func drawBox(
        _ area: Rectangle,
        title: String = "",
        footer: String = "",
        glyphs: Glyphs,
        style: Style = .plain,
        titleStyle: Style = .plain
    ) -> Rectangle {
        guard area.rows >= 2, area.columns >= 4 else {
            return Rectangle(row: area.row, column: area.column, rows: 0, columns: 0)
        }
        let (bottom, right) = (area.endRow - 1, area.endColumn - 1)
        fill(area, style: .plain)
        drawRule(row: area.row, columns: area.column..<area.endColumn, glyphs: glyphs, style: style)
        drawRule(row: bottom, columns: area.column..<area.endColumn, glyphs: glyphs, style: style)
        for row in area.row + 1..<bottom {
            put(String(glyphs.vertical), row: row, column: area.column, style: style)
            put(String(glyphs.vertical), row: row, column: right, style: style)
        }
        put(String(glyphs.topLeft), row: area.row, column: area.column, style: style)
        put(String(glyphs.topRight), row: area.row, column: right, style: style)
        put(String(glyphs.bottomLeft), row: bottom, column: area.column, style: style)
        put(String(glyphs.bottomRight), row: bottom, column: right, style: style)
        putInEdge(title, row: area.row, area: area, ellipsis: glyphs.ellipsis, style: titleStyle)
        putInEdge(footer, row: bottom, area: area, ellipsis: glyphs.ellipsis, style: titleStyle)
        return area.inset(rows: 1, columns: 2)
    }

    /// Draws a horizontal rule over some columns of a row.
    package mutating func drawRule(row: Int, columns: Range<Int>, glyphs: Glyphs, style: Style = .plain) {
        let line = Rectangle(row: row, column: columns.lowerBound, rows: 1, columns: columns.count)
        fill(line, with: glyphs.horizontal, style: style)
    }

    /// Draws a vertical rule over some rows of a column.
    package mutating func drawRule(column: Int, rows: Range<Int>, glyphs: Glyphs, style: Style = .plain) {
        let line = Rectangle(row: rows.lowerBound, column: column, rows: rows.count, columns: 1)
        fill(line, with: glyphs.vertical, style: style)
    }

    /// Draws a scroll bar: where the rows in sight lie among all rows. Nothing if all are in sight.
    package mutating func drawScrollBar(
        column: Int,
        rows: Range<Int>,
        visible: Range<Int>,
        count: Int,
        glyphs: Glyphs,
        style: Style = .plain
    ) {
        guard count > visible.count, !rows.isEmpty else { return }
        drawRuleOf(glyphs.track, column: column, rows: rows, style: style)
        let length = max(1, rows.count * visible.count / count)
        let room = rows.count - length
        let offset = (visible.lowerBound * room + (count - visible.count) / 2) / (count - visible.count)
        let start = rows.lowerBound + min(max(0, offset), room)
        drawRuleOf(glyphs.thumb, column: column, rows: start..<start + length, style: style)
    }

    /// Puts text with some of its characters in another style, such as the letters that a search found.
    /// - Parameter positions: the characters to mark, counted from 0, in order.
    /// - Returns: the column after the text.
    @discardableResult
    package mutating func put(
        _ text: String,
        marking positions: [Int],
        row: Int,
        column: Int,
        style: Style = .plain,
        markStyle: Style,
        limit: Int? = nil
    ) -> Int {
        let marked = Set(positions)
        let end = min(limit ?? columns, columns)
        var here = column
        for (number, character) in text.enumerated() {
            guard here + displayWidth(of: character) <= end else { break }
            let style = marked.contains(number) ? markStyle : style
            here = put(String(character), row: row, column: here, style: style, limit: end)
        }
        return here
    }

    /// Puts text that is cut with an ellipsis if it does not fit, and fills the rest of the columns with blanks.
    package mutating func putFitted(
        _ text: String,
        row: Int,
        columns range: Range<Int>,
        alignment: TextAlignment = .left,
        ellipsis: String = "…",
        style: Style = .plain
    ) {
        let cut = fitted(text, columns: range.count, ellipsis: ellipsis)
        fill(Rectangle(row: row, column: range.lowerBound, rows: 1, columns: range.count), style: style)
        let indent = alignment == .left ? 0 : range.count - displayWidth(of: cut)
        put(cut, row: row, column: range.lowerBound + indent, style: style, limit: range.upperBound)
    }

    private mutating func putInEdge(_ text: String, row: Int, area: Rectangle, ellipsis: String, style: Style) {
        guard !text.isEmpty, area.columns >= 8 else { return }
        let cut = " " + fitted(text, columns: area.columns - 4, ellipsis: ellipsis) + " "
        put(cut, row: row, column: area.column + 1, style: style, limit: area.endColumn - 1)
    }

    private mutating func drawRuleOf(_ glyph: Character, column: Int, rows: Range<Int>, style: Style) {
        fill(Rectangle(row: rows.lowerBound, column: column, rows: rows.count, columns: 1), with: glyph, style: style)
    }
}
