// `e`: how far a coding goes, changed like a selection.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct ExtentTests {
    private func coded() throws -> Bench {
        var bench = try Bench()
        try bench.go(to: "We plan")
        try bench.press("s c b c Enter")
        return bench
    }

    @Test func theCodingBecomesASelectionAgain() throws {
        var bench = try coded()
        try bench.press("e")
        #expect(bench.state.place == .extent)
        #expect(bench.selected == "We plan with last year's figures, and nobody minds!")
        #expect(bench.status.contains("EXTENT BC Block contracts · 10 words"))
        #expect(bench.saved.count == 1)
    }

    @Test func motionsMoveTheEndAndEnterKeepsIt() throws {
        var bench = try coded()
        let id = try #require(bench.screen.codings.first?.id)
        try bench.press("e b b b b Enter")
        #expect(bench.codings == ["rs BC We plan with last year's figures"])
        #expect(bench.said == "B07:5–6 BC Block contracts goes over B07:5–6 now, 7 words · u undoes")
        #expect(bench.state.place == .read)
        #expect(try bench.screen.focus?.id == id)
        guard case .set(let on, let replaces, let changes) = bench.saved[1].operations[0].body else {
            Issue.record("the extent is set")
            return
        }
        #expect(on == id)
        #expect(replaces == [.span: [id]])
        #expect(changes.fields == [.span])
        #expect(changes.anchor?.quote == "We plan with last year's figures")
        #expect(changes.anchor?.version == (try bench.screen.version))
    }

    @Test func theOtherEndMovesToo() throws {
        var bench = try coded()
        try bench.press("e o w w Enter")
        #expect(bench.codings == ["rs BC with last year's figures, and nobody minds!"])
        #expect(bench.fromCursor.hasPrefix("with last"))
    }

    @Test func undoBringsTheOldExtentBack() throws {
        var bench = try coded()
        try bench.press("e ) Enter u")
        #expect(bench.codings == ["rs BC We plan with last year's figures, and nobody minds!"])
        #expect(bench.said == "undid “extent BC” in B07 · U brings it back")
        try bench.press("g g U")
        #expect(bench.fromCursor.hasPrefix("We plan"))
    }

    @Test(arguments: ["Esc", "q"])
    func leavingLeavesItAsItWas(_ key: String) throws {
        var bench = try coded()
        try bench.press("e o b b b \(key)")
        #expect(bench.codings == ["rs BC We plan with last year's figures, and nobody minds!"])
        #expect(bench.saved.count == 1)
        #expect(bench.state.place == .read)
        #expect(bench.fromCursor.hasPrefix("We plan"))
        try bench.press("s")
        #expect(bench.state.place == .select, "the next selection is one like any other")
    }

    @Test func theSameExtentWritesNothing() throws {
        var bench = try coded()
        try bench.press("e Enter")
        #expect(bench.saved.count == 1)
        #expect(bench.said == "The extent is as it was.")
        #expect(bench.state.place == .read)
    }

    @Test func blanksAtTheEndsCountForNothing() throws {
        var bench = try coded()
        try bench.press("e l Enter")
        #expect(bench.saved.count == 1)
        #expect(bench.said == "The extent is as it was.")
    }

    @Test func wordsCodedTheSameAlreadyAreSaid() throws {
        var bench = try coded()
        try bench.go(to: "last year")
        try bench.press("v w w c b c Enter")
        try bench.go(to: "We plan")
        try bench.press("e")
        let before = try #require(bench.selected)
        try bench.press("o w w w")
        let after = try #require(bench.selected)
        #expect(before.hasSuffix(after))
        let smaller = try #require(bench.screen.codings.last?.span)
        bench.state.coding?.select(smaller, unit: .free)
        try bench.press("Enter")
        #expect(bench.said == "You coded exactly these words BC Block contracts already: choose others, or Esc.")
        #expect(bench.state.place == .extent, "the extent stays open")
        #expect(bench.saved.count == 2)
    }

    @Test func unitsGrowAndShrinkIt() throws {
        var bench = try coded()
        try bench.press("e v")
        #expect(bench.selected?.hasPrefix("Well, it was") == true)
        #expect(bench.state.place == .extent)
        try bench.press("V")
        #expect(bench.selected == "We plan with last year's figures, and nobody minds!")
        try bench.press("t Enter")
        #expect(bench.codings.first?.hasPrefix("rs BC Well, it was") == true)
    }

    @Test(arguments: [
        ("c", "c (code) does nothing here: Enter keeps the extent first, Esc leaves it as it was."),
        ("x", "x (uncode) does nothing here: Enter keeps the extent first, Esc leaves it as it was."),
        (".", ". (again) does nothing here: Enter keeps the extent first, Esc leaves it as it was."),
    ])
    func nothingElseIsCodedMeanwhile(_ key: String, _ why: String) throws {
        var bench = try coded()
        try bench.press("e \(key)")
        #expect(bench.said == why)
        #expect(bench.state.place == .extent)
        #expect(bench.saved.count == 1)
    }

    @Test func anExtentOverAMemoKeepsTheMemo() throws {
        var bench = try coded()
        try bench.press("m")
        try bench.type("why")
        try bench.press("Enter * e ) Enter")
        let coding = try #require(bench.screen.codings.first)
        #expect(coding.memo == "why")
        #expect(coding.star == 1)
        #expect(try bench.screen.transcript.text.string(in: coding.span).hasPrefix("We plan"))
    }
}
