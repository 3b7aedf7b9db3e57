// Motions where texts are hard: wide characters, marks, hanging blanks, narrow windows, and next to no text at all.

import CodingCore
import Screen
import TestSupport
import Testing
import TextMetrics

@testable import Workbench

@MainActor
@Suite struct MotionEdgeTests {
    @Test(arguments: [
        ("l", "|我们有", "我|们有"),
        ("j", "我|们有\nabcdef", "我们有\nab|cdef"),
        ("k", "我们有\nabc|def", "我|们有\nabcdef"),
        ("j j", "abc|def\n我们有\nabcdef", "abcdef\n我们有\nabc|def"),
        ("l", "|e\u{301}a", "e\u{301}|a"),
        ("h", "e\u{301}|a", "|e\u{301}a"),
        ("l", "|👩‍👩‍👧x", "👩‍👩‍👧|x"),
        ("l l", "|🇬🇧한x", "🇬🇧한|x"),
        ("$", "|caf\u{65}\u{301}", "caf|\u{65}\u{301}"),
        ("w", "|e\u{301}tude noire", "e\u{301}tude |noire"),
        ("l", "|\t\tx", "\t|\tx"),
        // In the order of the file, whatever the direction of the letters.
        ("l", "|שלום סלאם", "ש|לום סלאם"),
        ("h", "سلا|م", "سل|ام"),
        ("w", "|שלום abc", "שלום |abc"),
        ("j", "\t|x\n0123456789", "\tx\n01234567|89"),
    ])
    func charactersAreWholeWhateverTheyAreMadeOf(_ keys: String, _ before: String, _ after: String) throws {
        #expect(try Bench.cursor(after: keys, at: before) == after)
    }

    @Test func aFloodOfMarksIsOneCharacter() throws {
        let flooded = "a" + String(repeating: "\u{301}", count: 500) + "b"
        var bench = try Bench(flooded)
        try bench.press("0 l")
        #expect(bench.fromCursor == "b")
        try bench.expectSound()
    }

    @Test func aPlaceInsideACharacterIsItsBeginning() throws {
        var bench = try Bench("ae\u{301}b")
        bench.state.coding?.move(to: 2)
        #expect(try bench.screen.cursor == 1)
    }

    @Test func aPlaceOnALineFeedIsTheLastCharacterBeforeIt() throws {
        var bench = try Bench("One\ntwo\n")
        bench.state.coding?.move(to: 3)
        #expect(bench.markedCursor == "On|e\ntwo\n")
        bench.state.coding?.move(to: 9_999)
        #expect(bench.markedCursor == "One\ntw|o\n")
    }

    @Test func hangingBlanksKeepTheCursorAtTheEdge() throws {
        let row = String(repeating: "abcd ", count: 13) + "x" + String(repeating: " ", count: 40)
        var bench = try Bench(row + "\nnext", rows: 16, columns: 60)
        for _ in 0..<106 {
            try bench.press("l")
            try bench.expectSound()
        }
        #expect(bench.fromCursor == "next")
    }

    /// A sentence of numbered words, so that every row tells where it is.
    static let numbered = (1...60).map { "word\($0)" }.joined(separator: " ")

    @Test func rowsBrokenFurtherAreRowsToTheCursorButNotLines() throws {
        var bench = try Bench(Self.numbered, rows: 16, columns: 60)
        let screen = try bench.screen
        #expect(screen.geometry.textWidth < 66)
        #expect(screen.rows.count > screen.transcript.lines.count)
        try bench.press("g g j")
        let second = try bench.screen.rows.rows[1]
        #expect(try bench.screen.cursor == second.scalarStart)
        #expect(try bench.screen.rows.lineNumber(of: 1) == nil)
        try bench.press("2 G")
        #expect(try bench.screen.cursor == bench.screen.transcript.lines.rows[1].scalarStart)
    }

    @Test func numberedLinesAreTheSameAtEveryWidth() throws {
        let wide = try Bench(Self.numbered, rows: 24, columns: 120).screen
        let narrow = try Bench(Self.numbered, rows: 16, columns: 60).screen
        #expect(wide.transcript.lines.rows == narrow.transcript.lines.rows)
        let numbers = (0..<narrow.rows.count).compactMap { narrow.rows.lineNumber(of: $0) }
        #expect(numbers == Array(1...wide.rows.count))
    }

    @Test func oneVeryLongWordIsRowsToo() throws {
        var bench = try Bench(String(repeating: "x", count: 20_000))
        try bench.press("$")
        #expect(try bench.screen.cursor == 65)
        try bench.press("G")
        #expect(try bench.screen.cursor == 20_000 - 20_000 % 66)
        try bench.press("w b ) ( } { Space PgUp")
        try bench.expectSound()
    }

    nonisolated static let slender = [
        "", "\n", "\n\n\n", " ", "   \n  ", "\t", "\u{301}", "\u{0}", "\u{200B}", "a", "B07: ", "。",
    ]

    @Test(arguments: slender)
    func nextToNoTextStandsEveryKey(_ text: String) throws {
        for size in [(16, 60), (24, 110)] {
            for row in CommandTable.standard.rows where !row.places.isDisjoint(with: [.read, .select]) {
                for keys in row.keys {
                    var bench = try Bench(text, rows: size.0, columns: size.1)
                    for sequence in [keys, "Esc v \(keys)", "Esc 3 \(keys) Esc"] {
                        try bench.press(sequence)
                        try bench.expectSound("\(text.debugDescription) after \(sequence)")
                    }
                }
            }
        }
    }

    @Test func nothingCanBeCodedWhereThereAreNoWords() throws {
        for text in ["", "\n\n", "  \n \t"] {
            var bench = try Bench(text)
            try bench.press("c")
            #expect(bench.picker == nil)
            #expect(bench.said == "There are no words here to code.")
            try bench.press("s")
            #expect(bench.said == "There is no sentence here to select.")
            try bench.press("t")
            #expect(bench.said == "There is no turn here to select.")
        }
    }

    @Test(arguments: 0..<12)
    func anyKeysOnAnyTextLeaveTheScreenSound(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "B07: ", "Interviewer: ", "Well, it was. ", "我们有一个虚拟病房。", "e\u{301}", "👩‍👩‍👧", "\t", "\n\n", "\n", "\u{1B}[31m",
            "\u{202E}abc", "\u{200B}", "a\u{301}\u{302}\u{303}\u{304}\u{305}", String(repeating: "long", count: 40),
            "  ", "שלום ",
        ]
        let text = (0..<60).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        let keys =
            CommandTable.standard.rows.flatMap { $0.keys }.filter { !["q", "Q", "Ctrl-Z"].contains($0) } + [
                "Enter", "Esc", "1", "2", "7", "a", "Backspace", "F3",
            ]
        var bench = try Bench(text, rows: 24, columns: 80)
        var pressed: [String] = []
        for step in 0..<150 {
            let key = keys.randomElement(using: &generator) ?? "Esc"
            pressed.append(key)
            try bench.press(key)
            if step % 25 == 24 {
                let (rows, columns) = [(16, 60), (24, 80), (40, 120)].randomElement(using: &generator) ?? (24, 80)
                try bench.send(.resize(rows: rows, columns: columns))
            }
            try bench.expectSound("seed \(seed) after \(pressed.suffix(6))")
        }
    }
}
