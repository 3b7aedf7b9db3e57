// The one table of actions. Key bindings, the hint bar, the which-key box, help, the palette, docs/KEYS.md and the man
// page are printed from it. The rows stand beside it, by group.

/// The table and the ways to look something up in it.
struct CommandTable {
    /// The rows in the order in which hints are shown.
    let rows: [CommandRow]

    /// The table with the keys that Gloss comes with.
    static let standard = CommandTable(
        rows: codeRows + selectRows + thinkRows + moveRows + listRows + importRows + notebookRows + matrixRows
            + frameworkRows
            + keywordRows + seeRows
            + goRows + notebookGoRows + matrixGoRows + frameworkGoRows + keywordGoRows + generalRows
    )

    /// What a key sequence can come to.
    enum Lookup: Equatable {
        case command(Command)
        /// The sequence begins a longer one, or its command waits for a letter or a digit.
        case prefix
        /// A command and the letter or digit typed after its key.
        case commandWith(Command, argument: String)
        case none
    }

    /// Looks a key sequence up where the keyboard is.
    func look(up sequence: [String], in place: Place) -> Lookup {
        let wanted = sequence.joined(separator: " ")
        var isPrefix = false
        for row in rows where row.places.contains(place) {
            let waits = row.argument?.isTyped == true
            if row.keys.contains(wanted) {
                guard waits else { return .command(row.command) }
                isPrefix = true
            }
            if row.keys.contains(where: { $0.hasPrefix(wanted + " ") }) { isPrefix = true }
            if let last = sequence.last, row.argument?.takes(last) == true,
                row.keys.contains(sequence.dropLast().joined(separator: " "))
            {
                return .commandWith(row.command, argument: last)
            }
        }
        return isPrefix ? .prefix : .none
    }

    /// The row of a command where the keyboard is.
    func row(of command: Command, in place: Place) -> CommandRow? {
        rows.first { $0.command == command && $0.places.contains(place) }
    }

    /// The rows that hold where the keyboard is, in the order of help.
    func rows(in place: Place) -> [CommandRow] {
        CommandGroup.allCases.flatMap { group in rows.filter { $0.group == group && $0.places.contains(place) } }
    }

    /// The rows that go on from the beginning of a sequence, each with the keys that are left.
    func rows(after sequence: [String], in place: Place) -> [(keys: String, row: CommandRow)] {
        let start = sequence.joined(separator: " ") + " "
        return rows(in: place).compactMap { row in
            row.keys.first { $0.hasPrefix(start) }.map { (String($0.dropFirst(start.count)), row) }
        }
    }

    /// The row whose key was typed and waits for a letter or a digit.
    func row(waitingAfter sequence: [String], in place: Place) -> CommandRow? {
        let keys = sequence.joined(separator: " ")
        return rows.first { $0.argument?.isTyped == true && $0.places.contains(place) && $0.keys.contains(keys) }
    }

    /// The row that a person calls by a name.
    func row(named name: some StringProtocol, in place: Place) -> CommandRow? {
        rows.first { $0.places.contains(place) && $0.command.name == name }
    }
}
