// The real terminal end to end: a small program in a pty, read through a terminal emulator.
import Glibc
import Screen
import TestSupport
import Testing

@Suite struct CursesTerminalTests {
    private static let probe = productsDirectory + "/TerminalProbe"

    private func start(_ environment: [String: String] = [:], rows: Int = 24, columns: Int = 80) throws
        -> PseudoTerminal
    {
        let quiet = ["SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 }
        return try PseudoTerminal([Self.probe], environment: quiet, rows: rows, columns: columns)
    }

    @Test func textAndStylesReachTheScreen() throws {
        let terminal = try start()
        #expect(waitForFrame(terminal, "probe 80x24 colours=256"))
        #expect(terminal.line(1) == "naïve “日本語” 🏥 👩 GB ✔  é �  end|")
        #expect(terminal.cell(1, 35).text == "|", "all columns before are counted as the surface counts them")
        #expect(terminal.cell(0, 0).attributes == .bold)
        #expect(terminal.cell(2, 0).foreground == 180)
        #expect(terminal.cell(2, 4).background == 236)
        #expect(terminal.cell(2, 4).attributes == .underline)
        #expect(terminal.cell(2, 9).attributes == .reverse)
        #expect(terminal.showsAlternateScreen)
        #expect(!terminal.isCooked)
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
        expectSane(terminal)
        #expect(terminal.text.contains("bye"))
    }

    @Test func hostileTextStaysText() throws {
        let terminal = try start()
        #expect(waitForFrame(terminal, "probe"))
        #expect(terminal.line(3) == "␛[2J␛]0;title␇�txt�␍␈end|")
        let raw = String(decoding: terminal.output, as: UTF8.self)
        #expect(!raw.unicodeScalars.contains("\u{202E}"))
        #expect(!raw.contains("\u{1B}]"))
        terminal.press("q")
    }

    @Test func keysPastesAndTheMouseArrive() throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe"))
        for name in ["x", "Ctrl-C", "Ctrl-S", "S-Tab", "Ctrl-Right", "Esc", "F9", "Alt-b"] {
            terminal.press(name)
            #expect(terminal.waitFor("key(\(name))"), "\(name)")
        }
        terminal.send("混é")
        #expect(terminal.waitFor("key(混)"))
        #expect(terminal.waitFor("key(é)"))
        terminal.send("\u{1B}[200~q\rpasted\u{1B}[201~")
        #expect(terminal.waitFor("paste(\"q\\npasted\")"))
        terminal.send("\u{1B}[<0;5;3M\u{1B}[<32;6;3M")
        #expect(terminal.waitFor { $0.text.contains("drag") && $0.text.contains("press") })
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
    }

    @Test func aNewSizeIsDrawn() throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe 80x24"))
        for (rows, columns) in [(10, 40), (1, 1), (50, 200), (24, 80)] {
            terminal.resize(rows: rows, columns: columns)
            let head = String("probe \(columns)x\(rows)".prefix(columns))
            #expect(
                terminal.waitFor { $0.line(0).hasPrefix(head) && $0.line(1) == $0.line(1).prefix(columns) },
                "\(head)"
            )
        }
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func aRequestToEndLeavesASaneTerminal(_ number: Int32) throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe"))
        terminal.signal(number)
        #expect(terminal.waitForExit() == .exited(0))
        expectSane(terminal)
    }

    @Test func aProgramThatHangsEndsAtTheSecondRequest() throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe"))
        terminal.press("x")
        #expect(terminal.waitFor("key(x)"))
        terminal.press("#")
        #expect(terminal.waitFor { String(decoding: $0.output, as: UTF8.self).contains("\u{7}") })
        // Two signals at once would be one.
        let isGivenBack = terminal.waitFor { terminal in
            terminal.signal(SIGTERM)
            return !terminal.showsAlternateScreen
        }
        #expect(isGivenBack)
        #expect(terminal.waitForExit() == .signalled(SIGTERM))
        expectSane(terminal)
    }

    @Test func aTerminalThatGoesAwayEndsTheProgram() throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe"))
        terminal.hangUp()
        #expect(terminal.waitForExit() == .exited(0))
    }

    @Test func aCrashLeavesASaneTerminal() throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe"))
        terminal.press("!")
        let status = terminal.waitForExit()
        #expect(status == .signalled(SIGILL) || status == .signalled(SIGTRAP))
        expectSane(terminal)
    }

    @Test func controlZStopsAndGoesOn() throws {
        let terminal = try PseudoTerminal(["bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "shell> "])
        #expect(terminal.waitFor("shell>"))
        terminal.send(Self.probe + "\r")
        #expect(terminal.waitFor("probe 80x24"))
        terminal.press("Ctrl-Z")
        #expect(terminal.waitFor { $0.text.contains("Stopped") && !$0.showsAlternateScreen })
        terminal.send("fg\r")
        #expect(terminal.waitFor { $0.text.contains("probe 80x24") && $0.showsAlternateScreen && !$0.isCooked })
        terminal.press("x")
        #expect(terminal.waitFor("key(x)"))
        terminal.press("q")
        #expect(terminal.waitFor("bye"))
        terminal.send("exit\r")
        #expect(terminal.waitForExit() != nil)
    }

    @Test func controlZStopsTheScriptThatStartedTheProgramToo() throws {
        let terminal = try PseudoTerminal(["bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "shell> "])
        #expect(terminal.waitFor("shell>"))
        terminal.send("bash -c '\(Self.probe); echo script goes on'\r")
        #expect(terminal.waitFor("probe 80x24"))
        terminal.press("Ctrl-Z")
        #expect(terminal.waitFor { $0.text.contains("Stopped") && !$0.showsAlternateScreen })
        terminal.send("fg\r")
        #expect(terminal.waitFor { $0.text.contains("probe 80x24") && !$0.isCooked })
        terminal.press("q")
        #expect(terminal.waitFor { $0.text.contains("script goes on\n") && $0.text.contains("bye") })
        terminal.send("exit\r")
        #expect(terminal.waitForExit() != nil)
    }

    @Test func aTerminalThatIsHandedOverStopsAndGoesOnWithTheOtherProgram() throws {
        let terminal = try PseudoTerminal(["bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "shell> "])
        #expect(terminal.waitFor("shell>"))
        terminal.send(Self.probe + "\r")
        #expect(terminal.waitFor("probe 80x24"))
        terminal.press("e")
        #expect(terminal.waitFor { $0.text.contains("handed over") && $0.isCooked })
        terminal.press("Ctrl-Z")
        #expect(terminal.waitFor("Stopped"))
        terminal.send("fg\r")
        #expect(terminal.waitFor { $0.text.contains("TerminalProbe\n") && $0.isCooked })
        terminal.send("\r")
        #expect(terminal.waitFor { $0.text.contains("key(e)") && $0.showsAlternateScreen && !$0.isCooked })
        terminal.press("q")
        #expect(terminal.waitFor("bye"))
        terminal.send("exit\r")
        #expect(terminal.waitForExit() != nil)
    }

    @Test func theOtherProgramsInterruptsAreNotOurs() throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe"))
        terminal.press("e")
        #expect(terminal.waitFor { $0.text.contains("handed over") && $0.isCooked })
        terminal.send([0x03, 0x1C])  // Ctrl-C and Ctrl-\ of an editor
        terminal.send("\r")
        #expect(terminal.waitFor { $0.text.contains("key(e)") && !$0.isCooked })
        #expect(!terminal.text.contains("interrupt"))
        terminal.press("x")
        #expect(terminal.waitFor("key(x)"))
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
    }

    @Test func aNewSizeWhileTheTerminalIsAwayIsDrawnOnComingBack() throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe 80x24"))
        terminal.press("e")
        #expect(terminal.waitFor { $0.text.contains("handed over") && $0.isCooked })
        terminal.resize(rows: 30, columns: 100)
        terminal.send("\r")
        #expect(
            terminal.waitFor { $0.text.contains("probe 100x30") && $0.text.contains("resize(rows: 30, columns: 100)") }
        )
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
        expectSane(terminal)
    }

    @Test func waitingEndsWithNothingOrWithTheKeyThatCame() throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe"))
        terminal.press("w")
        #expect(terminal.waitFor("waited for []"))
        terminal.press("w")
        #expect(terminal.waitFor { $0.line(7) == "waiting" || $0.line(8) == "waiting" })
        terminal.press("x")
        #expect(terminal.waitFor { $0.text.contains("waited for [Screen.TerminalEvent.key(x)]") })
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
    }

    @Test func theTerminalIsHandedOverAndTakenBack() throws {
        let terminal = try start()
        #expect(terminal.waitFor("probe"))
        terminal.press("e")
        #expect(terminal.waitFor { $0.text.contains("handed over") && $0.isCooked && !$0.showsAlternateScreen })
        terminal.send("\r")
        #expect(terminal.waitFor { $0.text.contains("probe 80x24") && $0.text.contains("key(e)") && !$0.isCooked })
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
    }

    @Test(arguments: [
        (["NO_COLOR": "1"], "colours=0"), (["TERM": "vt100"], "colours=0"), (["TERM": "linux"], "colours=8"),
        (["TERM": "xterm"], "colours=8"), (["LC_ALL": "xx_YY.UTF-8"], "colours=256"),
        (["LC_ALL": "", "LANG": "xx_YY.utf8"], "utf8=true"),
        (["TERM": "alacritty-of-tomorrow"], "TERM=alacritty-of-tomorrow is not known here"),
    ])
    func otherTerminalsAreServed(_ environment: [String: String], _ sign: String) throws {
        let terminal = try start(environment)
        #expect(waitForFrame(terminal, sign))
        #expect(terminal.line(1).hasPrefix("naïve “日本語”"))
        if sign == "colours=0" { #expect(terminal.cell(2, 0).foreground == nil) }
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
    }

    @Test(arguments: [
        ("dumb", "TERM=dumb cannot place its cursor"), ("", "TERM is not set"),
        ("teletype", "TERM=teletype is not known"),
        ("xtermite", "TERM=xtermite is not known"), ("../../etc/passwd", "is not known"),
    ])
    func terminalsThatCannotServeAreRefusedWithASentenceAndNothingElse(_ term: String, _ sentence: String) throws {
        let terminal = try start(["TERM": term])
        #expect(terminal.waitForExit() == .exited(2))
        let said = String(decoding: terminal.output, as: UTF8.self)
        #expect(said.contains(sentence))
        #expect(said.contains("‘gloss read’ and ‘gloss code’"))
        #expect(said.hasSuffix(".\r\n"))
        #expect(said.split(separator: "\r\n").count == 1)
        #expect(!terminal.output.contains(0x1B))
        #expect(terminal.isCooked)
    }

    @Test func aPipeIsNoTerminal() throws {
        let result = try run([Self.probe], input: "q", environment: ["TERM": "xterm-256color"])
        #expect(result.status == .exited(2))
        #expect(result.output.contains("This needs a terminal"))
    }

    /// Waits until the text is there and the cursor in its place, which is the last thing that is sent.
    private func waitForFrame(_ terminal: PseudoTerminal, _ text: String) -> Bool {
        terminal.waitFor { $0.text.contains(text) && $0.cursor == CursorPlace(row: 2, column: 6) }
    }

    private func expectSane(_ terminal: PseudoTerminal) {
        #expect(!terminal.showsAlternateScreen)
        #expect(terminal.cursor != nil)
        #expect(String(decoding: terminal.output.suffix(400), as: UTF8.self).contains("\u{1B}[?2004l"))
    }
}
