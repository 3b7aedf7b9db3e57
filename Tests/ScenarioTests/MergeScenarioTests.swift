// Two people at two copies of a study, put together by the command.

import Foundation
import TestSupport
import Testing

@Suite struct MergeScenarioTests {
    /// A laboratory with one coding, and a copy of its study in which jm has coded too.
    private func laboratory() throws -> Laboratory {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        try FileManager.default.copyItem(atPath: laboratory.study, toPath: laboratory.folder.path("other"))
        try laboratory.expectDone(
            "code",
            "B07",
            "--quote",
            "three people",
            "cc",
            coder: "jm",
            directory: laboratory.folder.path("other")
        )
        return laboratory
    }

    @Test func aPreviewWritesNothingAndSaysHowToGoOn() throws {
        let laboratory = try laboratory()
        let before = try laboratory.folder.contents()
        let preview = try laboratory.expectDone("merge", "../other")
        #expect(preview.contains("codings of jm: 1 new"))
        #expect(preview.contains("Nothing is written yet: the same with --apply takes it in."))
        #expect(try laboratory.folder.contents() == before)
    }

    @Test func whatWasMergedIsThereForTheWorkbenchToShow() throws {
        let laboratory = try laboratory()
        let terminal = try laboratory.workbench("open", "B07", rows: 40, columns: 120)
        terminal.expect("BC Block contracts")
        let done = try laboratory.expectDone("merge", "../other", "--apply")
        #expect(done.hasSuffix("Saved.\n"))
        #expect(try laboratory.expectDone("merge", "../other", "--apply").hasPrefix("Nothing new in "))
        terminal.leave()
        let again = try laboratory.workbench("open", "B07", rows: 40, columns: 120)
        again.expect("CC Commissioning confusion · jm")
        again.leave()
        #expect(try laboratory.gloss("check").status == .exited(0))
        #expect(try laboratory.expectDone("extracts", "--format", "jsonl").split(separator: "\n").count == 2)
    }

    @Test func somethingRefusedIsExitCodeTwoAndTheRestComes() throws {
        let laboratory = try laboratory()
        try laboratory.expectDone(
            "code",
            "A03",
            "--quote",
            "three people",
            "cc",
            coder: "jm",
            directory: laboratory.folder.path("other")
        )
        let log = try #require(
            try laboratory.logs(in: laboratory.folder.path("other")).keys.first { $0.contains("jm/A/A03") }
        )
        try "no line\n".write(toFile: log, atomically: false, encoding: .utf8)
        let result = try laboratory.gloss("merge", "../other", "--apply")
        #expect(result.status == .exited(2))
        #expect(result.error.contains("refused: codings/jm/A/A03"), "\(result.error)")
        #expect(result.output.contains("codings of jm: 1 new"))
        #expect(try laboratory.logLines().count == 2)
    }

    @Test func whatIsNoCopyOfTheStudyIsRefused() throws {
        let laboratory = try laboratory()
        #expect(try laboratory.gloss("merge", ".").error.contains("this study itself"))
        #expect(try laboratory.gloss("merge", "../nowhere").status == .exited(2))
        #expect(try laboratory.gloss("merge").status == .exited(64))
        try laboratory.expectDone("init", laboratory.folder.path("third"), "--title", "Third")
        let result = try laboratory.gloss("merge", "../third", "--apply")
        #expect(result.status == .exited(2))
        #expect(result.error.contains("--any-study"))
    }

    @Test func someoneCodingMeanwhileIsNotDisturbed() throws {
        let laboratory = try laboratory()
        // The other copy has lines of this clone's own log that were lost here, and a workbench holds that log.
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.codeSentence("da", until: "u undoes")
        try laboratory.expectDone("merge", "../other", "--apply")
        terminal.codeSentence("vw", until: "VW Virtual wards · u undoes")
        terminal.leave()
        #expect(try laboratory.expectDone("extracts", "--format", "jsonl").split(separator: "\n").count == 4)
        #expect(try laboratory.gloss("check").status == .exited(0))
    }
}
