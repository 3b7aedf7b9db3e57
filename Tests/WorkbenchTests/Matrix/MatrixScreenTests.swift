import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

/// The matrix on the screen: every figure with its number, cells that open to their passages, and no window in which it breaks.
@MainActor
@Suite struct MatrixScreenTests {
    /// The row with a name, blanks run together.
    private func row(_ bench: ListBench, _ name: String) -> String {
        let line = bench.lines.first { $0.contains(name) } ?? ""
        return line.split(separator: " ").joined(separator: " ")
    }

    @Test func codesByDocumentsAreCounted() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        try bench.press("g f")
        #expect(bench.picture.contains("› Matrix") && bench.picture.contains("codes × document"))
        #expect(bench.lines[2].split(separator: " ") == ["A01", "B07", "C03", "all"])
        #expect(row(bench, "Block contracts").contains("· ▓ 1 ▓ 1 2 ██████████"), "\(row(bench, "Block contracts"))")
        #expect(row(bench, "Virtual wards").contains("· ▓ 1 · 1 █████·····"))
        #expect(bench.lines.contains { $0.split(separator: " ") == ["of", "0", "3", "3", "6"] })
    }

    @Test func columnsUnitAndOrderChangeWithOneKeyEach() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        try bench.press("g f f")
        #expect(bench.picture.contains("codes × site"))
        #expect(bench.lines[2].split(separator: " ").prefix(3) == ["A", "B", "C"])
        try bench.press("Tab")
        #expect(bench.picture.contains("count documents") && row(bench, "of ").hasPrefix("of 1 1 1 3"))
        try bench.press("%")
        #expect(row(bench, "Virtual wards").contains("0/1 ▓ 1/1 0/1 1/3"), "\(row(bench, "Virtual wards"))")
        try bench.press("% o")
        #expect(bench.picture.contains("by count"))
        let totals = (bench.state.matrix?.grid.rows ?? []).map(\.total)
        #expect(totals == totals.sorted(by: >) && Set(totals).count > 1)
        for _ in 0..<9 where bench.state.matrix?.columns != .speakers { try bench.press("f") }
        #expect(bench.picture.contains("codes × speaker") && bench.lines[2].contains("C03"))
        try bench.press("f")
        #expect(
            bench.picture.contains("codes × coder") && bench.lines[2].split(separator: " ").prefix(2) == ["ag", "rs"]
        )
    }

    @Test func enterOpensThePassagesBehindTheCell() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        try bench.press("g f")
        let grid = try #require(bench.state.matrix?.grid)
        let wards = try #require(grid.rows.firstIndex { $0.label == "Virtual wards" })
        try bench.press(Array(repeating: "j", count: wards).joined(separator: " ") + " l")
        #expect(bench.status.contains("Virtual wards in B07: 1 of 3 codings"), "\(bench.status)")
        try bench.press("Enter")
        #expect(bench.state.screen == .extracts)
        #expect(bench.listed == ["rs B07 VW It has beds, staff and a target."])
        try bench.press("q")
        #expect(bench.state.screen == .matrix)
        #expect(bench.state.matrix?.chosen?.n == 1, "the cell is still chosen")
        try bench.press("h Enter")
        #expect(bench.state.screen == .matrix && bench.said.contains("no passage behind this cell: 0 of 0"))
    }

    @Test(arguments: [
        ("site", "site:\"B\""), ("document", "doc:\"B\""), ("coder", "coder:\"B\""), ("speaker", "speaker:\"B\""),
    ])
    func aCellIsAQuery(columns: String, query: String) {
        #expect(AppState.filter(of: TableColumns(columns), "B") == query)
        #expect(AppState.filter(of: .attribute("site"), "a \"b\" \\ c") == #"site:"a \"b\" \\ c""#)
    }

    @Test func whatIsChangedBehindACellIsCountedAnew() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        try bench.press("g f")
        let wards = try #require(bench.state.matrix?.grid.rows.firstIndex { $0.label == "Virtual wards" })
        try bench.press(Array(repeating: "j", count: wards).joined(separator: " ") + " l Enter x q")
        #expect(bench.state.screen == .matrix)
        #expect(bench.state.matrix?.chosen?.n == 0)
        #expect(bench.state.matrix?.isStale == false)
    }

    @Test func turningTheTableKeepsTheCell() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        try bench.press("g f j l")
        let before = try #require(bench.state.matrix?.chosen)
        try bench.press("t")
        let after = try #require(bench.state.matrix?.chosen)
        #expect((after.code, after.group, after.n) == (before.code, before.group, before.n))
        #expect(bench.picture.contains("document × codes"))
        #expect(bench.lines[2].contains("VW") || bench.lines[2].contains("BC"))
        try bench.press("t")
        #expect(bench.state.matrix?.chosen?.group == before.group)
    }

    @Test(arguments: [(24, 80), (40, 120), (60, 200), (16, 60), (24, 60)], [false, true])
    func theTableIsSoundAtEverySize(_ size: (rows: Int, columns: Int), _ isTurned: Bool) throws {
        var bench = try ListBench(rows: size.rows, columns: size.columns)
        try bench.press("g f" + (isTurned ? " t" : ""))
        bench.expectSound()
        for key in ["G", "$", "j", "l", "PgDn", "PgUp", "g g", "0", "9 9 j", "9 9 9 9 9 l", "%", "f", "Tab", "o"] {
            try bench.press(key)
            bench.expectSound("\(key)")
            #expect(bench.state.matrix?.chosen != nil, "\(key)")
        }
        try bench.send(.resize(rows: 16, columns: 60))
        bench.expectSound("smaller")
    }

    @Test func aPressChoosesACellAndAnotherOpensIt() throws {
        var bench = try ListBench(rows: 40, columns: 120)
        try bench.press("g f")
        let line = try #require(bench.lines.firstIndex { $0.contains("Virtual wards") })
        let column = try #require(bench.lines[2].firstRange(of: "B07")).lowerBound
        let place = bench.lines[2].distance(from: bench.lines[2].startIndex, to: column)
        let press = TerminalEvent.mouse(MouseEvent(.press, row: line, column: place))
        try bench.send(press)
        #expect(bench.state.matrix?.chosen?.n == 1)
        try bench.send(press)
        #expect(bench.state.screen == .extracts)
    }

    @Test func aStudyWithoutCodingsSaysWhatToDo() throws {
        var bench = try ListBench(ListBench.texts, codings: [], codebook: .empty)
        try bench.press("g f")
        #expect(bench.picture.contains("Nothing is coded yet"))
        try bench.press("j l t % o f Tab Enter")
        bench.expectSound()
    }

    @Test func aTextThatCannotBeReadIsSaid() throws {
        var texts = ListBench.texts
        texts[1].isReadable = false
        var bench = try ListBench(texts, rows: 24, columns: 100)
        // Codings by documents hang on no text; words do.
        try bench.press("g f")
        #expect(bench.said.isEmpty && bench.picture.contains("Block contracts"))
        for _ in 0..<4 where bench.state.matrix?.unit != .words { try bench.press("Tab") }
        #expect(bench.said.contains("Nothing is counted"), "\(bench.said)")
    }
}
