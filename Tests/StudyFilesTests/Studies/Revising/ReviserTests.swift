import CodingCore
import Testing

@testable import StudyFiles

/// New versions of a text in the files of a study.
@Suite struct ReviserTests {
    private static let above = "Checked by KT.\nTwice.\n" + StudyFixture.sampleText

    private func fixture() throws -> (StudyFixture, DocumentRecord) {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n- id: b\n")
        return (fixture, try fixture.add())
    }

    private func reviser(_ fixture: StudyFixture, _ author: Author? = nil) throws -> Reviser {
        try Reviser(fixture.folder.load(), session: CodingSession(author ?? fixture.author))
    }

    private func record(_ fixture: StudyFixture) throws -> DocumentRecord {
        try #require(fixture.folder.load().study.documents.first)
    }

    @discardableResult
    private func revise(
        _ fixture: StudyFixture,
        to text: String,
        by author: Author? = nil,
        settles: Bool = false,
        takesFile: Bool = false
    ) throws -> CarriedCodings {
        let reviser = try reviser(fixture, author)
        let revision = try reviser.preview(
            StudyFixture.incoming(text),
            of: record(fixture),
            settles: settles,
            takesFile: takesFile
        )
        return try reviser.save(revision)
    }

    @Test func aNewVersionCarriesEverybodysCodingsInTheRevisersLog() throws {
        let (fixture, document) = try fixture()
        let kt = try fixture.colleague("kt")
        let mine = try fixture.code(document, words: "block contract", code: "a")
        let theirs = try fixture.code(document, words: "Café", code: "b", by: kt)
        let logBefore = try fixture.temporary.text(of: fixture.log(by: kt))
        let carried = try revise(fixture, to: Self.above)
        #expect(carried.count(.exact) == 2)

        let contents = try fixture.folder.load()
        let record = try #require(contents.study.documents.first)
        #expect(record.versions.count == 2 && record.uuid == document.uuid)
        let opened = try fixture.folder.open(record, measure: 66)
        #expect(opened.transcript.text.utf8 == Array(Self.above.utf8))
        #expect(contents.study.codings.map(\.id) == [mine, theirs])
        for coding in contents.study.codings {
            #expect(coding.anchor.holds(in: opened.transcript.text) { SHA256.hexadecimal(of: $0) })
            #expect(coding.stands(on: opened.version))
        }
        #expect(try fixture.temporary.text(of: fixture.log(by: kt)) == logBefore, "nobody writes in another's log")
        #expect(try fixture.temporary.text(of: fixture.log()).contains("\"op\":\"batch\""))
        #expect(fixture.problems == [])
    }

    @Test func everyVersionIsKeptAndTheJournalTellsOfTheNewOne() throws {
        let (fixture, document) = try fixture()
        try revise(fixture, to: Self.above)
        let record = try record(fixture)
        for version in record.versions {
            #expect(fixture.temporary.exists("study/transcripts/.versions/\(version).txt"))
        }
        let entry = try #require(Journal.read(fixture.folder).entries.last)
        #expect(entry.object == "document:\(document.uuid)" && entry.field == "text")
        #expect([entry.before, entry.after] == record.versions)
        #expect(entry.file == "transcripts/B/B07.yaml")
        let yaml = try fixture.folder.bytes(of: entry.file)
        #expect(entry.shaAfter == yaml.map(SHA256.hexadecimal(of:)))
    }

    @Test func theSameTextAgainChangesNothing() throws {
        let (fixture, document) = try fixture()
        try fixture.code(document, words: "block contract", code: "a")
        let before = try fixture.temporary.files().map { try fixture.temporary.text(of: $0) }
        let reviser = try reviser(fixture)
        let revision = try reviser.preview(StudyFixture.incoming(), of: document)
        #expect(!revision.isNew)
        #expect(try reviser.save(revision).carried == [])
        #expect(try fixture.temporary.files().map { try fixture.temporary.text(of: $0) } == before)
    }

    @Test(arguments: ["", "  \n\t\n"]) func aTextWithoutWordsIsRefused(text: String) throws {
        let (fixture, document) = try fixture()
        try fixture.code(document, words: "block contract", code: "a")
        let before = try fixture.temporary.files()
        let error = #expect(throws: FileTrouble.self) { try revise(fixture, to: text) }
        #expect(error?.sentence.contains("holds no words") == true)
        #expect(try fixture.temporary.files() == before)
        #expect(fixture.problems == [])
    }

    @Test func aTextEditedOutsideIsTakenAsTheNewVersionAndNobodyElsesIsWrittenOver() throws {
        let (fixture, document) = try fixture()
        try fixture.code(document, words: "block contract", code: "a")
        try fixture.temporary.write(Self.above, to: "study/transcripts/B/B07.txt")
        let error = #expect(throws: FileTrouble.self) { try revise(fixture, to: "INT: Something else.\n") }
        #expect(error?.code == .changedUnderneath)
        #expect(try fixture.temporary.text(of: "study/transcripts/B/B07.txt") == Self.above)
        guard case .changedOutside(let bytes) = try reviser(fixture).state(of: document) else {
            Issue.record("the change was not seen")
            return
        }
        #expect(bytes == Array(Self.above.utf8))
        #expect(try revise(fixture, to: Self.above, takesFile: true).count(.exact) == 1)
        #expect(fixture.problems == [])
    }

    @Test func aTextWhoseLineEndsAloneChangedIsPutBackWithoutANewVersion() throws {
        let (fixture, document) = try fixture()
        let crlf = StudyFixture.sampleText.replacing("\n", with: "\r\n")
        try fixture.temporary.write(crlf, to: "study/transcripts/B/B07.txt")
        try revise(fixture, to: StudyFixture.sampleText, takesFile: true)
        #expect(try record(fixture).versions == document.versions)
        #expect(try fixture.temporary.text(of: "study/transcripts/B/B07.txt") == StudyFixture.sampleText)
        #expect(fixture.problems == [])
    }

    @Test func aTextThatChangesBetweenPreviewAndSavingIsNotWrittenOver() throws {
        let (fixture, document) = try fixture()
        let reviser = try reviser(fixture)
        let revision = try reviser.preview(StudyFixture.incoming(Self.above), of: document)
        try fixture.temporary.write("Somebody else.\n", to: "study/transcripts/B/B07.txt")
        let error = #expect(throws: FileTrouble.self) { try reviser.save(revision) }
        #expect(error?.code == .changedUnderneath)
        #expect(try fixture.temporary.text(of: "study/transcripts/B/B07.txt") == "Somebody else.\n")
    }

    @Test func codingsThatComeLaterOnTheOlderTextAreListedAndCarriedOnRequest() throws {
        let (fixture, document) = try fixture()
        let kt = try fixture.colleague("kt")
        let late = try fixture.line(on: document, words: "Café nurses", code: "a", by: kt)
        try revise(fixture, to: Self.above)
        try CodingSession(kt).append(late, to: document)
        let finding = try #require(fixture.problems.first { $0.what.contains("on an older text") })
        #expect(finding.advice.contains("gloss revise B/B07 --carry"))
        let reviser = try reviser(fixture)
        let record = try record(fixture)
        #expect(try reviser.questions(about: record).map(\.kind) == [.olderText])
        #expect(try reviser.previewCarrying(record).count(.exact) == 1)
        #expect(try reviser.questions(about: record).count == 1, "a preview writes nothing")
        #expect(try reviser.carry(record).count(.exact) == 1)
        #expect(try reviser.questions(about: record) == [])
        #expect(fixture.problems == [])
    }

    @Test func questionsAreAnsweredInTheCodersOwnLog() throws {
        let (fixture, document) = try fixture()
        try fixture.code(document, words: "Café", code: "a")
        try fixture.code(document, words: "What changed?", code: "a")
        let text = StudyFixture.sampleText.replacing("Café", with: "Ward").replacing("INT: What changed?\n\n", with: "")
        try revise(fixture, to: text)
        let kt = try fixture.colleague("kt")
        let reviser = try reviser(fixture, kt)
        let record = try record(fixture)
        let questions = try reviser.questions(about: record)
        #expect(questions.map(\.kind) == [.guess, .orphan])
        #expect(
            fixture.problems.map(\.what) == [
                "has 1 coding whose place is a guess", "has 1 coding whose words are gone",
            ]
        )
        try reviser.answer([try #require(questions[0].accepted), questions[1].letGo], in: record)
        #expect(try reviser.questions(about: record) == [])
        #expect(try fixture.folder.load().study.codings.count == 1)
        #expect(fixture.problems == [])
    }

    @Test func versionsMadeApartAreADisputeUntilOneIsChosen() throws {
        let (fixture, document) = try fixture()
        try fixture.code(document, words: "block contract", code: "a")
        let kt = try fixture.colleague("kt")
        // Two clones: the second one's files go in beside those of the first, as a merge leaves them.
        let yaml = try fixture.temporary.text(of: "study/transcripts/B/B07.yaml")
        try revise(fixture, to: Self.above)
        let merged = try fixture.temporary.text(of: "study/transcripts/B/B07.yaml")
        let first = try record(fixture).versions[1]
        try fixture.temporary.write(yaml, to: "study/transcripts/B/B07.yaml")
        try fixture.temporary.write(StudyFixture.sampleText, to: "study/transcripts/B/B07.txt")
        try revise(fixture, to: StudyFixture.sampleText + "\nINT: Thank you.\n", by: kt)
        let second = try record(fixture).versions[1]
        try fixture.temporary.write(merged + "- \"\(second)\"\n", to: "study/transcripts/B/B07.yaml")

        let finding = try #require(fixture.problems.first { $0.what.contains("2 newest versions") })
        #expect(finding.file == "transcripts/B/B07.yaml")
        #expect(finding.what.contains(first.prefix(16)) && finding.what.contains(second.prefix(16)))
        let error = #expect(throws: FileTrouble.self) { try revise(fixture, to: "INT: x\n") }
        #expect(error?.sentence.contains("--from") == true)

        try revise(fixture, to: Self.above, settles: true)
        #expect(try record(fixture).versions.last == first)
        #expect(fixture.problems == [])
    }

    @Test func newSpeakersComeIntoTheirTable() throws {
        let (fixture, _) = try fixture()
        var incoming = StudyFixture.incoming(Self.above)
        incoming.speakers.append(IncomingSpeaker(name: "Ben", turns: 1, isInterviewer: false))
        let reviser = try reviser(fixture)
        _ = try reviser.save(reviser.preview(incoming, of: record(fixture)))
        #expect(try fixture.folder.load().study.speakers.map(\.speaker).contains("Ben"))
        #expect(fixture.problems == [])
    }

    @Test func anImportedVersionNamesWhereItCameFrom() throws {
        let (fixture, document) = try fixture()
        let reviser = try reviser(fixture)
        var incoming = StudyFixture.incoming(Self.above, fileName: "B07 v2.docx")
        incoming.origin.format = "docx"
        _ = try reviser.save(reviser.preview(incoming, of: document, isImport: true))
        let file = try #require(fixture.folder.load().documentFiles[document.id])
        #expect(file.origin == incoming.origin)
        #expect(file.title == "Interview B07")
    }
}
