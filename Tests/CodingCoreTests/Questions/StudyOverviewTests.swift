import Testing

@testable import CodingCore

@Suite struct StudyOverviewTests {
    private let today = Moment(secondsSince1970: 1_795_000_000)

    private func made() throws -> MadeStudy {
        var defined = try entry("trust")
        defined.definition = "Whom they believe."
        var blank = try entry("blank")
        blank.definition = " \n"
        var made = MadeStudy(codes: [
            try entry("group", .category), defined, try entry("money"), blank, try entry("gone", status: .retired),
            try entry("cash", status: .mergedInto(slug("money"))),
        ])
        let one = try made.add("B2") { $0.turn("P1", "«We left» and «they» did not.") }
        let two = try made.add("B10") { $0.turn("P1", "«Nobody» knew.") }
        _ = try made.add("C1") { $0.turn("P1", "Nothing.") }
        try made.code("B2", one[0], "money")
        try made.code("B2", one[0], "cash")
        try made.code("B2", one[1], "trust", doubt: true)
        try made.code("B10", two[0], "money", by: "kt")
        try made.code("B10", two[0], "money", by: "kt")
        try made.code("B10", two[0], "stranger", by: "kt", doubt: true)
        return made
    }

    private func overview(_ made: MadeStudy, by coder: String = "rs") -> StudyOverview {
        StudyOverview(made.corpus, coder: coderID(coder), today: today)
    }

    @Test func documentsHaveTheirFiguresInNaturalOrder() throws {
        let overview = overview(try made())
        #expect(overview.documents.map(\.record.id.description) == ["B2", "B10", "C1"])
        #expect(overview.documents.map(\.codings) == [2, 2, 0], "a merged code and a copy count once")
        #expect(overview.documents.map(\.own) == [2, 0, 0])
        #expect(overview.documents.map(\.doubts) == [1, 1, 0])
        #expect(overview.documents.map { $0.lastCoder?.description } == ["rs", "kt", nil])
        #expect(overview.documents.last?.lastCoded == nil)
        #expect(overview.codings == 4)
        #expect(overview.uncodedByMe.map(\.id.description) == ["B10", "C1"])
        #expect(self.overview(try made(), by: "kt").uncodedByMe.map(\.id.description) == ["B2", "C1"])
    }

    @Test func theMostUsedCodesComeFirstThenTheCodebooksOrder() throws {
        let codes = overview(try made()).codes
        #expect(codes.map(\.code.description) == ["money", "trust", "stranger"])
        #expect(codes.map(\.codings) == [2, 1, 1])
        #expect(codes.map(\.documents) == [2, 1, 1])
    }

    @Test func codesThatCanBeAppliedWantADefinition() throws {
        #expect(overview(try made()).withoutDefinition.map(\.description) == ["money", "blank"])
    }

    @Test func doubtsAndDisputesStandInTextOrder() throws {
        var made = try made()
        #expect(overview(made).doubts.map(\.code.description) == ["trust", "stranger"])
        #expect(overview(made).disputed == [])
        made.study.codings[2].disputed = [.memo]
        #expect(overview(made).disputed.map(\.code.description) == ["trust"])
    }

    @Test func theLastFourteenDaysEndWithToday() throws {
        var made = try made()
        let midnight = today.secondsSince1970 / 86_400 * 86_400
        let seconds = [midnight, midnight + 86_399, midnight - 1, midnight + 86_400, midnight - 13 * 86_400]
        for (place, second) in seconds.enumerated() {
            made.study.codings[place == 1 ? 2 : place == 2 ? 3 : place == 3 ? 5 : place == 4 ? 4 : 0].codedAt =
                Moment(secondsSince1970: second)
        }
        let days = overview(made).days
        #expect(days.count == 14)
        #expect(days.last == StudyOverview.Day(day: today.day, codings: 2, own: 2))
        #expect(days[12].codings == 1 && days[12].own == 0)
        #expect(days.map(\.codings).reduce(0, +) == 3, "what a clock ahead of ours made is not shown")
        #expect(days.first?.day == Moment(secondsSince1970: midnight - 13 * 86_400).day)
        #expect(Set(days.map(\.day)).count == 14)
    }

    @Test func anEmptyStudyIsNoTrouble() {
        let overview = StudyOverview(MadeStudy().corpus, coder: coderID("rs"), today: Moment(secondsSince1970: -1))
        #expect(overview.codings == 0 && overview.codes.isEmpty && overview.documents.isEmpty)
        #expect(overview.days.last?.day == "1969-12-31")
    }

    @Test func theCoverageOfOneDocumentIsThatOfAll() throws {
        let made = try made()
        let corpus = made.corpus
        for coverage in try Coverage(corpus).documents {
            let one = DocumentCoverage(
                coverage.record,
                in: corpus,
                transcript: try corpus.transcript(of: coverage.record)
            )
            #expect(one.words == coverage.words && one.codedWords == coverage.codedWords)
            #expect(one.codings == coverage.codings && one.lastCoded == coverage.lastCoded && one.turns == 1)
        }
    }
}
