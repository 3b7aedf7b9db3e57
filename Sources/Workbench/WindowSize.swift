// The size of the window and the three layouts that follow from it.

/// The window in character cells.
struct WindowSize: Equatable {
    var rows: Int
    var columns: Int

    /// The smallest window in which the workbench draws its screens.
    static let smallest = WindowSize(rows: 16, columns: 60)

    /// Whether the screens fit.
    var isUsable: Bool { rows >= Self.smallest.rows && columns >= Self.smallest.columns }

    /// Whether names stand in a margin beside the text instead of in a legend below it.
    var hasMargin: Bool { columns >= 110 }
}
