// Where every motion leads in a plain text. `|` is the cursor.

import Testing

@testable import Workbench

@MainActor
@Suite struct MotionTests {
    @Test(arguments: [
        ("l", "|One", "O|ne"),
        ("Right", "|One", "O|ne"),
        ("h", "O|ne", "|One"),
        ("Left", "O|ne", "|One"),
        ("2 l", "|One", "On|e"),
        ("9 l", "|One", "On|e"),
        ("9 h", "On|e", "|One"),
        ("h", "|One", "|One"),
        ("l", "On|e", "On|e"),
        ("l", "On|e\n", "On|e\n"),
        ("l", "On|e\ntwo", "One\n|two"),
        ("h", "One\n|two", "On|e\ntwo"),
        ("l", "On|e\n\ntwo", "One\n|\ntwo"),
        ("l l", "On|e\n\ntwo", "One\n\n|two"),
        ("h", "One\n\n|two", "One\n|\ntwo"),
        ("h h", "One\n\n|two", "On|e\n\ntwo"),
        ("1 2 l", "|abcdefghijklmnop", "abcdefghijkl|mnop"),
        ("1 0 l", "|abcdefghijklmnop", "abcdefghij|klmnop"),
    ])
    func characters(_ keys: String, _ before: String, _ after: String) throws {
        #expect(try Bench.cursor(after: keys, at: before) == after)
    }

    @Test(arguments: [
        ("j", "O|ne\ntwo", "One\nt|wo"),
        ("Down", "O|ne\ntwo", "One\nt|wo"),
        ("k", "One\nt|wo", "O|ne\ntwo"),
        ("Up", "One\nt|wo", "O|ne\ntwo"),
        ("j", "One\nt|wo", "One\nt|wo"),
        ("k", "O|ne\ntwo", "O|ne\ntwo"),
        ("5 j", "O|ne\ntwo", "One\nt|wo"),
        ("2 j", "|a\nb\nc\nd", "a\nb\n|c\nd"),
        ("2 k", "a\nb\nc\n|d", "a\n|b\nc\nd"),
        ("j", "On|e\n\ntwo", "One\n|\ntwo"),
        ("j j", "On|e\n\ntwo", "One\n\ntw|o"),
        ("k k", "One\n\ntw|o", "On|e\n\ntwo"),
        ("j", "long|er\nab\nlonger", "longer\na|b\nlonger"),
        ("j j", "long|er\nab\nlonger", "longer\nab\nlong|er"),
        ("j h j", "long|er\nab\nlonger", "longer\nab\n|longer"),
        ("j $ j", "|longer\nab\nlonger", "longer\nab\nl|onger"),
    ])
    func rowsKeepTheColumnThatTheCursorCameFrom(_ keys: String, _ before: String, _ after: String) throws {
        #expect(try Bench.cursor(after: keys, at: before) == after)
    }

    @Test(arguments: [
        ("w", "|One two.", "One |two."),
        ("w", "O|ne two.", "One |two."),
        ("w", "One |two. Three", "One two. |Three"),
        ("b", "One two. |Three", "One |two. Three"),
        ("b", "One t|wo", "One |two"),
        ("b", "One two|.", "One |two."),
        ("2 w", "|One two three four", "One two |three four"),
        ("2 b", "One two three |four", "One |two three four"),
        ("9 w", "|One two three", "One two |three"),
        ("9 b", "One two |three", "|One two three"),
        ("w", "One |two", "One |two"),
        ("b", "|One", "|One"),
        ("w", "|don't stop", "don't |stop"),
        ("w", "|well-known facts", "well-known |facts"),
        ("w", "|“Leave it”, he said", "“|Leave it”, he said"),
        ("w", "|One\ntwo", "One\n|two"),
        ("w", "five |six.\n\nB07: seven", "five six.\n\n|B07: seven"),
        ("w w", "five |six.\n\nB07: seven", "five six.\n\nB07: |seven"),
        ("b", "five six.\n\n|B07: seven", "five |six.\n\nB07: seven"),
        ("w", "|我们有 beds", "我|们有 beds"),
        ("3 w", "|我们有 beds", "我们有 |beds"),
    ])
    func words(_ keys: String, _ before: String, _ after: String) throws {
        #expect(try Bench.cursor(after: keys, at: before) == after)
    }

    @Test(arguments: [
        (")", "|One two. Three four!", "One two. |Three four!"),
        (")", "One |two. Dr. Hall said so. Next", "One two. |Dr. Hall said so. Next"),
        (") )", "One |two. Dr. Hall said so. Next", "One two. Dr. Hall said so. |Next"),
        ("2 )", "|One. Two. Three.", "One. Two. |Three."),
        (")", "One. |Two.", "One. |Two."),
        ("(", "One two. Three |four!", "One two. |Three four!"),
        ("(", "One two. |Three", "|One two. Three"),
        ("2 (", "One. Two. Th|ree.", "One. |Two. Three."),
        ("(", "|One.", "|One."),
        (")", "One. |Two.\n\nB07: Three.", "One. Two.\n\nB07: |Three."),
        ("(", "One. Two.\n\nB07: |Three.", "One. |Two.\n\nB07: Three."),
        ("(", "One. Two.\n\nB|07: Three.", "One. |Two.\n\nB07: Three."),
        (")", "|我们有。他们没有！好。", "我们有。|他们没有！好。"),
    ])
    func sentencesSkipLabelsAndAbbreviations(_ keys: String, _ before: String, _ after: String) throws {
        #expect(try Bench.cursor(after: keys, at: before) == after)
    }

    @Test(arguments: [
        ("}", "|Title.\n\nB07: Two.\n\nInterviewer: Three.", "Title.\n\nB07: |Two.\n\nInterviewer: Three."),
        ("} }", "|Title.\n\nB07: Two.\n\nInterviewer: Three.", "Title.\n\nB07: Two.\n\nInterviewer: |Three."),
        ("2 }", "|Title.\n\nB07: Two.\n\nInterviewer: Three.", "Title.\n\nB07: Two.\n\nInterviewer: |Three."),
        ("}", "B07: Tw|o.", "B07: Tw|o."),
        ("9 }", "B07: |One.\n\nB07: Two three.", "B07: One.\n\nB07: |Two three."),
        ("}", "B07: One.\n\nB07: Two th|ree.", "B07: One.\n\nB07: Two th|ree."),
        ("{", "B07: One.\n\nB07: Two th|ree.", "B07: One.\n\nB07: |Two three."),
        ("{ {", "B07: One.\n\nB07: Two th|ree.", "B07: |One.\n\nB07: Two three."),
        ("{", "B07: One.\n\nB|07: Two.", "B07: |One.\n\nB07: Two."),
        ("{", "B07: |One.", "B07: |One."),
        ("}", "B07: |One.\n\nB07: \n\nB07: Three.", "B07: One.\n\nB07: \n\nB07: |Three."),
    ])
    func turnsBeginAfterTheirLabels(_ keys: String, _ before: String, _ after: String) throws {
        #expect(try Bench.cursor(after: keys, at: before) == after)
    }

    @Test(arguments: [
        ("G", "|One\ntwo\nthree", "One\ntwo\n|three"),
        ("G", "|One\ntwo\n", "One\n|two\n"),
        ("g g", "One\ntwo\nth|ree", "|One\ntwo\nthree"),
        ("2 G", "|One\ntwo\nthree", "One\n|two\nthree"),
        ("2 g g", "|One\ntwo\nthree", "One\n|two\nthree"),
        ("9 9 G", "|One\ntwo\nthree", "One\ntwo\n|three"),
        ("0", "One t|wo", "|One two"),
        ("Home", "One t|wo", "|One two"),
        ("$", "|One two", "One tw|o"),
        ("End", "|One two", "One tw|o"),
        ("$", "|One  \ntwo", "On|e  \ntwo"),
        ("$", "|\nx", "|\nx"),
        ("0", "a\n|\nx", "a\n|\nx"),
    ])
    func linesAndRowEnds(_ keys: String, _ before: String, _ after: String) throws {
        #expect(try Bench.cursor(after: keys, at: before) == after)
    }

    @Test func aCountWaitsForItsMotionAndEscForgetsIt() throws {
        var bench = try Bench(at: "|abcdefgh")
        try bench.press("3")
        #expect(bench.state.count == 3)
        #expect(bench.status.contains("3…"))
        try bench.press("Esc l")
        #expect(bench.markedCursor == "a|bcdefgh")
    }

    @Test func aCountIsForOneCommandOnly() throws {
        #expect(try Bench.cursor(after: "3 l l", at: "|abcdefgh") == "abcd|efgh")
    }

    @Test func hugeCountsEndAtTheEndOfTheText() throws {
        #expect(try Bench.cursor(after: "9 9 9 9 9 9 9 9 9 9 9 w", at: "|One two three") == "One two |three")
        #expect(try Bench.cursor(after: "9 9 9 9 9 9 9 9 9 9 9 Space", at: "|One\ntwo") == "One\n|two")
    }

    @Test func anUnfinishedSequenceIsShownAndCanBeLeft() throws {
        var bench = try Bench(at: "One\ntw|o")
        try bench.press("g")
        #expect(bench.status.contains("g…"))
        try bench.press("Esc")
        #expect(bench.state.sequence.isEmpty)
        try bench.press("g z")
        #expect(bench.said == "gz does nothing here; ? shows what does.")
        #expect(bench.markedCursor == "One\ntw|o")
    }

    @Test func anUnfinishedCountTakesTheRoomOfTheLastSentence() throws {
        var bench = try Bench(at: "|One")
        try bench.press("x")
        #expect(!bench.said.isEmpty)
        try bench.press("4")
        #expect(bench.said.isEmpty)
        #expect(bench.status.contains("4…"))
    }
}
