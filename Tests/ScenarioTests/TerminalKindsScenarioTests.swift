// The program on terminals of all usual kinds: it starts, codes and quits, and sends nothing that the terminal would show
// as garbage. What it looks like is tested elsewhere.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct TerminalKindsScenarioTests {
    @Test(arguments: TerminalDialect.all)
    func aPassageIsCodedAndTheProgramLeft(_ dialect: TerminalDialect) throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07", environment: ["TERM": dialect.name])
        terminal.expect("Well, it was before my time.")
        terminal.press("t c", until: "code ")
        terminal.press("b c Enter", until: "BC")
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
        #expect(terminal.isCooked)
        #expect(dialect.faults(in: sentPieces(terminal.output)) == [])
        #expect(!terminal.text.contains("before my time"), "the interview does not stay on the screen")
        #expect(try laboratory.logLines().contains { $0.contains("block-contracts") })
    }

    @Test(arguments: [TerminalDialect.vt100, .linux, .xterm, .xterm256])
    func goingFromLargeToSmallAndBackLeavesNoRemains(_ dialect: TerminalDialect) throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench(
            "open",
            "B07",
            rows: 60,
            columns: 200,
            environment: ["TERM": dialect.name]
        )
        terminal.expect("Well, it was before my time.")
        terminal.resize(rows: 10, columns: 40)
        terminal.expect("Gloss needs 60×16; here are 40×10.")
        #expect(terminal.waitFor { !$0.text.contains("before my time") })
        terminal.resize(rows: 40, columns: 120)
        terminal.expect("Well, it was before my time.")
        terminal.expect("? help")  // the last row, so that the frame is whole
        #expect(terminal.waitFor { !$0.text.contains("Gloss needs") })
        let fresh = try laboratory.workbench(
            "open",
            "B07",
            rows: 40,
            columns: 120,
            environment: ["TERM": dialect.name],
            directory: laboratory.study
        )
        fresh.expect("? help")
        // That another window is open is said until the next key.
        fresh.send("0")
        #expect(fresh.waitFor { $0.text == terminal.text }, "\(terminal.text)\n\(fresh.text)")
        fresh.leave()
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
        #expect(dialect.faults(in: sentPieces(terminal.output)) == [])
    }

    @Test(arguments: [["TERM=dumb"], ["-u", "TERM"], ["TERM="], ["TERM=teletype-33"]])
    func aTerminalThatCannotShowScreensGetsOneSentence(_ change: [String]) throws {
        let laboratory = try Laboratory()
        let terminal = try PseudoTerminal(
            ["env"] + change + [Laboratory.program, "open", "B07"],
            environment: laboratory.environment(),
            directory: laboratory.study
        )
        #expect(terminal.waitForExit() == .exited(2))
        let said = String(decoding: terminal.output, as: UTF8.self)
        #expect(said.contains("gloss read"))
        #expect(said.contains("gloss code"))
        #expect(said.split(separator: "\r\n").count == 1, "\(said)")
        #expect(!terminal.output.contains(0x1B))
        #expect(terminal.isCooked)
    }

    @Test(arguments: ["xterm-256color", "linux"])
    func withNoColourNoColourIsEverSet(_ term: String) throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        for (variables, hasColours) in [(["NO_COLOR": "1"], false), ([:], true)] {
            let terminal = try laboratory.workbench(
                "open",
                "B07",
                environment: ["TERM": term].merging(variables) { $1 }
            )
            terminal.expect("BC Block contracts")
            terminal.press("s", until: "SELECT")
            terminal.press("Esc")
            #expect(terminal.waitFor { !$0.text.contains("SELECT") })
            terminal.press("q")
            #expect(terminal.waitForExit() == .exited(0))
            #expect(sentPieces(terminal.output).contains { $0.setsColour } == hasColours)
        }
    }

    @Test(arguments: ["C", "POSIX"])
    func inALocaleWithoutUTF8OnlyASCIIIsSent(_ locale: String) throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07", environment: ["LC_ALL": locale])
        terminal.expect("Well, it was before my time.")
        terminal.expect("\(String(repeating: "?", count: 20)) It has beds")
        #expect(terminal.output.allSatisfy { $0 < 0x80 })
        terminal.leave()
    }

    @Test(arguments: [(24, 80), (40, 120), (60, 200)])
    func aHostileTranscriptIsShownByStandInsAndKeepsItsBytes(_ rows: Int, _ columns: Int) throws {
        let laboratory = try Laboratory()
        let lines = [
            "B07: start \u{1B}[2J\u{1B}]52;c;YQ==\u{7} end.", "B07: \u{202E}desrever\u{202C} \u{200B}hidden.",
            "B07: secret\u{8}\u{8}\u{8}public.", "B07: nought \u{0}\u{0} noughts.", "B07: \u{9B}31m\u{90}q\u{9C} red.",
            "B07: a" + String(repeating: "\u{301}", count: 1000) + "b.",
            "B07: " + String(repeating: "👩‍", count: 300) + ".", "B07: " + String(repeating: "word ", count: 200_000),
            "B07: the last turn.",
        ]
        let text = lines.joined(separator: "\n\n") + "\n"
        try laboratory.folder.write(text, to: "H01.txt")
        try laboratory.expectDone("import", laboratory.folder.path("H01.txt"))
        let terminal = try laboratory.workbench("open", "H01", rows: rows, columns: columns)
        terminal.expect("secret␈␈␈public.")
        expectStraight(terminal)
        // Each of the strange turns is coded as a whole, and shown coded.
        for _ in lines.dropLast(2) {
            terminal.press("t c", until: "code ")
            terminal.press("b c Enter", until: "coded H01")
            terminal.press("}")
        }
        expectStraight(terminal)
        terminal.press("G", until: "the last turn.")
        expectStraight(terminal)
        terminal.press("g g", until: "start")
        expectStraight(terminal)
        terminal.leave()
        #expect(TerminalDialect.xterm256.faults(in: sentPieces(terminal.output)) == [])
        let scalars = String(decoding: terminal.output, as: UTF8.self).unicodeScalars
        #expect(!scalars.contains { $0.properties.generalCategory == .format })

        let file = try laboratory.textFile(containing: "start")
        #expect(try Data(contentsOf: URL(filePath: file)) == Data(text.utf8))
        #expect(try laboratory.extracts().count == lines.count - 2)
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    /// In windows with lines between the panes, no row's words have moved them.
    private func expectStraight(_ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation) {
        let bars = (2..<terminal.rows - 2).map { row in
            (0..<terminal.columns).filter { terminal.cell(row, $0).text == "│" }
        }
        guard terminal.columns >= 110 else { return }
        let count = bars.filter { !$0.isEmpty }.count
        for column in Set(bars.joined()) {
            // A line between panes goes down the text; one that stands alone would be a row's mistake.
            #expect(
                bars.filter { $0.contains(column) }.count > count / 4,
                "\(terminal.text)",
                sourceLocation: sourceLocation
            )
        }
    }

    @Test func whatIsPastedIsNeverACommand() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.send("\u{1B}[200~qQsc\rx\u{3}\u{1B}[201~")
        terminal.press("t c", until: "code ")
        terminal.send("\u{1B}[200~virt\u{1B}[201~")
        terminal.press("Enter", until: "VW")
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
        let coded = try laboratory.logLines().filter { $0.contains(#""op":"code""#) }
        #expect(coded.count == 1)
        #expect(coded.first?.contains("virtual-wards") == true)
    }

    @Test(arguments: [("on", true), ("off", false)])
    func theMouseHasASwitch(_ setting: String, _ isOn: Bool) throws {
        let laboratory = try Laboratory()
        try laboratory.folder.write("mouse = \(setting)\n", to: "config/gloss/config")
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.leave()
        let modes = Set(sentPieces(terminal.output).flatMap(\.privateModes))
        #expect(modes.contains(1006) == isOn)
        #expect(modes.contains(2004), "pastes are told from keys all the same")
    }
}
