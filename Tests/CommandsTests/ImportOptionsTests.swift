import Glibc
import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// What can be decided on the command line, folders, surveys, and what is said about many files.
@Suite struct ImportOptionsTests {
    private static let talk =
        (0..<3).map { "INT: Why \($0)?\n\nJOHN: So.\n" }.joined(separator: "\n") + "\nJONH: Well.\n\nNurse: Tea.\n"

    private func emptyStudy() throws -> Stage {
        let stage = try Stage()
        try #require(stage.gloss("init", "study").code == 0)
        stage.place = "study"
        return stage
    }

    private func speakers(_ stage: Stage) throws -> [String] {
        try stage.folder.read("study/speakers.csv").split(separator: "\n").dropFirst().map(String.init)
    }

    @Test func speakersAreWhoeverIsSaidToBeOne() throws {
        let stage = try emptyStudy()
        try stage.folder.write(Self.talk, to: "B07.txt")
        let played = stage.gloss(
            "import",
            "../B07.txt",
            "--speaker",
            "Nurse",
            "--alias",
            "JONH=JOHN",
            "--interviewer",
            "JOHN"
        )
        #expect(played.output == "imported B07 (8 turns)\n", "\(played.talk)")
        #expect(try speakers(stage) == ["B07,INT,B07 INT,no", "B07,JOHN,,yes", "B07,Nurse,B07 Nurse,no"])
        #expect(!played.talk.contains("Not taken as speakers"))
        #expect(stage.gloss("check").code == 0)
    }

    @Test func theReportShowsTheSameDecisions() throws {
        let stage = try emptyStudy()
        try stage.folder.write("Date of birth: 1902\n\n" + Self.talk, to: "B07.txt")
        let plain = stage.gloss("import", "--dry-run", "../B07.txt").output
        #expect(plain.contains("not taken as speakers (--speaker NAME takes one)\n  JONH  1 time\n  Nurse  1 time\n"))
        #expect(plain.contains("--alias 'JONH=JOHN'"))
        #expect(plain.contains("at the head of the text (--header makes attributes)\n  Date of birth = 1902"))
        let decided = stage.gloss(
            "import",
            "--dry-run",
            "../B07.txt",
            "--not-speaker",
            "INT",
            "--header",
            "--title",
            "Mr J"
        ).output
        #expect(decided.contains("title               Mr J"))
        #expect(decided.contains("attributes from the head of the text"))
        #expect(decided.contains("  INT  3 times"))
    }

    @Test func theHeadBecomesAttributes() throws {
        let stage = try emptyStudy()
        try stage.folder.write("Date of birth: 1902\nPlace: Leeds\n\n" + Self.talk, to: "B07.txt")
        try #require(stage.gloss("import", "../B07.txt", "--header").code == 0)
        #expect(try stage.folder.read("study/documents.csv") == "document,Date of birth,Place\nB07,1902,Leeds\n")
    }

    @Test func anEncodingThatIsNamedIsUsed() throws {
        let stage = try emptyStudy()
        try stage.folder.write([0xA4, 0xA4, 0xA4, 0xE5, 0x0A], to: "zh.txt")
        try #require(stage.gloss("import", "../zh.txt", "--encoding", "big5").code == 0)
        #expect(try stage.folder.read("study/transcripts/zh.txt") == "中文\n")
        #expect(try stage.folder.read("study/transcripts/zh.yaml").contains("encoding: big5"))
        let played = stage.gloss("import", "../zh.txt", "--id", "x", "--encoding", "klingon")
        #expect(played.code == 2)
        #expect(played.talk.contains("knows no encoding ‘klingon’"))
    }

    @Test(arguments: [
        ["--alias", "x"], ["--alias", "=x"], ["--id-column", "x"], ["--encoding"],
    ])
    func halfADecisionIsWrongUsage(options: [String]) throws {
        let stage = try emptyStudy()
        try stage.folder.write(Self.talk, to: "B07.txt")
        #expect(stage.play(["import", "../B07.txt"] + options).code == 64)
    }

    @Test func aFolderIsTakenWithItsFolders() throws {
        let stage = try emptyStudy()
        try stage.folder.write(Self.talk, to: "in/A 1/x10.txt")
        try stage.folder.write(Self.talk + "More.\n", to: "in/A 1/x9.txt")
        try stage.folder.write("", to: "in/empty.txt")
        try stage.folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D], to: "in/photo.png")
        try stage.folder.write("secret", to: "in/.hidden.txt")
        let played = stage.gloss("import", "../in", "--into", "S")
        #expect(played.code == 2)
        #expect(played.output == "imported S/A-1/x9 (6 turns)\nimported S/A-1/x10 (6 turns)\n", "\(played.talk)")
        #expect(played.talk.contains("empty.txt: This file is empty."))
        #expect(played.talk.contains("passed over ../in/photo.png: This is a picture (PNG)."))
        #expect(
            played.talk.contains("2 documents imported, 1 file passed over, 1 file not imported, for the reasons above")
        )
        #expect(stage.gloss("check").code == 0)
        let again = stage.gloss("import", "../in", "--into", "S")
        #expect(again.output == "unchanged S/A-1/x9\nunchanged S/A-1/x10\n")
    }

    @Test func aSurveyIsADocumentARow() throws {
        let stage = try emptyStudy()
        try stage.folder.write(
            "Respondent,Site,Comment\nR1,B,\"Too long, the wait\"\nR 2,A,Fine\nR3,A,\n",
            to: "survey.csv"
        )
        let options = ["--text-column", "Comment", "--id-column", "Respondent", "--into", "survey"]
        let played = stage.play(["import", "../survey.csv"] + options)
        #expect(played.output == "imported survey/R1 (1 turn)\nimported survey/R-2 (1 turn)\n", "\(played.talk)")
        #expect(try stage.folder.read("study/transcripts/survey/R1.txt") == "Too long, the wait\n")
        #expect(try stage.folder.read("study/documents.csv") == "document,Site\nsurvey/R-2,A\nsurvey/R1,B\n")
        #expect(try speakers(stage) == ["survey/R-2,R 2,R-2,no", "survey/R1,R1,R1,no"])
        #expect(stage.gloss("check").code == 0)
        // A new wave of the same survey brings only what is new.
        try stage.folder.write("Respondent,Site,Comment\nR1,B,\"Too long, the wait\"\nR4,C,New\n", to: "survey.csv")
        #expect(
            stage.play(["import", "../survey.csv"] + options).output
                == "unchanged survey/R1\nimported survey/R4 (1 turn)\n"
        )
    }

    @Test func onATerminalItIsSaidWhichFileIsRead() throws {
        let stage = try emptyStudy()
        try stage.folder.write(Self.talk, to: "in/a.txt")
        try stage.folder.write(Self.talk + "x\n", to: "in/b\u{1B}.txt")
        var talk: [UInt8] = []
        var console = stage.console
        console.isTalkTerminal = true
        console.writeTalk = { talk += $0 }
        _ = Program.run(["import", "../in"], on: console)
        let said = String(decoding: talk, as: UTF8.self)
        #expect(
            said.contains(
                "\r\u{1B}[K····················· 1 of 2  a.txt".replacing(
                    "·····················",
                    with: "····················"
                )
            )
        )
        #expect(said.contains("██████████·········· 2 of 2  b"))
        #expect(!said.contains("b\u{1B}."))
        #expect(said.hasSuffix("2 documents imported\n"))
    }

    @Test func plainIsTheTextAsItIs() throws {
        let stage = try emptyStudy()
        try stage.folder.write(Self.talk, to: "B07.txt")
        try #require(stage.gloss("import", "../B07.txt").code == 0)
        let played = stage.gloss("read", "B07", "--plain")
        #expect(played.output == Self.talk)
        try stage.folder.write(played.output, to: "B07.txt")
        #expect(stage.gloss("import", "../B07.txt").output == "unchanged B07\n")
        #expect(stage.gloss("read", "B07", "--plain", "--lines", "1-2").code == 64)
    }
}
