import StudyFiles
import TestSupport
import Testing

@testable import Commands

@Suite struct CheckCommandTests {
    @Test func aSoundStudySaysWhatWasVerified() throws {
        let stage = try Stage.withStudy()
        try #require(stage.gloss("code", "B07", "0-11", "bc", "tr").code == 0)
        let played = stage.gloss("check")
        #expect(played.code == 0, "\(played.output)")
        #expect(played.output.hasSuffix("Verified: 2 documents, 2 codings, 1 log line.\n"))
        let json = try stage.gloss("check", "--format", "json").json
        #expect(json["problems"] == [])
        #expect(json["verified"]?["codings"]?.integer == 2)
    }

    @Test func aDamagedLineIsNamedAndTheExitCodeIsThree() throws {
        let stage = try Stage.withStudy()
        try #require(stage.gloss("code", "B07", "0-11", "bc").code == 0)
        let log = try #require(try stage.folder.contents().first { $0.hasPrefix("study/codings/rs/B/B07.") })
        try stage.folder.write(try stage.folder.read(log) + "{nonsense\n", to: log)
        let played = stage.gloss("check")
        #expect(played.code == 3)
        #expect(played.output.contains(log.dropFirst("study/".count) + ":2: "))
        let problem = try #require(try stage.gloss("check", "--format", "json").json["problems"]?.array?.first)
        #expect(problem["line"]?.integer == 2)
        #expect(problem["what"]?.string?.isEmpty == false)
        #expect(problem["do"]?.string?.isEmpty == false)
        #expect(stage.gloss("documents").talk.contains("‘gloss check’ lists"))
    }
}
