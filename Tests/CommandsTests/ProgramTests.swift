import StudyFiles
import Testing

@testable import Commands

@Suite struct ProgramTests {
    @Test func theVersionIsPrinted() throws {
        let played = try Stage().gloss("--version")
        #expect(played.code == 0)
        #expect(played.output == "gloss 0.1.0\n")
    }

    @Test(arguments: [
        [], ["init"], ["demo"], ["open"], ["import"], ["documents"], ["coders"], ["read"], ["code"], ["codes"],
        ["codes", "show"], ["extracts"], ["frequencies"], ["check"], ["completions"],
    ])
    func everyHelpBeginsWithThreeExamples(command: [String]) throws {
        let played = try Stage().play(command + ["--help"])
        #expect(played.code == 0)
        let lines = played.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "EXAMPLES:")
        #expect(lines.dropFirst().prefix { $0.hasPrefix("  ") }.count == 3)
        #expect(played.output.contains("USAGE: gloss"))
        #expect(played.talk.isEmpty)
    }

    @Test(arguments: [
        ("extrcts", "did you mean ‘extracts’?"), ("frequency", "did you mean ‘frequencies’?"),
        ("zzzzzz", "‘gloss --help’ lists the commands"),
    ])
    func anUnknownWordNamesTheNearestCommand(word: String, hint: String) throws {
        let played = try Stage().gloss(word, "code:x")
        #expect(played.code == 64)
        #expect(played.talk == "gloss: ‘\(word)’ is neither a command nor a folder; \(hint)\n")
        #expect(played.output.isEmpty)
    }

    @Test(arguments: [
        ["documents", "--nonsense"], ["documents", "extra"], ["read"], ["documents", "--format", "pdf"],
        ["documents", "--format", "md"], ["code", "B07"], ["code", "B07", "1-2", "bc", "--star", "4"],
        ["code", "B07", "1-2", "bc", "--nth", "2"], ["code", "B07", "1-2", "bc", "--from", "x"], ["import"],
        ["import", "a", "b", "--id", "X"], ["import", "a", "--id", "../X"], ["read", "B07", "--lines", "9-2"],
        ["open", "--at", "3"], ["extracts", "--context", "-1"], ["completions", "tcsh"], ["init", "x", "--method", "magic"],
    ])
    func wrongUsageIsSixtyFour(arguments: [String]) throws {
        let played = try Stage.withStudy().play(arguments)
        #expect(played.code == 64, "\(played.talk)")
        #expect(!played.talk.isEmpty)
        #expect(played.output.isEmpty)
    }

    @Test(arguments: [["documents"], ["extracts"], ["frequencies"], ["codes"], ["coders"], ["read", "x"], ["check"]])
    func outsideAStudyOneSentenceSaysWhatToDo(arguments: [String]) throws {
        let played = try Stage().play(arguments)
        #expect(played.code == 2)
        #expect(played.talk.contains("gloss init DIR"))
        #expect(played.talk.split(separator: "\n").count == 1)
    }

    @Test func aloneWithoutAStudyItNamesInitAndDemo() throws {
        let stage = try Stage()
        stage.isTerminal = true
        let played = stage.gloss()
        #expect(played.code == 0)
        #expect(played.output.contains("gloss init"))
        #expect(played.output.contains("gloss demo"))
    }

    @Test func withoutATerminalTheWorkbenchIsOneSentence() throws {
        let outside = try Stage().gloss()
        #expect(outside.code == 2)
        #expect(outside.talk.split(separator: "\n").count == 1)
        let stage = try Stage.withStudy()
        for arguments in [[], ["."], ["open"], ["open", "B07", "--at", "2"], [stage.folder.path("study")], ["--coder", "jb"]] {
            let played = stage.play(arguments)
            #expect(played.code == 2)
            #expect(played.talk.contains("needs a terminal"), "\(played.talk)")
            #expect(played.talk.split(separator: "\n").count == 1)
        }
    }

    @Test func studyAndCoderMayStandBeforeTheCommand() throws {
        let stage = try Stage.withStudy()
        stage.place = ""
        let played = stage.gloss("--study", "study", "--coder=jb", "code", "B07", "0-5", "trust")
        #expect(played.code == 0, "\(played.talk)")
        #expect(stage.gloss("coders", "--study", "study", "--format", "csv").output.contains("\njb,"))
    }

    @Test func theStudyIsFoundUpwards() throws {
        let stage = try Stage.withStudy()
        stage.place = "study/transcripts/B"
        #expect(stage.gloss("documents").output.contains("B/B07"))
    }

    @Test func aFolderThatIsNoStudyIsSaid() throws {
        let stage = try Stage()
        #expect(stage.gloss("documents", "--study", ".").code == 2)
        #expect(stage.gloss(".").talk.contains("needs a terminal") == false)
    }

    @Test func aReaderThatWentAwayIsMetWithSilence() throws {
        let stage = try Stage.withStudy()
        stage.outputFailure = BrokenPipe()
        let played = stage.gloss("documents")
        #expect(played.code == 2)
        #expect(played.talk.isEmpty)
    }

    @Test func aFullDeviceIsSaid() throws {
        let stage = try Stage.withStudy()
        stage.outputFailure = FileTrouble(.full, "could not write: no room.", path: "standard output")
        let played = stage.gloss("documents")
        #expect(played.code == 2)
        #expect(played.talk == "gloss: standard output: could not write: no room.\n")
    }

    @Test func whatIsPrintedOnATerminalCannotSteerIt() throws {
        let stage = try Stage()
        try stage.folder.write("P1: Red \u{1B}[31m alert.\n\nP1: Yes.\n", to: "R1.txt")
        try #require(stage.gloss("init", "study").code == 0)
        try #require(stage.gloss("import", "R1.txt", "--study", "study").code == 0)
        let piped = stage.gloss("read", "R1", "--study", "study")
        #expect(piped.output.contains("\u{1B}[31m"))
        stage.isTerminal = true
        let shown = stage.gloss("read", "R1", "--study", "study")
        #expect(!shown.output.contains("\u{1B}"))
        #expect(shown.output.contains("⟦U+001B⟧"))
        #expect(!stage.gloss("read", "\u{1B}[2J", "--study", "study").talk.contains("\u{1B}"))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsNameTheCommands(shell: String) throws {
        let played = try Stage().gloss("completions", shell)
        #expect(played.code == 0)
        #expect(played.output.contains("frequencies"))
    }
}
