// What is remembered of a document, and what of it still makes sense later.

import CodingCore
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct RememberingTests {
    @Test func placeWindowSelectionLayerAndMarksComeBack() throws {
        var before = try Bench(WindowTests.hundred)
        try before.press("6 0 G ` a 4 0 G j j j 2 s A")
        let kept = try before.screen.readingPlace
        var after = try Bench(WindowTests.hundred)
        after.state.coding?.restore(kept)
        #expect(after.selected == before.selected)
        #expect(try after.screen.cursor == before.screen.cursor)
        #expect(try after.screen.top == before.screen.top)
        #expect(try after.screen.layer == .mine)
        #expect(try after.screen.marks == ["a": kept.marks["a"] ?? -1])
        #expect(try after.screen.readingPlace == kept)
        try after.press("' a")
        #expect(after.state.place == .select)
        try after.expectSound()
    }

    @Test func theMovingEndIsRemembered() throws {
        var before = try Bench(at: "B07: One. T|wo. Three.")
        try before.press("s o")
        var after = try Bench(at: "B07: One. T|wo. Three.")
        after.state.coding?.restore(try before.screen.readingPlace)
        try after.press("b")
        #expect(after.markedSelection == "B07: «One. Two.» Three.")
    }

    @Test func anExtentBeingChangedIsNotASelection() throws {
        var bench = try Bench(at: "B07: |One.")
        try bench.press("s")
        bench.state.coding?.editing = .version7(milliseconds: 1, random: (1, 1))
        #expect(try bench.screen.readingPlace.selection == nil)
    }

    @Test func aNarrowerWindowKeepsTheCursorAndFillsItself() throws {
        var before = try Bench(WindowTests.hundred, rows: 40, columns: 120)
        try before.press("5 0 G")
        var after = try Bench(WindowTests.hundred, rows: 16, columns: 60)
        after.state.coding?.restore(try before.screen.readingPlace)
        #expect(after.fromCursor.hasPrefix("Line 50."))
        try after.expectSound()
    }

    @Test(arguments: [
        ReadingPlace(cursor: 9_999, top: 9_999, selection: TextSpan(9_000, 9_999), marks: ["a": 9_999]),
        ReadingPlace(cursor: .max, top: .max, selection: TextSpan(0, .max)),
        ReadingPlace(cursor: 0, top: 99, selection: TextSpan(2, 2)),
        ReadingPlace(cursor: 3, selection: TextSpan(1, 4)),
    ])
    func aTextThatGrewShorterDoesNoHarm(_ place: ReadingPlace) throws {
        for text in ["", "ae\u{301}b", Bench.interview, "\n\n"] {
            var bench = try Bench(text)
            bench.state.coding?.restore(place)
            try bench.expectSound()
            try bench.press("' a j k s Esc")
            try bench.expectSound()
        }
    }
}
