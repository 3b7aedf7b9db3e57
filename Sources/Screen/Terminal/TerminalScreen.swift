// What the program draws to: a real terminal, or one that only records.

/// A place where surfaces are shown.
@MainActor package protocol TerminalScreen: AnyObject {
    /// Rows and columns, as they are now.
    var size: (rows: Int, columns: Int) { get }

    /// Shows a surface in place of the last one.
    /// - Parameter cursor: where the terminal's cursor lies, visible; hidden if nil. Screen readers follow it.
    func present(_ surface: Surface, cursor: CursorPlace?)
}

/// A place for the terminal's cursor, from 0 at the top left.
package struct CursorPlace: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}
