// How a selection is made, grown and shrunk.

import CodingCore

extension CodingState {
    /// The span that would be coded now: the selection without what dangles at its ends.
    var selectedSpan: TextSpan? {
        guard let selection else { return nil }
        let span = SpanTrimming(text: transcript.text).trimmed(selection.span(rows))
        // A comma that carries a mark is one character with it, and stays whole.
        return span.isEmpty ? nil : TextSpan(rows.start(ofClusterAt: span.start), span.end)
    }

    /// Selects a span and puts the cursor at its end, or at its start where the end lies outside the window.
    mutating func select(_ span: TextSpan, unit: Selection.Unit) {
        var made = Selection(span, unit: unit, rows: rows)
        if rows.row(ofScalar: made.head) >= rows.row(ofScalar: made.anchor) + geometry.textRows {
            swap(&made.anchor, &made.head)
        }
        selection = made
        cursor = made.head
        goalColumn = nil
        keepCursorInWindow()
        showStartOfSelection()
    }

    /// Where the cursor stands once the selection is coded: where it was, so that reading goes on, but on a coded word.
    func cursorAfterCoding(_ span: TextSpan) -> Int {
        let last = rows.start(ofClusterAt: max(span.start, span.end - 1))
        return min(max(cursor, span.start), last)
    }

    private mutating func showStartOfSelection() {
        guard let selection else { return }
        let first = rows.row(ofScalar: min(selection.anchor, selection.head))
        if first < top, rows.row(ofScalar: cursor) - first < geometry.textRows { top = first }
    }

    /// Selects `count` sentences from the one at the cursor on, as far as the turn goes.
    ///
    /// - Returns: how many were selected; 0 when there is none.
    mutating func selectSentences(_ count: Int) -> Int {
        growth = []
        guard let found = units.sentences(count, at: selectionStart) else { return 0 }
        select(found.span, unit: .sentence)
        return found.count
    }

    /// Selects what is said in `count` turns from the one at the cursor on, labels between them included.
    ///
    /// - Returns: how many were selected; 0 when there is none.
    mutating func selectTurns(_ count: Int) -> Int {
        growth = []
        guard let found = units.turns(count, at: selectionStart) else { return 0 }
        select(found.span, unit: .turn)
        return found.count
    }

    private var selectionStart: Int { selection.map { min($0.anchor, $0.head) } ?? cursor }

    /// Starts a selection at the cursor, or grows the one there is: to whole words, to sentences, to the turn.
    ///
    /// - Returns: false when there is nothing wider to grow to.
    mutating func startOrGrow() -> Bool {
        guard let current = selection else {
            growth = []
            selection = Selection(at: cursor)
            return true
        }
        let trimmed = transcript.text.trimmed(current.span(rows))
        let span = trimmed.isEmpty ? current.span(rows) : trimmed
        for (unit, wider) in widerSpans(around: span) where wider != span && wider.contains(span) {
            growth.append(current)
            select(wider, unit: unit)
            return true
        }
        return false
    }

    private func widerSpans(around span: TextSpan) -> [(Selection.Unit, TextSpan)] {
        let last = max(span.start, span.end - 1)
        var wider = [
            (
                Selection.Unit.word,
                TextSpan(
                    units.word(holding: span.start)?.start ?? span.start,
                    units.word(holding: last)?.end ?? span.end
                )
            )
        ]
        if let first = units.sentence(at: span.start), let final = units.sentence(at: last), first.start <= final.end {
            wider.append((.sentence, TextSpan(min(first.start, span.start), max(final.end, span.end))))
        }
        if let turn = units.turn(at: span.start) { wider.append((.turn, turn)) }
        return wider
    }

    /// Takes back the last growth; a selection that did not grow is dropped.
    mutating func shrink() {
        guard let previous = growth.popLast() else {
            dropSelection()
            return
        }
        selection = previous
        cursor = previous.head
        keepCursorInWindow()
    }

    /// Swaps the resting and the moving end.
    mutating func swapEnds() {
        guard var current = selection else { return }
        swap(&current.anchor, &current.head)
        selection = current
        cursor = current.head
        keepCursorInWindow()
    }

    /// Goes back to READ; the cursor goes to where the selection began.
    mutating func dropSelection() {
        guard let current = selection else { return }
        // A coding whose extent was being changed is gone back to, wherever the ends had moved.
        cursor = edited?.span.start ?? min(current.anchor, current.head)
        selection = nil
        editing = nil
        growth = []
        goalColumn = nil
        keepCursorInWindow()
    }
}
