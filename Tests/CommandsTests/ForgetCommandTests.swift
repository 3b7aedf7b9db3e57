import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// `gloss forget` and `gloss check --repair`, as a person runs them.
@MainActor
@Suite struct ForgetCommandTests {
    private func coded() throws -> Stage {
        let stage = try Stage.withStudy()
        try #require(stage.gloss("code", "B07", "bc", "--quote", "The block contract pays.").code == 0)
        try #require(stage.gloss("code", "A01", "tr", "--quote", "We trust nobody.").code == 0)
        return stage
    }

    @Test func withoutYesItIsSaidWhatWouldGoAndNothingGoes() throws {
        let stage = try coded()
        let before = try stage.files()
        let played = stage.gloss("forget", "B07")
        #expect(played.code == 2)
        #expect(played.talk.contains("--yes"))
        #expect(played.output.hasPrefix("This would be removed: B/B07, the talk of B07.\n"))
        for words in ["1 coding of rs", "transcripts/B/B07.txt\n", "documents.csv: 1 row", "git", "Backups"] {
            #expect(played.output.contains(words), "\(words)")
        }
        #expect(try stage.files() == before)
    }

    @Test func withYesNoFileOfTheStudyHasTheWords() throws {
        let stage = try coded()
        let played = stage.gloss("forget", "B07", "--yes", "--why", "withdrew")
        #expect(played.code == 0)
        #expect(played.output.hasPrefix("Removed: B/B07"))
        for (name, bytes) in try stage.files() {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("block contract") && !text.contains("B07") && !name.contains("B07"), "\(name)")
        }
        #expect(try stage.extracts().map { $0["document"] } == ["A/A01"])
        #expect(stage.gloss("check").code == 0)
        #expect(stage.gloss("forget", "B07", "--yes").code == 2)
    }

    @Test func theHistoryOfGitIsNamed() throws {
        let stage = try coded()
        try stage.folder.write("", to: "study/.git/HEAD")
        #expect(stage.gloss("forget", "B07").output.contains("git keeps every state that was committed"))
    }

    @Test func whoIsNotThereIsAnsweredWithWhoIsNear() throws {
        let played = try coded().gloss("forget", "B70", "--yes")
        #expect(played.code == 2)
        #expect(played.talk.contains("B07"))
    }

    @Test func repairSaysWhatItDidAndThenChecks() throws {
        let stage = try coded()
        #expect(stage.gloss("check", "--repair").output.hasPrefix("Nothing to repair.\nAll is well."))
        let name = try #require(try stage.folder.contents().first { $0.hasPrefix("study/codings/rs/B/") })
        let text = try stage.folder.read(name)
        try stage.folder.write("<<<<<<< HEAD\n" + text + "=======\n>>>>>>> x\n", to: name)
        #expect(stage.gloss("check").code == 3)
        let played = stage.gloss("check", "--repair")
        #expect(played.code == 0)
        #expect(played.output.hasPrefix("repaired \(name.dropFirst(6)): took out 3 marks"))
        #expect(try stage.folder.read(name) == text)
        let json = try stage.gloss("check", "--repair", "--format", "json").json
        #expect(json.names.first == "repairs")
        #expect(json["repairs"] == [])
    }

    /// A second copy of the study, as a colleague has it.
    private func copy(_ stage: Stage) throws {
        for (name, bytes) in try stage.files() where !name.contains("/.gloss/") {
            try stage.folder.write(String(decoding: bytes, as: UTF8.self), to: name.replacing("study/", with: "copy/"))
        }
    }

    @Test func aMergeDoesNotBringBackWhatWasForgotten() throws {
        let stage = try coded()
        try copy(stage)
        try #require(stage.gloss("forget", "B07", "--yes").code == 0)
        try #require(stage.gloss("merge", "../copy", "--apply").code == 0)
        #expect(try stage.extracts().map { $0["document"] } == ["A/A01"])
        #expect(!stage.gloss("documents").output.contains("B07"))
        #expect(stage.gloss("check", "--repair").code == 0)
        let files = try stage.files()
        #expect(!files.values.contains { String(decoding: $0, as: UTF8.self).contains("block contract") })
    }

    @Test func aMergeTakesTheForgettingToTheColleague() throws {
        let stage = try coded()
        try copy(stage)
        try #require(stage.gloss("forget", "B07", "--yes").code == 0)
        try #require(stage.gloss("merge", "../study", "--apply", "--study", "../copy").code == 0)
        #expect(stage.gloss("documents", "--study", "../copy").output.contains("A01"))
        #expect(!stage.gloss("documents", "--study", "../copy").output.contains("B07"))
        #expect(stage.gloss("check", "--study", "../copy").code == 3)
        #expect(stage.gloss("check", "--repair", "--study", "../copy").code == 0)
        let files = try stage.files(below: "copy")
        #expect(!files.values.contains { String(decoding: $0, as: UTF8.self).contains("block contract") })
    }
}
