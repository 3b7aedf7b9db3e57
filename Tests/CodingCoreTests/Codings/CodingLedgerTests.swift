import TestSupport
import Testing

@testable import CodingCore

/// Operations taken in piece by piece come to what all of them come to at once.
@Suite struct CodingLedgerTests {
    private func summary(_ ledger: CodingLedger) -> String {
        CodingFold.summary(ledger.codings, ledger.contradictions, ledger.waiting)
    }

    @Test(arguments: 0..<40) func piecesComeToTheSameAsTheWhole(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let operations = randomStory(using: &random, steps: 50).operations.shuffled(using: &random)
        var ledger = CodingLedger()
        var taken: [LogOperation] = []
        var rest = operations[...]
        while !rest.isEmpty {
            let count = Int.random(in: 0...6, using: &random)
            let piece = Array(rest.prefix(count)) + (taken.isEmpty ? [] : [taken[0]])
            rest = rest.dropFirst(count)
            taken += piece
            ledger.add(piece)
            #expect(summary(ledger) == CodingFold(taken).summary)
        }
    }

    @Test(arguments: 0..<40) func whatDoesNotCountAsTouchedIsAsItWas(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var ledger = CodingLedger()
        for operation in randomStory(using: &random, steps: 50).operations.shuffled(using: &random) {
            let before = ledger.codings
            let touched = ledger.add([operation])
            #expect(ledger.codings.filter { !touched.contains($0.id) } == before.filter { !touched.contains($0.id) })
        }
    }

    @Test(arguments: 0..<25) func contradictionsInPiecesAreTheSame(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let story = randomStory(using: &random, steps: 20).operations
        // Other operations under ids that are taken.
        let odd = story.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }.map { operation in
            var other = story.randomElement(using: &random) ?? operation
            other.id = operation.id
            return other
        }
        let operations = (story + odd).shuffled(using: &random)
        var ledger = CodingLedger()
        for (count, operation) in operations.enumerated() {
            ledger.add([operation])
            #expect(summary(ledger) == CodingFold(operations[...count].shuffled(using: &random)).summary)
        }
    }

    @Test func operationsAreFoundByTheirIdsWhateverBecameOfThem() {
        let operations = { () -> [LogOperation] in
            var random = SeededGenerator(seed: 7)
            return randomStory(using: &random, steps: 30).operations
        }()
        let ledger = CodingLedger(operations)
        for operation in operations { #expect(ledger.operation(operation.id)?.id == operation.id) }
        #expect(CodingLedger().operation(operations[0].id) == nil)
    }

    @Test func knownOperationsTouchNothing() {
        var story = Story()
        let coding = story.code()
        story.memo("one", on: coding, seeing: coding)
        var ledger = CodingLedger(story.operations)
        #expect(ledger.add(story.operations).isEmpty)
        #expect(ledger.add([]).isEmpty)
        #expect(ledger.codings == story.fold.codings)
    }

    @Test func anUndoTouchesTheCodingsOfItsAct() {
        var story = Story()
        let one = story.code("one")
        let two = story.code("two")
        let memo = story.memo("m", on: one, seeing: one)
        var ledger = CodingLedger(story.operations)
        let undo = story.undo(memo)
        #expect(ledger.add(story.operations.suffix(1)) == [one])
        #expect(ledger.codings.map(\.memo) == ["", ""])
        story.redo(undo)
        #expect(ledger.add(story.operations.suffix(1)) == [one])
        story.undo(two)
        #expect(ledger.add(story.operations.suffix(1)) == [two])
        #expect(ledger.codings.map(\.id) == [one])
        #expect(ledger.codings.map(\.memo) == ["m"])
    }

    @Test func manyAtOnceAreSortedIn() {
        var story = Story()
        for start in (0..<40).shuffled() { _ = story.code("c\(start)", TextSpan(start, start + 3)) }
        var ledger = CodingLedger(story.operations.prefix(2))
        ledger.add(story.operations)
        #expect(ledger.codings.map(\.span.start) == Array(0..<40))
    }
}

@Suite struct CodingHeadsTests {
    private let first = Identifier(high: 1, low: 1)
    private let second = Identifier(high: 1, low: 2)

    @Test func theOperationThatMadeTheCodingIsTheUsualHead() {
        let heads = CodingHeads(madeBy: first)
        for field in CodingField.allCases { #expect(heads[field] == (field == .whole ? nil : [first])) }
        #expect(heads.all == [first])
    }

    @Test func thereIsOneWayToSayTheSame() {
        var heads = CodingHeads(madeBy: first)
        heads[.memo] = [second]
        #expect(heads != CodingHeads(madeBy: first))
        #expect(heads.all == [first, second])
        heads[.memo] = [first]
        #expect(heads == CodingHeads(madeBy: first))
        heads[.whole] = [first]
        #expect(heads != CodingHeads(madeBy: first))
        #expect(heads[.whole] == [first])
        #expect(heads.all == [first])
    }

    @Test func headsCanBeSpelledOut() {
        let heads: CodingHeads = [.memo: [second], .whole: [first]]
        #expect(heads[.memo] == [second] && heads[.span] == nil)
        #expect(heads.all == [first, second])
        #expect(([:] as CodingHeads).all == [])
    }
}
