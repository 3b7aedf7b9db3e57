import TestSupport
import Testing

@testable import CodingCore

@Suite struct CodingEditTests {
    private let now = Moment(secondsSince1970: 1_795_342_443)

    /// An editor whose ids count up from a time after all that the story holds.
    private func edit(by coder: String = "rs", from first: UInt64 = 1) -> CodingEdit {
        let counter = Counter(first)
        return CodingEdit(coder: coderID(coder), at: now, newID: { counter.next() }, sha256: toyHash)
    }

    private final class Counter {
        private var value: UInt64
        init(_ value: UInt64) { self.value = value }

        func next() -> Identifier {
            defer { value += 1 }
            return Identifier.version7(milliseconds: 1_796_000_000_000 + value, random: (0, value))
        }
    }

    private func code(_ id: String, rule: String = "aaaaaaaa") -> Code { Code(id: slug(id), name: id, rule: rule) }

    private func apply(_ codes: [String], _ edit: CodingEdit, memo: String = "") -> LogLine? {
        edit.apply(
            codes.map { code($0) },
            to: TextSpan(17, 35),
            of: Story.document,
            text: Story.text,
            version: Story.version,
            memo: memo
        )
    }

    // MARK: Applying

    @Test func oneCodeIsOneOperationThatIsItsOwnAct() throws {
        let line = try #require(apply(["block"], edit(), memo: "m"))
        let operation = try #require(line.operations.first)
        #expect(line.operations.count == 1)
        #expect(!line.isBatch)
        #expect(line.id == operation.id)
        #expect(line.act == operation.id)
        #expect(operation.act == operation.id)
        #expect(operation.by == coderID("rs"))
        #expect(operation.at == now)
        #expect(line.logs == 1)
    }

    @Test func severalCodesAreOneAct() throws {
        let line = try #require(apply(["block", "trust", "blame"], edit()))
        #expect(line.isBatch)
        #expect(line.operations.count == 3)
        #expect(Set(line.operations.map(\.act)) == [line.id])
        #expect(Set(line.operations.map(\.id) + [line.id]).count == 4)
        #expect(CodingFold(line.operations).codes == ["block", "trust", "blame"])
        var story = Story()
        story.add(line)
        story.add(edit(from: 100).undo(line.act))
        #expect(story.fold.codings == [])
    }

    @Test func noCodeIsNoLine() {
        #expect(apply([], edit()) == nil)
    }

    @Test func theCodingThatComesOutIsWhatWasAsked() throws {
        let line = edit(by: "kt").apply(
            [code("block", rule: "0a1b2c3d")],
            to: TextSpan(17, 35),
            of: Story.document,
            text: Story.text,
            version: Story.version,
            memo: "see B07",
            star: 2,
            doubt: true
        )
        var story = Story()
        story.add(line)
        let coding = try #require(story.only)
        #expect(coding.coder == coderID("kt"))
        #expect(coding.anchor == Story.anchor(17, 35))
        #expect(coding.anchor.quote == "The block contract")
        #expect(coding.anchor.holds(in: Story.text, sha256: toyHash))
        #expect(coding.code == slug("block"))
        #expect(coding.rule == "0a1b2c3d")
        #expect(coding.memo == "see B07")
        #expect(coding.star == 2)
        #expect(coding.doubt)
        #expect(coding.codedAt == now)
    }

    // MARK: Changing

    /// A story whose only coding has a disputed memo.
    private func disputed() throws -> (story: Story, coding: Coding) {
        var story = Story()
        let id = story.code()
        story.memo("one", on: id, seeing: id)
        story.memo("two", on: id, seeing: id, by: "kt")
        return (story, try #require(story.only))
    }

    @Test(arguments: [
        CodingChanges(memo: "new"), CodingChanges(memo: ""), CodingChanges(star: 3), CodingChanges(doubt: true),
        CodingChanges(rule: "bbbbbbbb"), CodingChanges(code: CodeID("blame"), rule: "bbbbbbbb"),
        CodingChanges(anchor: Story.anchor(17, 35)), CodingChanges(memo: "m", star: 1, doubt: true),
    ])
    func aChangeNamesTheHeadsAndTakesEffect(changes: CodingChanges) throws {
        var story = Story()
        let id = story.code()
        let before = story.memo("old", on: id, seeing: id)
        story.add(edit().change(try #require(story.only), changes))
        let after = try #require(story.only)
        #expect(after.disputed == [])
        #expect(after.memo == changes.memo ?? "old")
        #expect(after.star == changes.star ?? 0)
        #expect(after.doubt == changes.doubt ?? false)
        #expect(after.code == changes.code ?? slug("trust"))
        #expect(after.rule == changes.rule ?? "aaaaaaaa")
        #expect(after.span == changes.anchor?.span ?? TextSpan(0, 15))
        #expect(after.heads[.memo] == (changes.memo == nil ? [before] : [story.operations[2].id]))
    }

    @Test func recodingNamesTheHeadsOfTheRule() throws {
        var story = Story()
        let id = story.code()
        let kept = story.set(id, CodingChanges(rule: "cccccccc"), seeing: [.rule: [id]])
        let line = edit().change(try #require(story.only), CodingChanges(code: slug("blame"), rule: "bbbbbbbb"))
        guard case .set(_, let replaces, _)? = line?.operations.first?.body else {
            Issue.record("recoding is a set")
            return
        }
        #expect(replaces == [.code: [id], .rule: [kept]])
    }

    @Test func aChangeSettlesADispute() throws {
        var story = try disputed().story
        let coding = try #require(story.only)
        #expect(coding.disputed == [.memo])
        story.add(edit().change(coding, CodingChanges(memo: "settled")))
        let after = try #require(story.only)
        #expect(after.memo == "settled")
        #expect(after.disputed == [])
    }

    @Test func aChangeOfAnotherFieldLeavesTheDispute() throws {
        var story = try disputed().story
        story.add(edit().change(try #require(story.only), CodingChanges(star: 1)))
        #expect(story.only?.disputed == [.memo])
    }

    @Test(arguments: [CodingChanges(), CodingChanges(from: Identifier(high: 1, low: 1)), CodingChanges(how: "exact")])
    func aChangeOfNothingIsNoLine(changes: CodingChanges) throws {
        let (_, coding) = try disputed()
        #expect(edit().change(coding, changes) == nil)
    }

    // MARK: Uncoding, keeping, undoing

    @Test func uncodingNamesEveryHead() throws {
        var story = try disputed().story
        let coding = try #require(story.only)
        let line = edit().uncode([coding])
        guard case .uncode(let on, let replaces)? = line?.operations.first?.body else {
            Issue.record("uncoding is an uncode")
            return
        }
        #expect(on == coding.id)
        #expect(replaces == story.operations.map(\.id))
        story.add(line)
        #expect(story.fold.codings == [])
    }

    @Test func severalUncodesAreOneActThatOneUndoTakesBack() throws {
        var story = Story()
        _ = story.code("a", TextSpan(0, 3))
        _ = story.code("b", TextSpan(4, 9))
        let line = try #require(edit().uncode(story.fold.codings))
        story.add(line)
        #expect(story.fold.codings == [])
        let history = UndoHistory(story.operations)
        #expect(history.nextToUndo?.id == line.act)
        #expect(history.nextToUndo?.operations.count == 2)
        story.add(edit(from: 100).undo(line.act))
        #expect(story.fold.codes == ["a", "b"])
    }

    @Test func noCodingIsNoUncode() {
        #expect(edit().uncode([]) == nil)
    }

    @Test func keepingSettlesAnUncodeThatHadNotSeenAll() throws {
        var story = Story()
        let id = story.code()
        story.memo("unseen", on: id, seeing: id, by: "kt")
        story.uncode(id, seeing: [id])
        story.add(edit(by: "kt").keep(try #require(story.only)))
        let kept = try #require(story.only)
        #expect(kept.disputed == [])
        #expect(kept.memo == "unseen")
        story.add(edit(from: 100).uncode([kept]))
        #expect(story.fold.codings == [])
    }

    @Test func onlyACodingDisputedAsAWholeCanBeKept() throws {
        let (_, coding) = try disputed()
        #expect(edit().keep(coding) == nil)
    }

    @Test func redoNamesTheUndo() throws {
        var story = Story()
        let id = story.code()
        let undo = try #require(edit().undo(id))
        story.add(undo)
        #expect(story.fold.codings == [])
        let redo = try #require(edit(from: 100).redo(undo: undo.id))
        #expect(redo.operations.map(\.body) == [.redo(undo: undo.id)])
        story.add(redo)
        #expect(story.only?.id == id)
    }
}
