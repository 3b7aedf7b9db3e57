import CodingCore
import Testing

@testable import StudyFiles

@Suite struct AttributeTests {
    private func set(_ fixture: StudyFixture, _ table: String) throws -> AttributeReport {
        try fixture.folder.setAttributes(
            fromTable: Array(table.utf8),
            file: "attributes.csv",
            in: fixture.folder.load().study,
            by: fixture.author
        )
    }

    @Test func attributesComeFromATableOfIdsOrLastParts() throws {
        let fixture = try StudyFixture()
        try fixture.add("B/B07", "Ann: one\n")
        try fixture.add("B/B08", "Ann: two\n")
        let report = try set(fixture, "id;role;site\nB08;provider;B\nB/B07; system ;\nB99;x;y\n")
        #expect(report.changed.map(\.description) == ["B/B08", "B/B07"])
        #expect(report.unknown.map(\.name) == ["B99"])
        #expect(report.unknown.map(\.line) == [4])
        #expect(
            try fixture.temporary.text(of: "study/documents.csv")
                == "document,role,site\nB/B07,system,\nB/B08,provider,B\n"
        )
    }

    @Test func theSameTableAgainWritesNothingAndEmptyCellsClearNothing() throws {
        let fixture = try StudyFixture()
        try fixture.add("B07", "Ann: one\n")
        _ = try set(fixture, "document,site\nB07,B\n")
        let entries = Journal.read(fixture.folder).entries.count
        #expect(try set(fixture, "document,site\nB07,\n").changed == [])
        #expect(try set(fixture, "document,site\nB07,B\n").changed == [])
        #expect(Journal.read(fixture.folder).entries.count == entries)
    }

    @Test func eachChangeIsInTheJournalAsOneAct() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add("B07", "Ann: one\n")
        _ = try set(fixture, "document,site,role\nB07,A,x\n")
        _ = try set(fixture, "document,site,role\nB07,B,x\n")
        let last = try #require(Journal.read(fixture.folder).entries.last)
        #expect(last.object == "document:\(document.uuid)")
        #expect([last.field, last.before, last.after] == ["site", "A", "B"])
        #expect(last.file == "documents.csv")
        #expect(try last.shaAfter == SHA256.hexadecimal(of: Disk.read(fixture.folder.path("documents.csv"))))
        let edits = Journal.read(fixture.folder).entries.filter { !$0.field.isEmpty }
        #expect(edits.map(\.field) == ["site", "role", "site"])
        #expect(edits[0].act == edits[1].act)
        #expect(edits[1].act != edits[2].act)
    }

    @Test(arguments: ["site,role\nA,x\n", "\"document\n", ""])
    func aTableThatNamesNoDocumentsIsRefused(table: String) throws {
        let fixture = try StudyFixture()
        #expect(throws: FileTrouble.self) { try set(fixture, table) }
    }
}
