// Everything a person can ask of the workbench. Names only: the table says how, `perform` says what happens.

/// An action of the workbench.
enum Command: String, CaseIterable {
    // move
    case rowDown, rowUp, characterRight, characterLeft, wordForward, wordBack
    case sentenceForward, sentenceBack, turnForward, turnBack
    case pageDown, pageUp, halfPageDown, halfPageUp
    case rowStart, rowEnd, top, bottom
    case nextCoding, previousCoding, nextUncoded, previousUncoded, uncodedSentence, focusNext, focusPrevious
    case search, nextHit, previousHit, searchWord
    case setMark, goToMark, jumpBack, jumpForward
    // select
    case startOrGrow, shrink, swapEnds, selectSentence, selectTurn, dropSelection, extent, keepExtent
    // code
    case code, again, inVivo, recode, uncode, assignSlot
    // mark
    case mark
    // think
    case memo, star, doubt, questions, undo, redo
    // see
    case layer, spotlight, pane, zoom, wider, narrower, filter, privacy
    // go
    case dashboard, documents, extracts, codebook, themes, memos, timeline
    // change codebook, themes and memos
    case add, define, nest, lift, lower, raise, move, merge, split, retire, adopt, tie, keep, relook, kind, revert, map
    case snapshot, asOf
    // matrix
    case matrix, transpose, columns, unit, shares, order, presence
    // framework matrix
    case framework, nextStale, quote
    // search over all texts
    case keywords, markAll, onlyUncoded
    // import
    case `import`, change, toggle, interviewer, rename, write
    // general
    case open, copy, palette, set, help, back, quit, suspend, redraw

    /// The name by which a person calls it, in the palette and in the configuration: `next-coding`.
    var name: String {
        rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }
}

/// The groups of the help screen, in its order.
enum CommandGroup: String, CaseIterable {
    case code = "Code"
    case select = "Select"
    case think = "Think again"
    case study = "Codebook, themes, memos"
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
    /// The path of a file outside the study.
    case path

    /// Whether the key waits for one more key.
    var isTyped: Bool { self == .letter || self == .digit }

    /// Whether a key typed after the command's own is what it waits for.
    func takes(_ key: String) -> Bool {
        guard key.count == 1, let character = key.first, character.isASCII else { return false }
        // A quote is the mark that every jump sets.
        return self == .letter
            ? character.isLetter || character == "'" : self == .digit && "123456789".contains(character)
    }

    /// What it is, for a sentence that asks for it.
    var noun: String {
        switch self {
        case .letter: "a letter from a to z"
        case .digit: "a digit from 1 to 9"
        case .line: "the number of a line"
        case .document: "a document's id"
        case .code: "a code: its tag, id or name"
        case .setting: "an option and its value"
        case .words: "words to look for"
        case .path: "the path of a file"
        }
    }

    /// What stands for it after the command's name.
    var placeholder: String {
        switch self {
        case .letter: "LETTER"
        case .digit: "DIGIT"
        case .line: "LINE"
        case .document: "DOCUMENT"
        case .code: "CODE"
        case .setting: "OPTION VALUE"
        case .words: "WORDS"
        case .path: "FILE"
        }
    }
}
