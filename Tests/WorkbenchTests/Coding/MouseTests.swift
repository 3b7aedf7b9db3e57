// The mouse: wheel, press and drag. It does nothing that keys cannot do.

import CodingCore
import Screen
import Testing
import TextMetrics

@testable import Workbench

@MainActor
@Suite struct MouseTests {
    /// Where a quote stands on the screen.
    private func place(of quote: String, in bench: Bench) throws -> CursorPlace {
        try #require(bench.surface.place(of: quote), "\(quote) is not on the screen")
    }

    private func send(_ action: MouseEvent.Action, at place: CursorPlace, to bench: inout Bench) throws {
        try bench.send(.mouse(MouseEvent(action, row: place.row, column: place.column)))
    }

    @Test func aPressPutsTheCursor() throws {
        var bench = try Bench()
        try send(.press, at: place(of: "virtual ward", in: bench), to: &bench)
        #expect(bench.fromCursor.hasPrefix("virtual ward"))
        #expect(bench.state.place == .read)
    }

    @Test func aPressBesideTheTextFindsTheNearestCharacter() throws {
        var bench = try Bench()
        let row = try place(of: "How did", in: bench).row
        try send(.press, at: CursorPlace(row: row, column: 0), to: &bench)
        #expect(bench.fromCursor.hasPrefix("Interviewer: How"))
        try send(.press, at: CursorPlace(row: row, column: 79), to: &bench)
        #expect(bench.fromCursor.hasPrefix("?"))
        try send(.press, at: CursorPlace(row: row + 1, column: 40), to: &bench)
        #expect(bench.fromCursor.hasPrefix("\nB07: Well"))
    }

    @Test func aPressOnAWideCharacterFindsItFromBothOfItsColumns() throws {
        var bench = try Bench()
        let start = try place(of: "有", in: bench)
        for column in [start.column, start.column + 1] {
            try send(.press, at: CursorPlace(row: start.row, column: column), to: &bench)
            #expect(bench.fromCursor.hasPrefix("有"))
        }
    }

    @Test func aPressOutsideTheTextDoesNothing() throws {
        var bench = try Bench()
        for row in [0, 20, 22, 23] {
            try send(.press, at: CursorPlace(row: row, column: 20), to: &bench)
            #expect(bench.fromCursor.hasPrefix("How did"))
        }
        try bench.send(.mouse(MouseEvent(.press, button: .right, row: 1, column: 20)))
        #expect(bench.fromCursor.hasPrefix("How did"))
    }

    @Test func aDragSelects() throws {
        var bench = try Bench()
        try send(.press, at: place(of: "block contract", in: bench), to: &bench)
        try send(.drag, at: place(of: "t come", in: bench), to: &bench)
        #expect(bench.selected == "block contract")
        try send(.release, at: place(of: "t come", in: bench), to: &bench)
        #expect(bench.selected == "block contract")
        try bench.press("c v w Enter")
        #expect(bench.codings == ["rs VW block contract"])
    }

    @Test func aDragTakesWholeWords() throws {
        var bench = try Bench()
        try send(.press, at: place(of: "ock contract", in: bench), to: &bench)
        try send(.drag, at: place(of: "ntract come", in: bench), to: &bench)
        #expect(bench.selected == "block contract")
        #expect(bench.fromCursor.hasPrefix("t come"))
        try send(.drag, at: place(of: "d the block", in: bench), to: &bench)
        #expect(bench.selected == "did the block")
        #expect(bench.fromCursor.hasPrefix("did the"))
        try send(.drag, at: place(of: "lock contract", in: bench), to: &bench)
        #expect(bench.selected == "block")
        try send(.press, at: place(of: "有", in: bench), to: &bench)
        try send(.drag, at: place(of: "个", in: bench), to: &bench)
        #expect(bench.selected == "有一个")
    }

    @Test func pressesOnOneCellTakeTheWordTheSentenceAndTheTurn() throws {
        var bench = try Bench()
        let place = try place(of: "figures", in: bench)
        let taken = [
            nil, "figures", "We plan with last year's figures, and nobody minds!",
            "Well, it was before my time. We plan with last year's figures, and nobody minds! "
                + "Dr. Hall said \"leave it\", so we left it.",
            nil, "figures",
        ]
        for words in taken {
            try send(.press, at: place, to: &bench)
            try send(.release, at: place, to: &bench)
            #expect(bench.selected == words)
        }
    }

    @Test func pressesCountAnewAfterAnythingElse() throws {
        var bench = try Bench()
        let place = try place(of: "block", in: bench)
        try send(.press, at: place, to: &bench)
        try bench.press("l")
        try send(.press, at: place, to: &bench)
        #expect(bench.state.place == .read)
        try send(.press, at: place, to: &bench)
        #expect(bench.selected == "block")
        try bench.press("Esc")
        try send(.press, at: place, to: &bench)
        #expect(bench.state.place == .read)
        try send(.press, at: CursorPlace(row: place.row, column: place.column + 1), to: &bench)
        #expect(bench.state.place == .read, "another cell is another press")
    }

    @Test func aDragAfterTwoOrThreePressesGoesOnByWordsAndSentences() throws {
        var bench = try Bench()
        let start = try place(of: "before", in: bench)
        for _ in 0..<3 {
            try send(.press, at: start, to: &bench)
            try send(.release, at: start, to: &bench)
        }
        try send(.press, at: start, to: &bench)
        try send(.press, at: start, to: &bench)
        for _ in 0..<2 { try send(.press, at: start, to: &bench) }
        #expect(bench.selected == "Well, it was before my time.")
        try send(.drag, at: place(of: "last year", in: bench), to: &bench)
        #expect(bench.selected == "Well, it was before my time. We plan with last year's figures, and nobody minds!")
    }

    @Test func aPressInTheGutterTurnsToTheCodingOfTheStripe() throws {
        var bench = try Bench(others: [
            ("ag", "We plan with last year's figures, and nobody minds!", "bc"), ("ag", "figures", "vw"),
        ])
        try bench.press("g g")
        let outer = try place(of: "BC", in: bench), inner = try place(of: "VW", in: bench)
        try send(.press, at: inner, to: &bench)
        #expect(try bench.screen.focus.map(bench.screen.tag) == "VW")
        #expect(bench.fromCursor.hasPrefix("figures"))
        try send(.press, at: outer, to: &bench)
        #expect(try bench.screen.focus.map(bench.screen.tag) == "BC")
        #expect(bench.fromCursor.hasPrefix("figures"), "the cursor is in both, and stays")
        try send(.press, at: CursorPlace(row: outer.row + 6, column: outer.column), to: &bench)
        #expect(try bench.screen.focus == nil)
    }

    @Test func aPressOnANameTurnsToItsCoding() throws {
        var bench = try Bench(
            rows: 40,
            columns: 120,
            others: [("ag", "We plan with last year's figures, and nobody minds!", "bc"), ("ag", "figures", "vw")]
        )
        try bench.press("g g")
        try send(.press, at: place(of: "VW Virtual", in: bench), to: &bench)
        #expect(try bench.screen.focus.map(bench.screen.tag) == "VW")
        #expect(bench.fromCursor.hasPrefix("figures"))
        try send(.press, at: place(of: "BC Block", in: bench), to: &bench)
        #expect(try bench.screen.focus.map(bench.screen.tag) == "BC")
        let before = try bench.screen.cursor
        try send(.press, at: CursorPlace(row: 25, column: 110), to: &bench)
        #expect(try bench.screen.cursor == before, "an empty place of the margin is no place of the text")
    }

    @Test func aPressOnANameOfTheLegendTurnsToItsCoding() throws {
        var bench = try Bench(others: [
            ("ag", "We plan with last year's figures, and nobody minds!", "bc"), ("ag", "figures", "vw"),
            ("rs", "so we left it", "vw"),
        ])
        try bench.press("g g")
        #expect(try !bench.screen.geometry.legend.isEmpty)
        try send(.press, at: place(of: "Virtual wards", in: bench), to: &bench)
        #expect(bench.fromCursor.hasPrefix("figures"))
        #expect(try bench.screen.focus.map(bench.screen.tag) == "VW")
        try send(.press, at: place(of: "Block contracts · ag", in: bench), to: &bench)
        #expect(try bench.screen.focus.map(bench.screen.tag) == "BC")
        #expect(bench.fromCursor.hasPrefix("figures"), "the cursor is in both, and stays")
        // One name stands for both codings of the code: pressed again, it goes on to the other.
        for expected in ["figures", "so we left it", "figures"] {
            try send(.press, at: legendPlace(of: "VW", in: bench), to: &bench)
            #expect(bench.fromCursor.hasPrefix(expected))
            #expect(try bench.screen.focus.map(bench.screen.tag) == "VW")
        }
    }

    private func legendPlace(of tag: String, in bench: Bench) throws -> CursorPlace {
        let row = try #require(try bench.screen.geometry.legend.first { bench.lines[$0].contains(tag + " ") })
        let before = try #require(bench.lines[row].firstRange(of: tag + " ")).lowerBound
        return CursorPlace(row: row, column: displayWidth(of: bench.lines[row][..<before]))
    }

    @Test func aPressBesideTheNamesOfTheLegendDoesNothing() throws {
        var bench = try Bench(others: [("ag", "figures", "vw")])
        try bench.press("g g")
        let legend = try bench.screen.geometry.legend
        for place in [(legend.lowerBound, 60), (legend.upperBound - 1, 3)] {
            try send(.press, at: CursorPlace(row: place.0, column: place.1), to: &bench)
            #expect(try bench.screen.cursor == 0 && bench.screen.focus == nil)
        }
    }

    @Test func aPressOnTheLegendFindsACodingThatBeganAbove() throws {
        let text = (1...60).map { "B07: Turn \($0) is short." }.joined(separator: "\n\n")
        let quote = (3...50).map { "Turn \($0) is short." }.joined(separator: "\n\nB07: ")
        var bench = try Bench(text, others: [("rs", quote, "bc"), ("rs", "Turn 40 is short", "vw")])
        try bench.go(to: "Turn 55")
        let top = try bench.screen.rows.row(ofScalar: bench.screen.cursor) - 17
        bench.state.coding?.top = top
        try send(.press, at: legendPlace(of: "BC", in: bench), to: &bench)
        #expect(try bench.screen.focus.map(bench.screen.tag) == "BC")
        #expect(try bench.screen.top == top, "the window stays")
    }

    @Test func aDragBackwardsSelectsToo() throws {
        var bench = try Bench()
        try send(.press, at: place(of: "t come", in: bench), to: &bench)
        try send(.drag, at: place(of: "block contract", in: bench), to: &bench)
        #expect(bench.selected == "block contract")
    }

    @Test func aPressDropsTheSelection() throws {
        var bench = try Bench()
        try bench.press("s")
        try send(.press, at: place(of: "virtual ward", in: bench), to: &bench)
        #expect(try bench.screen.selection == nil)
        #expect(bench.fromCursor.hasPrefix("virtual ward"))
    }

    @Test func aHandThatShakesSelectsNothing() throws {
        var bench = try Bench()
        let place = try place(of: "block", in: bench)
        try send(.press, at: place, to: &bench)
        try send(.drag, at: place, to: &bench)
        try send(.release, at: place, to: &bench)
        #expect(bench.state.place == .read)
    }

    @Test func aDragThatBeganOutsideTheTextSelectsNothing() throws {
        var bench = try Bench()
        try send(.press, at: CursorPlace(row: 0, column: 5), to: &bench)
        try send(.drag, at: place(of: "block", in: bench), to: &bench)
        #expect(bench.state.place == .read)
        try send(.press, at: place(of: "block", in: bench), to: &bench)
        try send(.release, at: place(of: "block", in: bench), to: &bench)
        try send(.drag, at: place(of: "come", in: bench), to: &bench)
        #expect(bench.state.place == .read)
    }

    @Test func aDragBeyondTheEdgeMovesTheText() throws {
        var bench = try Bench(WindowTests.hundred)
        try bench.press("g g")
        try send(.press, at: place(of: "Line 5.", in: bench), to: &bench)
        for _ in 0..<25 { try send(.drag, at: CursorPlace(row: 21, column: 12), to: &bench) }
        #expect(bench.selected?.hasPrefix("Line 5.\n") == true)
        #expect(try bench.screen.top > 0)
        try bench.expectSound()
        for _ in 0..<60 { try send(.drag, at: CursorPlace(row: 0, column: 12), to: &bench) }
        #expect(bench.selected?.hasPrefix("Line 1") == true || bench.selected?.hasPrefix("L") == true)
        #expect(try bench.screen.top == 0)
    }

    @Test func theWheelScrollsAndTakesTheCursorAlong() throws {
        var bench = try Bench(WindowTests.hundred)
        try bench.press("g g")
        for _ in 0..<4 { try send(.wheelDown, at: CursorPlace(row: 5, column: 5), to: &bench) }
        #expect(try bench.screen.top == 12)
        #expect(bench.fromCursor.hasPrefix("Line 13."))
        for _ in 0..<99 { try send(.wheelDown, at: CursorPlace(row: 5, column: 5), to: &bench) }
        #expect(try bench.screen.top == 81)
        try bench.expectSound()
        try bench.press("G")
        for _ in 0..<99 { try send(.wheelUp, at: CursorPlace(row: 5, column: 5), to: &bench) }
        #expect(try bench.screen.top == 0)
        #expect(bench.fromCursor.hasPrefix("Line 19."))
    }

    @Test func theWheelLeavesASelectionAlone() throws {
        var bench = try Bench(WindowTests.hundred)
        try bench.press("5 0 G s")
        for _ in 0..<10 { try send(.wheelDown, at: CursorPlace(row: 5, column: 5), to: &bench) }
        #expect(bench.selected == "Line 50.")
        #expect(bench.state.frame(bench.look).cursor == nil)
        #expect(!bench.picture.contains("Line 50."))
        try bench.press("c")
        #expect(bench.picture.contains("Line 50."))
        try bench.press("Esc j")
        #expect(bench.state.frame(bench.look).cursor != nil)
    }

    @Test func theWheelGoesThroughListsOfOverlays() throws {
        var bench = try Bench()
        try bench.press("s c")
        try bench.send(.mouse(MouseEvent(.wheelDown, row: 15, column: 5)))
        #expect(bench.picker?.list.selection == 1)
        try bench.send(.mouse(MouseEvent(.wheelUp, row: 15, column: 5)))
        #expect(bench.picker?.list.selection == 0)
        try bench.send(.mouse(MouseEvent(.press, row: 3, column: 20)))
        #expect(bench.picker != nil)
        #expect(bench.selected == "How did the block contract come about?")
        try bench.press("Esc ?")
        let first = bench.help?.chosen
        try bench.send(.mouse(MouseEvent(.wheelDown, row: 5, column: 5)))
        #expect(bench.help?.chosen != first)
    }

    @Test func aMemoBeingWrittenIsLeftAlone() throws {
        var bench = try Bench()
        try bench.press("s c Enter m")
        try bench.type("half")
        for action in [MouseEvent.Action.press, .drag, .wheelDown, .release] {
            try bench.send(.mouse(MouseEvent(action, row: 5, column: 20)))
        }
        #expect(bench.memo?.line.text == "half")
        #expect(bench.fromCursor.hasPrefix("?"), "where the coded sentence ends")
    }

    @Test func inAWindowTooSmallTheMouseDoesNothing() throws {
        var bench = try Bench()
        try bench.send(.resize(rows: 5, columns: 20))
        for action in [MouseEvent.Action.press, .drag, .wheelDown, .wheelUp, .release] {
            try bench.send(.mouse(MouseEvent(action, row: 1, column: 10)))
        }
        #expect(bench.fromCursor.hasPrefix("How did"))
        #expect(bench.state.place == .read)
    }
}
