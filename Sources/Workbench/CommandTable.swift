// The one table of actions. Key bindings, the hint bar, the help screen and docs/KEYS.md are printed from it.
// Long because it is a table.

/// One row of the table: an action, its keys and its words.
struct CommandRow {
    let command: Command
    /// One or two words, for the hint bar.
    let title: String
    /// One sentence, for help.
    let help: String
    let group: CommandGroup
    /// Key sequences, the one to teach first; keys of a sequence are parted by a blank.
    var keys: [String]
    let places: Set<Place>
    /// Where the hint bar shows the row.
    let hintedIn: Set<Place>

    init(
        _ command: Command,
        _ title: String,
        _ help: String,
        _ group: CommandGroup,
        _ keys: [String],
        in places: Set<Place> = [.read, .select],
        hinted: Set<Place> = []
    ) {
        self.command = command
        self.title = title
        self.help = help
        self.group = group
        self.keys = keys
        self.places = places
        hintedIn = hinted
    }
}

/// The table and the ways to look something up in it.
enum CommandTable {
    static let rows: [CommandRow] = code + select + move + think + general

    private static let code: [CommandRow] = [
        CommandRow(
            .code,
            "code",
            "Choose a code for the selection; without one, for the sentence at the cursor.",
            .code,
            ["c"],
            hinted: [.read, .select]
        ),
        CommandRow(
            .again,
            "again",
            "Give the selection, or the sentence at the cursor, the same code as last time.",
            .code,
            ["."],
            hinted: [.read, .select]
        ),
        CommandRow(
            .uncode,
            "uncode",
            "Take away the coding in focus, if it is your own.",
            .code,
            ["x", "Del"],
            in: [.read],
            hinted: [.read]
        ),
    ]

    private static let select: [CommandRow] = [
        CommandRow(
            .selectSentence,
            "sentence",
            "Select the sentence at the cursor; with a count, that many.",
            .select,
            ["s"],
            hinted: [.read]
        ),
        CommandRow(
            .selectTurn,
            "turn",
            "Select what is said in the turn at the cursor.",
            .select,
            ["t"],
            hinted: [.read]
        ),
        CommandRow(
            .startOrGrow,
            "select",
            "Start selecting at the cursor; again: grow to words, sentences, the turn.",
            .select,
            ["v"],
            hinted: [.read, .select]
        ),
        CommandRow(
            .shrink,
            "shrink",
            "Shrink the selection to what it was before it grew.",
            .select,
            ["V"],
            in: [.select]
        ),
        CommandRow(
            .swapEnds,
            "other end",
            "Move the other end of the selection.",
            .select,
            ["o"],
            in: [.select],
            hinted: [.select]
        ),
        CommandRow(
            .dropSelection,
            "drop",
            "Drop the selection and go on reading.",
            .select,
            ["Esc"],
            hinted: [.select]
        ),
    ]

    private static let move: [CommandRow] = [
        CommandRow(.rowDown, "down", "Go down one row; a count before any motion repeats it.", .move, ["j", "Down"]),
        CommandRow(.rowUp, "up", "Go up one row.", .move, ["k", "Up"]),
        CommandRow(.characterRight, "right", "Go one character to the right.", .move, ["l", "Right"]),
        CommandRow(.characterLeft, "left", "Go one character to the left.", .move, ["h", "Left"]),
        CommandRow(.wordForward, "word", "Go to the next word.", .move, ["w"]),
        CommandRow(.wordBack, "word back", "Go to the word before.", .move, ["b"]),
        CommandRow(.sentenceForward, "sentence", "Go to the next sentence.", .move, [")"]),
        CommandRow(
            .sentenceBack,
            "sentence back",
            "Go to the start of this sentence, or to the one before.",
            .move,
            ["("]
        ),
        CommandRow(.turnForward, "turn", "Go to the next turn.", .move, ["}"]),
        CommandRow(.turnBack, "turn back", "Go to the start of this turn, or to the one before.", .move, ["{"]),
        CommandRow(.pageDown, "page", "Go down one window.", .move, ["Space", "PgDn"]),
        CommandRow(.pageUp, "page up", "Go up one window.", .move, ["PgUp"]),
        CommandRow(.halfPageDown, "half page", "Go down half a window.", .move, ["Ctrl-D"]),
        CommandRow(.halfPageUp, "half page up", "Go up half a window.", .move, ["Ctrl-U"]),
        CommandRow(.rowStart, "row start", "Go to the start of the row; type 0 or press Home.", .move, ["0", "Home"]),
        CommandRow(.rowEnd, "row end", "Go to the end of the row.", .move, ["$", "End"]),
        CommandRow(.top, "top", "Go to the first line; with a count, to that line.", .move, ["g g"]),
        CommandRow(.bottom, "bottom", "Go to the last line; with a count, to that line: 33G.", .move, ["G"]),
        CommandRow(.nextCoding, "next coding", "Go to the next coding.", .move, ["]"]),
        CommandRow(.previousCoding, "coding before", "Go to the coding before.", .move, ["["]),
        CommandRow(
            .focusNext,
            "focus",
            "Turn to the next of the codings that overlap here.",
            .move,
            ["Tab"],
            in: [.read],
            hinted: [.read]
        ),
        CommandRow(
            .focusPrevious,
            "focus back",
            "Turn to the coding before of those here.",
            .move,
            ["S-Tab"],
            in: [.read]
        ),
    ]

    private static let think: [CommandRow] = [
        CommandRow(
            .memo,
            "memo",
            "Write one line about the coding in focus; an empty line clears it.",
            .think,
            ["m"],
            in: [.read],
            hinted: [.read]
        ),
        CommandRow(
            .undo,
            "undo",
            "Take back your last act, in whichever document it was.",
            .think,
            ["u"],
            in: [.read],
            hinted: [.read]
        ),
        CommandRow(.redo, "redo", "Bring back what was undone last.", .think, ["U", "Ctrl-R"], in: [.read]),
        CommandRow(
            .layer,
            "whose",
            "Show everyone's codings, or only your own.",
            .think,
            ["A"],
            in: [.read, .select]
        ),
    ]

    private static let general: [CommandRow] = [
        CommandRow(
            .rowDown,
            "down",
            "Go down the list.",
            .move,
            ["j", "Down"],
            in: [.documents]
        ),
        CommandRow(.rowUp, "up", "Go up the list.", .move, ["k", "Up"], in: [.documents]),
        CommandRow(.pageDown, "page", "Go down one window.", .move, ["Space", "PgDn"], in: [.documents]),
        CommandRow(.pageUp, "page up", "Go up one window.", .move, ["PgUp"], in: [.documents]),
        CommandRow(.top, "top", "Go to the first document.", .move, ["g g", "Home"], in: [.documents]),
        CommandRow(.bottom, "bottom", "Go to the last document.", .move, ["G", "End"], in: [.documents]),
        CommandRow(
            .openDocument,
            "open",
            "Open the document to read and code it.",
            .general,
            ["Enter", "l"],
            in: [.documents],
            hinted: [.documents]
        ),
        CommandRow(
            .help,
            "help",
            "Show this page; type to filter, Enter runs a row.",
            .general,
            ["?"],
            in: [.documents, .read, .select],
            hinted: [.documents, .read, .select]
        ),
        CommandRow(
            .back,
            "back",
            "Go back, or leave when there is nothing to go back to. Everything is saved.",
            .general,
            ["q"],
            in: [.documents, .read, .select],
            hinted: [.documents, .read]
        ),
        CommandRow(
            .quit,
            "quit",
            "Leave Gloss. Everything is saved.",
            .general,
            ["Q"],
            in: [.documents, .read, .select]
        ),
        CommandRow(
            .suspend,
            "suspend",
            "Stop Gloss and go to the shell; fg comes back.",
            .general,
            ["Ctrl-Z"],
            in: [.documents, .read, .select]
        ),
        CommandRow(
            .redraw,
            "redraw",
            "Draw the screen anew.",
            .general,
            ["Ctrl-L"],
            in: [.documents, .read, .select]
        ),
    ]

    /// What a key sequence can come to.
    enum Lookup: Equatable {
        case command(Command)
        /// The sequence begins a longer one.
        case prefix
        case none
    }

    /// Looks a key sequence up where the keyboard is.
    static func look(up sequence: [String], in place: Place) -> Lookup {
        let wanted = sequence.joined(separator: " ")
        var isPrefix = false
        for row in rows where row.places.contains(place) {
            if row.keys.contains(wanted) { return .command(row.command) }
            if row.keys.contains(where: { $0.hasPrefix(wanted + " ") }) { isPrefix = true }
        }
        return isPrefix ? .prefix : .none
    }

    /// The row of a command where the keyboard is.
    static func row(of command: Command, in place: Place) -> CommandRow? {
        rows.first { $0.command == command && $0.places.contains(place) }
    }

    /// The rows that hold where the keyboard is, in the order of help.
    static func rows(in place: Place) -> [CommandRow] {
        CommandGroup.allCases.flatMap { group in rows.filter { $0.group == group && $0.places.contains(place) } }
    }
}
