import TestSupport
import Testing

@testable import CodingCore

/// Which acts undo and redo leave in force.
@Suite struct UndoInFoldTests {
    @Test func undoTakesAnActOutOfForceAndRedoBringsItBack() {
        var story = Story()
        let coding = story.code()
        let first = story.undo(coding)
        #expect(story.fold.codings == [])
        story.redo(first)
        #expect(story.only?.id == coding)
        let second = story.undo(coding)
        #expect(story.fold.codings == [])
        story.redo(second)
        #expect(story.only?.id == coding)
    }

    @Test func twoUndosOfOneActNeedTwoRedos() {
        var story = Story()
        let coding = story.code()
        let undos = [story.undo(coding), story.undo(coding)]
        story.redo(undos[0])
        #expect(story.fold.codings == [])
        story.redo(undos[1])
        #expect(story.only?.id == coding)
    }

    @Test func undoTakesTheWholeOfABatch() {
        var story = Story()
        let act = story.nextID()
        _ = story.code("a", act: act)
        _ = story.code("b", act: act)
        let alone = story.code("c")
        story.undo(act)
        #expect(story.only?.id == alone)
    }

    @Test func undoOfAChangeGivesTheValueBefore() {
        var story = Story()
        let coding = story.code()
        let one = story.memo("one", on: coding, seeing: coding)
        let two = story.memo("two", on: coding, seeing: one)
        story.undo(two)
        #expect(story.only?.memo == "one")
        #expect(story.only?.heads[.memo] == [one])
        story.undo(one)
        #expect(story.only?.memo == "")
    }

    @Test func undoOfAnEarlierChangeLeavesTheLaterOne() {
        var story = Story()
        let coding = story.code()
        let one = story.memo("one", on: coding, seeing: coding)
        story.memo("two", on: coding, seeing: one)
        story.undo(one)
        // What "one" had replaced is in force again, and nothing in force replaces it: a person decides.
        #expect(story.only?.memo == "two")
        #expect(story.only?.disputed == [.memo])
    }

    @Test(arguments: [
        ("", false), ("u", true), ("ur", false), ("uru", true), ("urur", false), ("uu", true), ("uur", true),
        ("r", false), ("rr", false),
    ])
    func undosAndRedosByTurns(moves: String, isUndone: Bool) {
        var story = Story()
        let coding = story.code()
        var last = story.nextID()
        for move in moves {
            if move == "u" { last = story.undo(coding) } else { story.redo(last) }
        }
        #expect(story.fold.codings.isEmpty == isUndone)
    }

    @Test func aRedoTakenOutOfForceByAnUndoOfItsOwnActHasNone() {
        var story = Story()
        let coding = story.code()
        let undo = story.undo(coding)
        let redo = story.redo(undo)
        let again = story.undo(redo)
        #expect(story.fold.codings == [])
        story.redo(again)
        #expect(story.only?.id == coding)
    }

    @Test func undosAndRedosInACircleHaveNoForce() {
        var story = Story()
        // The redo belongs to the very act that the undo takes back, and brings it back.
        let act = story.nextID()
        let coding = story.code(act: act)
        let undo = story.undo(act)
        story.add(.redo(undo: undo), act: act)
        for order in permutations(story.operations) {
            #expect(CodingFold(order).codings.map(\.id) == [coding])
        }
    }

    @Test func aLongChainOfUndosOfRedosIsFollowedToItsEnd() {
        var story = Story()
        let coding = story.code()
        var act = coding
        for _ in 0..<5_000 { act = story.redo(story.undo(act)) }
        #expect(story.only?.id == coding, "the last word was a redo")
        story.undo(act)
        #expect(story.fold.codings == [])
    }

    @Test func undoOfAnUnknownActHasNoEffect() {
        var story = Story()
        let coding = story.code()
        story.undo(Identifier(high: 9, low: 9))
        #expect(story.only?.id == coding)
    }
}
