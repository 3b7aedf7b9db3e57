import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

/// The framework matrix on the screen: cells with their state, passages below, links, and no window in which it breaks.
@MainActor
@Suite struct FrameworkScreenTests {
    private func bench(rows: Int = 40, columns: Int = 120) throws -> ListBench {
        var bench = try ListBench(rows: rows, columns: columns)
        var plan = FrameworkPlan()
        plan.columns = ["da", "bc", "vw"].compactMap { bench.state.study.codebook.find($0).map { .code($0.id) } }
        bench.study.frameworkFolder = FrameworkFolder(plan: plan)
        try bench.press("g w")
        return bench
    }

    /// The change that was asked of the files last.
    private func change(_ bench: ListBench) throws -> CellChange {
        guard case .setCell(let cell)? = bench.study.changes.last?.0 else { throw Missing() }
        return cell
    }

    private struct Missing: Error {}

    @Test func casesAndColumnsStandWithWhatIsInTheirCells() throws {
        let bench = try bench()
        #expect(bench.state.screen == .framework)
        #expect(
            bench.picture.contains("› Framework") && bench.picture.contains("5 of 9 cells coded"),
            "\(bench.picture)"
        )
        #expect(bench.picture.contains("– no codings –") && bench.picture.contains("(empty: 1 coding)"))
        #expect(bench.lines.contains { $0.contains("behind this cell: 0 codings") })
        let matrix = try #require(bench.state.framework?.matrix)
        #expect(matrix.rows.map(\.label) == ["A01", "B07", "C03"])
    }

    @Test func movingShowsThePassagesBehindTheCellAndEnterOpensThem() throws {
        var bench = try bench()
        try bench.press("g n")
        #expect(bench.status.contains("no summary yet"), "\(bench.status)")
        let passage = try #require(bench.state.framework?.chosenPassage)
        #expect(bench.lines.contains { $0.contains("›") && $0.contains("“") })
        try bench.press("Enter")
        #expect(bench.state.screen == .coding && bench.state.coding?.focus?.id == passage.coding.id)
        try bench.press("q")
        #expect(
            bench.state.screen == .framework && bench.state.framework?.chosenPassage?.coding.id == passage.coding.id
        )
    }

    @Test func linkingAndQuotingAskForTheCellToBeWritten() throws {
        var bench = try bench()
        try bench.press("g n Space")
        let linked = try change(bench)
        let passage = try #require(bench.state.framework?.chosenPassage)
        #expect(linked.after.text.isEmpty && linked.after.passages.map(\.isLinked) == [true])
        #expect(linked.after.passages.map(\.coding) == [passage.coding.id] && linked.before == FrameworkSummary())
        try bench.press("y")
        let quoted = try change(bench)
        #expect(quoted.after.text.hasPrefix("“\(passage.coding.anchor.quote)” ["), "\(quoted.after.text)")
        #expect(quoted.after.passages.contains { $0.coding == passage.coding.id && $0.isLinked })
        #expect(quoted.row == bench.state.framework?.chosenCase?.name)
    }

    @Test func aStaleSummaryIsFoundAndKept() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        let record = try #require(bench.state.study.documents.last)
        let column = FrameworkColumn.code(try #require(bench.state.study.codebook.find("da")).id)
        var plan = FrameworkPlan()
        plan.columns = [column]
        let summary = FrameworkSummary(text: "Nobody counts.")
        let page = FrameworkPage(name: record.id.description, document: record.uuid, summaries: [column: summary])
        bench.study.frameworkFolder = FrameworkFolder(plan: plan, pages: [page])
        try bench.press("g w g !")
        // The coding behind the cell is not among those that the summary rests on.
        #expect(bench.status.contains("C03 × Inadequate data: stale: 1 new since"), "\(bench.status)")
        #expect(bench.picture.contains("! 1 new since") && bench.picture.contains("Nobody counts."))
        try bench.press("=")
        let kept = try change(bench)
        #expect(kept.after.text == "Nobody counts." && kept.after.passages.count == 1)
        #expect(kept.after.passages.map(\.coding) == bench.state.framework?.cell?.passages.map(\.coding.id))
        try bench.press("g N")
        #expect(bench.state.framework?.cell?.state == .unwritten)
    }

    @Test func aQuoteHasAllItsWordsHoweverLongThePassageIs() throws {
        let long = Array(repeating: "Nobody counted what was never written down.", count: 6).joined(separator: " ")
        var bench = try ListBench(
            [ListBench.Text(id: "L1", words: "L1: \(long)\n")],
            codings: [ListBench.Made(coder: "rs", document: "L1", quote: long, code: "da")],
            rows: 40,
            columns: 120
        )
        let code = try #require(bench.state.study.codebook.find("da"))
        var plan = FrameworkPlan()
        plan.columns = [.code(code.id)]
        bench.study.frameworkFolder = FrameworkFolder(plan: plan)
        try bench.press("g w g n y")
        let text = try change(bench).after.text
        #expect(text.hasPrefix("“\(long)” [L1:"), "\(text)")
    }

    @Test func theViewsShowOneCellOneCaseOneColumn() throws {
        var bench = try bench()
        try bench.press("g n |")
        #expect(bench.picture.contains("by cell") && bench.picture.contains(" × "))
        try bench.press("|")
        #expect(bench.picture.contains("by row"))
        let column = bench.state.framework?.column
        try bench.press("j")
        #expect(bench.state.framework?.column != column, "down is the next column of the case")
        try bench.press("|")
        #expect(bench.picture.contains("by column"))
        try bench.press("|")
        #expect(bench.picture.contains("behind this cell"))
    }

    @Test(arguments: [(16, 60), (24, 80), (40, 120), (60, 200)])
    func noWindowBreaksIt(rows: Int, columns: Int) throws {
        var bench = try bench(rows: rows, columns: columns)
        for _ in 0..<4 {
            try bench.press("j j l l Tab S-Tab G g g 0 $ PgDn PgUp Home End |")
            #expect(bench.surface.rows == rows)
        }
        try bench.send(.mouse(MouseEvent(.press, button: .left, row: rows / 2, column: columns / 2)))
        try bench.send(.mouse(MouseEvent(.wheelDown, row: 3, column: 3)))
        #expect(bench.state.screen == .framework)
    }

    @Test func anEmptyStudySaysWhatIsMissing() throws {
        var bench = try ListBench([], codings: [], codebook: .empty, rows: 24, columns: 80)
        try bench.press("g w j l Tab Enter Space y = g n g ! f |")
        #expect(bench.picture.contains("No codes yet") || bench.picture.contains("No documents yet"))
    }
}
