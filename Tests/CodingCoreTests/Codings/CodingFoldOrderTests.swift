import TestSupport
import Testing

@testable import CodingCore

/// The state is free of the order of the lines, and a line read twice counts once.
@Suite struct CodingFoldOrderTests {
    /// A story in which nearly everything happens that can happen in six operations.
    private var eventful: Story {
        var story = Story()
        let coding = story.code()
        let one = story.memo("one", on: coding, seeing: coding)
        story.memo("two", on: coding, seeing: coding, by: "kt")
        story.uncode(coding, seeing: [coding, one])
        let undo = story.undo(one)
        story.redo(undo)
        return story
    }

    @Test func everyOrderOfSixOperationsGivesTheSame() {
        let operations = eventful.operations
        let expected = CodingFold(operations).summary
        for order in permutations(operations) {
            #expect(CodingFold(order).summary == expected)
        }
    }

    @Test func everyOrderOfContradictingOperationsGivesTheSame() {
        var story = Story()
        let coding = story.code()
        story.memo("one", on: coding, seeing: coding)
        var operations = story.operations
        for memo in ["e\u{301}", "\u{E9}", "", "zwei"] {
            operations.append(
                LogOperation(
                    id: operations[1].id,
                    by: coderID("rs"),
                    at: operations[1].at,
                    body: .set(on: coding, replaces: [.memo: [coding]], changes: CodingChanges(memo: memo))
                )
            )
        }
        let expected = CodingFold(operations)
        #expect(expected.contradictions == [operations[1].id])
        for order in permutations(operations) {
            #expect(Array(CodingFold(order).summary.utf8) == Array(expected.summary.utf8))
        }
    }

    @Test(arguments: 0..<60) func shufflesAndDoublingsGiveTheSame(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let operations = randomStory(using: &random).operations
        let expected = CodingFold(operations).summary
        for _ in 0..<10 {
            let copies = operations + operations.filter { _ in Bool.random(using: &random) }
            #expect(CodingFold(copies.shuffled(using: &random)).summary == expected)
        }
    }

    // MARK: The same id twice

    @Test func theSameLineTwiceIsNoContradiction() {
        let operations = eventful.operations
        let fold = CodingFold(operations + operations)
        #expect(fold.contradictions == [])
        #expect(fold.summary == CodingFold(operations).summary)
    }

    @Test(arguments: [
        CodingChanges(memo: "other"), CodingChanges(star: 1), CodingChanges(memo: "caf\u{E9}"),
        CodingChanges(memo: "cafe\u{301}", how: "exact"), CodingChanges(),
    ])
    func oneIdWithTwoContentsIsAContradiction(changes: CodingChanges) {
        var story = Story()
        let coding = story.code()
        let change = story.memo("cafe\u{301}", on: coding, seeing: coding)
        let other = LogOperation(
            id: change,
            by: coderID("rs"),
            at: story.operations[1].at,
            body: .set(on: coding, replaces: [.memo: [coding]], changes: changes)
        )
        #expect(CodingFold(story.operations + [other]).contradictions == [change])
        #expect(CodingFold([other] + story.operations).contradictions == [change])
    }

    @Test func differencesInWhatWasSeenAreContradictionsAsWell() {
        var story = Story()
        let coding = story.code()
        let one = story.set(coding, CodingChanges(memo: "m", star: 1), seeing: [.memo: [coding], .star: [coding]])
        let seen: [[CodingField: [Identifier]]] = [[:], [.memo: [coding]], [.star: [coding]], [.memo: [coding, one]]]
        let others = seen.map { replaces in
            LogOperation(
                id: one,
                by: coderID("rs"),
                at: story.operations[1].at,
                body: .set(on: coding, replaces: replaces, changes: CodingChanges(memo: "m", star: 1))
            )
        }
        let expected = CodingFold(story.operations + others).summary
        for order in permutations(story.operations + others) {
            #expect(CodingFold(order).summary == expected)
        }
        #expect(CodingFold(story.operations + others).contradictions == [one])
    }
}
