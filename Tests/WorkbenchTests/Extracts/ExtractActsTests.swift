// Acts on extracts: in documents that are not open as well, with undo, and never on another coder's codings.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct ExtractActsTests {
    private func extracts(_ code: String) throws -> ListBench {
        var bench = try ListBench()
        try bench.press("g e")
        try bench.type(code)
        try bench.press("Enter")
        return bench
    }

    @Test func uncodingTakesTheRowAwayAndUndoBringsItBack() throws {
        var bench = try extracts("da")
        try bench.press("x")
        #expect(bench.listed == ["rs C03 DA the figures that we do have are last year's"])
        #expect(bench.said.hasPrefix("uncoded B07:5–6 DA Inadequate data"))
        #expect(bench.lines[0].contains("1 in 1 document"))
        try bench.press("u")
        #expect(bench.state.screen == .extracts, "one stays in the list")
        #expect(bench.listed.count == 2)
        #expect(bench.said.hasPrefix("undid “uncode"))
        try bench.press("U")
        #expect(bench.listed.count == 1)
        #expect(bench.study.saved.count == 3)
    }

    @Test func recodingMovesTheRowToTheOtherList() throws {
        var bench = try extracts("da")
        try bench.press("r")
        #expect(bench.picture.contains("recode DA Inadequate data"))
        try bench.type("reo")
        try bench.press("Enter")
        #expect(bench.listed == ["rs C03 DA the figures that we do have are last year's"])
        #expect(bench.codings.contains("rs B07 REO We plan with last year's figures"))
        try bench.press("u")
        #expect(bench.listed.count == 2)
    }

    @Test func starAndDoubtStandOnTheRow() throws {
        var bench = try extracts("da")
        try bench.press("* *")
        #expect(bench.pointedFacts.contains("2 stars"))
        try bench.press("!")
        #expect(bench.pointedFacts.contains("?"))
        try bench.press("! * *")
        #expect(!bench.pointedFacts.contains("?"))
        #expect(!bench.pointedFacts.contains("star"))
    }

    @Test func aMemoIsWrittenUnderTheList() throws {
        var bench = try extracts("da")
        try bench.press("m")
        #expect(bench.picture.contains("memo on DA B07:"))
        #expect(bench.picture.contains("[We plan with"), "the extract stays in sight")
        try bench.type("Is it so?")
        try bench.press("Enter")
        #expect(bench.state.extracts?.chosen?.coding.memo == "Is it so?")
        try bench.press("g g")
        #expect(bench.status.contains("memo: “Is it so?”"))
    }

    @Test(arguments: ["x", "r", "m", "*", "!"])
    func anotherCodersCodingIsRefused(_ key: String) throws {
        var bench = try extracts("reo")
        try bench.press(key)
        #expect(bench.said == "Reorganisation here is ag's coding, and you are rs: layers stay apart, so code it anew.")
        #expect(bench.study.saved.isEmpty)
        #expect(bench.state.overlay == nil)
    }

    @Test func actsInTheOpenDocumentShowThereAndHere() throws {
        var bench = try ListBench()
        try bench.press("j Enter g g ] g e")
        #expect(bench.state.coding?.codings.count == 3)
        try bench.press("x")
        #expect(bench.state.coding?.codings.count == 2)
        #expect(bench.listed.count == 1)
        try bench.press("u")
        #expect(bench.state.coding?.codings.count == 3)
        #expect(bench.listed.count == 2)
    }

    @Test func whatIsCodedInTheTextIsInTheListAfterwards() throws {
        var bench = try extracts("vw")
        try bench.press("Enter g g ) ) s c")
        try bench.type("vw")
        try bench.press("Enter")
        #expect(bench.state.screen == .coding)
        try bench.press("q")
        #expect(bench.listed.count == 2)
        #expect(
            bench.state.extracts?.chosen?.coding.anchor.quote == "It has beds, staff and a target.",
            "the pointer stays"
        )
    }

    @Test func whatOthersWroteMeanwhileComesAlong() throws {
        var bench = try extracts("da")
        let text = CanonicalText(Bench.interview)
        let document = bench.state.study.documents[1]
        let other = try Bench.line(
            CodingEdit(
                coder: try #require(CoderID("ag")),
                at: Moment(secondsSince1970: ListBench.now),
                newID: { .version7(milliseconds: 77, random: (77, 77)) },
                sha256: sha256
            ),
            code: "da",
            on: "nobody minds",
            in: text.string(in: text.wholeSpan),
            of: document
        )
        bench.study.arrived = other.operations
        try bench.press("*")
        #expect(bench.listed.contains("ag B07 DA nobody minds"))
    }

    @Test func aSaveThatFailsChangesNothing() throws {
        var bench = try extracts("da")
        bench.study.savingFails = "The disk is full."
        try bench.press("x")
        #expect(bench.listed.count == 2)
        #expect(bench.said.contains("NOT SAVED: The disk is full."))
        bench.study.keepsUnsaved = true
        try bench.press("x")
        #expect(bench.listed.count == 1, "a line kept in memory is on the screen like any other")
        #expect(bench.lines[0].contains("UNSAVED 1"))
    }

    @Test func copyingTakesTheWordsAndTheirPlace() throws {
        var bench = try extracts("da")
        try bench.press("j y")
        let copied = try #require(bench.study.copies.last)
        #expect(copied == "“the figures that we do have are last year's” (C03:5–6)")
        #expect(bench.said.hasPrefix("copied C03:"))
    }

    @Test func layersAreShownApart() throws {
        var bench = try extracts("bc")
        try bench.press("A")
        #expect(bench.listed == ["rs C03 BC We are paid the same whatever we do"])
        #expect(bench.lines[0].contains("1 of 2 in 1"))
        #expect(bench.lines[0].hasSuffix("rs only"))
        try bench.press("A")
        #expect(bench.listed.count == 2)
    }

    // MARK: Several at once

    @Test func markedExtractsAreUncodedAsOneAct() throws {
        var bench = try extracts("da")
        try bench.press("Space Space")
        #expect(bench.lines[0].contains("2 marked"))
        #expect(bench.lines.count { $0.contains("•") } == 2)
        try bench.press("x")
        #expect(bench.listed.isEmpty)
        #expect(bench.said == "uncoded 2 codings in 2 documents · u undoes")
        #expect(bench.study.saved.count == 2, "a line in each log")
        #expect(Set(bench.study.saved.map(\.act)).count == 1)
        #expect(bench.study.saved.allSatisfy { $0.logs == 2 })
        try bench.press("u")
        #expect(bench.listed.count == 2)
        #expect(bench.said.hasPrefix("undid “uncode"))
        try bench.press("U")
        #expect(bench.listed.isEmpty)
    }

    @Test func markedExtractsAreRecodedAsOneAct() throws {
        var bench = try extracts("da")
        try bench.press("Space Space r")
        #expect(bench.picture.contains("recode 2 marked extracts"))
        try bench.type("reo")
        try bench.press("Enter")
        #expect(bench.listed.isEmpty)
        #expect(bench.codings.count { $0.contains("rs") && $0.contains("REO") } == 2)
        try bench.press("u")
        #expect(bench.listed.count == 2)
    }

    @Test func starsAndDoubtsBecomeTheSame() throws {
        var bench = try extracts("da")
        try bench.press("* Space Space !")
        #expect(bench.state.extracts?.entries.allSatisfy(\.coding.doubt) == true)
        try bench.press("g g Space Space *")
        #expect(bench.state.extracts?.entries.map(\.coding.star) == [2, 2])
        try bench.press("g g Space Space !")
        #expect(bench.state.extracts?.entries.contains(where: \.coding.doubt) == false)
        #expect(bench.state.extracts?.marked.isEmpty == true, "an act takes the marks away")
    }

    @Test func marksAreTakenAwayOneByOneAndAllAtOnce() throws {
        var bench = try extracts("da")
        try bench.press("Space k Space")
        #expect(bench.state.extracts?.marked.isEmpty == true)
        try bench.press("Space Esc")
        #expect(bench.state.extracts?.marked.isEmpty == true)
        #expect(bench.state.screen == .extracts)
    }

    @Test func whatIsNotMineAmongTheMarkedIsRefused() throws {
        var bench = try extracts("bc")
        try bench.press("Space Space x")
        #expect(bench.said == "1 of the 2 marked are not yours: layers stay apart.")
        #expect(bench.study.saved.isEmpty)
        #expect(bench.state.extracts?.marked.count == 2)
    }

    @Test func anActOfSeveralThatFailsChangesNothing() throws {
        var bench = try extracts("da")
        bench.study.savingFails = "The disk is full."
        try bench.press("Space Space x")
        #expect(bench.listed.count == 2)
        #expect(bench.said == "NOT SAVED: The disk is full.")
    }

    @Test func anActOfSeveralShowsInTheOpenDocument() throws {
        var bench = try ListBench()
        try bench.press("j Enter g g ] g e Space Space x")
        #expect(bench.state.coding?.codings.count == 2)
        try bench.press("u")
        #expect(bench.state.coding?.codings.count == 3)
        #expect(bench.listed.count == 2)
    }
}

extension ListBench {
    /// What is said of the chosen extract.
    fileprivate var pointedFacts: String {
        guard let extracts = state.extracts, let chosen = extracts.chosen else { return "" }
        return state.facts(of: chosen, in: extracts).line(dot: "·")
    }
}
