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
        let text = screen.transcript.text
        return screen.marks.sorted { $0.key < $1.key }.map { letter, offset in
            let place = min(offset, text.scalarCount)
            let row = screen.rows.rows(of: TextSpan(place, place)).lowerBound
            let end = screen.rows.rows.indices.contains(row) ? max(place, screen.rows.rows[row].scalarEnd) : place
            return MarkHere(
                letter: String(letter),
                line: screen.transcript.lines.line(ofScalar: place),
                words: text.string(in: TextSpan(place, end))
            )
        }
    }

    /// What to show a person who hesitates in the middle of a sequence; nothing when there is nothing typed.
    var whichKey: WhichKey? {
        guard !sequence.isEmpty else { return nil }
        if let row = table.row(waitingAfter: sequence, in: place) {
            return row.argument == .digit ? slotKeys(after: row) : markKeys(after: row)
        }
        let entries = table.rows(after: sequence, in: place).map { keys, row in
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
        WhichKey(
            keys: sequence.joined(),
            title: row.title,
            entries: marksHere.map { mark in
                WhichKey.Entry(keys: mark.letter, title: "ln \(mark.line)  \(mark.words)")
            },
            emptiness: "No mark in this document yet.",
            isList: true
        )
    }
}
