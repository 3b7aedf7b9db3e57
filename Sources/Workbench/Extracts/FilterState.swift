// The line in which a filter is written, and what is wrong with it. The extracts stay in sight above it.

import CodingCore
import Screen
import TextMetrics

/// A filter being written.
struct FilterState {
    var line: PromptLine
    /// What could not be understood, when Enter was pressed.
    var trouble: QueryError?
    /// What was typed before Tab, what it offers, and which offer is in the line.
    var turning: (typed: String, completion: QueryCompletion, index: Int)?

    init(_ query: String) { line = PromptLine(query) }

    /// Puts the next offer, or the one before, in the place of the last word.
    mutating func complete(by step: Int, in study: Study) {
        trouble = nil
        let typed = turning?.typed ?? line.text
        let completion = turning?.completion ?? QueryCompletion(typed, in: study)
        guard !completion.offers.isEmpty else { return }
        let count = completion.offers.count
        let index = turning.map { ($0.index + step + count) % count } ?? (step > 0 ? 0 : count - 1)
        let before = String(String.UnicodeScalarView(typed.unicodeScalars.prefix(completion.start)))
        line = PromptLine(before + completion.offers[index])
        turning = (typed, completion, index)
    }
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
            let offers = filter.turning?.completion.offers ?? QueryCompletion(line.text, in: study).offers
            surface.put(
                fitted(
                    look.said(
                        !line.text.isEmpty && !offers.isEmpty
                            ? " Tab: " + offers.dropFirst(filter.turning?.index ?? 0).prefix(12).joined(separator: "  ")
                            : " such as site:B · role:nurse · text:\"winter\" · memo:contract · doubt:yes · star:>=2 · coder:\(coder)"
                    ),
                    columns: size.columns - 1,
                    ellipsis: look.glyphs.ellipsis
                ),
                row: rows.lowerBound + 1,
                column: 0,
                style: look.quiet
            )
            drawHintBar(
                [("Enter", "filter"), ("Tab", "offers"), ("Esc", "leave it as it was"), ("empty", "shows all")],
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
        if press.key == .tab {
            filter.complete(by: press.modifiers == .shift ? -1 : 1, in: study)
            overlay = .filter(filter)
            return []
        }
        guard press.key == .enter else {
            filter.trouble = nil
            filter.turning = nil
            _ = filter.line.handle(press)
            overlay = .filter(filter)
            return []
        }
        do {
            let effects = try setFilter(filter.line.text)
            overlay = nil
            return effects
        } catch {
            filter.trouble = error
            overlay = .filter(filter)
        }
        return []
    }

    /// Filters what the screen shows by a query; an empty one shows all.
    ///
    /// - Throws: where the query goes wrong.
    mutating func setFilter(_ source: String) throws(QueryError) -> [Effect] {
        let query = try Query(source, in: study)
        let filter = query.source.isEmpty ? nil : query
        if let remark = query.remarks.first { notice = Notice(text: remark) }
        switch screen {
        case .matrix:
            matrix?.filter = filter
            return [.countMatrix]
        case .search:
            keywords?.filter = filter
            return keywords?.pattern == nil ? [] : [.findKeywords]
        default:
            extracts?.filter(by: filter, study: study, unplaced: measures.unplaced)
            keepExtractsInSight()
            return []
        }
    }
}
