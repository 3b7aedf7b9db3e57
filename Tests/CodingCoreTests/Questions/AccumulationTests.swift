import Testing

@testable import CodingCore

/// New codes per transcript, with the worked example of METHODS (R11).
@Suite struct AccumulationTests {
    /// Documents that bring so many new codes, one after the other.
    private func accumulation(_ new: [Int], base: Int, run: Int) throws -> Accumulation {
        var total = 0
        let steps = try new.enumerated().map { index, count in
            total += count
            let record = DocumentRecord(
                id: try #require(DocumentID("D\(index)")),
                uuid: Identifier(high: 1, low: UInt64(index)),
                title: "",
                versions: [],
                attributes: Attributes([])
            )
            return Accumulation.Step(document: record, codes: count, new: count, total: total)
        }
        return Accumulation(steps: steps, base: base, run: run)
    }

    @Test func theWorkedExampleGivesItsRatios() throws {
        let worked = try accumulation([9, 6, 4, 3, 2, 1, 1, 0, 0, 0], base: 4, run: 2)
        #expect(worked.base == 22)
        let shares = worked.runs.map { run in
            "\(run.first)–\(run.last) \(run.ratio.map { ($0 * 1_000).rounded() / 10 } ?? -1)"
        }
        #expect(shares == ["5–6 13.6", "6–7 9.1", "7–8 4.5", "8–9 0.0", "9–10 0.0"])
    }

    @Test func fewDocumentsMakeNoRun() throws {
        #expect(try accumulation([3, 2], base: 4, run: 2).runs.isEmpty)
        #expect(try accumulation([], base: 4, run: 2).base == 0)
        #expect(try accumulation([0, 0, 0, 1], base: 2, run: 1).runs.map(\.ratio) == [nil, nil])
    }

    @Test func eachCodeIsNewOnce() throws {
        var made = MadeStudy(codes: [try entry("a"), try entry("b")])
        let first = try made.add("D1") { $0.note("«One.» «Two.»") }
        let second = try made.add("D2") { $0.note("«One.»") }
        try made.code("D1", first[0], "a")
        try made.code("D1", first[1], "a")
        try made.code("D2", second[0], "a")
        try made.code("D2", second[0], "b")
        let steps = try Accumulation(made.corpus).steps
        #expect(steps.map(\.codes) == [1, 2] && steps.map(\.new) == [1, 1] && steps.map(\.total) == [1, 2])
    }
}
