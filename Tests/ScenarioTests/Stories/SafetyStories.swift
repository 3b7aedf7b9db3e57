// Stories of things going wrong around an interviewer at work: nothing coded is lost, and nothing is said that is not so.

import Foundation
import Glibc
import Screen
import TestSupport
import Testing

@Suite struct SafetyStories {
    /// Opens B07 and codes its first answer's first sentence as BC.
    private func begun(_ laboratory: Laboratory, rows: Int = 24, columns: Int = 80) throws -> PseudoTerminal {
        let terminal = try laboratory.workbench("open", "B07", rows: rows, columns: columns)
        terminal.expect("READ")
        terminal.press("} s c", until: "code 6 words")
        terminal.send("bc")
        terminal.press("Enter", until: "coded B07:5")
        return terminal
    }

    @Test func pastedWordsAreDataAndNeverKeys() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.send("\u{1B}[200~scbc\rqQ\u{1B}[201~")
        terminal.expect("Texts are never edited")
        terminal.press("c", until: "code ")
        terminal.send("\u{1B}[200~block\r\nq\u{1B}[201~")
        #expect(terminal.waitFor { $0.text.contains("> block") })
        #expect(try laboratory.logLines().isEmpty)
        terminal.press("Esc", until: "READ")
        terminal.leave()
    }

    @Test func aStudyThatCannotBeWrittenSaysUNSAVEDAndAsksBeforeItIsLeft() throws {
        let laboratory = try Laboratory()
        let terminal = try begun(laboratory)
        let log = try #require(try laboratory.logs().keys.first)
        // A folder in the log's place refuses the write for everyone, the superuser too.
        try FileManager.default.moveItem(atPath: log, toPath: log + ".aside")
        try FileManager.default.createDirectory(atPath: log, withIntermediateDirectories: false)
        terminal.press(") s c", until: "code ")
        terminal.send("da")
        terminal.press("Enter", until: "NOT SAVED")
        #expect(terminal.waitFor { !$0.text.contains("· saved") })
        // The disk is well again: leaving saves what was in memory.
        try FileManager.default.removeItem(atPath: log)
        try FileManager.default.moveItem(atPath: log + ".aside", toPath: log)
        terminal.press("q")
        _ = terminal.waitFor { $0.text.contains("NOT SAVED") || $0.text.contains("READ") }
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
        #expect(try laboratory.gloss("check").status == .exited(0))
        #expect(try laboratory.logLines().count >= 1)
    }

    @Test func twoWindowsOfOneCoderLoseNothing() throws {
        let laboratory = try Laboratory()
        let first = try begun(laboratory)
        let second = try laboratory.workbench("open", "B07")
        second.expect("BC Block contracts")
        second.press("G { s c", until: "code ")
        second.send("cc")
        second.press("Enter")
        #expect(second.waitFor { $0.text.contains("coded B07") || $0.text.contains("NOT SAVED") })
        let wasSaved = second.text.contains("coded B07")
        first.press(") s c", until: "code ")
        first.send("da")
        first.press("Enter")
        #expect(first.waitFor { $0.text.contains("DA Inadequate data · u undoes") || $0.text.contains("NOT SAVED") })
        let firstWasSaved = first.text.contains("u undoes")
        second.press("Q")
        if !wasSaved { second.press("Q") }
        #expect(second.waitForExit() == .exited(0))
        first.press("Q")
        if !firstWasSaved { first.press("Q") }
        #expect(first.waitForExit() == .exited(0))
        let extracts = try laboratory.expectDone("extracts", "--format", "jsonl").split(separator: "\n").count
        #expect(extracts == 1 + (wasSaved ? 1 : 0) + (firstWasSaved ? 1 : 0))
        #expect(extracts >= 2, "one of the two windows could go on")
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func aCheckoutUnderneathKeepsBothSides() throws {
        let laboratory = try Laboratory()
        let terminal = try begun(laboratory)
        // Somebody else's clone brings a log, as a merge would.
        let jm = try #require(try laboratory.logs().keys.first).replacingOccurrences(of: "/rs/", with: "/jm/")
        try FileManager.default.createDirectory(
            atPath: (jm as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        try laboratory.expectDone("code", "B07", "--quote", "waiting list", "vw", coder: "jm")
        // And one's own log comes back in another file of the same words.
        let log = try #require(try laboratory.logs().keys.first { $0.contains("/rs/") })
        let text = try String(contentsOfFile: log, encoding: .utf8)
        try FileManager.default.removeItem(atPath: log)
        try text.write(toFile: log, atomically: false, encoding: .utf8)
        terminal.press(") s c", until: "code ")
        terminal.send("da")
        terminal.press("Enter", until: "DA Inadequate data · u undoes")
        terminal.leave()
        #expect(try laboratory.expectDone("extracts", "--format", "jsonl").split(separator: "\n").count == 3)
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func aTextChangedOutsideIsSaidAndNoCodingMoves() throws {
        let laboratory = try Laboratory()
        let terminal = try begun(laboratory)
        terminal.leave()
        let before = try laboratory.logLines()
        let path = laboratory.study + "/transcripts/B/B07.txt"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try ("An added line.\n" + text).write(toFile: path, atomically: false, encoding: .utf8)
        let next = try laboratory.gloss("read", "B07")
        #expect(next.status == .exited(2))
        #expect(next.error.contains("B07"))
        #expect(try laboratory.gloss("check").status == .exited(3))
        #expect(try laboratory.logLines() == before)
        // With the words back, everything is as it was.
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        let again = try laboratory.workbench("open", "B07")
        again.expect("BC Block contracts")
        again.leave()
    }

    @Test func aTerminalThatIsClosedLosesNothing() throws {
        let laboratory = try Laboratory()
        let terminal = try begun(laboratory)
        terminal.press(") s c", until: "code ")
        terminal.hangUp()
        #expect(terminal.waitForExit() != nil)
        #expect(try laboratory.logLines().count == 1)
        let next = try laboratory.workbench("open", "B07")
        next.expect("BC Block contracts")
        next.quit()
    }

    @Test(arguments: [SIGHUP, SIGTERM])
    func aMemoThatIsHalfTypedWhenTheTerminalIsClosedComesBack(_ signal: Int32) throws {
        let laboratory = try Laboratory()
        let terminal = try begun(laboratory)
        terminal.press("m", until: "memo on BC")
        terminal.send("half a tho")
        terminal.expect("half a tho")
        if signal == SIGHUP { terminal.hangUp() } else { terminal.signal(signal) }
        #expect(terminal.waitForExit() != nil)
        #expect(try laboratory.logLines().count == 1)
        let next = try laboratory.workbench("open", "B07")
        next.expect("A memo was cut off when the terminal went away")
        next.press("m", until: "half a tho")
        next.send("ught")
        next.expect("half a thought")
        next.press("Enter", until: "memo saved")
        next.leave()
        #expect(try laboratory.logLines().last?.contains("\"memo\":\"half a thought\"") == true)
        let last = try laboratory.workbench("open", "B07")
        last.expect("half a thought")
        #expect(last.waitFor { !$0.text.contains("cut off") })
        last.leave()
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func aThousandRandomKeysLeaveASoundStudy(seed: UInt64) throws {
        let laboratory = try Laboratory()
        let terminal = try begun(laboratory, rows: 30, columns: 100)
        var generator = SeededGenerator(seed: seed)
        let keys = [
            "j", "k", "w", "b", ")", "(", "}", "{", "]", "[", "s", "t", "v", "V", "o", "c", "b", "d", "Enter", "Esc",
            ".",
            "x", "u", "U", "Tab", "m", "1", "2", "g", "G", "/", "n", "?", "A", "Space", "PgUp", "Backspace", "Down",
            "Up",
            "e", "r", "*", "!", "i", "f", "F9", "+", "-", "H", "L", ":", "'", "`", "=", "z", "|", "y",
        ]
        for _ in 0..<20 {
            for _ in 0..<50 {
                let key = keys.randomElement(using: &generator) ?? "j"
                terminal.press(key)
            }
            #expect(terminal.waitFor { _ in true })
        }
        terminal.press("F9", "F9", "Esc", "Esc", "Esc", "Esc")
        #expect(terminal.waitFor { $0.text.count > 10 })
        terminal.signal(SIGTERM)
        #expect(terminal.waitForExit() != nil)
        #expect(!terminal.showsAlternateScreen)
        let check = try laboratory.gloss("check")
        #expect(check.status == .exited(0), "\(check.output)\(check.error)")
    }
}
