import CodingCore
import Testing

@testable import StudyFiles

@Suite struct OpenedDocumentTests {
    @Test func theTextComesWithItsBlocksAndItsVersion() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        let opened = try fixture.folder.open(document, measure: 66)
        #expect(opened.findings == [])
        #expect(opened.transcript.text.utf8 == Array(StudyFixture.sampleText.utf8))
        #expect(opened.transcript.blocks.map(\.speaker) == ["", "INT", "Ann"])
        #expect(document.versions.last?.hasPrefix(opened.version.description) == true)
    }

    @Test(arguments: ["x", "\u{FEFF}", " "])
    func aTextChangedOutsideIsRefusedAndTheCopyIsNamed(addition: String) throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        try fixture.temporary.write(addition + StudyFixture.sampleText, to: "study/transcripts/B/B07.txt")
        let error = #expect(throws: FileTrouble.self) { try fixture.folder.open(document, measure: 66) }
        #expect(error?.code == .changedUnderneath)
        #expect(error?.sentence.contains("changed outside Gloss") == true)
        let copy = "transcripts/.versions/\(document.versions[0]).txt"
        #expect(error?.sentence.contains("cp \(copy) transcripts/B/B07.txt") == true)
    }

    @Test func lineEndsChangedByGitAreAChange() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        let changed = StudyFixture.sampleText.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        try fixture.temporary.write(changed, to: "study/transcripts/B/B07.txt")
        #expect(throws: FileTrouble.self) { try fixture.folder.open(document, measure: 66) }
    }

    @Test func aMissingTextNamesItsCopy() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        try Disk.remove(fixture.folder.path("transcripts/B/B07.txt"))
        let error = #expect(throws: FileTrouble.self) { try fixture.folder.open(document, measure: 66) }
        #expect(error?.code == .missing)
        #expect(error?.sentence.contains(document.versions[0]) == true)
    }

    @Test(arguments: [nil, "", "start,end,kind,speaker\n0,5,turn,A\n", "start,end\n\"0"])
    func blocksThatDoNotFitGiveOneNote(turns: String?) throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        if let turns {
            try fixture.temporary.write(turns, to: "study/transcripts/B/B07.turns.csv")
        } else {
            try Disk.remove(fixture.folder.path("transcripts/B/B07.turns.csv"))
        }
        let opened = try fixture.folder.open(document, measure: 66)
        #expect(opened.transcript.blocks == [Block(kind: .note, span: opened.transcript.text.wholeSpan)])
        #expect(opened.findings.map(\.file) == ["transcripts/B/B07.turns.csv"])
    }

    @Test func turnsThatTheSystemWillNotGiveAreNotTakenForNone() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        try Disk.remove(fixture.folder.path("transcripts/B/B07.turns.csv"))
        // A file whose reading fails for root too.
        try fixture.temporary.link("study/transcripts/B/B07.turns.csv", to: "/proc/self/mem")
        let error = #expect(throws: FileTrouble.self) { try fixture.folder.open(document, measure: 66) }
        #expect(error?.code == .system && error?.path.hasSuffix("B07.turns.csv") == true)
        #expect(fixture.problems.contains { $0.file == "transcripts/B/B07.turns.csv" })
    }

    @Test func anOlderVersionInTheTextsPlaceIsSaidAndTheNewestIsRead() throws {
        let fixture = try StudyFixture()
        var document = try fixture.add()
        let newest = Array("INT: Else.\n".utf8)
        document.versions.append(SHA256.hexadecimal(of: newest))
        let copy = "transcripts/.versions/\(document.versions[1]).txt"
        #expect(throws: FileTrouble.self, "its copy is missing") { try fixture.folder.open(document, measure: 66) }
        try fixture.temporary.write(newest, to: "study/" + copy)
        let opened = try fixture.folder.open(document, measure: 66)
        #expect(opened.transcript.text.utf8 == newest)
        #expect(document.versions[1].hasPrefix(opened.version.description))
        let finding = try #require(opened.findings.first)
        #expect(finding.file == "transcripts/B/B07.txt" && finding.what.contains("older version"))
        #expect(finding.advice.contains("cp \(copy) transcripts/B/B07.txt"))
    }

    @Test func everyVersionIsReadFromItsCopy() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        let tag = try #require(VersionTag(document.versions[0]))
        #expect(
            try fixture.folder.text(version: tag, of: document).utf8 == Array(StudyFixture.sampleText.utf8)
        )
        let unknown = try #require(VersionTag("0123456789abcdef"))
        #expect(throws: FileTrouble.self) { try fixture.folder.text(version: unknown, of: document) }
        try fixture.temporary.write("other", to: "study/transcripts/.versions/\(document.versions[0]).txt")
        #expect(throws: FileTrouble.self) { try fixture.folder.text(version: tag, of: document) }
    }
}
