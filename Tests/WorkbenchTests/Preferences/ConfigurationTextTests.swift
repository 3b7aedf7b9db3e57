import StudyFiles
import Testing

@testable import Workbench

/// The words of a configuration file.
@Suite struct ConfigurationTextTests {
    private func said(_ text: String) -> [String] {
        ConfigurationText(text, file: "config").findings.map(\.description)
    }

    @Test func optionsAndKeysAreRead() {
        let text = ConfigurationText(
            """
            # mine
            look = light   # the office
            which-key=off
            \tcontext\t=\t3\r
            key uncode = x Del
            key  next-uncoded = g,n
            """,
            file: "config"
        )
        var expected = Preferences()
        expected.look = .light
        expected.whichKey = nil
        expected.context = 3
        expected.keys = ["uncode": ["x", "Del"], "next-uncoded": ["g n"]]
        #expect(text.preferences == expected)
        #expect(text.findings.isEmpty)
        #expect(text.optionLines == ["look": 2, "which-key": 3, "context": 4])
        #expect(text.keyLines == ["uncode": 5, "next-uncoded": 6])
    }

    @Test(arguments: ["", "\n\n", "# look = light", "   # nothing", "\r\n\r\n", "\u{FEFF}", "\u{FEFF}# bom"])
    func whatSaysNothingChangesNothing(text: String) {
        let read = ConfigurationText(text, file: "config")
        #expect(read.preferences == Preferences())
        #expect(read.findings.isEmpty)
    }

    @Test func aByteOrderMarkIsNoPartOfTheFirstName() {
        #expect(ConfigurationText("\u{FEFF}look = light", file: "config").preferences.look == .light)
    }

    @Test(arguments: [
        ("mouse", "config:1: ‘mouse’ sets nothing; write NAME = VALUE, or # before a comment"),
        ("= on", "config:1: there is no option ‘’; ‘gloss check-config --defaults’ prints all of them"),
        ("\n\nmous = on", "config:3: there is no option ‘mous’; near it: mouse"),
        ("mouse = maybe", "config:1: ‘maybe’ is no value of mouse; write on or off"),
        ("Mouse = on", "config:1: there is no option ‘Mouse’; near it: mouse"),
        ("mouse = # on", "config:1: mouse has no value; write on or off"),
        ("key = x", "config:1: this line names no command; write key COMMAND = KEYS"),
        ("key un code = x", "config:1: this line names no command; write key COMMAND = KEYS"),
        ("key uncode =", "config:1: no key is named; name keys such as x Del g,n, or write none"),
        ("key uncode = #", "config:1: no key is named; name keys such as x Del g,n, or write none"),
        ("key uncode = Ctrl-M", "config:1: to a terminal Ctrl-M is Enter; write Enter or take another key"),
        ("mouse = on\nmouse = off", "config:1: line 2 sets mouse again, and the last one counts; keep one"),
        ("key undo = d\nkey undo = z", "config:1: line 2 sets key undo again, and the last one counts; keep one"),
        ("coder = Ruth Smith", "config:1: ‘Ruth Smith’ is no coder's id; use 1 to 24 of a–z, 0–9 and -"),
    ])
    func aLineThatCannotBeUsedIsFoundWithItsNumber(text: String, sentence: String) {
        #expect(said(text) == [sentence])
    }

    @Test func aWrongLineCostsThatLineOnly() {
        let text = ConfigurationText("look = blue\nnonsense\nhints = off\nkey undo = Alt-x\nkey redo = z", file: "c")
        var expected = Preferences()
        expected.hints = false
        expected.keys = ["redo": ["z"]]
        #expect(text.preferences == expected)
        #expect(text.findings.map(\.line) == [1, 2, 4])
    }

    @Test func theLastOfTwoLinesCounts() {
        let text = ConfigurationText("coder = jb\ncoder = rs\nkey undo = d\nkey undo = z", file: "c")
        #expect(text.preferences.coder == "rs")
        #expect(text.preferences.keys == ["undo": ["z"]])
        #expect(text.optionLines == ["coder": 2])
    }

    @Test func aBadNameOfACoderStaysToBeBlamed() {
        #expect(ConfigurationText("coder = Ruth Smith", file: "c").preferences.coder == "Ruth Smith")
        #expect(ConfigurationText("coder =", file: "c").preferences.coder == nil)
    }

    @MainActor @Test func keysAreCheckedAgainstTheCommandTable() {
        let text = ConfigurationText(
            "look = light\nkey undoo = z\nkey undo = c\nkey redo = g,z\nkey help = q",
            file: "config"
        )
        #expect(text.findings.isEmpty)
        let found = text.keyFindings()
        #expect(found.allSatisfy { $0.severity == .problem && $0.file == "config" })
        #expect(found.map(\.line).contains(2))
        #expect(found.contains { $0.line == 3 && $0.what == "c is code too (read)" })
        #expect(found.contains { $0.line == 5 && $0.what.hasPrefix("q is back too") })
        #expect(!found.contains { $0.line == 4 })
    }

    @MainActor @Test func theFileOfAllDefaultsChangesNothing() {
        let text = ConfigurationText(PreferenceTable.commentedFile, file: "config")
        #expect(text.preferences == Preferences())
        #expect(text.findings.isEmpty && text.keyFindings().isEmpty)
        let shown = PreferenceTable.rows.filter { !$0.defaultValue.isEmpty }.map(\.name)
        #expect(Set(text.optionLines.keys) == Set(shown))
        for row in PreferenceTable.rows {
            #expect(PreferenceTable.commentedFile.contains("\n# \(row.sentence)\n"))
            #expect(PreferenceTable.markdown.contains("| `\(row.name)` | \(row.values.description) | "))
        }
    }

    @MainActor @Test func theLinesThatTheFileOfDefaultsShowsForKeysAreRight() {
        let lines = PreferenceTable.commentedFile.split(separator: "\n").filter { $0.hasPrefix("# key ") }
        #expect(lines.count == 2)
        let text = ConfigurationText(lines.map { $0.dropFirst(2) }.joined(separator: "\n"), file: "config")
        #expect(text.preferences.keys.count == 2)
        #expect(text.findings.isEmpty && text.keyFindings().isEmpty)
    }
}
