// What the program does to the terminal, and what the terminal does to the program.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct TerminalScenarioTests {
    @Test func resizingKeepsTheCursorOnTheSameWords() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07", rows: 40, columns: 120)
        terminal.expect("READ")
        terminal.press("G {", until: "READ")
        terminal.resize(rows: 16, columns: 60)
        terminal.expect("I could name you three people")
        terminal.resize(rows: 10, columns: 40)
        terminal.expect("Gloss needs 60×16; here are 40×10.")
        terminal.resize(rows: 60, columns: 200)
        terminal.expect("I could name you three people")
        terminal.leave()
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func aSignalLeavesASaneTerminal(signal: Int32) throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.press("s c", until: "code ")
        terminal.signal(signal)
        #expect(terminal.waitForExit() != nil)
        #expect(!terminal.showsAlternateScreen)
        #expect(terminal.isCooked)
    }

    @Test func aCrashLeavesASaneTerminal() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07", environment: ["SWIFT_BACKTRACE": "enable=no"])
        terminal.expect("READ")
        terminal.signal(SIGSEGV)
        #expect(terminal.waitForExit() == .signalled(SIGSEGV))
        #expect(!terminal.showsAlternateScreen)
        #expect(terminal.isCooked)
    }

    @Test func noColourIsSentWhereNoneIsWanted() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        let terminal = try laboratory.workbench("open", "B07", environment: ["NO_COLOR": "1"])
        terminal.expect("BC Block contracts")
        let sent = String(decoding: terminal.output, as: UTF8.self)
        #expect(!sent.contains("38;5;"))
        #expect(!sent.contains("48;5;"))
        terminal.leave()
    }

    /// The sequences that a terminal of a kind may be sent: all that its description names, and nothing that was made up.
    @Test(arguments: ["xterm-256color", "xterm", "linux", "vt100", "tmux-256color", "screen"])
    func everyUsualTerminalStartsCodesAndQuits(term: String) throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07", environment: ["TERM": term])
        terminal.expect("Well, it was before my time.")
        terminal.press("} s c", until: "code 6 words")
        terminal.send("bc")
        terminal.press("Enter", until: "coded B07:5 BC Block contracts")
        terminal.leave()
        #expect(try laboratory.logLines().count == 1)
        let again = try laboratory.workbench("open", "B07", environment: ["TERM": term])
        again.expect("BC Block contracts")
        again.leave()
    }

    @Test(arguments: ["dumb", ""])
    func aTerminalThatCannotShowScreensIsToldSoAndCodesAllTheSame(term: String) throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07", environment: ["TERM": term])
        #expect(terminal.waitForExit() == .exited(2))
        let sent = String(decoding: terminal.output, as: UTF8.self)
        #expect(!sent.contains("\u{1B}"), "nothing is sent that the terminal could not show: \(sent.debugDescription)")
        #expect(sent.contains("gloss read"))
        #expect(sent.split(separator: "\n").count <= 3)
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        #expect(try laboratory.expectDone("read", "B07").contains("Block contracts"))
    }

    @Test func fromHugeToTinyAndBackTheCursorStaysOnItsCharacter() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07", rows: 60, columns: 200)
        terminal.expect("READ")
        terminal.press("G", "{", "w", "w", "w", "w")
        func underCursor() -> String? {
            guard let place = terminal.cursor else { return nil }
            return (0..<5).map { terminal.cell(place.row, place.column + $0).text }.joined()
        }
        let before = "three"
        #expect(terminal.waitFor { _ in underCursor() == before })
        terminal.resize(rows: 10, columns: 40)
        terminal.expect("Gloss needs 60×16; here are 40×10.")
        terminal.resize(rows: 40, columns: 120)
        terminal.expect("READ")
        #expect(terminal.waitFor { _ in underCursor() == before })
        terminal.resize(rows: 24, columns: 80)
        #expect(terminal.waitFor { _ in underCursor() == before })
        terminal.leave()
    }

    @Test func wideCharactersKeepTheColumnsStraight() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "我们有一个虚拟病房。", "vw")
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("我们有一个虚拟病房。 It has beds")
        let row = try #require((0..<24).first { terminal.line($0).contains("虚拟病房") })
        // Label, ten wide characters, then the words: the cell after them is where the arithmetic says.
        let start = try #require(
            (0..<80).first { terminal.cell(row, $0).text == "B" && terminal.cell(row, $0 + 1).text == "0" }
        )
        #expect(terminal.cell(row, start + 5).text == "我")
        #expect(terminal.cell(row, start + 5 + 21).text == "I")
        terminal.leave()
    }

    @Test func aHostileTranscriptSendsNothingOfItsOwn() throws {
        let laboratory = try Laboratory()
        let hostile =
            "B07: a\u{1B}]0;owned\u{07} b\u{1B}[2J c\u{202E}evil d\u{200B}e \u{9B}31m f\u{08}g\n\nB07: second turn.\n\nB07: third.\n"
        try laboratory.folder.write(hostile, to: "H01.txt")
        try laboratory.expectDone("import", laboratory.folder.path("H01.txt"))
        let terminal = try laboratory.workbench("open", "H01")
        terminal.expect("second turn")
        let sent = String(decoding: terminal.output, as: UTF8.self)
        #expect(!sent.contains("\u{1B}]0;owned"))
        #expect(!sent.unicodeScalars.contains("\u{202E}"))
        #expect(!sent.unicodeScalars.contains("\u{9B}"))
        #expect(!sent.unicodeScalars.contains("\u{200B}"))
        terminal.leave()
    }

    @Test func withoutATerminalOneSentenceSaysSo() throws {
        let laboratory = try Laboratory()
        let result = try laboratory.gloss("open", "B07")
        #expect(result.status == .exited(2))
        #expect(result.error.contains("terminal"))
        #expect(result.error.split(separator: "\n").count == 1)
    }

    @Test func theListOfDocumentsOpensOneAndComesBack() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench()
        terminal.expect("DOCUMENTS")
        terminal.press("j Enter", until: "READ")
        terminal.expect("B07")
        terminal.press("q", until: "DOCUMENTS")
        terminal.leave()
    }
}
