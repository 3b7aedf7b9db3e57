import TestSupport
import Testing

@testable import CodingCore

@Suite struct CodingFoldTests {
    @Test func nothingFoldsToNothing() {
        let fold = CodingFold([])
        #expect(fold.codings == [])
        #expect(fold.contradictions == [])
        #expect(fold.waiting == [])
    }

    @Test func aCodingIsWhatItsOperationSays() throws {
        var story = Story()
        let anchor = Story.anchor(17, 35)
        let id = story.add(
            .code(
                document: Story.document,
                anchor: anchor,
                code: slug("block"),
                rule: "0a1b2c3d",
                memo: "see B07",
                star: 2,
                doubt: true
            ),
            by: "kt"
        )
        let coding = try #require(story.only)
        #expect(coding.id == id)
        #expect(coding.coder == coderID("kt"))
        #expect(coding.document == Story.document)
        #expect(coding.anchor == anchor)
        #expect(coding.span == TextSpan(17, 35))
        #expect(coding.code == slug("block"))
        #expect(coding.rule == "0a1b2c3d")
        #expect(coding.memo == "see B07")
        #expect(coding.star == 2)
        #expect(coding.doubt)
        #expect(coding.codedAt == story.operations[0].at)
        #expect(coding.disputed == [])
        let fields: [CodingField] = [.span, .code, .rule, .memo, .star, .doubt]
        #expect(coding.heads == CodingHeads(madeBy: id))
        for field in fields { #expect(coding.heads[field] == [id]) }
        #expect(coding.heads[.whole] == nil)
        #expect(coding.allHeads == [id])
    }

    @Test func codingsStandByDocumentThenInTextOrderTheLongestFirst() {
        var story = Story()
        let other = Identifier(high: 0xD0D, low: 0)
        _ = story.code("z", TextSpan(0, 3), in: other)
        _ = story.code("d", TextSpan(5, 9))
        _ = story.code("c", TextSpan(2, 4))
        _ = story.code("b", TextSpan(2, 9))
        _ = story.code("b2", TextSpan(2, 9))
        _ = story.code("a", TextSpan(0, 3))
        #expect(story.fold.codes == ["a", "b", "b2", "c", "d", "z"])
    }

    // MARK: Changes

    @Test func theLastOfAChainOfChangesCounts() throws {
        var story = Story()
        let coding = story.code()
        let first = story.memo("one", on: coding, seeing: coding)
        let second = story.memo("two", on: coding, seeing: first)
        let third = story.memo("three", on: coding, seeing: second)
        let left = try #require(story.only)
        #expect(left.memo == "three")
        #expect(left.heads[.memo] == [third])
        #expect(left.heads[.star] == [coding])
        #expect(left.disputed == [])
        #expect(left.allHeads == [coding, third])
    }

    @Test func anEmptyMemoClearsIt() throws {
        var story = Story()
        let coding = story.code()
        let memo = story.memo("one", on: coding, seeing: coding)
        story.memo("", on: coding, seeing: memo)
        #expect(try #require(story.only).memo == "")
    }

    @Test func fieldsChangeOneByOne() throws {
        var story = Story()
        let coding = story.code()
        story.set(coding, CodingChanges(star: 3), seeing: [.star: [coding]])
        story.set(coding, CodingChanges(doubt: true), seeing: [.doubt: [coding]])
        story.set(coding, CodingChanges(memo: "m"), seeing: [.memo: [coding]], by: "kt")
        story.set(
            coding,
            CodingChanges(anchor: Story.anchor(0, 16), how: "edited"),
            seeing: [.span: [coding]],
            by: "kt"
        )
        let left = try #require(story.only)
        #expect(left.star == 3)
        #expect(left.doubt)
        #expect(left.memo == "m")
        #expect(left.span == TextSpan(0, 16))
        #expect(left.coder == coderID("rs"), "a coding stays its coder's whoever moves it")
        #expect(left.disputed == [])
    }

    @Test func oneOperationMayChangeSeveralFields() throws {
        var story = Story()
        let coding = story.code()
        let change = story.set(
            coding,
            CodingChanges(memo: "m", star: 1, doubt: true),
            seeing: [.memo: [coding], .star: [coding], .doubt: [coding]]
        )
        let left = try #require(story.only)
        #expect(left.memo == "m" && left.star == 1 && left.doubt)
        #expect(left.heads[.memo] == [change] && left.heads[.star] == [change])
        #expect(left.heads[.span] == [coding])
    }

    @Test(arguments: [
        [CodingField.code: true, .rule: true],
        [CodingField.code: true],  // a writer that names the code alone
    ])
    func recodingBringsTheRuleAlong(names: [CodingField: Bool]) throws {
        var story = Story()
        let coding = story.code("trust")
        story.set(
            coding,
            CodingChanges(code: slug("blame"), rule: "bbbbbbbb"),
            seeing: names.mapValues { _ in [coding] }
        )
        let left = try #require(story.only)
        #expect(left.code == slug("blame"))
        #expect(left.rule == "bbbbbbbb")
        #expect(left.disputed == [])
    }

    @Test func aRuleAloneKeepsTheCode() throws {
        var story = Story()
        let coding = story.code("trust")
        let kept = story.set(coding, CodingChanges(rule: "cccccccc"), seeing: [.rule: [coding]])
        let left = try #require(story.only)
        #expect(left.code == slug("trust"))
        #expect(left.rule == "cccccccc")
        #expect(left.heads[.rule] == [kept])
        #expect(left.heads[.code] == [coding])
    }

    @Test func recodingAndKeepingAtOnceDisputesTheRuleOnly() throws {
        var story = Story()
        let coding = story.code("trust")
        story.set(coding, CodingChanges(rule: "cccccccc"), seeing: [.rule: [coding]], by: "kt")
        story.set(
            coding,
            CodingChanges(code: slug("blame"), rule: "bbbbbbbb"),
            seeing: [.code: [coding], .rule: [coding]]
        )
        #expect(try #require(story.only).disputed == [.rule])
    }

    // MARK: Disputes

    @Test func twoChangesThatDoNotKnowOfOneAnotherAreDisputed() throws {
        var story = Story()
        let coding = story.code()
        let one = story.memo("one", on: coding, seeing: coding)
        let two = story.memo("two", on: coding, seeing: coding, by: "kt")
        let left = try #require(story.only)
        #expect(left.disputed == [.memo])
        #expect(left.heads[.memo] == [one, two])
        #expect(left.memo == "two", "the later one is shown until a person settles it")
    }

    @Test func theSameValueTwiceIsNoDispute() throws {
        var story = Story()
        let coding = story.code()
        let one = story.memo("same", on: coding, seeing: coding)
        let two = story.memo("same", on: coding, seeing: coding, by: "kt")
        let left = try #require(story.only)
        #expect(left.disputed == [])
        #expect(left.memo == "same")
        #expect(left.heads[.memo] == [one, two], "who changes it now has to name both")
    }

    @Test func differentFieldsAreNoDispute() throws {
        var story = Story()
        let coding = story.code()
        story.memo("one", on: coding, seeing: coding)
        story.set(coding, CodingChanges(star: 1), seeing: [.star: [coding]], by: "kt")
        #expect(try #require(story.only).disputed == [])
    }

    @Test func whoeverNamesAllHeadsSettlesADispute() throws {
        var story = Story()
        let coding = story.code()
        let one = story.memo("one", on: coding, seeing: coding)
        let two = story.memo("two", on: coding, seeing: coding, by: "kt")
        story.memo("both", on: coding, seeing: one, two)
        let left = try #require(story.only)
        #expect(left.memo == "both")
        #expect(left.disputed == [])
    }

    @Test func namingOneHeadLeavesTheDispute() throws {
        var story = Story()
        let coding = story.code()
        let one = story.memo("one", on: coding, seeing: coding)
        let two = story.memo("two", on: coding, seeing: coding, by: "kt")
        let three = story.memo("three", on: coding, seeing: one)
        let left = try #require(story.only)
        #expect(left.disputed == [.memo])
        #expect(left.heads[.memo] == [two, three])
    }

    @Test func aDisputeEndsWhenOneSideIsUndone() throws {
        var story = Story()
        let coding = story.code()
        story.memo("one", on: coding, seeing: coding)
        let two = story.memo("two", on: coding, seeing: coding, by: "kt")
        story.undo(two)
        let left = try #require(story.only)
        #expect(left.memo == "one")
        #expect(left.disputed == [])
    }

    @Test func aChangeWhoseForerunnerHasNotArrivedStandsBesideWhatIsThere() throws {
        var story = Story()
        let coding = story.code()
        let missing = story.nextID()
        let late = story.memo("late", on: coding, seeing: missing)
        let left = try #require(story.only)
        #expect(left.heads[.memo] == [coding, late])
        #expect(left.disputed == [.memo])
        let forerunner = LogOperation(
            id: missing,
            by: coderID("rs"),
            at: story.operations[0].at,
            body: .set(on: coding, replaces: [.memo: [coding]], changes: CodingChanges(memo: "early"))
        )
        let whole = try #require(CodingFold(story.operations + [forerunner]).codings.first)
        #expect(whole.memo == "late")
        #expect(whole.disputed == [])
    }

    // MARK: Circles, which no Gloss writes

    @Test func changesThatNameOneAnotherBothStand() throws {
        var story = Story()
        let coding = story.code()
        let (a, b) = (story.nextID(), story.nextID())
        let made = story.operations
        func change(_ id: Identifier, _ memo: String, _ seen: [Identifier]) -> LogOperation {
            LogOperation(
                id: id,
                by: coderID("rs"),
                at: made[0].at,
                body: .set(on: coding, replaces: [.memo: seen], changes: CodingChanges(memo: memo))
            )
        }
        let circle = [change(a, "a", [coding, b]), change(b, "b", [coding, a])]
        let left = try #require(CodingFold(made + circle).codings.first)
        #expect(left.disputed == [.memo])
        #expect(Set([a, b]).isSubset(of: left.heads[.memo] ?? []))

        // A later change that saw one of them settles both.
        let settled = try #require(CodingFold(made + circle + [change(story.nextID(), "c", [a])]).codings.first)
        #expect(settled.memo == "c")
        #expect(settled.disputed == [])

        // One that saw neither stands beside them.
        let beside = try #require(CodingFold(made + circle + [change(story.nextID(), "c", [coding])]).codings.first)
        #expect(beside.disputed == [.memo])
        #expect(beside.heads[.memo]?.count == 3)
    }

    @Test func aChangeThatNamesItselfIsAChangeLikeAnother() throws {
        var story = Story()
        let coding = story.code()
        let own = story.nextID()
        let change = LogOperation(
            id: own,
            by: coderID("rs"),
            at: story.operations[0].at,
            body: .set(on: coding, replaces: [.memo: [coding, own]], changes: CodingChanges(memo: "m"))
        )
        let left = try #require(CodingFold(story.operations + [change]).codings.first)
        #expect(left.memo == "m")
        #expect(left.heads[.memo] == [own])
    }

    // MARK: Uncoding

    @Test func whoSawEveryHeadTakesTheCodingAway() {
        var story = Story()
        let coding = story.code()
        let memo = story.memo("m", on: coding, seeing: coding)
        story.uncode(coding, seeing: [coding, memo])
        #expect(story.fold.codings == [])
    }

    @Test func aHeadUnseenKeepsTheCodingInDispute() throws {
        var story = Story()
        let coding = story.code()
        let memo = story.memo("unseen", on: coding, seeing: coding, by: "kt")
        let end = story.uncode(coding, seeing: [coding])
        let left = try #require(story.only)
        #expect(left.memo == "unseen")
        #expect(left.disputed == [.whole])
        #expect(left.heads[.whole] == [end])
        story.uncode(coding, seeing: [coding, memo], by: "kt")
        #expect(story.fold.codings == [])
    }

    @Test func aReplacedOperationNeedsNotBeSeen() {
        var story = Story()
        let coding = story.code()
        let one = story.memo("one", on: coding, seeing: coding)
        let two = story.memo("two", on: coding, seeing: one)
        story.uncode(coding, seeing: [coding, two])
        #expect(story.fold.codings == [])
    }

    @Test func twoWhoEachSawTheirOwnChangeTakeItAwayTogether() {
        var story = Story()
        let coding = story.code()
        let memo = story.memo("m", on: coding, seeing: coding)
        story.uncode(coding, seeing: [coding, memo])
        let star = story.set(coding, CodingChanges(star: 1), seeing: [.star: [coding]], by: "kt")
        #expect(story.only?.disputed == [.whole])
        story.uncode(coding, seeing: [coding, star], by: "kt")
        #expect(story.fold.codings == [], "every head was seen by one who took the coding away")
    }

    @Test func anUncodeUndoneBringsTheCodingBack() {
        var story = Story()
        let coding = story.code()
        let end = story.uncode(coding, seeing: [coding])
        let undo = story.undo(end)
        #expect(story.only?.disputed == [])
        story.redo(undo)
        #expect(story.fold.codings == [])
    }

    @Test func keepingACodingAnswersTheUncodeItNames() throws {
        var story = Story()
        let coding = story.code()
        story.memo("unseen", on: coding, seeing: coding, by: "kt")
        let end = story.uncode(coding, seeing: [coding])
        let keep = story.set(coding, CodingChanges(), seeing: [.whole: [end]], by: "kt")
        let kept = try #require(story.only)
        #expect(kept.disputed == [])
        #expect(kept.heads[.whole] == [keep])
        #expect(kept.allHeads.contains(keep))

        var unseen = story
        unseen.uncode(coding, seeing: kept.allHeads.filter { $0 != keep })
        #expect(unseen.only?.disputed == [.whole], "who takes it away without having seen that it was kept")

        var seen = story
        seen.uncode(coding, seeing: kept.allHeads)
        #expect(seen.fold.codings == [])
    }

    // MARK: What waits

    @Test func changesOfACodingThatNoLogMakesWait() throws {
        var story = Story()
        let unknown = Identifier(high: 9, low: 9)
        let change = story.memo("m", on: unknown, seeing: unknown)
        let end = story.uncode(unknown, seeing: [unknown])
        #expect(story.fold.waiting == [change, end])
        #expect(story.fold.codings == [])
    }

    @Test func changesOfACodingUndoneDoNotWait() {
        var story = Story()
        let coding = story.code()
        story.memo("m", on: coding, seeing: coding)
        story.undo(coding)
        #expect(story.fold.waiting == [])
        #expect(story.fold.codings == [])
    }

    @Test func operationsOfANewerGlossHaveNoEffect() {
        var story = Story()
        let coding = story.code()
        story.add(.unknown(name: "annotate"))
        #expect(story.only?.id == coding)
        #expect(story.fold.waiting == [])
    }
}
