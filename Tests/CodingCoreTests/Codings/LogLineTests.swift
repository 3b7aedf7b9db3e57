import TestSupport
import Testing

@testable import CodingCore

@Suite struct LogLineTests {
    private func operation(_ id: UInt64, act: UInt64? = nil) -> LogOperation {
        LogOperation(
            id: Identifier(high: id, low: 0),
            by: coderID("rs"),
            at: Moment(secondsSince1970: 0),
            act: act.map { Identifier(high: $0, low: 0) },
            body: .undo(act: Identifier(high: 99, low: 0))
        )
    }

    @Test func anOperationIsItsOwnActUnlessItBelongsToOne() {
        #expect(operation(1).act == Identifier(high: 1, low: 0))
        #expect(operation(1, act: 7).act == Identifier(high: 7, low: 0))
    }

    @Test func aLineOfOneOperationIsThatOperation() {
        let line = LogLine(operation(1))
        #expect(line.id == line.operations[0].id)
        #expect(line.act == line.id)
        #expect(!line.isBatch)
        #expect(line.logs == 1)
    }

    @Test func aLineOfSeveralIsABatch() {
        let line = LogLine(
            batch: Identifier(high: 7, low: 0),
            operations: [operation(8, act: 7), operation(9, act: 7)]
        )
        #expect(line.isBatch)
        #expect(line.act == line.id)
    }

    @Test func aPartOfAnActOverSeveralLogsIsABatchEvenOfOne() {
        let line = LogLine(batch: Identifier(high: 20, low: 0), operations: [operation(21, act: 7)], logs: 3)
        #expect(line.isBatch)
        #expect(line.act == Identifier(high: 7, low: 0))
        #expect(line.logs == 3)
    }

    @Test func aBatchOfNothingIsStillABatch() {
        let line = LogLine(batch: Identifier(high: 7, low: 0), operations: [])
        #expect(line.isBatch)
        #expect(line.act == line.id)
    }

    @Test(
        arguments: [
            (CodingChanges(), []),
            (CodingChanges(memo: ""), [.memo]),
            (CodingChanges(star: 0), [.star]),
            (CodingChanges(doubt: false), [.doubt]),
            (CodingChanges(rule: "aaaaaaaa"), [.rule]),
            (CodingChanges(code: CodeID("a"), rule: "aaaaaaaa"), [.code]),
            (CodingChanges(anchor: Story.anchor(0, 3), how: "exact"), [.span]),
            (CodingChanges(memo: "m", star: 1, doubt: true), [.memo, .star, .doubt]),
            (CodingChanges(from: Identifier(high: 1, low: 1)), []),
        ] as [(CodingChanges, [CodingField])]
    )
    func theFieldsOfAChangeAreThoseItGives(changes: CodingChanges, fields: [CodingField]) {
        #expect(changes.fields == fields)
    }

    @Test func fieldsAreNamedAsInTheLog() {
        #expect(CodingField.allCases.map(\.rawValue) == ["span", "code", "rule", "memo", "star", "doubt", "*"])
    }
}
