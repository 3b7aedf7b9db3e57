// The help screen: the command table, filtered by what is typed. Knows no keys of its own.

import Screen
import TextMetrics

/// The help screen's state.
struct HelpState {
    /// One line of help.
    enum Line: Equatable {
        /// How keys are put together, before anything is filtered.
        case grammar(String)
        case heading(String)
        case row(command: Command, keys: String, help: String)

        fileprivate var isRow: Bool { if case .row = self { true } else { false } }
    }

    let place: Place
    private let table: CommandTable
    /// Why a command cannot be done now.
    let obstacles: [Command: String]
    private(set) var filter = PromptLine()
    private(set) var lines: [Line] = []
    var list = ListView(selection: 1)

    init(place: Place, table: CommandTable, obstacles: [Command: String] = [:]) {
        self.place = place
        self.table = table
        self.obstacles = obstacles
        rebuild()
    }

    /// The command under the pointer.
    var chosen: Command? {
        guard lines.indices.contains(list.selection), case .row(let command, _, _) = lines[list.selection] else {
            return nil
        }
        return command
    }

    /// What the row under the pointer says, whole, since the list may have to cut it; or why it cannot be done now.
    var chosenHelp: String {
        guard lines.indices.contains(list.selection), case .row(let command, _, let help) = lines[list.selection] else {
            return ""
        }
        return obstacles[command].map { "Not now: \($0)" } ?? help
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
        while lines.indices.contains(place), !lines[place].isRow { place += step }
        if lines.indices.contains(place) { list.select(place, count: lines.count) }
    }

    private mutating func rebuild() {
        let words = filter.text.lowercased().split(separator: " ")
        lines = words.isEmpty && place.isInText ? Self.grammar.map { .grammar($0) } : []
        for group in CommandGroup.allCases {
            let rows = table.rows(in: place).filter { row in
                row.group == group
                    && words.allSatisfy { word in
                        row.help.lowercased().contains(word) || row.title.lowercased().contains(word)
                            || row.command.name.hasPrefix(word) || row.isKnown(as: word)
                            || row.keys.contains { $0.lowercased() == word }
                    }
            }
            guard !rows.isEmpty else { continue }
            lines.append(.heading(group.rawValue))
            lines += rows.map {
                let keys = $0.shownKeys.isEmpty ? ":" + $0.command.name : $0.shownKeys.joined(separator: ", ")
                return .row(command: $0.command, keys: keys, help: $0.help)
            }
        }
        list.select(likeliest(for: words) ?? lines.firstIndex(where: \.isRow) ?? 0, count: lines.count)
    }

    /// The row whose name is being typed.
    private func likeliest(for words: [Substring]) -> Int? {
        guard let word = words.first, words.count == 1 else { return nil }
        return lines.firstIndex { line in
            guard case .row(let command, let keys, _) = line else { return false }
            return keys == word || command.name == word
        }
            ?? lines.firstIndex { line in
                guard case .row(let command, _, _) = line else { return false }
                return command.name.hasPrefix(word)
            }
    }

    /// Short enough to stand whole in eighty columns.
    private static let grammar = [
        "Select, then act: 3s c codes three sentences. 5j goes down five rows.",
        "Marks: * memo, ? doubt, ! disputed, + star, ~ proposed, “…” in-vivo.",
    ]
}
