// Draws the line in which a search is typed, over the status row.

import CodingCore
import Screen
import TextMetrics

/// Draws a search being typed.
struct SearchDraw {
    let search: SearchState
    /// How many hits there are.
    let hits: Int
    let look: Look

    /// Draws the line and the keys that leave it, and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface, size: WindowSize) -> CursorPlace {
        let row = size.statusRow
        surface.fill(Rectangle(row: row, column: 0, rows: size.rows - row, columns: size.columns))
        let found = found
        let end = size.columns - displayWidth(of: found) - 1
        surface.put(found, row: row, column: end, style: search.hit == nil ? look.strong : look.quiet)
        let column = surface.put(" /", row: row, column: 0, style: look.accent)
        var line = search.line
        let cursor = line.draw(into: &surface, row: row, column: column, columns: max(2, end - column - 1))
        if let hintRow = size.hintRow {
            drawHintBar(
                [("Enter", "stay"), ("Esc", "go back"), ("Up", "earlier searches"), ("n N", "go on afterwards")],
                row: hintRow,
                look: look,
                into: &surface
            )
        }
        return CursorPlace(row: row, column: cursor)
    }

    private var found: String {
        if let hit = search.hit { return "\(hit + 1) of \(hits)" }
        return SearchPattern(search.line.text) == nil ? "" : "not found"
    }
}
