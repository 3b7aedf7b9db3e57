// How the cursor moves. Every motion works in READ and in SELECT; only where the moving end lands differs.

import CodingCore
import TextMetrics

extension CodingState {
    /// Puts the cursor on a scalar and takes the moving end of a selection along.
    mutating func move(to offset: Int, keepsColumn: Bool = false) {
        cursor = min(max(0, offset), max(0, transcript.text.scalarCount - 1))
        if let cluster = rows.cluster(atScalar: cursor) { cursor = cluster.scalars.lowerBound }
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
        let target = min(max(0, row + count), max(0, rows.count - 1))
        move(to: rows.scalar(inRow: target, column: column), keepsColumn: true)
        goalColumn = column
    }

    /// Moves by windows and lets the window follow, one row of the old page staying in sight.
    mutating func movePages(_ count: Int, half: Bool = false) {
        let step = half ? max(1, geometry.textRows / 2) : max(1, geometry.textRows - 1)
        top = min(max(0, top + count * step), max(0, rows.count - geometry.textRows))
        moveRows(count * step)
    }

    /// Moves by characters.
    mutating func moveCharacters(_ count: Int) {
        var place = cursor
        for _ in 0..<abs(count) {
            guard let next = count > 0 ? rows.next(after: place) : rows.previous(before: place) else { break }
            place = next
        }
        move(to: place)
    }

    /// Moves by words; in SELECT the moving end lands on the last character of a word when it moves away from the start.
    mutating func moveWords(_ count: Int) {
        for _ in 0..<abs(count) {
            guard let word = nextWord(forward: count > 0) else { break }
            move(to: word)
        }
    }

    private func nextWord(forward: Bool) -> Int? {
        guard let selection else { return units.word(from: cursor, forward: forward)?.start }
        if forward && selection.head >= selection.anchor {
            if let here = units.word(at: cursor), here.start <= cursor, lastCharacter(of: here) > cursor {
                return lastCharacter(of: here)
            }
            return units.word(from: cursor, forward: true).map(lastCharacter)
        }
        if !forward && selection.head > selection.anchor {
            guard let here = units.word(from: rows.next(after: cursor) ?? cursor + 1, forward: false) else {
                return nil
            }
            let target = units.word(from: here.start, forward: false).map(lastCharacter)
            return target.map { $0 < selection.anchor ? selection.anchor : $0 }
        }
        return units.word(from: cursor, forward: forward)?.start
    }

    private func lastCharacter(of span: TextSpan) -> Int {
        rows.cluster(atScalar: max(span.start, span.end - 1))?.scalars.lowerBound ?? span.start
    }

    /// Moves by sentences; in SELECT the moving end lands on the last character of a sentence.
    mutating func moveSentences(_ count: Int) {
        for _ in 0..<abs(count) {
            if let selection, count > 0, selection.head >= selection.anchor {
                guard let sentence = units.sentence(at: cursor + (isAtSentenceEnd ? 1 : 0)) else { break }
                move(to: lastCharacter(of: sentence))
            } else {
                guard let start = units.sentenceStart(from: cursor, forward: count > 0) else { break }
                move(to: start)
            }
        }
    }

    private var isAtSentenceEnd: Bool {
        units.sentence(at: cursor).map { lastCharacter(of: $0) == cursor } ?? false
    }

    /// Moves by turns, to the first word after the label.
    mutating func moveTurns(_ count: Int) {
        if let start = units.turnStart(count, from: cursor) { move(to: start) }
    }

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
