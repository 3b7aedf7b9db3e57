import Testing

@testable import CodingCore

/// What Tab offers while a query is typed: only what the study has, ready to stand where it is put.
@Suite struct QueryCompletionTests {
    private func study() throws -> Study {
        var made = MadeStudy(codes: [try entry("block-contracts"), try entry("trust")])
        let spans = try made.add("B/B07", [("site", "North West"), ("role", "nurse")]) { $0.turn("P 1", "«Yes.»") }
        try made.code("B/B07", spans[0], "trust")
        return made.study
    }

    private func offers(_ typed: String) throws -> [String] { QueryCompletion(typed, in: try study()).offers }

    @Test func namesOfTermsComeFirst() throws {
        #expect(try offers("co") == ["code:", "coder:", "coded:"])
        #expect(try offers("si") == ["site:"])
        #expect(try offers("code:trust a") == ["and"])
        #expect(try offers("code:trust o") == ["or", "overlaps"])
        #expect(try offers("zzz").isEmpty)
    }

    @Test func valuesAreThoseOfTheStudyInQuotesWhereTheyNeedThem() throws {
        #expect(try offers("code:bl") == ["code:block-contracts"])
        #expect(try offers("code:contr") == ["code:block-contracts"], "a part is found too")
        #expect(try offers("site:") == ["site:\"North West\""])
        #expect(try offers("site:\"nor") == ["site:\"North West\""])
        #expect(try offers("doc:") == ["doc:B07"])
        #expect(try offers("doubt:") == ["doubt:yes", "doubt:no"])
        #expect(try offers("text:any").isEmpty)
    }

    @Test func theWordThatIsReplacedBeginsBehindBlanksAndBrackets() throws {
        let study = try study()
        #expect(QueryCompletion("site:B (ro", in: study).start == 8)
        #expect(QueryCompletion("site:\"a b", in: study).start == 0)
        #expect(QueryCompletion("not co", in: study).start == 4)
    }

    @Test func everyOfferOfAValueIsAQueryThatIsUnderstood() throws {
        let study = try study()
        for field in ["code:", "under:", "coder:", "speaker:", "doc:", "site:", "role:", "star:", "doubt:", "stale:"] {
            let offers = QueryCompletion(field, in: study).offers
            #expect(!offers.isEmpty, "\(field)")
            for offer in offers { #expect(throws: Never.self) { try Query(offer, in: study) } }
        }
    }
}
