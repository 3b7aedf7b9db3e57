// The rows of the table that act on text, selections and codings. Long because it is a table.

extension CommandTable {
    static let codeRows: [CommandRow] = [
        CommandRow(
            .code,
            "code",
            "Choose a code for the selection; without one, for the sentence at the cursor.",
            .code,
            ["c"],
            takes: .code,
            also: "tag highlight label apply"
        ),
        CommandRow(
            .again,
            "again",
            "Give the selection, or the sentence at the cursor, the same codes as last time.",
            .code,
            ["."],
            also: "repeat"
        ),
        CommandRow(
            .inVivo,
            "in-vivo",
            "Make a code of the selected words, or of the word at the cursor, and give it to them.",
            .code,
            ["i"]
        ),
        CommandRow(
            .uncode,
            "uncode",
            "Take away the coding in focus, if it is your own.",
            .code,
            ["x", "Del"],
            in: [.read, .extracts],
            also: "delete remove erase unhighlight"
        ),
        CommandRow(
            .extent,
            "extent",
            "Open the extent of the coding in focus again: motions move its end, Enter keeps it.",
            .code,
            ["e"],
            in: [.read],
            also: "edit boundaries resize"
        ),
        CommandRow(
            .keepExtent,
            "keep",
            "Give the coding the extent that is selected now.",
            .code,
            ["Enter"],
            in: [.extent]
        ),
        CommandRow(
            .recode,
            "recode",
            "Give the coding in focus another code.",
            .code,
            ["r"],
            in: [.read, .extracts],
            takes: .code,
            also: "replace rename"
        ),
        CommandRow(
            .assignSlot,
            "slot",
            "Put the code of the coding in focus, or the one used last, on a digit.",
            .code,
            ["="],
            in: [.read],
            takes: .digit,
            needsArgument: true
        ),
    ]

    static let selectRows: [CommandRow] = [
        CommandRow(
            .selectSentence,
            "sentence",
            "Select the sentence at the cursor; with a count, that many.",
            .select,
            ["s"],
            in: [.read, .select, .extent]
        ),
        CommandRow(
            .selectTurn,
            "turn",
            "Select what is said in the turn at the cursor; with a count, in that many turns.",
            .select,
            ["t"],
            in: [.read, .select, .extent]
        ),
        CommandRow(
            .startOrGrow,
            "select",
            "Start selecting at the cursor; again: grow to words, sentences, the turn.",
            .select,
            ["v"],
            in: [.read, .select, .extent]
        ),
        CommandRow(
            .shrink,
            "shrink",
            "Shrink the selection to what it was before it grew.",
            .select,
            ["V"],
            in: [.select, .extent]
        ),
        CommandRow(
            .swapEnds,
            "other end",
            "Move the other end of the selection.",
            .select,
            ["o"],
            in: [.select, .extent]
        ),
        CommandRow(
            .dropSelection,
            "drop",
            "Drop the selection and go on reading.",
            .select,
            ["Esc"],
            in: [.read, .select, .extent]
        ),
    ]

    static let thinkRows: [CommandRow] = [
        CommandRow(
            .memo,
            "memo",
            "Write about the coding in focus; with a selection, choose a code and write about it.",
            .think,
            ["m"],
            in: [.read, .select, .extracts],
            also: "note comment annotate"
        ),
        CommandRow(
            .star,
            "star",
            "Give the coding in focus one star more; after three, none.",
            .think,
            ["*"],
            in: [.read, .extracts],
            also: "favourite important"
        ),
        CommandRow(
            .doubt,
            "doubt",
            "Mark the coding in focus as doubtful, or take the mark away.",
            .think,
            ["!"],
            in: [.read, .extracts],
            also: "uncertain unsure"
        ),
        CommandRow(
            .questions,
            "questions",
            "Answer what is open here: disputed values, guessed passages, passages that are gone.",
            .think,
            ["g !"],
            in: text,
            also: "disputes guesses orphans"
        ),
        CommandRow(
            .undo,
            "undo",
            "Take back your last act, in whichever document it was.",
            .think,
            ["u"],
            in: notebook.union([.read, .extracts, .dashboard, .documents, .framework, .search]),
            also: "take-back"
        ),
        CommandRow(
            .redo,
            "redo",
            "Bring back what was undone last.",
            .think,
            ["U", "Ctrl-R"],
            in: notebook.union([.read, .extracts, .dashboard, .documents, .framework, .search]),
            also: "bring-back"
        ),
    ]

    private static let text: Set<Place> = [.read, .select, .extent]

    static let moveRows: [CommandRow] = [
        CommandRow(
            .rowDown,
            "down",
            "Go down one row; a count before any motion repeats it.",
            .move,
            ["j", "Down"],
            in: text
        ),
        CommandRow(.rowUp, "up", "Go up one row.", .move, ["k", "Up"], in: text),
        CommandRow(.characterRight, "right", "Go one character to the right.", .move, ["l", "Right"], in: text),
        CommandRow(.characterLeft, "left", "Go one character to the left.", .move, ["h", "Left"], in: text),
        CommandRow(.wordForward, "word", "Go to the next word.", .move, ["w"], in: text),
        CommandRow(.wordBack, "word back", "Go to the word before.", .move, ["b"], in: text),
        CommandRow(.sentenceForward, "sentence", "Go to the next sentence.", .move, [")"], in: text),
        CommandRow(
            .sentenceBack,
            "sent. back",
            "Go to the start of this sentence, or to the one before.",
            .move,
            ["("],
            in: text
        ),
        CommandRow(.turnForward, "turn", "Go to the next turn.", .move, ["}"], in: text),
        CommandRow(
            .turnBack,
            "turn back",
            "Go to the start of this turn, or to the one before.",
            .move,
            ["{"],
            in: text
        ),
        CommandRow(.pageDown, "page", "Go down one window.", .move, ["Space", "PgDn"], in: text),
        CommandRow(.pageUp, "page up", "Go up one window.", .move, ["PgUp"], in: text),
        CommandRow(.halfPageDown, "half page", "Go down half a window.", .move, ["Ctrl-D"], in: text),
        CommandRow(.halfPageUp, "half page up", "Go up half a window.", .move, ["Ctrl-U"], in: text),
        CommandRow(
            .rowStart,
            "row start",
            "Go to the start of the row; type 0 or press Home.",
            .move,
            ["0", "Home"],
            in: text
        ),
        CommandRow(.rowEnd, "row end", "Go to the end of the row.", .move, ["$", "End"], in: text),
        CommandRow(
            .top,
            "top",
            "Go to the first line; with a count, to that line.",
            .move,
            ["g g"],
            in: text,
            takes: .line
        ),
        CommandRow(
            .bottom,
            "bottom",
            "Go to the last line; with a count, to that line: 33G.",
            .move,
            ["G"],
            in: text,
            takes: .line
        ),
        CommandRow(.nextCoding, "next coding", "Go to the next coding.", .move, ["]"], in: text),
        CommandRow(.previousCoding, "prev coding", "Go to the coding before.", .move, ["["], in: text),
        CommandRow(
            .uncodedSentence,
            "no code yet",
            "Select the next sentence that has no code, and say how many there are.",
            .move,
            ["g s"],
            in: text,
            also: "line by line coverage"
        ),
        CommandRow(.nextUncoded, "next uncoded", "Go to the next passage without a coding.", .move, ["g n"], in: text),
        CommandRow(
            .previousUncoded,
            "prev uncoded",
            "Go to the passage before without a coding.",
            .move,
            ["g N"],
            in: text
        ),
        CommandRow(
            .focusNext,
            "focus",
            "Turn to the next of the codings that overlap here.",
            .move,
            ["Tab"],
            in: [.read]
        ),
        CommandRow(
            .focusPrevious,
            "focus back",
            "Turn to the coding before of those here.",
            .move,
            ["S-Tab"],
            in: [.read]
        ),
        CommandRow(
            .search,
            "search",
            "Look for words in the text; small letters find capitals too, n and N go on.",
            .move,
            ["/"],
            in: text,
            takes: .words
        ),
        CommandRow(.nextHit, "next hit", "Go to the next place that was looked for.", .move, ["n"], in: text),
        CommandRow(.previousHit, "hit before", "Go to the place before that was looked for.", .move, ["N"], in: text),
        CommandRow(.searchWord, "this word", "Look for the word under the cursor.", .move, ["g /"], in: text),
        CommandRow(
            .setMark,
            "set mark",
            "Remember this place under a letter.",
            .move,
            ["`"],
            in: text,
            takes: .letter,
            needsArgument: true
        ),
        CommandRow(
            .goToMark,
            "go to mark",
            "Go to the place remembered under a letter.",
            .move,
            ["'"],
            in: text,
            takes: .letter,
            needsArgument: true
        ),
        CommandRow(
            .jumpBack,
            "back",
            "Go back to where the last jump began, in whichever document.",
            .move,
            ["H"],
            in: text.union([.extracts])
        ),
        CommandRow(.jumpForward, "forward", "Go forward again after going back.", .move, ["L"], in: text),
    ]
}
