import TestSupport
import Testing

@testable import CodingCore

/// Disputes as values: what each side said, and what a person's choice comes to.
@Suite struct DisputeTests {
    private static func disputes(_ story: Story) -> [Dispute] { CodingFold(story.operations).disputes }

    private func edit(_ story: Story, by coder: String = "lead") -> CodingEdit {
        var next = UInt64(900_000)
        return CodingEdit(
            coder: coderID(coder),
            at: Moment(secondsSince1970: 9),
            newID: {
                next += 1
                return Identifier(high: next, low: 0)
            },
            sha256: { _ in String(repeating: "0", count: 64) }
        )
    }

    /// What the logs come to after a choice was taken.
    private func settled(_ story: Story, _ dispute: Dispute, taking number: Int) throws -> CodingFold {
        let line = try #require(edit(story).settle(dispute, taking: dispute.choices[number]))
        #expect(line.operations.allSatisfy { $0.by == coderID("lead") })
        return CodingFold(story.operations + line.operations)
    }

    @Test func whatNobodyDisputesIsNoDispute() {
        var story = Story()
        let coding = story.code()
        _ = story.memo("one", on: coding, seeing: coding)
        #expect(Self.disputes(story).isEmpty)
    }

    @Test func bothMemosAreThereWithWhoAndWhen() throws {
        var story = Story()
        let coding = story.code()
        let first = story.memo("contract", on: coding, seeing: coding, by: "rs")
        let second = story.memo("person", on: coding, seeing: coding, by: "jm")
        let dispute = try #require(Self.disputes(story).first)
        #expect(Self.disputes(story).count == 1)
        #expect(dispute.field == .memo)
        #expect(dispute.choices.map(\.value) == [.memo("contract"), .memo("person")])
        #expect(dispute.choices.map { $0.voices.map(\.operation) } == [[first], [second]])
        #expect(dispute.choices.map { $0.voices.map(\.by.description) } == [["rs"], ["jm"]])
        #expect(dispute.choices.map(dispute.isShown) == [false, true])
        #expect(dispute.name == "\(coding)/memo")
    }

    @Test func threeWhoSayTwoThingsAreTwoChoices() throws {
        var story = Story()
        let coding = story.code()
        for (memo, coder) in [("a", "rs"), ("b", "jm"), ("a", "pk")] {
            _ = story.memo(memo, on: coding, seeing: coding, by: coder)
        }
        let dispute = try #require(Self.disputes(story).first)
        #expect(dispute.choices.map { $0.voices.count } == [2, 1])
        #expect(try settled(story, dispute, taking: 0).codings.first?.memo == "a")
    }

    @Test(arguments: [0, 1]) func eitherChoiceSettlesForGoodAndNamesEveryHead(number: Int) throws {
        var story = Story()
        let coding = story.code()
        let heads = ["x", "y"].map { story.memo($0, on: coding, seeing: coding) }
        let dispute = try #require(Self.disputes(story).first)
        let line = try #require(edit(story).settle(dispute, taking: dispute.choices[number]))
        guard case .set(_, let replaces, _) = line.operations[0].body else {
            Issue.record("no set")
            return
        }
        #expect(replaces == [.memo: heads.sorted()])
        let fold = try settled(story, dispute, taking: number)
        #expect(fold.disputes.isEmpty)
        #expect(fold.codings.first?.disputed == [])
        #expect(fold.codings.first?.memo == ["x", "y"][number])
    }

    @Test(arguments: [0, 1]) func aCodeIsSettledWithTheRuleItCameWith(number: Int) throws {
        var story = Story()
        let coding = story.code()
        for (code, rule) in [("trust", "aaaaaaaa"), ("blame", "bbbbbbbb")] {
            story.set(
                coding,
                CodingChanges(code: slug(code), rule: rule),
                seeing: [.code: [coding], .rule: [coding]]
            )
        }
        let disputes = Self.disputes(story)
        // One thing to settle, though both the code and its rule have two heads.
        #expect(disputes.map(\.field) == [.code])
        let coding2 = try #require(try settled(story, disputes[0], taking: number).codings.first)
        #expect(coding2.code == [slug("trust"), slug("blame")][number])
        #expect(coding2.rule == ["aaaaaaaa", "bbbbbbbb"][number])
        #expect(coding2.disputed == [])
    }

    /// Hostile input 72.
    @Test(arguments: [0, 1]) func deletingHereAndEditingThereIsDisputedAndTheCodingStaysInSight(number: Int) throws {
        var story = Story()
        let coding = story.code()
        let end = story.uncode(coding, seeing: [coding], by: "rs")
        let memo = story.memo("keep this", on: coding, seeing: coding, by: "jm")
        let fold = CodingFold(story.operations)
        #expect(fold.codings.map(\.memo) == ["keep this"])
        let dispute = try #require(fold.disputes.first)
        #expect(dispute.field == .whole)
        #expect(dispute.choices.map(\.value) == [.ended, .standing])
        #expect(dispute.choices.map { $0.voices.map(\.operation) } == [[end], [memo]])
        #expect(dispute.choices.map(dispute.isShown) == [false, true])
        let after = try settled(story, dispute, taking: number)
        #expect(after.disputes.isEmpty)
        #expect(after.codings.map(\.memo) == (number == 0 ? [] : ["keep this"]))
    }

    @Test func anUncodeThatMeetsSeveralUnseenChangesHasThemAllAsOneChoice() throws {
        var story = Story()
        let coding = story.code()
        _ = story.uncode(coding, seeing: [coding])
        _ = story.memo("m", on: coding, seeing: coding)
        story.set(coding, CodingChanges(star: 2), seeing: [.star: [coding]])
        let dispute = try #require(Self.disputes(story).first)
        #expect(dispute.choices.map { $0.voices.count } == [1, 2])
    }

    @Test func whatIsNoChoiceOfADisputeSettlesNothing() throws {
        var story = Story()
        let coding = story.code()
        for memo in ["x", "y"] { _ = story.memo(memo, on: coding, seeing: coding) }
        let dispute = try #require(Self.disputes(story).first)
        var other = dispute.choices[0]
        other.value = .memo("z")
        #expect(edit(story).settle(dispute, taking: other) == nil)
    }

    @Test(arguments: 0..<40) func everyDisputeOfARandomStoryCanBeSettledEitherWay(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let story = randomStory(using: &random)
        for dispute in Self.disputes(story) {
            for number in dispute.choices.indices {
                let fold = try settled(story, dispute, taking: number)
                #expect(!fold.disputes.contains { $0.name == dispute.name })
                let coding = fold.codings.first { $0.id == dispute.coding.id }
                #expect((coding == nil) == (dispute.choices[number].value == .ended))
            }
        }
    }
}
