// The rules of FORMAT.md, section 7 and 4: tables as spreadsheets and people leave them, turns that do not fit, and what is
// written back.

import CodingCore
import Testing

@testable import StudyFiles

@Suite struct TableRulesTests {
    private func id(_ text: String) throws -> DocumentID { try #require(DocumentID(text)) }

    private func documents(_ text: String) throws -> (table: DocumentTable, findings: [Finding]) {
        try DocumentTable.read(Array(text.utf8))
    }

    // MARK: Documents

    @Test(arguments: [
        "document,site,role\nB7,x,y\n", "site,document,role\nx,B7,y\n", "role,site,document\ny,x,B7\n",
        "document;site;role\r\nB7;x;y\r\n", "document\tsite\trole\nB7\tx\ty\n", "sep=;\ndocument;site;role\nB7;x;y\n",
        "\u{FEFF}document,site,role\nB7,x,y\n", "document,site,role\rB7,x,y\r",
        " document , site , role \n B7 , x , y \n",
        "\"document\",\"site\",\"role\"\n\"B7\",\"x\",\"y\"\n", "document,site,role\n\n,,\nB7,x,y\n\n",
        "document,site,role,\nB7,x,y,\n", "document,,site,role\nB7,,x,y\n",
    ])
    func everySpellingOfATableSaysTheSame(text: String) throws {
        let (table, findings) = try documents(text)
        #expect(findings == [])
        let attributes = try #require(try table[id("B7")])
        #expect(attributes["site"] == "x")
        #expect(attributes["role"] == "y")
        #expect(attributes.pairs.count == 2)
    }

    @Test(arguments: [
        ("document;site\nB7;x\n", "document;site\nB7;x\nC1;z\n"),
        ("document\tsite\nB7\tx\n", "document\tsite\nB7\tx\nC1\tz\n"),
        ("\u{FEFF}document,site\nB7,x\n", "\u{FEFF}document,site\nB7,x\nC1,z\n"),
        ("document,site\r\nB7,x\r\n", "document,site\nB7,x\nC1,z\n"),
        ("sep=;\ndocument;site\nB7;x\n", "document;site\nB7;x\nC1;z\n"),
        ("site,document\nx,B7\n", "document,site\nB7,x\nC1,z\n"),
        ("document,site\nB10,y\nB7,x\n", "document,site\nB7,x\nB10,y\nC1,z\n"),
    ])
    func separatorAndByteOrderMarkAreKeptAndTheRestIsPutInOrder(text: String, expected: String) throws {
        var (table, _) = try documents(text)
        let changed = try table.set(Attributes([("site", "z")]), of: id("C1"))
        #expect(changed)
        #expect(String(decoding: table.bytes, as: UTF8.self) == expected)
    }

    @Test func unknownColumnsAndEmptyOnesAreKept() throws {
        var (table, findings) = try documents("document,site,,note to self\nB7,x,stray,\"a, b\"\n")
        #expect(findings == [])
        _ = try table.set(Attributes([("site", "y")]), of: id("B7"))
        #expect(String(decoding: table.bytes, as: UTF8.self) == "document,site,,note to self\nB7,y,stray,\"a, b\"\n")
    }

    @Test(arguments: [
        ("document,site\nB7,x\nB7,y\n", [3]), ("document,site\n.B7,x\n", [2]), ("document,site\nB7/,x\n", [2]),
        ("document,site\n\"B7\nB8\",x\n", [2]), ("document,site\n,x\n", [2]), ("document\nB7\n \nB7\n", [4]),
        ("document,site\nB7,x,y\nB8,x,y\n", [2, 3]),
    ])
    func whatWouldBeLostIsFoundWithItsLine(text: String, lines: [Int]) throws {
        let (_, findings) = try documents(text)
        #expect(findings.map(\.line) == lines)
        #expect(findings.allSatisfy { $0.severity == .problem })
    }

    @Test(arguments: [
        "document,site\nB7,x\nB7,y\n", "document,site\n../B7,x\n", "document,site\nB7,x,y\n",
        "document,site,site\nB7,x,y\n",
        "document,site\n\"B7\"x,y\n",
    ])
    func aTableThatCouldNotBeReadInFullIsNeverWrittenAnew(text: String) throws {
        let fixture = try StudyFixture()
        let document = try fixture.add("B7", "Ann: one\n")
        try fixture.temporary.write(text, to: "study/documents.csv")
        let error = #expect(throws: FileTrouble.self) {
            try fixture.folder.setAttributes(
                [(document: document, attributes: Attributes([("site", "z")]))],
                by: fixture.author
            )
        }
        #expect(error?.path == "documents.csv")
        #expect(error?.sentence.contains("without losing that") == true)
        #expect(try fixture.temporary.text(of: "study/documents.csv") == text)
    }

    @Test func cellsThatLookLikeFormulasAreKeptAsTheyStandInTheStudysOwnFiles() throws {
        var (table, _) = try documents("document,site\n")
        for (number, value) in ["=1+1", "+44", "-5", "@x", "'x", "\u{FF1D}1"].enumerated() {
            _ = try table.set(Attributes([("site", value)]), of: id("B\(number)"))
        }
        #expect(
            String(decoding: table.bytes, as: UTF8.self)
                == "document,site\nB0,=1+1\nB1,+44\nB2,-5\nB3,@x\nB4,'x\nB5,\u{FF1D}1\n"
        )
    }

    // MARK: Speakers

    @Test(arguments: [
        ("yes", true, 0), ("YES", true, 0), (" Yes ", true, 0), ("no", false, 0), ("", false, 0), ("No", false, 0),
        ("y", false, 1), ("true", false, 1), ("1", false, 1), ("interviewer", false, 1),
    ])
    func interviewersAreThoseWithAYes(cell: String, isInterviewer: Bool, findings: Int) throws {
        let text = "document,speaker,participant,interviewer\nB7,Ann,,\(cell)\n"
        let (table, found) = try SpeakerTable.read(Array(text.utf8))
        #expect(table.records.map(\.isInterviewer) == [isInterviewer])
        #expect(found.count == findings)
    }

    @Test func theColumnsOfParticipantAndInterviewerMayBeMissing() throws {
        let (table, findings) = try SpeakerTable.read(Array("speaker,document,role\nAnn,B7,nurse\n".utf8))
        #expect(findings == [])
        #expect(table.records.first?.participant == "")
        #expect(table.records.first?.attributes["role"] == "nurse")
        #expect(
            String(decoding: table.bytes, as: UTF8.self)
                == "document,speaker,participant,interviewer,role\nB7,Ann,,no,nurse\n"
        )
    }

    @Test func twoSpellingsOfANameAreTwoSpeakers() throws {
        let text = "document,speaker\nB7,Ren\u{E9}e\nB7,Rene\u{301}e\n"
        let (table, findings) = try SpeakerTable.read(Array(text.utf8))
        #expect(findings == [], "canonical equivalence is not sameness")
        #expect(table.records.count == 2)
    }

    @Test func attributesOfANewSpeakerAreNewColumns() throws {
        var (table, _) = try SpeakerTable.read(
            Array("document,speaker,participant,interviewer,role\nB7,Ann,A,no,nurse\n".utf8)
        )
        let bob = SpeakerRecord(
            document: try id("B7"),
            speaker: "Bob, “chair”",
            participant: "B",
            isInterviewer: false,
            attributes: Attributes([("band", "7")])
        )
        let added = table.add(bob)
        #expect(added)
        #expect(
            String(decoding: table.bytes, as: UTF8.self)
                == "document,speaker,participant,interviewer,role,band\nB7,Ann,A,no,nurse,\nB7,\"Bob, “chair”\",B,no,,7\n"
        )
    }

    // MARK: Turns

    private func turns(_ rows: String, count: Int = 10) -> (blocks: [Block]?, findings: [Finding]) {
        let text = "start,end,kind,speaker,label,begin_ms,end_ms,page\n" + rows
        return TurnTable.read(Array(text.utf8), file: "t.turns.csv", scalarCount: count)
    }

    @Test(arguments: [
        ("0,5,turn,A,,,,\n6,10,turn,B,,,,\n", 3, "goes from 6 to 10 where 5 has to begin"),
        ("0,5,turn,A,,,,\n5,9,turn,B,,,,\n", 3, "covers 9 characters of a text that has 10"),
        ("0,5,turn,A,,,,\n5,20,turn,B,,,,\n", 3, "covers 20 characters of a text that has 10"),
        ("0,0,turn,A,,,,\n0,10,turn,B,,,,\n", 2, "goes from 0 to 0 where 0 has to begin"),
        ("0,10,Turn,A,,,,\n", 2, "“Turn” is none of turn, note, front"),
        ("0,1O,turn,A,,,,\n", 2, "“0” to “1O” is no stretch of text"),
        ("0, 10,turn,A,,,,\n", 2, "“0” to “ 10” is no stretch of text"),
        ("0,10,turn,A,,1.5,,\n", 2, "“1.5” is no time in milliseconds"),
        ("0,10,turn,A,,,-1,\n", 2, "“-1” is no time in milliseconds"),
        ("", 1, "covers 0 characters of a text that has 10"),
    ])
    func turnsThatCannotBeUsedSayWhy(rows: String, line: Int, what: String) {
        let (blocks, findings) = turns(rows)
        #expect(blocks == nil)
        #expect(
            findings == [
                .problem(
                    "t.turns.csv",
                    line: line,
                    what,
                    advice: "restore the file from a copy; until then the whole text is one note"
                )
            ]
        )
    }

    @Test(arguments: ["start", "end", "kind", "speaker"]) func aNeededColumnThatIsMissingIsNamed(column: String) {
        let header = ["start", "end", "kind", "speaker"].map { $0 == column ? "other" : $0 }.joined(separator: ",")
        let (blocks, findings) = TurnTable.read(Array((header + "\n0,10,turn,A\n").utf8), file: "t", scalarCount: 10)
        #expect(blocks == nil)
        #expect(findings.map(\.what) == ["has no column \(column)"])
        #expect(findings.map(\.line) == [1])
    }

    @Test func severalMissingColumnsAreOneFinding() {
        let (_, findings) = TurnTable.read(Array("kind,speaker\nturn,A\n".utf8), file: "t", scalarCount: 10)
        #expect(findings.map(\.what) == ["has no column start, end"])
    }

    @Test func aTableThatIsNoTableSaysWhere() {
        let (blocks, findings) = turns("0,10,turn,\"A,,,,\n")
        #expect(blocks == nil)
        #expect(findings.map(\.line) == [2])
        #expect(findings.first?.what == "opens a quote here that is never closed")
    }

    @Test func rowsMayBeShortAndSpeakersAnyWords() {
        let (blocks, findings) = turns("0,4,turn,\"A, “b”\"\n4,10,note\n")
        #expect(findings == [])
        #expect(blocks?.map(\.speaker) == ["A, “b”", ""])
        #expect(blocks?.map(\.kind) == [.turn, .note])
    }

    @Test func labelsKeepEveryBlank() {
        let blocks = [
            Block(kind: .turn, span: TextSpan(0, 5), speaker: "A", label: "A :\t "),
            Block(kind: .turn, span: TextSpan(5, 9), speaker: "A", label: "\u{A0}A: "),
            Block(kind: .turn, span: TextSpan(9, 12), speaker: "A", label: "\"A\":\n"),
        ]
        let (read, _) = TurnTable.read(TurnTable.bytes(of: blocks), file: "t", scalarCount: 12)
        #expect(read?.map { Array($0.label.utf8) } == blocks.map { Array($0.label.utf8) })
    }
}

@Suite struct AttributeRulesTests {
    private func set(_ fixture: StudyFixture, _ table: String) throws -> AttributeReport {
        try fixture.folder.setAttributes(
            fromTable: Array(table.utf8),
            file: "attributes.csv",
            in: fixture.folder.load().study,
            by: fixture.author
        )
    }

    private func fixture() throws -> StudyFixture {
        let fixture = try StudyFixture()
        for id in ["A/01", "B/01", "B/02"] { try fixture.add(id, "Ann: words of \(id)\n") }
        return fixture
    }

    @Test func aShortNameThatTwoDocumentsHaveIsUnknown() throws {
        let fixture = try fixture()
        let report = try set(fixture, "document,site\n01,x\n02,y\nA/01,z\n")
        #expect(report.changed.map(\.description) == ["B/02", "A/01"])
        #expect(report.unknown.map(\.name) == ["01"])
        #expect(report.unknown.map(\.line) == [2])
    }

    @Test(arguments: [
        "document;site;role\nA/01;x;y\n", "id,site,role\nA/01,x,y\n", "role,id,site\ny,A/01,x\n",
        "\u{FEFF}document\tsite\trole\r\nA/01\tx\ty\r\n", "sep=;\ndocument;site;role\nA/01; x ; y \n",
        "site,role,document,id\nx,y,A/01,\n",
    ])
    func attributesComeFromEverySpellingOfATable(table: String) throws {
        let fixture = try fixture()
        #expect(try set(fixture, table).changed.map(\.description) == ["A/01"])
        let document = try #require(try fixture.folder.load().study.documents.first)
        #expect(document.attributes["site"] == "x")
        #expect(document.attributes["role"] == "y")
        #expect(fixture.problems == [])
    }

    @Test func aDocumentNamedTwiceTakesTheLaterRow() throws {
        let fixture = try fixture()
        let report = try set(fixture, "document,site\nA/01,x\nA/01,y\n")
        #expect(try fixture.folder.load().study.documents.first?.attributes["site"] == "y")
        #expect(Set(report.changed.map(\.description)) == ["A/01"])
        let edits = Journal.read(fixture.folder).entries.filter { $0.field == "site" }
        #expect(edits.map(\.before) == ["", "x"])
        #expect(edits.map(\.after) == ["x", "y"])
    }

    @Test func whatIsOddAboutTheTableIsReportedAndTheRestIsTaken() throws {
        let fixture = try fixture()
        let report = try set(fixture, "document,site\nA/01,x,stray\nB/02,\"y\"z\nB/01,w\n")
        #expect(report.changed.map(\.description) == ["A/01", "B/02", "B/01"])
        #expect(report.findings.map(\.file) == ["attributes.csv", "attributes.csv"])
        #expect(report.findings.map(\.line) == [2, 3])
        #expect(try fixture.folder.load().study.documents.map { $0.attributes["site"] } == ["x", "w", "yz"])
    }

    @Test func namesWithoutADocumentWriteNothing() throws {
        let fixture = try fixture()
        let before = try fixture.temporary.text(of: "study/documents.csv")
        let entries = Journal.read(fixture.folder).entries.count
        let report = try set(fixture, "document,site\nB/99,x\n../..,y\n,z\n")
        #expect(report.changed == [])
        #expect(report.unknown.map(\.line) == [2, 3, 4])
        #expect(try fixture.temporary.text(of: "study/documents.csv") == before)
        #expect(Journal.read(fixture.folder).entries.count == entries)
    }

    @Test func aColumnWithoutANameSetsNothing() throws {
        let fixture = try fixture()
        _ = try set(fixture, "document,,site\nA/01,stray,x\n")
        #expect(try fixture.folder.load().study.documents.first?.attributes.pairs.map(\.name) == ["site"])
    }

    @Test func aTableWithoutRowsSetsNothing() throws {
        let fixture = try fixture()
        #expect(try set(fixture, "document,site\n") == AttributeReport())
    }

    @Test(arguments: [Array("document,site\nA/01,\"x\n".utf8), [0x64, 0xE9, 0x0A], Array("name,site\nA/01,x\n".utf8)])
    func aTableThatCannotBeReadChangesNothing(bytes: [UInt8]) throws {
        let fixture = try fixture()
        let before = try fixture.temporary.text(of: "study/documents.csv")
        let error = #expect(throws: FileTrouble.self) {
            try fixture.folder.setAttributes(
                fromTable: bytes,
                file: "attributes.csv",
                in: fixture.folder.load().study,
                by: fixture.author
            )
        }
        #expect(error?.path == "attributes.csv")
        #expect(error?.line != nil)
        #expect(try fixture.temporary.text(of: "study/documents.csv") == before)
    }

    @Test func theTableOfAStudyThatHasNoneIsMade() throws {
        let fixture = try fixture()
        try Disk.remove(fixture.folder.path("documents.csv"))
        #expect(try set(fixture, "document,site\nB/02,x\n").changed.count == 1)
        #expect(try fixture.temporary.text(of: "study/documents.csv") == "document,site\nB/02,x\n")
        let entry = try #require(Journal.read(fixture.folder).entries.last)
        #expect(entry.shaBefore == "")
    }
}
