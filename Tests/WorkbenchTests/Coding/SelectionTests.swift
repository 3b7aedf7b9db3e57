// What is selected: `|` is the cursor before, `«…»` what would be coded after.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct SelectionTests {
    @Test(arguments: [
        ("s", "|One two. Three.", "«One two.» Three."),
        ("s", "One two. Th|ree.", "One two. «Three.»"),
        ("s", "One two.| Three.", "One two. «Three.»"),
        ("2 s", "|One. Two. Three.", "«One. Two.» Three."),
        ("3 s", "|One. Two. Three. Four.", "«One. Two. Three.» Four."),
        ("9 s", "B07: |One. Two.\n\nInterviewer: Three.", "B07: «One. Two.»\n\nInterviewer: Three."),
        ("s", "B0|7: One. Two.", "B07: «One.» Two."),
        ("s", "One.\n|\nB07: Two. Three.", "One.\n\nB07: «Two.» Three."),
        ("s", "One. Two|.\n", "One. «Two.»\n"),
        ("s", "B07: One.\n\nB07: Two.\n\n|", "B07: One.\n\nB07: «Two.»\n\n"),
        ("s", "One |said “leave it”. Two.", "«One said “leave it”.» Two."),
        ("s", "Dr. Ha|ll said so. Two.", "«Dr. Hall said so.» Two."),
        ("s", "One |goes on\nin the next line.", "«One goes on»\nin the next line."),
        ("s", "|我们有。他们没有。", "«我们有。»他们没有。"),
        ("s s", "|One. Two.", "«One.» Two."),
        ("t", "B07: On|e. Two.\n\nB07: Three.", "B07: «One. Two.»\n\nB07: Three."),
        ("t", "B|07: One. Two.\n\nB07: Three.", "B07: «One. Two.»\n\nB07: Three."),
        ("t", "B07: One.\n|\nB07: Two.", "B07: One.\n\nB07: «Two.»"),
        ("t", "B07: One.\n\nB07: Two.\n\n|", "B07: One.\n\nB07: «Two.»\n\n"),
        ("t", "|Title\nand date.\n\nB07: Two.", "«Title\nand date.»\n\nB07: Two."),
        ("s t", "B07: One. T|wo.", "B07: «One. Two.»"),
        ("2 t", "B07: On|e.\n\nB07: Two.\n\nB07: Three.", "B07: «One.\n\nB07: Two.»\n\nB07: Three."),
        ("3 t", "B07: One.\n\nB07: T|wo.\n\nB07: Three.", "B07: One.\n\nB07: «Two.\n\nB07: Three.»"),
        ("s 2 t", "B07: On|e.\n\nB07: Two.", "B07: «One.»\n\nB07: Two."),
        ("s", "|She said,\nand went.", "«She said»,\nand went."),
    ])
    func sentencesAndTurns(_ keys: String, _ before: String, _ after: String) throws {
        #expect(try Bench.selection(after: keys, at: before) == after)
    }

    @Test(arguments: [
        ("v", "|One two.", "«O»ne two."),
        ("v l l", "|One two.", "«One» two."),
        ("v l l l", "|One two.", "«One» two."),
        ("v 2 l", "|One two.", "«On»e two."),
        ("v h h", "One| two.", "O«ne» two."),
        ("v", "One| two.", "One two."),
        ("v $", "O|ne two.", "O«ne two.»"),
        ("v Home", "One tw|o.", "«One two»."),
        ("v 0", "One tw|o.", "«One two»."),
        ("v j", "O|ne\ntwo.", "O«ne\ntw»o."),
        ("v k", "One\nt|wo.", "O«ne\ntw»o."),
        ("v G", "O|ne\ntwo\nthree", "O«ne\ntwo\nt»hree"),
        ("v l", "One\n|\ntwo", "One\n\n«t»wo"),
        ("v", "a|e\u{301}b", "a«e\u{301}»b"),
        ("v l", "|e\u{301}👩‍👩‍👧b", "«e\u{301}👩‍👩‍👧»b"),
        ("v", "|我们", "«我»们"),
    ])
    func charactersTrimmedOfBlanks(_ keys: String, _ before: String, _ after: String) throws {
        #expect(try Bench.selection(after: keys, at: before) == after)
    }

    @Test(arguments: [
        ("v w", "|One two. Three.", "«One» two. Three."),
        ("v w w", "|One two. Three.", "«One two». Three."),
        ("v w w w", "|One two. Three.", "«One two. Three»."),
        ("v w w b", "|One two. Three.", "«One» two. Three."),
        ("v w w b b", "|One two. Three.", "«O»ne two. Three."),
        ("v w", "O|ne two.", "O«ne» two."),
        ("v b", "One tw|o.", "One «two»."),
        ("v b b", "One tw|o.", "«One two»."),
        ("v b b w", "One tw|o.", "One «two»."),
        ("v w", "|a b", "«a b»"),
        ("v w l", "|One, two.", "«One», two."),
        ("v w l l", "|One, two.", "«One», two."),
        ("v w l l l", "|One “two”.", "«One “t»wo”."),
        ("v h h h", "One, t|wo.", "One, «tw»o."),
        ("v", "One|, two.", "One«,» two."),
        ("v )", "|One two. Three. Four.", "«One two.» Three. Four."),
        ("v ) )", "|One two. Three. Four.", "«One two. Three.» Four."),
        ("v ) ) (", "|One two. Three. Four.", "«One two.» Three. Four."),
        ("v ) ) ( (", "|One two. Three. Four.", "«O»ne two. Three. Four."),
        ("v (", "One. Two th|ree.", "One. «Two thr»ee."),
        ("v ( (", "One. Two th|ree.", "«One. Two thr»ee."),
        ("s )", "|One. Two. Three.", "«One. Two.» Three."),
        ("s ) ) ) )", "|One. Two. Three.", "«One. Two. Three.»"),
        ("s ) (", "|One. Two. Three.", "«One.» Two. Three."),
        ("3 s (", "|One. Two. Three.", "«One. Two.» Three."),
        ("s w", "|One. Two three.", "«One. Two» three."),
        ("s w b", "|One. Two three.", "«One». Two three."),
        ("s b", "|One two.", "«One two»."),
        ("s )", "|ok 👍🏽\n\nB07: Two.", "«ok 👍🏽\n\nB07: Two.»"),
        ("v }", "B07: O|ne. Two.\n\nB07: Three.", "B07: O«ne. Two.»\n\nB07: Three."),
        ("v } }", "B07: O|ne. Two.\n\nB07: Three.", "B07: O«ne. Two.\n\nB07: Three.»"),
        ("v } } {", "B07: O|ne. Two.\n\nB07: Three.", "B07: O«ne. Two.»\n\nB07: Three."),
        ("v {", "B07: One. T|wo.", "B07: «One. Tw»o."),
        ("t }", "B07: |One.\n\nB07: Two.", "B07: «One.\n\nB07: Two.»"),
    ])
    func motionsTakeInWholeUnitsAndGiveThemBack(_ keys: String, _ before: String, _ after: String) throws {
        #expect(try Bench.selection(after: keys, at: before) == after)
    }

    @Test(arguments: [
        ("s o (", "One. T|wo. Three.", "«One. Two.» Three."),
        ("s o b", "One two. T|hree.", "One «two. Three.»"),
        ("s o h", "One. T|wo.", "One. «Two.»"),
        ("s o o )", "|One. Two.", "«One. Two.»"),
        ("v w o b", "One t|wo three", "One «two» three"),
        ("t o {", "B07: One.\n\nB07: T|wo.", "B07: «One.\n\nB07: Two.»"),
        ("o", "|One.", "One."),
    ])
    func theOtherEndCanMove(_ keys: String, _ before: String, _ after: String) throws {
        #expect(try Bench.selection(after: keys, at: before) == after)
    }

    @Test func escDropsTheSelectionAndGoesToWhereItBegan() throws {
        for keys in ["s Esc", "v w w Esc", "t q", "s Ctrl-C", "s V"] {
            var bench = try Bench(at: "B07: |One two. Three.")
            try bench.press(keys)
            #expect(try bench.screen.selection == nil, "\(keys)")
            #expect(bench.markedCursor == "B07: |One two. Three.", "\(keys)")
            #expect(bench.state.place == .read)
        }
    }

    @Test func aSelectionOfBlanksIsNothingToCode() throws {
        var bench = try Bench(at: "One| two.")
        try bench.press("v c")
        #expect(bench.picker == nil)
        #expect(bench.said == "There are no words here to code.")
        #expect(bench.status.contains("SELECT passage · 0 words"))
    }

    @Test func aCountBeyondTheTurnSaysWhereItEnds() throws {
        var bench = try Bench(at: "B07: |One. Two.\n\nB07: Three.")
        try bench.press("3 s")
        #expect(bench.markedSelection == "B07: «One. Two.»\n\nB07: Three.")
        #expect(bench.said == "The turn has no more sentences; ) takes in what comes after it.")
        try bench.press(")")
        #expect(bench.markedSelection == "B07: «One. Two.\n\nB07: Three.»")
        try bench.press("Esc 9 t")
        #expect(bench.markedSelection == "B07: «One. Two.\n\nB07: Three.»")
        #expect(bench.said == "No more turns come after this one.")
        try bench.press("Esc 2 s")
        #expect(bench.said.isEmpty)
    }

    @Test func codingsTakeASelectionAlong() throws {
        var bench = try Bench(others: [("ag", "nobody minds", "bc"), ("ag", "a target", "vw")])
        try bench.press("v ]")
        #expect(bench.selected?.hasSuffix("last year's figures, and n") == true)
        try bench.press("]")
        #expect(bench.selected?.hasSuffix("staff and a") == true)
        try bench.press("[ [")
        #expect(bench.said == "No coding begins before this place.")
    }

    @Test func theStatusLineSaysWhatIsSelectedAndHowMuch() throws {
        var bench = try Bench(at: "|One two. Three.")
        #expect(bench.status.hasPrefix(" READ"))
        try bench.press("s")
        #expect(bench.status.hasPrefix(" SELECT sentence · 2 words"))
        try bench.press("t")
        #expect(bench.status.hasPrefix(" SELECT turn · 3 words"))
        try bench.press("b")
        #expect(bench.status.hasPrefix(" SELECT passage · 3 words"))
        try bench.press("( b b")
        #expect(bench.status.hasPrefix(" SELECT passage · 1 word "))
    }

    @Test func aSelectionLongerThanTheWindowShowsWhereItBegins() throws {
        let sentences = (1...80).map { "Sentence number \($0) is here to fill the turn with talk." }
        var bench = try Bench("B07: " + sentences.joined(separator: " ") + "\n\nB07: Next.")
        try bench.press("G { { t")
        #expect(bench.selected?.hasPrefix("Sentence number 1 ") == true)
        #expect(bench.selected?.hasSuffix("with talk.") == true)
        #expect(bench.picture.contains("Sentence number 1 "))
        try bench.expectSound()
    }

    @Test func aSelectionThatFitsIsShownWhole() throws {
        let turns = (1...60).map {
            "B07: Turn \($0) opens. It goes on for a while and then some more, over a row. It ends \($0)."
        }
        var bench = try Bench(turns.joined(separator: "\n\n"))
        for number in [1, 9, 10, 11, 30, 60] {
            try bench.go(to: "Turn \(number) opens")
            try bench.press("t")
            #expect(bench.picture.contains("Turn \(number) opens"))
            #expect(bench.picture.contains("ends \(number)."))
            try bench.press("Esc")
        }
    }
}
