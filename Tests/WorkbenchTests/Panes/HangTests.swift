// How a turn hangs from its label: for the eye only. Numbers, cursor and mouse mean the same characters as ever.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct HangTests {
    @Test func theLabelStandsAtTheLeftAndTheRestOfTheTurnUnderIt() throws {
        let bench = try Bench()
        let text = try bench.screen.geometry.textColumn
        let surface = bench.surface
        #expect(surface.place(of: "B07: Well")?.column == text)
        #expect(surface.place(of: "figures, and nobody")?.column == text + 2)
        #expect(surface.place(of: "Invented interview")?.column == text, "front matter does not hang")
        #expect(surface.place(of: "Interviewer: And")?.column == text)
    }

    @Test func aTextInWhichNobodyIsNamedDoesNotHang() throws {
        let bench = try Bench("One two three.\n\nFour five six.", columns: 120)
        #expect(try bench.screen.geometry.hang == 0)
        #expect(bench.surface.place(of: "Four")?.column == (try bench.screen.geometry.textColumn))
    }

    @Test(arguments: [(24, 80), (16, 60), (40, 120), (60, 200)])
    func columnsAndCharactersAgree(_ rows: Int, _ columns: Int) throws {
        let bench = try Bench(rows: rows, columns: columns)
        let screen = try bench.screen
        for scalar in 0..<screen.transcript.text.scalarCount {
            let row = screen.rows.row(ofScalar: scalar)
            let start = screen.rows.start(ofClusterAt: scalar)
            guard screen.rows.cluster(atScalar: scalar) != nil else { continue }
            #expect(screen.rows.scalar(inRow: row, column: screen.rows.column(ofScalar: scalar)) == start)
        }
    }

    @Test func thePointerOfTheMouseMeansTheCharacterUnderIt() throws {
        var bench = try Bench()
        let place = try #require(bench.surface.place(of: "figures, and nobody"))
        try bench.send(.mouse(MouseEvent(.press, row: place.row, column: place.column + 13)))
        #expect(bench.fromCursor.hasPrefix("nobody"))
        let frame = bench.state.frame(bench.look)
        #expect(frame.cursor == CursorPlace(row: place.row, column: place.column + 13))
        // The blank to the left of the row is its first character.
        try bench.send(.mouse(MouseEvent(.press, row: place.row, column: place.column - 1)))
        #expect(bench.fromCursor.hasPrefix("figures, and"))
    }

    @Test func aMotionDownKeepsTheColumnThatIsSeen() throws {
        var bench = try Bench()
        try bench.go(to: "was before my")
        let frame = bench.state.frame(bench.look)
        try bench.press("j")
        let after = bench.state.frame(bench.look)
        #expect(after.cursor?.column == frame.cursor?.column)
        #expect(after.cursor?.row == frame.cursor.map { $0.row + 1 })
    }

    // MARK: Turns without a blank line between them

    private static let close = [("Ann", "One two."), ("Bob", "Three."), ("Ann", "Four.")]

    private func closeTurns(columns: Int = 80) throws -> Bench {
        let lines = Self.close.map { "\($0.0): \($0.1)" }
        let text = CanonicalText(lines.joined(separator: "\n"))
        var blocks: [Block] = []
        var start = 0
        for (turn, line) in zip(Self.close, lines) {
            let end = min(start + line.unicodeScalars.count + 1, text.scalarCount)
            blocks.append(
                Block(kind: .turn, span: TextSpan(start, end), speaker: turn.0, label: "\(turn.0): ")
            )
            start = end
        }
        return try Bench.reading(Transcript(text: text, blocks: blocks, measure: 66), rows: 24, columns: columns)
    }

    @Test func aRowWithoutTextAndNumberPartsThem() throws {
        let bench = try closeTurns()
        let rows = bench.lines[0...5].map { $0.filter { $0 != "›" } }
        #expect(rows[1].hasSuffix("Ann: One two.") && rows[1].contains(" 1 "))
        #expect(rows[2].isEmpty)
        #expect(rows[3].hasSuffix("Bob: Three.") && rows[3].contains(" 2 "))
        #expect(rows[4].isEmpty)
        #expect(rows[5].hasSuffix("Ann: Four.") && rows[5].contains(" 3 "))
        #expect(bench.status.contains("/3 "))
    }

    @Test func motionsStepOverThatRow() throws {
        var bench = try closeTurns()
        try bench.press("g g j")
        #expect(bench.fromCursor.hasPrefix("Bob"))
        try bench.press("j")
        #expect(bench.fromCursor.hasPrefix("Ann: Four"))
        try bench.press("k k")
        #expect(bench.fromCursor.hasPrefix("Ann: One"))
        try bench.press("2 j")
        #expect(!bench.fromCursor.hasPrefix("Ann: One"))
        try bench.go(to: "Bob")
        try bench.press("h")
        #expect(bench.fromCursor.hasPrefix(".\nBob"))
        try bench.press("l")
        #expect(bench.fromCursor.hasPrefix("Bob"))
    }

    @Test func aPressOnThatRowGoesToTheTurnBelow() throws {
        var bench = try closeTurns()
        let column = try bench.screen.geometry.textColumn
        try bench.send(.mouse(MouseEvent(.press, row: 2, column: column + 3)))
        #expect(bench.fromCursor.hasPrefix("Bob"))
        try bench.expectSound()
    }

    @Test func rowsOfLinesWithBlanksBetweenGetNoMore() throws {
        #expect(try Bench().screen.rows.count == Bench().screen.transcript.lines.count)
    }
}
