import CodingCore
import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// `gloss themes` and `gloss memo`: what their files look like, what they rest on, and what is said of what is not there.
@Suite struct ThemesCommandTests {
    private static let theme = "t-nobody-pays-and-everybody-agrees"

    /// A study with four codings and a theme.
    private func made() throws -> (stage: Stage, codings: [String]) {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("code", "B07", "bc", "--quote", "The block contract pays.").code == 0)
        #expect(stage.gloss("code", "B07", "bc", "--quote", "The block stays.").code == 0)
        #expect(stage.gloss("code", "B07", "tr", "--quote", "We trust them").code == 0)
        #expect(stage.gloss("code", "A01", "tr", "--quote", "We trust nobody.").code == 0)
        let added = stage.gloss(
            "themes",
            "add",
            "Nobody pays, and everybody agrees",
            "--concept",
            "Agreement is cheap: nobody is asked.",
            "--code",
            "bc",
            "--why",
            "first reading"
        )
        #expect(added.output == "added \(Self.theme)  Nobody pays, and everybody agrees\n")
        return (stage, try stage.extracts().compactMap { $0["id"]?.string })
    }

    private func file(_ stage: Stage) throws -> String { try stage.folder.read("study/themes/\(Self.theme).md") }

    @Test func aThemeIsAFileThatAPersonCanRead() throws {
        let (stage, _) = try made()
        #expect(
            try file(stage) == """
                ---
                name: Nobody pays, and everybody agrees
                concept: "Agreement is cheap: nobody is asked."
                codes:
                - block
                ---

                """
        )
        #expect(stage.gloss("check").code == 0)
    }

    @Test func relationsThatYAMLTakesForKeysAreRead() throws {
        let (stage, _) = try made()
        #expect(stage.gloss("themes", "add", "Who waits, wins").code == 0)
        try stage.folder.write(
            "---\nname: Who waits, wins\nrelations:\n- \(Self.theme): feeds\n---\n",
            to: "study/themes/t-who-waits-wins.md"
        )
        #expect(stage.gloss("themes", "show", "t-who-waits-wins").output.contains("feeds"))
        #expect(stage.gloss("check").code == 0)
        try stage.folder.write(
            "---\nname: Who waits, wins\nrelations:\n- [a, b]\n---\n",
            to: "study/themes/t-who-waits-wins.md"
        )
        #expect(stage.gloss("check").output.contains("has an item of “relations” that is no line of words"))
    }

    @Test func aFormMayNameCodesAndThemesAsPeopleDo() throws {
        let (stage, _) = try made()
        #expect(stage.gloss("themes", "add", "Who waits, wins").code == 0)
        let folder = try StudyFolder.open(stage.folder.path("study"))
        let study = try folder.load().study
        let id = try #require(ThemeID("t-who-waits-wins"))
        func fields(_ head: String) throws -> [String] {
            try folder.fields(ofTheme: id, in: "# help\n---\n\(head)\n---\n", of: study).map {
                "\($0.field) \($0.words)"
            }
        }
        let name = "name: Who waits, wins"
        #expect(try fields("\(name)\ncodes:\n- bc\n- Trust") == ["codes block\ntrust"])
        let wanted = ["relations \(Self.theme): feeds"]
        #expect(try fields("\(name)\nrelations:\n- Nobody pays, and everybody agrees: feeds") == wanted)
        #expect(try fields("\(name)\nrelations:\n- \(Self.theme): feeds") == wanted)
        for (head, trouble) in [
            ("\(name)\ncodes:\n- nothing", "names the code “nothing”"),
            ("\(name)\nrelations:\n- t-none: feeds", "names the theme t-none"),
            ("\(name)\nrelations:\n- some words", "write “- t-other-theme: feeds”"),
            ("name: nobody pays, and everybody agrees", "the name of another theme"),
        ] {
            let error = #expect(throws: FileTrouble.self) { _ = try fields(head) }
            #expect(error?.sentence.contains(trouble) == true, "\(head): \(error?.sentence ?? "")")
        }
    }

    @Test func whatCameAlongWithAStudyIsNotUndoneUnasked() throws {
        let (stage, _) = try made()
        // The same coder at another machine, who has the study by copy.
        stage.environment["XDG_STATE_HOME"] = stage.folder.path("another-state")
        #expect(stage.gloss("journal", "undo").talk.contains("there is nothing to undo"))
        #expect(stage.gloss("memo", "add", "Mine").code == 0)
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(stage.gloss("journal", "undo").talk.contains("there is nothing to undo"))
        #expect(try file(stage).contains("Nobody pays"))
        #expect(stage.gloss("check").output.contains("as it was before") == false)
    }

    @Test func commentsAndOwnKeysStayWhenFieldsChange() throws {
        let (stage, codings) = try made()
        let written = """
            ---
            # ours
            name: Nobody pays, and everybody agrees   # for now
            lens:   money
            codes: [block]
            ---

            Old story.

            """
        try stage.folder.write(written, to: "study/themes/\(Self.theme).md")
        #expect(stage.gloss("themes", "set", Self.theme, "--name", "Everybody agrees and nobody pays").code == 0)
        #expect(stage.gloss("themes", "link", Self.theme, "--code", "tr", "--extract", codings[0]).code == 0)
        try stage.folder.write("New story.\n\nTwo paragraphs.\n", to: "story.md")
        #expect(stage.gloss("themes", "set", Self.theme, "--story", "../story.md", "--status", "settled").code == 0)
        let after = try file(stage)
        #expect(after.hasPrefix("---\n# ours\nname: Everybody agrees and nobody pays   # for now\n"))
        #expect(after.contains("lens:   money\ncodes: [block, trust]\n"))
        #expect(after.hasSuffix("---\n\nNew story.\n\nTwo paragraphs.\n"))
        #expect(stage.gloss("check").code == 0)
        for _ in 0..<3 { #expect(stage.gloss("journal", "undo").code == 0) }
        #expect(try file(stage) == written)
    }

    @Test func theTableQuotesDifferentSitesAndSaysWhatIsThin() throws {
        let (stage, codings) = try made()
        // In extract order: A01 trust, B07 block, B07 block, B07 trust.
        #expect(stage.gloss("themes", "link", Self.theme, "--code", "tr").code == 0)
        for id in [codings[1], codings[2], codings[0]] {
            #expect(stage.gloss("themes", "link", Self.theme, "--extract", id).code == 0)
        }
        let text = stage.gloss("themes").output
        #expect(text.contains("evidence  2/2 participants, 2/2 documents, 4 codings, 2/2 sites, 0 contrary cases"))
        #expect(text.contains("quote     “The block contract pays.” (site B, commissioner, B07:3)"))
        #expect(
            text.contains("quote     “We trust nobody.” (site A, provider, A01:3)"),
            "another site before another of B07"
        )
        #expect(!text.contains("quote     “The block stays.”"))
        #expect(text.contains("note      2 of 3 key extracts are from B07."))
        #expect(text.contains("note      No passage is named that speaks against it."))
        #expect(stage.gloss("themes", "link", Self.theme, "--contrary", codings[3]).code == 0)
        #expect(stage.gloss("themes").output.contains("against   “We trust them” (site B, commissioner, B07:8)"))
        let table = stage.gloss("themes", "--format", "md").output
        #expect(table.hasPrefix("| Theme (concept) | Codes | What it says | Exemplar quotes | Counter-example |\n"))
        #expect(stage.gloss("themes", "--format", "csv").output.hasPrefix("theme,concept,codes,what it says,"))
    }

    @Test func aTopicIsHintedAtAndNothingIsForbidden() throws {
        let (stage, _) = try made()
        let topic = stage.gloss("themes", "add", "Block contracts")
        #expect(topic.code == 0)
        #expect(topic.talk.contains("is also the name of block. Topic or theme?"))
        #expect(stage.gloss("themes", "add", "Money matters").talk.contains("has 2 words. Topic or theme?"))
    }

    @Test func circlesOfRelationsAreLegalAndTheMapEnds() throws {
        let (stage, _) = try made()
        let names = [
            "One leads to two always", "Two leads to three always", "Three comes back to one",
            "Four stands quite alone", "Five feeds one and three",
        ]
        let ids = try names.map { name in
            try #require(
                stage.gloss("themes", "add", name).output.split(separator: " ").dropFirst().first.map(String.init)
            )
        }
        for (from, to) in [(0, 1), (1, 2), (2, 0), (4, 0), (4, 2), (3, 3)] {
            #expect(stage.gloss("themes", "relate", ids[from], ids[to], "--how", "leads to").code == 0)
        }
        let outline = stage.gloss("themes", "map").output
        #expect(outline.contains("Three comes back to one\n  → leads to: One leads to two always\n"))
        let dot = stage.gloss("themes", "map", "--dot").output
        #expect(dot.hasPrefix("digraph themes {\n"))
        #expect(dot.contains("\"\(ids[2])\" -> \"\(ids[0])\" [label=\"leads to\"];"))
        #expect(dot.split(separator: "\n").count { $0.contains("->") } == 6)
        let drawing = stage.gloss("themes", "map", "--drawing").output
        #expect(
            drawing.split(separator: "\n").count { $0.hasPrefix("┌─ ") } == 6,
            "each theme once, in spite of the circle"
        )
        #expect(drawing.contains("└─ leads to ─> "))
    }

    @Test func aQueryTakesAThemesCodesAndItsKeyExtracts() throws {
        let (stage, codings) = try made()
        #expect(try stage.extracts("theme:\(Self.theme)").count == 2)
        #expect(stage.gloss("themes", "link", Self.theme, "--extract", codings[0]).code == 0)
        #expect(try stage.extracts("theme:\"Nobody pays, and everybody agrees\"").count == 3)
        #expect(try stage.extracts("theme:\(Self.theme) not code:bc").count == 1)
    }

    @Test func whatAThemeNamesAndIsNotThereIsAProblemWithItsFile() throws {
        let (stage, _) = try made()
        try stage.folder.write(
            "---\nname: A claim about something gone\ncodes: [gone]\nextracts: [nothing]\nrelations: [\"t-gone: feeds\"]\nstatus: odd\n---\n",
            to: "study/themes/t-a.md"
        )
        try stage.folder.write("no head\n", to: "study/themes/t-b.md")
        try stage.folder.write("x", to: "study/themes/Notes.md")
        let played = stage.gloss("check")
        #expect(played.code == 3)
        for sentence in [
            "themes/t-a.md: names the code gone", "themes/t-a.md: is related to t-gone",
            "themes/t-a.md:4: has “nothing” as extracts",
            "themes/t-a.md:6: has “odd” as status", "themes/t-b.md:1: has no head",
            "themes/Notes.md: is not called as themes are",
        ] { #expect(played.output.contains(sentence), "\(sentence)") }
        #expect(stage.gloss("themes").output.contains("A claim about something gone"), "the others are read")
    }

    @Test func redoReplacesNothingThatWasMadeMeanwhile() throws {
        let (stage, _) = try made()
        #expect(stage.gloss("journal", "undo").code == 0)
        let other = "---\nname: Somebody else wrote this claim here\n---\n\nTheir story.\n"
        try stage.folder.write(other, to: "study/themes/\(Self.theme).md")
        let redone = stage.gloss("journal", "redo")
        #expect(redone.code == 2 && redone.talk.contains("was made anew meanwhile"), "\(redone.talk)")
        #expect(try file(stage) == other)
    }

    // MARK: Memos

    @Test func aMemoIsADatedFileWithLinks() throws {
        let (stage, codings) = try made()
        let saved = stage.gloss(
            "memo",
            "add",
            "# Contract, not person\n\nRe-read B07.",
            "--kind",
            "reflexive",
            "--link",
            "code:bc",
            "--link",
            "document:B07",
            "--link",
            "theme:\(Self.theme)",
            "--link",
            "passage:\(codings[1])"
        )
        #expect(saved.code == 0, "\(saved.talk)")
        let id = try #require(saved.output.split(separator: " ").last?.split(separator: "\n").first.map(String.init))
        #expect(id.hasSuffix("-rs-contract-not-person"))
        let file = try stage.folder.read("study/memos/\(id).md")
        #expect(file.hasPrefix("---\nkind: reflexive\ncoder: rs\nmade: \""))
        #expect(
            file.contains(
                "links:\n- \"code:block\"\n- \"document:B/B07\"\n- \"theme:\(Self.theme)\"\n- \"passage:\(codings[1]) B07:3\"\n"
            )
        )
        #expect(file.hasSuffix("---\n\n# Contract, not person\n\nRe-read B07.\n"))
        #expect(stage.gloss("memo").output.contains("Contract, not person"))
        #expect(stage.gloss("memo", "--about", "code:bc").output.contains("1 memo."))
        #expect(stage.gloss("memo", "--about", "code:tr").output.hasPrefix("No memo."))
        #expect(stage.gloss("memo", "--search", "RE-READ").output.contains("1 memo."))
        #expect(stage.gloss("memo", "--kind", "method").output.hasPrefix("No memo."))
        #expect(stage.gloss("themes", "show", Self.theme).output.contains("memo        \(id)  Contract, not person"))
        #expect(stage.gloss("check").code == 0)
        let second = stage.gloss("memo", "add", "Answer to it", "--link", "memo:\(id)")
        #expect(second.code == 0)
        #expect(stage.gloss("memo", "show", "contract").output.contains("← "), "what names it is shown")
    }

    @Test func aMemoChangesAndComesBack() throws {
        let (stage, _) = try made()
        #expect(
            stage.gloss("memo", "add", "-", "--kind", "question", "--link", "code:bc", input: "Who pays?\n").code == 0
        )
        let before = try stage.files(below: "study/memos")
        #expect(
            stage.gloss("memo", "set", "who-pays", "--kind", "decision", "--unlink", "code:bc", "--link", "code:tr")
                .code == 0
        )
        #expect(stage.gloss("memo", "set", "who-pays", "--text", "Nobody pays.").code == 0)
        #expect(stage.gloss("memo", "export").output.contains("## Nobody pays.\n"))
        for _ in 0..<2 { #expect(stage.gloss("journal", "undo").code == 0) }
        #expect(try stage.files(below: "study/memos") == before)
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(try stage.files(below: "study/memos").isEmpty)
        #expect(stage.gloss("journal", "redo").code == 0)
        #expect(try stage.files(below: "study/memos") == before)
    }

    @Test(arguments: [
        (["memo", "add", "  "], "takes no memo without words"),
        (["memo", "add", "x", "--kind", "odd"], "there is no kind of memo ‘odd’"),
        (["memo", "add", "x", "--link", "code:zz"], "there is no code ‘zz’"),
        (["memo", "add", "x", "--link", "bc"], "‘bc’ is no link"),
        (["memo", "show", "zz"], "there is no memo ‘zz’"), (["themes", "show", "zz"], "there is no theme ‘zz’"),
        (
            ["themes", "set", "t-nobody-pays-and-everybody-agrees", "--status", "done"],
            "--status is draft, settled or set-aside"
        ),
        (["themes", "link", "t-nobody-pays-and-everybody-agrees", "--extract", "x"], "‘x’ is no coding’s id"),
        (
            ["themes", "add", "Nobody pays, and everybody agrees", "--id", "t-nobody-pays-and-everybody-agrees"],
            "is a theme already"
        ),
    ])
    func whatMakesNoSenseIsRefused(_ line: [String], _ sentence: String) throws {
        let (stage, _) = try made()
        let before = try stage.files()
        let played = stage.play(line)
        #expect(played.code == 2)
        #expect(played.talk.contains(sentence), "\(played.talk)")
        #expect(try stage.files() == before)
    }

    @Test(arguments: [
        "---\r\nkind: analytic\r\n---\r\n\r\nA line.\r\n", "\u{FEFF}---\nkind: analytic\n---\nA line.\n",
        "---\nkind: analytic\n---\nA line.",
    ])
    func otherProgramsFilesAreReadAndKept(_ written: String) throws {
        let (stage, _) = try made()
        try stage.folder.write(written, to: "study/memos/mine.md")
        #expect(stage.gloss("memo", "show", "mine").output.hasSuffix("A line.\n"))
        #expect(stage.gloss("memo", "set", "mine", "--kind", "method").code == 0)
        let after = try stage.folder.read("study/memos/mine.md")
        #expect(after.replacing("kind: method", with: "kind: analytic") == written.replacing("\u{FEFF}", with: ""))
    }
}
