// A terminal in memory, for tests and golden screens.

/// Keeps what it is told to show.
@MainActor package final class RecordingTerminal: TerminalScreen {
    package var size: (rows: Int, columns: Int)
    /// What was shown last, blank before that.
    package private(set) var surface: Surface
    package private(set) var cursor: CursorPlace?
    /// How many surfaces were shown.
    package private(set) var presentations = 0

    package init(rows: Int, columns: Int) {
        size = (rows, columns)
        surface = Surface(rows: rows, columns: columns)
    }

    package func present(_ surface: Surface, cursor: CursorPlace?) {
        self.surface = surface
        self.cursor = cursor
        presentations += 1
    }

    /// The text of all rows.
    package var text: String { surface.text }
    /// The styles of all cells.
    package var styleMap: StyleMap { StyleMap(surface) }
}
