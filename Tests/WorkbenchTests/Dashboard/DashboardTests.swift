// The dashboard: figures, sections, where its rows lead, and what an empty study says.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct DashboardTests {
    @Test func itSaysWhatThereIs() throws {
        let bench = try ListBench()
        #expect(bench.lines[0].hasPrefix(" Invented study"))
        #expect(bench.lines[0].hasSuffix("6 codings · 3 documents · coder rs · saved"))
        let row = try #require(bench.lines.first { $0.contains(" C03 C · commissioner") })
        #expect(row.contains("█"))
        #expect(row.contains("yesterday"))
        #expect(row.hasSuffix("rs"))
        #expect(bench.picture.contains("coded by anyone"), "whose share it is is said")
        #expect(bench.status.contains("A01: 0 of 12 words coded by anyone · 0 codings, 0 yours"))
    }

    @Test func theFirstFrameDoesNotWaitForTheTexts() throws {
        let bench = try ListBench()
        let first = try #require(bench.frames.first)
        #expect(first.contains("B07"))
        #expect(first.contains("…"))
        #expect(!first.contains("%"))
        #expect(bench.picture.contains("%"))
        #expect(bench.study.asked.filter { $0.hasPrefix("text of") }.count == 3, "each text is read once")
    }

    @Test func figuresAreTakenAnewOnlyWhereCodingsChanged() throws {
        var bench = try ListBench()
        let before = bench.study.asked.filter { $0.hasPrefix("text of") }.count
        try bench.press("Enter s c v w Enter q")
        #expect(bench.state.screen == .dashboard)
        let read = bench.study.asked.filter { $0.hasPrefix("text of") }.dropFirst(before)
        #expect(Array(read) == ["text of A/A01"])
        #expect(
            bench.lines.contains { $0.contains("A01") && $0.contains("33%") || $0.contains("A01") && $0.contains("█") }
        )
    }

    @Test func rowsLeadToDocumentsAndExtracts() throws {
        var bench = try ListBench()
        try bench.press("j j Enter")
        #expect(bench.state.coding?.document.id.description == "C/C03")
        try bench.press("q Tab Enter")
        #expect(bench.state.screen == .extracts)
        #expect(bench.state.extracts?.subject == .code(slug("block-contracts")), "used last")
        try bench.press("q")
        #expect(bench.state.screen == .dashboard)
        #expect(bench.state.dashboard.section == .codes)
    }

    @Test func gEOnACodeShowsItsExtracts() throws {
        var bench = try ListBench()
        try bench.press("Tab j g e")
        #expect(bench.state.screen == .extracts)
        #expect(bench.state.extracts?.subject != nil)
        #expect(bench.state.overlay == nil)
    }

    @Test func sectionsAreReachedByTabAndRowsByJ() throws {
        var bench = try ListBench()
        #expect(bench.state.dashboard.section == .documents)
        try bench.press("j j j")
        #expect(bench.state.dashboard.section == .codes)
        #expect(bench.state.dashboard.index == 0)
        try bench.press("k")
        #expect(bench.state.dashboard.section == .documents)
        #expect(bench.state.dashboard.index == 2)
        try bench.press("Tab Tab")
        #expect(bench.state.dashboard.section == .next)
        try bench.press("Tab")
        #expect(bench.state.dashboard.section == .documents)
        #expect(bench.state.dashboard.index == 2, "the pointer is where it was")
        try bench.press("S-Tab")
        #expect(bench.state.dashboard.section == .next)
        try bench.press("G j j")
        #expect(bench.state.dashboard.section == .next)
        try bench.press("g g k")
        #expect(bench.state.dashboard.section == .documents)
        #expect(bench.state.dashboard.index == 0)
        try bench.press("5 G")
        #expect(bench.state.dashboard.section == .codes)
        #expect(bench.state.dashboard.index == 1)
    }

    // MARK: What next

    @Test func whatWaitsIsNamed() throws {
        let bench = try ListBench()
        #expect(bench.picture.contains("1 not coded by you yet: A01"))
        #expect(bench.picture.contains("1 coding of yours in doubt"))
        #expect(bench.picture.contains("3 codes without a definition"))
        #expect(!bench.picture.contains("dispute"))
        #expect(!bench.picture.contains("resume"))
    }

    @Test func theDocumentThatWasLeftIsResumedAtItsLine() throws {
        var bench = try ListBench()
        try bench.press("j Enter 5 G q Tab Tab")
        #expect(bench.picture.contains("B07 stopped at line 5: resume"))
        #expect(bench.state.nextSteps.first == .resume(try #require(DocumentID("B/B07")), line: 5))
        try bench.press("g g")
        while bench.state.dashboard.section != .next { try bench.press("j") }
        try bench.press("Enter")
        let screen = try #require(bench.state.coding)
        #expect(screen.document.id.description == "B/B07")
        #expect(screen.transcript.lines.line(ofScalar: screen.cursor) == 5)
    }

    @Test func doubtsLeadToOwnExtractsInDoubt() throws {
        var bench = try ListBench()
        try bench.press("Tab Tab j Enter")
        #expect(bench.state.screen == .extracts)
        #expect(bench.listed == ["rs C03 BC We are paid the same whatever we do"])
        #expect(bench.state.extracts?.filter?.source == "doubt:yes")
        #expect(bench.state.extracts?.layer == .mine)
        try bench.press("! q")
        #expect(!bench.picture.contains("in doubt"), "what is settled waits no more")
    }

    @Test func theNextDocumentIsOpened() throws {
        var bench = try ListBench()
        try bench.press("Tab Tab Enter")
        #expect(bench.state.coding?.document.id.description == "A/A01")
    }

    @Test func codesWithoutDefinitionLeadToTheCodebook() throws {
        var bench = try ListBench()
        try bench.press("G Enter")
        #expect(bench.state.screen == .notebook(.codebook))
        #expect(bench.state.shownPage?.code == slug("data-inadequate"), "the most used of them")
    }

    @Test func codingsWithoutAPlaceAreFoundByVersionAndByWords() throws {
        var bench = try ListBench()
        bench.study.texts[bench.state.study.documents[1].uuid] = "B07: Quite another text.\n"
        bench.state.measures = DocumentMeasures(bench.state.study)
        try bench.press("")
        #expect(bench.picture.contains("3 codings without a place"))
        while bench.state.dashboard.section != .next { try bench.press("Tab") }
        try bench.press("j j Enter")
        #expect(bench.state.extracts?.subject == .notPlaced)
        #expect(bench.listed.count == 3)
        #expect(bench.picture.contains("older text"))
    }

    @Test func disputedCodingsAreListed() throws {
        var bench = try ListBench()
        bench.state.study.codings[0].disputed = [.code]
        bench.state.studyChanged()
        #expect(bench.picture.contains("1 coding in dispute"))
        _ = bench.state.showExtracts(of: .disputed)
        #expect(bench.listed == ["rs B07 DA We plan with last year's figures"])
    }

    // MARK: Method

    @Test func reflexiveStudiesAreNotSortedByFrequency() throws {
        let bench = try ListBench()
        #expect(bench.picture.contains("CODES USED LATELY"))
        #expect(bench.state.dashboard.codes.map(\.code.tag) == ["BC", "DA", "REO", "VW"])
    }

    @Test func otherStudiesShowTheCodesMostUsed() throws {
        let bench = try ListBench(method: .codebook)
        #expect(bench.picture.contains("CODES MOST USED"))
        #expect(bench.state.dashboard.codes.map(\.codings) == [2, 2, 1, 1])
        #expect(bench.state.dashboard.codes.map(\.code.tag) == ["BC", "DA", "VW", "REO"], "ties in codebook order")
    }

    @Test func theLastDaysAreDrawnWithTheirSum() throws {
        let bench = try ListBench(method: .codebook)
        let row = try #require(bench.lines.first { $0.contains("LAST 14 DAYS") })
        #expect(row.contains("··········█▄█▄"))
        #expect(row.contains("6 codings, 1 today"))
        #expect(row.contains("memo yesterday: “Who says s…"))
        let ascii = bench.state.frame(Look(kind: .dark, glyphs: .ascii)).surface.text
        #expect(ascii.contains(". . . . . . . . . . 2 1 2 1"), "figures where there are no such signs")
    }

    @Test func daysWithoutCodingsAreSaid() throws {
        var codings = ListBench.codings
        for index in codings.indices { codings[index].daysAgo += 40 }
        #expect(try ListBench(codings: codings).picture.contains("LAST 14 DAYS  nothing coded"))
    }

    // MARK: Sizes

    @Test(arguments: [(16, 60), (24, 80), (40, 120), (60, 200), (17, 111), (50, 61)])
    func anEmptyStudySaysHowToImport(_ rows: Int, _ columns: Int) throws {
        var bench = try ListBench([], codings: [], rows: rows, columns: columns)
        #expect(bench.picture.contains("gloss import FILE…"))
        for key in ["j", "k", "Tab", "S-Tab", "G", "g g", "Space", "Enter", "u"] {
            try bench.press(key)
            bench.expectSound("after \(key)")
        }
        #expect(bench.state.coding == nil, "there is nothing to open")
    }

    @Test(arguments: [0, 1, 3, 200], [(16, 60), (24, 80), (40, 120), (60, 200), (16, 200), (60, 60)])
    func everySizeShowsEverySection(_ documents: Int, _ size: (Int, Int)) throws {
        let texts = (0..<documents).map {
            ListBench.Text(id: "S/D\($0)", words: "B07: Some words of talk number \($0).\n")
        }
        let codings = (0..<min(documents, 150)).map {
            ListBench.Made(
                coder: "rs",
                document: "S/D\($0)",
                quote: "Some words",
                code: ["bc", "da", "vw", "reo"][$0 % 4]
            )
        }
        var bench = try ListBench(texts, codings: codings, rows: size.0, columns: size.1)
        guard documents > 0 else { return }
        for section in ["DOCUMENTS", "CODES USED LATELY", "WHAT NEXT"] { #expect(bench.picture.contains(section)) }
        for key in ["Tab", "Tab", "Tab", "G", "g g", "Space", "Space", "PgUp", "1 5 0 j"] {
            try bench.press(key)
            bench.expectSound("after \(key)")
            #expect(bench.pointed.count == 1, "one pointer after \(key)")
        }
    }

    @Test func theMouseChoosesAndOpens() throws {
        var bench = try ListBench()
        let row = try #require(bench.lines.firstIndex { $0.contains("B07 B") })
        try bench.send(.mouse(MouseEvent(.press, row: row, column: 10)))
        #expect(bench.state.dashboard.document?.description == "B/B07")
        try bench.send(.mouse(MouseEvent(.wheelDown, row: 5, column: 5)))
        #expect(bench.state.dashboard.section == .codes)
        let code = try #require(bench.lines.firstIndex { $0.contains("REO") })
        try bench.send(.mouse(MouseEvent(.press, row: code, column: 5)))
        try bench.send(.mouse(MouseEvent(.press, row: code, column: 5)))
        #expect(bench.state.extracts?.subject == .code(slug("reorganisation")))
    }

    @Test func undoWorksWithoutLeaving() throws {
        var bench = try ListBench()
        try bench.press("Enter s c v w Enter q u")
        #expect(bench.state.screen == .dashboard)
        #expect(bench.codings.count == 6)
    }

    @Test(arguments: [(24, 80), (40, 120), (60, 200)])
    func howDocumentsAreAddedIsSaid(_ rows: Int, _ columns: Int) throws {
        var bench = try ListBench(rows: rows, columns: columns)
        #expect(bench.picture.contains("+ a add documents: .txt .md"))
        try bench.press("a")
        #expect(bench.picture.contains("import needs the path of a file."))
        try bench.press("Esc g t a")
        #expect(bench.picture.contains("import needs the path of a file."))
        bench.expectSound()
    }

    @Test func theRowGivesWayToDocuments() throws {
        let texts = (1...60).map { ListBench.Text(id: "D/D\($0)", words: "B07: Word.\n") }
        let bench = try ListBench(texts, codings: [])
        #expect(!bench.picture.contains("add documents"))
        bench.expectSound()
    }
}
