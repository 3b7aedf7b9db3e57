import CodingCore
import Testing

@testable import Interchange

@Suite struct TableReaderTests {
    private func read(_ text: String) throws -> IncomingDocument {
        try TranscriptImporter.read(bytes: Array(text.utf8), fileName: "talk.csv")
    }

    private func words(_ document: IncomingDocument) -> String { String(decoding: document.text.utf8, as: UTF8.self) }

    @Test(arguments: [
        "speaker,timestamp,words,tags\nINT:,0.5,\"Hello, you?\",x\nDB:,2.25,Fine.,\n",
        "speaker;timestamp;words;tags\r\nINT;0:00.5;Hello, you?;x\r\nDB;0:02.25;Fine.;\r\n",
        "\u{FEFF}Timestamp\tSpeaker\tText\n0:00.5\tINT\tHello, you?\n0:02.25\tDB\tFine.\n",
        "sep=;\nSpeaker;Start;Text\nINT;0.5;\"Hello, you?\"\nDB;2.25;Fine.\n",
    ])
    func columnsAreToldByTheirHeads(text: String) throws {
        let document = try read(text)
        #expect(words(document) == "INT: Hello, you?\n\nDB: Fine.\n")
        #expect(document.blocks.map(\.beginMilliseconds) == [500, 2_250])
        #expect(document.speakers.map(\.name) == ["INT", "DB"])
        #expect(document.speakers.map(\.isInterviewer) == [true, false])
        #expect(document.origin.format == "csv")
    }

    @Test func columnsThatAreLeftOutAreNamed() throws {
        let document = try read("speaker,text,tags\nAnn,a,x\nBob,b,y\n")
        #expect(document.remarks.contains { $0.hasSuffix("Not taken over: tags.") })
    }

    @Test func linesInACellAreLinesOfTheTurn() throws {
        #expect(words(try read("speaker,text\nAnn,\"one\ntwo\"\nBob,b\n")) == "Ann: one\n\ntwo\n\nBob: b\n")
    }

    @Test func aTableOfOtherThingsIsASentenceThatNamesTheColumns() {
        let error = #expect(throws: ImportError.self) { try read("age,site\n43,B\n51,A\n") }
        #expect(error?.code == .notReadYet)
        #expect(error?.sentence.contains("‘age’, ‘site’") == true)
        #expect(error?.sentence.contains("--text-column") == true)
    }

    @Test(arguments: [
        ("speaker,text\nAnn,\"never closed\n", 2), ("speaker,text\n\"", 2),
    ])
    func aQuoteThatIsNeverClosedIsNamedWithItsLine(text: String, line: Int) {
        let error = #expect(throws: ImportError.self) { try read(text) }
        #expect(error?.code == .damaged)
        #expect(error?.line == line)
    }

    @Test func tenThousandColumnsAndNulAreNoTrouble() throws {
        let wide =
            (0..<10_000).map { "c\($0)" }.joined(separator: ",") + "\n"
            + (0..<10_000).map(String.init).joined(separator: ",")
        let error = #expect(throws: ImportError.self) { try read(wide) }
        #expect((error?.sentence.utf8.count ?? 0) < 1_000)
        #expect(words(try read("speaker,text\nAnn,a\u{0}b\nBob,c\n")) == "Ann: a\u{0}b\n\nBob: c\n")
    }

    // MARK: Surveys

    private func rows(_ text: String, _ columns: [String], id: String? = nil) throws -> [IncomingRow] {
        var importer = TranscriptImporter()
        importer.readFile = { _ in Array(text.utf8) }
        return try importer.readRows(path: "in/survey.csv", textColumns: columns, idColumn: id)
    }

    private static let survey =
        "Respondent,Site,Comment,More\nR1,B,\"Too long, the wait\",\nR2,A,,Nothing\nR3,A,,\nR4,C,\"One\n\nTwo\",Yes\n"

    @Test func eachRowIsADocumentWithAttributes() throws {
        let found = try rows(Self.survey, ["Comment"], id: "Respondent")
        #expect(found.map(\.name) == ["R1", "R4"])
        #expect(found.map(\.line) == [2, 5])
        #expect(found.map { words($0.document) } == ["Too long, the wait\n", "One\n\nTwo\n"])
        #expect(found[0].document.attributes == Attributes([("Site", "B")]))
        #expect(found[1].document.attributes == Attributes([("Site", "C"), ("More", "Yes")]))
        #expect(found[0].document.speakers == [IncomingSpeaker(name: "R1", turns: 1, isInterviewer: false)])
        #expect(found.allSatisfy { Transcript.covers($0.document.blocks, scalarCount: $0.document.text.scalarCount) })
        #expect(Set(found.map(\.document.origin.sha256)).count == 2)
    }

    @Test func severalColumnsHaveTheirQuestionsBeforeThem() throws {
        let found = try rows(Self.survey, ["comment", "MORE"], id: "Respondent")
        #expect(found.map(\.name) == ["R1", "R2", "R4"])
        #expect(words(found[2].document) == "Comment\n\nOne\n\nTwo\n\nMore\n\nYes\n")
        #expect(found[2].document.blocks.map(\.kind) == [.note, .turn, .note, .turn])
        #expect(found[2].document.blocks.map(\.speaker) == ["", "R4", "", "R4"])
    }

    @Test func withoutAnIdColumnRowsAreNumbered() throws {
        #expect(try rows(Self.survey, ["Comment"]).map(\.name) == ["1", "4"])
    }

    @Test func aColumnThatIsNotThereIsNamedWithThoseThatAre() {
        let error = #expect(throws: ImportError.self) { try rows(Self.survey, ["Answer"]) }
        #expect(error?.sentence.contains("no column ‘Answer’") == true)
        #expect(error?.sentence.contains("‘Comment’") == true)
        #expect(throws: ImportError.self) { try rows("a,b\n,x\n", ["a"]) }
    }
}
