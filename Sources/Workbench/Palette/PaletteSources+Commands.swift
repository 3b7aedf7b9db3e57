// The commands that answer to what is typed, the best first.

import CodingCore
import Screen

extension PaletteSources {
    /// The commands that answer to some words: by name, by key, by title, then by what help says of them.
    func commandRows(for typed: String) -> [PaletteState.Row] {
        if let line = Int(typed), let lines {
            return [PaletteState.Row(text: typed, words: "Go to line \(min(max(1, line), lines)) of \(lines).")]
        }
        let rows = table.rows(in: place).filter { $0.command != .palette }
        guard !typed.isEmpty else { return rows.map(shown) }
        let scored = rows.enumerated().compactMap { number, row in
            score(row, typed).map { (number: number, score: $0, row: row) }
        }
        return scored.sorted { ($1.score, $0.number) < ($0.score, $1.number) }.map { shown($0.row) }
    }

    /// What is said of a name that no command here has.
    func unknown(_ name: String) -> String {
        let word = name.prefix { $0 != " " }
        if let elsewhere = Place.allCases.first(where: { table.row(named: word, in: $0) != nil }),
            table.row(named: word, in: place) == nil
        {
            return "\(word) does nothing here, only \(elsewhere.whereabouts)."
        }
        let near = namesNear(String(word), among: table.rows(in: place).map(\.command.name))
        return "No command is called \(name)" + (near.isEmpty ? "." : "; near it: \(near.joined(separator: ", ")).")
    }

    private func shown(_ row: CommandRow) -> PaletteState.Row {
        PaletteState.Row(
            text: row.command.name,
            placeholder: row.argument.map { row.needsArgument ? $0.placeholder : "[\($0.placeholder)]" } ?? "",
            keys: row.shownKeys.first ?? "",
            words: row.help,
            why: obstacles[row.command]
        )
    }

    private func score(_ row: CommandRow, _ typed: String) -> Int? {
        let wanted = typed.lowercased()
        let name = row.command.name
        if name == wanted { return 1_000_000 }
        if row.keys.contains(typed) { return 500_000 }
        if name.hasPrefix(wanted) { return 100_000 - name.count }
        if let match = FuzzyMatch.score(typed, name) { return 1_000 + 2 * match.score }
        if let match = FuzzyMatch.score(typed, row.title) { return 1_000 + match.score }
        if row.isKnown(as: wanted) { return 500 }
        let help = row.help.lowercased()
        return wanted.split(separator: " ").allSatisfy { help.contains($0) } ? 1 : nil
    }
}
