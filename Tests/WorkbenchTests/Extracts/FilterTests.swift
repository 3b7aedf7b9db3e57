// The filter of the extracts: typed, understood or not, and asked of texts that have to be read first.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct FilterTests {
    private func extracts(_ code: String = "bc", _ texts: [ListBench.Text] = ListBench.texts) throws -> ListBench {
        var bench = try ListBench(texts)
        try bench.press("g e")
        try bench.type(code)
        try bench.press("Enter")
        return bench
    }

    @Test(arguments: [
        ("site:C", ["rs C03 BC We are paid the same whatever we do"]),
        ("doubt:yes", ["rs C03 BC We are paid the same whatever we do"]),
        ("coder:ag", ["ag B07 BC plan with last year's figures, and nobody minds!"]),
        ("memo:\"who says\"", ["rs C03 BC We are paid the same whatever we do"]),
        ("text:minds", ["ag B07 BC plan with last year's figures, and nobody minds!"]),
        ("not text:minds", ["rs C03 BC We are paid the same whatever we do"]),
        (
            "role:nurse or doc:C03",
            [
                "ag B07 BC plan with last year's figures, and nobody minds!",
                "rs C03 BC We are paid the same whatever we do",
            ]
        ),
        ("star:3", []),
    ])
    func aQueryLeavesOutWhatItDoesNotTake(_ query: String, _ wanted: [String]) throws {
        var bench = try extracts()
        try bench.press("f")
        try bench.type(query)
        try bench.press("Enter")
        #expect(bench.listed == wanted)
        #expect(bench.lines[0].contains("filter:") || bench.lines[0].contains(" of 2 in"))
        bench.expectSound()
    }

    @Test func anEmptyLineTakesTheFilterAway() throws {
        var bench = try extracts()
        try bench.press("f")
        try bench.type("site:C")
        try bench.press("Enter f")
        guard case .filter(let filter) = bench.state.overlay else {
            Issue.record("the line is open")
            return
        }
        #expect(filter.line.text == "site:C", "the filter can be changed")
        try bench.press("Ctrl-U Enter")
        #expect(bench.state.extracts?.filter == nil)
        #expect(bench.listed.count == 2)
    }

    @Test func whatIsNotUnderstoodIsSaidWithItsPlaceAndCanBeMended() throws {
        var bench = try extracts()
        try bench.press("f")
        try bench.type("site:C colour:red")
        try bench.press("Enter")
        #expect(bench.listed.count == 2)
        let row = try #require(bench.lines.firstIndex { $0.contains("filter: site:C colour:red") })
        let before = bench.lines[row].split(separator: "colour")[0].count
        #expect(bench.lines[row + 1] == String(repeating: " ", count: before) + "^", "under the word")
        #expect(bench.lines[row + 2].contains("there is no attribute or term ‘colour’"))
        try bench.press("Backspace")
        #expect(!bench.picture.contains("there is no attribute"))
        try bench.press("Ctrl-W Enter")
        #expect(bench.listed.count == 1)
    }

    @Test func escLeavesTheFilterAsItWas() throws {
        var bench = try extracts()
        try bench.press("f")
        try bench.type("site:C")
        try bench.press("Enter f")
        try bench.type(" nonsense")
        try bench.press("Esc")
        #expect(bench.state.extracts?.filter?.source == "site:C")
        #expect(bench.state.overlay == nil)
    }

    @Test func aValueThatNothingHasIsRemarked() throws {
        var bench = try extracts()
        try bench.press("f")
        try bench.type("site:Z")
        try bench.press("Enter")
        #expect(bench.said == "Nothing has site ‘Z’; there is A, B, C.")
        #expect(bench.picture.contains("None of 2 extracts passes the filter"))
    }

    @Test func theListFollowsActsUnderAFilter() throws {
        var bench = try extracts()
        try bench.press("f")
        try bench.type("doubt:yes")
        try bench.press("Enter !")
        #expect(bench.listed.isEmpty)
        try bench.press("u")
        #expect(bench.listed.count == 1)
    }

    @Test func aTextThatCannotBeReadIsJudgedByItsQuotes() throws {
        var texts = ListBench.texts
        texts[1].isReadable = false
        var bench = try extracts("bc", texts)
        try bench.press("f")
        try bench.type("text:minds")
        try bench.press("Enter")
        #expect(bench.listed == ["ag B07 BC plan with last year's figures, and nobody minds!"])
        #expect(bench.picture.contains("the filter sees only quotes"))
    }

    @Test func pastedLinesBecomeOne() throws {
        var bench = try extracts()
        try bench.press("f")
        try bench.send(.paste("site:C\ndoubt:yes"))
        try bench.press("Enter")
        #expect(bench.state.extracts?.filter?.source == "site:C doubt:yes")
    }
}
