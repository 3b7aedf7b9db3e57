// The study as it was: what each moment knew of documents, codings, codes, themes and memos, and nothing that came later.

import CodingCore
import Testing

@testable import StudyFiles

@Suite struct StudyPastTests {
    private let fixture: StudyFixture
    private let first: DocumentRecord
    private let theme: ThemeID

    init() throws {
        let fixture = try StudyFixture(
            codebook: """
                codes:
                  - id: block-contracts
                    name: Block contracts
                  - id: trust
                    name: Trust
                """
        )
        self.fixture = fixture
        func author(_ second: Int64) throws -> Author { try fixture.author(seconds: second) }
        func add(_ name: String, at second: Int64) throws -> DocumentRecord {
            var intake = try Intake(fixture.folder.load(), by: author(second))
            return try intake.add(StudyFixture.incoming(fileName: name + ".txt"), as: #require(DocumentID(name)))
                .document
        }
        first = try add("B07", at: 100)
        try fixture.code(first, words: "block contract", code: "block-contracts", by: author(200))
        let made = try fixture.folder.addTheme(
            Theme(id: #require(ThemeID("t-nobody")), name: "Nobody counts"),
            by: author(300)
        )
        theme = made.id
        try fixture.code(first, words: "nurses left", code: "trust", by: author(400))
        try fixture.folder.setTheme(theme, [(.name, "Nobody owns it"), (.concept, "It is left.")], by: author(500))
        _ = try fixture.folder.addMemo("Why do they stay?", kind: .question, by: author(600))
        let second = try add("C01", at: 700)
        try fixture.code(second, words: "block contract", code: "block-contracts", by: author(710))
        var act = CodebookAct(fixture.folder, CodebookFolder.read(root: fixture.folder.root), by: try author(800))
        try act.rename(#require(CodeID("trust")), to: "Trust in numbers")
        _ = try act.write()
        let session = CodingSession(try author(900))
        let gone = try #require(try fixture.folder.load().study.codings.first { $0.document == first.uuid })
        let line = try #require(session.edit.uncode([gone]))
        try session.append(line, to: first)
    }

    private func past(_ second: Int64) throws -> StudyPast {
        try fixture.folder.past(asOf: Moment(secondsSince1970: second))
    }

    private func codes(_ past: StudyPast) -> [String] { past.study.codings.map(\.code.description) }

    @Test func codingsAreThoseMadeByThenEvenOnesThatWereTakenAwayLater() throws {
        #expect(codes(try past(199)) == [])
        #expect(codes(try past(200)) == ["block-contracts"])
        #expect(codes(try past(400)) == ["block-contracts", "trust"])
        #expect(codes(try past(899)) == ["block-contracts", "trust", "block-contracts"])
        #expect(codes(try past(900)) == ["trust", "block-contracts"])
    }

    @Test func documentsThatCameLaterAreLeftOutWithTheirSpeakers() throws {
        #expect(try past(699).study.documents.map(\.id.description) == ["B07"])
        #expect(try past(699).study.speakers.allSatisfy { $0.document == first.id })
        #expect(try past(700).study.documents.count == 2)
    }

    @Test func themesSayWhatTheySaid() throws {
        #expect(try past(299).study.themes.isEmpty)
        let early = try #require(try past(499).study.themes.first)
        #expect((early.name, early.concept) == ("Nobody counts", ""))
        let late = try #require(try past(500).study.themes.first)
        #expect((late.name, late.concept) == ("Nobody owns it", "It is left."))
    }

    @Test func codesAreCalledWhatTheyWereCalled() throws {
        let trust = try #require(CodeID("trust"))
        #expect(try past(799).study.codebook[trust]?.name == "Trust")
        #expect(try past(800).study.codebook[trust]?.name == "Trust in numbers")
    }

    @Test func memosAndTheTimelineEndThere() throws {
        #expect(try past(599).memos.isEmpty)
        #expect(try past(600).memos.map(\.text) == ["Why do they stay?"])
        #expect(try past(400).timeline.map(\.at).max() == Moment(secondsSince1970: 400))
    }

    @Test func themesAndMemosOfALaterUndoComeBack() throws {
        let study = try fixture.folder.load().study
        let made = try #require(
            JournalAct.all(of: Journal.read(fixture.folder).entries).first {
                $0.edits.contains { $0.edit.object == "theme:\(theme)" }
            }
        )
        let renamed = try #require(
            JournalAct.all(of: Journal.read(fixture.folder).entries).last {
                $0.edits.contains { $0.edit.object == "theme:\(theme)" }
            }
        )
        let undo = try ActUndo(CodingSession(fixture.author(seconds: 1_000)), study: study)
        try undo.undo(renamed.id)
        try undo.undo(made.id)
        #expect(try fixture.folder.load().study.themes.isEmpty)
        #expect(try past(999).study.themes.map(\.name) == ["Nobody owns it"])
        #expect(try past(999).study.themes.map(\.concept) == ["It is left."])
    }
}
