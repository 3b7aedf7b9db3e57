// A memo on a coding: one line, the text stays in sight.

import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct MemoTests {
    private func coded() throws -> Bench {
        var bench = try Bench()
        try bench.press("s c b c Enter")
        return bench
    }

    private func memo(_ bench: Bench) throws -> String { try #require(bench.screen.codings.first).memo }

    @Test func aMemoIsWrittenInOneLine() throws {
        var bench = try coded()
        try bench.press("m")
        #expect(bench.memo?.title == "memo on BC B07:3")
        try bench.type("Contract form, not commissioner")
        try bench.press("Enter")
        #expect(try memo(bench) == "Contract form, not commissioner")
        #expect(bench.said == "memo saved · u undoes")
        #expect(bench.state.overlay == nil)
        #expect(bench.status.contains("memo saved"))
        try bench.press("h")
        #expect(bench.status.contains("BC Block contracts: “Contract form"))
        #expect(bench.lines[20].contains("BC Block contracts *"))
    }

    @Test func theMemoThereIsComesFirst() throws {
        var bench = try coded()
        try bench.press("m")
        try bench.type("first")
        try bench.press("Enter m")
        #expect(bench.memo?.line.text == "first")
        try bench.type(" and more")
        try bench.press("Enter")
        #expect(try memo(bench) == "first and more")
    }

    /// The memo that is kept when the terminal goes away now.
    private func kept(_ bench: inout Bench) throws -> MemoDraft? {
        try bench.send(.signal(.hangUp))
        guard case .leaveNow = bench.effects.last else {
            Issue.record("it stays")
            return nil
        }
        return bench.effects.lazy.compactMap { if case .keepDraft(let draft) = $0 { draft } else { nil } }.first
    }

    @Test func whatIsBeingWrittenIsKeptWhenTheTerminalGoesAway() throws {
        var bench = try coded()
        try bench.press("m")
        #expect(try kept(&bench) == nil, "there are no words yet")
        try bench.type("half a tho")
        let coding = try #require(bench.screen.codings.first)
        let draft = MemoDraft(document: coding.document, coding: coding.id, text: "half a tho")
        #expect(try kept(&bench) == draft)

        var again = try coded()
        #expect(try again.screen.codings.first?.id == coding.id)
        again.state.drafts = [draft]
        #expect(
            again.state.aboutDrafts
                == "A memo was cut off when the terminal went away: m on the coding in B07 brings it back."
        )
        try again.press("m")
        #expect(again.memo?.line.text == "half a tho")
        #expect(again.memo?.remark?.contains("Ctrl-U clears it") == true)
        try again.press("Esc m")
        #expect(again.memo?.line.text == "half a tho", "Esc gives up no words")
        try again.type("ught")
        try again.press("Enter")
        #expect(try memo(again) == "half a thought")
        guard case .dropDraft(draft) = again.effects.last else {
            Issue.record("what was kept is still there")
            return
        }
        #expect(again.state.drafts == [])
    }

    @Test func aMemoOnAPassageIsKeptTooAndComesBackWithTheNextOne() throws {
        var bench = try Bench()
        try bench.press("s m b c Enter")
        try bench.type("why here")
        let draft = try #require(try kept(&bench))
        #expect(draft.coding == nil && draft.text == "why here")
        var again = try Bench()
        again.state.drafts = [draft]
        try again.press("s m b c Enter")
        #expect(again.memo?.line.text == "why here")
        try again.press("Enter")
        #expect(try memo(again) == "why here")
        #expect(again.state.drafts == [])
    }

    @Test func onlyWhatIsNewIsKept() throws {
        var bench = try coded()
        try bench.press("m")
        try bench.type("first")
        try bench.press("Enter")
        #expect(try kept(&bench) == nil)
        try bench.press("m")
        #expect(try kept(&bench) == nil, "it is saved already")
        try bench.press("Ctrl-U")
        try bench.type("  ")
        #expect(try kept(&bench) == nil)
    }

    @Test func escLeavesItAsItWas() throws {
        var bench = try coded()
        try bench.press("m")
        try bench.type("never mind")
        try bench.press("Esc")
        #expect(try memo(bench) == "")
        #expect(bench.saved.count == 1)
        #expect(bench.state.overlay == nil)
    }

    @Test func anEmptyLineClears() throws {
        var bench = try coded()
        try bench.press("m")
        try bench.type("x")
        try bench.press("Enter m Ctrl-U Enter")
        #expect(try memo(bench) == "")
        #expect(bench.said == "memo cleared · u undoes")
        try bench.press("u")
        #expect(try memo(bench) == "x")
    }

    @Test func blanksAloneAreNoMemo() throws {
        var bench = try coded()
        try bench.press("m")
        try bench.type("   ")
        try bench.press("Enter")
        #expect(bench.saved.count == 1)
        #expect(bench.said == "The memo is as it was.")
    }

    @Test func nothingChangedWritesNothing() throws {
        var bench = try coded()
        try bench.press("m")
        try bench.type("same")
        try bench.press("Enter m Enter")
        #expect(bench.saved.count == 2)
        #expect(bench.said == "The memo is as it was.")
    }

    @Test func keysThatAreCommandsElsewhereAreLettersHere() throws {
        var bench = try coded()
        try bench.press("m")
        try bench.type("q?x.u 3s")
        try bench.press("Enter")
        #expect(try memo(bench) == "q?x.u 3s")
    }

    @Test func aPastedParagraphBecomesOneLine() throws {
        var bench = try coded()
        try bench.press("m")
        try bench.paste("first\nsecond\tthird\u{1B}[31m")
        try bench.press("Enter")
        #expect(try memo(bench) == "first second third[31m")
    }

    @Test func theTextItIsAboutStaysInSight() throws {
        for (rows, columns) in [(24, 80), (16, 60), (40, 120)] {
            var bench = try Bench(rows: rows, columns: columns)
            try bench.press("s c b c Enter m")
            try bench.type("Wide 混乱 memo")
            #expect(bench.picture.contains("How did the block contract come"))
            #expect(bench.picture.contains("memo on BC B07:3: Wide 混乱 memo"))
            #expect(bench.picture.contains("Enter save"))
            let frame = bench.state.frame(bench.look)
            let cursor = try #require(frame.cursor)
            #expect(cursor.row == rows - 2)
            #expect(cursor.column == 1 + "memo on BC B07:3: Wide 混乱 memo".count + 2)
            try bench.expectSound()
        }
    }

    @Test func aMemoLongerThanTheWindowKeepsItsCursorInSight() throws {
        var bench = try coded()
        try bench.press("m")
        try bench.type(String(repeating: "long 长 ", count: 40))
        try bench.expectSound()
        try bench.press("Home")
        try bench.expectSound()
        #expect(bench.picture.contains("memo on BC B07:3: long"))
    }

    @Test func onlyOnesOwnCodingTakesAMemo() throws {
        var bench = try Bench(others: [("ag", "How did", "bc")])
        try bench.press("m")
        #expect(bench.memo == nil)
        #expect(bench.said.hasPrefix("Block contracts here is ag's coding"))
    }

    @Test func theFocusStaysOnTheCodingOfTheMemo() throws {
        var bench = try coded()
        try bench.press("s c v w Enter Tab m")
        #expect(bench.memo?.title == "memo on BC B07:3")
        try bench.type("mine")
        try bench.press("Enter")
        let screen = try bench.screen
        #expect(screen.focus?.memo == "mine")
        #expect(screen.focus.map(screen.tag) == "BC")
    }

    @Test func suspendingAndDrawingAnewWorkWhileWriting() throws {
        var bench = try coded()
        try bench.press("m")
        try bench.type("half")
        try bench.press("Ctrl-Z Ctrl-L")
        #expect(bench.memo?.line.text == "half")
        guard case .redraw = bench.effects.last else {
            Issue.record("the screen is drawn anew")
            return
        }
    }
}
