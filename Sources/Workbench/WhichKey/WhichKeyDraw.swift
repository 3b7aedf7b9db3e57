// Draws the box of keys that can follow, over the lower part of the window, or over the upper where the cursor is below.

import Screen
import TextMetrics

/// Draws the which-key box: the keys in columns, and under them why some of them do nothing now.
struct WhichKeyDraw {
    let whichKey: WhichKey
    let look: Look
    let size: WindowSize

    private static let gap = 3
    private static let mostColumns = 4

    /// Draws the box so that the cursor's row stays in sight where there is room for both.
    func draw(into surface: inout Surface, cursor: CursorPlace?) {
        let gridRows = (entries.count + columns - 1) / columns
        let most = max(1, size.rows - 6)
        let shown = min(gridRows, most)
        let notes = (entries.isEmpty ? [look.said(whichKey.emptiness)] : reasons).prefix(max(0, most - shown))
        let grid = columns * (cellWidth + Self.gap) - Self.gap
        let widest = notes.map { displayWidth(of: $0) }.max() ?? 0
        let width = min(size.columns, max(grid, widest, displayWidth(of: title) + 2) + 4)
        let inside = surface.drawBox(
            area(rows: shown + notes.count + 2, columns: width, cursor: cursor),
            title: title,
            footer: shown < gridRows ? look.glyphs.ellipsis : "",
            glyphs: look.glyphs,
            style: look.quiet,
            titleStyle: look.strong
        )
        for (number, entry) in entries.prefix(shown * columns).enumerated() {
            let column = inside.column + number % columns * (cellWidth + Self.gap)
            let end = min(inside.endColumn, column + cellWidth)
            draw(entry, row: inside.row + number / columns, columns: column..<end, into: &surface)
        }
        for (number, note) in notes.enumerated() {
            surface.putFitted(
                note,
                row: inside.row + shown + number,
                columns: inside.column..<inside.endColumn,
                ellipsis: look.glyphs.ellipsis,
                style: look.quiet
            )
        }
    }

    private func draw(_ entry: WhichKey.Entry, row: Int, columns: Range<Int>, into surface: inout Surface) {
        let isOff = entry.why != nil
        surface.put(
            look.said(entry.keys),
            row: row,
            column: columns.lowerBound,
            style: isOff ? look.quiet : look.strong
        )
        let start = columns.lowerBound + keyWidth + 1
        guard start < columns.upperBound else { return }
        surface.putFitted(
            look.said(entry.title),
            row: row,
            columns: start..<columns.upperBound,
            ellipsis: look.glyphs.ellipsis,
            style: isOff ? look.quiet : .plain
        )
    }

    private var entries: [WhichKey.Entry] { whichKey.entries }
    private var title: String { whichKey.keys + (whichKey.title.isEmpty ? "" : "  " + look.said(whichKey.title)) }
    private var keyWidth: Int { entries.map { displayWidth(of: look.said($0.keys)) }.max() ?? 0 }

    /// Each reason once, after the keys that it holds for.
    private var reasons: [String] {
        var keys: [String: [String]] = [:]
        var order: [String] = []
        for entry in entries {
            guard let why = entry.why else { continue }
            if keys[why] == nil { order.append(why) }
            keys[why, default: []].append(entry.keys)
        }
        return order.map { look.said("\(keys[$0, default: []].joined(separator: " "))  \($0)") }
    }

    /// The width of a cell: its words whole where the window has room for them.
    private var cellWidth: Int {
        let needed = entries.map { displayWidth(of: look.said($0.title)) }.max() ?? 0
        return min(keyWidth + 1 + needed, isList ? size.columns - 4 : size.columns / 2 - Self.gap)
    }

    /// Without boxes there are no columns either, since a reader reads along the row.
    private var isList: Bool { whichKey.isList || !look.drawsBoxes }

    private var columns: Int {
        isList ? 1 : max(1, min(Self.mostColumns, (size.columns - 4 + Self.gap) / (cellWidth + Self.gap)))
    }

    /// Above the status line, or below the title where the cursor is down there.
    private func area(rows: Int, columns: Int, cursor: CursorPlace?) -> Rectangle {
        let below = Rectangle(row: size.statusRow - rows, column: 0, rows: rows, columns: columns)
        let above = Rectangle(row: 1, column: 0, rows: rows, columns: columns)
        guard let cursor, cursor.row >= below.row, cursor.row >= above.endRow else { return below }
        return above
    }
}
