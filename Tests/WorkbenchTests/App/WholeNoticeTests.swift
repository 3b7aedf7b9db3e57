// A sentence that asks for something is read whole, however narrow the window.

import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct WholeNoticeTests {
    private static let long =
        "B07.txt was changed outside Gloss, so its codings no longer fit it. Put the text back as it was, "
        + "then open it again: the last words say what to do."

    /// The words of the rows from the first that is not the text's to the hint bar.
    private func said(_ bench: Bench, from start: String) -> String {
        guard let first = bench.lines.firstIndex(where: { $0.hasPrefix(" " + start) }) else { return "" }
        return bench.lines[first..<bench.lines.count - 1].map { $0.split(separator: " ").joined(separator: " ") }
            .joined(separator: " ")
    }

    @Test(arguments: [60, 80, 100])
    func aRefusalGrowsUpwardsUntilItsLastWord(_ columns: Int) throws {
        var bench = try Bench(rows: 16, columns: columns)
        try bench.perform { state in
            state.refuse(Self.long)
            return []
        }
        #expect(said(bench, from: "B07.txt") == Self.long)
        #expect(bench.lines.last?.contains("help") == true, "the keys stay in sight")
        try bench.press("j")
        #expect(!bench.picture.contains("the last words"))
    }

    @Test func anAlarmKeepsItsColourOverAllItsRows() throws {
        var bench = try Bench(rows: 16, columns: 60)
        try bench.perform { state in
            state.notice = Notice(text: Self.long, kind: .alarm)
            return []
        }
        let bar = Look(kind: .dark).bar
        let rows = bench.lines.indices.filter { row in
            (0..<60).allSatisfy { bench.surface[row, $0].style == bar }
        }
        #expect(rows.count >= 2)
    }

    @Test func whatIsOnlyToldIsCutAndHidesNoText() throws {
        var bench = try Bench(rows: 16, columns: 60)
        let before = bench.lines.dropLast(2)
        try bench.perform { state in
            state.notice = Notice(text: Self.long, kind: .told)
            return []
        }
        #expect(bench.lines.dropLast(2) == before)
        #expect(bench.status.hasSuffix("…"))
    }

    @Test func aBookOfASentenceLeavesTheTextInSight() throws {
        var bench = try Bench(rows: 16, columns: 60)
        try bench.perform { state in
            state.refuse(String(repeating: Self.long + " ", count: 50))
            return []
        }
        #expect(bench.lines[..<9].contains { $0.contains("block contract") })
        #expect(bench.status.hasSuffix("…"))
    }
}
