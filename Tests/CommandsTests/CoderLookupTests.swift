import Testing

@testable import Commands

@Suite struct CoderLookupTests {
    private func coderOfNextCoding(_ stage: Stage, _ arguments: String...) throws -> String {
        let played = stage.play(["code", "B07", "0-5", "trust"] + arguments)
        guard played.code == 0 else { return played.talk }
        let lines = try stage.gloss("extracts", "--format", "jsonl").lines
        return try #require(lines.last?["coder"]?.string)
    }

    @Test func theOptionComesBeforeTheEnvironmentBeforeTheFile() throws {
        let stage = try Stage.withStudy()
        try stage.folder.write("# mine\ncoder = filed  # me\n", to: "config/gloss/config")
        stage.environment["XDG_CONFIG_HOME"] = stage.folder.path("config")
        #expect(try coderOfNextCoding(stage, "--coder", "zz") == "zz")
        #expect(try coderOfNextCoding(stage) == "rs")
        stage.environment["GLOSS_CODER"] = ""
        #expect(try coderOfNextCoding(stage) == "filed")
    }

    @Test func theFileAtHomeCountsWithoutXDG() throws {
        let stage = try Stage.withStudy()
        stage.environment["GLOSS_CODER"] = nil
        try stage.folder.write("coder=home-coder\n", to: "home/.config/gloss/config")
        #expect(try coderOfNextCoding(stage) == "home-coder")
    }

    @Test(arguments: ["Ruth Smith", "ÅÅ", "a_b", "abcdefghijklmnopqrstuvwxyz"])
    func aNameThatIsNoIdIsRefused(name: String) throws {
        let played = try Stage.withStudy().gloss("code", "B07", "0-5", "trust", "--coder", name)
        #expect(played.code == 2)
        #expect(played.talk.contains("no coder's id"))
    }
}
