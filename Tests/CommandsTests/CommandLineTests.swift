import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// What all commands share: help, where the study is named, terminals and pipes, remarks and findings.
@MainActor
@Suite struct CommandLineTests {
    private nonisolated static let commands = [
        "init", "demo", "open", "import", "revise", "documents", "coders", "read", "code", "codes", "extracts",
        "frequencies", "matrix", "search", "cooccurrence", "framework", "themes", "memo", "journal", "disputes",
        "merge", "pseudonymise",
        "forget", "check",
        "check-config", "completions", "man",
    ]

    @Test func helpListsTheCommandsInTheOrderOfWork() throws {
        let help = try Stage().gloss("--help").output
        let list = try #require(help.split(separator: "SUBCOMMANDS:\n").last)
        // A line that begins further in goes on with the one before.
        let names = list.split(separator: "\n").prefix { $0.hasPrefix("  ") }.filter { !$0.hasPrefix("   ") }.compactMap
        {
            $0.split(separator: " ").first
        }
        #expect(names.prefix(Self.commands.count).map(String.init) == Self.commands)
    }

    @Test(arguments: commands)
    func theExamplesInHelpAreNoWrongUsage(command: String) throws {
        let help = try Stage().gloss(command, "--help").output.split(separator: "\n", omittingEmptySubsequences: false)
        for line in help.dropFirst().prefix(while: { $0.hasPrefix("  ") }) {
            let words = Self.words(String(line))
            guard words.first == "gloss" else { continue }
            let played = try Stage().play(Array(words.dropFirst()))
            #expect(played.code != 64, "\(line) \(played.talk)")
        }
    }

    /// A shell's words, as far as our examples use one: single quotes, and an end at `|`, `>` and `#`.
    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        for (index, part) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
            if index % 2 == 1 {
                words.append(String(part))
                continue
            }
            for word in part.split(separator: " ") {
                if ["|", ">", "#"].contains(word) { return words }
                words.append(String(word))
            }
        }
        return words
    }

    @Test(arguments: commands)
    func helpAndItsTwinSayTheSame(command: String) throws {
        let stage = try Stage()
        let asked = stage.gloss("help", command)
        #expect(asked.code == 0)
        #expect(asked.output == stage.gloss(command, "--help").output)
        #expect(asked.output == stage.gloss(command, "-h").output)
        #expect(asked.output.hasPrefix("EXAMPLES:\n"))
    }

    @Test(arguments: [("cod", "did you mean ‘code’?"), ("zzzzzz", "‘gloss --help’ lists the commands")])
    func helpOnNoCommandNamesTheNearest(topic: String, hint: String) throws {
        let played = try Stage().gloss("help", topic)
        #expect(played.code == 64)
        #expect(played.talk == "gloss: there is no command ‘\(topic)’; \(hint)\n")
        #expect(try Stage().gloss("help").code == 0)
        #expect(try Stage().gloss("help", "codes", "show").output.contains("USAGE: gloss codes show"))
    }

    @Test(arguments: ["documents", "coders", "codes", "extracts", "frequencies", "check", "read", "code", "import"])
    func theStudyMayBeNamedBeforeOrBehindTheCommand(command: String) throws {
        let stage = try Stage.withStudy()
        let rest =
            ["read": ["B07"], "code": ["B07", "37-61", "bc"], "import": ["../B07.txt", "--into", "B"]][command] ?? []
        try #require(stage.gloss("code", "B07", "37-61", "bc").code == 0)
        let inside = stage.play([command] + rest)
        stage.place = "state"
        let study = stage.folder.path("study")
        #expect(inside.code == 0)
        #expect(stage.play([command] + rest + ["--study", study]).output == inside.output)
        #expect(stage.play(["--study", study, command] + rest).output == inside.output)
        #expect(stage.play(["--study=\(study)", command] + rest).output == inside.output)
    }

    @Test func whatStandsBehindTwoDashesIsNoOption() throws {
        let stage = try Stage.withStudy()
        stage.place = ""
        let played = stage.gloss(
            "--study",
            "study",
            "--coder",
            "jb",
            "code",
            "B07",
            "--quote",
            "contract pays",
            "--",
            "tr"
        )
        #expect(played.code == 0, "\(played.talk)")
        #expect(stage.gloss("--study", "study", "coders", "--format", "csv").output.contains("\njb,"))
    }

    @Test(arguments: [
        ["--study"], ["--coder"], ["--study", "nowhere", "documents"], ["--nonsense"], ["documents", "--study"],
    ])
    func anOptionWithoutItsWordIsNoStudy(arguments: [String]) throws {
        let played = try Stage().play(arguments)
        #expect([2, 64].contains(played.code))
        #expect(!played.talk.isEmpty && played.output.isEmpty)
    }

    @Test func aStudyBelowAStudyIsTheNearest() throws {
        let stage = try Stage.withStudy()
        try #require(stage.gloss("init", "inner", "--title", "Inner").code == 0)
        stage.place = "study/inner/transcripts"
        #expect(stage.gloss("documents").output.contains("No documents yet"))
        stage.place = "study/transcripts"
        #expect(stage.gloss("documents").output.contains("B/B07"))
    }

    @Test(arguments: ["documents", "codes", "coders", "extracts", "frequencies", "read"])
    func aStudyThatCannotBeReadIsSaid(command: String) throws {
        let stage = try Stage.withStudy()
        try stage.folder.write("format: gloss/99\n", to: "study/study.yaml")
        let played = stage.play([command] + (command == "read" ? ["B07"] : []))
        #expect(played.code == 2)
        #expect(played.talk.contains("study.yaml"), "\(played.talk)")
        #expect(played.output.isEmpty)
    }

    @Test func colouredWordsReachAPipeAsTheyAreAndATerminalSafely() throws {
        let stage = try Stage()
        let word = "\u{1B}[31mred\u{7}\u{202E}"
        try stage.folder.write("Anna: It is \(word) now.\n\nBen: Yes.\n", to: "E1.txt")
        try #require(stage.gloss("init", "study", "--title", "T\u{1B}[2J").code == 0)
        stage.place = "study"
        try #require(stage.gloss("import", "../E1.txt").code == 0)
        try stage.folder.write("title: c\ncodes:\n- id: a\n  name: A\n", to: "study/codebooks/c.yaml")
        try #require(stage.gloss("code", "E1", "0-20", "a", "--memo", word).code == 0)
        for arguments in [
            ["read", "E1"], ["extracts"], ["extracts", "--format", "md"], ["extracts", "--format", "csv"],
        ] {
            stage.isTerminal = false
            #expect(stage.play(arguments).output.contains("\u{1B}"), "\(arguments)")
            stage.isTerminal = true
            let shown = stage.play(arguments).output
            #expect(shown.contains("⟦U+001B⟧"), "\(arguments)")
            #expect(!shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
        }
        stage.isTerminal = false
        #expect(!stage.gloss("extracts", "--format", "json").output.contains("\u{1B}"))
    }

    @Test func remarksOnAQueryGoToStandardErrorAndTheAnswerIsStillGiven() throws {
        let stage = try Stage.withStudy()
        let played = stage.gloss("frequencies", "site:Z", "coder:zz", "--format", "json")
        #expect(played.code == 0)
        #expect(try played.json["rows"]?.array?.count == 3)
        #expect(
            played.talk == "gloss: Nothing has site ‘Z’; there is A, B.\ngloss: No coding is by coder ‘zz’.\n"
        )
    }

    @Test(arguments: [
        (["extracts", "code:blok"], "near it: block", 5), (["frequencies", "site:A", "("], "the query ends here", 9),
        (["extracts", "winter"], "write text:\"winter\"", 1),
    ])
    func aQueryThatMeansNothingPointsAtThePlace(arguments: [String], problem: String, column: Int) throws {
        let stage = try Stage.withStudy()
        let played = stage.play(arguments)
        #expect(played.code == 2)
        #expect(played.talk.contains(problem))
        let lines = played.talk.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[1] == "  " + arguments.dropFirst().joined(separator: " "))
        #expect(lines[2].allSatisfy { $0 == " " || $0 == "^" })
    }

    @Test func theWordsOfAQueryMayStandInOneOrInSeveralArguments() throws {
        let stage = try Stage.withStudy()
        try #require(stage.gloss("code", "B07", "37-61", "bc").code == 0)
        let one = stage.gloss("extracts", "site:B code:bc not coder:jb")
        #expect(one.code == 0)
        #expect(stage.gloss("extracts", "site:B", "code:bc", "not", "coder:jb").output == one.output)
        #expect(stage.gloss("extracts", "(site:B", "or", "site:A)", "--context", "0").code == 0)
    }

    @Test(
        arguments: [
            ("0", "", ""), ("1", "Interviewer: Who pays for this?\n\nP1: ", " Nothing moves in winter."),
            ("100", nil, nil),
        ]
            as [(String, String?, String?)]
    )
    func contextIsSoManySentences(count: String, before: String?, after: String?) throws {
        let stage = try Stage.withStudy()
        try #require(stage.gloss("code", "B07", "37-61", "bc").code == 0)
        let extract = try #require(try stage.gloss("extracts", "--context", count, "--format", "jsonl").lines.first)
        let around = (extract["context_before"]?.string ?? "?") + "|" + (extract["context_after"]?.string ?? "?")
        if let before, let after {
            #expect(around == before + "|" + after)
        } else {
            #expect(around.hasPrefix("Interviewer: Who pays") && around.contains("我们相信."))
        }
        #expect(stage.gloss("extracts", "--context", "101").code == 64)
    }

    @Test(arguments: [("bash", "complete"), ("zsh", "#compdef gloss"), ("fish", "complete -c 'gloss'")])
    func completionsAreScriptsThatNameEveryCommand(shell: String, sign: String) throws {
        let script = try Stage().gloss("completions", shell).output
        #expect(script.contains(sign))
        for command in Self.commands { #expect(script.contains(command), "\(command)") }
    }

    @Test(arguments: ["", "tcsh", "Bash"])
    func anotherShellIsRefused(shell: String) throws {
        let played = try Stage().gloss("completions", shell)
        #expect(played.code == 64)
        #expect(played.talk.contains("bash, zsh and fish"))
    }
}
