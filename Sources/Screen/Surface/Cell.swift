/// One cell of a surface. A wide character has one cell of its width, followed by cells of width 0.
package struct Cell: Hashable, Sendable {
    /// A blank cell in the terminal's own colours.
    package static let blank = Cell(text: " ", style: .plain, width: 1)

    /// What is drawn, already made safe; empty in a cell of width 0.
    package internal(set) var text: String
    package var style: Style
    /// The columns from here on that the text takes; 0 in the cells it covers.
    package internal(set) var width: UInt8
}
