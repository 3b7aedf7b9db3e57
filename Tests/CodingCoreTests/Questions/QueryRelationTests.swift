import Testing

@testable import CodingCore

/// What terms on time, patterns and the codings around take from a study whose passages are known.
@Suite struct QueryRelationTests {
    /// `a` (trust, rs) holds `b` (block, rs); `c` (block, jm) overlaps `a`, in another layer; `d` (tariff, rs) is one turn on, `e`
    /// (block, rs) three turns on.
    private func study(saved: [String: String] = [:]) throws -> (corpus: Corpus, texts: (String) throws -> [String]) {
        var made = MadeStudy(codes: [try entry("trust"), try entry("block"), try entry("tariff")])
        let marked = try made.add("B/B07", [("site", "B")], speakers: [speaker("B/B07", "P1"), speaker("B/B07", "P2")])
        {
            $0.turn("P1", "«We trust «the block contract» most» of all.")
            $0.turn("P2", "«Tariffs are gone.»")
            $0.turn("P1", "No.")
            $0.turn("P2", "«The Block stays 混乱.»")
        }
        try made.code("B/B07", marked[0], "trust", at: 100)
        try made.code("B/B07", marked[1], "block", memo: "Why most?", at: 86_400 * 31)
        try made.code("B/B07", marked[0], "block", by: "jm", at: 86_400 * 400)
        try made.code("B/B07", marked[2], "tariff", at: 200)
        try made.code("B/B07", marked[3], "block", at: 300)
        made.study.queries = saved
        let corpus = made.corpus
        let study = made.study
        return (
            corpus,
            { query in
                let found = try Extracts(corpus, query: Query(query, in: study), sha256: { _ in "" }).extracts
                return found.map { "\($0.placed.code) \($0.placed.coding.coder) \($0.text.prefix(9))" }
            }
        )
    }

    private static let trust = "trust rs We trust "
    private static let inner = "block rs the block"
    private static let foreign = "block jm We trust "
    private static let tariff = "tariff rs Tariffs a"
    private static let late = "block rs The Block"

    @Test(
        arguments: [
            ("code:block overlaps code:trust", [inner]), ("code:trust overlaps code:block", [trust]),
            ("code:block within code:trust", [inner]), ("code:trust within code:block", []),
            ("code:trust before code:tariff", [trust]), ("code:tariff before code:trust", []),
            ("code:block before code:tariff", [inner]), ("code:tariff before code:block", [tariff]),
            ("code:block near:0turns code:trust", [inner]), ("code:block near:0 code:tariff", []),
            ("code:block near:1turn code:tariff", [inner]), ("code:block near:2turns code:tariff", [inner, late]),
            ("code:tariff near:1 code:block", [tariff]), ("code:block near:3turns code:trust", [inner, late]),
            ("coder:jm overlaps code:trust", []),
            ("not (code:block overlaps code:trust)", [foreign, trust, tariff, late]),
            ("code:trust overlaps code:block before code:tariff", [trust]),
            ("code:trust before (code:tariff before code:block)", [trust]),
            ("code:block overlaps text:\"most\"", [inner]), ("code:block overlaps code:block", []),
            ("text:/block|tariff/", [foreign, trust, inner, tariff, late]), ("text:/Block/", [late]),
            (#"text:/\p{Han}{2}\./"#, [late]), ("text:/^the/", [inner, late]), ("memo:/most\\?$/", [inner]),
            ("memo:/./", [inner]), ("not text:/t/", []),
            ("coded:1970-01", [trust, tariff, late]), ("coded:1970-02-01", [inner]), ("coded:1971..", [foreign]),
            ("coded:..1970", [trust, inner, tariff, late]), ("coded:1970-01-01..1970-01-31", [trust, tariff, late]),
            ("coded:>1970-01", [foreign, inner]), ("coded:<1970-02", [trust, tariff, late]),
            ("coded:<=1970-02-01", [trust, inner, tariff, late]), ("coded:>=1970-02-01", [foreign, inner]),
            ("coded:>1971", []), ("coded:2026", []),
        ] as [(String, [String])]
    )
    func aQueryTakes(query: String, expected: [String]) throws {
        let found = try study().texts(query)
        #expect(Set(found) == Set(expected), "\(found)")
    }

    @Test func savedQueriesStandInOthers() throws {
        let saved = [
            "inside": "code:block within code:trust", "mine": "coder:rs and query:inside", "wrong": "code:blck",
        ]
        let study = try study(saved: saved)
        #expect(try study.texts("query:mine") == [Self.inner])
        #expect(try study.texts("not query:inside coder:rs").count == 3)
        let error = try #require(throws: QueryError.self) { try study.texts("site:B query:wrong") }
        #expect(error.column == 14 && error.problem.contains("‘wrong’ goes wrong in column 6"), "\(error)")
        let unknown = try #require(throws: QueryError.self) { try study.texts("query:insid") }
        #expect(unknown.problem.contains("near it: inside"), "\(unknown)")
    }

    @Test func savedQueriesThatNameOneAnotherAreRefused() throws {
        let study = try study(saved: ["a": "query:b", "b": "query:a"])
        let error = try #require(throws: QueryError.self) { try study.texts("query:a") }
        #expect(error.problem.contains("in a circle"), "\(error)")
    }

    @Test func wordsOfNobodyAreAskedForAsThose() throws {
        var made = MadeStudy(codes: [try entry("trust")])
        let marked = try made.add("B/B07", speakers: [speaker("B/B07", "P1")]) {
            $0.turn("P1", "«Yes.»")
            $0.note("«Somebody comes in.»")
        }
        for span in marked { try made.code("B/B07", span, "trust") }
        let query = try made.query("speaker:\"(none)\"")
        #expect(query.remarks.isEmpty)
        #expect(
            try Extracts(made.corpus, query: query, sha256: { _ in "" }).extracts.map(\.text) == ["Somebody comes in."]
        )
    }

    @Test func relationsCountInNAndLeaveNAlone() throws {
        let corpus = try study().corpus
        let query = try Query("code:block within code:trust", in: corpus.study)
        let table = try Frequencies(corpus, query: query)
        #expect(table.all.codings == 1 && table.of.documents == 1)
    }
}
