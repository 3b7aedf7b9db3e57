// A list that scrolls. Knows which row is chosen and which are in sight, not what the rows say.

/// The choice in a list and the part of the list in sight.
package struct ListView: Hashable, Sendable {
    /// The chosen row, from 0; 0 in an empty list.
    package private(set) var selection: Int
    /// The first row in sight.
    package private(set) var top: Int
    /// Whether going up from the first row leads to the last.
    package var wraps: Bool
    /// Rows kept in sight above and below the choice.
    package var margin: Int

    package init(selection: Int = 0, wraps: Bool = false, margin: Int = 1) {
        self.selection = max(0, selection)
        self.wraps = wraps
        self.margin = margin
        top = 0
    }

    /// Chooses a row, or the nearest there is.
    package mutating func select(_ row: Int, count: Int) {
        selection = max(0, min(row, count - 1))
    }

    /// Moves the choice by so many rows; only single steps go round.
    package mutating func move(by rows: Int, count: Int) {
        guard count > 0 else {
            selection = 0
            return
        }
        if wraps, abs(rows) == 1 {
            selection = (selection + rows + count) % count
        } else {
            select(selection + rows, count: count)
        }
    }

    /// Moves if the key is one that moves in lists, and answers whether it was.
    ///
    /// Arrows, Page and Home keys, Ctrl-N and Ctrl-P, Ctrl-D and Ctrl-U; letters belong to whoever shows the list.
    package mutating func handle(_ press: KeyPress, count: Int, height: Int) -> Bool {
        switch (press.key, press.modifiers) {
        case (.up, []), (.character("p"), .control): move(by: -1, count: count)
        case (.down, []), (.character("n"), .control): move(by: 1, count: count)
        case (.pageUp, []): select(selection - max(1, height - 1), count: count)
        case (.pageDown, []): select(selection + max(1, height - 1), count: count)
        case (.character("u"), .control): select(selection - max(1, height / 2), count: count)
        case (.character("d"), .control): select(selection + max(1, height / 2), count: count)
        case (.home, []): select(0, count: count)
        case (.end, []): select(count - 1, count: count)
        default: return false
        }
        return true
    }

    /// Moves the view by so many rows, as the wheel does, and takes the choice along if it must.
    package mutating func scroll(by rows: Int, count: Int, height: Int) {
        top = max(0, min(top + rows, count - height))
        selection = max(top, min(selection, top + height - 1, max(0, count - 1)))
    }

    /// Brings the choice into sight and answers the rows in sight.
    package mutating func visibleRows(count: Int, height: Int) -> Range<Int> {
        guard count > 0, height > 0 else {
            (selection, top) = (0, 0)
            return 0..<0
        }
        select(selection, count: count)
        let margin = min(self.margin, (height - 1) / 2)
        top = min(top, selection - margin)
        top = max(top, selection + margin + 1 - height)
        top = max(0, min(top, count - height))
        return top..<min(count, top + height)
    }

    /// Draws the rows in sight, one line each; `row` gets the row's number, its line and whether it is chosen.
    package mutating func draw(
        into surface: inout Surface,
        in area: Rectangle,
        count: Int,
        row drawRow: (_ number: Int, _ line: Rectangle, _ isSelected: Bool, _ surface: inout Surface) -> Void
    ) {
        let visible = visibleRows(count: count, height: area.rows)
        for number in visible {
            let line = Rectangle(row: area.row + number - top, column: area.column, rows: 1, columns: area.columns)
            drawRow(number, line, number == selection, &surface)
        }
    }
}
