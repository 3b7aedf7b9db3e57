import CodingCore
import Testing

@testable import StudyFiles

@Suite struct IntakeTests {
    private func id(_ text: String) throws -> DocumentID { try #require(DocumentID(text)) }

    @Test func aDocumentIsWrittenWhole() throws {
        let fixture = try StudyFixture()
        var intake = try Intake(fixture.folder.load(), by: fixture.author)
        let outcome = try intake.add(
            StudyFixture.incoming(),
            as: id("B/B07"),
            attributes: Attributes([("site", "B")])
        )
        #expect(outcome.kind == .added)
        #expect(outcome.remarks == [])
        let contents = try fixture.folder.load()
        #expect(contents.findings == [])
        #expect(contents.study.documents == [outcome.document])
        #expect(contents.study.documents.first?.title == "Interview B07")
        #expect(contents.study.speakers.map(\.participant) == ["", "B07"])
        #expect(contents.study.speakers.map(\.isInterviewer) == [true, false])
        let sha = SHA256.hexadecimal(of: Array(StudyFixture.sampleText.utf8))
        #expect(try fixture.temporary.text(of: "study/transcripts/.versions/\(sha).txt") == StudyFixture.sampleText)
        #expect(try fixture.temporary.text(of: "study/documents.csv") == "document,site\nB/B07,B\n")
        #expect(Checker.check(fixture.folder).filter { $0.severity == .problem } == [])
    }

    @Test func theJournalNamesTheFilesAndTheirHashes() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        let entries = Journal.read(fixture.folder).entries.dropFirst()
        #expect(entries.map(\.operation) == ["import", "edit", "edit"])
        #expect(Set(entries.map(\.act)).count == 1)
        #expect(entries.first?.object == "document:\(document.uuid)")
        #expect(entries.map(\.file) == ["transcripts/B/B07.yaml", "documents.csv", "speakers.csv"])
        for entry in entries {
            #expect(try entry.shaAfter == SHA256.hexadecimal(of: Disk.read(fixture.folder.path(entry.file))))
        }
    }

    @Test func theSameBytesAgainChangeNothing() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        let before = try fixture.temporary.files().map { try fixture.temporary.text(of: $0) }
        var intake = try Intake(fixture.folder.load(), by: fixture.author)
        let outcome = try intake.add(StudyFixture.incoming(), as: document.id)
        #expect(outcome.kind == .unchanged)
        #expect(outcome.document.uuid == document.uuid)
        #expect(try fixture.temporary.files().map { try fixture.temporary.text(of: $0) } == before)
    }

    @Test func otherBytesUnderTheSameIdAreRefused() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        var intake = try Intake(fixture.folder.load(), by: fixture.author)
        let error = #expect(throws: FileTrouble.self) {
            try intake.add(StudyFixture.incoming("INT: Other words.\n"), as: document.id)
        }
        #expect(error?.code == .alreadyExists)
        #expect(error?.sentence.contains("--revise") == true)
        #expect(try fixture.temporary.text(of: "study/transcripts/B/B07.txt") == StudyFixture.sampleText)
    }

    @Test func theSameFileUnderAnotherIdAndNamesThatDifferInCapitalsAreRemarkedOn() throws {
        let fixture = try StudyFixture()
        try fixture.add("B/B07")
        var intake = try Intake(fixture.folder.load(), by: fixture.author)
        let outcome = try intake.add(StudyFixture.incoming(), as: id("b/b07"))
        #expect(outcome.kind == .added)
        #expect(outcome.remarks.count == 2)
        #expect(outcome.remarks.last?.contains("B/B07") == true)
    }

    @Test func participantsOfSeveralSpeakersAndOfEqualNamesAreKeptApart() throws {
        let fixture = try StudyFixture()
        var intake = try Intake(fixture.folder.load(), by: fixture.author)
        var group = StudyFixture.incoming()
        group.speakers.append(IncomingSpeaker(name: "Bob", turns: 1, isInterviewer: false))
        _ = try intake.add(group, as: id("A/01"))
        _ = try intake.add(StudyFixture.incoming("Ann: Other.\n"), as: id("B/01"))
        let participants = try fixture.folder.load().study.speakers.map(\.participant)
        #expect(participants == ["", "01 Ann", "01 Bob", "", "B/01"])
    }

    @Test func aTextThatLiesThereAlreadyIsImportedInPlaceAndItsBytesAreKept() throws {
        let fixture = try StudyFixture()
        let original = Array(StudyFixture.sampleText.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
        try fixture.temporary.write(original, to: "study/transcripts/B/B07.txt")
        #expect(try fixture.folder.load().findings.map(\.what) == ["is not imported yet"])
        var incoming = StudyFixture.incoming()
        incoming.origin.sha256 = SHA256.hexadecimal(of: original)
        var intake = try Intake(fixture.folder.load(), by: fixture.author)
        _ = try intake.add(incoming, as: id("B/B07"))
        #expect(try fixture.temporary.text(of: "study/transcripts/B/B07.txt") == StudyFixture.sampleText)
        #expect(try Disk.read(fixture.folder.path("transcripts/.originals/B/B07.txt")) == original)
    }

    @Test func anotherTextUnderThatNameIsNotOverwritten() throws {
        let fixture = try StudyFixture()
        try fixture.temporary.write("somebody's words", to: "study/transcripts/B/B07.txt")
        var intake = try Intake(fixture.folder.load(), by: fixture.author)
        #expect(throws: FileTrouble.self) { try intake.add(StudyFixture.incoming(), as: id("B/B07")) }
        #expect(try fixture.temporary.text(of: "study/transcripts/B/B07.txt") == "somebody's words")
        #expect(try fixture.folder.load().study.documents == [])
    }

    @Test func aTableThatWouldLoseRowsStopsTheImport() throws {
        let fixture = try StudyFixture()
        try fixture.temporary.write("document,site\n../odd,B\n", to: "study/documents.csv")
        var intake = try Intake(fixture.folder.load(), by: fixture.author)
        let error = #expect(throws: FileTrouble.self) { try intake.add(StudyFixture.incoming(), as: id("B/B07")) }
        #expect(error?.path == "documents.csv")
        #expect(error?.line == 2)
        #expect(try fixture.temporary.text(of: "study/documents.csv") == "document,site\n../odd,B\n")
        #expect(!fixture.temporary.exists("study/transcripts/B/B07.txt"))
    }

    @Test func aLinkInThePlaceOfAFolderIsNotFollowed() throws {
        let fixture = try StudyFixture()
        try Disk.makeFolder(fixture.temporary.path + "/elsewhere")
        try fixture.temporary.link("study/transcripts/B", to: fixture.temporary.path + "/elsewhere")
        var intake = try Intake(fixture.folder.load(), by: fixture.author)
        #expect(throws: FileTrouble.self) { try intake.add(StudyFixture.incoming(), as: id("B/B07")) }
        #expect(try fixture.temporary.files(in: "elsewhere") == [])
    }

    @Test func aCrashBetweenTheFilesLeavesATextThatIsNotImportedYet() throws {
        // The document's own file is written last, so every state before it lacks that file.
        let fixture = try StudyFixture()
        try fixture.add()
        try Disk.remove(fixture.folder.path("transcripts/B/B07.yaml"))
        let contents = try fixture.folder.load()
        #expect(contents.study.documents == [])
        #expect(contents.findings.contains { $0.what == "is not imported yet" })
        let again = try fixture.add()
        #expect(try fixture.folder.load().study.documents.map(\.uuid) == [again.uuid])
        #expect(try fixture.folder.load().findings == [])
    }
}
