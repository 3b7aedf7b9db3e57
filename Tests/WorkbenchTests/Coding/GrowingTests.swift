// `v` makes a selection and grows it; `V` shrinks it to what it was.

import Testing

@testable import Workbench

@MainActor
@Suite struct GrowingTests {
    @Test(arguments: [
        ("v v", "On|e two. Three.", "«One» two. Three."),
        ("v v v", "On|e two. Three.", "«One two.» Three."),
        ("v v v v", "On|e two. Three.", "«One two. Three.»"),
        ("v v v v v v", "On|e two. Three.", "«One two. Three.»"),
        ("v l l v", "O|ne two. Three.", "«One» two. Three."),
        ("v w w v", "O|ne two. Three.", "«One two». Three."),
        ("s v", "|One. Two.\n\nB07: Three.", "«One. Two.»\n\nB07: Three."),
        ("v ) ) v", "B07: O|ne. Two. Three.\n\nB07: Four.", "B07: «One. Two.» Three.\n\nB07: Four."),
        ("v v", "don|'t stop.", "«don't» stop."),
        ("v v", "We 我|们有。", "«We 我们有。»"),
        ("v v V", "On|e two.", "On«e» two."),
        ("v v v V", "On|e two. Three.", "«One» two. Three."),
        ("v v v V V", "On|e two. Three.", "On«e» two. Three."),
        ("v v v V V V", "On|e two. Three.", "One two. Three."),
        ("s v V", "|One. Two.", "«One.» Two."),
    ])
    func fromCharactersToTheTurnAndBack(_ keys: String, _ before: String, _ after: String) throws {
        #expect(try Bench.selection(after: keys, at: before) == after)
    }

    @Test(arguments: [
        ("v v", "One two|. Three.", "«One two.» Three."),
        ("v v", "One,| two.", "«One, two.»"),
        ("v v", "One| – two. Three.", "«One – two.» Three."),
        ("v l v", "One tw|o. Three.", "One «two.» Three."),
        ("v l l v", "One tw|o. Three.", "One «two.» Three."),
    ])
    func besideWordsNothingOfTheNextSentenceIsTakenIn(_ keys: String, _ before: String, _ after: String) throws {
        #expect(try Bench.selection(after: keys, at: before) == after)
    }

    @Test func aTurnGrowsNoFurtherAndSaysSo() throws {
        var bench = try Bench(at: "B07: |One. Two.\n\nB07: Three.")
        try bench.press("t v")
        #expect(bench.markedSelection == "B07: «One. Two.»\n\nB07: Three.")
        #expect(bench.said == "Nothing wider than a turn to grow to; motions go on from here.")
        try bench.press("V")
        #expect(try bench.screen.selection == nil)
    }

    @Test func aLabelGrowsToItsWordOnlyAndThenToTheTalk() throws {
        #expect(try Bench.selection(after: "v v", at: "B|07: One.") == "«B07»: One.")
        #expect(try Bench.selection(after: "v v v", at: "B|07: One. Two.") == "«B07: One.» Two.")
    }

    @Test func whatAMotionChangedShrinksToWhatItWasBeforeItGrew() throws {
        #expect(try Bench.selection(after: "v v w V", at: "On|e two three.") == "On«e» two three.")
    }

    @Test func aNewSelectionForgetsHowTheOldOneGrew() throws {
        var bench = try Bench(at: "On|e two. Three.")
        try bench.press("v v v s V")
        #expect(try bench.screen.selection == nil)
    }
}
