// Which keys can follow those typed, gathered from the table, the marks and the slots.

import CodingCore
import TextMetrics

/// A mark of the document that is open.
struct MarkHere {
    let letter: String
    /// The numbered line, counted from 1.
    let line: Int
    /// The first words there.
    let words: String
}

extension AppState {
    /// The marks of the document that is open, by their letters.
    var marksHere: [MarkHere] {
        guard let screen = coding else { return [] }
        return screen.marks.sorted { $0.key < $1.key }.map { letter, place in
            let text = screen.transcript.text
            let start = min(place, text.scalarCount)
            let words = text.string(in: TextSpan(start, min(start + 80, text.scalarCount)))
            return MarkHere(
                letter: String(letter),
                line: screen.transcript.lines.line(ofScalar: start),
                words: words.prefix { !$0.isNewline }.split(separator: " ").prefix(8).joined(separator: " ")
            )
        }
    }

    /// What to show a person who hesitates in the middle of a sequence; nothing when there is nothing typed.
    var whichKey: WhichKey? {
        guard !sequence.isEmpty else { return nil }
        if let row = table.row(waitingAfter: sequence, in: place) {
            return row.argument == .digit ? slotKeys(after: row) : markKeys(after: row)
        }
        // Places to go to stand before motions, as there are more of them to remember.
        let rows = table.rows(after: sequence, in: place)
        let ordered = rows.filter { $0.row.group == .go } + rows.filter { $0.row.group != .go }
        let entries = ordered.map { keys, row in
            WhichKey.Entry(
                keys: keys.replacing(" ", with: "") + (row.argument?.isTyped == true ? "…" : ""),
                title: row.title,
                why: obstacle(to: row.command)
            )
        }
        let keys = sequence.joined()
        return WhichKey(keys: keys, title: CommandTable.prefixTitles[keys] ?? "", entries: entries)
    }

    /// The codes on the digits, before another is put there.
    private func slotKeys(after row: CommandRow) -> WhichKey {
        let entries = (1...9).map { digit in
            let code = uses.code(on: digit).flatMap { study.codebook[$0] }
            return WhichKey.Entry(keys: String(digit), title: code.map { "\($0.tag) \($0.name)" } ?? "–")
        }
        return WhichKey(keys: sequence.joined(), title: row.title + ": which digit?", entries: entries)
    }

    /// The marks of the document, with the words that begin there.
    private func markKeys(after row: CommandRow) -> WhichKey {
        var entries = marksHere.map { WhichKey.Entry(keys: $0.letter, title: "ln \($0.line)  \($0.words)") }
        if row.command == .goToMark, jumps.latest != nil {
            entries.append(WhichKey.Entry(keys: "'", title: "where the last jump began"))
        }
        return WhichKey(
            keys: sequence.joined(),
            title: row.title,
            entries: entries,
            emptiness: "No mark in this document yet.",
            isList: true
        )
    }
}
