// Others at the same study: a second window, another coder, git underneath, somebody who may only read.

import Foundation
import Glibc
import Screen
import TestSupport
import Testing

@Suite struct SharingScenarioTests {
    @Test func aSecondWindowOfTheSameCoderReadsAndIsToldWhoHoldsTheLog() throws {
        let laboratory = try Laboratory()
        let first = try laboratory.workbench("open", "B07")
        first.expect("READ")
        let second = try laboratory.workbench("open", "B07")
        second.expect("READ")
        first.codeSentence("bc", until: "coded B07")

        // Nothing is written by the second one, and it says why.
        second.codeSentence("cc", until: "NOT SAVED")
        #expect(second.text.contains("process"), "\(second.text)")
        #expect(try laboratory.logLines().count == 1)
        second.press("Esc Esc", until: "READ")

        // When the first one has gone, the second one goes on, and shows what the first had done.
        first.leave()
        second.codeSentence("cc", until: "CC Commissioning confusion · u undoes")
        second.expect("BC Block contracts")
        second.leave()
        #expect(try laboratory.logLines().count == 2)
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func twoWindowsOfOneCoderOnTwoDocumentsDoNotMeet() throws {
        let laboratory = try Laboratory()
        let (first, second) = (try laboratory.workbench("open", "B07"), try laboratory.workbench("open", "A03"))
        first.expect("READ")
        second.expect("READ")
        for code in ["bc", "da"] {
            first.codeSentence(code, until: "coded B07")
            second.codeSentence(code, until: "coded A03")
        }
        first.leave()
        second.leave()
        #expect(try laboratory.logLines().count == 4)
        #expect(try laboratory.logs().count == 2)
    }

    @Test func twoCodersWorkOnOneDocumentAtOnce() throws {
        let laboratory = try Laboratory()
        let first = try laboratory.workbench("open", "B07")
        let second = try laboratory.workbench("open", "B07", coder: "jm")
        first.expect("READ")
        second.expect("READ")
        for (code, name) in [("bc", "BC Block contracts · u"), ("da", "DA Inadequate data · u")] {
            first.codeSentence(code, until: name)
            second.codeSentence(code, until: name)
        }
        first.leave()
        second.leave()
        let again = try laboratory.workbench("open", "B07", rows: 40, columns: 120)
        again.expect("BC Block contracts · jm")
        again.press("A", until: "2 of other coders are not")
        #expect(!again.text.contains("BC Block contracts · jm"))
        again.leave()
        #expect(try laboratory.expectDone("extracts", "--format", "jsonl").split(separator: "\n").count == 4)
    }

    @Test func aCheckoutUnderneathIsNoticedBeforeTheNextLineIsAdded() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        try laboratory.git("init", "-q")
        try laboratory.git("add", "-A")
        try laboratory.git("commit", "-qm", "one coding")
        try laboratory.expectDone("code", "B07", "--quote", "three people", "cc")
        try laboratory.git("add", "-A")
        try laboratory.git("commit", "-qm", "two codings")

        let terminal = try laboratory.workbench("open", "B07", rows: 40, columns: 120)
        terminal.expect("CC Commissioning confusion")
        terminal.codeSentence("da", until: "DA Inadequate data · u undoes")
        try laboratory.git("stash", "-q")
        try laboratory.git("checkout", "-q", "HEAD~1")
        #expect(try laboratory.logLines().count == 1, "two lines are gone from the log that is open")
        terminal.press("} }", until: "READ")
        terminal.codeSentence("vw", until: "VW Virtual wards · u undoes")
        #expect(!terminal.text.contains("CC Commissioning confusion"), "the screen shows the log as it now is")
        terminal.leave()
        let lines = try laboratory.logLines()
        #expect(lines.count == 2)
        #expect(lines.contains { $0.contains("virtual-wards") })
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func aLogThatIsTakenAwayWhileOpenIsBegunAnew() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.codeSentence("bc", until: "coded B07")
        let path = try #require(try laboratory.logs().keys.first)
        try FileManager.default.removeItem(atPath: path)
        terminal.press(")", until: "READ")
        terminal.codeSentence("cc", until: "CC Commissioning confusion · u undoes")
        #expect(try laboratory.logLines().count == 1)
        terminal.leave()
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func aLogGrownBySyncIsReadBeforeTheNextLine() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        let path = try #require(try laboratory.logs().keys.first)
        let early = try String(contentsOfFile: path, encoding: .utf8)
        try laboratory.expectDone("code", "B07", "--quote", "three people", "cc")
        let late = try String(contentsOfFile: path, encoding: .utf8)
        try early.write(toFile: path, atomically: false, encoding: .utf8)

        let terminal = try laboratory.workbench("open", "B07", rows: 40, columns: 120)
        terminal.expect("BC Block contracts")
        try late.write(toFile: path, atomically: false, encoding: .utf8)
        terminal.press("G (", until: "READ")
        terminal.codeSentence("da", until: "DA Inadequate data · u undoes")
        terminal.expect("CC Commissioning confusion")
        terminal.leave()
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix(late))
        #expect(try laboratory.logLines().count == 3)
    }

    @Test(.enabled("needs setpriv to be another user than root") { Guest.isPossible })
    func aStudyThatCannotBeWrittenIsReadAndSaysThatNothingIsSaved() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        let logs = try laboratory.logs()
        let guest = try Guest(in: laboratory)
        let before = try laboratory.folder.contents().filter { $0.hasPrefix("study/") }
        let terminal = try guest.workbench("open", "B07", columns: 200)
        terminal.expect("READ")
        terminal.codeSentence("bc", until: "NOT SAVED")
        #expect(terminal.text.contains("Permission denied"), "\(terminal.text)")
        terminal.press("Esc Esc", until: "READ")
        terminal.leave()
        #expect(try laboratory.logs() == logs)
        #expect(try laboratory.folder.contents().filter { $0.hasPrefix("study/") } == before)

        let coding = try guest.gloss(["code", "B07", "--quote", "three people", "cc"])
        #expect(coding.status == .exited(2))
        #expect(coding.error.contains("Permission denied"), "\(coding.error)")
        for words in [["read", "B07"], ["documents"], ["codes"], ["extracts"], ["check"]] {
            let result = try guest.gloss(words)
            #expect(result.status == .exited(0), "\(words): \(result.output)\(result.error)")
        }
        #expect(try laboratory.folder.contents().filter { $0.hasPrefix("study/") } == before)
    }
}
