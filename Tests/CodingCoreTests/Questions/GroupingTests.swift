import Testing

@testable import CodingCore

/// Groups of `--by`, participants, and natural order.
@Suite struct GroupingTests {
    private func share(_ n: Int, _ of: Int) -> Frequencies.Share { Frequencies.Share(n: n, of: of) }

    private func row(_ table: Frequencies, _ code: String) throws -> Frequencies.Row {
        try #require(table.rows.first { $0.code.description == code })
    }

    /// Two nurses and a manager in two talks, an interviewer in both, and a note nobody speaks.
    private func made() throws -> MadeStudy {
        var made = MadeStudy(codes: [try entry("money", .category), try entry("block", in: "money")])
        let talk = try made.add(
            "T1",
            [("site", "North")],
            speakers: [
                speaker("T1", "INT", interviewer: true), speaker("T1", "P1", participant: "ann", [("role", "nurse")]),
                speaker("T1", "P2", participant: "ben", [("role", "manager")]),
            ]
        ) {
            $0.turn("INT", "«Who?»")
            $0.turn("P1", "«We do.»")
            $0.turn("P2", "«They do.»")
            $0.note("«Laughter.»")
        }
        let second = try made.add(
            "T2",
            speakers: [
                speaker("T2", "INT", interviewer: true), speaker("T2", "P1", participant: "ann", [("role", "nurse")]),
                speaker("T2", "P2"),
            ]
        ) {
            $0.turn("P1", "«Again.»")
            $0.turn("P2", "«Me too.»")
        }
        for span in talk { try made.code("T1", span, "block") }
        for span in second { try made.code("T2", span, "block") }
        return made
    }

    @Test func groupsOfSpeakersCountTheirOwnPassages() throws {
        let table = try Frequencies(made().corpus, by: .attribute("role"), unit: .codings)
        #expect(table.groups.map(\.value) == ["manager", "nurse", "(none)"])
        #expect(try row(table, "block").by == [share(1, 1), share(2, 2), share(3, 3)])
        #expect(try row(table, "block").total.codings == 6)
    }

    @Test func participantsAreCountedOnceAndInterviewersNever() throws {
        let table = try Frequencies(made().corpus, by: .attribute("role"), unit: .participants)
        // Ann twice, Ben, and P2 of the second talk, who has no name.
        #expect(table.of.participants == 3)
        #expect(try row(table, "block").total.participants == 3)
        #expect(try row(table, "block").by == [share(1, 1), share(1, 1), share(1, 1)])
    }

    @Test func documentsOfGroupsMayOverlap() throws {
        let table = try Frequencies(made().corpus, by: .attribute("role"))
        #expect(try row(table, "block").by == [share(1, 1), share(2, 2), share(2, 2)])
        #expect(try row(table, "block").total.documents == 2)
    }

    @Test func aDocumentsAttributeGroupsItsSpeakers() throws {
        let table = try Frequencies(made().corpus, by: .attribute("site"), unit: .codings)
        #expect(table.groups.map(\.value) == ["North", "(none)"])
        #expect(try row(table, "money").by == [share(4, 4), share(2, 2)])
        #expect(try row(table, "money").own.codings == 0)
        #expect(try row(table, "block").own.codings == 6)
    }

    @Test func aSpeakersAttributeGoesBeforeTheDocuments() throws {
        var made = MadeStudy(codes: [try entry("block")])
        let spans = try made.add(
            "T1",
            [("role", "provider")],
            speakers: [speaker("T1", "P1", [("role", "nurse")]), speaker("T1", "P2")]
        ) {
            $0.turn("P1", "«One.»")
            $0.turn("P2", "«Two.»")
        }
        for span in spans { try made.code("T1", span, "block") }
        let table = try Frequencies(made.corpus, by: .attribute("role"), unit: .codings)
        #expect(table.groups.map(\.value) == ["nurse", "provider"])
        #expect(try row(table, "block").by == [share(1, 1), share(1, 1)])
        #expect(
            try Extracts(made.corpus, query: made.query("role:provider")) { _ in "" }.extracts.map(\.text) == ["Two."]
        )
    }

    @Test func groupsStandInNaturalOrderWithNoneLast() throws {
        var made = MadeStudy()
        let values = ["Site 10", "Site 9", "", "site 1", "zeta", "Äpfel", "2", "10"]
        for (index, value) in values.enumerated() {
            _ = try made.add("D\(index)", value.isEmpty ? [] : [("site", value)]) { $0.note("Yes.") }
        }
        let groups = try Frequencies(made.corpus, by: .attribute("site")).groups.map(\.value)
        #expect(groups.count == values.count)
        #expect(groups.last == "(none)")
        func place(_ value: String) throws -> Int { try #require(groups.firstIndex(of: value)) }
        #expect(try place("2") < place("10"))
        #expect(try place("Site 9") < place("Site 10"))
    }

    @Test func documentsStandInNaturalOrderInEveryAnswer() throws {
        var made = MadeStudy(codes: [try entry("block")])
        for name in ["B10", "B9", "B1", "A/B2", "A/B11"] {
            let spans = try made.add(name) { $0.note("«Yes.»") }
            try made.code(name, spans[0], "block")
        }
        let expected = ["A/B2", "A/B11", "B1", "B9", "B10"]
        #expect(try Extracts(made.corpus) { _ in "" }.extracts.map(\.document.description) == expected)
        #expect(try Coverage(made.corpus).documents.map(\.record.id.description) == expected)
    }

    @Test func passagesOfTheInterviewerBelongToTheInterviewerWhenNamed() throws {
        let made = try made()
        func texts(_ query: String) throws -> [String] {
            try Extracts(made.corpus, query: made.query(query)) { _ in "" }.extracts.map(\.text)
        }
        #expect(try texts("speaker:INT") == ["Who?"])
        #expect(try texts("speaker:int or role:manager") == ["Who?", "They do."])
        #expect(try texts("participant:ann") == ["We do.", "Again."])
        #expect(try texts("participant:P2") == ["Me too."])
    }

    @Test func aFilterThatLeavesNobodyLeavesRowsOfNought() throws {
        let made = try made()
        let table = try Frequencies(made.corpus, query: made.query("site:Mars"), by: .attribute("role"))
        #expect(table.of.documents == 0)
        #expect(table.rows.map(\.code.description) == ["money", "block"])
        #expect(table.rows.allSatisfy { $0.total.codings == 0 && $0.by.isEmpty })
        #expect(table.coders.isEmpty)
    }
}
