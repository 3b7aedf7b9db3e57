import StudyFiles
import Testing

@testable import Commands

@Suite struct ImportCommandTests {
    @Test func theSameFileAgainChangesNothing() throws {
        let stage = try Stage.withStudy()
        let before = try stage.folder.bytes(of: "study/transcripts/B/B07.yaml")
        let played = stage.gloss("import", "../B07.txt", "--into", "B")
        #expect(played.code == 0)
        #expect(played.output == "unchanged B/B07\n")
        #expect(try stage.folder.bytes(of: "study/transcripts/B/B07.yaml") == before)
    }

    @Test func aBadFileDoesNotStopTheOthers() throws {
        let stage = try Stage.withStudy()
        try stage.folder.write("", to: "empty.txt")
        try stage.folder.write("P1: Hello there.\n\nP2: Good day.\n", to: "good.txt")
        let played = stage.gloss("import", "../empty.txt", "../missing.txt", "../good.txt")
        #expect(played.code == 2)
        #expect(played.output == "imported good (2 turns)\n")
        #expect(played.talk.split(separator: "\n").count >= 2)
        #expect(played.talk.contains("empty.txt") && played.talk.contains("missing.txt"))
    }

    @Test func aDryRunReportsAndWritesNothing() throws {
        let stage = try Stage()
        try stage.folder.write(interviewB07, to: "B07.txt")
        let before = try stage.folder.contents()
        let played = stage.gloss("import", "--dry-run", "B07.txt")
        #expect(played.code == 0)
        #expect(played.output.contains("turns               4"))
        #expect(try stage.folder.contents() == before)
    }

    @Test func theIdMayBeGiven() throws {
        let stage = try Stage.withStudy()
        try stage.folder.write("P1: Other words.\n\nP2: Yes.\n", to: "x.txt")
        #expect(stage.gloss("import", "../x.txt", "--id", "C/C10").output.hasPrefix("imported C/C10"))
        #expect(stage.gloss("import", "../x.txt", "--id", "B/B07").code == 2)
    }

    @Test func aTextInTheStudysFolderKeepsItsPlace() throws {
        let stage = try Stage.withStudy()
        try stage.folder.write("P1: Put here by hand.\n\nP2: Yes.\n", to: "study/transcripts/C/C01.txt")
        #expect(stage.gloss("import", "transcripts/C/C01.txt").output.hasPrefix("imported C/C01"))
    }

    @Test func attributesOfUnknownDocumentsAreNamed() throws {
        let stage = try Stage.withStudy()
        try stage.folder.write("document,phase\nB07,1\nZ99,2\n", to: "phase.csv")
        let played = stage.gloss("import", "--attributes", "../phase.csv")
        #expect(played.code == 2)
        #expect(played.output == "attributes of 1 document changed\n")
        #expect(played.talk == "gloss: ../phase.csv:3: there is no document ‘Z99’\n")
        let list = try stage.gloss("documents", "--format", "json").json
        #expect(list.array?.last?["attributes"]?["phase"]?.string == "1")
    }

    @Test func initRefusesAFolderThatIsAStudy() throws {
        let stage = try Stage.withStudy()
        stage.place = ""
        #expect(stage.gloss("init", "study").code == 2)
        #expect(stage.gloss("init", "new", "--codebook", "missing.yaml").code == 2)
        #expect(!stage.folder.exists("new/study.yaml"))
    }
}
