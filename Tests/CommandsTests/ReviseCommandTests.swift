import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// `gloss revise` and `gloss import --revise`.
@MainActor
@Suite struct ReviseCommandTests {
    private static let above = "Checked by KT.\nTwice.\n\n" + interviewB07

    /// A study in which two coders coded the same sentence, and one a word.
    private func stage() throws -> Stage {
        let stage = try Stage.withStudy()
        try #require(stage.gloss("code", "B07", "block", "--quote", "The block contract pays.").code == 0)
        try #require(
            stage.gloss("code", "B07", "block", "--quote", "The block contract pays.", "--coder", "kt").code == 0
        )
        try #require(stage.gloss("code", "B07", "trust", "--quote", "winter").code == 0)
        return stage
    }

    private func write(_ text: String, to name: String = "new.txt", on stage: Stage) throws {
        try stage.folder.write(text, to: name)
    }

    /// What an editor does, as a script.
    private func setEditor(_ script: String, on stage: Stage) throws {
        try stage.folder.write(script, to: "editor.sh")
        stage.environment["EDITOR"] = "sh \(stage.folder.path("editor.sh"))"
    }

    private var textFile: String { "study/transcripts/B/B07.txt" }

    @Test func linesAboveMoveEveryCodingExactlyAndTheTableSaysSo() throws {
        let stage = try stage()
        try write(Self.above, on: stage)
        let played = stage.gloss("revise", "B07", "--from", "../new.txt")
        #expect(played.code == 0)
        #expect(played.output == "revised B/B07: 3 exact, 0 edited, 0 guess, 0 orphan\n")
        #expect(try stage.folder.read(textFile) == Self.above)
        #expect(
            try stage.extracts().map { $0["text"]?.string } == [
                "The block contract pays.", "The block contract pays.", "winter",
            ]
        )
        #expect(stage.gloss("check").code == 0)
        let batch = try #require(try stage.logLines("B/B07").last)
        #expect(batch["op"]?.string == "batch")
        #expect(try stage.logLines("B/B07", coder: "kt").count == 1)
    }

    @Test func aDryRunSaysTheSameAndWritesNothing() throws {
        let stage = try stage()
        try write(Self.above, on: stage)
        let before = try stage.files()
        let played = stage.gloss("revise", "B07", "--from", "../new.txt", "--dry-run")
        #expect(played.output == "would revise B/B07: 3 exact, 0 edited, 0 guess, 0 orphan\n")
        #expect(try stage.files() == before)
        #expect(stage.gloss("revise", "B07", "--dry-run").code == 2)
    }

    @Test func wordsBeforeAndAfterAreShownAndEveryQuestionIsAnswered() throws {
        let stage = try stage()
        try write(
            interviewB07.replacing("contract pays", with: "contract paid").replacing("winter", with: "summer"),
            on: stage
        )
        let played = stage.gloss("revise", "B07", "--from", "../new.txt")
        #expect(played.output.contains("0 exact, 2 edited, 1 guess, 0 orphan"))
        #expect(played.output.contains("  before  The block contract pays.\n  now     The block contract paid.\n"))
        #expect(played.output.contains("  before  winter\n  now     summer\n"))
        #expect(stage.gloss("check").code == 3)
        #expect(try stage.extracts("code:trust").map { $0["text"]?.string } == ["winter"], "a guess does not count yet")

        let list = stage.gloss("revise", "B07", "--list")
        #expect(list.output.hasPrefix("1  guess  rs  trust\n  before  winter\n  now     summer\n"))
        #expect(stage.gloss("revise", "B07", "--let-go", "2").code == 2)
        #expect(stage.gloss("revise", "B07", "--accept", "1").output == "accepted 1 guess\n")
        #expect(stage.gloss("revise", "B07", "--list").output.hasPrefix("Nothing to decide"))
        #expect(stage.gloss("revise", "B07", "--accept", "all").code == 1)
        #expect(stage.gloss("check").code == 0)
        #expect(try stage.extracts("code:trust").map { $0["text"]?.string } == ["summer"])
    }

    @Test func aRefusedGuessIsPlacedByHandOrLetGo() throws {
        let stage = try stage()
        try write(interviewB07.replacing("winter", with: "summer"), on: stage)
        try #require(stage.gloss("revise", "B07", "--from", "../new.txt").code == 0)
        #expect(stage.gloss("revise", "B07", "--refuse", "all").output.hasPrefix("refused 1 guess"))
        #expect(stage.gloss("revise", "B07", "--list").output.hasPrefix("1  orphan  rs  trust\n  before  winter\n"))
        let placed = stage.gloss("revise", "B07", "--place", "1", "--quote", "Nothing moves")
        #expect(placed.output.hasPrefix("placed ") && placed.output.hasSuffix(" trust\n"))
        #expect(stage.gloss("check").code == 0)

        try write(interviewB07.replacing("Nothing moves in winter. ", with: ""), on: stage)
        let played = stage.gloss("revise", "B07", "--from", "../new.txt", "--format", "json")
        #expect(try played.json["orphan"]?.integer == 1)
        // The sentence before it is short and lost its neighbour: it is asked about as well, and before orphans.
        #expect(stage.gloss("revise", "B07", "--accept", "all").output == "accepted 2 guesses\n")
        #expect(stage.gloss("revise", "B07", "--let-go", "1").output == "let go of 1 coding\n")
        #expect(stage.gloss("check").code == 0)
        #expect(try stage.extracts("code:trust") == [])
    }

    @Test func aTextEditedOutsideIsTakenAsItIs() throws {
        let stage = try stage()
        try stage.folder.write(Self.above.replacing("\n", with: "\r\n"), to: textFile)
        #expect(stage.gloss("read", "B07").talk.contains("gloss revise B/B07"))
        #expect(stage.gloss("revise", "B07", "--dry-run").output.hasPrefix("would revise B/B07: 3 exact"))
        #expect(stage.gloss("revise", "B07").output.hasPrefix("revised B/B07: 3 exact"))
        #expect(try stage.folder.read(textFile) == Self.above, "line ends are LF again")
        #expect(stage.gloss("check").code == 0)
    }

    @Test func aRevisionThatWasCutOffIsFinishedWithoutAnEditor() throws {
        let stage = try stage()
        let turnsFile = "study/transcripts/B/B07.turns.csv"
        let (text, turns) = (try stage.folder.read(textFile), try stage.folder.read(turnsFile))
        try write(Self.above, on: stage)
        #expect(stage.gloss("revise", "B07", "--from", "../new.txt").code == 0)
        let newTurns = try stage.folder.read(turnsFile)
        // As if the machine had stopped right after the document's own file was written, but for the codings.
        let yaml = try stage.folder.read("study/transcripts/B/B07.yaml").split(separator: "\n")
        let uuid = try #require(yaml.first { $0.hasPrefix("uuid: ") }).dropFirst(7).prefix(36)
        let version = try #require(yaml.last).dropFirst(3).prefix(16)
        let draft = "study/.gloss/drafts/\(uuid).\(version).turns.csv"
        try stage.folder.write(text, to: textFile)
        try stage.folder.write(turns, to: turnsFile)
        try stage.folder.write(newTurns, to: draft)

        #expect(try stage.extracts().count == 3)
        #expect(stage.gloss("check").output.contains("was revised, and the text or its turns are not in their place"))
        #expect(stage.gloss("revise", "B07", "--dry-run").code == 0)
        #expect(try stage.folder.read(textFile) == text, "a dry run changes nothing")
        #expect(stage.gloss("revise", "B07").output == "finished B/B07, whose revision was cut off\n")
        #expect(try stage.folder.read(textFile) == Self.above)
        #expect(try stage.folder.read(turnsFile) == newTurns)
        #expect(stage.gloss("check").code == 0)
    }

    @Test func theEditorsTextIsTaken() throws {
        let stage = try stage()
        try setEditor("printf 'More.\\n' >> \"$1\"", on: stage)
        #expect(stage.gloss("revise", "B07").output.hasPrefix("revised B/B07: 3 exact"))
        #expect(try stage.folder.read(textFile) == interviewB07 + "More.\n")
        #expect(try stage.folder.contents().filter { $0.contains(".gloss/drafts/") } == [])
    }

    @Test(arguments: [
        ("exit 1", 2, "ended with 1"), (": > \"$1\"", 2, "empty"), ("rm \"$1\"", 2, "left no file"), (":", 0, ""),
        ("printf '\\351' >> \"$1\"", 2, "not UTF-8"), ("printf '\\n \\n' > \"$1\"", 2, "empty"),
        ("exec no-such-editor-at-all", 2, "cannot be started"),
    ])
    func anEditorThatGoesWrongChangesNothing(script: String, code: Int32, words: String) throws {
        let stage = try stage()
        try setEditor(script, on: stage)
        let before = try stage.files().filter { !$0.key.contains("/.gloss/") }
        let played = stage.gloss("revise", "B07")
        #expect(played.code == code)
        #expect(played.talk.contains(words), "\(played.talk)")
        if code == 0 { #expect(played.output == "unchanged B/B07\n") }
        #expect(try stage.files().filter { !$0.key.contains("/.gloss/") } == before)
        let kept = try stage.folder.contents().filter { $0.contains(".gloss/drafts/") }
        #expect(kept.isEmpty != script.contains("351"), "only words that somebody wrote are kept")
    }

    @Test func whatCannotBeTakenIsKeptForItsWriter() throws {
        let stage = try stage()
        try setEditor("printf 'Words\\351' > \"$1\"", on: stage)
        let played = stage.gloss("revise", "B07")
        #expect(played.talk.contains("what you wrote is kept in .gloss/drafts/"))
        let kept = try stage.folder.contents().filter { $0.hasPrefix("study/.gloss/drafts/") }
        #expect(kept.count == 1)
    }

    @Test func withoutATerminalAndAnEditorAFileIsAskedFor() throws {
        let stage = try stage()
        let played = stage.gloss("revise", "B07")
        #expect(played.code == 2 && played.talk.contains("--from FILE"))
    }

    @Test(arguments: ["", " \n"]) func anEmptyFileIsRefused(text: String) throws {
        let stage = try stage()
        try write(text, on: stage)
        let before = try stage.files()
        let played = stage.gloss("revise", "B07", "--from", "../new.txt")
        #expect(played.code == 2)
        #expect(try stage.files() == before)
        try stage.folder.write(text, to: textFile)
        #expect(stage.gloss("revise", "B07").code == 2)
        #expect(try stage.folder.read(textFile) == text)
    }

    @Test func theSameTextIsUnchanged() throws {
        let stage = try stage()
        try write(interviewB07, on: stage)
        let before = try stage.files()
        #expect(stage.gloss("revise", "B07", "--from", "../new.txt").output == "unchanged B/B07\n")
        #expect(try stage.files() == before)
    }

    @Test func importRefusesOtherBytesAndTakesThemWithRevise() throws {
        let stage = try stage()
        try write(Self.above, to: "B07.txt", on: stage)
        let refused = stage.gloss("import", "../B07.txt", "--into", "B")
        #expect(refused.code == 2 && refused.talk.contains("--revise"))
        let taken = stage.gloss("import", "../B07.txt", "--into", "B", "--revise")
        #expect(taken.code == 0 && taken.output.hasPrefix("revised B/B07: 3 exact"))
        #expect(stage.gloss("import", "../B07.txt", "--into", "B", "--revise").output == "unchanged B/B07\n")
        #expect(stage.gloss("import", "../B07.txt", "--into", "B").output == "unchanged B/B07\n")
        #expect(stage.gloss("check").code == 0)
        try write("INT: New here?\n\nP9: Yes.\n", to: "C01.txt", on: stage)
        #expect(stage.gloss("import", "../C01.txt", "--revise").output.hasPrefix("imported C01"))
    }

    @Test(arguments: [
        ["--list", "--carry"], ["--from", "x", "--list"], ["--place", "1"], ["--quote", "x"],
        ["--accept", "1", "--refuse", "2"],
        ["--place", "1", "--quote", "x", "--span", "1-2"], ["--list", "--dry-run"],
    ])
    func whatDoesNotGoTogetherIsWrongUsage(options: [String]) throws {
        #expect(try Stage.withStudy().play(["revise", "B07"] + options).code == 64)
    }

    @Test(arguments: ["0", "9", "x", "1,x", ""]) func numbersThatTheListDoesNotHaveAreRefused(choice: String) throws {
        let stage = try stage()
        #expect(stage.gloss("revise", "B07", "--accept", choice).code == 2)
    }
}
