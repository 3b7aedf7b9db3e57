import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// What is decided of a text that is in the study already, and what a short talk's labels come to.
@Suite struct ImportCorrectionTests {
    private func stage() throws -> Stage {
        let stage = try Stage()
        #expect(stage.gloss("init", "study", "--title", "T").code == 0)
        stage.place = "study"
        return stage
    }

    private func turns(_ stage: Stage, _ id: String) throws -> [String] {
        try stage.folder.read("study/transcripts/\(id).turns.csv").split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false)[3] }.map(String.init)
    }

    @Test(arguments: [
        ("Interviewer: How are you?\n\nMaria: Good.\n\nInterviewer: So?\n\nMaria: No.\n", ["Interviewer", "Maria"]),
        ("A: one\n\nB: two\n\nA: three\n\nB: four\n", ["A", "B"]),
        ("Anna: one.\nBen: two.\nAnna: three.\nBen: four.\n", ["Anna", "Ben"]),
    ])
    func inAShortTalkNobodyHasTheWordsOfOthers(text: String, names: [String]) throws {
        let stage = try stage()
        try stage.folder.write(text, to: "talk.txt")
        #expect(stage.gloss("import", "../talk.txt").output == "imported talk (4 turns)\n")
        #expect(try turns(stage, "talk") == names + names)
    }

    @Test func aRareLabelNumberedLikeOthersIsASpeaker() throws {
        let stage = try stage()
        try stage.folder.write(
            "P1: a b.\n\nP2: b c.\n\nP1: c.\n\nP2: d.\n\nP3: e.\n\nP1: f.\n\nP2: g.\n",
            to: "group.txt"
        )
        #expect(stage.gloss("import", "../group.txt").code == 0)
        #expect(try turns(stage, "group") == ["P1", "P2", "P1", "P2", "P3", "P1", "P2"])
    }

    @Test func decisionsOnATextThatIsThereCorrectItsTurns() throws {
        let stage = try stage()
        try stage.folder.write("Anna: one.\n\nNote: two.\n\nAnna: three.\n\nNote: four.\n", to: "talk.txt")
        #expect(stage.gloss("import", "../talk.txt").code == 0)
        #expect(stage.gloss("code", "talk", "0-4", "x").code == 2)
        let text = try stage.folder.read("study/transcripts/talk.txt")
        let corrected = stage.gloss(
            "import",
            "--not-speaker",
            "Note",
            "--speaker",
            "Anna",
            "--interviewer",
            "Anna",
            "../talk.txt"
        )
        #expect(corrected.output == "corrected talk (2 turns)\n", "\(corrected.talk)")
        #expect(try stage.folder.read("study/transcripts/talk.txt") == text)
        #expect(try stage.folder.read("study/speakers.csv").hasSuffix("\ntalk,Anna,,yes\n"))
        #expect(try stage.journal().contains { $0["field"]?.string == "turns" })
        #expect(stage.gloss("check").code == 0)
        // The same again, and the file without decisions, change nothing.
        let again = stage.gloss(
            "import",
            "--not-speaker",
            "Note",
            "--speaker",
            "Anna",
            "--interviewer",
            "Anna",
            "../talk.txt"
        )
        #expect(again.output == "unchanged talk\n")
        #expect(stage.gloss("import", "../talk.txt").output == "unchanged talk\n")
    }

    @Test func attributesOfSpeakersSurviveACorrection() throws {
        let stage = try stage()
        try stage.folder.write("Anna: one.\n\nBen: two.\n\nAnna: three.\n\nBen: four.\n", to: "talk.txt")
        #expect(stage.gloss("import", "../talk.txt").code == 0)
        try stage.folder.write(
            "document,speaker,participant,interviewer,role\ntalk,Anna,P1,no,nurse\ntalk,Ben,P2,no,\n",
            to: "study/speakers.csv"
        )
        #expect(stage.gloss("import", "--interviewer", "Ben", "../talk.txt").output.hasPrefix("corrected"))
        let table = try stage.folder.read("study/speakers.csv")
        #expect(table.contains("talk,Anna,P1,no,nurse\n") && table.contains("talk,Ben,,yes,\n"), "\(table)")
    }

    @Test func timesOfAnotherFileOfTheSameTextAreTakenOver() throws {
        let stage = try stage()
        try stage.folder.write("one two\nthree four\n", to: "talk.txt")
        try stage.folder.write(
            "1\n00:00:01,000 --> 00:00:02,000\none two\n\n2\n00:00:02,000 --> 00:00:03,000\nthree four\n",
            to: "talk.srt"
        )
        #expect(stage.gloss("import", "../talk.txt").code == 0)
        #expect(stage.gloss("import", "../talk.srt").output == "corrected talk (2 turns)\n")
        #expect(try stage.folder.read("study/transcripts/talk.turns.csv").contains(",1000,2000,"))
        #expect(stage.gloss("import", "../talk.txt").output == "unchanged talk\n", "times are not taken away again")
    }

    @Test func whatAPersonCorrectedStaysWhenTimesComeAndTimesStayWhenItIsCorrected() throws {
        let stage = try stage()
        let captions = "1\n00:00:01,000 --> 00:00:02,000\none two\n\n2\n00:00:02,000 --> 00:00:03,000\nthree four\n"
        try stage.folder.write("one two\nthree four\n", to: "talk.txt")
        try stage.folder.write(captions, to: "talk.srt")
        #expect(stage.gloss("import", "../talk.txt").code == 0)
        let name = "study/transcripts/talk.turns.csv"
        let untouched = try stage.folder.read(name)
        let named = untouched.replacing(",turn,,", with: ",turn,Ann,")
        try stage.folder.write(named, to: name)
        #expect(stage.gloss("import", "../talk.srt").output == "unchanged talk\n")
        #expect(try stage.folder.read(name) == named)
        try stage.folder.write(untouched, to: name)
        #expect(stage.gloss("import", "../talk.srt").output == "corrected talk (2 turns)\n")
        #expect(stage.gloss("import", "--interviewer", "Kim", "../talk.txt").code == 0)
        #expect(try stage.folder.read(name).contains(",1000,2000,"))
    }

    @Test func decisionsThatMeetNothingAreSaid() throws {
        let stage = try stage()
        try stage.folder.write("Anna: one.\n\nBen: two.\n\nAnna: three.\n\nBen: four.\n", to: "talk.txt")
        let made = stage.gloss(
            "import",
            "--speaker",
            "Bne",
            "--not-speaker",
            "Zed",
            "--alias",
            "Q=R",
            "--interviewer",
            "Kim",
            "../talk.txt"
        )
        for name in ["There is no label “Bne” in this text", "near it: Ben", "“Zed”", "“Q”", "Nobody is called “Kim”"] {
            #expect(made.talk.contains(name), "\(name): \(made.talk)")
        }
    }

    private static let survey = [
        "import", "--text-column", "said", "--id-column", "who", "../survey.csv",
    ]

    @Test func rowsThatMakeOneIdAreRefusedBeforeAnythingIsWritten() throws {
        let stage = try stage()
        try stage.folder.write("who,said\nr1,Good.\na/b,So.\nab,No.\n", to: "survey.csv")
        let refused = stage.play(Self.survey)
        #expect(
            refused.code == 2
                && refused.talk.contains("survey.csv:4: ‘ab’ makes the document id ab, which line 3 makes too")
        )
        #expect(try stage.files().keys.allSatisfy { !$0.contains("transcripts/") })
    }

    @Test func changedRowsAreRevisedAndTheOthersAreNotKeptOut() throws {
        let stage = try stage()
        try stage.folder.write("who,said,site\nr1,Good.,N\nr2,So so.,S\n", to: "survey.csv")
        #expect(stage.play(Self.survey).code == 0)
        try stage.folder.write("who,said,site\nr1,Good.,East\nr2,So.,S\nr3,New.,S\n", to: "survey.csv")
        let again = stage.play(Self.survey)
        #expect(again.code == 2 && again.talk.contains("gloss: r2: "), "\(again.talk)")
        #expect(again.output.contains("imported r3") && again.output.contains("unchanged r1"))
        #expect(again.talk.contains("site is ‘N’ in the study and ‘East’ in the file"), "\(again.talk)")
        #expect(stage.play(Self.survey + ["--revise"]).code == 0)
        #expect(try stage.folder.read("study/transcripts/r2.txt") == "So.\n")
        #expect(stage.gloss("check").code == 0)
    }

    @Test func aFolderSaysWhatItPassesOver() throws {
        let stage = try stage()
        try stage.folder.write("Ann: hi.\n", to: "in/a.txt")
        let made = try run(
            ["bash", "-c", "cd in && ln -s a.txt b.txt && mkfifo c.txt && : > $'d\\xff.txt'"],
            directory: stage.folder.path
        )
        try #require(made.status == .exited(0))
        let played = stage.gloss("import", "../in")
        #expect(played.code == 0 && played.output.contains("imported a"))
        for words in ["b.txt: a symbolic link", "c.txt: no file but a pipe", "the name is not UTF-8"] {
            #expect(played.talk.contains(words), "\(words): \(played.talk)")
        }
    }

    @Test func aDryRunSaysUnderWhichIdAndWhatWouldBeRefused() throws {
        let stage = try stage()
        try stage.folder.write("Ann: hi.\n", to: "talk.txt")
        #expect(
            stage.gloss("import", "--dry-run", "../talk.txt").output.contains(
                "document            talk, which is new\n"
            )
        )
        #expect(stage.gloss("import", "../talk.txt").code == 0)
        #expect(
            stage.gloss("import", "--dry-run", "../talk.txt").output.contains("talk, which is there with this text\n")
        )
        try stage.folder.write("Ann: other words.\n", to: "talk.txt")
        let refused = stage.gloss("import", "--dry-run", "../talk.txt")
        #expect(refused.code == 2 && refused.talk.contains("would be refused, as talk has another text"))
        #expect(stage.gloss("import", "--dry-run", "--revise", "../talk.txt").code == 0)
    }

    @Test(arguments: ["a.docx", "a.odt", "a.epub", "a.pdf", "A.PDF"])
    func wordsUnderTheNameOfADocumentAreNoDocument(name: String) throws {
        let stage = try stage()
        try stage.folder.write("not really\n", to: name)
        let refused = stage.gloss("import", "../" + name)
        #expect(refused.code == 2 && refused.talk.contains("though its name says so"), "\(refused.talk)")
        #expect(try stage.files().keys.allSatisfy { !$0.contains("transcripts/") })
    }
}
