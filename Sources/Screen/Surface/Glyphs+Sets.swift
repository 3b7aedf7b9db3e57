// The three sets of signs, sign by sign. What is chosen here was measured: widths are Unicode's East Asian Width, fonts
// are fourteen (ten outline fonts, four of the console).

extension Glyphs {
    /// Signs that nearly all fonts have; no ticks, flags or braille. Only the sparks (7 of 14 fonts) are rarer.
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
        backPointer: "‹",
        quoteOpen: "“",
        quoteClose: "”",
        barFull: "█",
        barEmpty: "·",
        thumb: "┃",
        track: "╎",
        density: ["╏", "░"],
        sparks: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
        shades: [" ", "░", "▒", "▓"],
        bullet: "•",
        dot: "·",
        ellipsis: "…",
        up: "↑",
        down: "↓",
        arrow: "→"
    )

    /// Signs of one column everywhere, that fonts of the console have too.
    ///
    /// `│ ─ ┌ █ ▇ ┃ ● • … · → ↑ “ ”` are of *ambiguous* width: two columns in East Asian terminals, where every line after
    /// them would shift. Of the signs that are never ambiguous, `‹ ›` are in all fourteen fonts, and `░ ▐` in the sets of
    /// characters that the console's fonts were made from, so these are taken. `╵ ╎ ╶` are never ambiguous either, but
    /// three of fourteen fonts lack them, and a stripe that is a row of hollow boxes says nothing; so stripes, boxes,
    /// quotes and dots are ASCII. Eighth blocks are ambiguous and in no font of the console: sparks are digits.
    package static let safe: Glyphs = {
        var glyphs = ascii
        glyphs.pointer = "›"
        glyphs.backPointer = "‹"
        glyphs.barFull = "▐"
        glyphs.barEmpty = "░"
        glyphs.thumb = "▐"
        glyphs.track = "░"
        glyphs.shades = [" ", ".", "░", "▐"]
        return glyphs
    }()

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
        backPointer: "<",
        quoteOpen: "\"",
        quoteClose: "\"",
        barFull: "#",
        barEmpty: ".",
        thumb: "#",
        track: ".",
        density: [":", "="],
        sparks: ["1", "2", "3", "4", "5", "6", "7", "8"],
        shades: [" ", ".", "+", "#"],
        bullet: "*",
        dot: ".",
        ellipsis: "...",
        up: "^",
        down: "v",
        arrow: "->"
    )
}
