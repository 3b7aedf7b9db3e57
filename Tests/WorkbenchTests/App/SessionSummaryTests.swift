// What a session came to.

import CodingCore
import Testing

@testable import Workbench

@MainActor
@Suite struct SessionSummaryTests {
    private func summary(_ bench: Bench, minutes: Int = 12) throws -> SessionSummary {
        try #require(bench.state.summary(minutes: minutes))
    }

    @Test func nothingWasDoneWhereNoDocumentWasOnScreen() throws {
        #expect(try Bench().state.summary(minutes: 3) == nil)
    }

    @Test func passagesCodesAndMemosAreCounted() throws {
        var bench = try Bench()
        bench.state.noteSeen()
        try bench.press("s c v w Enter . ) s c b c Enter ) s c v w Enter m")
        try bench.type("about the contract")
        try bench.press("Enter")
        let summary = try summary(bench)
        #expect(summary.passages == 3)
        #expect(summary.newCodes == 2)
        #expect(summary.memos == 1)
        #expect(summary.documents == 1)
        #expect(summary.sentence.hasPrefix("In 12 minutes: 3 passages coded, 2 new codes, 1 memo; "))
        #expect(summary.sentence.hasSuffix(" of 1 document seen."))
    }

    @Test func whoWantsNoSummaryByTheEndGetsNone() throws {
        var bench = try Bench()
        bench.state.noteSeen()
        try bench.press(":")
        try bench.type("set summary off")
        try bench.press("Enter")
        #expect(bench.state.summary(minutes: 12) == nil)
        try bench.press(":")
        try bench.type("set summary on")
        try bench.press("Enter")
        #expect(bench.state.summary(minutes: 12) != nil)
    }

    @Test func whatWasTakenBackDoesNotCount() throws {
        var bench = try Bench()
        bench.state.noteSeen()
        try bench.press("s c v w Enter u")
        #expect(try summary(bench).passages == 0)
        #expect(try summary(bench).newCodes == 0)
        try bench.press("U")
        #expect(try summary(bench).passages == 1)
        try bench.press("x")
        #expect(try summary(bench).passages == 0)
    }

    @Test func twoCodesOnOnePassageAreOnePassage() throws {
        var bench = try Bench()
        try bench.press("s c v w Enter s c b c Enter")
        #expect(try summary(bench).passages == 1)
        #expect(try summary(bench).newCodes == 2)
    }

    @Test func codesUsedBeforeAreNotNew() throws {
        var bench = try Bench(others: [("rs", "nobody minds", "vw"), ("ag", "a target", "bc")])
        bench.state.tally = SessionTally(study: bench.state.study, coder: bench.state.coder)
        try bench.press("s c v w Enter ) s c b c Enter")
        #expect(try summary(bench).newCodes == 1)
    }

    @Test func linesCountOnceHoweverOftenTheyWereOnScreen() throws {
        var bench = try Bench(WindowTests.hundred)
        try bench.press("g g")
        bench.state.noteSeen()
        let first = try summary(bench).lines
        #expect(try first == bench.screen.geometry.textRows)
        bench.state.noteSeen()
        #expect(try summary(bench).lines == first)
        try bench.press("Space")
        bench.state.noteSeen()
        #expect(try summary(bench).lines == 2 * first - 1)
        try bench.press("G")
        bench.state.noteSeen()
        #expect(try summary(bench).lines < 100, "what was jumped over was not read")
    }

    @Test func aBlankScreenShowsNothingToRead() throws {
        var bench = try Bench()
        try bench.press("F9")
        bench.state.noteSeen()
        #expect(bench.state.summary(minutes: 1) == nil)
    }

    @Test func shortSessionsSpeakOfNoMinutes() throws {
        var bench = try Bench("B07: One.")
        bench.state.noteSeen()
        #expect(try summary(bench, minutes: 0).sentence == "This session: 1 line of 1 document seen.")
        #expect(try summary(bench, minutes: 1).sentence == "In 1 minute: 1 line of 1 document seen.")
        #expect(try summary(bench, minutes: -5).minutes == 0)
    }
}
