import CodingCore
import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// `gloss codes` where it changes the codebook: what it says, what the file is afterwards, and what it refuses.
@Suite struct CodesChangeTests {
    private func book(_ stage: Stage) throws -> String { try stage.folder.read("study/codebooks/codes.yaml") }

    @Test func aCodeIsAddedBelowAnotherWithItsRulesAndItsReason() throws {
        let stage = try Stage.withStudy()
        let played = stage.gloss(
            "codes",
            "add",
            "Winter pressure",
            "--under",
            "money",
            "--definition",
            "Each winter.",
            "--include",
            "beds: none",
            "--include",
            "queues",
            "--mnemonic",
            "wp",
            "--why",
            "B07"
        )
        #expect(played.code == 0)
        #expect(played.output.hasPrefix("added winter-pressure  Winter pressure\n"))
        #expect(
            try book(stage).contains(
                "- id: winter-pressure\n  name: Winter pressure\n  mnemonic: wp\n  parent: money\n"
                    + "  definition: \"Each winter.\"\n  include:\n  - \"beds: none\"\n  - queues\n- id: trust"
            )
                || (try book(stage)).contains(
                    "  definition: Each winter.\n  include:\n  - \"beds: none\"\n  - queues\n- id: trust"
                )
        )
        let entry = try #require(try stage.journal().last)
        #expect(entry["why"] == "B07" && entry["object"] == "code:winter-pressure")
        #expect(stage.gloss("check").code == 0)
    }

    @Test(arguments: [
        (["codes", "add", "TRUST"], "trust is called “Trust” already"),
        (["codes", "add", "X", "--mnemonic", "tru"], "cannot be told from “tr” of trust"),
        (["codes", "add", "X", "--id", "block"], "block cannot be the id of a new code"),
        (["codes", "add", "X", "--id", "Big One"], "‘Big One’ is no id"),
        (["codes", "add", "  "], "cannot be the name of a code"),
        (["codes", "move", "money", "--under", "block"], "cannot stand below block"),
        (["codes", "merge", "block", "--into", "block"], "cannot be merged into itself"),
        (["codes", "merge", "block", "--into", "money"], "money is a category"),
        (["codes", "merge", "block", "--into", "old"], "old is no code that others can be merged into"),
        (["codes", "adopt", "block"], "block is no proposal"),
        (["codes", "split", "block", "--into", "Y", "--where", "text:zzz"], "nothing is split"),
        (["codes", "rename", "block", "Trust"], "called “Trust” already"),
        (["codes", "export", "--as-of", "last week"], "is no date such as 2026-11-01"),
        (["codes", "import", "../codes.yaml"], "the study has money, block, trust, old already"),
        (["journal", "undo", "0199a3c1-5b20-7cc1-9d11-0f4b5a6c7d8e"], "cannot be taken back"),
        (["journal", "redo"], "there is nothing to redo"),
    ])
    func whatMakesNoSenseIsRefusedAndNothingIsWritten(_ line: [String], _ sentence: String) throws {
        let stage = try Stage.withStudy()
        let before = try stage.files(below: "study/codebooks")
        let journal = try stage.journal().count
        let played = stage.play(line)
        #expect(played.code == 2)
        #expect(played.talk.contains(sentence), "\(played.talk)")
        #expect(try stage.files(below: "study/codebooks") == before)
        #expect(try stage.journal().count == journal)
    }

    @Test func everyChangeIsTakenBackToTheByte() throws {
        let stage = try Stage.withStudy()
        let before = try book(stage)
        let lines = [
            ["codes", "add", "New one", "--under", "money"], ["codes", "rename", "bc", "Blocks: all of them"],
            ["codes", "define", "bc", "--definition", "Other.", "--include", "a", "--include", "b", "--exclude", "c"],
            ["codes", "define", "tr", "--colour", "teal"], ["codes", "move", "trust", "--under", "money"],
            ["codes", "move", "trust", "--first"], ["codes", "merge", "trust", "--into", "bc"],
            ["codes", "retire", "money"], ["codes", "retire", "old", "--back"],
        ]
        for line in lines {
            #expect(stage.play(line).code == 0, "\(line)")
            #expect(try book(stage) != before, "\(line)")
            #expect(stage.gloss("check").code == 0, "\(line)")
            #expect(stage.gloss("journal", "undo").code == 0, "\(line)")
            #expect(try book(stage) == before, "\(line)")
        }
        // All of them, and back one by one; then forward again.
        for line in lines { #expect(stage.play(line).code == 0, "\(line)") }
        let after = try book(stage)
        for _ in lines { #expect(stage.gloss("journal", "undo").code == 0) }
        #expect(try book(stage) == before)
        for _ in lines { #expect(stage.gloss("journal", "redo").code == 0) }
        let codes = try stage.gloss("codes", "--format", "json").json
        #expect(stage.gloss("journal", "redo").code == 2)
        try stage.folder.write(after, to: "study/codebooks/codes.yaml")
        #expect(try stage.gloss("codes", "--format", "json").json == codes, "the same codebook, wherever a key stands")
    }

    @Test func whatSomebodyChangedSinceIsNotOverwritten() throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("codes", "rename", "trust", "Faith").code == 0)
        let edited = try book(stage).replacing("name: Faith", with: "name: Hope")
        try stage.folder.write(edited, to: "study/codebooks/codes.yaml")
        let undone = stage.gloss("journal", "undo")
        #expect(undone.code == 2)
        #expect(undone.talk.contains("“Hope” as name of trust, which was changed since"), "\(undone.talk)")
        #expect(try book(stage) == edited)
    }

    @Test func aCodeThatIsUsedOrWorkedOnSinceDoesNotGoWithItsUndo() throws {
        let stage = try Stage.withStudy()
        let added = { try #require(stage.gloss("codes", "add", "Winter").code == 0) }
        try added()
        let made = try #require(
            try stage.gloss("journal", "--object", "code:winter", "--format", "json").json.array?.first
        )
        let act = try #require(made["act"]?.string)
        #expect(stage.gloss("code", "B07", "winter", "--quote", "Nothing moves in winter.").code == 0)
        let used = stage.gloss("journal", "undo", act)
        #expect(
            used.code == 2 && used.talk.contains("1 coding made since would be left without a code"),
            "\(used.talk)"
        )
        #expect(try stage.extracts("code:winter").count == 1)
        // The coding goes first, then the code.
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(stage.gloss("codes", "define", "winter", "--definition", "Each year.").code == 0)
        #expect(stage.gloss("journal", "undo", act).talk.contains("changed since it was made"))
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(stage.gloss("codes", "move", "trust", "--under", "winter").code == 0)
        #expect(stage.gloss("journal", "undo", act).talk.contains("other codes stand below it"))
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(stage.gloss("journal", "undo", act).code == 0)
        #expect(stage.gloss("check").code == 0)
        #expect(try !book(stage).contains("winter"))
    }

    @Test func aProposalIsAdoptedAndItsCodingsCountAsTheNewCode() throws {
        let stage = try Stage.withStudy()
        let id = try #require(CoderID("jm"))
        let folder = try StudyFolder.open(stage.folder.path("study"))
        let study = try folder.load().study
        let author = Author(
            id,
            study: study.settings.id,
            folder: folder,
            replicas: Replicas(state: StateFolder(path: stage.folder.path("state-jm"))),
            identifiers: IdentifierSource()
        )
        _ = try folder.proposeCode(named: "Winter", in: study.codebook, by: author)
        #expect(stage.gloss("code", "B07", "jm/winter", "--quote", "Nothing moves in winter.").code == 0)
        let proposals = try stage.files(below: "study/codebooks/proposed")
        #expect(stage.gloss("codes", "rename", "jm/winter", "Cold").talk.contains("belongs to jm"))
        #expect(stage.gloss("codes", "adopt", "jm/winter", "--under", "money").code == 0)
        #expect(try stage.files(below: "study/codebooks/proposed") == proposals, "nobody else's file is touched")
        #expect(try stage.extracts("code:winter").count == 1)
        #expect(try book(stage).contains("was:\n  - jm/winter\n"))
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(try stage.extracts("code:jm/winter").count == 1)
        // A code that there is can adopt it too.
        #expect(stage.gloss("codes", "merge", "jm/winter", "--into", "block").code == 0)
        #expect(try stage.extracts("code:block").count == 1)
    }

    @Test func aCodebookGoesOutAndComesInAgain() throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("codes", "export", "--output", "../out.yaml").code == 0)
        #expect(stage.gloss("codes", "export", "--format", "csv", "--output", "../out.csv").code == 0)
        #expect(stage.gloss("codes", "export", "--format", "md", "--output", "../out.md").code == 0)
        let codes = try stage.gloss("codes", "--format", "json").json
        for name in ["out.yaml", "out.csv", "out.md"] {
            #expect(stage.gloss("init", "../other-\(name)", "--title", "Other").code == 0)
            let taken = stage.gloss("codes", "import", "../\(name)", "--study", "../other-\(name)")
            #expect(taken.code == 0, "\(taken.talk)")
            let read = try stage.gloss("codes", "--format", "json", "--study", "../other-\(name)").json
            #expect(read == codes, "\(name)")
        }
        let appendix = stage.gloss("codes", "export", "--format", "md").output
        #expect(appendix.contains("### Block contracts\n\n- **id** `block`\n- **mnemonic** BC\n"))
        #expect(
            appendix.contains(
                "- **definition** Payment fixed whatever the activity.\n- **include**\n  - limits on growth\n"
            )
        )
    }

    @Test(arguments: [
        "*Trust* [is] `it` #1 | a\\b", "- dash", "+plus & ~$5 <b>", "“No” – 虛擬病房", "1. first", "don't \\- escape",
    ])
    func namesComeBackFromAnAppendixAsTheyWere(_ name: String) throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("codes", "rename", "trust", name).code == 0)
        #expect(stage.gloss("codes", "define", "trust", "--definition=\(name)", "--include=\(name)").code == 0)
        #expect(stage.gloss("codes", "export", "--format", "md", "--output", "../out.md").code == 0)
        let codes = try stage.gloss("codes", "--format", "json").json
        #expect(stage.gloss("init", "../other", "--title", "Other").code == 0)
        #expect(stage.gloss("codes", "import", "../out.md", "--study", "../other").code == 0)
        #expect(try stage.gloss("codes", "--format", "json", "--study", "../other").json == codes)
    }

    @Test func anActThatCannotBeTakenBackNamesTheOneBefore() throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("codes", "rename", "trust", "Faith").code == 0)
        #expect(stage.gloss("codes", "define", "block", "--brief", "two").code == 0)
        let edited = try book(stage).replacing("brief: two", with: "brief: three")
        try stage.folder.write(edited, to: "study/codebooks/codes.yaml")
        let refused = stage.gloss("journal", "undo")
        #expect(refused.code == 2)
        let older = try #require(refused.talk.firstMatch(of: /gloss journal undo ([0-9a-f-]+)/)?.1)
        #expect(stage.gloss("journal", "undo", String(older)).code == 0)
        #expect(try book(stage).contains("name: Trust") && book(stage).contains("brief: three"))
    }

    @Test func anAppendixWrittenByHandIsReadOrRefusedWithItsLine() throws {
        let stage = try Stage.withStudy()
        try stage.folder.write(
            "\u{FEFF}# Mine\r\n\r\nSome words.\r\n\r\n## Care at home\r\n\r\n* **definition** Beds in houses.\r\n\r\n#### Keys\r\nWhat else.\r\n",
            to: "mine.md"
        )
        #expect(stage.gloss("codes", "import", "../mine.md").output == "took in 2 codes as codebooks/mine.yaml\n")
        let written = try stage.folder.read("study/codebooks/mine.yaml")
        #expect(written.contains("id: care-at-home") && written.contains("definition: Beds in houses."))
        #expect(written.contains("id: keys") && written.contains("parent: care-at-home"))
        try stage.folder.write("## One\n\n  - stray\n", to: "stray.md")
        #expect(stage.gloss("codes", "import", "../stray.md").talk.contains("stray.md:3"))
        try stage.folder.write("## One\n\n- **kind** sort\n", to: "kind.md")
        #expect(stage.gloss("codes", "import", "../kind.md").talk.contains("has “sort” as kind"))
        try stage.folder.write("words\n", to: "none.md")
        #expect(stage.gloss("codes", "import", "../none.md").talk.contains("there is no code in it"))
    }

    @Test func theCodebookIsShownAsItWas() throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("journal", "snapshot", "codebook v1").code == 0)
        #expect(stage.gloss("codes").output.hasSuffix("Codebook v1.\n"))
        #expect(stage.gloss("journal", "snapshot", "codebook v1").talk.contains("has a snapshot “codebook v1”"))
        let before = stage.gloss("codes", "export").output
        // Snapshots count to the second.
        try stage.waitForNextSecond()
        #expect(stage.gloss("codes", "rename", "trust", "Faith").code == 0)
        #expect(stage.gloss("codes", "add", "New").code == 0)
        #expect(stage.gloss("codes", "move", "trust", "--first").code == 0)
        #expect(!stage.gloss("codes").output.hasSuffix("Codebook v1.\n"))
        #expect(stage.gloss("codes", "export", "--as-of", "codebook v1").output == before)
        let difference = stage.gloss("journal", "diff", "codebook v1").output
        #expect(difference.contains("+ new  New\n"))
        #expect(difference.contains("  trust  name: “Trust” → “Faith”\n"))
    }

    @Test func theAuditTrailSaysWhoWhenWhatAndWhy() throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("code", "B07", "bc", "--quote", "The block stays.").code == 0)
        #expect(stage.gloss("codes", "rename", "trust", "Faith", "--why", "clearer").code == 0)
        #expect(stage.gloss("journal", "undo").code == 0)
        let lines = stage.gloss("journal").output.split(separator: "\n")
        #expect(lines.contains { $0.hasSuffix("| rs | coded | block, 1 coding in B07 | – | –") })
        #expect(
            lines.contains { $0.hasSuffix("| rs | rename (taken back) | code trust name | Trust → Faith | clearer") }
        )
        #expect(lines.last?.hasSuffix("| rs | undo | rename code trust name | – | –") == true, "\(lines.suffix(2))")
        let table = stage.gloss("journal", "--format", "csv").output
        #expect(table.hasPrefix("time,who,act,object,before,after,reason,class,id\n"))
        #expect(table.contains(",raw data,") && table.contains(",instrument development,"))
        #expect(
            stage.gloss("journal", "--format", "md").output.hasPrefix(
                "| time | who | act | object | before → after | reason |"
            )
        )
        #expect(!stage.gloss("journal", "--without-codings").output.contains("coded"))
        #expect(try stage.gloss("journal", "--object", "code:trust", "--format", "json").json.array?.count == 1)
    }
}

extension Stage {
    /// Waits until the clock shows another second, as the journal's times count seconds.
    func waitForNextSecond() throws {
        let now = SystemClock.now()
        while SystemClock.now() == now {}
    }
}
