// Layers: everyone's codings or one's own, and what follows from what is shown.

import CodingCore
import Testing

@testable import Workbench

@MainActor
@Suite struct LayerTests {
    private func mixed() throws -> Bench {
        try Bench(others: [("ag", "How did the block", "bc"), ("rs", "the block", "vw"), ("bw", "the block", "da")])
    }

    @Test func everyonesCodingsAreShownAtFirst() throws {
        let bench = try mixed()
        #expect(try bench.screen.shown.count == 3)
        #expect(bench.lines[20].contains("BC Block contracts · ag"))
        #expect(bench.status.hasSuffix("rs · saved"))
    }

    @Test func onesOwnAloneAndBack() throws {
        var bench = try mixed()
        try bench.press("A")
        #expect(try bench.screen.shown.map(\.coder.description) == ["rs"])
        #expect(bench.said == "Only your own codings are shown; 2 codings of other coders not: A shows them.")
        #expect(!bench.lines[20].contains("ag"))
        try bench.press("l")
        #expect(bench.status.contains("rs only"))
        try bench.press("A")
        #expect(try bench.screen.shown.count == 3)
        #expect(bench.said == "Everyone's codings are shown; 2 codings of other coders among them.")
    }

    @Test func whoCodesAloneIsToldSo() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter A")
        #expect(bench.said == "Only your own codings are shown; nobody else has coded here.")
        try bench.press("A")
        #expect(bench.said == "Everyone's codings are shown; nobody else has coded here.")
    }

    @Test func whatIsNotShownIsNotInFocusAndNotGoneTo() throws {
        var bench = try mixed()
        try bench.press("A g g ]")
        #expect(bench.fromCursor.hasPrefix("the block"))
        try bench.press("Tab")
        #expect(bench.said == "Only one coding here: Virtual wards.")
        try bench.press("]")
        #expect(bench.said == "No coding begins after this place.")
        try bench.go(to: "How did")
        try bench.press("x")
        #expect(bench.said == "No coding at the cursor to uncode; ] goes to the next one.")
    }

    @Test func theShareCodedIsThatOfWhatIsShown() throws {
        var bench = try mixed()
        let all = try #require(bench.screen.shareCoded)
        try bench.press("A")
        let mine = try #require(bench.screen.shareCoded)
        #expect(mine < all)
    }

    @Test func aSelectionOutlivesTheChange() throws {
        var bench = try mixed()
        try bench.press("s A")
        #expect(bench.selected == "How did the block contract come about?")
        #expect(bench.state.place == .select)
    }

    @Test func whatIsCodedWhileOthersAreHiddenIsShown() throws {
        var bench = try mixed()
        try bench.press("A s c v w Enter")
        #expect(try bench.screen.shown.count == 2)
        #expect(try bench.screen.layer == .mine)
    }

    @Test func lanesAreThoseOfWhatIsShown() throws {
        var bench = try mixed()
        #expect(try bench.screen.lanes.count == 3)
        try bench.press("A")
        #expect(try bench.screen.lanes.count == 1)
    }
}
