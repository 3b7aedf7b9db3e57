// Searching on the screen: while the words are typed, from hit to hit, in a selection, and back again.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct SearchTests {
    private static let text = "B07: |One ward.\n\nB07: Two wards and a Ward.\n\nB07: The end."

    private func bench(_ marked: String = text) throws -> Bench { try Bench(at: marked) }

    @Test func theCursorGoesAlongWhileTheWordsAreTyped() throws {
        var bench = try bench()
        try bench.press("/")
        #expect(bench.status.hasPrefix(" /"))
        try bench.type("w")
        #expect(bench.markedCursor.contains("One |ward."))
        try bench.type("ards")
        #expect(bench.markedCursor.contains("Two |wards"))
        #expect(bench.status.hasPrefix(" /wards "))
        #expect(bench.status.hasSuffix(" 1 of 1"))
        try bench.press("Backspace")
        #expect(bench.markedCursor.contains("One |ward."))
        #expect(bench.status.hasSuffix(" 1 of 3"))
        try bench.press("Enter")
        #expect(bench.markedCursor.contains("One |ward."))
        #expect(bench.said == "/ward 1 of 3")
        #expect(bench.state.place == .read)
    }

    @Test func escGoesBackToWhereTheSearchBegan() throws {
        for leave in ["Esc", "Ctrl-C", "Backspace Backspace Backspace Backspace"] {
            var bench = try bench()
            try bench.press("/")
            try bench.type("end")
            #expect(bench.markedCursor.contains("The |end"))
            try bench.press(leave)
            #expect(bench.markedCursor == Self.text, "\(leave)")
            #expect(try bench.screen.hits.isEmpty)
            guard case nil = bench.state.overlay else {
                Issue.record("the line is still there after \(leave)")
                return
            }
        }
    }

    @Test func escGoesBackInALongTextToo() throws {
        var bench = try Bench(WindowTests.hundred)
        try bench.press("4 0 G")
        let top = try bench.screen.top
        try bench.press("/")
        try bench.type("Line 9")
        #expect(try bench.screen.top != top)
        try bench.press("Esc")
        #expect(try bench.screen.top == top)
        #expect(bench.fromCursor.hasPrefix("Line 40."))
    }

    @Test func nGoesOnAndFromTheTopAgain() throws {
        var bench = try bench()
        try bench.press("/")
        try bench.type("ward")
        try bench.press("Enter n")
        #expect(bench.markedCursor.contains("Two |wards"))
        #expect(bench.said == "/ward 2 of 3")
        try bench.press("n n")
        #expect(bench.markedCursor.contains("One |ward."))
        #expect(bench.said == "/ward 1 of 3 · search went on from the top")
        try bench.press("N")
        #expect(bench.markedCursor.contains("a |Ward."))
        #expect(bench.said == "/ward 3 of 3 · search went on from the end")
        try bench.press("2 N")
        #expect(bench.said == "/ward 1 of 3")
        try bench.press("7 n")
        #expect(bench.said == "/ward 2 of 3 · search went on from the top")
    }

    @Test func aCountBeforeTheSlashTakesALaterHit() throws {
        var bench = try bench()
        try bench.press("3 /")
        try bench.type("ward")
        #expect(bench.markedCursor.contains("a |Ward."))
        try bench.press("Enter")
        #expect(bench.said == "/ward 3 of 3")
    }

    @Test func whatIsNotThereIsSaidAndMovesNothing() throws {
        var bench = try bench()
        try bench.press("/")
        try bench.type("nowhere")
        #expect(bench.status.hasSuffix(" not found"))
        #expect(bench.markedCursor == Self.text)
        try bench.press("Enter")
        #expect(bench.markedCursor == Self.text)
        #expect(bench.said == "“nowhere” is not in B07.")
        #expect(bench.state.notice?.kind == .refused)
    }

    @Test func nWithoutASearchSaysWhatBeginsOne() throws {
        var bench = try bench()
        try bench.press("n")
        #expect(bench.said == "Nothing was looked for yet: / and some words begin a search.")
    }

    @Test func anEmptyLineLooksForTheLastWordsAgain() throws {
        var bench = try bench()
        try bench.press("/")
        try bench.type("ward")
        try bench.press("Enter / Enter")
        #expect(bench.said == "/ward 2 of 3")
        var fresh = try self.bench()
        try fresh.press("/ Enter")
        #expect(fresh.markedCursor == Self.text)
    }

    @Test func earlierSearchesComeBackWithUp() throws {
        var bench = try bench()
        for words in ["ward", "end", "ward", "two"] {
            try bench.press("/")
            try bench.type(words)
            try bench.press("Enter")
        }
        #expect(bench.state.search.history == ["end", "ward", "two"])
        try bench.press("/")
        try bench.type("o")
        for (key, shown) in [
            ("Up", "/two "), ("Up", "/ward "), ("Up", "/end "), ("Up", "/end "), ("Down", "/ward "), ("Down", "/two "),
            ("Down", "/o "), ("Down", "/o "),
        ] {
            try bench.press(key)
            #expect(bench.status.hasPrefix(" " + shown), "\(key)")
        }
    }

    @Test func pastedWordsAreLookedFor() throws {
        var bench = try bench()
        try bench.press("/")
        try bench.paste("Two\nwards")
        #expect(bench.markedCursor.contains("|Two wards"))
        #expect(bench.status.hasPrefix(" /Two wards "))
    }

    @Test func theWordUnderTheCursorIsLookedFor() throws {
        var bench = try bench("B07: One w|ard.\n\nB07: Two wards and a Ward.")
        try bench.press("g /")
        #expect(bench.markedCursor.contains("Two |wards"))
        #expect(bench.said == "/ward 2 of 3")
        bench = try self.bench("B07: One,| two. Two.")
        try bench.press("g /")
        #expect(bench.said == "/two 1 of 2")
        bench = try self.bench("B07: 我们|有。有。")
        try bench.press("g /")
        #expect(bench.said == "/有 2 of 2")
        bench = try self.bench("|…")
        try bench.press("g /")
        #expect(bench.said == "There is no word here to look for.")
    }

    @Test func hitsAreMarkedAndEscClearsThem() throws {
        var bench = try bench()
        try bench.press("/")
        try bench.type("ward")
        #expect(try bench.surface.styles(of: "wards and").contains { $0.attributes.contains([.bold, .underline]) })
        try bench.press("Enter")
        let plain = try bench.surface.styles(of: "Two ")
        #expect(!plain.contains { $0.attributes.contains(.underline) })
        try bench.press("Esc")
        #expect(try bench.screen.hits.isEmpty)
        #expect(try !bench.surface.styles(of: "wards and").contains { $0.attributes.contains(.underline) })
        try bench.press("n")
        #expect(bench.said == "/ward 2 of 3")
    }

    @Test(arguments: [
        ("v / w a r d s Enter", "B07: |One.\n\nB07: Two wards.", "B07: «One.\n\nB07: Two wards»."),
        ("v / t w o Enter n", "B07: |One two. A two.", "B07: «One two. A two»."),
        ("v / t w o Enter n N", "B07: |One two. A two.", "B07: «One two». A two."),
        ("v / t w o Enter N", "B07: Two. O|ne two.", "B07: «Two. On»e two."),
        ("s / x Enter", "B07: |One. Two x.", "B07: «One. Two x»."),
        ("s o / o n e Esc", "B07: One. T|wo.", "B07: One. «Two.»"),
        ("s n", "B07: |One.", "B07: «One.»"),
    ])
    func aSelectionTakesHitsIn(_ keys: String, _ before: String, _ after: String) throws {
        #expect(try Bench.selection(after: keys, at: before) == after)
    }

    @Test func hitsTouchingASpanAreFound() throws {
        var screen = try Bench("aXbXcX").screen
        screen.find(try #require(SearchPattern("X")))
        #expect(screen.hits == [TextSpan(1, 2), TextSpan(3, 4), TextSpan(5, 6)])
        #expect(screen.hits(touching: TextSpan(0, 6)).count == 3)
        #expect(Array(screen.hits(touching: TextSpan(2, 4))) == [TextSpan(3, 4)])
        #expect(screen.hits(touching: TextSpan(2, 3)).isEmpty)
        #expect(screen.hits(touching: TextSpan(0, 0)).isEmpty)
    }

    @Test func aResizeWhileTypingKeepsTheLineAndTheWayBack() throws {
        var bench = try Bench(WindowTests.hundred)
        try bench.press("5 G /")
        try bench.type("Line 77")
        try bench.send(.resize(rows: 16, columns: 60))
        #expect(bench.lines[14].hasPrefix(" /Line 77"))
        #expect(bench.fromCursor.hasPrefix("Line 77."))
        try bench.press("Esc")
        #expect(bench.fromCursor.hasPrefix("Line 5."))
        try bench.expectSound()
    }

    @Test func theMouseLeavesTheLineAlone() throws {
        var bench = try bench()
        try bench.press("/")
        try bench.type("ward")
        for action in [MouseEvent.Action.press, .drag, .release, .wheelDown, .wheelUp] {
            try bench.send(.mouse(MouseEvent(action, row: 1, column: 10)))
        }
        #expect(bench.status.hasPrefix(" /ward "))
        #expect(bench.markedCursor.contains("One |ward."))
    }
}
