import TestSupport
import Testing

@testable import CodingCore

/// Codings that go from one version of a text to the next, and the questions that are left.
@Suite struct TextRevisionTests {
    private static let newVersion = versionTag("fedcba9876543210")
    private static let oldText = Story.text

    private func revision(to text: String) -> TextRevision {
        TextRevision(to: CanonicalText(text), version: Self.newVersion, sha256: toyHash) { tag in
            tag == Story.version ? Self.oldText : nil
        }
    }

    /// Operations after the codings were carried to a text by `kt`.
    private func carry(_ story: inout Story, to text: String, orphans: Bool = true) throws -> CarriedCodings {
        var revision = revision(to: text)
        let carried = try revision.carry(story.operations, of: Story.document, includingOrphans: orphans)
        act(carried.steps, in: &story)
        return carried
    }

    private func act(_ steps: [CodingStep], in story: inout Story) {
        var ids: [Identifier] = []
        for _ in 0..<(steps.count + 1) { ids.append(story.nextID()) }
        let edit = CodingEdit(
            coder: coderID("kt"),
            at: Moment(secondsSince1970: 1_795_400_000),
            newID: { ids.removeFirst() },
            sha256: toyHash
        )
        story.add(edit.act(steps))
    }

    private func questions(_ story: Story) -> [PassageQuestion] {
        PassageQuestion.all(
            CodingFold(story.operations).codings.filter { $0.document == Story.document },
            now: Self.newVersion
        )
    }

    private let above =
        "Two lines more.\nOf no interest.\n"
        + "Winter pressure. The block contract ends in March, and nobody knows what follows."

    @Test func twoLinesAboveMoveEveryCodersCodingsAsOneAct() throws {
        var story = Story()
        let mine = story.code("trust", TextSpan(0, 15), by: "rs")
        let theirs = story.code("block", TextSpan(0, 15), by: "kt")
        let carried = try carry(&story, to: above)
        #expect(carried.count(.exact) == 2)
        let codings = story.fold.codings
        #expect(codings.map(\.id) == [mine, theirs])
        #expect(codings.map(\.coder) == [coderID("rs"), coderID("kt")], "a coding keeps its coder, whoever carries it")
        for coding in codings {
            #expect(coding.how == .exact && coding.stands(on: Self.newVersion))
            #expect(coding.anchor.quote == "Winter pressure")
            #expect(coding.disputed == [])
        }
        #expect(Set(story.operations.suffix(2).map(\.act)).count == 1)
        #expect(questions(story) == [])
        #expect(try carry(&story, to: above).carried == [], "what stands on the text is left alone")
    }

    @Test func anUndoOfTheRevisionPutsCodingsBackOnTheOlderTextAndAsks() throws {
        var story = Story()
        _ = story.code()
        _ = try carry(&story, to: above)
        story.undo(try #require(story.operations.last?.act))
        let coding = try #require(story.only)
        #expect(coding.anchor.version == Story.version && coding.how == nil)
        #expect(questions(story).map(\.kind) == [.olderText])
        _ = try carry(&story, to: above, orphans: false)
        #expect(story.only?.stands(on: Self.newVersion) == true)
        #expect(questions(story) == [])
    }

    @Test func aGuessDoesNotCountBeforeItIsAccepted() throws {
        var story = Story()
        _ = story.code("trust", TextSpan(44, 49))
        let carried = try carry(
            &story,
            to: "Winter pressure. The block contract ends in April, and nobody knows what follows."
        )
        try #require(carried.carried.map(\.how) == [.guess])
        let guessed = try #require(story.only)
        #expect(guessed.how == .guess && !guessed.stands(on: Self.newVersion))
        #expect(guessed.anchor.quote == "March", "what counts is what was sure")
        #expect(
            try carry(&story, to: "Winter pressure. The block contract ends in April, and nobody knows what follows.")
                .carried == []
        )
        let question = try #require(questions(story).first)
        #expect(question.kind == .guess)
        #expect(question.before.quote == "March" && question.proposed?.quote == "April")

        act([try #require(question.accepted)], in: &story)
        let accepted = try #require(story.only)
        #expect(accepted.how == nil && accepted.stands(on: Self.newVersion) && accepted.disputed == [])
        #expect(questions(story) == [])
    }

    @Test func aRefusedGuessIsAnOrphanThatIsPlacedOrLetGo() throws {
        var story = Story()
        _ = story.code("trust", TextSpan(44, 49))
        _ = try carry(&story, to: "Winter pressure. The block contract ends in April, and nobody knows what follows.")
        act([try #require(questions(story).first?.refused)], in: &story)
        let orphan = try #require(questions(story).first)
        #expect(orphan.kind == .orphan && orphan.before.quote == "March" && orphan.proposed == nil)
        #expect(orphan.accepted == nil && orphan.refused == nil)
        #expect(try carry(&story, to: "x", orphans: false).carried == [], "nobody is asked twice about the same text")

        var gone = story
        act([orphan.letGo], in: &gone)
        #expect(gone.fold.codings == [])
        let text = CanonicalText("Winter pressure. The block contract ends in April, and nobody knows what follows.")
        let anchor = Anchor(of: TextSpan(0, 6), in: text, version: Self.newVersion, sha256: toyHash)
        act([orphan.placed(at: anchor)], in: &story)
        #expect(story.only?.anchor == anchor && story.only?.how == nil)
        #expect(questions(story) == [])
    }

    @Test func anOrphanKeepsItsPlaceInTheOlderTextAndIsFoundAgainWhereItsWordsComeBack() throws {
        var story = Story()
        _ = story.code("trust", TextSpan(0, 15))
        #expect(try carry(&story, to: "Nothing of that.").carried.map(\.how) == [.orphan])
        #expect(story.only?.how == .orphan && story.only?.anchor.version == Story.version)
        #expect(questions(story).map(\.kind) == [.orphan])
        let count = story.operations.count
        #expect(try carry(&story, to: "Nothing of that.").steps == [], "an orphan is said to be one once")
        #expect(story.operations.count == count)
        #expect(try carry(&story, to: above).carried.map(\.how) == [.exact])
        #expect(story.only?.stands(on: Self.newVersion) == true)
    }

    @Test func aPassageIsLookedForFromWhereItWasSureLast() throws {
        var story = Story()
        let coding = story.code("trust", TextSpan(0, 15))
        let first = story.set(
            coding,
            CodingChanges(anchor: Story.anchor(17, 35), how: "guess"),
            seeing: [.span: [coding]]
        )
        story.set(coding, CodingChanges(anchor: Story.anchor(20, 35), how: "guess"), seeing: [.span: [first]])
        #expect(story.only?.anchor == Story.anchor(0, 15) && story.only?.guess == Story.anchor(20, 35))
        let carried = try carry(&story, to: above)
        #expect(carried.carried.map(\.how) == [.exact])
        #expect(story.only?.anchor.quote == "Winter pressure" && story.only?.guess == nil)
    }

    @Test func peopleWhoDisagreeOnAPassageAreNotDecidedBetween() throws {
        var story = Story()
        let coding = story.code("trust", TextSpan(0, 15))
        story.set(coding, CodingChanges(anchor: Story.anchor(0, 6)), seeing: [.span: [coding]], by: "rs")
        story.set(coding, CodingChanges(anchor: Story.anchor(17, 35)), seeing: [.span: [coding]], by: "kt")
        let carried = try carry(&story, to: above)
        #expect(carried.carried == [] && carried.disputed.map(\.id) == [coding])
        #expect(story.only?.disputed == [.span])
        #expect(questions(story) == [], "the dispute is asked first")
    }

    @Test func twoWhoCarriedTheSameCodingWithoutKnowingOfEachOtherAgree() throws {
        var story = Story()
        let coding = story.code("trust", TextSpan(0, 15))
        let text = CanonicalText(above)
        let anchor = Anchor(of: TextSpan(32, 47), in: text, version: Self.newVersion, sha256: toyHash)
        story.set(coding, CodingChanges(anchor: anchor, how: "guess"), seeing: [.span: [coding]], by: "rs")
        story.set(coding, CodingChanges(anchor: anchor), seeing: [.span: [coding]], by: "kt")
        #expect(story.only?.disputed == [])
        #expect(story.only?.how == nil, "one of them accepted it")
    }

    @Test func revisionsThatPartedMeetWhereTheirPassagesDo() throws {
        var story = Story()
        // Long enough to be known by itself, whatever came in above it.
        let coding = story.code("trust", TextSpan(17, 49))
        let other = versionTag("1111111111111111")
        let otherText = CanonicalText("One line.\n" + Self.oldText.string(in: Self.oldText.wholeSpan))
        let there = Anchor(of: TextSpan(27, 59), in: otherText, version: other, sha256: toyHash)
        let here = Anchor(of: TextSpan(49, 81), in: CanonicalText(above), version: Self.newVersion, sha256: toyHash)
        story.set(coding, CodingChanges(anchor: there, how: "exact"), seeing: [.span: [coding]], by: "rs")
        story.set(coding, CodingChanges(anchor: here, how: "exact"), seeing: [.span: [coding]], by: "kt")
        #expect(story.only?.disputed == [.span])
        var revision = TextRevision(to: CanonicalText(above), version: Self.newVersion, sha256: toyHash) { tag in
            tag == other ? otherText : tag == Story.version ? Self.oldText : nil
        }
        act(try revision.carry(story.operations, of: Story.document, includingOrphans: true).steps, in: &story)
        #expect(story.only?.disputed == [] && story.only?.stands(on: Self.newVersion) == true)
    }

    @Test func revisionsThatPartedStayDisputedWhereOnePassageWouldBeAGuess() throws {
        var story = Story()
        let coding = story.code("trust", TextSpan(0, 15))
        let other = versionTag("1111111111111111")
        let otherText = CanonicalText("One line.\n" + Self.oldText.string(in: Self.oldText.wholeSpan))
        let there = Anchor(of: TextSpan(10, 25), in: otherText, version: other, sha256: toyHash)
        let here = Anchor(of: TextSpan(32, 47), in: CanonicalText(above), version: Self.newVersion, sha256: toyHash)
        story.set(coding, CodingChanges(anchor: there, how: "exact"), seeing: [.span: [coding]], by: "rs")
        story.set(coding, CodingChanges(anchor: here, how: "exact"), seeing: [.span: [coding]], by: "kt")
        var revision = TextRevision(to: CanonicalText(above), version: Self.newVersion, sha256: toyHash) { tag in
            tag == other ? otherText : tag == Story.version ? Self.oldText : nil
        }
        let carried = try revision.carry(story.operations, of: Story.document, includingOrphans: true)
        #expect(carried.steps.isEmpty && carried.disputed.map(\.id) == [coding])
    }

    @Test func anOlderTextThatCannotBeReadStopsItAll() throws {
        struct Unreadable: Error {}
        var story = Story()
        _ = story.code("trust", TextSpan(0, 15))
        var revision = TextRevision(to: CanonicalText(above), version: Self.newVersion, sha256: toyHash) { _ in
            throw Unreadable()
        }
        #expect(throws: Unreadable.self) {
            try revision.carry(story.operations, of: Story.document, includingOrphans: true)
        }
    }

    @Test func wordsThatAreNotWhereTheLineSaysAreNotCarried() throws {
        var story = Story()
        let coding = story.code("trust", TextSpan(0, 15))
        var wrong = Story.anchor(0, 15)
        wrong.quote = "Summer pressure"
        story.set(coding, CodingChanges(anchor: wrong), seeing: [.span: [coding]])
        let carried = try carry(&story, to: above)
        #expect(carried.carried == [] && carried.unreadable.map(\.id) == [coding])
    }

    @Test func aWordForHowThatANewerGlossUsesIsTakenForAGuess() {
        var story = Story()
        let coding = story.code()
        story.set(coding, CodingChanges(anchor: Story.anchor(0, 6), how: "by-sound"), seeing: [.span: [coding]])
        #expect(story.only?.how == .guess)
    }

    @Test func choosingTheGuessedPassageByHandAcceptsIt() throws {
        var story = Story()
        let coding = story.code()
        story.set(coding, CodingChanges(anchor: Story.anchor(0, 6), how: "guess"), seeing: [.span: [coding]])
        let guessed = try #require(story.only)
        act([try #require(CodingStep.move(guessed, to: Story.anchor(0, 6)))], in: &story)
        #expect(story.only?.how == nil && story.only?.guess == nil && story.only?.anchor == Story.anchor(0, 6))
    }
}
