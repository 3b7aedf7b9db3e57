// The rows of the table that belong to the framework matrix.

extension CommandTable {
    static let frameworkRows: [CommandRow] = [
        CommandRow(
            .open,
            "in place",
            "Go to the chosen passage in its text.",
            .general,
            ["Enter"],
            in: [.framework]
        ),
        CommandRow(
            .rowDown,
            "down",
            "Go down a case; by case, to the next column.",
            .move,
            ["j", "Down"],
            in: [.framework]
        ),
        CommandRow(.rowUp, "up", "Go up a case; by case, to the column before.", .move, ["k", "Up"], in: [.framework]),
        CommandRow(
            .characterRight,
            "right",
            "Go right a column; by case, to the next case.",
            .move,
            ["l", "Right"],
            in: [.framework]
        ),
        CommandRow(
            .characterLeft,
            "left",
            "Go left a column; by case, to the case before.",
            .move,
            ["h", "Left"],
            in: [.framework]
        ),
        CommandRow(.pageDown, "page", "Go down one window.", .move, ["PgDn", "Ctrl-F"], in: [.framework]),
        CommandRow(.pageUp, "page up", "Go up one window.", .move, ["PgUp"], in: [.framework]),
        CommandRow(.top, "top", "Go to the first case.", .move, ["g g"], in: [.framework]),
        CommandRow(
            .bottom,
            "bottom",
            "Go to the last case; with a count, to that one.",
            .move,
            ["G"],
            in: [.framework]
        ),
        CommandRow(.rowStart, "first", "Go to the first column.", .move, ["0", "Home"], in: [.framework]),
        CommandRow(.rowEnd, "last", "Go to the last column.", .move, ["$", "End"], in: [.framework]),
        CommandRow(.focusNext, "passage", "Go to the next passage behind the cell.", .move, ["Tab"], in: [.framework]),
        CommandRow(.focusPrevious, "prev passage", "Go to the passage before.", .move, ["S-Tab"], in: [.framework]),
        CommandRow(
            .nextUncoded,
            "next empty",
            "Go to the next cell that has passages and no summary.",
            .move,
            ["g n"],
            in: [.framework],
            also: "unwritten"
        ),
        CommandRow(
            .previousUncoded,
            "prev empty",
            "Go to the cell before that has passages and no summary.",
            .move,
            ["g N"],
            in: [.framework],
            also: "unwritten"
        ),
        CommandRow(
            .nextStale,
            "next stale",
            "Go to the next summary whose passages changed since it was written.",
            .move,
            ["g !"],
            in: [.framework]
        ),
        CommandRow(
            .define,
            "summary",
            "Write the cell's summary in your editor; the passages stand below it.",
            .study,
            ["e"],
            in: [.framework],
            also: "edit write"
        ),
        CommandRow(
            .mark,
            "link",
            "Link the passage to the summary, or unlink it.",
            .study,
            ["Space"],
            in: [.framework],
            also: "evidence extract"
        ),
        CommandRow(
            .quote,
            "quote",
            "Put the passage's words into the summary, and link it.",
            .study,
            ["y"],
            in: [.framework],
            also: "copy cite"
        ),
        CommandRow(
            .keep,
            "still holds",
            "Say that a stale summary still holds for the passages that are there now.",
            .study,
            ["="],
            in: [.framework],
            also: "keep stale"
        ),
        CommandRow(
            .pane,
            "view",
            "Look at the grid with the passages, at one cell, at one case, at one column.",
            .see,
            ["|"],
            in: [.framework],
            also: "row column cell linked"
        ),
        CommandRow(
            .columns,
            "matrix",
            "Show another framework matrix of the study.",
            .see,
            ["f"],
            in: [.framework],
            also: "name plan"
        ),
    ]

    static let frameworkGoRows: [CommandRow] = [
        CommandRow(
            .framework,
            "framework",
            "Go to the framework matrix: cases by themes, each cell a summary of your own.",
            .go,
            ["g w"],
            in: Set(Place.allCases),
            also: "charting cases summaries gale"
        )
    ]
}
