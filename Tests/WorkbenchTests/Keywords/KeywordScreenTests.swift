import CodingCore
import Screen
import Testing

@testable import Workbench

/// The search over all texts: aligned hits, marks, and nothing coded that was not shown before.
@MainActor
@Suite struct KeywordScreenTests {
    private func bench(_ words: String, rows: Int = 30, columns: Int = 100) throws -> ListBench {
        var bench = try ListBench(rows: rows, columns: columns)
        try bench.press("g k")
        try bench.type(words)
        try bench.press("Enter")
        return bench
    }

    private var hits: (ListBench) -> [String] { { $0.state.keywords?.hits.map(\.words) ?? [] } }

    @Test func wordsAreAskedForAndFoundInAllTexts() throws {
        var bench = try bench("figures | block*")
        #expect(bench.state.screen == .search)
        #expect(hits(bench) == ["block", "figures", "block", "figures"], "\(hits(bench))")
        // The bar before each hit stands in one column.
        let bars = bench.lines.filter { $0.contains("│figures│") || $0.contains("│block│") }.map { line in
            line.prefix { $0 != "│" }.count
        }
        #expect(bars.count == 4 && Set(bars).count == 1, "\(bench.picture)")
        #expect(bench.lines[0].contains("4 hits in 2 of 3 documents"))
        try bench.press("j j Enter")
        #expect(bench.state.screen == .coding && bench.state.coding?.document.id.description == "C/C03")
        try bench.press("q")
        #expect(bench.state.keywords?.chosen?.words == "block")
    }

    @Test func whatCannotBeLookedForIsSaidInTheLine() throws {
        var bench = try ListBench(rows: 30, columns: 100)
        try bench.press("g k")
        try bench.type("/(a/")
        try bench.press("Enter")
        #expect(bench.lines.contains { $0.contains("Column 4") }, "\(bench.picture)")
        try bench.press("Esc")
        #expect(bench.picture.contains("looks for words"))
        try bench.press("c Space M a o Tab Enter")
        #expect(bench.study.saved.isEmpty)
    }

    @Test func markedHitsAreCodedOnlyAfterTheyWereShown() throws {
        var bench = try bench("figures")
        try bench.press("Space Space c")
        #expect(bench.picture.contains("code what is round 2 hits"))
        try bench.type("bc")
        try bench.press("Enter")
        #expect(bench.study.saved.isEmpty, "they are shown first")
        guard case .question(let question)? = bench.state.overlay else {
            #expect(Bool(false), "nothing is asked: \(bench.picture)")
            return
        }
        #expect(question.preview.count == 3 && question.preview.last?.contains("2 sentences in 2 documents") == true)
        try bench.type("Figures of last year")
        try bench.press("Enter")
        #expect(bench.study.saved.count == 2)
        let operations = bench.study.saved.flatMap(\.operations)
        #expect(Set(operations.map(\.act)).count == 1 && operations.count == 2, "one act over both texts")
        for operation in operations {
            guard case .code(_, let anchor, _, _, let memo, _, _) = operation.body else {
                #expect(Bool(false), "\(operation.body)")
                continue
            }
            #expect(anchor.quote.contains("figures") && memo == "Figures of last year")
        }
        #expect(bench.said.contains("saved 2 codings in 2 documents"), "\(bench.said)")
    }

    @Test func leavingTheQuestionCodesNothing() throws {
        var bench = try bench("figures")
        try bench.press("M c")
        try bench.type("bc")
        try bench.press("Enter Esc")
        #expect(bench.study.saved.isEmpty && bench.state.overlay == nil)
        #expect(bench.state.keywords?.marked.count == 2, "the marks stay")
        try bench.press("M")
        #expect(bench.state.keywords?.marked.isEmpty == true)
    }

    @Test func orderUnitAndFilterChangeWithOneKeyEach() throws {
        var bench = try bench("the")
        let before = hits(bench).count
        #expect(before > 5)
        try bench.press("Tab")
        #expect(bench.picture.contains("code the turn"))
        try bench.press("o")
        #expect(bench.picture.contains("by the words after") && hits(bench).count == before)
        try bench.press("a")
        #expect(bench.picture.contains("not coded") && hits(bench).count < before)
        try bench.press("a f")
        try bench.type("doc:C03")
        try bench.press("Enter")
        #expect(bench.picture.contains("only doc:C03"))
        #expect(Set(bench.state.keywords?.hits.map { $0.document.id.lastComponent } ?? []) == ["C03"])
    }

    @Test func tabCompletesTheFilter() throws {
        var bench = try bench("the")
        try bench.press("f")
        try bench.type("si")
        #expect(bench.lines.contains { $0.contains("Tab: site:") })
        try bench.press("Tab")
        guard case .filter(let filter)? = bench.state.overlay else { return #expect(Bool(false)) }
        #expect(filter.line.text == "site:")
        try bench.press("x Backspace Tab")
        guard case .filter(let next)? = bench.state.overlay else { return #expect(Bool(false)) }
        #expect(next.line.text == "site:A")
        try bench.press("Tab")
        guard case .filter(let last)? = bench.state.overlay else { return #expect(Bool(false)) }
        #expect(last.line.text == "site:B")
    }

    @Test(arguments: [(10, 40), (16, 60), (24, 80), (60, 200)])
    func noWindowBreaksIt(rows: Int, columns: Int) throws {
        var bench = try bench("e", rows: rows, columns: columns)
        try bench.press("j G g g PgDn PgUp Space M o o o a a Tab")
        try bench.send(.mouse(MouseEvent(.press, button: .left, row: rows / 2, column: columns / 2)))
        try bench.send(.mouse(MouseEvent(.wheelUp, row: 3, column: 3)))
        #expect(bench.surface.rows == rows)
    }
}
