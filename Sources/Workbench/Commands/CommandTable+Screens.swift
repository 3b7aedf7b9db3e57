// The rows of the table that belong to lists, screens and the whole program. Long because it is a table.

extension CommandTable {
    private static let lists: Set<Place> = [.dashboard, .documents, .extracts]
    private static let everywhere = Set(Place.allCases)
    /// The pages that are no text.
    static let notebook: Set<Place> = [.codebook, .themes, .memos, .timeline]

    static let listRows: [CommandRow] = [
        CommandRow(
            .open,
            "open",
            "Go to what the row names: a document, a passage, a code.",
            .general,
            ["Enter", "l"],
            in: lists.union(notebook),
            takes: .document
        ),
        CommandRow(
            .rowDown,
            "down",
            "Go down the list.",
            .move,
            ["j", "Down"],
            in: lists.union([.importing]).union(notebook)
        ),
        CommandRow(.rowUp, "up", "Go up the list.", .move, ["k", "Up"], in: lists.union([.importing]).union(notebook)),
        CommandRow(
            .pageDown,
            "page",
            "Go down one window.",
            .move,
            ["Space", "PgDn"],
            in: [.dashboard, .documents]
        ),
        CommandRow(
            .pageDown,
            "page",
            "Go down one window.",
            .move,
            ["PgDn", "Ctrl-F"],
            in: notebook.union([.extracts])
        ),
        CommandRow(
            .mark,
            "mark",
            "Mark the extract or unmark it: recode, uncode, star and doubt act on all marked.",
            .select,
            ["Space"],
            in: [.extracts]
        ),
        CommandRow(
            .mark,
            "mark",
            "Mark the code or unmark it: merge, move, retire and tie act on all marked.",
            .select,
            ["Space"],
            in: [.codebook]
        ),
        CommandRow(.dropSelection, "unmark", "Take all marks away.", .select, ["Esc"], in: [.extracts, .codebook]),
        CommandRow(.pageUp, "page up", "Go up one window.", .move, ["PgUp"], in: lists.union(notebook)),
        CommandRow(
            .top,
            "top",
            "Go to the first row.",
            .move,
            ["g g", "Home"],
            in: lists.union([.importing]).union(notebook)
        ),
        CommandRow(
            .bottom,
            "bottom",
            "Go to the last row; with a count, to that row.",
            .move,
            ["G", "End"],
            in: lists.union([.importing]).union(notebook)
        ),
        CommandRow(.focusNext, "section", "Go to the next section.", .move, ["Tab"], in: [.dashboard]),
        CommandRow(.focusPrevious, "prev section", "Go to the section before.", .move, ["S-Tab"], in: [.dashboard]),
    ]

    static let seeRows: [CommandRow] = [
        CommandRow(
            .layer,
            "whose",
            "Show everyone's codings, or only your own.",
            .see,
            ["A"],
            in: [.read, .select, .extracts],
            also: "mine own theirs everyone"
        ),
        CommandRow(
            .spotlight,
            "spotlight",
            "Show one code alone: the one in focus; again: all codes.",
            .see,
            ["f"],
            in: [.read],
            also: "only"
        ),
        CommandRow(
            .filter,
            "filter",
            "Show only the extracts that a query finds, such as site:B or memo:contract.",
            .see,
            ["f"],
            in: [.extracts],
            takes: .words,
            also: "query attribute"
        ),
        CommandRow(
            .wider,
            "context",
            "Show more of the talk around each extract: by sentence, then by turn.",
            .see,
            ["+"],
            in: [.extracts]
        ),
        CommandRow(.narrower, "less", "Show less of the talk around each extract.", .see, ["-"], in: [.extracts]),
        CommandRow(
            .pane,
            "pane",
            "Change what stands beside the text: names, the meaning of the code in focus, nothing.",
            .see,
            ["|"],
            in: [.read, .select, .extent]
        ),
        CommandRow(
            .zoom,
            "zoom",
            "Show the text alone, without panes; again: with them.",
            .see,
            ["z"],
            in: [.read, .select, .extent]
        ),
        CommandRow(
            .privacy,
            "privacy",
            "Blank the screen at once; again, or Esc, shows it.",
            .see,
            ["F9"],
            in: everywhere,
            also: "blank hide"
        ),
    ]

    static let goRows: [CommandRow] = [
        CommandRow(
            .dashboard,
            "dashboard",
            "Go to the dashboard: what there is and what to do next.",
            .go,
            ["g d"],
            in: everywhere,
            also: "home overview study"
        ),
        CommandRow(
            .documents,
            "documents",
            "Go to the list of documents.",
            .go,
            ["g t"],
            in: everywhere,
            also: "sources texts files transcripts"
        ),
        CommandRow(
            .open,
            "open",
            "Open a document by its id.",
            .go,
            [],
            in: [.read, .select],
            takes: .document,
            needsArgument: true
        ),
        CommandRow(
            .extracts,
            "extracts",
            "Go to the extracts of the code in focus, or choose a code.",
            .go,
            ["g e"],
            in: everywhere,
            takes: .code,
            also: "quotes retrieve passages"
        ),
    ]

    static let notebookGoRows: [CommandRow] = [
        CommandRow(
            .codebook,
            "codebook",
            "Go to the codebook: the tree of codes, what they mean, and what is changed there.",
            .go,
            ["g c"],
            in: everywhere,
            also: "codes tree definitions"
        ),
        CommandRow(
            .themes,
            "themes",
            "Go to the themes: claims built from codes and extracts.",
            .go,
            ["g i"],
            in: everywhere,
            also: "interpretation claims concept"
        ),
        CommandRow(
            .memos,
            "memos",
            "Go to the memos of the study.",
            .go,
            ["g m"],
            in: everywhere,
            also: "notes reflexive analytic"
        ),
        CommandRow(
            .timeline,
            "timeline",
            "Go to the timeline: every change, newest first.",
            .go,
            ["g h"],
            in: everywhere,
            also: "history journal audit changes"
        ),
    ]

    static let generalRows: [CommandRow] = [
        CommandRow(
            .copy,
            "copy",
            "Copy the words of the coding in focus or of the selection, with where they stand.",
            .general,
            ["y"],
            in: [.read, .select, .extracts],
            also: "quote cite citation clipboard"
        ),
        CommandRow(
            .palette,
            "commands",
            "Find any command by its name and run it, with what it needs.",
            .general,
            [":"],
            in: everywhere
        ),
        CommandRow(
            .set,
            "set",
            "Change an option of the configuration until you leave.",
            .general,
            [],
            in: everywhere,
            takes: .setting,
            needsArgument: true,
            also: "option configure look colours"
        ),
        CommandRow(
            .help,
            "help",
            "Show this page; type to filter, Enter runs a row.",
            .general,
            ["?"],
            in: everywhere,
            also: "keys"
        ),
        CommandRow(
            .back,
            "back",
            "Go back, or leave when there is nothing to go back to. Everything is saved.",
            .general,
            ["q"],
            in: everywhere.subtracting([.importing]),
            also: "quit leave exit close"
        ),
        CommandRow(
            .back,
            "leave",
            "Leave the report; nothing is imported.",
            .general,
            ["q", "Esc"],
            in: [.importing],
            also: "quit exit close cancel"
        ),
        CommandRow(.quit, "quit", "Leave Gloss. Everything is saved.", .general, ["Q"], in: everywhere),
        CommandRow(
            .suspend,
            "suspend",
            "Stop Gloss and go to the shell; fg comes back.",
            .general,
            ["Ctrl-Z"],
            in: everywhere
        ),
        CommandRow(.redraw, "redraw", "Draw the screen anew.", .general, ["Ctrl-L"], in: everywhere),
    ]
}
