import StudyFiles
import TestSupport
import Testing
import Workbench

@testable import Commands

/// `gloss check-config`.
@MainActor
@Suite struct CheckConfigCommandTests {
    private func stage(_ configuration: String) throws -> Stage {
        let stage = try Stage()
        try stage.folder.write(configuration, to: "home/.config/gloss/config")
        return stage
    }

    @Test func withoutAFileItSaysWhereOneWouldBe() throws {
        let stage = try Stage()
        let played = stage.gloss("check-config")
        #expect(played.code == 0)
        #expect(played.output.hasPrefix("There is no configuration, so every option has its default. It would be "))
        #expect(played.output.contains(stage.folder.path("home/.config/gloss/config") + ";"))
        stage.environment["XDG_CONFIG_HOME"] = stage.folder.path("xdg")
        #expect(stage.gloss("check-config").output.contains(stage.folder.path("xdg/gloss/config") + ";"))
    }

    @Test func withoutAHomeThereIsNoPlaceForOne() throws {
        let stage = try Stage()
        stage.environment = [:]
        let played = stage.gloss("check-config")
        #expect(played.code == 0)
        #expect(played.output.hasSuffix("neither HOME nor XDG_CONFIG_HOME is set.\n"))
        #expect(try stage.gloss("check-config", "--format", "json").json["file"] == .null)
    }

    @Test(arguments: [
        ("", "sets 0 options."), ("look = light\n", "sets 1 option."), ("look = light\nmouse = off", "sets 2 options."),
        ("look = light\nkey undo = F6", "sets 1 option and the keys of 1 command."),
        ("key undo = F6\nkey redo = F7", "sets 0 options and the keys of 2 commands."),
    ])
    func aSoundFileIsOneSentence(text: String, words: String) throws {
        let stage = try stage(text)
        let played = stage.gloss("check-config")
        #expect(played.code == 0)
        #expect(played.output == "All is well: \(stage.folder.path("home/.config/gloss/config")) \(words)\n")
        #expect(played.talk.isEmpty)
    }

    @Test func findingsAreListedByLineAndTheExitCodeIsThree() throws {
        let stage = try stage("key undo = q\nlook = light\nmous = on\nkey redo = Ctrl-M\nhints = maybe\n")
        let file = stage.folder.path("home/.config/gloss/config")
        let played = stage.gloss("check-config")
        #expect(played.code == 3)
        #expect(played.talk.isEmpty)
        let lines = played.output.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines.first?.hasPrefix("\(file):1: q is back too (") == true)
        #expect(lines.dropFirst().first == "\(file):3: there is no option ‘mous’; near it: mouse")
        #expect(lines.dropFirst(2).first?.hasPrefix("\(file):4: to a terminal Ctrl-M is Enter; ") == true)
        #expect(lines.last == "\(file):5: ‘maybe’ is no value of hints; write on or off")
    }

    @Test func findingsAreReadByPrograms() throws {
        let stage = try stage("look = light\nmous = on\nkey undo = F6\n")
        let played = stage.gloss("check-config", "--format", "json")
        #expect(played.code == 3)
        let json = try played.json
        #expect(json.names == ["file", "options", "keys", "problems"])
        #expect(json["options"]?.integer == 1)
        #expect(json["keys"]?.integer == 1)
        let problem = try #require(json["problems"]?.array?.first)
        #expect(problem.names == ["file", "line", "what", "do"])
        #expect(problem["line"]?.integer == 2)
        #expect(problem["do"] == "near it: mouse")
        #expect(try stage.gloss("check-config", "--format", "json").json == json)
    }

    @Test func aFileThatCannotBeReadIsOneFinding() throws {
        let stage = try Stage()
        try stage.folder.write("", to: "home/.config/gloss/config/keep")
        let played = stage.gloss("check-config")
        #expect(played.code == 3)
        #expect(played.output.split(separator: "\n").count == 1)
        #expect(played.output.contains(".config/gloss/config: the configuration cannot be read; "))
    }

    @Test func theDefaultsAreAFileThatIsSoundAndChangesNothing() throws {
        let stage = try Stage()
        let defaults = stage.gloss("check-config", "--defaults")
        #expect(defaults.code == 0)
        try stage.folder.write(defaults.output, to: "home/.config/gloss/config")
        #expect(stage.gloss("check-config").code == 0)
        #expect(Configuration(environment: stage.environment).preferences == .init())
    }

    @Test func hostileWordsReachATerminalSafely() throws {
        let stage = try stage("\u{1B}[2J = \u{202E}x\n")
        stage.isTerminal = true
        let shown = stage.gloss("check-config").output
        #expect(shown.contains("⟦U+001B⟧"))
        #expect(!shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }

    @Test func itNeedsNoStudyAndWritesNothing() throws {
        let stage = try stage("look = light")
        let before = try stage.folder.contents()
        #expect(stage.gloss("check-config").code == 0)
        #expect(try stage.folder.contents() == before)
    }
}
