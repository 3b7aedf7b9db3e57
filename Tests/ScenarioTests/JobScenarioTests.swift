// Stopping and going on, as people do with Ctrl-Z and as systems do behind their back.

import Foundation
import Glibc
import Screen
import TestSupport
import Testing

@Suite struct JobScenarioTests {
    /// A shell in which the workbench runs, and the process number of the workbench.
    private func start(_ laboratory: Laboratory) throws -> (terminal: PseudoTerminal, process: pid_t) {
        let terminal = try laboratory.terminalWithShell()
        terminal.send("sh -c 'echo $$ > ../pid; exec \"$GLOSS\" open B07'\r")
        #expect(terminal.waitFor { $0.showsAlternateScreen && $0.text.contains("READ") }, "\(terminal.text)")
        let text = try laboratory.folder.read("pid").trimmingCharacters(in: .whitespacesAndNewlines)
        return (terminal, try #require(pid_t(text)))
    }

    private func isShell(_ terminal: PseudoTerminal) -> Bool {
        !terminal.showsAlternateScreen && terminal.text.contains("Stopped")
    }

    private func goOn(_ terminal: PseudoTerminal, expecting screen: String) {
        terminal.send("fg\r")
        #expect(
            terminal.waitFor { $0.text == screen && $0.showsAlternateScreen && !$0.isCooked },
            "the screen after fg:\n\(terminal.text)"
        )
    }

    private func end(_ terminal: PseudoTerminal) {
        terminal.send("Q")
        #expect(terminal.waitFor { !$0.showsAlternateScreen })
        terminal.send("exit\r")
        #expect(terminal.waitForExit() != nil)
    }

    @Test func controlZAndBackKeepsTheScreenAndTheSelection() throws {
        let laboratory = try Laboratory()
        let (terminal, _) = try start(laboratory)
        terminal.press("} s", until: "o other end  ? help")
        let before = terminal.text
        for _ in 0..<3 {
            terminal.press("Ctrl-Z")
            #expect(terminal.waitFor(isShell), "\(terminal.text)")
            terminal.send("clear\r")
            #expect(terminal.waitFor { !$0.text.contains("Stopped") })
            goOn(terminal, expecting: before)
        }
        // The keys work as before.
        terminal.press("c", until: "code ")
        terminal.send("bc")
        terminal.press("Enter", until: "coded B07")
        end(terminal)
        #expect(try laboratory.logLines().count == 1)
    }

    @Test func controlZInThePickerKeepsWhatWasTyped() throws {
        let laboratory = try Laboratory()
        let (terminal, _) = try start(laboratory)
        terminal.press("s c", until: "code ")
        terminal.send("virt")
        terminal.expect("Talk about virtual wards.")
        let before = terminal.text
        terminal.press("Ctrl-Z")
        #expect(terminal.waitFor(isShell))
        goOn(terminal, expecting: before)
        terminal.press("Enter", until: "VW Virtual wards")
        end(terminal)
    }

    @Test func aStopFromOutsideIsLikeControlZ() throws {
        let laboratory = try Laboratory()
        let (terminal, process) = try start(laboratory)
        let before = terminal.text
        #expect(kill(process, SIGTSTP) == 0)
        #expect(terminal.waitFor(isShell), "\(terminal.text)")
        goOn(terminal, expecting: before)
        end(terminal)
    }

    @Test func aStopThatCannotBeCaughtIsRecoveredFrom() throws {
        let laboratory = try Laboratory()
        let (terminal, process) = try start(laboratory)
        terminal.press("} s", until: "o other end  ? help")
        let before = terminal.text
        #expect(kill(process, SIGSTOP) == 0)
        #expect(terminal.waitFor { $0.text.contains("Stopped") })
        terminal.send("stty sane; clear\r")
        #expect(terminal.waitFor { !$0.text.contains("Stopped") })
        goOn(terminal, expecting: before)
        end(terminal)
    }

    @Test func aSizeChangedWhileStoppedIsTakenUp() throws {
        let laboratory = try Laboratory()
        let (terminal, _) = try start(laboratory)
        terminal.press("G {", until: "I could name you three people")
        terminal.press("Ctrl-Z")
        #expect(terminal.waitFor(isShell))
        terminal.resize(rows: 40, columns: 120)
        terminal.send("fg\r")
        #expect(
            terminal.waitFor {
                $0.showsAlternateScreen && $0.text.contains("I could name you three people") && !$0.line(39).isEmpty
            },
            "\(terminal.text)"
        )
        end(terminal)
    }

    @Test func aStoppedWorkbenchLetsCommandsCodeAndDiesWithoutLoss() throws {
        let laboratory = try Laboratory()
        let (terminal, process) = try start(laboratory)
        terminal.codeSentence("bc", until: "coded B07")
        terminal.press("Ctrl-Z")
        #expect(terminal.waitFor(isShell))
        // Somebody steps out of the workbench to run a command: the log is free.
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "da")
        #expect(try laboratory.logLines().count == 2)
        #expect(kill(process, SIGKILL) == 0)
        // The shell tells of it with a prompt, if it has heard of it by then.
        let isTold = terminal.waitFor { terminal in
            if terminal.text.contains("Killed") { return true }
            terminal.send("\r")
            return false
        }
        #expect(isTold, "\(terminal.text)")
        try laboratory.expectDone("code", "B07", "--quote", "three people", "cc")
        #expect(try laboratory.logLines().count == 3)
        #expect(try laboratory.gloss("check").status == .exited(0))
        terminal.send("exit\r")
        #expect(terminal.waitForExit() != nil)
    }
}
