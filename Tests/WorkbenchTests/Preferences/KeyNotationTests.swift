import Testing

@testable import Workbench

/// Keys as the configuration file writes them.
@Suite struct KeyNotationTests {
    @Test(
        arguments: [
            ("x", ["x"]), ("x Del", ["x", "Del"]), ("  x \t Del ", ["x", "Del"]), ("g,n", ["g n"]),
            ("g,g Home", ["g g", "Home"]), ("none", []), ("x x X", ["x", "X"]), (",", [","]), ("g,,", ["g ,"]),
            (",,g", [", g"]), ("Hash hash", ["#"]), ("g,Hash", ["g #"]), ("del PGDN space", ["Del", "PgDn", "Space"]),
            ("S-Tab shift-up", ["S-Tab", "S-Up"]), ("C-d Ctrl-D ctrl-d", ["Ctrl-D"]), ("Ctrl-Space", ["Ctrl-Space"]),
            ("Esc", ["Esc"]), ("0", ["0"]), ("g,1", ["g 1"]), ("F1 F20", ["F1", "F20"]), ("é 我", ["é", "我"]),
            ("Ctrl-Left", ["Ctrl-Left"]), ("- = ' \"", ["-", "=", "'", "\""]), ("Ctrl-]", ["Ctrl-]"]),
        ] as [(String, [String])]
    )
    func keysAreReadAsTheCommandTableWritesThem(text: String, sequences: [String]) throws {
        #expect(try KeyNotation.sequences(text) == sequences)
    }

    @Test(arguments: [
        ("", "no key is named; name keys such as x Del g,n, or write none"),
        ("Dell", "‘Dell’ is no key; near it: Del"),
        ("x Tabb", "‘Tabb’ is no key; near it: Tab"),
        ("gn", "‘gn’ is no key; write g,n for one key after the other"),
        ("x none", "none stands beside keys; leave it out, or write it alone"),
        (
            "g,",
            "a key is missing behind a comma; name keys such as x, G, Space, Enter, Tab, S-Tab, Del, PgDn, F9, "
                + "Ctrl-D, Hash"
        ),
        ("Ctrl-M", "to a terminal Ctrl-M is Enter; write Enter or take another key"),
        ("ctrl-j", "to a terminal Ctrl-J is Enter; write Enter or take another key"),
        ("Ctrl-I", "to a terminal Ctrl-I is Tab; write Tab or take another key"),
        ("C-h", "to a terminal Ctrl-H is Backspace; write Backspace or take another key"),
        ("Ctrl-[", "to a terminal Ctrl-[ is Esc; write Esc or take another key"),
        ("Ctrl-S", "Ctrl-S stops the terminal's output; take another key"),
        ("Ctrl-Q", "Ctrl-Q starts the terminal's output again; take another key"),
        ("Ctrl-V", "Ctrl-V is the terminal's own sign for the next key; take another key"),
        ("Ctrl-C", "Ctrl-C always cancels; take another key"),
        ("Ctrl-\\", "Ctrl-\\ ends programs; take another key"),
        ("Ctrl-1", "no terminal sends Ctrl-1; take Ctrl with a letter"),
        ("Ctrl-Enter", "no terminal sends Ctrl-Enter; take another key"),
        ("Ctrl-S-d", "no terminal sends Ctrl-S-D; write Ctrl-D"),
        ("Alt-b", "Alt-b looks to Gloss like Esc and another key; take a key without Alt"),
        ("Ctrl-Alt-b", "Ctrl-Alt-B looks to Gloss like Esc and another key; take a key without Alt"),
        ("S-x", "no terminal sends S-x; write X"), ("Shift-Enter", "no terminal sends S-Enter; write Enter"),
        ("F21", "no terminal sends F21; take F1 to F20"),
        ("1", "‘1’ begins with a digit, and digits are counts and quick codes; take another key"),
        ("9,x", "‘9,x’ begins with a digit, and digits are counts and quick codes; take another key"),
        ("g,Esc", "Esc ends a sequence of keys; bind it alone or take another key"),
    ])
    func aKeyThatCannotBeBoundIsSaidWithWhatToDo(text: String, sentence: String) {
        #expect {
            _ = try KeyNotation.sequences(text)
        } throws: {
            String(describing: $0) == sentence
        }
    }

    @Test(arguments: ["x", "g,n", "Hash", "g,,", "Ctrl-D", "S-Tab", "g,Hash"])
    func whatIsReadIsWrittenTheSame(text: String) throws {
        let sequences = try KeyNotation.sequences(text)
        #expect(sequences.map(KeyNotation.written) == [text])
    }

    @MainActor @Test func everyKeyOfTheTableCanBeWrittenIntoAConfiguration() throws {
        for row in CommandTable.standard.rows where !row.keys.isEmpty {
            let text = row.keys.map(KeyNotation.written).joined(separator: " ")
            #expect(try KeyNotation.sequences(text) == row.keys, "\(row.command)")
        }
    }
}
