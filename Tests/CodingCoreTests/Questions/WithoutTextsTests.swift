import Testing

@testable import CodingCore

/// Counting without texts gives the figures that counting with them gives, whatever is asked and however many threads ask.
@Suite struct WithoutTextsTests {
    private static let queries = [
        "", "code:block-contracts", "not code:block-contracts", "under:service-design site:B",
        "site:B or code:bolt-on-services",
        "not site:A", "role:commissioner", "not role:commissioner not code:block-contracts", "speaker:P",
        "not speaker:P",
        "speaker:INT or code:virtual-wards", "not speaker:INT not code:virtual-wards", "text:nobody", "coder:rs",
        "star:>=1",
        "code:virtual-wards overlaps code:block-contracts",
    ]

    private func figures(_ table: Frequencies) -> [String] {
        let rows = table.rows.map { row in
            "\(row.code) \(row.total.count(table.unit)) \(row.own.count(table.unit)) \(row.by.map { "\($0.n)/\($0.of)" })"
        }
        return rows + ["\(table.of.count(table.unit)) \(table.all.count(table.unit)) \(table.coders)"]
    }

    @Test(arguments: queries, [CountingUnit.codings, .passages, .documents, .participants])
    func theFiguresAreTheSame(query: String, unit: CountingUnit) throws {
        let made = try MadeStudy.bram()
        let query = try made.query(query)
        for columns: TableColumns? in [nil, .documents, .attribute("site"), .attribute("role"), .speakers, .coders] {
            let with = try Frequencies(made.corpus, query: query, by: columns, unit: unit)
            let without = try Frequencies(made.corpus, query: query, by: columns, unit: unit, countsWords: false)
            #expect(figures(with) == figures(without), "\(columns.map { "\($0)" } ?? "no columns")")
        }
    }

    @Test func manyThreadsGiveWhatOneGives() throws {
        let made = try MadeStudy.bram()
        let one = made.corpus
        let many = Corpus(made.study, readsOnManyThreads: true) { try one.transcript(of: $0) }
        for query in Self.queries {
            let query = try made.query(query)
            let tables = try [one, many].map { try Frequencies($0, query: query, by: .attribute("site"), unit: .words) }
            #expect(figures(tables[0]) == figures(tables[1]), "\(query.source)")
            let pairs = try [one, many].map { corpus in
                try Cooccurrence(corpus, query: query).pairs.map {
                    "\($0.a) \($0.b) \($0.n) \($0.documents) \($0.jaccard)"
                }
            }
            #expect(pairs[0] == pairs[1], "\(query.source)")
            let ids = try [one, many].map { try Extracts($0, query: query) { _ in "" }.extracts.map(\.coding.id) }
            #expect(ids[0] == ids[1], "\(query.source)")
        }
    }

    @Test func whatFailsOnOneThreadIsToldOnce() throws {
        struct Unreadable: Error {}
        let made = try MadeStudy.bram()
        let corpus = Corpus(made.study, readsOnManyThreads: true) { _ in throw Unreadable() }
        #expect(throws: Unreadable.self) { try Frequencies(corpus) }
        // Nothing is read for what hangs on no text.
        #expect(try Frequencies(corpus, by: .attribute("site"), unit: .codings, countsWords: false).all.codings == 142)
    }

    @Test(arguments: [0, 1, 3, 4, 5, 100, 1_000])
    func resultsStandInTheOrderOfTheirItems(count: Int) {
        #expect(inParallel(Array(0..<count)) { $0 * 2 } == (0..<count).map { $0 * 2 })
    }
}
