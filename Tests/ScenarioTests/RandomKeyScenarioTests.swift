// Whatever is pressed in whatever order, in windows of any size: the logs stay sound and so does the terminal.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct RandomKeyScenarioTests {
    private static let names = [
        "j", "k", "h", "l", "w", "b", ")", "(", "}", "{", "Space", "PgDn", "PgUp", "Ctrl-D", "Ctrl-U", "0", "$", "Home",
        "End", "g", "g",
        "G", "]", "[", "Tab", "S-Tab", "s", "s", "t", "v", "V", "o", "c", "c", "c", ".", "x", "Del", "m", "u", "U",
        "Ctrl-R", "A", "?",
        "Esc", "Enter", "Enter", "Enter", "Ctrl-L", "Ctrl-C", "1", "2", "3", "9", "Up", "Down", "Left", "Right",
        "Backspace", "Ctrl-W",
        "F1", "F12", "Alt-x", "Ctrl-Right", "é", "混", "😀", "e", "a",
    ]

    @Test(arguments: 1...6)
    func aThousandKeysLeaveSoundLogs(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let laboratory = try Laboratory()
        var terminal = try laboratory.workbench(rows: 24, columns: 80, environment: Self.quietEditor)
        terminal.expect("DOCUMENTS")
        terminal.press("Enter", until: "READ")
        var starts = 1
        for number in 0..<1000 {
            switch Int.random(in: 0..<60, using: &generator) {
            case 0: resize(terminal, using: &generator)
            case 1: terminal.paste(["bc\n", "混乱的角色\u{1B}[2J", "q\rQ", ""].randomElement(using: &generator) ?? "")
            case 2: terminal.send("\u{1B}[<\(Int.random(in: 0...66, using: &generator));\(number % 90);\(number % 30)M")
            case 3:
                terminal.send(
                    (0..<9).map { _ in UInt8.random(in: 0...255, using: &generator) }.filter {
                        ![0x51, 0x71, 0x1A].contains($0)
                    }
                )
            case 5...9:
                let code = ["b c", "d a", "v w", "c c"].randomElement(using: &generator) ?? ""
                for key in "s c \(code) Enter".split(separator: " ") { terminal.press(String(key)) }
            case 4: terminal.send("\u{1B}[201~")  // in case that the bytes before began a paste
            default:
                let name = try #require(Self.names.randomElement(using: &generator))
                terminal.press(name)
            }
            // Help may run “quit”, and random bytes may be a request to leave.
            if number % 50 == 49, let status = terminal.waitForExit(deadline: .milliseconds(1)) {
                #expect(status == .exited(0), "\(terminal.text)")
                terminal = try laboratory.workbench("open", "B07", rows: 24, columns: 80, environment: Self.quietEditor)
                terminal.expect("READ")
                starts += 1
            }
        }
        #expect(starts < 20)
        try end(terminal, laboratory)
    }

    /// An editor that leaves words as they are: one that asks for keys would take those that are meant for Gloss.
    private static let quietEditor = ["EDITOR": "true", "VISUAL": "true"]

    /// Another size, sometimes by way of one that is too small to work in, with keys pressed there.
    private func resize(_ terminal: PseudoTerminal, using generator: inout SeededGenerator) {
        if Bool.random(using: &generator) {
            // Two columns at least: the emulator crashes on a wide character in one.
            let size = [(1, 2), (10, 40), (3, 200), (200, 20)].randomElement(using: &generator) ?? (1, 2)
            terminal.resize(rows: size.0, columns: size.1)
            for name in Self.names.shuffled(using: &generator).prefix(9) { terminal.press(name) }
        }
        let size = [(24, 80), (50, 200), (16, 60), (40, 120), (30, 90)].randomElement(using: &generator) ?? (24, 80)
        terminal.resize(rows: size.0, columns: size.1)
        // Keys that come before the news of a window large enough are rightly dropped.
        #expect(isDrawn(terminal), "\(terminal.text)")
    }

    /// Waits for a screen to work in; a program that was left in the meantime will not draw one.
    private func isDrawn(_ terminal: PseudoTerminal) -> Bool {
        let isDrawn = terminal.waitFor { terminal in
            !terminal.line(terminal.rows - 1).isEmpty && !terminal.text.contains("Gloss needs")
        }
        return isDrawn || hasEnded(terminal)
    }

    private func hasEnded(_ terminal: PseudoTerminal) -> Bool {
        terminal.waitForExit(deadline: .milliseconds(1)) != nil
    }

    private func end(_ terminal: PseudoTerminal, _ laboratory: Laboratory) throws {
        terminal.send("\u{1B}[201~")
        terminal.resize(rows: 24, columns: 80)
        #expect(isDrawn(terminal), "\(terminal.text)")
        if !hasEnded(terminal) {
            // Esc and Q in one breath would be Alt-Q.
            terminal.press("Esc Esc Esc Esc F12", until: "F12 does nothing here")
            terminal.press("Q")
        }
        #expect(terminal.waitForExit() == .exited(0), "\(terminal.text)")
        #expect(!terminal.showsAlternateScreen)
        #expect(terminal.isCooked)
        let lines = try laboratory.logLines()
        #expect(lines.count >= 5, "the keys did something: \(lines.count)")
        for line in lines {
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8))
            #expect(object is [String: Any], "\(line)")
        }
        let check = try laboratory.gloss("check")
        #expect(check.status == .exited(0), "\(check.output)\(check.error)")
        // The interview is untouched and the program opens it again.
        let again = try laboratory.workbench("open", "B07", environment: Self.quietEditor)
        again.expect("READ")
        again.leave()
    }
}
