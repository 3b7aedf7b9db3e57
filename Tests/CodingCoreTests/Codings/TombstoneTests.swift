import Testing

@testable import CodingCore

/// What a tombstone takes out of sight, and that nothing brings it back.
@Suite struct TombstoneTests {
    private func forget(_ operations: [Identifier] = [], documents: [Identifier] = []) -> LogOperation.Body {
        .tombstone(Tombstone(.forget, documents: documents, operations: operations))
    }

    private func document(of coding: Identifier, in story: Story) throws -> Identifier {
        try #require(CodingFold(story.operations).codings.first { $0.id == coding }).document
    }

    @Test func codingsOfAForgottenDocumentAreGoneAlsoThoseThatComeLater() throws {
        var story = Story()
        let coding = story.code()
        let document = try document(of: coding, in: story)
        _ = story.add(forget(documents: [document]))
        let late = story.code()
        _ = story.memo("late", on: late, seeing: late)
        let fold = CodingFold(story.operations)
        #expect(fold.codings.isEmpty)
        #expect(fold.waiting.isEmpty)
        #expect(fold.disputes.isEmpty)
    }

    @Test func changesOfAForgottenCodingDoNotWaitForIt() {
        var story = Story()
        let coding = story.code()
        _ = story.memo("m", on: coding, seeing: coding)
        #expect(CodingFold(story.operations.dropFirst()).waiting.count == 1)
        _ = story.add(forget([coding]))
        #expect(CodingFold(story.operations.dropFirst()).waiting.isEmpty)
    }

    @Test func noUndoBringsBackWhatIsForgotten() {
        var story = Story()
        let coding = story.code()
        let tombstone = story.add(forget([coding]))
        _ = story.undo(tombstone)
        #expect(CodingFold(story.operations).codings.isEmpty)
        #expect(UndoHistory(story.operations).nextToUndo?.id == coding)
    }

    @Test func theOrderOfLinesAndTombstonesIsNoMatter() {
        var story = Story()
        let kept = story.code("kept", TextSpan(40, 50))
        let coding = story.code()
        _ = story.memo("m", on: coding, seeing: coding)
        _ = story.add(forget([coding]))
        for operations in permutations(story.operations) {
            #expect(CodingFold(operations).codings.map(\.id) == [kept])
            var ledger = CodingLedger()
            for operation in operations { ledger.add([operation]) }
            #expect(ledger.codings.map(\.id) == [kept])
            #expect(ledger.waiting.isEmpty)
        }
    }

    @Test func aScrubForgetsNothing() {
        var story = Story()
        let coding = story.code()
        _ = story.add(.tombstone(Tombstone(.scrub, operations: [coding])))
        #expect(CodingFold(story.operations).codings.map(\.id) == [coding])
        #expect(CodingFold(story.operations).forgotten.isEmpty)
    }

    @Test func aLineWithoutItsWordsIsUsedAndContradictsNothing() throws {
        var story = Story()
        let coding = story.code()
        let whole = try #require(story.operations.first { $0.id == coding })
        for operations in [[whole, whole.scrubbed], [whole.scrubbed, whole]] {
            let fold = CodingFold(operations)
            #expect(fold.contradictions.isEmpty)
            #expect(fold.codings.map(\.anchor.quote) == [""])
            #expect(fold.codings.map(\.span) == [CodingFold([whole]).codings[0].span])
        }
    }

    @Test func aScrubbedAnchorHoldsByItsHashAlone() throws {
        let text = CanonicalText("We plan with last year's figures.")
        let version = versionTag("0123456789abcdef")
        let hash = String(repeating: "a", count: 64)
        var anchor = Anchor(of: TextSpan(3, 12), in: text, version: version) { _ in hash }
        (anchor.quote, anchor.before, anchor.after) = ("", "", "")
        #expect(!anchor.holds(in: text) { _ in hash })
        anchor.quoteHash = String(hash.prefix(16))
        #expect(anchor.holds(in: text) { _ in hash })
        #expect(!anchor.holds(in: text) { _ in String(repeating: "b", count: 64) })
    }
}
