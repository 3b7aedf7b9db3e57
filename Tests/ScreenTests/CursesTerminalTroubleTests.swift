// The real terminal where things are not as they should be: wrong variables, floods of keys and sizes, stops from outside.
import Glibc
import Screen
import TestSupport
import Testing

@Suite struct CursesTerminalTroubleTests {
    private static let probe = productsDirectory + "/TerminalProbe"

    private func start(_ environment: [String: String] = [:], rows: Int = 24, columns: Int = 80) throws
        -> PseudoTerminal
    {
        let quiet = ["SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 }
        return try PseudoTerminal([Self.probe], environment: quiet, rows: rows, columns: columns)
    }

    private func end(_ terminal: PseudoTerminal) {
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
        #expect(!terminal.showsAlternateScreen)
        #expect(terminal.isCooked)
        #expect(terminal.cursor != nil)
    }

    @Test(arguments: [
        ["LINES": "5", "COLUMNS": "9"], ["LINES": "-1", "COLUMNS": "nonsense"], ["LINES": "99999", "COLUMNS": "99999"],
    ])
    func theSizeIsThatOfTheWindowWhateverVariablesSay(_ environment: [String: String]) throws {
        let terminal = try start(environment, rows: 30, columns: 100)
        #expect(terminal.waitFor("probe 100x30"), "\(terminal.text)")
        terminal.resize(rows: 20, columns: 70)
        #expect(terminal.waitFor("probe 70x20"))
        end(terminal)
    }

    @Test(arguments: [
        (["LINES": "18", "COLUMNS": "64"], "probe 64x18"), (["LINES": "0", "COLUMNS": "99999"], "probe 80x24"),
        ([:], "probe 80x24"),
    ])
    func aTerminalThatDoesNotTellItsSizeHasThatOfTheVariables(_ environment: [String: String], _ head: String) throws {
        // The emulator is large; what the program asks for is nought by nought.
        let terminal = try PseudoTerminal(
            ["sh", "-c", "stty rows 0 cols 0; exec \"$0\"", Self.probe],
            environment: environment,
            rows: 24,
            columns: 80
        )
        #expect(terminal.waitFor(head), "\(terminal.text)")
        end(terminal)
    }

    @Test(arguments: ["TERMINFO", "TERMINFO_DIRS", "HOME"])
    func aHostileFolderOfDescriptionsIsNoTrouble(_ variable: String) throws {
        try withTemporaryDirectory { folder in
            // A description that is none.
            try folder.write("\u{1}\u{1A}nonsense", to: "x/xterm-256color")
            try folder.write("nonsense", to: ".terminfo/x/xterm-256color")
            let terminal = try start([variable: folder.path])
            #expect(terminal.waitFor("probe 80x24"), "\(terminal.text)")
            end(terminal)
        }
    }

    @Test func aFloodOfKeysArrivesInOrder() throws {
        let terminal = try start(rows: 60, columns: 80)
        #expect(terminal.waitFor("probe"))
        // Without the letters that the probe does more for than show them.
        let letters = "abcdfghijklnoprstuvx"
        terminal.send(String(repeating: letters, count: 400) + "0123456789")
        #expect(terminal.waitFor { $0.text.contains("key(9)") })
        let last = (5..<60).map(terminal.line).filter { $0.hasPrefix("key(") }.suffix(14)
        #expect(last.map { String($0.dropFirst(4).prefix(1)) }.joined() == "tuvx0123456789")
        end(terminal)
    }

    @Test func aHundredSizesInOneBreathEndAtTheLast() throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe 80x24"))
        for number in 0..<100 { terminal.resize(rows: 10 + number % 30, columns: 20 + number) }
        terminal.resize(rows: 33, columns: 99)
        #expect(terminal.waitFor { $0.line(0).hasPrefix("probe 99x33") }, "\(terminal.text)")
        end(terminal)
    }

    @Test(arguments: ["\u{1B}[12;40R", "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", "\u{1B}[?62;4c", "\u{1B}[I\u{1B}[O"])
    func whatATerminalSaysOfItselfEndsNothing(_ answer: String) throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe"))
        terminal.send(answer)
        terminal.press("x")
        #expect(terminal.waitFor("key(x)"), "\(terminal.text)")
        end(terminal)
    }

    @Test func brokenBytesAreDroppedAndTheNextKeyIsNot() throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe"))
        terminal.send([0xFF, 0xC3, 0x28, 0x1B, 0xFF])
        terminal.press("x")
        #expect(terminal.waitFor { $0.text.contains("key(()") && $0.text.contains("key(x)") }, "\(terminal.text)")
        end(terminal)
    }

    @Test func aLoneEscapeIsAKeyAndAltIsAnother() throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe"))
        terminal.press("Esc")
        #expect(terminal.waitFor("key(Esc)"))
        terminal.send("b")
        #expect(terminal.waitFor("key(b)"))
        terminal.send("\u{1B}b")
        #expect(terminal.waitFor("key(Alt-b)"))
        terminal.send("\u{1B}\u{1B}")
        #expect(terminal.waitFor { $0.text.split(separator: "\n").count { $0 == "key(Esc)" } == 3 }, "\(terminal.text)")
        end(terminal)
    }

    @Test func aStopFromOutsideGivesTheTerminalBack() throws {
        let shell = try PseudoTerminal(["bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "shell> "])
        #expect(shell.waitFor("shell>"))
        shell.send("\(Self.probe) &\r")
        // In the background it may not write: it stops, and the shell stays usable.
        #expect(shell.waitFor { $0.text.contains("[1]") })
        shell.send("echo usable $((1+1))\r")
        #expect(shell.waitFor("usable 2"))
        shell.send("fg\r")
        #expect(shell.waitFor { $0.text.contains("probe 80x24") && $0.showsAlternateScreen }, "\(shell.text)")
        shell.press("q")
        #expect(shell.waitFor("bye"))
        shell.send("exit\r")
        #expect(shell.waitForExit() != nil)
    }

    @Test(arguments: [SIGINT, SIGWINCH, SIGCONT, SIGPIPE, SIGUSR1])
    func otherSignalsAreAnsweredOrHarmless(_ number: Int32) throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe"))
        terminal.signal(number)
        if number == SIGPIPE || number == SIGUSR1 {
            // Their default ends the program; the probe does nothing about them.
            #expect(terminal.waitForExit() == .signalled(number))
            return
        }
        terminal.press("x")
        #expect(terminal.waitFor("key(x)"))
        end(terminal)
    }

    @Test func colourlessTerminalsGetNoColourEverywhere() throws {
        let terminal = try start(["NO_COLOR": "1"])
        #expect(terminal.waitFor("probe 80x24 colours=0"))
        terminal.press("Ctrl-L")
        #expect(terminal.waitFor("key(Ctrl-L)"))
        let sent = String(decoding: terminal.output, as: UTF8.self)
        #expect(!sent.contains("38;5"))
        #expect(!sent.contains("48;5"))
        end(terminal)
    }
}
