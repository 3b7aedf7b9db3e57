// A transcript that holds every kind of hostile text at once, in the real program: imported, printed, read and coded. The numbers
// are those of the list of hostile inputs.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct HostileTranscriptScenarioTests {
    /// A turn for each number; every one goes on in plain words, which must be seen.
    static let turns: [(number: Int, text: String)] = [
        (1, "a\u{1B}[2Jz"), (2, "\u{1B}]0;a title\u{7}"), (3, "\u{1B}]52;c;YQ==\u{7}"),
        (4, "\u{1B}]8;;http://x\u{1B}\\link"),
        (5, "\u{1B}P$q\"p\u{1B}\\"), (6, "\u{1B}[6n\u{1B}[c"), (7, "\u{1B}]0;never closed"), (8, "\u{1B}c"),
        (10, "\u{9B}31m\u{9D}0;t\u{9C}\u{85}"), (11, "secret\u{8}\u{8}\u{7}\u{B}\u{C}"), (12, "a\u{0}b"),
        (13, "a\u{7F}b"),
        (14, "\u{E}qqq\u{F}"), (15, "\u{202E}txt.exe"), (16, "\u{2066}one \u{2067}two \u{2068}three"), (17, "\u{61C}a"),
        (18, "a\u{200B}b\u{200C}c\u{2060}d\u{FEFF}e"), (19, "x\u{E0041}\u{E0042}\u{E007F}"), (20, "co\u{AD}op\u{AD}"),
        (21, "a" + String(repeating: "\u{301}", count: 1_000)), (22, "\t\u{301}\u{20D0}lone"),
        (23, "a\u{2028}b\u{2029}c"),
        (24, "\u{3164}\u{2800}\u{115F}"), (25, "\u{E000}\u{F8FF}\u{FFFF}\u{FFFE}"),
        (26, "👩🏽‍⚕️👨‍👩‍👧‍👦🇬🇧1️⃣✔️⚠\u{FE0F}"), (27, "שלום עולם مرحبا بالعالم"), (28, String(repeating: "混乱", count: 60)),
        (31, "a\tb\t\tc\t"),
    ]

    private static let text =
        turns.map { "B07: \($0.text) and plain words that everybody can read to the end\($0.number)." }
        .joined(separator: "\n\n") + "\n\nB07: The last turn.\n"

    private func laboratory() throws -> Laboratory {
        let laboratory = try Laboratory()
        try laboratory.folder.write(Self.text, to: "H01.txt")
        let imported = try laboratory.gloss("import", laboratory.folder.path("H01.txt"))
        #expect(imported.status == .exited(0), "\(imported.error)")
        return laboratory
    }

    @Test func everyTurnIsSeenAndCodedAndNothingOfItIsObeyed() throws {
        let laboratory = try laboratory()
        let terminal = try laboratory.workbench("open", "H01", rows: 40, columns: 120)
        terminal.expect("READ")
        for turn in Self.turns {
            #expect(terminal.waitFor { $0.text.contains("end\(turn.number).") }, "\(turn.number): \(terminal.text)")
            terminal.press("t c", until: "code ")
            terminal.send("bc")
            terminal.press("Enter", until: "coded H01")
            #expect(terminal.waitFor { Self.isStraight($0) }, "\(turn.number): \(terminal.text)")
            terminal.press("}")
        }
        terminal.expect("The last turn.")
        terminal.leave()
        expectHarmless(terminal.output)
        #expect(try laboratory.extracts().count == Self.turns.count)
        #expect(try laboratory.folder.read("study/transcripts/H01.txt").utf8.elementsEqual(Self.text.utf8))
        let check = try laboratory.gloss("check")
        #expect(check.status == .exited(0), "\(check.output)")
    }

    @Test(arguments: ["read H01", "extracts", "documents", "check"])
    func printedOnATerminalNothingOfItIsObeyed(_ command: String) throws {
        let laboratory = try laboratory()
        try laboratory.expectDone("code", "H01", "--quote", "The last turn", "bc")
        let terminal = try PseudoTerminal(
            [Laboratory.program] + command.split(separator: " ").map(String.init),
            environment: laboratory.environment(),
            directory: laboratory.study
        )
        #expect(terminal.waitForExit() == .exited(0))
        #expect(!terminal.output.contains(0x1B) && !terminal.output.contains(0x07) && !terminal.output.contains(0x08))
        expectHarmless(terminal.output)
    }

    /// 9: bytes of no UTF-8 are read as the encoding that has them, and that this is a guess is said.
    @Test func rawBytesAreAGuessThatIsStated() throws {
        let laboratory = try Laboratory()
        let bytes = Array("B07: red ".utf8) + [0x9B] + Array("31m and ".utf8) + [0x9D] + Array("0;t end.\n".utf8)
        try laboratory.folder.write(bytes, to: "H09.txt")
        let imported = try laboratory.gloss("import", laboratory.folder.path("H09.txt"))
        #expect(imported.status == .exited(0))
        #expect(imported.error.contains("guess") && imported.error.contains("Windows-1252"), "\(imported.error)")
        let terminal = try laboratory.workbench("open", "H09")
        terminal.expect("end.")
        terminal.leave()
        expectHarmless(terminal.output)
        #expect(try laboratory.folder.read("study/transcripts/H09.yaml").contains("windows-1252 (guessed)"))
    }

    /// A name of every kind, in a codebook as it may come from anywhere.
    @Test func namesOfCodesAreShownByStandInsToo() throws {
        let entries = Self.turns.filter { $0.number != 28 && $0.number != 21 }.map { turn in
            let escaped = turn.text.unicodeScalars.map { "\\U" + Self.padded(String($0.value, radix: 16)) }.joined()
            return "- id: h\(turn.number)\n  name: \"\(escaped) n\(turn.number)\"\n  kind: code\n"
        }
        let laboratory = try Laboratory(moreCodes: entries.joined())
        let terminal = try laboratory.workbench("open", "B07", rows: 60, columns: 160)
        terminal.expect("READ")
        terminal.press("s c", until: "code ")
        terminal.press("Down Down Down Esc", until: "SELECT")
        terminal.press("Esc", until: "READ")
        terminal.leave()
        expectHarmless(terminal.output)
        for command in ["codes", "codes h2"] {
            let printed = try PseudoTerminal(
                [Laboratory.program] + command.split(separator: " ").map(String.init),
                environment: laboratory.environment(),
                directory: laboratory.study
            )
            #expect(printed.waitForExit() != nil)
            #expect(!printed.output.contains(0x1B))
            expectHarmless(printed.output)
        }
    }

    // MARK: What is expected

    private static func padded(_ digits: String) -> String { String(repeating: "0", count: 8 - digits.count) + digits }

    private func expectHarmless(_ output: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
        let pieces = sentPieces(output)
        #expect(TerminalDialect.xterm256.faults(in: pieces) == [], sourceLocation: sourceLocation)
        let commands = pieces.filter { if case .operatingSystemCommand = $0 { true } else { false } }
        #expect(commands == [], "neither titles nor the clipboard are touched", sourceLocation: sourceLocation)
        // Joiners are sent inside the pictures that fonts know, and nowhere else.
        let joiners: Set<Unicode.Scalar> = ["\u{200D}", "\u{FE0F}"]
        let hidden = String(decoding: output, as: UTF8.self).unicodeScalars.filter {
            ($0.properties.generalCategory == .format && !joiners.contains($0)) || (0x80...0x9F).contains($0.value)
        }
        #expect(hidden.isEmpty, sourceLocation: sourceLocation)
    }

    /// Whether the scroll bar stands in one column on every row of text.
    private static func isStraight(_ terminal: PseudoTerminal) -> Bool {
        let bars: Set<String> = ["┃", "╎", "‹", "░", "╏", "│"]
        let rows = 3..<terminal.rows - 6
        return (0..<terminal.columns).contains { column in
            rows.allSatisfy { bars.contains(terminal.cell($0, column).text) }
        }
    }
}
