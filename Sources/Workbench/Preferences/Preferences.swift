// What a person likes: plain values with defaults. Where they come from, and how they are written, the table says.

/// How the workbench looks and behaves for one person.
package nonisolated struct Preferences: Sendable, Equatable {
    /// Colours for a kind of background, or a way of doing without.
    package enum LookName: String, CaseIterable, Sendable {
        case dark, light
        /// No colour and no boxes, for screen readers and for a background that nobody knows.
        case plain
        case highContrast = "high-contrast"
    }

    /// The signs that screens are drawn with.
    package enum GlyphSet: String, CaseIterable, Sendable {
        case unicode
        /// Signs that are one column wide in every terminal.
        case safe
        case ascii
    }

    /// How many colours are used.
    package enum Colours: String, CaseIterable, Sendable {
        /// As many as the terminal has; none where NO_COLOR is set.
        case auto
        case cube = "256"
        case sixteen = "16"
        case eight = "8"
        case none
    }

    /// Where copied words go.
    package enum Clipboard: String, CaseIterable, Sendable {
        /// A file of the study's `.gloss/` folder.
        case file
        /// The terminal's clipboard, by the sequence OSC 52.
        case osc52
    }

    /// Whose codings are shown.
    package enum Layer: String, CaseIterable, Sendable {
        case everyone, mine
    }

    /// Who codes; no word is checked here, since a bad name must be blamed and not passed over.
    package var coder: String?
    package var look = LookName.dark
    package var glyphs = GlyphSet.unicode
    package var colours = Colours.auto
    package var mouse = true
    package var hints = true
    /// Milliseconds of hesitation after which the keys that go on are shown; nothing for never.
    package var whichKey: Int? = 400
    package var clipboard = Clipboard.file
    /// Whether a tag typed exactly after `c` is applied without Enter.
    package var mnemonics = false
    /// Whether the sitting is summed up on leaving.
    package var summary = true
    package var layer = Layer.everyone
    package var lineNumbers = true
    /// Columns of the window from which the names of codings stand in a margin.
    package var namesFrom = 110
    /// Columns of the window from which the codebook stands beside the text.
    package var panesFrom = 170
    /// The editor's command line; nothing for `$VISUAL`, else `$EDITOR`.
    package var editor: String?
    /// Sentences of talk shown around an extract.
    package var context = 1
    /// Key sequences by the name of their command, as the command table writes them: `["next-uncoded": ["g n"]]`.
    package var keys: [String: [String]] = [:]

    package init() {}

    /// The preferences with one option changed, as `:set` and the configuration file name and write it.
    ///
    /// - Throws: `PreferenceTrouble` when there is no such option, it has no such value, or it holds from the start of
    ///   the program to its end.
    package func setting(_ name: String, to value: String) throws(PreferenceTrouble) -> Preferences {
        let row = try PreferenceTable.row(named: name)
        guard row.canChange else {
            throw PreferenceTrouble("\(name) is settled when Gloss starts", advice: "set it in the configuration file")
        }
        return try row.setting(value, in: self)
    }
}
