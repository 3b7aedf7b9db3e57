// What the palette can offer: commands, and what they take. Gathered once, when the palette opens.

import CodingCore

/// The commands of a place and the things that can be named after them.
struct PaletteSources {
    /// Something that can be named: as it is written, and what it is.
    struct Thing: Equatable {
        let text: String
        let words: String
        /// A word more to find it by.
        var alias = ""
        /// Whether it is a category: it has extracts, but is given to no passage.
        var isCategory = false
    }

    let place: Place
    let table: CommandTable
    /// Why a command cannot be done now.
    let obstacles: [Command: String]
    let documents: [Thing]
    let codes: [Thing]
    let marks: [Thing]
    let slots: [Thing]
    /// How many numbered lines the text has; nothing where no text is shown.
    let lines: Int?
    let preferences: Preferences
    /// What stands in the folder that is typed; nothing before a path is typed.
    var listing: PathListing?

    /// What can follow a command's name, given what is typed of it.
    func things(for row: CommandRow, typed: String) -> [Thing] {
        switch row.argument {
        case .document: documents
        case .code: codes.filter { row.command == .extracts || !$0.isCategory }
        case .letter: marks
        case .digit: slots
        case .setting: settings(typed: typed)
        case .line, .words, .path, nil: []
        }
    }

    /// Options, and once one is named its values.
    private func settings(typed: String) -> [Thing] {
        guard let blank = typed.firstIndex(of: " ") else {
            return PreferenceTable.rows.filter(\.canChange).map { row in
                let value = row.value(in: preferences)
                return Thing(text: row.name, words: (value.isEmpty ? "" : "now \(value) · ") + row.sentence)
            }
        }
        guard let row = PreferenceTable.rows.first(where: { $0.name == typed[..<blank] }) else { return [] }
        return row.values.completions.map { value in
            Thing(text: "\(row.name) \(value)", words: value == row.value(in: preferences) ? "as it is now" : "")
        }
    }
}

extension AppState {
    /// What the palette can offer now.
    var paletteSources: PaletteSources {
        PaletteSources(
            place: place,
            table: table,
            obstacles: obstacles,
            documents: study.documents.map { PaletteSources.Thing(text: $0.id.description, words: $0.title) },
            codes: study.codebook.codes.filter { $0.isApplicable || $0.kind == .category }.map {
                let id = $0.id.description
                return PaletteSources.Thing(
                    text: $0.mnemonic.isEmpty ? id : $0.mnemonic,
                    words: $0.name,
                    alias: id,
                    isCategory: $0.kind == .category
                )
            },
            marks: marksHere.map { PaletteSources.Thing(text: $0.letter, words: "ln \($0.line)  \($0.words)") },
            slots: uses.slots.map { slot in
                PaletteSources.Thing(
                    text: String(slot.digit),
                    words: study.codebook[slot.code]?.name ?? slot.code.description
                )
            },
            lines: place.isInText ? coding?.transcript.lines.count : nil,
            preferences: preferences
        )
    }
}
