// Without hints the last row belongs to the screen, and nothing hides behind the status line.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct FootTests {
    private nonisolated static let sizes = [(16, 60), (24, 80), (40, 120), (60, 200)]
    private static let long = (1...90).map { "B07: Turn \($0) is short." }.joined(separator: "\n\n")

    @Test func theFootIsOneRowWithoutHints() {
        var size = WindowSize(rows: 24, columns: 80)
        #expect(size.hintRow == 23)
        #expect(size.statusRow == 22)
        size.hasHints = false
        #expect(size.hintRow == nil)
        #expect(size.statusRow == 23)
    }

    @Test(arguments: sizes)
    func theTextGetsTheRow(_ rows: Int, _ columns: Int) throws {
        var bench = try Bench(Self.long, rows: rows, columns: columns)
        let before = try bench.screen.geometry.textRows
        try bench.perform { $0.set("hints off") }
        #expect(try bench.screen.geometry.textRows == before + 1)
        #expect(bench.lines[rows - 1].contains("hints is off until you leave"))
        #expect(!bench.picture.contains("? help"))
        try bench.press("G")
        #expect(bench.lines[rows - 1].hasPrefix(" READ"))
        try bench.expectSound()
        try bench.perform { $0.set("hints on") }
        #expect(try bench.screen.geometry.textRows == before)
        #expect(bench.lines[rows - 1].hasSuffix("? help"))
    }

    @Test func aSessionMayBeginWithoutHints() throws {
        var preferences = Preferences()
        preferences.hints = false
        var bench = try Bench(Self.long, preferences: preferences)
        #expect(bench.lines[23].hasPrefix(" READ"))
        try bench.send(.resize(rows: 40, columns: 120))
        #expect(bench.lines[39].hasPrefix(" READ"))
        #expect(try bench.screen.geometry.statusRow == 39)
    }

    @Test(arguments: [ScreenName.dashboard, .documents, .extracts], sizes)
    func listsGetTheRow(_ screen: ScreenName, _ size: (Int, Int)) throws {
        let texts = (1...80).map { ListBench.Text(id: "D/D\($0)", words: "B07: Word of \($0).\n") }
        let codings = (1...80).map {
            ListBench.Made(coder: "rs", document: "D/D\($0)", quote: "Word of \($0)", code: "bc")
        }
        var bench = try ListBench(texts, codings: codings, rows: size.0, columns: size.1)
        if screen == .documents { try bench.press("g t") }
        if screen == .extracts {
            try bench.press(":")
            try bench.type("extracts bc")
            try bench.press("Enter")
        }
        #expect(bench.state.screen == screen)
        let before = rows(bench)
        _ = bench.state.set("hints off")
        #expect(rows(bench) == before + 1)
        #expect(bench.lines[size.0 - 1].contains("hints is off until you leave"))
        try bench.press("G")
        bench.expectSound()
        #expect(!bench.lines[size.0 - 1].contains("? help"))
    }

    /// How many rows of its list the screen has.
    private func rows(_ bench: ListBench) -> Int {
        let size = bench.state.size
        return bench.state.screen == .documents ? DocumentsState.height(in: size) : ListFrame.body(in: size).count
    }

    @Test func whatIsTypedHidesNoRowOfTheText() throws {
        var bench = try Bench(Self.long)
        try bench.perform { $0.set("hints off") }
        try bench.press("/")
        try bench.type("Turn 60 is")
        #expect(bench.lines[0..<23].contains { $0.contains("Turn 60 is") })
        #expect(bench.lines[23].hasPrefix(" /Turn 60 is"))
        try bench.press("Enter s c b c Enter m")
        #expect(bench.lines[22].contains("Turn") || bench.lines[22].contains("BC"))
        #expect(bench.lines[23].contains("memo"))
    }

    @Test func aWholeRefusalEndsAtTheLastRow() throws {
        var bench = try Bench(rows: 16, columns: 60)
        try bench.perform { $0.set("hints off") }
        bench.state.refuse((1...20).map { "word\($0)" }.joined(separator: " "))
        #expect(bench.lines[15].contains("word20"))
    }
}
