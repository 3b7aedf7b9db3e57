// The rows of the table that bring a file in: the path, and the page that tells what was found.

extension CommandTable {
    static let importRows: [CommandRow] = [
        CommandRow(
            .import,
            "add document",
            "Read a file and show what was found, to be corrected before it is imported.",
            .general,
            ["a"],
            in: [.dashboard, .documents],
            takes: .path,
            needsArgument: true,
            also: "add bring transcript interview file document"
        ),
        CommandRow(
            .import,
            "add document",
            "Read a file and show what was found, to be corrected before it is imported.",
            .general,
            [],
            in: [.read, .select, .extracts],
            takes: .path,
            needsArgument: true,
            also: "add bring transcript interview file document"
        ),
        CommandRow(
            .write,
            "import",
            "Import the document as the report says.",
            .general,
            ["W"],
            in: [.importing],
            also: "save take"
        ),
        CommandRow(
            .change,
            "change",
            "Change what the row says: id, title, encoding, a name; on the last row, import.",
            .general,
            ["Enter", "e", "l"],
            in: [.importing],
            also: "edit"
        ),
        CommandRow(
            .toggle,
            "take/leave",
            "Take what the row offers or leave it: a speaker, joined lines, the form at the head.",
            .general,
            ["Space"],
            in: [.importing],
            also: "speaker maybe merge join"
        ),
        CommandRow(
            .interviewer,
            "interviewer",
            "Say that the speaker is an interviewer, or none.",
            .general,
            ["i"],
            in: [.importing]
        ),
        CommandRow(
            .rename,
            "stands for",
            "Let the label stand for another speaker, or give the speaker another name.",
            .general,
            ["r"],
            in: [.importing],
            also: "alias merge name"
        ),
        CommandRow(
            .pageDown,
            "text down",
            "Scroll the text down.",
            .move,
            ["PgDn", "Ctrl-D", "Ctrl-F"],
            in: [.importing]
        ),
        CommandRow(.pageUp, "text up", "Scroll the text up.", .move, ["PgUp", "Ctrl-U", "Ctrl-B"], in: [.importing]),
    ]
}
