// `.` and the digits: the same code again in one key.

import CodingCore
import Testing

@testable import Workbench

@MainActor
@Suite struct RepeatTests {
    @Test func theDotGivesTheSentenceTheSameCodeAgain() throws {
        var bench = try Bench()
        try bench.press("s c v w Enter ) .")
        #expect(
            bench.codings == [
                "rs VW How did the block contract come about?", "rs VW Well, it was before my time.",
            ]
        )
    }

    @Test func theDotTakesASelectionWhereThereIsOne() throws {
        var bench = try Bench()
        try bench.press("s c v w Enter")
        try bench.go(to: "last year")
        try bench.press("v w w .")
        #expect(bench.codings.last == "rs VW last year's")
    }

    @Test func theDotRefusedLeavesNothingSelected() throws {
        var bench = try Bench()
        try bench.press("s c v w Enter")
        try bench.go(to: "contract come")
        try bench.press(".")
        #expect(bench.said == "Already coded: B07:3 Virtual wards.")
        #expect(try bench.screen.selection == nil)
        #expect(bench.fromCursor.hasPrefix("contract come"))
    }

    @Test func theDotDoesNotRepeatWhatWasTakenBack() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter ) s c v w Enter u . ")
        #expect(bench.codings.map { String($0.prefix(5)) } == ["rs BC", "rs BC"])
    }

    @Test func theDotKnowsTheLastCodesOfEarlierSessions() throws {
        var bench = try Bench()
        try bench.press("s c v w Enter ) s c b c Tab Backspace Backspace d a Tab Enter")
        var study = bench.state.study
        study.replaceCodings(of: try bench.screen.document.uuid, by: try bench.screen.allCodings)
        let again = AppState(size: bench.state.size, study: study, coder: bench.state.coder)
        #expect(again.repeatable.map(\.tag) == bench.state.repeatable.map(\.tag))
        #expect(again.repeatable.map(\.tag).count == 2)
    }

    @Test func theDotRepeatsTheDigitToo() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter } s c v w Enter } s 1 } .")
        #expect(bench.codings.map { String($0.prefix(5)) } == ["rs BC", "rs VW", "rs BC", "rs BC"])
    }

    @Test func digitsAreCodesInTheOrderOfTheirFirstUse() throws {
        var bench = try Bench()
        try bench.press("s c d a Enter ) s c v w Enter ) s c d a Enter")
        #expect(bench.state.uses.slots.map(\.code.description) == ["data-inadequate", "virtual-wards"])
        try bench.press(") s")
        #expect(bench.lines[23].contains("1 DA  2 VW"))
        try bench.press("2")
        #expect(bench.codings.last == "rs VW Dr. Hall said \"leave it\", so we left it.")
    }

    @Test func digitsAreCountsWhileReading() throws {
        var bench = try Bench(at: "|abcdef")
        try bench.press("2 l")
        #expect(bench.markedCursor == "ab|cdef")
        #expect(bench.codings.isEmpty)
    }

    @Test func aDigitStaysWithItsCodeWhenTheCodingIsTakenBack() throws {
        var bench = try Bench()
        try bench.press("s c d a Enter u ) s c v w Enter")
        #expect(bench.state.uses.slots.map(\.code.description) == ["data-inadequate", "virtual-wards"])
    }

    @Test func thereAreNineDigits() throws {
        var uses = CodeUses(study: try Bench().state.study, coder: try #require(CoderID("rs")))
        let codes = (1...12).compactMap { CodeID("code-\($0)") }
        for code in codes + codes.reversed() { uses.remember(code) }
        #expect(uses.slots.map(\.code) == Array(codes.prefix(9)))
    }

    @Test func digitsComeBackFromOnesOwnCodingsOnly() throws {
        var bench = try Bench(others: [
            ("ag", "How did", "bc"), ("rs", "Well", "vw"), ("ag", "Dr. Hall", "reo"), ("rs", "target", "da"),
            ("rs", "nobody", "vw"),
        ])
        let uses = CodeUses(study: bench.state.study, coder: bench.state.coder)
        #expect(uses.slots.map(\.code.description) == ["virtual-wards", "data-inadequate"])
        let counts = CodeUses.counts(in: bench.state.study)
        #expect(CodeID("virtual-wards").flatMap { counts[$0] } == 2)
        #expect(CodeID("block-contracts").flatMap { counts[$0] } == 1)
        try bench.press("s c")
        #expect(bench.picker?.uses == counts)
    }

    @Test func usesFollowUncodingAndUndo() throws {
        var bench = try Bench()
        func uses(_ code: String) -> Int { CodeID(code).flatMap { bench.picker?.uses[$0] } ?? 0 }
        try bench.press("s c b c Enter c")
        #expect(uses("block-contracts") == 1)
        try bench.press("Esc Esc x c")
        #expect(uses("block-contracts") == 0)
        try bench.press("Esc Esc u c")
        #expect(uses("block-contracts") == 1)
        try bench.press("Esc Esc u c")
        #expect(uses("block-contracts") == 0)
    }

    @Test func whatWasUsedLatelyIsClosestAtHand() throws {
        var uses = CodeUses(study: try Bench().state.study, coder: try #require(CoderID("rs")))
        let (old, new) = (try #require(CodeID("old")), try #require(CodeID("new")))
        for _ in 0..<3 { uses.remember(old) }
        #expect(uses.frecency()[new] == nil)
        for _ in 0..<3 { uses.remember(new) }
        var scores = uses.frecency()
        #expect(scores[new, default: 0] > scores[old, default: 0])
        for _ in 0..<40 { uses.remember(old) }
        scores = uses.frecency()
        #expect(scores[old, default: 0] > scores[new, default: 0])
    }
}
