// Where things stand: at every width nothing lies over anything else, and the text goes first.

import Testing

@testable import Workbench

@MainActor
@Suite struct GeometryTests {
    private func geometry(
        _ columns: Int,
        rows: Int = 40,
        lines: Int = 400,
        lanes: [Int] = [3, 3, 3],
        hang: Int = 2,
        arrangement: Arrangement = Arrangement()
    ) -> CodingGeometry {
        CodingGeometry(
            size: WindowSize(rows: rows, columns: columns),
            lines: lines,
            laneWidths: lanes,
            measure: 66,
            hang: hang,
            arrangement: arrangement
        )
    }

    private static let arrangements = Arrangement.Pane.allCases.flatMap { pane in
        [false, true].flatMap { zoomed in
            [false, true].map { Arrangement(pane: pane, isZoomed: zoomed, hasLineNumbers: $0) }
        }
    }

    @Test(arguments: [[], [3], [3, 3, 3], [4, 4, 4, 4], [3, 4, 6, 3, 3, 3, 3, 3, 3], [9, 9]])
    func fromLeftToRightNothingLiesOverAnythingElse(_ lanes: [Int]) {
        for arrangement in Self.arrangements {
            for columns in 60...260 {
                for lines in [1, 99, 100, 12_345] {
                    let it = geometry(columns, lines: lines, lanes: lanes, arrangement: arrangement)
                    let edges =
                        [it.codebook?.lowerBound ?? 0, it.codebook?.upperBound ?? 0, it.left, it.left + it.numberWidth]
                        + [it.textColumn, it.textEnd, it.mapColumn, it.margin?.lowerBound ?? it.mapColumn]
                        + [it.margin?.upperBound ?? it.mapColumn, it.card?.lowerBound ?? columns, columns]
                    #expect(edges == edges.sorted(), "\(columns) columns, \(arrangement), \(lanes)")
                    let panes = [it.codebook, it.margin, it.card].compactMap(\.self)
                    #expect(panes.allSatisfy { $0.count >= 24 && $0.upperBound <= columns })
                    #expect(it.rules.allSatisfy { rule in !panes.contains { $0.contains(rule) } })
                    #expect(it.rules.allSatisfy { !(it.left...it.mapColumn).contains($0) })
                    #expect(it.textColumn == it.column(ofLane: it.laneWidths.count))
                }
            }
        }
    }

    @Test func fromTopToBottomEveryRowIsUsedOnce() {
        for arrangement in Self.arrangements {
            for (rows, columns) in [(16, 60), (24, 80), (16, 110), (31, 120), (40, 120), (60, 200), (16, 200)] {
                let it = geometry(columns, rows: rows, arrangement: arrangement)
                var used = Array(it.textTop..<it.textTop + it.textRows) + Array(it.legend) + Array(it.inspector)
                used += [it.statusRow] + [it.size.hintRow, it.bottomRule].compactMap(\.self) + Array(0..<it.textTop)
                #expect(used.sorted() == Array(0..<rows), "\(columns)×\(rows), \(arrangement)")
                #expect(it.textRows >= 7)
                // Names have a place everywhere, and one only.
                #expect((it.margin == nil) == !it.legend.isEmpty)
            }
        }
    }

    @Test(arguments: [[3], [3, 3, 3, 3], [4, 4, 4, 4, 4, 4], [6, 6, 6]])
    func theTextKeepsItsMeasureWhereTheWindowIsEightyWide(_ lanes: [Int]) {
        for columns in 80...260 {
            for lines in [9, 400, 1_800] {
                let it = geometry(columns, lines: lines, lanes: lanes)
                #expect(it.wrapColumns == 66, "\(columns) columns")
                #expect((65...72).contains(it.textWidth))
                #expect(!it.laneWidths.isEmpty)
            }
        }
    }

    @Test func inNarrowerWindowsTheTextStaysReadable() {
        for columns in 60..<80 {
            let it = geometry(columns, lanes: [3, 3, 3])
            #expect(it.wrapColumns >= 40)
            #expect(!it.laneWidths.isEmpty)
            // A row that lacks a few columns would be broken into a long and a tiny part.
            #expect(it.wrapColumns == 66 || it.wrapColumns <= 60, "\(columns): \(it.wrapColumns)")
        }
    }

    @Test(arguments: [
        // At 80 columns: lines, lanes wanted, lanes drawn, hang.
        (41, [3, 3, 3], 3, 0), (400, [3, 3, 3], 3, 0), (400, [3, 3], 2, 2), (400, [4, 4, 4], 2, 0),
        (1_800, [3, 3, 3], 2, 1), (41, [], 2, 2),
    ])
    func atEightyColumnsNoCellIsWasted(_ lines: Int, _ lanes: [Int], _ drawn: Int, _ hang: Int) {
        let it = geometry(80, rows: 24, lines: lines, lanes: lanes)
        #expect(it.laneWidths.count == drawn)
        #expect(it.hasHiddenLanes == (lanes.count > drawn))
        #expect(it.hang == hang)
        #expect(it.mapColumn <= 79)
        #expect(79 - it.mapColumn < 3)
    }

    @Test func theWidestWindowsShowThreePanesAndTheTextBetweenThem() {
        let it = geometry(200, rows: 60, lanes: [3, 3])
        #expect(it.codebook != nil && it.margin != nil && it.card != nil)
        #expect(it.rules.count == 2)
        #expect(geometry(169).codebook == nil)
        #expect(geometry(170).codebook != nil)
        #expect(geometry(110).margin != nil)
        #expect(geometry(109).margin == nil)
    }

    @Test func thresholdsAreThePersons() {
        #expect(geometry(120, arrangement: Arrangement(namesFrom: 130)).margin == nil)
        #expect(geometry(100, arrangement: Arrangement(namesFrom: 90)).margin != nil)
        #expect(geometry(180, arrangement: Arrangement(panesFrom: 190)).codebook == nil)
        // Whatever is wished for, the text has room.
        #expect(geometry(80, arrangement: Arrangement(namesFrom: 1, panesFrom: 1)).margin == nil)
        #expect(geometry(120, arrangement: Arrangement(namesFrom: 1, panesFrom: 1)).codebook == nil)
    }

    @Test func theTextAloneStandsInTheMiddle() {
        for columns in [120, 160, 200] {
            let it = geometry(columns, arrangement: Arrangement(isZoomed: true))
            #expect(it.margin == nil && it.codebook == nil && it.card == nil && it.rules.isEmpty)
            let (before, after) = (it.left, columns - it.mapColumn - 1)
            #expect(abs(before - after) <= 2, "\(columns): \(before), \(after)")
        }
    }

    @Test func withoutLineNumbersOnlyThePointerTakesAColumn() {
        #expect(geometry(80, arrangement: Arrangement(hasLineNumbers: false)).numberWidth == 1)
        #expect(geometry(80, lines: 400, lanes: [3, 3, 3]).numberWidth == 4)
    }
}
