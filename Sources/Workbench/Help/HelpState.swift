// The help screen: the command table, filtered by what is typed. Knows no keys of its own.

import Screen
import TextMetrics

/// The help screen's state.
struct HelpState {
    /// One line of help: a heading, or a row of the table.
    enum Line: Equatable {
        case heading(String)
        case row(command: Command, keys: String, help: String)
    }

    let place: Place
    private let table: CommandTable
    private(set) var filter = PromptLine()
    private(set) var lines: [Line] = []
    var list = ListView(selection: 1)

    init(place: Place, table: CommandTable) {
        self.place = place
        self.table = table
        rebuild()
    }

    /// The command under the pointer.
    var chosen: Command? {
        guard lines.indices.contains(list.selection), case .row(let command, _, _) = lines[list.selection] else {
            return nil
        }
        return command
    }

    /// What the row under the pointer says, whole: the list may have to cut it.
    var chosenHelp: String {
        guard lines.indices.contains(list.selection), case .row(_, _, let help) = lines[list.selection] else {
            return ""
        }
        return help
    }

    /// Takes an edit of the filter.
    mutating func edit(_ change: (inout PromptLine) -> Bool) -> Bool {
        let before = filter.text
        guard change(&filter) else { return false }
        if filter.text != before { rebuild() }
        return true
    }

    /// Moves the pointer to the next row (the one before, when not `down`), over headings.
    mutating func move(_ rows: Int) {
        var place = list.selection + rows
        let step = rows < 0 ? -1 : 1
        while lines.indices.contains(place), case .heading = lines[place] { place += step }
        if lines.indices.contains(place) { list.select(place, count: lines.count) }
    }

    private mutating func rebuild() {
        let words = filter.text.lowercased().split(separator: " ")
        lines = []
        for group in CommandGroup.allCases {
            let rows = table.rows(in: place).filter { row in
                row.group == group
                    && words.allSatisfy { word in
                        row.help.lowercased().contains(word) || row.title.lowercased().contains(word)
                            || row.keys.contains { $0.lowercased() == word }
                    }
            }
            guard !rows.isEmpty else { continue }
            lines.append(.heading(group.rawValue))
            lines += rows.map {
                .row(command: $0.command, keys: $0.shownKeys.joined(separator: ", "), help: $0.help)
            }
        }
        list.select(1, count: lines.count)
    }
}
