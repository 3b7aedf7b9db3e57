// The one table of options. The reader of the configuration file, `gloss check-config`, `:set`, the guide and the man page
// are printed from it or go through it. At most 25 rows, ever.

import CodingCore

/// The options of the configuration.
package nonisolated enum PreferenceTable {
    /// The options in the order of documents.
    package static let rows: [PreferenceRow] = person + screen + work

    private static let person: [PreferenceRow] = [
        .words(
            "coder",
            \.coder,
            meaning: "1 to 24 of a–z, 0–9 and -",
            fallback: "your login name",
            canChange: false,
            "The short name that every coding of yours carries, unless --coder or GLOSS_CODER says another."
        ),
        .words(
            "editor",
            \.editor,
            meaning: "a command",
            fallback: "VISUAL, else EDITOR",
            "The editor for memos of more than one line; the file's name is added at its end."
        ),
    ]

    private static let screen: [PreferenceRow] = [
        .choice("look", \.look, "Colours for a dark or a light background, none at all, or the strongest contrast."),
        .choice("glyphs", \.glyphs, "The signs of the screens: all, those that no terminal draws too wide, or ASCII."),
        .choice("colours", \.colours, "How many colours are used; auto asks the terminal and heeds NO_COLOR."),
        .toggle("mouse", \.mouse, "Whether the wheel scrolls and a drag selects; with Shift the terminal selects."),
        .toggle("hints", \.hints, "Whether the last row shows what the keys do."),
        .numberOrOff(
            "which-key",
            \.whichKey,
            0...5_000,
            "Milliseconds after the first key of several until those that can follow are shown."
        ),
        .toggle("line-numbers", \.lineNumbers, "Whether each row of a text shows its number."),
        .number("names-from", \.namesFrom, 60...500, "Columns from which the names of codings stand in a margin."),
        .number("panes-from", \.panesFrom, 60...500, "Columns from which the codebook stands beside the text."),
    ]

    private static let work: [PreferenceRow] = [
        .choice("layer", \.layer, "Whose codings are shown when a study is opened."),
        .toggle("mnemonics", \.mnemonics, "Whether a tag typed exactly after the key for coding needs no Enter."),
        .number("context", \.context, 0...20, "Sentences of talk shown around each extract."),
        .choice("clipboard", \.clipboard, "Where copied words go: a file of the study, or the terminal's clipboard."),
        .toggle("summary", \.summary, "Whether a sentence on leaving says what was done in this sitting."),
    ]

    /// The option of a name.
    ///
    /// - Throws: `PreferenceTrouble` that names what is near when there is none.
    package static func row(named name: String) throws(PreferenceTrouble) -> PreferenceRow {
        if let row = rows.first(where: { $0.name == name }) { return row }
        let near = namesNear(name, among: rows.map(\.name))
        throw PreferenceTrouble(
            "there is no option ‘\(name)’",
            advice: near.isEmpty
                ? "‘gloss check-config --defaults’ prints all of them" : "near it: \(near.joined(separator: ", "))"
        )
    }
}
