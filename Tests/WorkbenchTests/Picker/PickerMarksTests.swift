// Several codes in one act, and codes by their digit.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct PickerMarksTests {
    private func marked(_ bench: Bench) -> [String] { bench.picker?.markedCodes.map(\.tag) ?? [] }

    @Test func markedCodesAreOneAct() throws {
        var bench = try Bench()
        try bench.press("s c Tab Down Down Tab Enter")
        #expect(
            bench.codings == [
                "rs BC How did the block contract come about?", "rs VW How did the block contract come about?",
            ]
        )
        #expect(bench.saved.count == 1)
        #expect(bench.said == "coded B07:3 BC Block contracts, VW Virtual wards · u undoes")
        try bench.press("u")
        #expect(bench.codings.isEmpty)
        #expect(bench.said == "undid “code BC, VW” in B07 · U brings it back")
        try bench.press("U")
        #expect(bench.codings.count == 2)
    }

    @Test func whatIsMarkedIsShownAndCounted() throws {
        var bench = try Bench()
        try bench.press("s c")
        #expect(bench.picture.contains("Tab mark several (0)"))
        try bench.press("Tab")
        #expect(bench.picture.contains("Tab mark several (1)"))
        #expect(bench.picture.contains(" •› BC"))
        try bench.press("Down Tab")
        #expect(bench.picture.contains(" •  BC"))
        #expect(bench.picture.contains(" •› DA"))
        #expect(bench.picture.contains("Tab mark several (2)"))
        try bench.press("Tab")
        #expect(marked(bench) == ["BC"])
    }

    @Test func marksOutliveTheQuery() throws {
        var bench = try Bench()
        try bench.press("s c v w Tab Ctrl-U b c Tab Enter")
        #expect(bench.codings.map { $0.prefix(5) } == ["rs VW", "rs BC"])
    }

    @Test func afterAMarkTheNextLetterBeginsAnew() throws {
        var bench = try Bench()
        try bench.press("s c v w Tab")
        #expect(bench.picker?.query.text == "vw", "the query stays in sight until something is typed")
        try bench.press("b")
        #expect(bench.picker?.query.text == "b")
        try bench.press("c Tab")
        try bench.paste("da")
        #expect(bench.picker?.query.text == "da")
        #expect(marked(bench) == ["VW", "BC"])
        try bench.press("Tab Backspace")
        #expect(bench.picker?.query.text == "d", "a key that edits goes on with what is there")
        try bench.press("a")
        #expect(bench.picker?.query.text == "da")
    }

    @Test func enterTakesTheMarkedOnesAndNotThePointed() throws {
        var bench = try Bench()
        try bench.press("s c Tab Down Enter")
        #expect(bench.codings.map { $0.prefix(5) } == ["rs BC"])
    }

    @Test func whatIsThereAlreadyIsLeftOutAndSaid() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter s c b c Tab v w Tab Enter")
        #expect(bench.codings.count == 2)
        #expect(bench.said == "coded B07:3 VW Virtual wards, besides BC · u undoes")
    }

    @Test func theDotGivesAllOfThemAgain() throws {
        var bench = try Bench()
        try bench.press("s c b c Tab v w Tab Enter ) .")
        #expect(bench.codings.map { $0.prefix(5) } == ["rs BC", "rs VW", "rs BC", "rs VW"])
        #expect(bench.saved.count == 2)
    }

    /// A bench where VW lies on 1, BC on 2 and DA on 3, as they were first used.
    private func used() throws -> Bench {
        var bench = try Bench()
        try bench.press("} s c v w Enter ) s c b c Enter ) s c d a Enter } }")
        return bench
    }

    @Test func aDigitIsTheSameCodeInThePickerAsInTheText() throws {
        for digit in 1...3 {
            var (inText, inPicker) = (try used(), try used())
            try inText.press("s \(digit)")
            try inPicker.press("s c")
            let tag = ["VW", "BC", "DA"][digit - 1]
            #expect(inPicker.lines.contains { $0.contains("│ \(digit)") && $0.contains(tag) })
            try inPicker.press("\(digit)")
            #expect(inPicker.codings == inText.codings)
            #expect(inPicker.saved.count == 4)
        }
    }

    @Test func codesOnNoDigitHaveNone() throws {
        var bench = try used()
        try bench.press("s c")
        let row = try #require(bench.lines.first { $0.contains("REO") && $0.hasPrefix("│ ") })
        #expect(row.hasPrefix("│     REO") || row.hasPrefix("│   › REO"), "\(row)")
        try bench.press("4")
        #expect(bench.picker?.query.text == "4")
        #expect(bench.saved.count == 3)
    }

    @Test func digitsAreLettersOnceSomethingIsTyped() throws {
        var bench = try used()
        try bench.press("s c v 3")
        #expect(bench.picker?.query.text == "v3")
        #expect(!bench.picture.contains("│ 1"))
        #expect(bench.saved.count == 3)
    }

    @Test func aDigitWithoutACodeIsTyped() throws {
        var bench = try Bench()
        try bench.press("s c 9")
        #expect(bench.picker?.query.text == "9")
        try bench.press("Ctrl-U 0")
        #expect(bench.picker?.query.text == "0")
    }

    @Test func whileSomeAreMarkedADigitMarks() throws {
        var bench = try used()
        try bench.press("s c")
        let first = try #require(bench.picker?.chosen?.tag)
        try bench.press("Tab")
        let other = first == "DA" ? 1 : 3
        try bench.press("\(other)")
        #expect(marked(bench) == [first, other == 1 ? "VW" : "DA"])
    }

    @Test func marksAreLeftWithThePicker() throws {
        var bench = try Bench()
        try bench.press("s c Tab Esc c")
        #expect(marked(bench) == [])
        #expect(bench.saved.isEmpty)
    }

    @Test func aRowThatMakesACodeCannotBeMarked() throws {
        var bench = try Bench()
        try bench.press("s c Up Tab")
        #expect(marked(bench) == [])
    }
}
