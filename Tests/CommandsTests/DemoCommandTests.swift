import TestSupport
import Testing

@testable import Commands

@Suite struct DemoCommandTests {
    private func stageWithSample() throws -> Stage {
        let stage = try Stage()
        try stage.folder.write("words\n", to: "share/transcripts-sample/transcripts/A/A01.txt")
        try stage.folder.write("format: gloss/1\n", to: "share/transcripts-sample/study.yaml")
        stage.environment["GLOSS_SHARE"] = stage.folder.path("share")
        return stage
    }

    @Test func theSampleIsCopiedAndItsPathPrinted() throws {
        let stage = try stageWithSample()
        #expect(stage.gloss("demo").output == stage.folder.path("gloss-demo") + "\n")
        #expect(try stage.folder.read("gloss-demo/transcripts/A/A01.txt") == "words\n")
        #expect(stage.gloss("demo").output == stage.folder.path("gloss-demo-2") + "\n")
        #expect(stage.gloss("demo", "mine/here").code == 0)
        #expect(stage.folder.exists("mine/here/study.yaml"))
    }

    @Test func nothingThatIsThereIsReplaced() throws {
        let stage = try stageWithSample()
        try stage.folder.write("mine", to: "taken/notes.txt")
        let played = stage.gloss("demo", "taken")
        #expect(played.code == 2)
        #expect(played.talk.contains("is there already"))
        #expect(!stage.folder.exists("taken/study.yaml"))
    }

    @Test func theSampleIsLookedForUpwardsFromTheProgram() throws {
        let stage = try stageWithSample()
        stage.environment["GLOSS_SHARE"] = nil
        let console = stage.console
        let share = stage.folder.path("share")
        #expect(try SampleStudy.find(on: console, executable: share + "/a/b/gloss") == share + "/transcripts-sample")
        #expect(throws: CommandFailure.self) {
            try SampleStudy.find(on: console, executable: stage.folder.path("elsewhere/gloss"))
        }
    }

    @Test func anInstalledSampleLiesBesideTheProgramsFolder() throws {
        let stage = try Stage()
        try stage.folder.write("x", to: "usr/share/gloss/transcripts-sample/study.yaml")
        let found = try SampleStudy.find(on: stage.console, executable: stage.folder.path("usr/bin/gloss"))
        #expect(found == stage.folder.path("usr/share/gloss/transcripts-sample"))
    }
}
