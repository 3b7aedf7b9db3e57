// The one table of actions. Key bindings, the hint bar, the which-key box, help, the palette, docs/KEYS.md and the man
// page are printed from it. The rows stand beside it, by group.

/// The table and the ways to look something up in it.
struct CommandTable {
    /// The rows in the order in which hints are shown.
    let rows: [CommandRow]

    /// The table with the keys that Gloss comes with.
    static let standard = CommandTable(
        rows: codeRows + selectRows + thinkRows + moveRows + listRows + seeRows + goRows + generalRows
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
            let takesKey = row.argument?.isTyped == true
            if row.keys.contains(wanted) {
                guard takesKey else { return .command(row.command) }
                isPrefix = true
            }
            if row.keys.contains(where: { $0.hasPrefix(wanted + " ") }) { isPrefix = true }
            if takesKey, let last = sequence.last, row.keys.contains(sequence.dropLast().joined(separator: " ")) {
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

    /// The rows that go on from the beginning of a sequence, each with the key that comes next.
    func rows(after sequence: [String], in place: Place) -> [(key: String, row: CommandRow)] {
        let start = sequence.joined(separator: " ") + " "
        return rows(in: place).compactMap { row in
            row.keys.first { $0.hasPrefix(start) }.map { (String($0.dropFirst(start.count)), row) }
        }
    }

    /// The hints for where the keyboard is: the key to teach first and a word or two.
    func hints(in place: Place) -> [(key: String, title: String)] {
        rows.filter { $0.hintedIn.contains(place) && !$0.keys.isEmpty }
            .map { ($0.keys[0].replacing(" ", with: ""), $0.title) }
    }
}
