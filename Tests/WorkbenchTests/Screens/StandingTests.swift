// Proposals and codes named by a participant's own words are told from agreed codes wherever their names stand.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct StandingTests {
    private static let codebook = Codebook(
        title: "x",
        version: "v1",
        codes: [
            Code(id: slug("agreed"), name: "Agreed upon", mnemonic: "ag"),
            Code(id: slug("proposal"), name: "A proposal", mnemonic: "pr", status: .proposed, origin: "inductive"),
            Code(id: slug("vivo"), name: "left it", mnemonic: "le", status: .proposed, origin: "in-vivo"),
        ]
    )
    private static let others = [
        (coder: "rs", quote: "How did the block", code: "ag"), (coder: "rs", quote: "We plan with", code: "pr"),
        (coder: "rs", quote: "so we left it", code: "le"),
    ]

    private func bench(_ rows: Int, _ columns: Int, at quote: String = "We plan") throws -> Bench {
        var bench = try Bench(rows: rows, columns: columns, codebook: Self.codebook, others: Self.others)
        try bench.go(to: quote)
        return bench
    }

    @Test(arguments: [(24, 80), (16, 60), (40, 120), (60, 200)])
    func namesCarryTheSigns(_ rows: Int, _ columns: Int) throws {
        let bench = try bench(rows, columns)
        #expect(bench.picture.contains("PR A proposal ~"))
        #expect(bench.picture.contains("LE “left it”"))
        #expect(!bench.picture.contains("“left it” ~"), "the quotes say it")
        #expect(bench.picture.contains("AG Agreed upon"))
        #expect(!bench.picture.contains("Agreed upon ~"))
        try bench.expectSound()
    }

    @Test(arguments: [Glyphs.Kind.ascii, .safe])
    func otherSetsOfSignsSayTheSame(_ kind: Glyphs.Kind) throws {
        let bench = try bench(40, 120)
        let glyphs = Glyphs(kind)
        let picture = bench.state.frame(Look(kind: .dark, glyphs: kind)).surface.text
        #expect(picture.contains("PR A proposal ~"))
        #expect(picture.contains("LE \(glyphs.quoteOpen)left it\(glyphs.quoteClose)"))
    }

    @Test func theInspectorSaysItInAWord() throws {
        var bench = try bench(40, 120)
        #expect(try inspector(bench).contains("PR A proposal"))
        #expect(try inspector(bench).contains("  proposed"))
        try bench.go(to: "so we left")
        #expect(try inspector(bench).contains("LE “left it”"))
        #expect(try inspector(bench).contains("  in-vivo"))
        try bench.go(to: "How did")
        #expect(try !inspector(bench).contains("proposed") && !inspector(bench).contains("in-vivo"))
    }

    private func inspector(_ bench: Bench) throws -> String {
        try bench.screen.geometry.inspector.map { bench.lines[$0] }.joined(separator: "\n")
    }

    @Test func codebookAndCardCarryThem() throws {
        let bench = try bench(60, 200, at: "so we left")
        let screen = try bench.screen
        let codebook = try #require(screen.geometry.codebook), card = try #require(screen.geometry.card)
        func pane(_ columns: Range<Int>) -> String {
            let surface = bench.surface
            return (0..<surface.rows).map { row in columns.map { surface[row, $0].text }.joined() }
                .joined(separator: "\n")
        }
        #expect(pane(codebook).contains("PR A proposal ~"))
        #expect(pane(codebook).contains("LE “left it”"))
        #expect(pane(card).contains("LE  “left it”"))
        #expect(pane(card).contains("in-vivo"))
    }

    @Test func aLongNameIsCutBeforeItsSign() throws {
        let name = "A very long name of a proposal that no pane has room for, whatever its width may be"
        let code = Code(id: slug("long"), name: name, mnemonic: "lo", status: .proposed)
        let codebook = Codebook(title: "x", version: "v1", codes: [code])
        for (rows, columns) in [(24, 80), (40, 120), (60, 200)] {
            let bench = try Bench(rows: rows, columns: columns, codebook: codebook, others: [("rs", "How did", "lo")])
            #expect(bench.picture.contains("… ~"), "\(columns) columns")
            try bench.expectSound()
        }
    }

    @Test func theStatusLineQuotesThem() throws {
        #expect(try bench(24, 80, at: "so we left").status.contains("LE “left it”"))
    }

    @Test func helpExplainsTheSigns() throws {
        var bench = try bench(24, 80)
        try bench.press("?")
        #expect(bench.picture.contains("~ proposed"))
    }
}
