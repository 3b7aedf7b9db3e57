// Marks: a letter for a place.

import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct MarkTests {
    private static let text = "B07: O|ne.\n\nB07: Two.\n\nB07: Three."

    @Test func aMarkIsSetAndGoneBackTo() throws {
        var bench = try Bench(at: Self.text)
        try bench.press("` a")
        #expect(bench.said == "mark a set at B07:1 · 'a comes back to it")
        try bench.press("G ' a")
        #expect(bench.markedCursor == Self.text)
        try bench.press("} ` b ' a ' b")
        #expect(bench.fromCursor.hasPrefix("Two."))
    }

    @Test func aMarkIsKeptAtOnce() throws {
        var bench = try Bench(at: Self.text)
        try bench.press("` a } ` q")
        let kept = bench.effects.compactMap { effect in
            if case .keepPlace(let place, _) = effect { place } else { nil }
        }
        #expect(kept.last?.marks == ["a": 6, "q": 16])
    }

    @Test func aMarkMovesWhenItIsSetAgain() throws {
        var bench = try Bench(at: Self.text)
        try bench.press("` a } ` a g g ' a")
        #expect(bench.fromCursor.hasPrefix("Two."))
    }

    @Test func anUnknownMarkNamesThoseThereAre() throws {
        var bench = try Bench(at: Self.text)
        try bench.press("' x")
        #expect(bench.said == "No mark is set in this document: ` and a letter sets one.")
        try bench.press("` c ` a ' x")
        #expect(bench.said == "There is no mark x here; there is a, c.")
        #expect(bench.markedCursor == Self.text)
    }

    @Test(arguments: ["1", "!", "F3", "Space", "Enter", "é"])
    func onlyLettersNameMarks(_ key: String) throws {
        var bench = try Bench(at: Self.text)
        try bench.press("`")
        if let press = KeyPress(name: key) { try bench.send(.key(press)) } else { try bench.type(key) }
        #expect(bench.said.hasPrefix("` (set mark) needs a letter from a to z, not "), "\(bench.said)")
        #expect(try bench.screen.marks.isEmpty)
    }

    @Test func escLeavesTheMarkUnset() throws {
        var bench = try Bench(at: Self.text)
        try bench.press("` Esc a")
        #expect(try bench.screen.marks.isEmpty)
    }

    @Test func aSelectionGoesToAMark() throws {
        #expect(
            try Bench.selection(after: "` a } } v ' a", at: Self.text) == "B07: O«ne.\n\nB07: Two.\n\nB07: T»hree."
        )
    }
}
