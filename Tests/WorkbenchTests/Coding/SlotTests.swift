// The digits: which code lies on which, and how a coder decides it.

import CodingCore
import Testing

@testable import Workbench

@MainActor
@Suite struct SlotTests {
    private func slots(_ bench: Bench) -> [String] {
        bench.state.uses.slots.map { "\($0.digit) \(bench.state.study.codebook[$0.code]?.tag ?? "??")" }
    }

    private func kept(_ bench: Bench) -> [Int: CodeID]? {
        guard case .keepSlots(let slots) = bench.effects.last else { return nil }
        return slots
    }

    @Test func theCodeInFocusGoesOnADigit() throws {
        var bench = try Bench()
        try bench.press("s c v w Enter = 5")
        #expect(slots(bench) == ["5 VW"])
        #expect(bench.said == "5 is VW Virtual wards from now on: s 5 codes a sentence.")
        #expect(kept(bench) == [5: slug("virtual-wards")])
        try bench.press(") s 5")
        #expect(bench.codings.last == "rs VW Well, it was before my time.")
    }

    @Test func withoutAFocusTheCodeUsedLastIsMeant() throws {
        var bench = try Bench()
        try bench.press("s c v w Enter s c d a Enter } = 9")
        #expect(slots(bench) == ["1 VW", "9 DA"])
    }

    @Test func theCodeThatLayThereTakesAFreeDigit() throws {
        var bench = try Bench()
        try bench.press("s c v w Enter ) s c d a Enter = 1")
        #expect(slots(bench) == ["1 DA", "2 VW"])
        #expect(bench.said.hasSuffix(" VW moved to 2."))
        #expect(kept(bench) == [1: slug("data-inadequate"), 2: slug("virtual-wards")])
    }

    @Test func whenAllDigitsAreTakenTheCodeLosesItsOwn() throws {
        var uses = CodeUses(study: try Bench().state.study, coder: try #require(CoderID("rs")))
        let codes = (1...10).compactMap { CodeID("code-\($0)") }
        for code in codes { uses.remember(code) }
        #expect(uses.assign(codes[9], to: 3) == codes[2])
        #expect(uses.slots.map(\.code) == [codes[0], codes[1], codes[9]] + codes[3...8])
        uses.remember(codes[2])
        #expect(uses.code(on: 3) == codes[9], "no digit is free, so none is reshuffled")
    }

    @Test func theSameAgainChangesNothing() throws {
        var bench = try Bench()
        try bench.press("s c v w Enter = 1")
        #expect(slots(bench) == ["1 VW"])
        #expect(bench.said == "1 is VW Virtual wards from now on: s 1 codes a sentence.")
    }

    @Test func assignedDigitsComeBackBeforeTheOthersFill() throws {
        let study = try Bench(others: [("rs", "Well", "vw"), ("rs", "target", "da"), ("rs", "nobody", "bc")]).state
            .study
        let uses = CodeUses(
            study: study,
            coder: try #require(CoderID("rs")),
            assigned: [2: slug("reorganisation"), 1: slug("data-inadequate"), 12: slug("block-contracts")]
        )
        #expect(
            uses.slots.map(\.code.description) == [
                "data-inadequate", "reorganisation", "virtual-wards", "block-contracts",
            ]
        )
        #expect(uses.slots.map(\.digit) == [1, 2, 3, 4])
    }

    @Test func aRetiredCodeOnADigitSaysSo() throws {
        var bench = try Bench()
        try bench.press("s c v w Enter")
        let codes = bench.state.study.codebook.codes.map { code in
            var code = code
            if code.mnemonic == "vw" { code.status = .retired }
            return code
        }
        bench.state.study.codebook = Codebook(title: "x", version: "v2", codes: codes)
        try bench.press(") s 1")
        #expect(bench.said == "Virtual wards on 1 is retired: = puts another code there.")
        #expect(bench.codings.count == 1)
    }

    @Test func withoutAnyCodeThereIsNothingToPutThere() throws {
        var bench = try Bench()
        try bench.press("= 3")
        #expect(bench.said == "No code to put on a digit yet: c chooses one.")
        #expect(bench.effects.isEmpty)
    }

    @Test func digitsAreCountsWhileAnExtentIsOpen() throws {
        var bench = try Bench()
        try bench.press("s c v w Enter e 2 h")
        #expect(bench.state.place == .extent)
        #expect(bench.saved.count == 1)
        #expect(bench.selected == "How did the block contract come abou")
    }
}
