// A press of the mouse button in the text. There is no clock here: presses on one cell count as one after another as long
// as nothing else happened in between.

import CodingCore
import TextMetrics

/// Where the button went down, and how many times in a row.
struct MousePress: Equatable {
    let row: Int
    let column: Int
    /// The scalar that was pressed.
    let place: Int
    /// 1 for a press that puts the cursor, 2 for a word, 3 for a sentence, 4 for a turn.
    let clicks: Int
    /// Whether the button is still down.
    var isDown = true
    /// What the press left: when cursor or selection are others by now, the next press is a first one.
    let cursor: Int
    let selection: Selection?
}

extension CodingState {
    /// Puts the cursor where the button goes down; again on the same cell, selects the word, the sentence, the turn.
    mutating func press(row: Int, column: Int) {
        guard let place = scalar(atRow: row, column: column) else {
            press = nil
            return
        }
        var clicks = 1
        if let last = press, (last.row, last.column, last.place) == (row, column, place), last.cursor == cursor,
            last.selection == selection
        {
            clicks = last.clicks % 4 + 1
        }
        dropSelection()
        move(to: place)
        if clicks > 1 { select(unit(at: place, clicks: clicks), from: place, to: place, clicks: clicks) }
        press = MousePress(
            row: row,
            column: column,
            place: place,
            clicks: clicks,
            cursor: cursor,
            selection: selection
        )
    }

    /// Selects from where the button went down, whole words at a time; beyond the window's edge the text moves.
    mutating func drag(row: Int, column: Int) {
        guard let press, press.isDown, rows.count > 0 else { return }
        var place = scalar(atRow: row, column: column)
        if place == nil {
            let isAbove = row < geometry.textTop
            let next = isAbove ? top - 1 : top + geometry.textRows
            let column = max(0, column - geometry.textColumn)
            place = rows.scalar(inRow: min(max(0, next), rows.count - 1), column: column)
        }
        // A hand that shakes within one character selects nothing.
        guard let place, selection != press.selection || place != press.place else { return }
        let (first, last) = (min(press.place, place), max(press.place, place))
        let span = TextSpan(
            unit(at: first, clicks: press.clicks).start,
            max(unit(at: last, clicks: press.clicks).end, rows.end(ofClusterAt: last))
        )
        select(span, from: press.place, to: place, clicks: press.clicks)
    }

    private mutating func select(_ span: TextSpan, from: Int, to place: Int, clicks: Int) {
        guard !span.isEmpty else { return }
        var made = Selection(span, unit: clicks == 2 ? .word : clicks == 3 ? .sentence : .turn, rows: rows)
        if clicks == 1 || from != place { made.unit = .free }
        if place < from { swap(&made.anchor, &made.head) }
        growth = []
        selection = made
        cursor = made.head
        goalColumn = nil
        keepCursorInWindow()
    }

    /// What a press takes at a place: the word there, or the character beside words; then the sentence, then the turn.
    private func unit(at place: Int, clicks: Int) -> TextSpan {
        let wanted = clicks == 3 ? units.sentence(at: place) : clicks == 4 ? units.turn(at: place) : nil
        if let wanted, wanted.contains(place) { return wanted }
        return units.word(holding: place) ?? TextSpan(place, max(place, rows.end(ofClusterAt: place)))
    }

    /// The scalar drawn at a place of the window; nothing outside the text.
    private func scalar(atRow row: Int, column: Int) -> Int? {
        textRow(atRow: row).map { rows.scalar(inRow: $0, column: max(0, column - geometry.textColumn)) }
    }

    /// The row of the text that a row of the window shows.
    func textRow(atRow row: Int) -> Int? {
        let line = row - geometry.textTop
        return line >= 0 && line < geometry.textRows && top + line < rows.count ? top + line : nil
    }

    /// The coding whose stripe is drawn at a place of the window; where several share a lane, the one after the focus.
    func codingOfStripe(atRow row: Int, column: Int) -> Coding? {
        guard let textRow = textRow(atRow: row) else { return nil }
        let last = geometry.laneWidths.count - 1
        guard
            let lane = geometry.laneWidths.indices.first(where: { lane in
                let start = geometry.column(ofLane: lane)
                return column >= start && column < start + geometry.laneWidths[lane]
            })
        else { return nil }
        let line = transcript.lines.line(ofScalar: rows.rows[textRow].scalarStart) - 1
        let here = lanes.stripes(touching: line..<line + 1)
            .filter { $0.lane == lane || (lane == last && geometry.hasHiddenLanes && $0.lane > last) }
            .map { shown[$0.coding] }
            .filter { rows.rows(of: $0.span).contains(textRow) }
        guard let current = here.firstIndex(where: { $0.id == chosenFocus }) else { return here.first }
        return here[(current + 1) % here.count]
    }

    /// Puts a coding in focus; the cursor goes into it, to a row of the text where that is in it.
    mutating func focus(on coding: Coding, row: Int) {
        dropSelection()
        if !coding.span.contains(cursor) {
            let start = rows.rows.indices.contains(row) ? rows.rows[row].scalarStart : coding.span.start
            move(to: coding.span.contains(start) ? start : coding.span.start)
        }
        chosenFocus = coding.id
    }
}
