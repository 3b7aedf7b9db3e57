// What is open about codings is asked one by one, above nothing that hides the passage, and answered by one act each.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct QuestionTests {
    /// A bench with one coding of BC on the first question, in focus, whose memo two clones wrote at once.
    private func disputed(_ memos: [String] = ["from the desk", "from the train"], rows: Int = 24, columns: Int = 80)
        throws
        -> Bench
    {
        var bench = try Bench(rows: rows, columns: columns)
        try bench.press("s c b c Enter")
        let screen = try bench.screen
        let coding = try #require(screen.codings.first)
        let edit = bench.edit(by: bench.state.coder)
        let lines = memos.compactMap { memo in edit.change(coding, CodingChanges(memo: memo)) }
        bench.state.coding?.add(lines.flatMap(\.operations))
        return bench
    }

    /// A bench with a coding of BC that was made on an older text; a revision guessed that it stands on `words` now.
    private func guessed(_ words: String) throws -> Bench {
        var bench = try Bench()
        let screen = try bench.screen
        let edit = bench.edit(by: bench.state.coder)
        let older = CanonicalText("Interviewer: How did the old contract come about?")
        let asked = try #require(older.occurrences(of: "the old contract").first)
        let code = try #require(bench.state.study.codebook.codes.first { $0.mnemonic == "bc" })
        let version = try #require(VersionTag("0123456789abcdef"))
        let made = edit.apply([code], to: asked, of: screen.document.uuid, text: older, version: version)
        bench.state.coding?.add(try #require(made).operations)
        let coding = try #require(try bench.screen.allCodings.first)
        let span = try #require(screen.transcript.text.occurrences(of: words).first)
        let anchor = edit.anchor(of: span, in: screen.transcript.text, version: screen.version)
        let guess = edit.change(coding, CodingChanges(anchor: anchor, how: "guess"))
        bench.state.coding?.add(try #require(guess).operations)
        return bench
    }

    @Test func twoMemosAreShownWithWhoWroteThemAndOneIsTaken() throws {
        var bench = try disputed()
        try bench.press("g !")
        #expect(bench.picture.contains("question 1 of 1: two memos of BC Block contracts, by rs"))
        #expect(bench.picture.contains("memo: “from the desk”  (rs "))
        #expect(bench.picture.contains("memo: “from the train”  (rs "))
        let saved = bench.saved.count
        try bench.press("2")
        #expect(bench.saved.count == saved + 1)
        #expect(try bench.screen.codings.first?.memo == "from the train")
        #expect(try bench.screen.ledger.disputes.isEmpty)
        #expect(bench.said == "settled: BC Block contracts · u undoes · nothing else is open here")
    }

    @Test func whatWasSettledCanBeUndone() throws {
        var bench = try disputed()
        try bench.press("g ! Enter u")
        #expect(try bench.screen.ledger.disputes.count == 1)
    }

    @Test func threeValuesHaveThreeAnswers() throws {
        var bench = try disputed(["one", "two", "three"])
        try bench.press("g ! Down Down Enter")
        #expect(try bench.screen.codings.first?.memo == "three")
    }

    @Test(arguments: [(16, 60), (24, 80), (40, 120), (60, 200)])
    func thePassageStaysInSightAboveTheQuestion(_ rows: Int, _ columns: Int) throws {
        var bench = try disputed(rows: rows, columns: columns)
        try bench.press("G g !")
        let box = try #require(bench.lines.firstIndex { $0.contains("question 1 of 1") })
        #expect(bench.lines[..<box].contains { $0.contains("How did the block contract") })
        bench.surface.expectSound()
    }

    @Test func aGuessIsNotShownBeforeItIsAcceptedOnItsPassage() throws {
        var bench = try guessed("virtual ward")
        #expect(bench.codings.isEmpty, "a guess moves nothing")
        try bench.press("g !")
        #expect(bench.picture.contains("is this the passage of BC Block contracts, by rs?"))
        #expect(bench.picture.contains("before: “the old contract”"))
        #expect(bench.picture.contains("now:    “virtual ward”"))
        try bench.press("Enter")
        #expect(bench.codings == ["rs BC virtual ward"])
        #expect(try bench.screen.hits.isEmpty)
        try bench.press("u")
        #expect(bench.codings.isEmpty)
    }

    @Test func aRefusedGuessIsAskedAboutAsAnOrphanThatIsPlacedOnSelectedWords() throws {
        var bench = try guessed("virtual ward")
        try bench.press("g ! 2")
        #expect(bench.picture.contains("where is the passage of BC Block contracts"))
        #expect(bench.picture.contains("guess refused"))
        try bench.press("Esc")
        #expect(bench.state.overlay == nil)
        try bench.go(to: "nobody minds")
        try bench.press("s g ! 1")
        #expect(bench.codings.count == 1)
        #expect(bench.codings.first?.contains("nobody minds") == true)
    }

    @Test func aCodingWhosePassageIsGoneIsLetGo() throws {
        var bench = try guessed("virtual ward")
        try bench.press("g ! 3")
        #expect(try bench.screen.allCodings.isEmpty)
        try bench.press("u")
        #expect(try bench.screen.allCodings.count == 1)
    }

    @Test func anActAfterAFailedAnswerAsksNothing() throws {
        var bench = try disputed()
        // The answer is never saved: the disk fails.
        _ = bench.state.handle(.key(KeyPress("g")), edit: bench.edit(by: bench.state.coder))
        _ = bench.state.handle(.key(KeyPress("!")), edit: bench.edit(by: bench.state.coder))
        _ = bench.state.handle(.key(KeyPress(.enter)), edit: bench.edit(by: bench.state.coder))
        try bench.press("G s c d a Enter")
        #expect(bench.state.overlay == nil)
    }

    @Test func tabLeavesAQuestionOpenAndGoesToTheNext() throws {
        var bench = try disputed()
        let screen = try bench.screen
        let coding = try #require(screen.codings.first)
        let edit = bench.edit(by: bench.state.coder)
        let stars = [1, 2].compactMap { edit.change(coding, CodingChanges(star: $0)) }
        bench.state.coding?.add(stars.flatMap(\.operations))
        try bench.press("g ! Tab")
        #expect(bench.picture.contains("question 2 of 2: two numbers of stars"))
        try bench.press("1")
        #expect(bench.picture.contains("question 1 of 1: two memos"), "the other one comes up by itself")
        #expect(bench.picture.contains("settled: BC Block contracts"))
    }

    @Test func whereNothingIsOpenItSaysSo() throws {
        var bench = try Bench()
        try bench.press("g !")
        #expect(bench.said.hasPrefix("Nothing is open in this document"))
        #expect(bench.state.overlay == nil)
    }

    @Test func lettersAndPastesAnswerNothing() throws {
        var bench = try disputed()
        let saved = bench.saved.count
        try bench.press("g ! y q 7 0")
        try bench.paste("1\n")
        #expect(bench.saved.count == saved)
        #expect(bench.state.overlay != nil)
        try bench.press("Esc")
        #expect(try bench.screen.hits.isEmpty)
    }
}
