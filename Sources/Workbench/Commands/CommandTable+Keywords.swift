// The rows of the table that belong to the search over all texts.

extension CommandTable {
    static let keywordRows: [CommandRow] = [
        CommandRow(.open, "in place", "Go to the hit in its text.", .general, ["Enter"], in: [.search]),
        CommandRow(.rowDown, "down", "Go down the list.", .move, ["j", "Down"], in: [.search]),
        CommandRow(.rowUp, "up", "Go up the list.", .move, ["k", "Up"], in: [.search]),
        CommandRow(.pageDown, "page", "Go down one window.", .move, ["PgDn", "Ctrl-F"], in: [.search]),
        CommandRow(.pageUp, "page up", "Go up one window.", .move, ["PgUp"], in: [.search]),
        CommandRow(.top, "top", "Go to the first hit.", .move, ["g g", "Home"], in: [.search]),
        CommandRow(
            .bottom,
            "bottom",
            "Go to the last hit; with a count, to that one.",
            .move,
            ["G", "End"],
            in: [.search]
        ),
        CommandRow(
            .search,
            "words",
            "Look for other words in all texts.",
            .move,
            ["/"],
            in: [.search],
            also: "find kwic keyword pattern regex"
        ),
        CommandRow(
            .mark,
            "mark",
            "Mark the hit or unmark it: c codes what is marked.",
            .select,
            ["Space"],
            in: [.search]
        ),
        CommandRow(.markAll, "mark all", "Mark all hits, or none.", .select, ["M"], in: [.search]),
        CommandRow(.dropSelection, "unmark", "Take all marks away.", .select, ["Esc"], in: [.search]),
        CommandRow(
            .code,
            "code",
            "Code what is round the marked hits, or the chosen one, once it was shown.",
            .code,
            ["c"],
            in: [.search]
        ),
        CommandRow(
            .unit,
            "unit",
            "Code the sentence round a hit, the turn, or the hit alone.",
            .code,
            ["Tab"],
            in: [.search],
            also: "sentence turn hit"
        ),
        CommandRow(
            .onlyUncoded,
            "not coded",
            "Show only hits that nobody has coded, or all.",
            .see,
            ["a"],
            in: [.search],
            also: "uncoded"
        ),
        CommandRow(
            .filter,
            "filter",
            "Show only hits in documents, of speakers or inside codings that a query finds.",
            .see,
            ["f"],
            in: [.search],
            also: "query attribute"
        ),
        CommandRow(
            .order,
            "order",
            "Order hits by their texts, by the words after, or by the words before.",
            .see,
            ["o"],
            in: [.search],
            also: "sort left right"
        ),
    ]

    static let keywordGoRows: [CommandRow] = [
        CommandRow(
            .keywords,
            "search all",
            "Look for words in all texts, each hit in its context.",
            .go,
            ["g k"],
            in: Set(Place.allCases),
            takes: .words,
            also: "kwic keyword concordance find"
        )
    ]
}
