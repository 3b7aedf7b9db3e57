import CodingCore
import Testing

@testable import StudyFiles

@Suite struct DocumentTableTests {
    private func table(_ text: String) throws -> (table: DocumentTable, findings: [Finding]) {
        try DocumentTable.read(Array(text.utf8))
    }

    private func id(_ text: String) throws -> DocumentID { try #require(DocumentID(text)) }

    @Test func attributesStandInTheOrderOfTheColumns() throws {
        let (documents, findings) = try table("document,site,role\nB/B07,B, provider \n")
        #expect(try documents[id("B/B07")] == Attributes([("site", "B"), ("role", "provider")]))
        #expect(try documents[id("B/B08")] == nil)
        #expect(findings == [])
    }

    @Test func rowsAreWrittenInNaturalOrder() throws {
        var (documents, _) = try table("document,site\nB10,B\nB2,B\n")
        let changed1 = try documents.set(Attributes([("site", "B")]), of: id("B1"))
        #expect(changed1)
        #expect(documents.bytes == Array("document,site\nB1,B\nB2,B\nB10,B\n".utf8))
    }

    @Test func settingTheSameAgainChangesNothing() throws {
        var (documents, _) = try table("document,site\nB1,B\n")
        let changed2 = try documents.set(Attributes([("site", "B")]), of: id("B1"))
        #expect(!changed2)
        let changed3 = try documents.set(Attributes(), of: id("B1"))
        #expect(!changed3)
    }

    @Test func twoSpellingsOfALetterAreTwoValues() throws {
        var (documents, _) = try table("document,place\nB1,caf\u{E9}\n")
        let changed4 = try documents.set(Attributes([("place", "cafe\u{301}")]), of: id("B1"))
        #expect(changed4)
        #expect(documents.bytes == Array("document,place\nB1,cafe\u{301}\n".utf8))
    }

    @Test func aNewAttributeIsANewColumn() throws {
        var (documents, _) = try table("document,site\nB1,B\nB2,B\n")
        let changed5 = try documents.set(Attributes([("role", "provider")]), of: id("B2"))
        #expect(changed5)
        #expect(documents.bytes == Array("document,site,role\nB1,B,\nB2,B,provider\n".utf8))
    }

    @Test func rowsThatNameNoDocumentAndSecondRowsAreReported() throws {
        let (documents, findings) = try table("document,site\n../x,A\nB1,B\nB1,C\n,D\n")
        #expect(documents.rows.map(\.document.description) == ["B1"])
        #expect(findings.map(\.line) == [2, 4, 5])
        #expect(try documents[id("B1")]?["site"] == "B")
    }

    @Test func aTableWithoutDocumentsColumnIsRefused() {
        #expect(throws: FileTrouble.self) { try DocumentTable.read(Array("site,role\nA,x\n".utf8)) }
    }

    @Test func anEmptyFileIsATableWithoutRows() throws {
        let (documents, findings) = try table("")
        #expect(documents.bytes == DocumentTable.empty)
        #expect(findings == [])
    }
}

@Suite struct SpeakerTableTests {
    @Test func speakersAreReadWithTheirAttributes() throws {
        let text = "document,speaker,participant,interviewer,role\nB1,INT,,Yes,\nB1,Ann,P01,no,nurse\nB1,Bob,P02,,\n"
        let (speakers, findings) = try SpeakerTable.read(Array(text.utf8))
        #expect(findings == [])
        #expect(speakers.records.map(\.speaker) == ["INT", "Ann", "Bob"])
        #expect(speakers.records.map(\.isInterviewer) == [true, false, false])
        #expect(speakers.records.map(\.participant) == ["", "P01", "P02"])
        #expect(speakers.records[1].attributes == Attributes([("role", "nurse")]))
    }

    @Test func oddRowsAreReported() throws {
        let text = "document,speaker,participant,interviewer\nB1,Ann,P1,maybe\nB1,Ann,P2,no\n../B,Ann,,\nB1,,,\n"
        let (speakers, findings) = try SpeakerTable.read(Array(text.utf8))
        #expect(speakers.records.map(\.participant) == ["P1"])
        #expect(findings.map(\.line) == [2, 3, 4, 5])
    }

    @Test func aSpeakerIsAddedOnceAndRowsStayTogetherByDocument() throws {
        var (speakers, _) = try SpeakerTable.read(Array("document,speaker,participant,interviewer\nB2,Z,,no\n".utf8))
        let document = try #require(DocumentID("B1"))
        let record = SpeakerRecord(document: document, speaker: "Ann", participant: "P1", isInterviewer: false)
        let changed6 = speakers.add(record)
        #expect(changed6)
        let changed7 = speakers.add(record)
        #expect(!changed7)
        #expect(
            speakers.bytes
                == Array("document,speaker,participant,interviewer\nB1,Ann,P1,no\nB2,Z,,no\n".utf8)
        )
    }
}
