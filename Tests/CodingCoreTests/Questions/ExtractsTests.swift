import Testing

@testable import CodingCore

@Suite struct ExtractsTests {
    private func made() throws -> (MadeStudy, [TextSpan]) {
        var made = MadeStudy(codes: [try entry("top", .category), try entry("block", in: "top"), try entry("trust")])
        let spans = try made.add("B/B10") { talk in
            talk.turn("P1", "It began well. Then came winter. «Block contracts» cap us. Nobody asked. We wait.")
            talk.turn("P2", "«Yes.»")
        }
        return (made, spans)
    }

    private func extracts(_ made: MadeStudy, _ context: ExtractContext = .none) throws -> [Extract] {
        try Extracts(made.corpus, context: context) { _ in "" }.extracts
    }

    @Test func theOrderIsDocumentStartEndCodeCoder() throws {
        var (made, spans) = try made()
        _ = try made.add("B/B2") { $0.turn("P1", "Well.") }
        let wide = TextSpan(spans[0].start, spans[1].end)
        try made.code("B/B10", spans[1], "trust")
        try made.code("B/B10", wide, "block")
        try made.code("B/B10", spans[0], "trust", by: "jb")
        try made.code("B/B10", spans[0], "block", by: "rs")
        try made.code("B/B10", spans[0], "block", by: "jb")
        try made.code("B/B2", TextSpan(4, 8), "trust")
        let found = try extracts(made)
        #expect(found.map(\.document.description) == ["B/B2"] + Array(repeating: "B/B10", count: 5))
        #expect(found.dropFirst().map(\.coding.span) == [spans[0], spans[0], spans[0], wide, spans[1]])
        #expect(found.dropFirst().map(\.code.description) == ["block", "block", "trust", "block", "trust"])
        #expect(found.dropFirst().prefix(2).map(\.coding.coder.description) == ["jb", "rs"])
    }

    @Test(arguments: [
        (ExtractContext.none, "", ""),
        (.scalars(5), "ter. ", " cap "),
        (.scalars(9_999), "P1: It began well. Then came winter. ", " cap us. Nobody asked. We wait.\n\nP2: Yes.\n\n"),
        (.sentences(1), "Then came winter. ", " cap us."),
        (.sentences(2), "P1: It began well. Then came winter. ", " cap us. Nobody asked."),
        (.sentences(9), "P1: It began well. Then came winter. ", " cap us. Nobody asked. We wait.\n\nP2: Yes."),
    ])
    func contextIsTheTalkAround(context: ExtractContext, before: String, after: String) throws {
        var (made, spans) = try made()
        try made.code("B/B10", spans[0], "block")
        let extract = try #require(try extracts(made, context).first)
        #expect(extract.text == "Block contracts")
        #expect(extract.before == before)
        #expect(extract.after == after)
    }

    @Test func anExtractKnowsItsPlaceAndPath() throws {
        var (made, spans) = try made()
        try made.code("B/B10", TextSpan(spans[0].start, spans[1].end), "block")
        let extract = try #require(try extracts(made).first)
        #expect(extract.lines == 1...4)
        #expect(extract.locator == "B10:1–4")
        #expect(extract.codePath.map(\.description) == ["top", "block"])
        #expect(extract.holds)
    }

    @Test func wordsThatAreNotTheQuoteAreReported() throws {
        var (made, spans) = try made()
        try made.code("B/B10", spans[0], "block")
        made.study.codings[0].anchor.quote = "Other words"
        let all = try Extracts(made.corpus) { _ in "" }
        #expect(all.broken == 1)
    }

    @Test func aPassageOfAnOlderTextShowsItsQuote() throws {
        var (made, _) = try made()
        try made.code("B/B10", TextSpan(90_000, 90_010), "block", version: String(repeating: "c", count: 64))
        let extract = try #require(try extracts(made, .sentences(1)).first)
        #expect(extract.text == "an older text")
        #expect(extract.lines == nil)
        #expect(extract.locator == "B10 (older text)")
    }
}
