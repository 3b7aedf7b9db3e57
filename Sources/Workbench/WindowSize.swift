// The size of the window, what the frame takes of it at the foot, and the three layouts that follow from it.

/// The window in character cells.
struct WindowSize: Equatable {
    var rows: Int
    var columns: Int
    /// Whether the last row hints at keys. Without hints it belongs to the screen.
    var hasHints = true

    /// The smallest window in which the workbench draws its screens.
    static let smallest = WindowSize(rows: 16, columns: 60)

    /// Whether the screens fit.
    var isUsable: Bool { rows >= Self.smallest.rows && columns >= Self.smallest.columns }

    /// Whether names stand in a margin beside the text instead of in a legend below it.
    var hasMargin: Bool { columns >= 110 }

    /// The row of the hint bar; nothing where there are no hints.
    var hintRow: Int? { hasHints ? rows - 1 : nil }

    /// The row of the status line, below everything that belongs to a screen.
    var statusRow: Int { rows - (hasHints ? 2 : 1) }
}
