import StudyFiles
import TestSupport
import Testing

@testable import Commands

@Suite struct CodesCommandTests {
    @Test func theTreeSaysKindStatusAndHowMany() throws {
        let played = try Stage.withStudy().gloss("codes")
        let lines = played.output.split(separator: "\n")
        #expect(
            lines.prefix(5) == [
                "code     tag  name             status    brief", "money         Money            category",
                "  block  BC   Block contracts  agreed", "trust    TR   Trust            agreed",
                "old      OL   Old code         retired",
            ]
        )
        #expect(lines.last?.hasPrefix("3 codes, 1 category. Codebook ") == true)
    }

    @Test(arguments: [["codes"], ["codes", "list"]])
    func listIsTheDefault(arguments: [String]) throws {
        let stage = try Stage.withStudy()
        #expect(stage.play(arguments + ["--format", "json"]).output == stage.gloss("codes", "--format", "json").output)
    }

    @Test(arguments: ["block", "bc", "BC", "Block contracts", "BLOCK CONTRACTS"])
    func anEntryIsShownByIdMnemonicOrName(name: String) throws {
        let shown = try Stage.withStudy().gloss("codes", "show", name)
        #expect(
            shown.output == """
                Block contracts
                id          block
                in          Money > Block contracts
                tag         BC
                kind        code
                status      agreed
                definition  Payment fixed whatever the activity.
                include     limits on growth

                """
        )
    }

    @Test func aCategoryNamesWhatIsBelowItAndHasNoTag() throws {
        let shown = try Stage.withStudy().gloss("codes", "show", "money").output
        #expect(shown.hasSuffix("kind        category\nstatus      agreed\nbelow       block\n"))
        #expect(!shown.contains("tag "))
    }

    @Test func anEntryHasThePromisedKeys() throws {
        let stage = try Stage.withStudy()
        let entry = try stage.gloss("codes", "show", "bc", "--format", "json").json
        #expect(entry["id"] == "block")
        #expect(entry["name"] == "Block contracts")
        #expect(entry["parent"] == "money")
        #expect(entry["path"] == ["money", "block"])
        #expect(entry["kind"] == "code")
        #expect(entry["status"] == "agreed")
        #expect(entry["definition"] == "Payment fixed whatever the activity.")
        #expect(entry["include"] == ["limits on growth"])
        #expect(entry["exclude"] == [])
        let list = try #require(try stage.gloss("codes", "--format", "json").json.array)
        #expect(list.contains(entry))
        #expect(list.map(\.names).allSatisfy { $0 == entry.names })
    }

    @Test(arguments: [
        ("blok", "there is no code ‘blok’; near it: block"), ("zzzzzzz", "‘gloss codes’ lists them"),
        ("", "there is no code ‘’"), ("Trsut", "near it: "),
    ])
    func anUnknownCodeIsAnsweredWithNearOnes(name: String, sentence: String) throws {
        let played = try Stage.withStudy().gloss("codes", "show", name)
        #expect(played.code == 2)
        #expect(played.talk.contains(sentence), "\(played.talk)")
        #expect(played.talk.split(separator: "\n").count == 1)
    }

    @Test(arguments: [
        ["codes", "nope"], ["codes", "show"], ["codes", "show", "a", "b"], ["codes", "show", "bc", "--raw"],
    ])
    func wrongUsageIsSixtyFour(arguments: [String]) throws {
        let played = try Stage.withStudy().play(arguments)
        #expect(played.code == 64)
        #expect(played.output.isEmpty)
    }

    @Test func aStudyWithoutACodebookSaysWhereOneGoes() throws {
        let stage = try Stage()
        try #require(stage.gloss("init", "study").code == 0)
        stage.place = "study"
        #expect(stage.gloss("codes").output.contains("codebooks/"))
        #expect(try stage.gloss("codes", "--format", "json").json == [])
        #expect(stage.gloss("codes", "--format", "csv").output.split(separator: "\n").count == 1)
        #expect(stage.gloss("codes", "show", "x").code == 2)
    }

    @Test func severalRulesStandInOneCellOfTheTable() throws {
        let stage = try Stage()
        let codebook = """
            title: Rules
            codes:
            - id: a
              name: "A; B"
              include: ["one, two", "=three"]
              exclude: [four]

            """
        try stage.folder.write(codebook, to: "codes.yaml")
        try #require(stage.gloss("init", "study", "--codebook", "codes.yaml").code == 0)
        stage.place = "study"
        let (table, _) = try CSVReader.read(Array(stage.gloss("codes", "--format", "csv").output.utf8), file: "x")
        let include = try #require(table.column("include"))
        #expect(table.rows.map { $0.cells[include] } == ["one, two\n=three"])
        let text = stage.gloss("codes", "show", "a").output
        #expect(text.contains("include     one, two\ninclude     =three\nexclude     four\n"))
    }
}
