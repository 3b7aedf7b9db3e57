// How codes are counted over the other documents, and how the parts of a study are told apart.

import Testing

@testable import CodingCore
@testable import Workbench

@MainActor
@Suite struct StudyFiguresTests {
    private let coder = CoderID("rs")

    private func study(_ ids: [String], attributes: (Int) -> [(name: String, value: String)] = { _ in [] }) throws
        -> Study
    {
        Study(
            settings: StudySettings(id: .version7(milliseconds: 2, random: (2, 2)), title: "Invented"),
            documents: try ids.enumerated().map { number, id in
                DocumentRecord(
                    id: try #require(DocumentID(id)),
                    uuid: .version7(milliseconds: UInt64(10 + number), random: (1, 1)),
                    title: "",
                    versions: [],
                    attributes: Attributes(attributes(number))
                )
            },
            codebook: Bench.codebook
        )
    }

    private func coding(_ number: Int, _ code: String, by coder: String, in document: DocumentRecord) throws -> Coding {
        Coding(
            id: .version7(milliseconds: UInt64(1_000 + number), random: (1, 1)),
            coder: try #require(CoderID(coder)),
            document: document.uuid,
            anchor: Anchor(
                version: try #require(VersionTag("0123456789abcdef")),
                span: TextSpan(number, number + 4),
                quote: "q \(number)"
            ),
            code: slug(code),
            rule: "",
            memo: "",
            star: 0,
            doubt: false,
            codedAt: Moment(secondsSince1970: 0),
            heads: [:],
            disputed: []
        )
    }

    private func figures(_ study: Study) throws -> StudyFigures {
        StudyFigures(study, open: study.documents[0].uuid, coder: try #require(coder))
    }

    @Test(arguments: [
        (["S1", "S2", "S3", "S4"], "S1234"), (["A/A03", "B/B07", "C/C05"], "ABC"), (["B01", "B02"], "B012"),
        (["report1", "report2"], "12"), (["a", "ab"], nil), (["one"], nil),
    ])
    func documentsAreToldApartByALetter(_ ids: [String], _ heading: String?) throws {
        #expect(try figures(study(ids)).heading == heading)
    }

    @Test func fewDocumentsAreThePartsThemselves() throws {
        let figures = try figures(study(["A/A03", "B/B07"]))
        #expect(figures.parts == ["A03", "B07"])
        #expect(figures.attribute == nil)
        #expect(figures.openPart == 0)
    }

    @Test func manyDocumentsArePartedByAnAttributeWithFewValues() throws {
        let ids = (1...12).map { "D\($0)" }
        let figures = try figures(
            study(ids) { [("date", "\($0)"), ("site", ["B", "A"][$0 % 2]), ("role", "nurse")] }
        )
        #expect(figures.attribute == "site")
        #expect(figures.parts == ["A", "B"])
        #expect(figures.openPart == 1)
        #expect(figures.heading == "AB")
        #expect(try self.figures(study(ids)).parts.isEmpty)
    }

    @Test func codingsAreCountedByPartAndThoseOfTheOpenDocumentLeftOut() throws {
        var study = try study(["A", "B", "C"])
        study.codings = [
            try coding(1, "block-contracts", by: "rs", in: study.documents[0]),
            try coding(2, "block-contracts", by: "rs", in: study.documents[1]),
            try coding(3, "block-contracts", by: "ag", in: study.documents[1]),
            try coding(4, "virtual-wards", by: "rs", in: study.documents[2]),
        ]
        let figures = try figures(study)
        #expect(figures.counts(of: slug("block-contracts"), isMineOnly: false) == [0, 2, 0])
        #expect(figures.counts(of: slug("block-contracts"), isMineOnly: true) == [0, 1, 0])
        #expect(figures.counts(of: slug("virtual-wards"), isMineOnly: false) == [0, 0, 1])
        let bc = slug("block-contracts")
        #expect(figures.count(of: bc, isMineOnly: false) == 2)
        #expect(figures.count(of: bc, isMineOnly: true) == 1)
        #expect(figures.count(of: slug("reorganisation"), isMineOnly: false) == 0)
        #expect(figures.codings(of: bc, isMineOnly: false, atMost: 9).map(\.anchor.quote) == ["q 2", "q 3"])
        #expect(figures.codings(of: bc, isMineOnly: false, atMost: 1).map(\.anchor.quote) == ["q 2"])
        #expect(figures.codings(of: bc, isMineOnly: true, atMost: 9).map(\.anchor.quote) == ["q 2"])
        #expect(figures.name(of: study.documents[1].uuid) == "B")
    }

    @Test func mergedCodesAreCountedWhereTheyWentAndShowOnlyWhileTheyCount() throws {
        var study = try study(["A", "B"])
        study.codebook = Codebook(
            title: "x",
            version: "v1",
            codes: [
                Code(id: slug("kept"), name: "Kept"),
                Code(id: slug("gone"), name: "Gone", status: .mergedInto(slug("kept"))),
                Code(id: slug("retired"), name: "Retired", status: .retired),
            ]
        )
        study.codings = [
            try coding(1, "gone", by: "rs", in: study.documents[1]),
            try coding(2, "kept", by: "rs", in: study.documents[1]),
        ]
        let here = [try coding(3, "gone", by: "rs", in: study.documents[0])]
        let book = CodebookFigures(study.codebook, here: here, others: try figures(study), isMineOnly: false)
        #expect(book.rows.map(\.code.name) == ["Kept"])
        #expect(book.rows.first?.count == 3)
        #expect(book.rows.first?.parts == [1, 2])
        #expect(book.codeCount == 1)
    }

    @Test func aCategoryCountsWhatLiesBelowIt() throws {
        var study = try study(["A", "B"])
        func code(_ id: String, _ parent: String?, _ kind: Code.Kind = .code) -> Code {
            Code(id: slug(id), name: id, parent: parent.map(slug), kind: kind)
        }
        study.codebook = Codebook(
            title: "x",
            version: "v1",
            codes: [
                code("one", nil, .category), code("inner", "one", .category), code("deep", "inner"),
                code("flat", "one"),
                code("two", nil, .category), code("other", "two"),
            ]
        )
        study.codings = try ["deep", "deep", "flat", "other"].enumerated().map {
            try coding($0, $1, by: "rs", in: study.documents[1])
        }
        let book = CodebookFigures(study.codebook, here: [], others: try figures(study), isMineOnly: false)
        #expect(book.rows.map(\.code.name) == ["one", "inner", "deep", "flat", "two", "other"])
        #expect(book.rows.map(\.count) == [3, 2, 2, 1, 1, 1])
        #expect(book.rows.map(\.depth) == [0, 1, 2, 1, 0, 1])
    }
}
