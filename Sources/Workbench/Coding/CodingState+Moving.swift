// How the cursor moves. Every motion works in READ and in SELECT; only where the moving end lands differs.

import CodingCore
import TextMetrics

extension CodingState {
    /// Puts the cursor on a scalar and takes the moving end of a selection along.
    mutating func move(to offset: Int, keepsColumn: Bool = false) {
        cursor = rows.start(ofClusterAt: min(max(0, offset), max(0, transcript.text.scalarCount - 1)))
        if !keepsColumn { goalColumn = nil }
        if selection != nil {
            selection?.head = cursor
            selection?.unit = .free
        }
        keepCursorInWindow()
    }

    /// Moves by rows, keeping the column where the rows allow it.
    mutating func moveRows(_ count: Int) {
        let row = rows.row(ofScalar: cursor)
        let column = goalColumn ?? rows.column(ofScalar: cursor)
        let target = rows.row(row, movedBy: count)
        move(to: rows.scalar(inRow: target, column: column), keepsColumn: true)
        goalColumn = column
    }

    /// Moves by windows, one row of the old one staying in sight: reading goes on from that row.
    mutating func movePages(_ count: Int) {
        let step = max(1, geometry.textRows - 1)
        let row = rows.row(ofScalar: cursor)
        let edge = top + (count > 0 ? step : 0) + (abs(count) - 1) * count.signum() * step
        turn(by: count * step)
        moveRows(edge - row)
    }

    /// Moves by half windows; the cursor keeps its place in the window.
    mutating func moveHalfPages(_ count: Int) {
        let step = max(1, geometry.textRows / 2)
        turn(by: count * step)
        moveRows(count * step)
    }

    /// Lets other rows be seen, as far as there are any.
    private mutating func turn(by count: Int) {
        top = min(max(0, top + count), max(0, rows.count - geometry.textRows))
    }

    /// Moves by characters.
    mutating func moveCharacters(_ count: Int) {
        var row = rows.row(ofScalar: cursor)
        var places = characters(ofRow: row)
        var index = (places.lastIndex { $0 <= cursor } ?? 0) + count
        // Whole rows are passed at once, so that huge counts cost no more than the text is long.
        while index >= places.count, rows.row(row, movedBy: 1) > row {
            index -= places.count
            row = rows.row(row, movedBy: 1)
            places = characters(ofRow: row)
        }
        while index < 0, rows.row(row, movedBy: -1) < row {
            row = rows.row(row, movedBy: -1)
            places = characters(ofRow: row)
            index += places.count
        }
        move(to: places[min(max(0, index), places.count - 1)])
    }

    /// Where the characters of a row begin; an empty row is one place.
    private func characters(ofRow row: Int) -> [Int] {
        let starts = rows.clusters(of: row).map(\.scalars.lowerBound)
        return starts.isEmpty ? [rows.rows.indices.contains(row) ? rows.rows[row].scalarStart : 0] : starts
    }

    /// Whether the row of a scalar is in the window.
    func isOnScreen(_ offset: Int) -> Bool {
        let row = rows.row(ofScalar: offset)
        return row >= top && row < top + geometry.textRows
    }

    /// Moves by words, sentences or turns, as far as there are any.
    ///
    /// In SELECT the moving end lands on the last character of a unit while it is the later end, so that whole units are
    /// taken in and given back; it turns round at the resting end.
    mutating func moveUnits(_ unit: ReadingUnit, _ count: Int) {
        for _ in 0..<abs(count) {
            guard let place = place(of: unit, forward: count > 0), place != cursor else { return }
            move(to: place)
        }
    }

    private func place(of unit: ReadingUnit, forward: Bool) -> Int? {
        if let selection, forward, selection.head >= selection.anchor {
            let end = rows.end(ofClusterAt: cursor)
            return transcript.unit(unit, endingAfter: end).map(lastCharacter)
        }
        if let selection, !forward, selection.head > selection.anchor {
            let before = transcript.unit(unit, endingBy: cursor).map(lastCharacter)
            return max(before ?? selection.anchor, selection.anchor)
        }
        return forward
            ? transcript.unit(unit, startingAfter: cursor)?.start
            : transcript.unit(unit, startingBefore: cursor)?.start
    }

    private func lastCharacter(of span: TextSpan) -> Int { rows.start(ofClusterAt: max(span.start, span.end - 1)) }

    /// Goes to the start or the end of the row.
    mutating func moveToRowEdge(end: Bool) {
        let row = rows.row(ofScalar: cursor)
        let clusters = rows.clusters(of: row)
        let place = end ? clusters.last { rows.text(of: $0) != " " } ?? clusters.last : clusters.first
        move(to: place?.scalars.lowerBound ?? cursor)
    }

    /// Goes to a numbered line, counted from 1; the last one when there are fewer.
    mutating func goToLine(_ line: Int) {
        let lines = transcript.lines.rows
        guard !lines.isEmpty else { return }
        let index = min(max(line, 1), lines.count) - 1
        move(to: lines[index].scalarStart)
        centreCursor()
    }

    /// Puts the cursor's row a third of the way down the window when it stood outside.
    mutating func centreCursor() {
        let row = rows.row(ofScalar: cursor)
        let third = geometry.textRows / 3
        guard row < top || row >= top + geometry.textRows || row - top > geometry.textRows - 3 else { return }
        top = min(max(0, row - third), max(0, rows.count - geometry.textRows))
        keepCursorInWindow()
    }
}
