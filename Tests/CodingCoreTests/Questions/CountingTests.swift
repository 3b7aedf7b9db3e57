import Testing

@testable import CodingCore

/// PRODUCT.md's "Counting", on cases small enough to count by hand.
@Suite struct CountingTests {
    /// One interview: the interviewer asks, two participants answer; a note and front matter around it.
    private func interview() throws -> (made: MadeStudy, spans: [TextSpan]) {
        var made = MadeStudy(codes: [
            try entry("money", .category), try entry("block", in: "money"), try entry("tariff", in: "block"),
            try entry("old", status: .mergedInto(try #require(CodeID("tariff")))), try entry("trust"),
        ])
        let spans = try made.add(
            "B07",
            speakers: [
                speaker("B07", "INT", interviewer: true),
                speaker("B07", "P1", participant: "anna", [("role", "provider")]),
                speaker("B07", "P2", participant: "ben", [("role", "commissioner")]),
            ]
        ) { talk in
            talk.front("«Interview seven»")  // 0
            talk.turn("INT", "«Who pays»?")  // 1
            talk.turn("P1", "«The «block» contract» pays.")  // 2, 3
            talk.note("«(laughter)»")  // 4
            talk.turn("P2", "«我们不知道» at all.")  // 5
        }
        return (made, spans)
    }

    private func row(_ table: Frequencies, _ code: String) throws -> Frequencies.Row {
        try #require(table.rows.first { $0.code.description == code })
    }

    @Test func theSameCoderCodeAndPassageTwiceIsOneCoding() throws {
        var (made, spans) = try interview()
        try made.code("B07", spans[2], "block")
        try made.code("B07", spans[2], "block")
        try made.code("B07", spans[2], "block", by: "jb")
        let block = try row(Frequencies(made.corpus), "block")
        #expect(block.total.codings == 2)
        #expect(block.total.passages == 1)
        #expect(block.total.documents == 1)
    }

    @Test func ofTwoEqualCodingsTheFirstMadeIsTheOneThatIsAsked() throws {
        var (made, spans) = try interview()
        try made.code("B07", spans[2], "block")
        try made.code("B07", spans[2], "block", star: 2)
        let query = try made.query("star:2")
        #expect(try Frequencies(made.corpus, query: query).all.codings == 0)
        #expect(try Extracts(made.corpus, query: query) { _ in "" }.extracts.isEmpty)
    }

    @Test func overlapsAndLabelsAreNotCountedTwiceOrAtAll() throws {
        var (made, spans) = try interview()
        // From inside the interviewer's question to inside P1's answer: Who, pays | The, block, contract; not "P1".
        try made.code("B07", TextSpan(spans[1].start, spans[2].end), "block")
        try made.code("B07", spans[3], "tariff")
        let table = try Frequencies(made.corpus)
        #expect(try row(table, "money").total.words == 5)
        #expect(try row(table, "money").total.codings == 2)
        #expect(try row(table, "block").own.words == 5)
        #expect(try row(table, "tariff").total.words == 1)
    }

    @Test func aWordThatTwoPassagesSplitCountsOnce() throws {
        var (made, spans) = try interview()
        let word = spans[3]
        try made.code("B07", TextSpan(word.start, word.start + 2), "block")
        try made.code("B07", TextSpan(word.start + 3, word.end), "block")
        let block = try row(Frequencies(made.corpus), "block")
        #expect(block.total.words == 1)
        #expect(block.total.passages == 2)
    }

    @Test func eachHanCharacterIsAWord() throws {
        var (made, spans) = try interview()
        try made.code("B07", spans[5], "trust")
        #expect(try row(Frequencies(made.corpus), "trust").total.words == 5)
    }

    @Test func thePassageIsOfItsFirstSpeakerWhoIsNoInterviewer() throws {
        var (made, spans) = try interview()
        try made.code("B07", TextSpan(spans[1].start, spans[5].end), "block")
        let extract = try #require(try Extracts(made.corpus) { _ in "" }.extracts.first)
        #expect(extract.speaker == "P1")
        #expect(extract.speakers == ["INT", "P1", "P2"])
        #expect(extract.placed.voice["role"] == "provider")
    }

    @Test func aPassageOfTheInterviewerIsNobodysButIsCounted() throws {
        var (made, spans) = try interview()
        try made.code("B07", spans[1], "block")
        let table = try Frequencies(made.corpus, unit: .participants)
        #expect(try row(table, "block").total.participants == 0)
        #expect(try row(table, "block").total.codings == 1)
        #expect(table.of.participants == 2)
    }

    @Test func oneParticipantInTwoDocumentsIsOne() throws {
        var made = MadeStudy(codes: [try entry("trust")])
        for name in ["A1", "A2"] {
            let spans = try made.add(name, speakers: [speaker(name, "P1", participant: "anna")]) {
                $0.turn("P1", "«We trust them.»")
            }
            try made.code(name, spans[0], "trust")
        }
        let table = try Frequencies(made.corpus, unit: .participants)
        #expect(table.of.participants == 1)
        #expect(table.of.documents == 2)
        #expect(try row(table, "trust").total.participants == 1)
    }

    @Test func mergedCodesCountAsTheirHeirOnce() throws {
        var (made, spans) = try interview()
        try made.code("B07", spans[2], "old")
        try made.code("B07", spans[2], "tariff")
        let table = try Frequencies(made.corpus)
        #expect(try row(table, "tariff").total.codings == 1)
        #expect(!table.rows.contains { $0.code.description == "old" })
    }

    @Test func aCodeThatNoCodebookNamesKeepsARow() throws {
        var (made, spans) = try interview()
        try made.code("B07", spans[2], "jb/stray")
        let table = try Frequencies(made.corpus)
        #expect(table.rows.last?.code.description == "jb/stray")
        #expect(table.rows.last?.total.codings == 1)
    }

    @Test func codingsOnAnOlderTextCountButTheirWordsDoNot() throws {
        var (made, _) = try interview()
        try made.code("B07", TextSpan(5_000, 5_010), "trust", version: String(repeating: "b", count: 64))
        let table = try Frequencies(made.corpus)
        #expect(try row(table, "trust").total.codings == 1)
        #expect(try row(table, "trust").total.words == 0)
        #expect(table.onOlderText == 1)
    }

    @Test func aMissingAttributeIsTheLastGroup() throws {
        var made = MadeStudy(codes: [try entry("trust")])
        for (name, site) in [("Z1", ""), ("Z2", "Zeta"), ("Z10", "Alpha")] {
            let spans = try made.add(name, [("site", site)]) { $0.note("«Trust.»") }
            if name != "Z10" { try made.code(name, spans[0], "trust") }
        }
        let table = try Frequencies(made.corpus, by: .attribute("site"))
        #expect(table.groups.map(\.value) == ["Alpha", "Zeta", "(none)"])
        #expect(try row(table, "trust").by == [.init(n: 0, of: 1), .init(n: 1, of: 1), .init(n: 1, of: 1)])
    }

    /// Scenario A11: reports that belong to one study count once with the study as the unit.
    @Test func studiesNotReportsAreCountedWhenAsked() throws {
        var made = MadeStudy(codes: [try entry("co-production")])
        for number in 1...47 {
            let study = number <= 42 ? number : number - 42
            let name = "R\(number)"
            let spans = try made.add(name, [("study_id", "S\(study)")]) { $0.note("«Together.»") }
            if number <= 10 || number >= 43 { try made.code(name, spans[0], "co-production") }
        }
        let table = try Frequencies(made.corpus, unit: .attribute("study_id"))
        let code = try row(table, "co-production")
        #expect(code.total.count(table.unit) == 10)
        #expect(table.of.count(table.unit) == 42)
        #expect(code.total.documents == 15)
        #expect(table.of.documents == 47)
    }

    @Test(arguments: [CountingUnit.codings, .passages, .words, .documents, .participants])
    func noCountExceedsItsDenominator(unit: CountingUnit) throws {
        var (made, spans) = try interview()
        for (index, span) in spans.enumerated() { try made.code("B07", span, index % 2 == 0 ? "block" : "trust") }
        for attribute in [nil, "role"] {
            for query in ["", "role:provider", "speaker:INT", "not role:provider", "code:block or speaker:P2"] {
                let table = try Frequencies(
                    made.corpus,
                    query: made.query(query),
                    by: attribute.map { .attribute($0) },
                    unit: unit
                )
                for row in table.rows {
                    #expect(row.total.count(unit) <= table.of.count(unit), "\(query) \(row.code)")
                    for share in row.by { #expect(share.n <= share.of, "\(query) by \(attribute ?? "")") }
                }
            }
        }
    }

    @Test func theShareCodedIsOfTurnsAndNotes() throws {
        var (made, spans) = try interview()
        try made.code("B07", spans[0], "trust")  // front matter: not talk
        try made.code("B07", spans[2], "block")
        try made.code("B07", spans[4], "trust")
        let document = try #require(try Coverage(made.corpus).documents.first)
        // Who pays; The block contract pays; laughter; 5 characters at all
        #expect(document.words == 2 + 4 + 1 + 7)
        #expect(document.codedWords == 3 + 1)
        #expect(document.turns == 3)
        #expect(document.codings == 3)
    }

    @Test func aDocumentWithoutWordsHasNoShare() throws {
        var made = MadeStudy()
        _ = try made.add("A1") { $0.note("…") }
        #expect(try Coverage(made.corpus).documents.first?.codedShare == nil)
    }

    @Test func everyCoderIsListedWithTheirOwnProgress() throws {
        var (made, spans) = try interview()
        made.study.settings.coders = [(try #require(CoderID("zz")), "Zadie")]
        try made.code("B07", spans[2], "block", doubt: true)
        try made.code("B07", spans[2], "block")
        try made.code("B07", spans[3], "trust", by: "jb")
        let coders = CoderProgress.all(in: made.corpus)
        #expect(coders.map(\.coder.description) == ["zz", "jb", "rs"])
        #expect(coders.map(\.codings) == [0, 1, 1])
        #expect(coders.map(\.documents) == [0, 1, 1])
        #expect(coders.first?.name == "Zadie")
        #expect(coders.last?.doubts == 1)
    }
}
