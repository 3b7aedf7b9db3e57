import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// Inputs 73, 87 and 89 of the list of hostile inputs, at the command line.
@Suite struct HostileCodesTests {
    @Test func aCodeMergedInOneCopyAndRenamedInTheOtherLosesNeither() throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("code", "B07", "tr", "--quote", "We trust them").code == 0)
        let made = try run(["cp", "-r", stage.folder.path("study"), stage.folder.path("other")])
        try #require(made.status == .exited(0))
        #expect(stage.gloss("codes", "merge", "trust", "--into", "block").code == 0)
        #expect(stage.gloss("codes", "rename", "trust", "Faith", "--study", "../other", "--coder", "jm").code == 0)
        let merged = stage.gloss("merge", "../other", "--apply")
        #expect(merged.code == 0)
        #expect(merged.talk.contains("not the same: trust; agree on one of them"), "\(merged.talk)")
        #expect(stage.gloss("check").code == 0)
        #expect(try stage.extracts("code:block").count == 1)
        // Both as git leaves them: the lines of both.
        let book = try stage.folder.read("study/codebooks/codes.yaml")
        try stage.folder.write(book.replacing("name: Trust", with: "name: Faith"), to: "study/codebooks/codes.yaml")
        #expect(stage.gloss("check").code == 0)
        #expect(try stage.extracts("code:block").count == 1)
        // Each act can still be taken back by itself.
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(try stage.extracts("code:trust").count == 1)
        #expect(try stage.folder.read("study/codebooks/codes.yaml").contains("name: Faith"))
        // What jm did elsewhere is taken back when it is named, and not by the way.
        #expect(stage.gloss("journal", "undo", "--coder", "jm").talk.contains("nothing to undo"))
        let listed = try stage.gloss("journal", "list", "--by", "jm", "--format", "json").json.array
        let act = try #require(listed?.last?["act"]?.string)
        #expect(stage.gloss("journal", "undo", act, "--coder", "jm").code == 0)
        #expect(try stage.folder.read("study/codebooks/codes.yaml").contains("name: Trust"))
    }

    @Test func aCircleThatIsThereIsShownAndNoneIsMade() throws {
        let stage = try Stage.withStudy()
        let book = try stage.folder.read("study/codebooks/codes.yaml")
        let circle =
            "- id: one\n  name: One\n  parent: two\n- id: two\n  name: Two\n  parent: one\n- id: own\n  name: Own\n  parent: own\n"
        try stage.folder.write(book + circle, to: "study/codebooks/codes.yaml")
        #expect(stage.gloss("check").code == 3)
        for line in [
            ["codes"], ["codes", "tree"], ["codes", "export", "--format", "md"], ["frequencies"], ["themes"],
        ] {
            #expect(stage.play(line).code == 0, "\(line)")
        }
        #expect(stage.gloss("codes", "move", "trust", "--under", "one").code == 0)
        #expect(stage.gloss("codes", "move", "one", "--under", "trust").code == 2)
        #expect(stage.gloss("codes", "move", "own", "--top").code == 0)
        #expect(stage.gloss("codes", "move", "two", "--top").code == 0)
        #expect(stage.gloss("check").code == 0, "a circle is mended by the same command")
    }

    private static let names = [
        "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "$(id)", "%n%n", "../../x", "`id`", "| a | b |",
        "é\u{301}🙂 名前", "dash - dash", "# x",
    ]

    @Test(arguments: names)
    func aNameIsWordsWhereverItGoes(_ name: String) throws {
        let stage = try Stage.withStudy()
        let added = stage.gloss("codes", "add", name, "--id", "odd", "--definition", name, "--include", name)
        #expect(added.code == 0, "\(added.talk)")
        #expect(stage.gloss("check").code == 0)
        #expect(try stage.gloss("codes", "show", "odd", "--format", "json").json["definition"]?.string == name)
        let table = try CSVReader.read(Array(stage.gloss("codes", "--format", "csv").output.utf8), file: "x").table
        let cell = try #require(table.rows.first { $0.cells[0] == "odd" }?.cells[1])
        #expect(!cell.hasPrefix("="), "a spreadsheet computes nothing: \(cell)")
        let appendix = stage.gloss("codes", "export", "--format", "md").output
        #expect(!appendix.contains("<script>"))
        #expect(stage.gloss("themes", "add", "A claim about \(name) and more", "--code", "odd").code == 0)
        #expect(!stage.gloss("themes", "--format", "md").output.contains("<script>"))
        #expect(stage.gloss("themes", "map", "--dot").output.split(separator: "\n").count >= 4)
        #expect(stage.gloss("memo", "add", name, "--link", "code:odd").code == 0)
        #expect(stage.gloss("check").code == 0)
        // Nothing is written but what belongs to the study.
        let folders = Set(
            try stage.folder.contents().filter { $0.hasPrefix("study/") }.map { $0.split(separator: "/")[1] }
        )
        #expect(
            folders.isSubset(of: [
                "study.yaml", "documents.csv", "speakers.csv", "transcripts", "codebooks", "codings", "themes", "memos",
                "journal",
                ".gloss",
                ".gitignore", ".gitattributes",
            ]),
            "\(folders)"
        )
    }

    @Test(arguments: ["", "  ", "\u{200B}", String(repeating: "x", count: 1 << 20)])
    func aNameThatIsNoneIsRefused(_ name: String) throws {
        let stage = try Stage.withStudy()
        let before = try stage.files(below: "study/codebooks")
        for line in [["codes", "add", name], ["codes", "rename", "trust", name]] {
            let played = stage.play(line)
            #expect(played.code == 2)
            #expect(played.talk.utf8.count < 2_000 || name.utf8.count > 1_000, "\(played.talk.prefix(200))")
        }
        #expect(try stage.files(below: "study/codebooks") == before)
    }
}
