// The real terminal under the names of the usual terminals: the same cells everywhere, and nothing sent that the terminal
// of that name does not understand.
import Glibc
import Screen
import TestSupport
import Testing

@Suite struct TerminalKindsTests {
    private static let probe = productsDirectory + "/TerminalProbe"

    private func start(_ environment: [String: String], _ arguments: String..., rows: Int = 24, columns: Int = 80)
        throws
        -> PseudoTerminal
    {
        let quiet = ["SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 }
        return try PseudoTerminal([Self.probe] + arguments, environment: quiet, rows: rows, columns: columns)
    }

    private func waitForFrame(_ terminal: PseudoTerminal, _ text: String = "probe") -> Bool {
        terminal.waitFor { $0.text.contains(text) && $0.cursor == CursorPlace(row: 2, column: 6) }
    }

    @Test(arguments: TerminalDialect.all)
    func onlyWhatTheTerminalUnderstandsIsSent(_ dialect: TerminalDialect) throws {
        let terminal = try start(["TERM": dialect.name])
        #expect(waitForFrame(terminal, "colours=\(dialect.colours)"))
        #expect(terminal.line(1) == "naïve “日本語” 🏥 👩 GB ✔  é �  end|")
        #expect(terminal.line(3) == "␛[2J␛]0;title␇�txt�␍␈end|")
        #expect(terminal.cell(0, 0).attributes == .bold)
        #expect(terminal.cell(2, 9).attributes == .reverse)
        #expect(terminal.cell(2, 4).attributes.contains(.underline))
        #expect((terminal.cell(2, 0).foreground != nil) == (dialect.colours > 0))
        for key in ["x", "m", "m", "F9"] { terminal.press(key) }
        #expect(terminal.waitFor("key(F9)"))
        terminal.resize(rows: 12, columns: 50)
        #expect(terminal.waitFor("probe 50x12"))
        terminal.press("e")
        #expect(terminal.waitFor { $0.text.contains("handed over") && $0.isCooked })
        terminal.send("\r")
        #expect(terminal.waitFor { !$0.isCooked && $0.text.contains("key(e)") })
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
        let pieces = sentPieces(terminal.output)
        #expect(dialect.faults(in: pieces) == [])
        #expect(!String(decoding: terminal.output, as: UTF8.self).contains("$<"), "no pauses of the database as text")
        let modes = Set(pieces.flatMap(\.privateModes))
        #expect(modes.contains(2004) == dialect.reports)
        #expect(modes.contains(1006) == dialect.reports)
    }

    /// On a terminal with one screen the last frame would lie under the prompt for all to read.
    @Test(arguments: TerminalDialect.all)
    func nothingOfTheTextStaysOnTheScreen(_ dialect: TerminalDialect) throws {
        let terminal = try start(["TERM": dialect.name])
        #expect(waitForFrame(terminal))
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
        #expect(terminal.text.contains("bye"))
        #expect(!terminal.text.contains("naïve"))
        #expect(terminal.isCooked)
        #expect(terminal.cursor != nil)
    }

    @Test(arguments: [TerminalDialect.vt100, .linux, .xterm256])
    func aCrashSendsNothingElseThan(_ dialect: TerminalDialect) throws {
        let terminal = try start(["TERM": dialect.name])
        #expect(waitForFrame(terminal))
        terminal.signal(SIGSEGV)
        #expect(terminal.waitForExit() == .signalled(SIGSEGV))
        #expect(terminal.isCooked)
        #expect(dialect.faults(in: sentPieces(terminal.output)) == [])
        #expect(!String(decoding: terminal.output, as: UTF8.self).contains("$<"))
    }

    @Test(arguments: ["xterm-256color", "xterm", "linux", "screen-256color"])
    func withNoColourNoColourIsEverSet(_ term: String) throws {
        for variables in [["NO_COLOR": "1"], [:]] {
            let terminal = try start(["TERM": term].merging(variables) { $1 })
            #expect(waitForFrame(terminal))
            terminal.press("e")
            #expect(terminal.waitFor { $0.text.contains("handed over") && $0.isCooked })
            terminal.send("\r")
            #expect(terminal.waitFor { !$0.isCooked && $0.text.contains("key(e)") })
            terminal.press("q")
            #expect(terminal.waitForExit() == .exited(0))
            #expect(sentPieces(terminal.output).contains { $0.setsColour } == variables.isEmpty)
        }
    }

    @Test func aTerminalLikeXtermThatTheDatabaseLacksIsDrawnAsXterm() throws {
        let terminal = try start(["TERM": "alacritty-direct9"])
        #expect(waitForFrame(terminal, "TERM=alacritty-direct9 is not known here: drawing as for xterm-256color."))
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
        #expect(TerminalDialect.xterm256.faults(in: sentPieces(terminal.output)) == [])
    }

    // MARK: Sizes

    @Test(arguments: TerminalDialect.all)
    func newSizesLeaveNoRemains(_ dialect: TerminalDialect) throws {
        let terminal = try start(["TERM": dialect.name], rows: 60, columns: 200)
        #expect(waitForFrame(terminal, "probe 200x60"))
        for (rows, columns) in [(10, 40), (40, 120), (60, 200), (1, 1), (24, 80)] {
            terminal.resize(rows: rows, columns: columns)
            let head = "probe \(columns)x\(rows) colours=\(dialect.colours) utf8=true".prefix(columns)
            let isDrawn = terminal.waitFor { $0.line(0) == head && (rows < 3 || $0.line(2) == "hue tint back") }
            #expect(isDrawn, "\(columns)x\(rows)\n\(terminal.text)")
        }
        terminal.press("x")
        #expect(terminal.waitFor("key(x)"))
        let fresh = try start(["TERM": dialect.name])
        #expect(waitForFrame(fresh))
        #expect((0..<5).allSatisfy { terminal.line($0) == fresh.line($0) })
        for terminal in [terminal, fresh] {
            terminal.press("q")
            #expect(terminal.waitForExit() == .exited(0))
        }
    }

    // MARK: Locales

    @Test(arguments: [
        ["LC_ALL": "C"], ["LC_ALL": "POSIX"], ["LC_ALL": "", "LANG": ""], ["LC_ALL": "", "LC_CTYPE": "C"],
    ])
    func withoutUTF8NothingButASCIIGoesOut(_ locale: [String: String]) throws {
        let terminal = try start(locale)
        #expect(waitForFrame(terminal, "utf8=false"))
        #expect(terminal.output.allSatisfy { $0 < 0x80 })
        #expect(terminal.line(1) == "naive \"??????\" ?? ?? GB ?  e ?? end|")
        #expect(terminal.cell(1, 35).text == "|", "the columns are where they are with UTF-8")
        #expect(terminal.cell(1, 2).attributes == .reverse, "a stand-in can be told from the letter")
        #expect(terminal.cell(1, 6).attributes == [], "a plain quotation mark says all that a curly one does")
        #expect(terminal.cell(1, 7).attributes == .reverse)
        #expect(terminal.line(3) == "?[2J?]0;title??txt???end|")
        #expect(terminal.cell(3, 0).attributes == .reverse)
        #expect(terminal.line(4).hasPrefix("The locale has no UTF-8"))
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
    }

    // MARK: Clipboard

    @Test(arguments: [
        (["TERM": "xterm-256color"], true), (["TERM": "xterm"], true), (["TERM": "tmux-256color"], true),
        (["TERM": "screen-256color"], false), (["TERM": "screen-256color", "TMUX": "/tmp/x,1,0"], true),
        (["TERM": "linux"], false), (["TERM": "vt100"], false),
    ])
    func theClipboardIsToldOnlyWhenAskedAndWhereItIsUnderstood(_ environment: [String: String], _ isTold: Bool) throws {
        let terminal = try start(environment)
        #expect(waitForFrame(terminal))
        terminal.press("x")
        #expect(terminal.waitFor("key(x)"))
        #expect(!heardClipboard(terminal))
        terminal.press("y")
        #expect(terminal.waitFor(isTold ? "copying: sent" : "copying: unsupported"))
        #expect(heardClipboard(terminal) == isTold)
        if isTold {
            let sequence = SentPiece.operatingSystemCommand("52;c;5re3w6kg4piDG101MjtjOyEH")
            #expect(sentPieces(terminal.output).contains(sequence))
            terminal.press("Y")
            #expect(terminal.waitFor("copying: tooLong(limit: 74900)"))
        }
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
    }

    private func heardClipboard(_ terminal: PseudoTerminal) -> Bool {
        sentPieces(terminal.output).contains { if case .operatingSystemCommand = $0 { true } else { false } }
    }

    // MARK: The mouse and pastes

    @Test func theMouseIsGivenBackAndTakenAgain() throws {
        let terminal = try start([:])
        #expect(waitForFrame(terminal))
        #expect(mouseModes(terminal).last == "?1006h")
        terminal.press("m")
        #expect(terminal.waitFor("key(m)"))
        #expect(mouseModes(terminal).suffix(3) == ["?1006l", "?1002l", "?1000l"])
        terminal.press("m", "x")
        #expect(terminal.waitFor("key(x)"))
        #expect(mouseModes(terminal).last == "?1006h")
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
        #expect(mouseModes(terminal).last == "?1000l")
    }

    private func mouseModes(_ terminal: PseudoTerminal) -> [String] {
        sentPieces(terminal.output).compactMap { piece in
            guard case .controlSequence(let parameters, let final) = piece,
                ["?1000", "?1002", "?1006"].contains(parameters)
            else { return nil }
            return parameters + String(final)
        }
    }

    @Test func aPasteOfManyKeysIsOnePieceOfText() throws {
        let terminal = try start([:])
        #expect(waitForFrame(terminal))
        let pasted = "q\u{3}\u{1A}\u{1B}[A\u{1B}[<0;1;1M!#" + String(repeating: "q\r", count: 3000)
        terminal.send("\u{1B}[200~" + pasted + "\u{1B}[201~")
        terminal.press("x")
        #expect(terminal.waitFor("key(x)"))
        #expect(terminal.text.contains("paste("))
        #expect(!terminal.text.contains("key(q)"))
        #expect(!terminal.text.contains("mouse("))
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
    }
}
