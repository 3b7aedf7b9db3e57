// Everything a person can ask of the workbench. Names only: the table says how, update says what happens.

/// An action of the workbench.
enum Command: String, CaseIterable {
    // move
    case rowDown, rowUp, characterRight, characterLeft, wordForward, wordBack
    case sentenceForward, sentenceBack, turnForward, turnBack
    case pageDown, pageUp, halfPageDown, halfPageUp
    case rowStart, rowEnd, top, bottom
    case nextCoding, previousCoding, focusNext, focusPrevious
    // select
    case startOrGrow, shrink, swapEnds, selectSentence, selectTurn, dropSelection
    // code
    case code, again, uncode
    // think
    case memo, undo, redo
    // see
    case layer
    // general
    case openDocument, help, back, quit, suspend, redraw
}

/// Where the keyboard is: which commands a key can mean.
enum Place: String, CaseIterable {
    case documents
    case read
    case select
}

/// The groups of the help screen, in its order.
enum CommandGroup: String, CaseIterable {
    case code = "Code"
    case select = "Select"
    case think = "Think again"
    case move = "Move"
    case general = "General"
}
