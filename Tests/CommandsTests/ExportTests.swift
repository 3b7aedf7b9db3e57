import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// `--output`: durable, journalled, never through links or over folders; and what `--raw` leaves alone.
@Suite struct ExportTests {
    private func coded() throws -> Stage {
        let stage = try Stage.withStudy()
        try #require(stage.gloss("code", "B07", "37-61", "bc", "--memo", "=SUM(A1)").code == 0)
        return stage
    }

    @Test(arguments: [
        ["documents"], ["coders", "--format", "csv"], ["codes", "--format", "tsv"],
        ["frequencies", "--format", "json"],
        ["extracts", "--format", "jsonl"], ["extracts", "--format", "md"],
    ])
    func theFileHoldsWhatWouldHaveBeenPrinted(arguments: [String]) throws {
        let stage = try coded()
        let printed = stage.play(arguments).output
        let played = stage.play(arguments + ["--output", "../out.data"])
        #expect(played.code == 0, "\(played.talk)")
        #expect(played.output.isEmpty)
        #expect(played.talk == "wrote ../out.data\n")
        #expect(try stage.folder.read("out.data") == printed)
        #expect(try !stage.folder.contents().contains { $0.hasSuffix("~") })
    }

    @Test func aDashIsStandardOutputAndIsNotJournalled() throws {
        let stage = try coded()
        let before = try stage.files()
        #expect(stage.gloss("extracts", "--output", "-").output == stage.gloss("extracts").output)
        #expect(try stage.files() == before)
        #expect(!stage.folder.exists("study/-"))
    }

    @Test func theJournalSaysWhatWasAskedAndWhatWasWritten() throws {
        let stage = try coded()
        let question = ["extracts", "code:bc", "--context", "2", "--format", "csv", "--output"]
        try #require(stage.play(question + ["out.csv"]).code == 0)
        let entry = try #require(try stage.journal().last)
        #expect(entry["op"] == "export")
        #expect(entry["by"] == "rs")
        #expect(entry["object"] == "extracts")
        #expect(entry["field"] == "code:bc --context 2 --format csv")
        #expect(entry["file"] == "out.csv")
        #expect(try entry["sha_after"]?.string == SHA256.hexadecimal(of: stage.folder.bytes(of: "study/out.csv")))
        #expect(entry["sha_before"] == nil)
        try #require(stage.play(question + ["out.csv", "--coder", "jb"]).code == 0)
        let again = try #require(try stage.journal(of: "jb").last)
        #expect(again["sha_before"] == entry["sha_after"])
    }

    @Test func frequenciesAreJournalledWithTheirUnit() throws {
        let stage = try coded()
        let asked = ["frequencies", "site:B", "--by", "role", "--count", "words", "--output", "../f.txt"]
        try #require(stage.play(asked).code == 0)
        let entry = try #require(try stage.journal().last)
        #expect(entry["field"] == "site:B --by role --count words")
        #expect(entry["file"]?.string == stage.folder.path("f.txt"))
    }

    @Test func aFileThatIsThereIsReplacedWhole() throws {
        let stage = try coded()
        try stage.folder.write(String(repeating: "old\n", count: 10_000), to: "out.txt")
        #expect(stage.gloss("documents", "--output", "../out.txt").code == 0)
        #expect(try stage.folder.read("out.txt") == stage.gloss("documents").output)
    }

    @Test(arguments: [".", "..", "transcripts", "transcripts/", "../study", "no/such/folder/x.csv", ""])
    func whatIsNoFileIsRefusedInOneSentence(place: String) throws {
        let stage = try coded()
        let before = try stage.files()
        let played = stage.gloss("documents", "--output", place)
        #expect(played.code == 2, "\(played.talk)")
        #expect(played.talk.split(separator: "\n").count == 1)
        #expect(played.output.isEmpty)
        #expect(try stage.files() == before)
    }

    @Test func aLinkIsNotWrittenThrough() throws {
        let stage = try coded()
        try stage.folder.write("precious", to: "precious.txt")
        let linked = try run(["ln", "-s", "../precious.txt", "link.csv"], directory: stage.folder.path("study"))
        try #require(linked.status == .exited(0))
        let played = stage.gloss("documents", "--output", "link.csv")
        #expect(played.code == 2)
        #expect(played.talk.contains("is a symbolic link"))
        #expect(try stage.folder.read("precious.txt") == "precious")
    }

    @Test func anExportWithoutAKnownCoderIsRefusedBeforeItIsWritten() throws {
        let stage = try coded()
        #expect(stage.gloss("documents", "--output", "../out.txt", "--coder", "R S").code == 2)
        #expect(!stage.folder.exists("out.txt"))
    }

    @Test func aBadFormatWritesNoFile() throws {
        let stage = try coded()
        #expect(stage.gloss("documents", "--format", "md", "--output", "../out.md").code == 64)
        #expect(stage.gloss("extracts", "coder:zz", "--output", "../out.md").code == 1)
        #expect(!stage.folder.exists("out.md"))
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1+2", "'-1+2"), ("@SUM", "'@SUM"), ("\tx", "'\tx"), ("＝1", "'＝1"),
        ("-5", "-5"), ("-5.25", "-5.25"), ("5", "5"), ("a=1", "a=1"), ("", ""), (" =1", "\" =1\""), ("'x", "'x"),
        ("-", "'-"), ("-5.", "'-5."), ("--5", "'--5"), ("=a,b", "\"'=a,b\""), ("\n=1", "\"'\n=1\""),
    ])
    func cellsThatWouldRunAreGuarded(cell: String, guarded: String) {
        var table = TextTable(columns: [.left("a"), .left("b")])
        table.rows = [[cell, "x"]]
        #expect(table.separated(by: ",") == "a,b\n\(guarded),x\n")
        let bare = guarded.replacing("\"'", with: "\"")
        let raw = guarded == cell ? guarded : bare.hasPrefix("'") ? String(bare.dropFirst()) : bare
        #expect(table.separated(by: ",", raw: true) == "a,b\n\(raw),x\n")
    }

    @Test func titlesOfColumnsAreGuardedToo() throws {
        let stage = try Stage.withStudy()
        try stage.folder.write("document,=cmd\nB07,@x\n", to: "t.csv")
        try #require(stage.gloss("import", "--attributes", "../t.csv").code == 0)
        #expect(stage.gloss("documents", "--format", "csv").output.contains(",'=cmd,"))
        #expect(stage.gloss("documents", "--format", "csv").output.contains(",'@x,"))
        #expect(stage.gloss("documents", "--format", "csv", "--raw").output.contains(",=cmd,"))
        #expect(try stage.gloss("documents", "--format", "json").json.array?.last?["attributes"]?["=cmd"] == "@x")
    }
}
