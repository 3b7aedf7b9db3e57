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
