import Glibc
import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// `gloss pseudonymise`, from the listing to what is left of the names.
@Suite struct PseudonymiseCommandTests {
    private static let talk =
        "Rosa: So Anna, what did Peter Hill say?\n\nAnna: Peter said that we hope for Anna's ward.\n\nRosa: And PETER HILL?\n\nAnna: Nothing.\n\nRosa: Right.\n\nAnna: Yes.\n"
    private static let key =
        "name,pseudonym,note\nAnna,Beth,nurse\nPeter,Paul,\nPeter Hill,Paul Dale,manager\nHope,Faith,\n"

    private func stage(_ key: String = key, mode: mode_t = 0o600) throws -> Stage {
        let stage = try Stage()
        try #require(stage.gloss("init", "study").code == 0)
        stage.place = "study"
        try stage.folder.write(Self.talk, to: "Anna.txt")
        try stage.folder.write(
            "codes:\n- id: trust\n  name: Trust\n- id: ward\n  name: Ward\n",
            to: "study/codebooks/a.yaml"
        )
        try #require(stage.gloss("import", "../Anna.txt", "--id", "B07").code == 0)
        try stage.folder.write(key, to: "keys/key.csv")
        try #require(unsafe chmod(stage.folder.path("keys/key.csv"), mode) == 0)
        return stage
    }

    private func code(_ stage: Stage, _ quote: String, _ code: String, coder: String) throws {
        let played = stage.gloss("code", "B07", "--quote", quote, code, "--coder", coder)
        try #require(played.code == 0, "\(played.talk)")
    }

    @Test func withoutConsentPlacesAreListedAndNothingChanges() throws {
        let stage = try stage()
        let before = try stage.files()
        let played = stage.gloss("pseudonymise", "--key", "../keys/key.csv")
        #expect(played.code == 2)
        #expect(played.output.contains("«Peter Hill» say?"))
        #expect(played.output.contains("→ PAUL DALE"))
        #expect(played.output.contains("Anna → Beth: 5 places"))
        #expect(played.output.contains("1 place marked ?"))
        #expect(played.talk.contains("nothing was changed yet"))
        #expect(try stage.files() == before)
    }

    @Test func namesGoFromTextsTablesAndLogsAndEveryCodingStays() throws {
        let stage = try stage()
        try code(stage, "what did Peter Hill say?", "trust", coder: "rs")
        try code(stage, "Nothing.", "ward", coder: "rs")
        try code(stage, "Anna's ward", "ward", coder: "jm")
        let played = stage.gloss("pseudonymise", "--key", "../keys/key.csv", "--yes", "--coder", "rs")
        #expect(played.code == 0, "\(played.talk)")
        #expect(played.output.contains("Replaced 8 names in 1 document"), "\(played.output)")
        #expect(
            try stage.folder.read("study/transcripts/B07.txt")
                == "Rosa: So Beth, what did Paul Dale say?\n\nBeth: Paul said that we hope for Beth's ward.\n\nRosa: And PAUL DALE?\n\n"
                + "Beth: Nothing.\n\nRosa: Right.\n\nBeth: Yes.\n"
        )
        let extracts = stage.gloss("extracts").output
        for quote in ["what did Paul Dale say?", "Nothing.", "Beth's ward"] {
            #expect(extracts.contains(quote), "\(extracts)")
        }
        #expect(!extracts.contains("?  guess"))
        #expect(stage.gloss("check").code == 0, "\(stage.gloss("check").output)")
        for (name, bytes) in try stage.files() where name.hasPrefix("study/") {
            let words = String(decoding: bytes, as: UTF8.self)
            #expect(!words.contains("Anna") && !words.contains("Peter"), "\(name)")
        }
        #expect(try stage.folder.read("study/speakers.csv").contains("B07,Beth,"))
        #expect(stage.gloss("documents").output.contains("B07"))
    }

    @Test func bracketsShowWhatIsAPseudonym() throws {
        let stage = try stage()
        try #require(stage.gloss("pseudonymise", "--key", "../keys/key.csv", "--yes", "--style", "brackets").code == 0)
        #expect(
            try stage.folder.read("study/transcripts/B07.txt").hasPrefix(
                "Rosa: So [Beth], what did [Paul Dale] say?\n\n[Beth]: [Paul]"
            )
        )
        #expect(stage.gloss("check").code == 0)
    }

    @Test func againNothingIsLeftAndANewTranscriptIsFound() throws {
        let stage = try stage()
        try #require(stage.gloss("pseudonymise", "--key", "../keys/key.csv", "--yes").code == 0)
        let before = try stage.files()
        let again = stage.gloss("pseudonymise", "--key", "../keys/key.csv", "--yes")
        #expect(again.code == 0)
        #expect(again.output.contains("No name of the key is replaced"))
        #expect(
            again.output.contains("No certain name of the key is left in the study, but 1 place marked ? may be one")
        )
        #expect(try stage.files() == before)
        try stage.folder.write("Peter: Hello.\n\nAnn: Hi.\n\nPeter: x\n\nAnn: y\n\nPeter: z\n\nAnn: w\n", to: "C1.txt")
        try #require(stage.gloss("import", "../C1.txt").code == 0)
        let third = stage.gloss("pseudonymise", "--key", "../keys/key.csv", "--yes")
        #expect(third.output.contains("Replaced 3 names in 1 document"))
        #expect(try stage.folder.read("study/speakers.csv").contains("C1,Paul,"))
    }

    @Test func aReviewGoesPlaceByPlace() throws {
        let stage = try stage()
        // So Anna (n), Peter Hill (y), label Anna (a) and all like it, Peter (n), hope (y), the rest of the text is left.
        let played = stage.gloss(
            "pseudonymise",
            "--key",
            "../keys/key.csv",
            "--review",
            input: "n\ny\nwhat\na\nn\ny\nd\n"
        )
        #expect(played.code == 0, "\(played.talk)")
        #expect(
            try stage.folder.read("study/transcripts/B07.txt").hasPrefix(
                "Rosa: So Anna, what did Paul Dale say?\n\nBeth: Peter said that we Faith for Beth's ward.\n\nRosa: And PETER HILL?\n\nAnna: Nothing."
            )
        )
        #expect(played.talk.contains("y replaces it"))
    }

    @Test(arguments: ["", "y\n", "y\nq\n"]) func aReviewThatEndsEarlyChangesNothing(answers: String) throws {
        let stage = try stage()
        let before = try stage.files()
        let played = stage.gloss("pseudonymise", "--key", "../keys/key.csv", "--review", input: answers)
        #expect(played.code == 2)
        #expect(played.talk.contains("nothing was changed"))
        #expect(try stage.files() == before)
    }

    @Test(arguments: [
        ("Anna,Beth\n", "its first line must be name,pseudonym"), ("name,pseudonym\nAnna,\n", "without a pseudonym"),
        ("name,pseudonym\nA,B\n", "one letter"), ("name,pseudonym\nAnna,Beth\nAnna,Eva\n", "two pseudonyms"),
        ("name,pseudonym\nAnna,Peter\nPeter,Paul\n", "would be no end"), ("name,pseudonym\n", "holds no names"),
        ("", "name,pseudonym"),
        ("name,pseudonym\n\"Anna", "never closed"),
    ])
    func aKeyThatIsNoneIsASentence(key: String, sentence: String) throws {
        let stage = try stage(key)
        let before = try stage.files()
        let played = stage.gloss("pseudonymise", "--key", "../keys/key.csv", "--yes")
        #expect(played.code == 2)
        #expect(played.talk.contains(sentence), "\(played.talk)")
        #expect(try stage.files() == before)
    }

    @Test func theKeyLiesOutsideAndIsNobodyElses() throws {
        let stage = try stage()
        try stage.folder.write(Self.key, to: "study/key.csv")
        #expect(stage.gloss("pseudonymise", "--key", "key.csv").talk.contains("lies inside the study"))
        try #require(unsafe symlink(stage.folder.path("study/key.csv"), stage.folder.path("keys/link.csv")) == 0)
        #expect(stage.gloss("pseudonymise", "--key", "../keys/link.csv").talk.contains("lies inside the study"))
        try #require(unsafe chmod(stage.folder.path("keys/key.csv"), 0o644) == 0)
        #expect(stage.gloss("pseudonymise", "--key", "../keys/key.csv").talk.contains("chmod 600"))
        #expect(stage.gloss("pseudonymise", "--key", "../keys/none.csv").code == 2)
        #expect(stage.gloss("pseudonymise").talk.contains("say which key"))
    }

    @Test func noExportWithANameOfTheKeyIsWritten() throws {
        let stage = try stage()
        try code(stage, "what did Peter Hill say?", "trust", coder: "rs")
        stage.environment["GLOSS_PSEUDONYM_KEY"] = stage.folder.path("keys/key.csv")
        let refused = stage.gloss("extracts", "--format", "csv", "--output", "../out.csv")
        #expect(refused.code == 2)
        #expect(refused.talk.contains("is not written: a name of the key stands in"))
        #expect(!stage.folder.exists("out.csv"))
        try #require(stage.gloss("pseudonymise", "--yes").code == 0)
        #expect(stage.gloss("extracts", "--format", "csv", "--output", "../out.csv").code == 0)
        #expect(try stage.folder.read("out.csv").contains("Paul Dale"))
        stage.environment["GLOSS_PSEUDONYM_KEY"] = stage.folder.path("keys/none.csv")
        #expect(stage.gloss("extracts", "--format", "csv", "--output", "../other.csv").code == 2)
    }

    @Test func passagesToDecideComeFirst() throws {
        let stage = try stage()
        try code(stage, "Nothing.", "ward", coder: "rs")
        try stage.folder.write(
            Self.talk.replacing("Nothing.", with: "Quite other words were said here."),
            to: "new.txt"
        )
        try #require(stage.gloss("revise", "B07", "--from", "../new.txt").code == 0)
        let before = try stage.files()
        let played = stage.gloss("pseudonymise", "--key", "../keys/key.csv", "--yes")
        #expect(played.code == 2)
        #expect(played.talk.contains("to decide about first"))
        #expect(try stage.files() == before)
    }

    @Test func namesElsewhereAreNamedWithTheirLines() throws {
        let stage = try stage()
        try stage.folder.write("Ask Anna again.\n", to: "study/notes.md")
        let played = stage.gloss("pseudonymise", "--key", "../keys/key.csv", "--yes")
        #expect(played.code == 0)
        #expect(played.output.contains("left for you to mend:\n  notes.md:1\n"))
    }
}
