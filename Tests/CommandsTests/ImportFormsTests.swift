import Glibc
import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// Every option of `gloss import`, and what it leaves behind.
@Suite struct ImportFormsTests {
    private let talk = "Anna: Hello there.\n\nBen: Good day.\n\nAnna: Yes.\n\nBen: No.\n"

    private func emptyStudy() throws -> Stage {
        let stage = try Stage()
        try #require(stage.gloss("init", "study").code == 0)
        stage.place = "study"
        return stage
    }

    private func ids(_ stage: Stage) throws -> [String?] {
        try stage.gloss("documents", "--format", "json").json.array?.map { $0["id"]?.string } ?? []
    }

    @Test(arguments: [
        ("B07.txt", "B07"), ("Interview Nr 1.txt", "Interview-Nr-1"), ("Zoë Müller.txt", "Zoë-Müller"),
        ("混乱.txt", "混乱"), ("a.b.c.txt", "a.b.c"), (".hidden.txt", "hidden"), ("(1) x.txt", "1-x"),
        ("two  blanks.txt", "two-blanks"), ("NOTES", "NOTES"),
    ])
    func aFilesNameMakesTheId(file: String, id: String) throws {
        let stage = try emptyStudy()
        try stage.folder.write(talk, to: "in/\(file)")
        let played = stage.gloss("import", "../in/\(file)")
        #expect(played.code == 0, "\(played.talk)")
        #expect(played.output.hasPrefix("imported \(id) ("))
        #expect(try ids(stage) == [id])
        #expect(try stage.folder.read("study/transcripts/\(id).txt") == talk)
    }

    @Test(arguments: [("B", "B/x"), ("B/", "B/x"), ("sites/B", "sites/B/x"), ("混", "混/x")])
    func intoIsAFolderBelowTranscripts(folder: String, id: String) throws {
        let stage = try emptyStudy()
        try stage.folder.write(talk, to: "x.txt")
        #expect(stage.gloss("import", "../x.txt", "--into", folder).output.hasPrefix("imported \(id) "))
        #expect(stage.folder.exists("study/transcripts/\(id).yaml"))
    }

    @Test(arguments: ["..", "../x", "a/../..", "a b\n", "."])
    func intoNeverLeadsOutOfTheStudy(folder: String) throws {
        let stage = try emptyStudy()
        try stage.folder.write(talk, to: "x.txt")
        let before = try stage.folder.contents()
        let played = stage.gloss("import", "../x.txt", "--into", folder)
        #expect(played.code == 64, "\(played.output)")
        #expect(played.talk.contains("is no folder below transcripts/"))
        #expect(try stage.folder.contents() == before)
    }

    @Test(arguments: ["", "..", "a/..", "/etc/x", "a//b", "a b", "-x", "a/"])
    func anIdThatIsNoneIsWrongUsage(id: String) throws {
        let stage = try emptyStudy()
        try stage.folder.write(talk, to: "x.txt")
        let played = stage.gloss("import", "../x.txt", "--id=\(id)")
        #expect(played.code == 64, "\(played.output)")
        #expect(try ids(stage).isEmpty)
    }

    @Test func severalFilesAreImportedInTheOrderGiven() throws {
        let stage = try emptyStudy()
        for name in ["b", "a", "c"] { try stage.folder.write(talk + name + "\n", to: "\(name).txt") }
        let played = stage.gloss("import", "../b.txt", "../a.txt", "../c.txt", "--into", "S")
        #expect(played.output.split(separator: "\n").map { $0.split(separator: " ")[1] } == ["S/b", "S/a", "S/c"])
        #expect(try ids(stage) == ["S/a", "S/b", "S/c"])
    }

    @Test func theSameBytesAgainWriteNothingAtAll() throws {
        let stage = try Stage.withStudy()
        let before = try stage.files()
        #expect(
            stage.gloss("import", "../B07.txt", "../B07.txt", "--into", "B").output
                == "unchanged B/B07\nunchanged B/B07\n"
        )
        #expect(try stage.files() == before)
    }

    @Test func otherBytesUnderTheSameIdAreRefusedAndTheRestGoesOn() throws {
        let stage = try Stage.withStudy()
        try stage.folder.write(talk, to: "B07.txt")
        try stage.folder.write(talk, to: "B08.txt")
        let text = try stage.folder.bytes(of: "study/transcripts/B/B07.txt")
        let played = stage.gloss("import", "../B07.txt", "../B08.txt", "--into", "B")
        #expect(played.code == 2)
        #expect(played.output.hasPrefix("imported B/B08 "))
        #expect(played.talk.contains("B07.txt: has other bytes than the document B/B07 of the study"))
        #expect(played.talk.contains("--id"))
        #expect(try stage.folder.bytes(of: "study/transcripts/B/B07.txt") == text)
    }

    @Test func theSameBytesUnderAnotherIdAreImportedWithARemark() throws {
        let stage = try Stage.withStudy()
        let played = stage.gloss("import", "../B07.txt", "--id", "C/copy")
        #expect(played.code == 0)
        #expect(played.talk.contains("C/copy: The same file is in the study already, as B/B07."))
    }

    @Test func namesThatDifferInCapitalsAreRemarkedOn() throws {
        let stage = try Stage.withStudy()
        try stage.folder.write(talk, to: "x.txt")
        #expect(stage.gloss("import", "../x.txt", "--id", "b/b07").talk.contains("differ in capitals only"))
    }

    @Test func namesThatAreComposedInAnotherWayAreRemarkedOn() throws {
        let stage = try emptyStudy()
        try stage.folder.write(talk, to: "one.txt")
        try stage.folder.write(talk + "More.\n", to: "other.txt")
        try #require(stage.gloss("import", "../one.txt", "--id", "caf\u{E9}").code == 0)
        let played = stage.gloss("import", "../other.txt", "--id", "cafe\u{301}")
        #expect(played.code == 0)
        #expect(played.talk.contains("are spelled with other scalars and look the same"), "\(played.talk)")
        #expect(try ids(stage).count == 2)
    }

    @Test func aLinkIsReadAndSaidToBeOne() throws {
        let stage = try emptyStudy()
        let original = try stage.folder.write(talk, to: "elsewhere/original.txt")
        try #require(unsafe symlink("elsewhere/original.txt", stage.folder.path("link.txt")) == 0)
        let played = stage.gloss("import", "../link.txt")
        #expect(played.output.hasPrefix("imported link ("))
        #expect(played.talk.contains("link: ../link.txt is a symbolic link; what was read is \(original)"))
        #expect(try stage.folder.read("study/transcripts/link.txt") == talk)
    }

    @Test func aDryRunOfSeveralFilesReportsEachAndWritesNothing() throws {
        let stage = try Stage.withStudy()
        try stage.folder.write("", to: "empty.txt")
        let before = try stage.files()
        let played = stage.gloss("import", "--dry-run", "../B07.txt", "../empty.txt", "../A01.txt", "--into", "Z")
        #expect(played.code == 2)
        #expect(played.output.contains("B07.txt") && played.output.contains("A01.txt"))
        #expect(played.talk.contains("empty.txt"))
        #expect(try stage.files() == before)
        #expect(
            stage.gloss("import", "--dry-run", "../A01.txt", "--attributes", "../sites.csv").talk.contains("dry run")
        )
        #expect(try stage.files() == before)
    }

    @Test(arguments: [
        ("missing.txt", "missing.txt"), ("bad.docx", "bad.docx"),
    ])
    func whatIsNoTranscriptIsSaidAndLeavesNothing(file: String, named: String) throws {
        let stage = try emptyStudy()
        try stage.folder.write([0x50, 0x4B, 0x03, 0x04, 0, 0], to: "bad.docx")
        let before = try stage.files()
        let played = stage.gloss("import", "../\(file)")
        #expect(played.code == 2, "\(played.output)")
        #expect(played.output.isEmpty)
        #expect(played.talk.contains(named))
        #expect(try stage.files() == before)
    }

    @Test func filesAndAttributesGoTogether() throws {
        let stage = try emptyStudy()
        try stage.folder.write(talk, to: "N1.txt")
        try stage.folder.write("id,site,phase\nN1,\"North, West\",2\n", to: "table.csv")
        let played = stage.gloss("import", "../N1.txt", "--attributes", "../table.csv")
        #expect(played.code == 0, "\(played.talk)")
        #expect(played.output.hasSuffix("attributes of 1 document changed\n"))
        let document = try #require(try stage.gloss("documents", "--format", "json").json.array?.first)
        #expect(document["attributes"] == ["site": "North, West", "phase": "2"])
    }

    @Test func attributesTwiceChangeNothingTheSecondTime() throws {
        let stage = try Stage.withStudy()
        let before = try stage.files()
        let played = stage.gloss("import", "--attributes", "../sites.csv")
        #expect(played.code == 0)
        #expect(played.output == "attributes of 0 documents changed\n")
        #expect(try stage.files() == before)
    }

    @Test(arguments: [
        "document;site\nB07;Süd\n", "\u{FEFF}document,site\r\nB07,Süd\r\n", "id\tsite\nB/B07\tSüd\n",
        "site,document\nSüd,B07\n", "document,site\n  B07  , Süd \n",
    ])
    func tablesComeInManyDialects(table: String) throws {
        let stage = try Stage.withStudy()
        try stage.folder.write(table, to: "t.csv")
        let played = stage.gloss("import", "--attributes", "../t.csv")
        #expect(played.code == 0, "\(played.talk)")
        #expect(stage.gloss("extracts", "site:Süd").talk == "gloss: no coding fits the query\n")
    }

    @Test(arguments: [("name,site\nB07,x\n", "t.csv:1: has no column “document” or “id”"), ("", "t.csv")])
    func aTableWithoutDocumentsIsRefused(table: String, sentence: String) throws {
        let stage = try Stage.withStudy()
        try stage.folder.write(table, to: "t.csv")
        let before = try stage.files()
        let played = stage.gloss("import", "--attributes", "../t.csv")
        #expect(played.code == 2)
        #expect(played.talk.contains(sentence), "\(played.talk)")
        #expect(try stage.files() == before)
        #expect(stage.gloss("import", "--attributes", "../none.csv").code == 2)
    }

    @Test func whatIsImportedIsJournalledUnderTheImportersName() throws {
        let stage = try emptyStudy()
        try stage.folder.write(talk, to: "N1.txt")
        try #require(stage.gloss("import", "../N1.txt", "--coder", "jb").code == 0)
        let entries = try stage.journal(of: "jb").filter { $0["op"]?.string == "import" }
        #expect(entries.map { $0["after"]?.string } == ["N1"])
        #expect(try stage.journal(of: "rs").allSatisfy { $0["op"]?.string != "import" })
        #expect(stage.gloss("check").code == 0)
    }
}
