// What stands beside the text: names, the code in focus, the codebook, or nothing; one code in the spotlight.

import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct PaneTests {
    private func bench(rows: Int = 40, columns: Int = 120) throws -> Bench {
        var bench = try Bench(
            rows: rows,
            columns: columns,
            others: [
                ("rs", "How did the block contract", "bc"), ("ag", "the block", "da"), ("rs", "And the virtual", "vw"),
                ("ag", "beds, staff", "bc"),
            ]
        )
        try bench.go(to: "How did")
        return bench
    }

    // MARK: Cycling and zoom

    @Test func oneKeyGoesThroughThePanes() throws {
        var bench = try bench()
        #expect(bench.picture.contains("╶━BC Block contracts  ‹focus"))
        try bench.press("|")
        #expect(bench.said == "Beside the text: the code in focus.")
        #expect(bench.picture.contains("Definition"))
        #expect(!bench.picture.contains("╶━"))
        #expect(try !bench.screen.geometry.legend.isEmpty)
        try bench.press("|")
        #expect(bench.said == "Nothing beside the text: names stand below it.")
        #expect(try bench.screen.geometry.margin == nil && bench.screen.geometry.card == nil)
        try bench.press("|")
        #expect(bench.said == "Beside the text: names.")
        #expect(bench.picture.contains("╶━BC Block contracts  ‹focus"))
    }

    @Test func narrowWindowsSayWhyThereIsNoPane() throws {
        var bench = try bench(rows: 24, columns: 80)
        let before = bench.lines
        try bench.press("|")
        #expect(bench.said == "Panes need a window of 110 columns; below that names stand under the text.")
        #expect(Array(bench.lines[..<22]) == Array(before[..<22]))
    }

    @Test(arguments: [(24, 80), (40, 120), (60, 200)])
    func zoomShowsTheTextAloneAndSaysSoOnce(_ rows: Int, _ columns: Int) throws {
        var bench = try bench(rows: rows, columns: columns)
        let before = bench.lines
        try bench.press("z")
        #expect(bench.status.contains("The text alone; z brings the panes back."))
        #expect(!bench.picture.contains("─") && !bench.picture.contains("┤"))
        let legend = try bench.screen.geometry.legend.map { bench.lines[$0] }.joined()
        for name in ["BC Block contracts", "DA Inadequate data · ag", "VW Virtual wards"] {
            #expect(legend.contains(name))
        }
        try bench.press("l h")
        #expect(!bench.status.contains("alone"))
        try bench.press("z l h")
        #expect(bench.lines == before)
    }

    @Test func aPaneKeyLeavesTheZoom() throws {
        var bench = try bench()
        try bench.press("z |")
        #expect(bench.said == "Beside the text: names.")
        #expect(try bench.screen.geometry.margin != nil)
    }

    @Test func panesStayAsTheyAreInTheNextDocument() throws {
        var bench = try bench()
        try bench.press("|")
        let screen = try bench.screen
        let other = CodingState(
            document: screen.document,
            transcript: screen.transcript,
            version: screen.version,
            measure: 66,
            coder: screen.coder,
            codebook: screen.codebook,
            operations: [],
            size: bench.state.size,
            sha256: sha256
        )
        bench.state.opened(other)
        #expect(try bench.screen.geometry.card != nil)
        #expect(bench.picture.contains("Nothing is coded here yet."))
    }

    @Test func panesKeepTheCursorOnItsCharacter() throws {
        var bench = try bench()
        try bench.go(to: "beds")
        for key in ["|", "|", "z", "z", "|"] {
            try bench.press(key)
            #expect(bench.fromCursor.hasPrefix("beds"))
            try bench.expectSound("after \(key)")
        }
    }

    // MARK: Card

    @Test func theCardSaysWhatTheCodeMeansAndWhereElseItWasGiven() throws {
        var bench = try bench(rows: 40, columns: 120)
        try bench.press("| m")
        try bench.type("form, not commissioner")
        try bench.press("Enter l")
        let card = try #require(bench.screen.geometry.card)
        let surface = bench.surface
        let column = (2..<36).map { row in card.map { surface[row, $0].text }.joined() }
        let text = column.joined(separator: "\n")
        for words in [
            "BC  Block contracts", "Contracting", "Definition", "Any account of block", "Include", "limits on growth",
            "Exclude", "tariff talk", "Elsewhere (1 extract)", "B07:11  “beds, staff”", "Memo",
            "form, not commissioner",
        ] {
            #expect(text.contains(words), "\(words) in\n\(text)")
        }
    }

    @Test func aCodeWithoutDefinitionSaysSo() throws {
        var bench = try bench()
        try bench.go(to: "And the virtual")
        try bench.press("|")
        #expect(bench.picture.contains("No definition yet."))
        #expect(bench.picture.contains("Given nowhere else yet"))
    }

    // MARK: Codebook

    @Test func theWidestWindowsShowTheCodebookWithFigures() throws {
        let bench = try bench(rows: 60, columns: 200)
        let pane = try #require(bench.screen.geometry.codebook)
        let surface = bench.surface
        let rows = (2..<20).map { row in pane.map { surface[row, $0].text }.joined() }
        #expect(rows[0].contains("CODEBOOK  4 codes"))
        let contracting = try #require(rows.first { $0.contains("- Contracting") || $0.contains("• Contracting") })
        #expect(contracting.contains(" 2"))
        #expect(rows.contains { $0.contains("› BC Block contracts") && $0.contains(" 2 ▇") })
        #expect(rows.contains { $0.contains("• DA Inadequate data") && $0.contains(" 1 ▇") })
        #expect(rows.contains { $0.contains("  REO Reorganisation") && $0.contains(" · ") })
    }

    @Test func figuresFollowCodingUndoAndLayer() throws {
        var bench = try bench(rows: 60, columns: 200)
        func count(_ id: String) throws -> Int? {
            try bench.screen.figures?.rows.first { $0.code.id == slug(id) }?.count
        }
        #expect(try count("block-contracts") == 2)
        try bench.go(to: "nobody minds")
        try bench.press("s c b c Enter")
        #expect(try count("block-contracts") == 3)
        #expect(try count("contracting") == 3)
        try bench.press("u")
        #expect(try count("block-contracts") == 2)
        try bench.press("A")
        #expect(try count("block-contracts") == 1)
        #expect(try count("data-inadequate") == 0)
    }

    @Test func nothingIsCountedWhereNothingShowsIt() throws {
        var bench = try bench()
        #expect(try bench.screen.figures == nil)
        try bench.send(.resize(rows: 60, columns: 200))
        #expect(try bench.screen.figures != nil)
        try bench.send(.resize(rows: 24, columns: 80))
        #expect(try bench.screen.figures == nil)
    }

    // MARK: Spotlight

    @Test(arguments: [(24, 80), (40, 120), (60, 200)])
    func theSpotlightShowsOneCodeAlone(_ rows: Int, _ columns: Int) throws {
        var bench = try bench(rows: rows, columns: columns)
        try bench.press("f")
        #expect(try bench.screen.shown.count == 2)
        #expect(bench.status.contains("spotlight BC · 2 codings · f shows all"))
        #expect(!bench.picture.contains("╶─VW") && !bench.picture.contains("╶─DA"))
        let look = bench.look
        #expect(try bench.surface.styles(of: "It has") == [look.dimmed(.plain)])
        #expect(try bench.surface.styles(of: "beds, staff") == [look.tinted(.plain, depth: 1)])
        try bench.press("f")
        #expect(try bench.screen.shown.count == 4)
        #expect(!bench.status.contains("spotlight"))
    }

    @Test func theShareCodedIsThatOfAllCodings() throws {
        var bench = try bench()
        let share = try bench.screen.shareCoded
        try bench.press("f")
        #expect(try bench.screen.shareCoded == share)
    }

    @Test func whatIsCodedUnderAnotherSpotlightIsSeen() throws {
        var bench = try bench()
        try bench.press("f")
        try bench.go(to: "nobody minds")
        try bench.press("s c v w Enter")
        #expect(try bench.screen.spotlight == nil)
        #expect(try bench.screen.shown.count == 5)
        try bench.press("f s c v w Enter")
        #expect(try bench.screen.spotlight == slug("virtual-wards"))
    }

    @Test func withoutAFocusThereIsNothingToPutInIt() throws {
        var bench = try bench()
        try bench.press("G f")
        #expect(bench.said == "No coding at the cursor to put in the spotlight; ] goes to the next one.")
        try bench.press("g g ] f G f")
        #expect(try bench.screen.spotlight == nil, "what is lit is put out from anywhere")
    }

    @Test func theSpotlightIsKeptWithThePlace() throws {
        var bench = try bench()
        try bench.press("f")
        let kept = try bench.screen.readingPlace
        #expect(kept.spotlight == slug("block-contracts"))
        try bench.press("f")
        bench.state.coding?.restore(kept)
        #expect(try bench.screen.spotlight == slug("block-contracts"))
        #expect(try bench.screen.shown.count == 2)
    }

    // MARK: Line numbers

    @Test func lineNumbersCanBeHidden() throws {
        var bench = try bench(rows: 24, columns: 80)
        bench.state.preferences.lineNumbers = false
        bench.state.arrange()
        #expect(bench.lines[3].hasPrefix(" ›BC DA Interviewer"))
        #expect(bench.status.contains("ln 3/"), "places can still be cited")
        try bench.expectSound()
    }

    @Test func theCardSaysTheLinesOfPlacesInOtherDocuments() throws {
        var bench = try ListBench(rows: 40, columns: 200)
        try bench.press(":")
        try bench.type("open B/B07")
        try bench.press("Enter g g ]")
        #expect(bench.state.coding?.focus != nil)
        // What is read for it is read after the frame.
        #expect(bench.picture.contains("C03:3  “"))
        #expect(bench.study.asked.contains("text of C/C03"))
    }

    @Test func aTextThatCannotBeReadHasNoLines() throws {
        var texts = ListBench.texts
        texts[2].isReadable = false
        var bench = try ListBench(texts, rows: 40, columns: 200)
        try bench.press(":")
        try bench.type("open B/B07")
        try bench.press("Enter g g ]")
        #expect(bench.picture.contains("C03  “"))
        #expect(!bench.picture.contains("C03:"))
    }
}
