// Others at the same study: a second window, another coder, git underneath, somebody who may only read.

import Foundation
import Glibc
import Screen
import TestSupport
import Testing

@Suite struct SharingScenarioTests {
    @Test func aSecondWindowOfTheSameCoderIsToldOfTheFirstAndBothCode() throws {
        let laboratory = try Laboratory()
        let first = try laboratory.workbench("open", "B07", columns: 120)
        first.expect("READ")
        #expect(!first.text.contains("Another window"))
        let second = try laboratory.workbench("open", "B07", columns: 120)
        second.expect("Another window of yours has this study open (process ")
        second.expect("opened just now")

        // Each saves, and each shows at its next key what the other one saved.
        first.codeSentence("bc", until: "coded B07")
        second.press("l", until: "BC Block contracts")
        second.press("G (", until: "READ")
        second.codeSentence("cc", until: "CC Commissioning confusion · u undoes")
        first.press("g d", until: "DOCUMENTS")
        #expect(first.waitFor { $0.text.contains(" 2 ") }, "\(first.text)")
        first.press("q", until: "READ")

        // Undo takes back the newest act of the coder, whichever window it was made in, and the other window follows.
        first.press("u", until: "undid “code CC” in B07")
        second.press("Ctrl-L")
        #expect(second.waitFor { !$0.text.contains("CC Commissioning confusion") }, "\(second.text)")
        second.press("u", until: "undid “code BC” in B07")
        first.press("l")
        #expect(first.waitFor { !$0.text.contains("BC Block contracts") }, "\(first.text)")
        first.press("U", until: "redid “code BC” in B07")
        first.leave()
        second.press("l", until: "BC Block contracts")
        second.leave()
        #expect(try laboratory.extracts().map { $0["code"] as? String } == ["block-contracts"])
        #expect(try laboratory.logs().count == 1)
        #expect(try laboratory.gloss("check").status == .exited(0))
        let third = try laboratory.workbench("open", "B07", columns: 120)
        third.expect("BC Block contracts")
        #expect(!third.text.contains("Another window"))
        third.leave()
    }

    @Test func aCommandCodesWhileAWindowOfTheSameCoderIsOpen() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07", columns: 120)
        terminal.expect("READ")
        terminal.codeSentence("bc", until: "coded B07")
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "cc")
        terminal.press("}", until: "CC Commissioning confusion")
        terminal.press("u", until: "undid “code CC” in B07")
        terminal.leave()
        #expect(try laboratory.extracts().count == 1)
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func twoWindowsThatCodeAtTheSameTimeLoseNothing() throws {
        let laboratory = try Laboratory()
        let windows = try (0..<2).map { _ in try laboratory.workbench("open", "B07", columns: 120) }
        windows[0].press("l", until: "READ")
        windows[1].press("G", until: "READ")
        for code in ["bc", "da", "cc", "vw"] {
            // Both at once: the keys of both are sent before either is looked at.
            for window in windows { window.send("sc\(code)\r") }
            for window in windows {
                #expect(window.waitFor { $0.text.contains("\(code.uppercased()) ") && $0.text.contains("u undoes") })
                #expect(!window.text.contains("NOT SAVED"), "\(window.text)")
                window.press("l", until: "READ")
            }
        }
        for window in windows { window.leave() }
        #expect(try laboratory.extracts().count == 8)
        #expect(try laboratory.logs().count == 1)
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    /// A program that was stopped while it wrote holds its log for as long as it stands still.
    @Test(.enabled("needs flock") { FileManager.default.fileExists(atPath: "/usr/bin/flock") })
    func aStoppedProgramThatHoldsTheLogLeavesOthersReading() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        let lock = try #require(try laboratory.folder.contents().first { $0.contains(".gloss/locks/rs.0") })
        let holder = try PseudoTerminal(
            ["flock", "-F", "-x", laboratory.folder.path(lock), "sh", "-c", "echo held; kill -STOP $$; exec sleep 60"]
        )
        holder.expect("held")
        let terminal = try laboratory.workbench("open", "B07", columns: 160)
        terminal.expect("BC Block contracts")
        terminal.codeSentence("cc", until: "NOT SAVED")
        #expect(terminal.text.contains("is held by"), "\(terminal.text)")
        terminal.press("Esc Esc", until: "READ")
        #expect(try laboratory.logLines().count == 1)
        let command = try laboratory.gloss("code", "B07", "--quote", "three people", "cc")
        #expect(command.status == .exited(2))
        #expect(command.error.contains("is held by"), "\(command.error)")
        for words in ["extracts", "documents", "check"] {
            #expect(try laboratory.gloss(words).status == .exited(0), "reading goes on")
        }
        // Another document is another log.
        try laboratory.expectDone("code", "A03", "--quote", "before my time", "bc")
        holder.signal(SIGKILL)
        #expect(holder.waitForExit() != nil)
        terminal.codeSentence("cc", until: "CC Commissioning confusion · u undoes")
        terminal.leave()
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    /// A window that stands still between two acts holds nothing, and reads what came meanwhile when it goes on.
    @Test func aStoppedWindowHoldsNothingAndReadsWhenItGoesOn() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07", columns: 120)
        terminal.expect("READ")
        terminal.codeSentence("bc", until: "coded B07")
        terminal.signal(SIGSTOP)
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "cc")
        terminal.signal(SIGCONT)
        terminal.press("}", until: "CC Commissioning confusion")
        terminal.codeSentence("da", until: "DA Inadequate data · u undoes")
        terminal.leave()
        #expect(try laboratory.extracts().count == 3)
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func aCopyOfAStudyIsReadInPlacesOfItsOwn() throws {
        let laboratory = try Laboratory()
        let first = try laboratory.workbench("open", "B07")
        first.expect("READ")
        first.press("G", until: "18›")
        first.leave()
        #expect(try laboratory.shell("cp -r . ../copy").status == .exited(0))
        let copy = try laboratory.workbench("open", "B07", directory: laboratory.folder.path("copy"))
        copy.expect("3›")
        copy.press("v", until: "SELECT")
        copy.quit()
        let again = try laboratory.workbench("open", "B07")
        again.expect("18›")
        #expect(!again.text.contains("SELECT"))
        again.leave()
    }

    @Test func twoWindowsOfOneCoderOnTwoDocumentsDoNotMeet() throws {
        let laboratory = try Laboratory()
        let first = try laboratory.workbench("open", "B07")
        first.expect("READ")
        let second = try laboratory.workbench("open", "A03")
        second.expect("Another window of yours")
        second.press("l", until: "READ")
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
        again.press("A", until: "2 codings of other coders not")
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
        terminal.expect("Permission denied")
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
