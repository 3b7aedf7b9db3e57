// The worst that text can be: visible stand-ins, straight columns, and nothing of it that a terminal obeys.
import Foundation
import Screen
import TestSupport
import Testing
import TextMetrics

@Suite struct HostileCellsTests {
    /// A name and a line without line feeds.
    static let hostile: [(name: String, text: String)] = [
        ("marks", "a" + String(repeating: "\u{301}", count: 1000) + "b"),
        ("lone marks", "\u{301}\u{302} \u{20D0}x"),
        ("joiners", String(repeating: "👩‍", count: 300) + "👩 end"),
        ("lone joiners", "a\u{200D}\u{200D}b\u{FE0F}c\u{200B}"),
        ("tag letters", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} x\u{E0041}\u{E0042}"),
        ("overrides", "\u{202E}txt.exe\u{202C} \u{2066}open \u{2067}isolates \u{61C}"),
        ("right to left", "שלום עולם مرحبا"),
        ("nothing", "a\u{0}b\u{0}\u{0}c"),
        ("backspaces", "secret\u{8}\u{8}\u{8}\u{8}\u{8}\u{8}public"),
        (
            "controls",
            (1..<32).filter { $0 != 10 }.compactMap { UnicodeScalar($0).map(String.init) }.joined() + "\u{7F}"
        ),
        ("eight-bit controls", "\u{9B}31mred\u{9D}0;t\u{9C}\u{85}"),
        ("sequences", "\u{1B}[2J\u{1B}]52;c;YQ==\u{7}\u{1B}c\u{1B}Pq\u{1B}\\\u{1B}[6n"),
        ("line separators", "a\u{2028}b\u{2029}c\u{B}d\u{C}e"),
        ("private and unassigned", "\u{E000}\u{F8FF}\u{10FFFF}\u{FFFF}\u{0378}"),
        ("long", String(repeating: "混a", count: 250_000)),
        ("long and marked", "x" + String(repeating: "\u{300}", count: 200_000)),
        ("shift out", "a\u{E}b\u{F}c"),
        ("soft hyphens", "to\u{AD}geth\u{AD}er\u{FEFF}\u{2060}"),
    ]

    @Test(arguments: hostile.map(\.name))
    func onASurfaceEveryCellIsSafeAndEveryColumnStraight(_ name: String) throws {
        let text = try #require(Self.hostile.first { $0.name == name }).text
        for columns in [1, 2, 7, 40] {
            var surface = Surface(rows: 1, columns: columns + 1)
            surface.put(text, row: 0, column: 0, limit: columns)
            surface.put("|", row: 0, column: columns)
            #expect(surface[0, columns].text == "|")
            var column = 0
            while column <= columns {
                let cell = surface[0, column]
                #expect(cell.width >= 1, "column \(column)")
                #expect(cell.text.unicodeScalars.count <= 1 + 2 * ShownCluster.markLimit || isEmoji(cell), "\(column)")
                #expect(cell.text.unicodeScalars.allSatisfy { isDrawable($0, in: cell) }, "\(column): \(cell)")
                column += max(1, Int(cell.width))
            }
            #expect(column == columns + 1)
        }
    }

    @Test func whatIsHiddenLeavesASign() {
        func line(_ text: String) -> String {
            var surface = Surface(rows: 1, columns: 40)
            surface.put(text, row: 0, column: 0)
            return surface.line(0)
        }
        #expect(line("a\u{0}b") == "a␀b")
        #expect(line("secret\u{8}\u{8}x") == "secret␈␈x")
        #expect(line("\u{202E}txt") == "�txt")
        #expect(line("a" + String(repeating: "\u{301}", count: 1000) + "b") == "a\u{301}\u{301}\u{301}\u{301}�b")
        #expect(line("\u{301}x") == "◌\u{301}x")
    }

    @Test(arguments: hostile.map(\.name))
    func inAStreamItIsNamed(_ name: String) throws {
        let text = try #require(Self.hostile.first { $0.name == name }).text
        let safe = shown(text)
        #expect(safe.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) || $0 == "\t" })
        #expect(!safe.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0 == "\u{200B}" })
        #expect(shown(safe) == safe, "what is safe stays as it is")
        if name == "marks" { #expect(safe == "a\u{301}\u{301}\u{301}\u{301}⟦+996⟧b") }
        if name == "backspaces" { #expect(safe.hasPrefix("secret⟦U+0008⟧")) }
    }

    @Test(arguments: ["xterm-256color", "linux", "vt100"], ["C.UTF-8", "C"])
    func overAPseudoTerminalNothingOfItIsObeyed(_ term: String, _ locale: String) throws {
        let folder = try TemporaryDirectory()
        try folder.write(Self.hostile.map(\.text).joined(separator: "\n") + "\n", to: "hostile.txt")
        let terminal = try PseudoTerminal(
            [productsDirectory + "/TerminalProbe", folder.path("hostile.txt")],
            environment: ["TERM": term, "LC_ALL": locale],
            rows: 30
        )
        let isDrawn = terminal.waitFor { $0.text.contains("probe") && $0.cursor == CursorPlace(row: 2, column: 6) }
        #expect(isDrawn)
        for (index, line) in Self.hostile.enumerated() {
            #expect(terminal.cell(5 + index, 40).text == "|", "\(line.name): \(terminal.line(5 + index))")
            #expect(terminal.line(5 + index).hasSuffix("|"), "\(line.name): nothing lies behind")
        }
        terminal.press("q")
        #expect(terminal.waitForExit() == .exited(0))
        let dialect = try #require(TerminalDialect.all.first { $0.name == term })
        #expect(dialect.faults(in: sentPieces(terminal.output)) == [])
        let scalars = String(decoding: terminal.output, as: UTF8.self).unicodeScalars
        #expect(!scalars.contains { $0.properties.generalCategory == .format || (0x80...0x9F).contains($0.value) })
        if locale == "C" { #expect(terminal.output.prefix { $0 < 0x80 }.count > 1000) }
    }

    private func isEmoji(_ cell: Cell) -> Bool { cell.text.unicodeScalars.contains { $0.properties.isEmoji } }

    /// Joiners, selectors and tags only inside pictures that fonts know.
    private func isDrawable(_ scalar: Unicode.Scalar, in cell: Cell) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .format: isEmoji(cell) && cell.width == 2
        default: true
        }
    }
}
