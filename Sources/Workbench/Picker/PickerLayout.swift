// Where the parts of the picker stand in a window. Numbers only; the picker takes the lower part, the text keeps the rest.

import Screen

/// The picker's rectangles in a window.
struct PickerLayout {
    /// The whole box.
    let box: Rectangle
    let query: Rectangle
    let list: Rectangle
    let additions: Rectangle
    let definition: Rectangle

    /// Whether a rule parts the codes from the rows that make one.
    var hasInnerRule: Bool { additions.row > list.endRow }

    /// - Parameter additions: how many rows make a code.
    init(_ size: WindowSize, additions count: Int) {
        box = Self.box(in: size)
        let inside = box.inset(rows: 1, columns: 2)
        func part(from row: Int, rows: Int) -> Rectangle {
            Rectangle(row: row, column: inside.column, rows: max(0, rows), columns: inside.columns)
        }
        let definitionRows = box.rows >= 16 ? 6 : box.rows >= 14 ? 3 : 2
        let gap = box.rows >= 14 ? 1 : 0
        query = part(from: inside.row, rows: 1)
        definition = part(from: inside.endRow - definitionRows, rows: definitionRows)
        additions = part(from: definition.row - 1 - count, rows: count)
        list = part(from: query.endRow, rows: additions.row - gap - query.endRow)
    }

    /// Where the box stands in a window.
    static func box(in size: WindowSize) -> Rectangle {
        let height = min(max(11, size.rows / 2 + 2), 22)
        return Rectangle(row: size.rows - height, column: 0, rows: height, columns: min(size.columns, 110))
    }
}
