import TestSupport
import Testing

@testable import CodingCore

/// What keys do to codings, one by one, several at once, and over several documents.
@Suite struct CodingStepTests {
    private let here = Story.document
    private let there = Identifier(high: 0xD0C, low: 2)
    private let codebook = Codebook(
        title: "",
        version: "",
        codes: [
            Code(id: slug("trust"), name: "Trust", rule: "aaaaaaaa"),
            Code(id: slug("block"), name: "Block", rule: "bbbbbbbb"),
            Code(id: slug("old"), name: "Old", status: .mergedInto(slug("block"))),
        ]
    )
    private var block: Code { codebook.codes.first { $0.id == slug("block") } ?? Code(id: slug("x"), name: "x") }

    private func edit(by coder: String = "rs") -> CodingEdit {
        var value: UInt64 = 0
        return CodingEdit(
            coder: coderID(coder),
            at: Moment(secondsSince1970: 1_795_342_443),
            newID: {
                value += 1
                return Identifier.version7(milliseconds: 1_796_000_000_000 + value, random: (0, value))
            },
            sha256: toyHash
        )
    }

    /// A story of three codings: two here, one there.
    private var three: Story {
        var story = Story()
        _ = story.code("trust", TextSpan(0, 6))
        _ = story.code("trust", TextSpan(7, 15))
        _ = story.code("trust", TextSpan(0, 15), in: there)
        return story
    }

    // MARK: One coding

    @Test func anotherCodeBringsItsRuleAlong() throws {
        var story = three
        let step = try #require(CodingStep.recode(story.fold.codings[0], to: block, in: codebook))
        story.add(edit().act([step]))
        let coding = story.fold.codings[0]
        #expect(coding.code == block.id)
        #expect(coding.rule == "bbbbbbbb")
        #expect(coding.heads[.code] == coding.heads[.rule])
        #expect(coding.disputed == [])
    }

    @Test func theSameCodeAgainIsNoStep() throws {
        var story = Story()
        _ = story.code("old")
        let coding = try #require(story.only)
        #expect(CodingStep.recode(coding, to: block, in: codebook) == nil, "it stands for the code already")
        #expect(CodingStep.recode(try #require(three.fold.codings.first), to: codebook.codes[0], in: codebook) == nil)
    }

    @Test func aDisputeOverTheCodeIsSettledByNamingOneOfTheTwo() throws {
        var story = Story()
        let coding = story.code("trust")
        let seen: [CodingField: [Identifier]] = [.code: [coding], .rule: [coding]]
        story.set(coding, CodingChanges(code: slug("block"), rule: "bbbbbbbb"), seeing: seen)
        story.set(coding, CodingChanges(code: slug("other"), rule: "cccccccc"), seeing: seen, by: "kt")
        let disputed = try #require(story.only)
        #expect(disputed.disputed.contains(.code))
        let code = Code(id: codebook.resolve(disputed.code), name: "", rule: "bbbbbbbb")
        story.add(edit().act([try #require(CodingStep.recode(disputed, to: code, in: codebook))]))
        #expect(story.only?.disputed == [])
    }

    @Test func anotherExtentQuotesItsOwnWords() throws {
        var story = three
        let anchor = edit().anchor(of: TextSpan(0, 15), in: Story.text, version: Story.version)
        let step = try #require(CodingStep.move(story.fold.codings[0], to: anchor))
        story.add(edit().act([step]))
        let moved = try #require(story.fold.codings.first { $0.span == TextSpan(0, 15) && $0.document == here })
        #expect(moved.anchor.quote == "Winter pressure")
        #expect(moved.anchor.holds(in: Story.text, sha256: toyHash))
        #expect(CodingStep.move(moved, to: anchor) == nil)
        var newer = anchor
        newer.version = versionTag("fedcba9876543210")
        #expect(CodingStep.move(moved, to: newer) != nil, "the same figures in another text are another place")
    }

    @Test(arguments: [(0, 1), (1, 2), (2, 3), (3, 0)]) func starsGoRound(star: Int, next: Int) throws {
        var story = Story()
        let coding = story.code()
        story.set(coding, CodingChanges(star: star), seeing: [.star: [coding]])
        story.add(edit().act([.cycleStar(try #require(story.only))]))
        #expect(story.only?.star == next)
    }

    @Test func doubtGoesOnAndOff() throws {
        var story = Story()
        _ = story.code()
        let edit = edit()
        for expected in [true, false, true] {
            story.add(edit.act([.toggleDoubt(try #require(story.only))]))
            #expect(story.only?.doubt == expected)
        }
    }

    // MARK: Several at once

    @Test func severalStepsInOneDocumentAreOneLine() throws {
        var story = three
        let codings = Array(story.fold.codings.prefix(2))
        let steps = codings.compactMap { CodingStep.recode($0, to: block, in: codebook) }
        let line = try #require(edit().act(steps + [.toggleDoubt(codings[0])]))
        #expect(line.isBatch && line.logs == 1)
        #expect(Set(line.operations.map(\.act)) == [line.id])
        story.add(line)
        #expect(story.fold.codes == ["block", "block", "trust"])
        story.undo(line.act)
        #expect(story.fold.codings == three.fold.codings)
    }

    @Test func stepsThatSayNothingMakeNoLine() throws {
        let coding = try #require(three.fold.codings.first)
        #expect(edit().act([]) == nil)
        #expect(edit().act([.change(coding, CodingChanges())]) == nil)
        #expect(edit().spread([.change(coding, CodingChanges())]).isEmpty)
    }

    @Test func anActOverOneDocumentIsAnOrdinaryLine() throws {
        let codings = three.fold.codings.prefix(2)
        let lines = edit().spread(codings.map { .uncode($0) })
        #expect(lines.keys.sorted() == [here])
        #expect(lines[here]?.logs == 1)
        #expect(lines[here]?.act == lines[here]?.id)
    }

    @Test func anActOverSeveralDocumentsHasALineInEach() throws {
        var story = three
        let steps = story.fold.codings.compactMap { CodingStep.recode($0, to: block, in: codebook) }
        let lines = edit().spread(steps)
        #expect(lines.keys.sorted() == [here, there])
        #expect(lines[here]?.operations.count == 2)
        #expect(lines[there]?.operations.count == 1)
        #expect(Set(lines.values.map(\.act)).count == 1)
        #expect(lines.values.allSatisfy { $0.logs == 2 })
        #expect(Set(lines.values.flatMap { [$0.id] + $0.operations.map(\.id) } + lines.values.map(\.act)).count == 5)
        for line in lines.values { story.add(line) }
        #expect(story.fold.codes == ["block", "block", "block"])
    }

    // MARK: Undo over several logs

    @Test func oneUndoTakesBackTheWholeActAndOneRedoBringsItAgain() throws {
        var story = three
        let before = story.fold.codings
        let edit = edit()
        for line in edit.spread(before.map { .uncode($0) }).values { story.add(line) }
        #expect(story.fold.codings == [])
        let act = try #require(UndoHistory(story.operations).nextToUndo)
        #expect(act.operations.count == 3)
        #expect(act.codings.sorted() == before.map(\.id).sorted())
        let undo = try #require(edit.undo(act.id))
        story.add(undo)
        #expect(story.fold.codings == before)
        let redo = try #require(UndoHistory(story.operations).nextToRedo)
        #expect(redo.undo == undo.id && redo.act == act)
        story.add(edit.redo(undo: redo.undo))
        #expect(story.fold.codings == [])
        #expect(UndoHistory(story.operations).nextToUndo == act)
    }

    @Test func theUndoCountsForPartsThatArriveLater() throws {
        var story = three
        let before = story.fold.codings
        let lines = edit().spread(before.map { .uncode($0) })
        story.add(lines[here])
        #expect(story.fold.codings.map(\.document) == [there], "an act that came in part is in force as far as it came")
        let act = try #require(UndoHistory(story.operations).nextToUndo)
        #expect(act.operations.count == 2)
        story.undo(act.id)
        #expect(story.fold.codings == before)
        story.add(lines[there])
        #expect(story.fold.codings == before, "the rest of the act is undone before it arrives")
    }
}
