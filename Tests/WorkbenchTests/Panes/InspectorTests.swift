// What is said of the coding in focus below a wide text, and how prose is broken into a few rows.

import CodingCore
import Screen
import Testing
import TextMetrics

@testable import Workbench

@MainActor
@Suite struct InspectorTests {
    private func focused(memo: String = "", rows: Int = 40) throws -> Bench {
        var bench = try Bench(rows: rows, columns: 120)
        try bench.go(to: "Well, it")
        try bench.press("s c b c Enter")
        if !memo.isEmpty {
            try bench.press("m")
            try bench.type(memo)
            try bench.press("Enter")
        }
        return bench
    }

    private func inspector(_ bench: Bench) throws -> [String] {
        try bench.screen.geometry.inspector.map { bench.lines[$0] }
    }

    @Test func itTellsWhereWhoAndWhen() throws {
        let bench = try focused()
        #expect(try inspector(bench)[0].hasPrefix(" › BC Block contracts  5:6–5:33  rs  14 Nov 2023"))
    }

    @Test func anExtentOverLinesHasBothColumns() throws {
        var bench = try Bench(rows: 40, columns: 120)
        try bench.go(to: "We plan")
        try bench.press("s c b c Enter")
        #expect(try inspector(bench)[0].contains("5:35–6:26"))
    }

    @Test func columnsAreThoseThatAreSeen() throws {
        var bench = try Bench("B07: 我们有 one.", rows: 40, columns: 120, others: [("rs", "one", "bc")])
        try bench.go(to: "one")
        #expect(try inspector(bench)[0].contains("1:13–1:15"))
        let single = try Bench("B07: x", rows: 40, columns: 120, others: [("rs", "x", "bc")])
        #expect(try inspector(single)[0].contains("  1:6  rs"))
    }

    @Test func withoutAMemoTheDefinitionStandsUnderIt() throws {
        let rows = try inspector(focused())
        #expect(rows[1].hasPrefix("   Any account of block funding: its size, history, security or limits."))
        #expect(rows[0].contains("│ Include: limits on growth."))
        #expect(rows[1].contains("│ tariff talk."))
    }

    @Test func aLongMemoIsWrappedAndThenCut() throws {
        let memo = (1...60).map { "word\($0)" }.joined(separator: " ")
        let rows = try inspector(focused(memo: memo))
        #expect(rows.count == 3)
        #expect(rows[0].contains("memo: “word1 word2"))
        #expect(rows[2].split(separator: "│")[0].contains("…"))
        #expect(rows[0].contains("│ Any account of"))
        let low = try inspector(focused(memo: memo, rows: 24))
        #expect(low.count == 2)
    }

    @Test func theRuleOfTheMarginGoesOnBesideIt() throws {
        let bench = try focused()
        let geometry = try bench.screen.geometry
        let rule = try #require(geometry.bottomRule)
        let column = try #require(geometry.margin).lowerBound - 1
        #expect(bench.surface[rule, column].text == "┤")
        #expect(bench.lines[rule].hasSuffix("┤ BC Block contracts"))
        for row in geometry.inspector { #expect(bench.surface[row, column].text == "│") }
    }

    @Test func withoutAFocusItSaysWhatToDo() throws {
        var bench = try Bench(rows: 40, columns: 120)
        #expect(try inspector(bench)[0].contains("Nothing is coded here yet. s selects the sentence at the cursor"))
        try bench.press("s")
        #expect(try inspector(bench)[0].contains("c chooses a code for the selection"))
        try bench.press("c b c Enter e")
        #expect(try inspector(bench)[0].contains("Motions change where BC ends"))
        try bench.press("Esc G")
        #expect(try inspector(bench)[0].contains("No coding at the cursor. ] goes to the next one."))
    }

    @Test(arguments: [
        ("one two three", 20, 3, ["one two three"]),
        ("one two three", 7, 3, ["one two", "three"]),
        ("one two three four", 7, 2, ["one two", "three …"]),
        ("一二三四五", 4, 2, ["一二", "三…"]),
        ("", 10, 2, []),
        ("one", 0, 2, []),
        ("one\ntwo", 10, 2, ["one", "two"]),
    ])
    func proseIsBrokenAndCut(_ text: String, _ columns: Int, _ most: Int, _ expected: [String]) {
        let rows = paragraph(text, columns: columns, atMost: most, ellipsis: "…")
        #expect(rows == expected)
        #expect(rows.allSatisfy { displayWidth(of: $0) <= columns })
    }

    @Test(arguments: [(0, "1 Jan 1970"), (1_700_000_000, "14 Nov 2023"), (1_799_020_800, "4 Jan 2027")])
    func daysAreWrittenAsPeopleDo(_ seconds: Int64, _ expected: String) {
        #expect(Moment(secondsSince1970: seconds).shortDay == expected)
    }
}
