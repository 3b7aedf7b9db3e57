// Codes made while coding: from a typed name, from the words themselves, and what happens when they cannot be made.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct PickerCreateTests {
    private static let passage = "How did the block contract come about?"

    @Test func whatWasTypedBecomesACodeAndIsApplied() throws {
        var bench = try Bench()
        try bench.press("s c")
        try bench.type("Paid  for nothing ")
        try bench.press("Enter")
        let code = try #require(bench.state.study.codebook[slug("rs/paid-for-nothing")])
        #expect(code.name == "Paid for nothing")
        #expect(code.status == .proposed)
        #expect(code.origin == "inductive")
        #expect(bench.codings == ["rs \(code.tag) \(Self.passage)"])
        #expect(bench.said == "made \(code.tag), coded B07:3 \(code.tag) Paid for nothing · u undoes")
    }

    /// With a Cyrillic letter; the two stay two, and it is said.
    @Test func aNameThatLooksLikeAnotherIsMadeAndWarnedOf() throws {
        var bench = try Bench()
        try bench.press("s c")
        try bench.type("Vіrtual wards")
        try bench.press("Enter")
        let code = try #require(bench.state.study.codebook.codes.last)
        #expect(code.name.utf8.elementsEqual("Vіrtual wards".utf8))
        #expect(bench.said.contains("made \(code.tag), whose name looks like that of VW, coded B07:3"))
    }

    @Test func undoTakesTheCodingBackAndTheCodeStays() throws {
        var bench = try Bench()
        try bench.press("s c")
        try bench.type("trust")
        try bench.press("Enter u")
        #expect(bench.codings.isEmpty)
        #expect(bench.said == "undid “code TR” in B07 · U brings it back")
        try bench.press(") s c t r Enter")
        #expect(bench.codings == ["rs TR Well, it was before my time."])
    }

    @Test func theRowOfTheNewCodeSaysWhereItGoes() throws {
        var bench = try Bench()
        try bench.press("s c")
        #expect(bench.picture.contains("+ create a code: type its name"))
        try bench.type("blo")
        #expect(bench.picture.contains("+ create “blo” (under: Contracting)"))
        try bench.press("Ctrl-N")
        let code = try #require(bench.state.study.codebook[slug("rs/blo")])
        #expect(code.parent == slug("contracting"))
        #expect(bench.codings.first?.hasPrefix("rs \(code.tag) ") == true)
    }

    @Test func aDefinitionThatAnswersSaysNothingOfTheCategory() throws {
        var bench = try Bench()
        try bench.press("s c")
        try bench.type("history")
        #expect(bench.picker?.chosen?.name == "Block contracts")
        #expect(bench.picture.contains("+ create “history”  "))
        #expect(!bench.picture.contains("under:"))
    }

    @Test func theRowsAreReachedUpwards() throws {
        var bench = try Bench()
        try bench.press("s c b Up")
        #expect(bench.picker?.chosenAddition == .inVivo)
        try bench.press("Up")
        #expect(bench.picker?.chosenAddition == .create)
        #expect(
            bench.picture.contains("Makes “b” under Contracting: your proposal until it is adopted.")
        )
        try bench.press("Enter")
        #expect(bench.state.study.codebook[slug("rs/b")] != nil)
    }

    @Test(arguments: ["Enter", "Ctrl-N"]) func whileCodesAreUnknownNoneIsMade(key: String) throws {
        let unread = Codebook(title: "", version: "", codes: Bench.codebook.codes, unreadFile: "codebooks/more.yaml")
        var bench = try Bench(codebook: unread)
        try bench.press("s c")
        #expect(!bench.picture.contains("create a code"))
        try bench.type("trust")
        try bench.press(key)
        #expect(bench.picture.contains("No code can be made: codebooks/more.yaml could not be read."))
        #expect(bench.codings == [] && bench.state.study.codebook.codes.count == unread.codes.count)
        try bench.press("Ctrl-U b c Enter")
        #expect(bench.codings == ["rs BC \(Self.passage)"], "codes that are known can be given")
    }

    @Test func whileCodesAreUnknownNoneIsMadeOfWords() throws {
        var bench = try Bench(codebook: Codebook(title: "", version: "", codes: [], unreadFile: "codebooks"))
        try bench.press("s i")
        #expect(bench.said == "No code can be made: codebooks could not be read. gloss check says why.")
        #expect(bench.codings == [])
    }

    @Test func withoutANameNothingIsMade() throws {
        var bench = try Bench()
        try bench.press("s c Ctrl-N")
        #expect(bench.picture.contains("Type the name of the new code first."))
        #expect(bench.picker != nil)
        try bench.press("Down")
        #expect(!bench.picture.contains("Type the name of the new code first."))
        try bench.press("Up Up Up Enter")
        #expect(bench.picture.contains("Type the name of the new code first."))
        #expect(bench.saved.isEmpty)
    }

    @Test func theInVivoRowNamesTheCodeByTheWords() throws {
        var bench = try Bench()
        try bench.press("s c Up Enter")
        let code = try #require(bench.state.study.codebook.codes.first { $0.isInVivo })
        #expect(code.name == "How did the block contract come about?")
        #expect(code.isInVivo)
        #expect(bench.codings.count == 1)
        try bench.press(") s c")
        #expect(bench.picture.contains("“How did the block contract"))
        #expect(bench.picture.contains("in-vivo  "))
    }

    @Test func aNewCodeJoinsTheMarkedOnes() throws {
        var bench = try Bench()
        try bench.press("s c b c Tab")
        try bench.type("trust")
        try bench.press("Enter")
        #expect(bench.codings.map { $0.prefix(5) } == ["rs BC", "rs TR"])
        #expect(bench.saved.count == 1)
        try bench.press("u")
        #expect(bench.codings.isEmpty)
    }

    @Test func aNameThatIsThereIsApplied() throws {
        var bench = try Bench()
        try bench.press("s c")
        try bench.type("virtual WARDS")
        try bench.press("Ctrl-N")
        #expect(bench.codings == ["rs VW \(Self.passage)"])
        #expect(bench.said == "“Virtual wards” was there already: coded B07:3 VW Virtual wards · u undoes")
    }

    @Test(arguments: [
        ("Contracting", "“Contracting” is a category, which only groups codes: choose another name."),
        ("old money", "“Old money” is a retired code: choose another name, or take it up again in the codebook."),
    ])
    func aNameThatCannotBeAppliedIsSaid(_ name: String, _ why: String) throws {
        let codes = Bench.codebook.codes + [Code(id: slug("old"), name: "Old money", status: .retired)]
        var bench = try Bench(columns: 120, codebook: Codebook(title: "x", version: "v1", codes: codes))
        try bench.press("s c")
        try bench.type(name)
        try bench.press("Ctrl-N")
        #expect(bench.picture.contains(why))
        #expect(bench.picker?.query.text == name, "what was typed is not lost")
        #expect(bench.saved.isEmpty)
    }

    @Test func aMergedCodesNameLeadsToItsHeir() {
        let book = Codebook(
            title: "x",
            version: "v1",
            codes: [
                Code(id: slug("new"), name: "New"),
                Code(id: slug("old"), name: "Old", status: .mergedInto(slug("new"))),
            ]
        )
        #expect(book.namesake(of: "OLD") == book[slug("new")].map { .usable($0) })
        #expect(book.namesake(of: "Older") == nil)
    }

    @Test func aCodeThatCannotBeMadeLeavesTheSelection() throws {
        var bench = try Bench()
        bench.makesCodes = false
        try bench.press("s c")
        try bench.type("trust")
        try bench.press("Enter")
        guard case .addCode(let new, beside: [], then: .apply) = bench.effects.last else {
            Issue.record("a code is asked for: \(bench.effects)")
            return
        }
        #expect(new == NewCode(name: "trust", origin: "inductive"))
        #expect(bench.codings.isEmpty)
        #expect(bench.selected == Self.passage)
        #expect(bench.picker == nil)
    }

    @Test func aProposedCodeIsMarkedInTheList() throws {
        var bench = try Bench()
        try bench.press("s c")
        try bench.type("trust")
        try bench.press("Enter ) c")
        let row = try #require(bench.lines.first { $0.contains("› TR") })
        #expect(row.contains("proposed"))
    }

    @Test func wideNamesKeepColumnsStraight() throws {
        var bench = try Bench(rows: 16, columns: 60)
        try bench.press("s c")
        try bench.type("虚拟病房的故事很长很长很长很长很长很长很长很长很长很长很长")
        try bench.expectSound()
        try bench.press("Enter")
        try bench.expectSound()
        #expect(bench.codings.count == 1)
        try bench.press(") c")
        try bench.expectSound()
    }
}
