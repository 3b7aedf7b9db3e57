// The line in which a filter is written, and what is wrong with it. The extracts stay in sight above it.

import CodingCore
import Screen
import TextMetrics

/// A filter being written.
struct FilterState {
    var line: PromptLine
    /// What could not be understood, when Enter was pressed.
    var trouble: QueryError?

    init(_ query: String) { line = PromptLine(query) }
}

extension AppState {
    /// Draws the filter's line, a caret under the place of trouble, and the keys or the trouble.
    func drawFilter(_ filter: FilterState, _ look: Look, into surface: inout Surface) -> CursorPlace {
        let rows = size.rows - 3..<size.rows
        surface.fill(Rectangle(row: rows.lowerBound, column: 0, rows: 3, columns: size.columns))
        let column = surface.put(" filter: ", row: rows.lowerBound, column: 0, style: look.accent)
        let room = max(2, size.columns - column - 1)
        var line = filter.line
        let cursor = line.draw(into: &surface, row: rows.lowerBound, column: column, columns: room)
        if let trouble = filter.trouble {
            let before = String(String.UnicodeScalarView(line.text.unicodeScalars.prefix(trouble.offset)))
            let width = displayWidth(of: before)
            // A caret only where the line is not scrolled: elsewhere it would point at the wrong word.
            if width < room, displayWidth(of: line.text) < room {
                surface.put("^", row: rows.lowerBound + 1, column: column + width, style: look.accent)
            }
            surface.put(
                fitted(" \(look.said(trouble.problem))", columns: size.columns - 1, ellipsis: look.glyphs.ellipsis),
                row: rows.lowerBound + 2,
                column: 0,
                style: look.strong
            )
        } else {
            surface.put(
                fitted(
                    look.said(
                        " such as site:B · role:nurse · text:\"winter\" · memo:contract · doubt:yes · star:>=2 · coder:\(coder)"
                    ),
                    columns: size.columns - 1,
                    ellipsis: look.glyphs.ellipsis
                ),
                row: rows.lowerBound + 1,
                column: 0,
                style: look.quiet
            )
            drawHintBar(
                [("Enter", "filter"), ("Esc", "leave it as it was"), ("empty", "shows all")],
                row: rows.lowerBound + 2,
                look: look,
                into: &surface
            )
        }
        return CursorPlace(row: rows.lowerBound, column: cursor)
    }

    /// Follows a key in the filter's line.
    mutating func handle(_ press: KeyPress, in filter: FilterState) -> [Effect] {
        var filter = filter
        guard press.key == .enter else {
            filter.trouble = nil
            _ = filter.line.handle(press)
            overlay = .filter(filter)
            return []
        }
        do {
            try setFilter(filter.line.text)
            overlay = nil
        } catch {
            filter.trouble = error
            overlay = .filter(filter)
        }
        return []
    }

    /// Filters the extracts by a query; an empty one shows all.
    ///
    /// - Throws: where the query goes wrong.
    mutating func setFilter(_ source: String) throws(QueryError) {
        let query = try Query(source, in: study)
        extracts?.filter(by: query.source.isEmpty ? nil : query, study: study, unplaced: measures.unplaced)
        keepExtractsInSight()
        if let remark = query.remarks.first { notice = Notice(text: remark) }
    }
}
