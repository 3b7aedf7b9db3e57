// docs/KEYS.md, printed from the command table.

extension CommandTable {
    /// The page of keys: one table for each place where the keyboard can be.
    var markdown: String {
        var text = """
            # Keys

            Printed from the command table in `Sources/Workbench/Commands`; a test keeps it so. A count typed before a motion
            repeats it (`5j`); before `gg` and `G` it is a line number (`33G`). While something is selected the digits `1` to
            `9` are codes: they fill in the order of first use and stay. Every command can also be run by its name after `:`.

            """
        for place in Place.allCases {
            text += "\n## \(place.heading)\n"
            for group in CommandGroup.allCases {
                let rows = rows(in: place).filter { $0.group == group }
                guard !rows.isEmpty else { continue }
                text += "\n| \(group.rawValue) | |\n|---|---|\n"
                for row in rows {
                    let keys = row.shownKeys.map { "`\($0.replacing("|", with: "\\|"))`" }.joined(separator: ", ")
                    text += "| \(keys.isEmpty ? "`:\(row.command.name)`" : keys) | \(row.help) |\n"
                }
            }
        }
        return text
    }
}
