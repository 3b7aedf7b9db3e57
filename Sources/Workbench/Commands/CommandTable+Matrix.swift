// The rows of the table that belong to the matrix.

extension CommandTable {
    static let matrixRows: [CommandRow] = [
        CommandRow(.open, "extracts", "Show the passages behind the cell.", .general, ["Enter"], in: [.matrix]),
        CommandRow(.rowDown, "down", "Go down a row.", .move, ["j", "Down"], in: [.matrix]),
        CommandRow(.rowUp, "up", "Go up a row.", .move, ["k", "Up"], in: [.matrix]),
        CommandRow(.characterRight, "right", "Go right a column.", .move, ["l", "Right"], in: [.matrix]),
        CommandRow(.characterLeft, "left", "Go left a column.", .move, ["h", "Left"], in: [.matrix]),
        CommandRow(.pageDown, "page", "Go down one window.", .move, ["Space", "PgDn"], in: [.matrix]),
        CommandRow(.pageUp, "page up", "Go up one window.", .move, ["PgUp"], in: [.matrix]),
        CommandRow(.top, "top", "Go to the first row.", .move, ["g g"], in: [.matrix]),
        CommandRow(
            .bottom,
            "bottom",
            "Go to the last row; with a count, to that row.",
            .move,
            ["G"],
            in: [.matrix]
        ),
        CommandRow(.rowStart, "first", "Go to the first column.", .move, ["0", "Home"], in: [.matrix]),
        CommandRow(.rowEnd, "last", "Go to the last column.", .move, ["$", "End"], in: [.matrix]),
        CommandRow(
            .transpose,
            "transpose",
            "Turn the table: codes as columns, or as rows.",
            .see,
            ["t"],
            in: [.matrix]
        ),
        CommandRow(
            .columns,
            "columns",
            "Divide by something else: documents, each attribute, speakers, coders, other codes.",
            .see,
            ["f"],
            in: [.matrix],
            also: "attribute by site role cooccurrence together"
        ),
        CommandRow(
            .unit,
            "count",
            "Count something else: codings, documents, passages, words, participants.",
            .see,
            ["Tab"],
            in: [.matrix],
            also: "unit words participants"
        ),
        CommandRow(
            .shares,
            "n/N",
            "Show each figure with what it is counted out of, or alone.",
            .see,
            ["%"],
            in: [.matrix],
            also: "share denominator"
        ),
        CommandRow(
            .presence,
            "where",
            "Show only codes that are in one column alone; again: those in every column; again: all.",
            .see,
            ["p"],
            in: [.matrix],
            also: "presence every one only"
        ),
        CommandRow(
            .filter,
            "filter",
            "Count only what a query finds, such as site:B or not coder:jm.",
            .see,
            ["F"],
            in: [.matrix],
            also: "query attribute"
        ),
        CommandRow(
            .order,
            "order",
            "Order codes by the codebook, by count, or by name.",
            .see,
            ["o"],
            in: [.matrix],
            also: "sort"
        ),
    ]

    static let matrixGoRows: [CommandRow] = [
        CommandRow(
            .matrix,
            "matrix",
            "Go to the matrix: codes by documents, groups, speakers or coders.",
            .go,
            ["g f"],
            in: Set(Place.allCases),
            also: "frequencies table counts"
        )
    ]
}
