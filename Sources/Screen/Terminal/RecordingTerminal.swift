// A terminal in memory, for tests and golden screens.

/// Keeps what it is told to show.
@MainActor package final class RecordingTerminal: TerminalScreen, TerminalClipboard {
    package var size: (rows: Int, columns: Int)
    /// What was shown last, blank before that.
    package private(set) var surface: Surface
    package private(set) var cursor: CursorPlace?
    /// How many surfaces were shown.
    package private(set) var presentations = 0
    /// What was copied, in order; texts that are too long are not among them.
    package private(set) var copies: [String] = []

    package init(rows: Int, columns: Int) {
        size = (rows, columns)
        surface = Surface(rows: rows, columns: columns)
    }

    package func present(_ surface: Surface, cursor: CursorPlace?) {
        self.surface = surface
        self.cursor = cursor
        presentations += 1
    }

    package func copy(_ text: String) -> CopyOutcome {
        guard text.utf8.count <= ClipboardSequence.textLimit else {
            return .tooLong(limit: ClipboardSequence.textLimit)
        }
        copies.append(text)
        return .sent
    }

    /// The text of all rows.
    package var text: String { surface.text }
    /// The styles of all cells.
    package var styleMap: StyleMap { StyleMap(surface) }
}
