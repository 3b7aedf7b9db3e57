// Stories of finding one's way: where one stopped, searching, marks, going back, what is not coded yet, what is shown.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct ReadingStories {
    /// The words from the cursor on, as they stand on the screen.
    private func words(at terminal: PseudoTerminal, _ count: Int = 4) -> String {
        guard let place = terminal.cursor else { return "" }
        return (0..<count).map { terminal.cell(place.row, place.column + $0).text }.joined()
    }

    private func expectCursor(
        _ terminal: PseudoTerminal,
        on words: String,
        _ location: SourceLocation = #_sourceLocation
    ) {
        let wide = words.unicodeScalars.contains { $0.value > 0x2000 }
        let found = terminal.waitFor { terminal in
            self.words(at: terminal, wide ? words.count * 2 : words.count).hasPrefix(words)
        }
        #expect(
            found,
            "the cursor stands on “\(self.words(at: terminal, 20))”\n\(terminal.text)",
            sourceLocation: location
        )
    }

    @Test func sheOpensWhereSheStopped() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("G {", until: "ln 16")
        expectCursor(terminal, on: "I could")
        terminal.quit()
        let next = try laboratory.workbench()
        expectCursor(next, on: "I could")
        next.quit()
    }

    @Test func aSelectionAndTheLayerAreThereTheNextDay() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "waiting list", "vw", coder: "jm")
        let terminal = try laboratory.open()
        terminal.press("A", until: "Only your own codings")
        terminal.press("} s", until: "SELECT sentence · 6 words")
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
        let next = try laboratory.workbench("open", "B07")
        next.expect("rs only")
        next.expect("SELECT")
        next.quit()
    }

    @Test func searchingFindsWordsOverLineEndsAndGoesRound() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("/", until: "/")
        terminal.type("nobody minds")
        terminal.press("Enter")
        expectCursor(terminal, on: "nobody minds")
        terminal.press("/")
        terminal.type("interviewer")
        terminal.press("Enter")
        expectCursor(terminal, on: "Interviewer: And")
        terminal.press("n")
        expectCursor(terminal, on: "Interviewer: Who")
        terminal.press("n")
        expectCursor(terminal, on: "Interviewer: How")
        terminal.press("N")
        expectCursor(terminal, on: "Interviewer: Who")
        terminal.quit()
    }

    @Test func searchingFindsChineseAndSaysWhenThereIsNothing() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("/")
        terminal.type("病房")
        terminal.press("Enter")
        #expect(terminal.waitFor { terminal in self.words(at: terminal, 3).contains("病") })
        terminal.press("/")
        terminal.type("zebra")
        terminal.press("Enter")
        #expect(terminal.waitFor { $0.text.contains("zebra") && $0.text.lowercased().contains("no") })
        terminal.quit()
    }

    @Test func theWordUnderTheCursorIsLookedFor() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("} } } w w", until: "READ")
        terminal.press("/")
        terminal.type("left")
        terminal.press("Enter")
        expectCursor(terminal, on: "left it,")
        terminal.press("g /", until: "2")
        terminal.press("n")
        expectCursor(terminal, on: "left it,")
        terminal.quit()
    }

    @Test func aMarkIsFoundAgainTheNextDay() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("G {", until: "ln 16")
        terminal.press("` a", until: "a")
        terminal.press("g g", until: "ln 1/")
        terminal.quit()
        let next = try laboratory.open()
        next.press("g g", until: "ln 1/")
        next.press("' a", until: "ln 16")
        expectCursor(next, on: "I could")
        next.press("' z", until: "z")
        next.quit()
    }

    @Test func aJumpIsTakenBackEvenOverDocuments() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("}", until: "READ")
        expectCursor(terminal, on: "Well,")
        terminal.press("G", until: "ln 18")
        terminal.press("H", until: "ln 5")
        expectCursor(terminal, on: "Well,")
        terminal.press("L", until: "ln 18")
        terminal.press("g t", until: "A/A03")
        terminal.press("k Enter", until: "A03 ln")
        terminal.press("H", until: "B07 ln 18")
        terminal.quit()
    }

    @Test func theNextPassageWithoutACodingIsOneKeyAway() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "Well, it was before my time.", "bc")
        let terminal = try laboratory.open()
        terminal.press("g g", until: "ln 1/")
        terminal.press("g", "n")
        expectCursor(terminal, on: "How did")
        terminal.press("g", "n")
        expectCursor(terminal, on: "We plan")
        terminal.press("g", "N")
        expectCursor(terminal, on: "How did")
        terminal.quit()
    }

    @Test func theSpotlightShowsOneCodeAlone() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "Well, it was before my time.", "bc")
        try laboratory.expectDone("code", "B07", "--quote", "three people", "cc")
        let terminal = try laboratory.open()
        terminal.press("}", until: "BC Block contracts")
        terminal.press("f", until: "spotlight")
        #expect(terminal.waitFor { !$0.text.contains("CC Commissioning confusion") })
        terminal.press("f")
        terminal.expect("CC Commissioning confusion")
        terminal.quit()
    }

    @Test func panesComeAndGo() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "Well, it was before my time.", "bc")
        let terminal = try laboratory.open(rows: 60, columns: 200)
        terminal.press("}", until: "BC Block contracts")
        terminal.expect("CODEBOOK")
        terminal.expect("Any account of block funding")
        terminal.press("z")
        #expect(terminal.waitFor { !$0.text.contains("CODEBOOK") })
        terminal.expect("Well, it was before my time.")
        terminal.press("z", until: "CODEBOOK")
        terminal.quit()
        let narrower = try laboratory.open(rows: 40, columns: 120)
        narrower.press("}", until: "BC Block contracts")
        #expect(!narrower.text.contains("CODEBOOK"))
        narrower.press("|", until: "Any account of block funding")
        narrower.quit()
    }

    @Test func theScreenIsBlankAtOnceAndNothingTypedThenCounts() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("} s", until: "SELECT")
        terminal.press("F9")
        #expect(terminal.waitFor { !$0.text.contains("Well") && !$0.text.contains("B07") })
        terminal.press("c", "b", "c", "Enter", "x", "Q")
        terminal.press("F9", until: "Well, it was before my time.")
        #expect(try laboratory.logLines().isEmpty)
        terminal.quit()
    }

    @Test func aDragTakesWholeWords() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        let row = try #require((0..<24).first { terminal.line($0).contains("Well, it was") })
        let column = try #require((0..<80).first { terminal.cell(row, $0).text == "W" })
        // From the second letter of “Well” to the middle of “before”.
        let line = terminal.line(row)
        let before = try #require(line.range(of: "before"))
        let target = line.distance(from: line.startIndex, to: before.lowerBound) + 3
        terminal.send("\u{1B}[<0;\(column + 2);\(row + 1)M")
        terminal.send("\u{1B}[<32;\(target + 1);\(row + 1)M")
        terminal.send("\u{1B}[<0;\(target + 1);\(row + 1)m")
        terminal.expect("SELECT")
        terminal.press("c", until: "code 4 words")
        terminal.type("bc")
        terminal.press("Enter", until: "coded")
        #expect(try laboratory.codings() == ["rs block-contracts Well, it was before"])
        terminal.quit()
    }

    @Test func leavingSumsUpTheSitting() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("} c", until: "code 6 words")
        terminal.type("bc")
        terminal.press("Enter", until: "coded")
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
        #expect(terminal.text.contains("1 passage"), "\(terminal.text)")
        try laboratory.configure("summary = off\n")
        let next = try laboratory.open()
        next.press(") s 1", until: "coded")
        next.press("Q")
        #expect(next.waitForExit() == .exited(0))
        #expect(!next.text.contains("passage"))
    }
}
