// `i`: a code named by the participant's own words.

import CodingCore
import Testing

@testable import Workbench

@MainActor
@Suite struct InVivoTests {
    private func select(_ quote: String, _ bench: inout Bench) throws {
        let span = try #require(bench.screen.transcript.text.occurrences(of: quote).first)
        bench.state.coding?.select(span, unit: .free)
    }

    @Test func theSelectedWordsNameTheCodeAndGetIt() throws {
        var bench = try Bench()
        try select("before my time", &bench)
        try bench.press("i")
        #expect(bench.codings == ["rs BE before my time"])
        let code = try #require(bench.state.study.codebook[slug("rs/before-my-time")])
        #expect(code.name == "before my time")
        #expect(code.origin == "in-vivo")
        #expect(code.parent == nil)
        #expect(bench.said == "made BE, coded B07:5 BE before my time · u undoes")
        #expect(bench.state.place == .read)
        #expect(bench.saved.count == 1)
    }

    @Test func withoutASelectionTheWordAtTheCursorIsTaken() throws {
        var bench = try Bench()
        try bench.go(to: "figures")
        try bench.press("l l i")
        #expect(bench.codings == ["rs FI figures"])
    }

    @Test func theSameWordsAgainAreTheSameCode() throws {
        var bench = try Bench("B07: Beds, always beds.\n\nB07: BEDS again.\n")
        try bench.go(to: "Beds")
        try bench.press("i")
        try bench.go(to: "BEDS")
        try bench.press("i")
        #expect(bench.codings == ["rs BE Beds", "rs BE BEDS"])
        #expect(bench.state.study.codebook.codes.count { $0.isInVivo } == 1)
        #expect(bench.said == "“Beds” was there already: coded B07:3 BE Beds · u undoes")
        try bench.press("i")
        #expect(bench.said == "Already coded: B07:3 Beds.")
        #expect(bench.codings.count == 2)
        #expect(try bench.screen.selection == nil, "a refusal leaves nothing selected that nobody selected")
    }

    @Test func whereThereIsNoWordThereIsNoName() throws {
        var bench = try Bench("B07: One — two.\n")
        try bench.go(to: "—")
        try bench.press("i")
        #expect(bench.said == "No word here to name a code by: s, t or v selects some.")
        #expect(bench.codings.isEmpty)
        #expect(bench.fromCursor.hasPrefix("—"))
        try bench.press("v i")
        #expect(bench.said == "No word here to name a code by: s, t or v selects some.")
        #expect(bench.state.place == .select)
    }

    @Test func theDotGivesTheNewCodeAgain() throws {
        var bench = try Bench()
        try bench.go(to: "nobody")
        try bench.press("i ) .")
        #expect(bench.codings.last?.hasPrefix("rs NO Dr. Hall") == true)
    }

    @Test func aCodeOfTheCodebookWithTheseWordsIsTaken() throws {
        var bench = try Bench()
        try select("virtual ward?", &bench)
        let code = Code(id: slug("ward"), name: "Virtual ward?", mnemonic: "wa")
        bench.state.study.codebook = bench.state.study.codebook.adding(code)
        let codebook = bench.state.study.codebook
        bench.state.coding?.take(codebook)
        try bench.press("i")
        #expect(bench.codings == ["rs WA virtual ward?"])
    }
}
