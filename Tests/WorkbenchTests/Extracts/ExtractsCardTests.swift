// What the code of an extract means, beside the extracts of the widest windows; and the code that was looked at last.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct ExtractsCardTests {
    private func bench(_ columns: Int, code: String = "b c", rows: Int = 40) throws -> ListBench {
        var bench = try ListBench(rows: rows, columns: columns)
        try bench.press("g e \(code) Enter")
        #expect(bench.state.screen == .extracts)
        return bench
    }

    @Test(arguments: [170, 200, 260])
    func wideWindowsSayWhatTheCodeMeans(_ columns: Int) throws {
        let bench = try bench(columns)
        for words in ["BC  Block contracts", "Contracting", "Definition", "Any account of block", "limits on growth"] {
            #expect(bench.picture.contains(words), "\(columns): \(words)")
        }
        #expect(bench.picture.contains("Exclude") && bench.picture.contains("tariff talk"))
        bench.expectSound()
    }

    @Test(arguments: [170, 200, 260])
    func headingsOfDocumentsEndBeforeIt(_ columns: Int) throws {
        let bench = try bench(columns)
        let card = try #require(bench.state.extracts?.list(in: bench.state).columns.card)
        let surface = bench.surface
        for row in 2..<38 {
            let words = card.map { surface[row, $0].text }.joined()
            #expect(!words.contains("coding"), "\(words)")
            let left = (0..<card.lowerBound - 2).map { surface[row, $0].text }.joined()
            if left.hasPrefix(" B07") || left.hasPrefix(" C03") { #expect(left.contains("1 of 3 codings")) }
        }
    }

    @Test(arguments: [80, 120, 169])
    func narrowerOnesHaveNoRoomForIt(_ columns: Int) throws {
        let bench = try bench(columns)
        #expect(!bench.picture.contains("Definition"))
        bench.expectSound()
    }

    @Test func fromWhichWidthIsThePersonsChoice() throws {
        var bench = try bench(200)
        _ = bench.state.set("panes-from 220")
        #expect(!bench.picture.contains("Definition"))
        _ = bench.state.set("panes-from 160")
        #expect(bench.picture.contains("Definition"))
    }

    @Test func itFollowsThePointerAndHasTheMemo() throws {
        var bench = try bench(200, code: "c o n t r a c t i n g")
        #expect(bench.picture.contains("BC  Block contracts"))
        try bench.press("G")
        #expect(bench.picture.contains("Memo"))
        #expect(bench.picture.contains("Who says so?"))
    }

    @Test func nothingOverlapsInAnyWideWindow() {
        for columns in 110...280 {
            for hasTags in [false, true] {
                let it = ExtractsColumns(
                    WindowSize(rows: 40, columns: columns),
                    hasTags: hasTags,
                    panesFrom: columns % 2 == 0 ? 60 : 170
                )
                let edges =
                    [it.locator, it.tag, it.text].filter { !$0.isEmpty } + [it.beside, it.card].compactMap(\.self)
                for (left, right) in zip(edges, edges.dropFirst()) {
                    #expect(left.upperBound < right.lowerBound, "\(columns)")
                }
                #expect(edges.last.map { $0.upperBound <= columns - 2 } ?? false)
                #expect(it.beside.map { $0.count >= 25 } ?? false, "\(columns)")
                if let card = it.card { #expect((34...48).contains(card.count)) }
            }
        }
    }

    @Test func theCodeLookedAtLastIsOfferedFirst() throws {
        var bench = try bench(80, code: "v w")
        #expect(bench.study.extractsCode == slug("virtual-wards"))
        try bench.press("g d g e")
        guard case .picker(let picker) = bench.state.overlay else {
            Issue.record("the picker is open")
            return
        }
        #expect(picker.chosen?.id == slug("virtual-wards"))
        try bench.press("Enter")
        #expect(bench.lines[0].contains("VW Virtual wards"))
    }

    @Test func aCodeThatIsGoneIsNotOffered() throws {
        var bench = try ListBench()
        bench.state.extractsCode = slug("gone")
        try bench.press("g e")
        guard case .picker(let picker) = bench.state.overlay else {
            Issue.record("the picker is open")
            return
        }
        #expect(picker.list.selection == 0)
    }
}
