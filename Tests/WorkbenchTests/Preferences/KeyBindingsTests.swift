import Testing

@testable import Workbench

/// A person's own keys laid over a small table: u and g,g in READ, x in READ and SELECT, o in SELECT, g,d in the list.
@MainActor
@Suite struct KeyBindingsTests {
    private let rows = [
        CommandRow(.undo, "undo", "Undo.", .think, ["u"], in: [.read]),
        CommandRow(.top, "top", "Top.", .move, ["g g", "Home"], in: [.read]),
        CommandRow(.uncode, "uncode", "Uncode.", .code, ["x", "Del"], in: [.read, .select]),
        CommandRow(.swapEnds, "end", "End.", .select, ["o"], in: [.select]),
        CommandRow(.top, "top", "Top of the list.", .move, ["g d"], in: [.documents]),
    ]

    private func keys(of bindings: KeyBindings) -> [[String]] { bindings.rows.map(\.keys) }
    private var standard: [[String]] { rows.map(\.keys) }

    @Test func withoutKeysOfOnesOwnTheTableIsWhatItWas() {
        let bindings = KeyBindings(applying: [:], to: rows)
        #expect(keys(of: bindings) == standard)
        #expect(bindings.problems.isEmpty)
    }

    @Test func aCommandHasTheKeysThatAreGivenAndNoOthers() {
        let bindings = KeyBindings(applying: ["uncode": ["d", "z z"]], to: rows)
        #expect(keys(of: bindings) == [["u"], ["g g", "Home"], ["d", "z z"], ["o"], ["g d"]])
        #expect(bindings.problems.isEmpty)
    }

    @Test func aCommandWithSeveralRowsHasTheKeysInAll() {
        let bindings = KeyBindings(applying: ["top": ["t"]], to: rows)
        #expect(keys(of: bindings) == [["u"], ["t"], ["x", "Del"], ["o"], ["t"]])
    }

    @Test func noKeysUnbind() {
        let bindings = KeyBindings(applying: ["undo": []], to: rows)
        #expect(bindings.rows[0].keys.isEmpty)
        #expect(bindings.problems.isEmpty)
    }

    @Test func twoCommandsCanChangePlaces() {
        let bindings = KeyBindings(applying: ["undo": ["x"], "uncode": ["u"]], to: rows)
        #expect(keys(of: bindings) == [["x"], ["g g", "Home"], ["u"], ["o"], ["g d"]])
        #expect(bindings.problems.isEmpty)
    }

    @Test func theSameKeyInTwoPlacesIsNoCollision() {
        let bindings = KeyBindings(applying: ["undo": ["o"]], to: rows)
        #expect(bindings.rows[0].keys == ["o"])
        #expect(bindings.problems.isEmpty)
    }

    @Test func everythingButTheKeysStays() {
        let bindings = KeyBindings(applying: ["uncode": ["d"]], to: rows)
        #expect(bindings.rows.map(\.command) == rows.map(\.command))
        #expect(bindings.rows[2].help == "Uncode." && bindings.rows[2].places == [.read, .select])
    }

    @Test(
        arguments: [
            (["undo": ["x"]], "undo", "x is uncode too (read); take another key for undo, or give uncode another one"),
            (
                ["uncode": ["o"]], "uncode",
                "o is swap-ends too (select); take another key for uncode, or give swap-ends another one"
            ),
            (
                ["undo": ["d"], "uncode": ["d"]], "undo",
                "d is uncode too (read); take another key for undo, or give uncode another one"
            ),
            (
                ["undo": ["g"]], "undo",
                "g,g (top) could never be typed, since g is undo (read); take other keys for undo"
            ),
            (
                ["undo": ["x y"]], "undo",
                "x,y (undo) could never be typed, since x is uncode (read); take other keys for undo"
            ),
            (
                ["undo": ["d", "d d"]], "undo",
                "d,d (undo) could never be typed, since d is undo (read); take other keys for undo"
            ),
            (["undoo": ["z"]], "undoo", "there is no command ‘undoo’; near it: undo"),
            (["wuzzle": ["z"]], "wuzzle", "there is no command ‘wuzzle’; ‘gloss man’ lists the commands"),
        ] as [([String: [String]], String, String)]
    )
    func keysThatCannotBeAreLeftOutWithASentence(own: [String: [String]], command: String, sentence: String) {
        let bindings = KeyBindings(applying: own, to: rows)
        #expect(bindings.problems.map(\.command) == [command])
        #expect(bindings.problems.map(\.trouble.description) == [sentence])
        let kept = KeyBindings(applying: own.filter { $0.key != command }, to: rows)
        #expect(keys(of: bindings) == keys(of: kept))
    }

    @Test func keysThatComeBackMayStandInTheWayOfOthers() {
        // uncode gives x up for o, which is taken; so x is uncode's again, and undo cannot have it.
        let bindings = KeyBindings(applying: ["undo": ["x"], "uncode": ["o"]], to: rows)
        #expect(keys(of: bindings) == standard)
        #expect(bindings.problems.map(\.command) == ["uncode", "undo"])
    }

    @Test func theTableThatGlossComesWithHasNoCollision() {
        let table = CommandTable.standard.rows
        let same = Dictionary(table.map { ($0.command.name, $0.keys) }, uniquingKeysWith: { _, last in last })
        let once = same.filter { name, _ in table.count { $0.command.name == name } == 1 }
        #expect(KeyBindings(applying: once, to: table).problems.isEmpty)
    }
}
