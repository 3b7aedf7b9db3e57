// The extracts of a code: how one gets there, what is listed, how far one sees, and how one goes to the text and back.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct ExtractsTests {
    private func extracts(_ code: String, rows: Int = 24, columns: Int = 80) throws -> ListBench {
        var bench = try ListBench(rows: rows, columns: columns)
        try bench.press("g e")
        try bench.type(code)
        try bench.press("Enter")
        return bench
    }

    // MARK: The way there

    @Test func thePickerAsksForTheCodeAndOffersCategories() throws {
        var bench = try ListBench()
        try bench.press("g e")
        #expect(bench.picture.contains("extracts of…"))
        #expect(bench.picture.contains("Enter show"))
        #expect(!bench.picture.contains("+ create"), "nothing is made here")
        try bench.type("contracting")
        try bench.press("Enter")
        #expect(bench.state.screen == .extracts)
        #expect(bench.state.extracts?.subject == .code(slug("contracting")))
        #expect(
            bench.listed == [
                "ag B07 BC plan with last year's figures, and nobody minds!",
                "rs C03 BC We are paid the same whatever we do",
            ]
        )
    }

    @Test func escLeavesThePickerWhereItWasOpened() throws {
        var bench = try ListBench()
        try bench.press("g e Esc")
        #expect(bench.state.screen == .dashboard)
        #expect(bench.state.overlay == nil)
    }

    @Test func fromTheTextTheCodeInFocusIsTaken() throws {
        var bench = try ListBench()
        try bench.press("j Enter")
        #expect(bench.state.coding?.document.id.description == "B/B07")
        try bench.press("g g ] g e")
        #expect(bench.state.screen == .extracts)
        #expect(bench.state.extracts?.subject == .code(slug("data-inadequate")))
    }

    @Test(arguments: ["bc", "block-contracts", "Block contracts"])
    func thePaletteTakesTagIdAndName(_ name: String) throws {
        var bench = try ListBench()
        try bench.press(":")
        try bench.type("extracts \(name)")
        try bench.press("Enter")
        #expect(bench.state.extracts?.subject == .code(slug("block-contracts")))
    }

    @Test func anUnknownCodeIsRefused() throws {
        var bench = try ListBench()
        try bench.press(":")
        try bench.type("extracts nonsense")
        try bench.press("Enter")
        #expect(bench.state.screen == .dashboard)
        #expect(bench.picture.contains("no code"))
    }

    // MARK: What is listed

    @Test func anExtractStandsInItsTalkWithWhatIsKnownOfIt() throws {
        let bench = try extracts("bc")
        #expect(bench.lines[0].hasPrefix(" Extracts of BC Block contracts · 2 in 2 documents"))
        #expect(bench.lines[0].hasSuffix("sentence around · everyone"))
        #expect(bench.lines[2].contains("B07 B · nurse"))
        #expect(bench.lines[2].contains("1 of 3 codings"))
        #expect(bench.picture.contains("[plan with last year's figures, and nobody minds!]"))
        #expect(bench.picture.contains("also DA · ag today"))
        #expect(bench.picture.contains("rs yesterday * ?"))
        #expect(bench.picture.contains("C03 C · commissioner"))
    }

    @Test func onlyTheTextsInSightAreRead() throws {
        let bench = try extracts("vw")
        let read = bench.study.asked.filter { $0.hasPrefix("text of") }
        // The dashboard read all three for their figures; the list needs one again.
        #expect(read == ["text of A/A01", "text of B/B07", "text of C/C03", "text of B/B07"])
    }

    @Test func beforeItsTextIsReadAnExtractIsItsQuote() throws {
        let bench = try extracts("vw")
        let frame = try #require(bench.frames.first { $0.contains("Extracts of VW") })
        #expect(frame.contains("[It has beds, staff and a target.]"))
        #expect(!frame.contains("我们有一个虚拟病房"))
        #expect(bench.picture.contains("我们有一个虚拟病房。 [It has beds, staff and a target.]"))
    }

    @Test func aTextThatCannotBeReadShowsQuotesAndSaysWhy() throws {
        var texts = ListBench.texts
        texts[1].isReadable = false
        var bench = try ListBench(texts)
        try bench.press("g e v w Enter")
        #expect(bench.picture.contains("[It has beds, staff and a target.]"))
        #expect(bench.status.contains("B/B07.txt was changed outside Gloss."))
        bench.expectSound()
    }

    @Test func aCodeWithoutCodingsSaysSo() throws {
        var bench = try ListBench(codings: [])
        try bench.press("g e v w Enter")
        #expect(bench.picture.contains("Nothing is coded so yet."))
        for key in ["j", "k", "G", "g g", "Space", "Esc", "PgDn", "PgUp", "+", "-", "A", "A"] {
            try bench.press(key)
            bench.expectSound("after \(key)")
        }
        for key in ["Enter", "x", "m", "y", "*", "!", "r"] {
            try bench.press(key)
            #expect(bench.said.hasPrefix("There is no extract"), "\(key)")
            bench.state.pause()
        }
    }

    @Test func theSameCoderCodeAndWordsTwiceCountOnce() throws {
        var codings = ListBench.codings
        codings.append(codings[2])
        var bench = try ListBench(codings: codings)
        try bench.press("g e v w Enter")
        #expect(bench.listed.count == 1)
    }

    // MARK: Moving

    @Test func contextWidensStepByStepAndBack() throws {
        var bench = try extracts("bc", columns: 120)
        try bench.press("j -")
        #expect(bench.lines[0].contains("passage alone"))
        #expect(bench.picture.contains("[We are paid the same whatever we do]…"))
        #expect(!bench.picture.contains("It was meant to."))
        try bench.press("-")
        #expect(bench.said == "The passage stands alone.")
        try bench.press("+")
        #expect(bench.picture.contains("…It was meant to. [We are paid"))
        try bench.press("+")
        #expect(bench.lines[0].contains("2 sentences around"))
        #expect(bench.picture.contains("C03: No. It was meant to. [We are paid"))
        try bench.press("+")
        #expect(bench.lines[0].contains("whole turn"))
        #expect(bench.picture.contains("They are late."))
        #expect(!bench.picture.contains("about to end"))
        try bench.press("+")
        #expect(bench.picture.contains("Interviewer: When we spoke last year"))
        #expect(bench.picture.contains("Interviewer: And who decides now?"))
        try bench.press("+")
        #expect(bench.said.hasPrefix("No wider than a turn"))
    }

    @Test func motionsGoThroughTheExtracts() throws {
        var bench = try extracts("da")
        #expect(bench.state.extracts?.selection == 0)
        try bench.press("j")
        #expect(bench.state.extracts?.selection == 1)
        try bench.press("j")
        #expect(bench.state.extracts?.selection == 1)
        try bench.press("g g")
        #expect(bench.state.extracts?.selection == 0)
        try bench.press("G")
        #expect(bench.state.extracts?.selection == 1)
        try bench.press("1 G")
        #expect(bench.state.extracts?.selection == 0)
        #expect(bench.pointed.count == 1)
    }

    @Test func whoLooksUpExtractsGoesOnReadingWhereTheyWere() throws {
        var bench = try ListBench()
        try bench.press("j Enter g g ] g e")
        let before = try #require(bench.state.here)
        try bench.press("G Enter")
        let opened = try #require(bench.state.here)
        try bench.press("q q")
        #expect(bench.state.screen == .coding)
        #expect(bench.state.here == before)
        #expect(opened != before)
    }

    @Test func enterGoesToThePlaceAndQComesBackToTheSameRow() throws {
        var bench = try extracts("bc")
        try bench.press("j Enter")
        #expect(bench.state.screen == .coding)
        let screen = try #require(bench.state.coding)
        #expect(screen.document.id.description == "C/C03")
        let focus = try #require(screen.focus)
        #expect(screen.transcript.text.string(in: focus.span) == "We are paid the same whatever we do")
        #expect(screen.cursor == focus.span.start)
        try bench.press("q")
        #expect(bench.state.screen == .extracts)
        #expect(bench.state.extracts?.selection == 1)
        try bench.press("q")
        #expect(bench.state.screen == .dashboard)
    }

    @Test func aLongListScrollsByWholeExtracts() throws {
        let words =
            "B07: "
            + (0..<60).map { "Sentence number \($0) says a little more than the one before it." }
            .joined(separator: " ") + "\n"
        let codings = (0..<60).map {
            ListBench.Made(
                coder: "rs",
                document: "B/B07",
                quote: "Sentence number \($0) says a little more than the one before it.",
                code: "vw"
            )
        }
        var bench = try ListBench([.init(id: "B/B07", words: words)], codings: codings)
        try bench.press("g e v w Enter")
        for keys in ["PgDn", "PgDn", "j", "5 j", "G", "PgUp", "k", "3 0 G", "g g", "+", "+", "G", "-"] {
            try bench.press(keys)
            let extracts = try #require(bench.state.extracts)
            let list = extracts.list(in: bench.state)
            #expect(list.lines.first == .document(0), "the document is named on top after \(keys)")
            let rows = list.lines.filter { if case .words(extracts.selection, _) = $0 { true } else { false } }
            #expect(rows.count == list.wrapped(extracts.selection)?.rows.count, "whole in sight after \(keys)")
            bench.expectSound("after \(keys)")
        }
    }

    @Test(arguments: [(16, 60), (24, 80), (40, 120), (60, 200)])
    func anExtractOfThreeThousandWordsIsCutAndSaysSo(_ rows: Int, _ columns: Int) throws {
        let long = (0..<3_000).map { "word\($0)" }.joined(separator: " ") + "."
        let words = "B07: Before it. \(long) After it.\n\nB07: Another turn.\n"
        var bench = try ListBench(
            [.init(id: "B/B07", words: words)],
            codings: [
                .init(coder: "rs", document: "B/B07", quote: long, code: "vw"),
                .init(coder: "rs", document: "B/B07", quote: "Another turn.", code: "vw"),
            ],
            rows: rows,
            columns: columns
        )
        try bench.press("g e v w Enter")
        #expect(bench.picture.contains("[word0"))
        #expect(!bench.picture.contains("word2999"))
        #expect(bench.picture.contains("Another turn."), "the next one is in sight")
        for keys in ["+ + +", "j", "k", "- - - -"] {
            try bench.press(keys)
            bench.expectSound("after \(keys)")
            #expect(bench.pointed.count == 1)
        }
    }

    @Test func theMouseChoosesAndOpens() throws {
        var bench = try extracts("da")
        let row = try #require(bench.lines.firstIndex { $0.contains("[the figures that we do have") })
        try bench.send(.mouse(MouseEvent(.press, row: row, column: 20)))
        #expect(bench.state.extracts?.selection == 1)
        try bench.send(.mouse(MouseEvent(.press, row: 2, column: 20)))
        #expect(bench.state.extracts?.selection == 1, "a heading is no extract")
        try bench.send(.mouse(MouseEvent(.press, row: row, column: 20)))
        #expect(bench.state.screen == .coding)
        try bench.press("q")
        try bench.send(.mouse(MouseEvent(.wheelUp, row: 5, column: 5)))
        #expect(bench.state.extracts?.selection == 0)
    }
}
