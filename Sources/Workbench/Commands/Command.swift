// Everything a person can ask of the workbench. Names only: the table says how, `perform` says what happens.

/// An action of the workbench.
enum Command: String, CaseIterable {
    // move
    case rowDown, rowUp, characterRight, characterLeft, wordForward, wordBack
    case sentenceForward, sentenceBack, turnForward, turnBack
    case pageDown, pageUp, halfPageDown, halfPageUp
    case rowStart, rowEnd, top, bottom
    case nextCoding, previousCoding, nextUncoded, previousUncoded, focusNext, focusPrevious
    case search, nextHit, previousHit, searchWord
    case setMark, goToMark, jumpBack, jumpForward
    // select
    case startOrGrow, shrink, swapEnds, selectSentence, selectTurn, dropSelection, editExtent, keepExtent
    // code
    case code, again, inVivo, replaceCode, uncode, assignSlot
    // think
    case memo, star, doubt, undo, redo
    // see
    case layer, spotlight, pane, zoom, wider, narrower, filter, privacy
    // go
    case dashboard, documents, extracts
    // general
    case open, copy, palette, set, help, back, quit, suspend, redraw

    /// The name by which a person calls it, in the palette and in the configuration: `next-coding`.
    var name: String {
        rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }
}

/// Where the keyboard is: which commands a key can mean.
enum Place: String, CaseIterable {
    case dashboard
    case documents
    case read
    case select
    /// A selection that is the extent of a coding about to be changed.
    case extent
    case extracts

    /// Whether the text of a document is on screen.
    var isInText: Bool { self == .read || self == .select || self == .extent }
}

/// The groups of the help screen, in its order.
enum CommandGroup: String, CaseIterable {
    case code = "Code"
    case select = "Select"
    case think = "Think again"
    case move = "Move"
    case see = "See"
    case go = "Go"
    case general = "General"
}

/// What a command needs to know besides where the keyboard is.
enum CommandArgument {
    /// A letter typed after the key: the name of a mark.
    case letter
    /// A digit typed after the key: a slot.
    case digit
    /// The number of a line.
    case line
    /// A document's id.
    case document
    /// A code's tag, id or name.
    case code
    /// An option of the configuration and its value.
    case setting
    /// Words to look for.
    case words

    /// Whether the key waits for one more key.
    var isTyped: Bool { self == .letter || self == .digit }
}
