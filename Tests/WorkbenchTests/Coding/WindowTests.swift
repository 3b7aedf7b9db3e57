// How the window follows the cursor: pages, half pages, jumps, resizing.

import CodingCore
import Screen
import Testing
import TextMetrics

@testable import Workbench

@MainActor
@Suite struct WindowTests {
    static let hundred = (1...100).map { "Line \($0)." }.joined(separator: "\n")

    /// The line that the cursor is on, and the first and the last one in sight.
    private func lines(_ bench: Bench) throws -> [Int] {
        let screen = try bench.screen
        return [
            screen.rows.row(ofScalar: screen.cursor) + 1, screen.top + 1,
            min(screen.top + screen.geometry.textRows, screen.rows.count),
        ]
    }

    // In 24 rows there are 19 rows of text.
    @Test(arguments: [
        ("Space", [19, 19, 37]),
        ("PgDn", [19, 19, 37]),
        ("Space Space", [37, 37, 55]),
        ("2 Space", [37, 37, 55]),
        ("PgUp", [1, 1, 19]),
        ("9 9 Space", [100, 82, 100]),
        ("9 9 Space PgUp", [82, 64, 82]),
        ("G", [100, 82, 100]),
        ("G g g", [1, 1, 19]),
        ("5 0 G", [50, 44, 62]),
        ("Ctrl-D", [10, 10, 28]),
        ("Ctrl-D Ctrl-U", [1, 1, 19]),
        ("Ctrl-U", [1, 1, 19]),
        ("1 8 j", [19, 1, 19]),
        ("1 9 j", [20, 2, 20]),
        ("G k", [99, 82, 100]),
    ])
    func theWindowFollows(_ keys: String, _ expected: [Int]) throws {
        var bench = try Bench(Self.hundred)
        try bench.press("g g \(keys)")
        #expect(try lines(bench) == expected)
    }

    @Test func pagesOverlapByARow() throws {
        var bench = try Bench(Self.hundred)
        try bench.press("g g")
        let last = try lines(bench)[2]
        try bench.press("Space")
        #expect(try lines(bench)[1] == last)
    }

    @Test func aJumpIntoTheWindowDoesNotScroll() throws {
        var bench = try Bench(Self.hundred)
        try bench.press("4 0 G")
        let top = try bench.screen.top
        try bench.press("4 2 G")
        #expect(try bench.screen.top == top)
    }

    @Test(arguments: [(16, 60), (24, 80), (40, 120), (60, 200), (17, 61), (30, 110), (30, 109)])
    func resizingKeepsTheCursorOnTheSameCharacter(_ rows: Int, _ columns: Int) throws {
        let text = (1...200).map {
            "B07: Turn \($0) says something that is longer than a row of the text could ever be."
        }
        .joined(separator: "\n\n")
        for quote in ["Turn 1 says", "Turn 77 says", "could ever be.\n\nB07: Turn 120 ", "Turn 200 says"] {
            var bench = try Bench(text)
            try bench.go(to: quote)
            let before = bench.fromCursor
            try bench.send(.resize(rows: rows, columns: columns))
            #expect(bench.fromCursor == before)
            try bench.expectSound("\(rows) × \(columns)")
            try bench.send(.resize(rows: 24, columns: 80))
            #expect(bench.fromCursor == before)
            try bench.expectSound()
        }
    }

    @Test func aLargerWindowIsFilledToTheEndOfTheText() throws {
        var bench = try Bench(Self.hundred)
        try bench.press("G")
        try bench.send(.resize(rows: 60, columns: 80))
        #expect(try lines(bench) == [100, 46, 100])
    }

    @Test func theSameWordsStayOnTopWhenRowsAreBrokenAnew() throws {
        let text = (1...80).map {
            "B07: Turn \($0) says something that is longer than a row of the text could ever be."
        }
        .joined(separator: "\n\n")
        var bench = try Bench(text)
        try bench.press("8 0 G")
        func topmost() throws -> Int { try bench.screen.rows.rows[bench.screen.top].scalarStart }
        let line = try bench.screen.transcript.lines.line(ofScalar: topmost())
        try bench.send(.resize(rows: 24, columns: 62))
        #expect(try bench.screen.transcript.lines.line(ofScalar: topmost()) >= line)
        #expect(try bench.screen.transcript.lines.line(ofScalar: topmost()) <= 80)
    }

    @Test func aWindowTooSmallSaysSoAndTakesOnlyTheKeysThatLeave() throws {
        var bench = try Bench(Self.hundred)
        try bench.press("5 0 G")
        let cursor = try bench.screen.cursor
        for (rows, columns) in [(15, 80), (24, 59), (5, 10), (1, 1), (0, 0)] {
            try bench.send(.resize(rows: rows, columns: columns))
            let frame = bench.state.frame(bench.look)
            #expect(frame.cursor == nil)
            if columns >= 59 { #expect(bench.picture.hasPrefix("Gloss needs 60×16; here are \(columns)×\(rows).")) }
            try bench.press("j s c")
            #expect(try bench.screen.cursor == cursor)
            #expect(bench.state.overlay == nil)
        }
        try bench.press("q")
        guard case .leave = bench.effects.last else {
            Issue.record("q leaves")
            return
        }
        try bench.send(.resize(rows: 24, columns: 80))
        #expect(try bench.screen.cursor == cursor)
        try bench.expectSound()
    }
}
