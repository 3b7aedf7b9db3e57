// The rows of the table that change codebook, themes and memos.

extension CommandTable {
    static let notebookRows: [CommandRow] = [
        CommandRow(
            .add,
            "add",
            "Make a code, a theme or a memo.",
            .study,
            ["a"],
            in: [.codebook, .themes, .memos],
            also: "new create"
        ),
        CommandRow(
            .rename,
            "rename",
            "Give the code another name; its id and its codings stay.",
            .study,
            ["r"],
            in: [.codebook]
        ),
        CommandRow(
            .define,
            "define",
            "Write it in your editor: a code's rules of use, a theme, a memo.",
            .study,
            ["e"],
            in: [.codebook, .themes, .memos],
            also: "edit definition include exclude story write"
        ),
        CommandRow(.nest, "nest", "Put the code below the one before it.", .study, [">"], in: [.codebook]),
        CommandRow(.lift, "lift", "Put the code one level up.", .study, ["<"], in: [.codebook]),
        CommandRow(
            .lower,
            "lower",
            "Put the code behind the next one of its level.",
            .study,
            ["J"],
            in: [.codebook],
            also: "order down"
        ),
        CommandRow(
            .raise,
            "raise",
            "Put the code before the one above it.",
            .study,
            ["K"],
            in: [.codebook],
            also: "order up"
        ),
        CommandRow(
            .move,
            "move",
            "Put the code, or all marked ones, below another.",
            .study,
            ["v"],
            in: [.codebook],
            also: "parent category"
        ),
        CommandRow(
            .merge,
            "merge",
            "Merge the marked codes into this one; what moves is shown before.",
            .study,
            ["M"],
            in: [.codebook]
        ),
        CommandRow(
            .split,
            "split",
            "Step through the code's extracts, and give the marked ones another code.",
            .study,
            ["S"],
            in: [.codebook]
        ),
        CommandRow(
            .split,
            "split",
            "Give the marked extracts a code of their own, or another; whoever made them.",
            .study,
            ["S"],
            in: [.extracts]
        ),
        CommandRow(
            .retire,
            "retire",
            "Offer the code no longer, or set the theme aside; again: bring it back.",
            .study,
            ["x"],
            in: [.codebook, .themes],
            also: "delete remove"
        ),
        CommandRow(.adopt, "adopt", "Take the proposed code into the codebook.", .study, ["A"], in: [.codebook]),
        CommandRow(
            .tie,
            "tie to theme",
            "Build a theme on these codes or extracts.",
            .study,
            ["T"],
            in: [.codebook, .extracts],
            also: "link theme key extract"
        ),
        CommandRow(
            .keep,
            "keep",
            "Keep the coding, made under an older definition, under the present one.",
            .study,
            ["="],
            in: [.extracts],
            also: "relook definition"
        ),
        CommandRow(
            .relook,
            "re-look",
            "Show the code's extracts that were made under an older definition.",
            .study,
            ["R"],
            in: [.codebook],
            also: "older definition stale"
        ),
        CommandRow(
            .map,
            "map",
            "Show how the themes bear on each other, in the place of the card; again: the card.",
            .see,
            ["z"],
            in: [.themes],
            also: "drawing relations arrows"
        ),
        CommandRow(.kind, "kind", "Show only the next kind of memo, or all.", .study, ["Tab"], in: [.memos]),
        CommandRow(.filter, "filter", "Show only memos with some words.", .see, ["f"], in: [.memos], also: "search"),
        CommandRow(
            .revert,
            "take back",
            "Take just this act back.",
            .study,
            ["R"],
            in: [.timeline],
            also: "undo revert"
        ),
        CommandRow(
            .snapshot,
            "name it",
            "Give the codebook as it is now a name.",
            .study,
            ["`"],
            in: [.timeline],
            also: "snapshot tag version"
        ),
        CommandRow(
            .asOf,
            "as of here",
            "Show the study as it was then, to read only; leaving that comes back.",
            .study,
            ["z"],
            in: [.timeline],
            also: "past"
        ),
    ]
}
