// The signs that screens are drawn with, in two sets. Chosen in the configuration, never by probing the terminal.

/// A set of signs, each one column wide.
package struct Glyphs: Hashable, Sendable {
    package var vertical: Character
    package var horizontal: Character
    package var topLeft: Character
    package var topRight: Character
    package var bottomLeft: Character
    package var bottomRight: Character
    package var teeLeft: Character
    package var teeRight: Character
    package var teeUp: Character
    package var teeDown: Character
    /// The stripe of a coding, its last row, and the leaders from the text to a name in the margin.
    package var stripe: Character
    package var stripeEnd: Character
    package var leader: String
    package var focusedLeader: String
    /// Marks the row or line that the cursor is on.
    package var pointer: Character
    package var quoteOpen: Character
    package var quoteClose: Character
    /// Horizontal bars: their filled and their empty part.
    package var barFull: Character
    package var barEmpty: Character
    /// Scroll bars: the part in sight and the rest.
    package var thumb: Character
    package var track: Character
    package var bullet: Character
    /// Between parts of a title or status line; also a zero in a table.
    package var dot: Character
    package var ellipsis: String
    package var up: Character
    package var down: Character
    package var arrow: String

    /// Signs that nearly all fonts have; no ticks, flags or braille.
    package static let unicode = Glyphs(
        vertical: "│",
        horizontal: "─",
        topLeft: "┌",
        topRight: "┐",
        bottomLeft: "└",
        bottomRight: "┘",
        teeLeft: "┤",
        teeRight: "├",
        teeUp: "┴",
        teeDown: "┬",
        stripe: "│",
        stripeEnd: "╵",
        leader: "╶─",
        focusedLeader: "╶━",
        pointer: "›",
        quoteOpen: "“",
        quoteClose: "”",
        barFull: "█",
        barEmpty: "·",
        thumb: "┃",
        track: "╎",
        bullet: "•",
        dot: "·",
        ellipsis: "…",
        up: "↑",
        down: "↓",
        arrow: "→"
    )

    /// Signs for terminals and readers that have only ASCII.
    package static let ascii = Glyphs(
        vertical: "|",
        horizontal: "-",
        topLeft: "+",
        topRight: "+",
        bottomLeft: "+",
        bottomRight: "+",
        teeLeft: "+",
        teeRight: "+",
        teeUp: "+",
        teeDown: "+",
        stripe: "|",
        stripeEnd: "'",
        leader: "--",
        focusedLeader: "==",
        pointer: ">",
        quoteOpen: "\"",
        quoteClose: "\"",
        barFull: "#",
        barEmpty: ".",
        thumb: "#",
        track: ".",
        bullet: "*",
        dot: ".",
        ellipsis: "...",
        up: "^",
        down: "v",
        arrow: "->"
    )
}
