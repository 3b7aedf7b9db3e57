// The gutter: every coding has a lane of its own, and what does not fit is counted.

import CodingCore
import Screen
import TestSupport
import Testing

@testable import Workbench

@MainActor
@Suite struct GutterTests {
    static let text = (1...80).map { "B07: Turn \($0) opens here. It goes on for a while, over a row or so, and ends." }
        .joined(separator: "\n\n")

    /// A bench on a long text with codings by chance, some of them of another coder.
    static func crowded(_ count: Int, seed: UInt64, rows: Int, columns: Int) throws -> Bench {
        var generator = SeededGenerator(seed: seed)
        var bench = try Bench(text, rows: rows, columns: columns)
        let screen = try bench.screen
        let version = screen.version
        let codes = Bench.codebook.codes.filter(\.isApplicable)
        var operations: [LogOperation] = []
        for number in 0..<count {
            let start = Int.random(in: 0..<screen.transcript.text.scalarCount - 10, using: &generator)
            let length = Int.random(in: 1..<(number % 5 == 0 ? 900 : 150), using: &generator)
            let end = min(start + length, screen.transcript.text.scalarCount)
            let coder = try #require(CoderID(number % 3 == 0 ? "ag" : "rs"))
            let line = bench.edit(by: coder).apply(
                [codes[number % codes.count]],
                to: TextSpan(start, end),
                of: screen.document.uuid,
                text: screen.transcript.text,
                version: version
            )
            operations += try #require(line).operations
        }
        bench.state.coding?.add(operations)
        bench.state.refreshStudy()
        return bench
    }

    /// The signs that a row of the gutter holds, lane by lane.
    private func signs(_ surface: Surface, row: Int, geometry: CodingGeometry) -> [String] {
        geometry.laneWidths.indices.map { lane in
            let start = geometry.column(ofLane: lane)
            return (start..<start + geometry.laneWidths[lane]).map { surface[row, $0].text }.joined()
                .filter { $0 != " " }
        }
    }

    @Test(arguments: [
        (3, 24, 80), (10, 24, 80), (40, 24, 80), (120, 24, 80), (40, 16, 60), (40, 40, 120), (120, 60, 200),
    ])
    func noTwoCodingsShareACellAndEveryOneIsDrawnOrCounted(_ count: Int, _ rows: Int, _ columns: Int) throws {
        for seed in 0..<6 {
            var bench = try Self.crowded(count, seed: UInt64(seed), rows: rows, columns: columns)
            for line in [1, 40, 90, 160] {
                try bench.press("\(String(line).map { "\($0) " }.joined())G")
                try check(bench)
            }
        }
    }

    private func check(_ bench: Bench) throws {
        let screen = try bench.screen
        let geometry = screen.geometry
        let draw = CodingDraw(bench.state, screen, look: bench.look, height: geometry.textRows)
        let surface = bench.surface
        let last = geometry.laneWidths.count - 1
        for row in draw.window {
            let here = draw.stripes.filter { $0.rows.contains(row) }
            let drawn = signs(surface, row: geometry.textTop + row - screen.top, geometry: geometry)
            for (lane, sign) in drawn.enumerated() where lane < last || !geometry.hasHiddenLanes {
                let owners = here.filter { $0.stripe.lane == lane }
                #expect(owners.count <= 1, "two codings share lane \(lane) of row \(row)")
                #expect(owners.isEmpty == sign.isEmpty, "row \(row), lane \(lane): “\(sign)”")
                guard let owner = owners.first else { continue }
                let expected =
                    row == owner.rows.lowerBound
                    ? screen.tag(of: owner.coding) : row == owner.rows.upperBound ? "╵" : "│"
                #expect(sign == expected)
            }
            guard geometry.hasHiddenLanes, last >= 0 else { continue }
            let crowd = here.filter { $0.stripe.lane >= last }
            if crowd.count > 1 {
                // The coding in focus is drawn in the crowd's place.
                let own = crowd.first { $0.coding.id == draw.focus?.id }
                let sign = own.map { own in
                    row == own.rows.lowerBound
                        ? screen.tag(of: own.coding) : row == own.rows.upperBound ? "╵" : "│"
                }
                #expect(drawn[last] == sign ?? "+\(crowd.count)")
            }
            if crowd.isEmpty { #expect(drawn[last].isEmpty) }
        }
        surface.expectSound()
    }

    @Test func enclosingCodingsLieOutsideAndNestedOnesInside() throws {
        let bench = try Bench(others: [
            ("rs", "nobody minds", "vw"), ("rs", "We plan with last year's figures, and nobody minds!", "bc"),
        ])
        let screen = try bench.screen
        let lanes = Dictionary(
            screen.lanes.stripes.map { (screen.tag(of: screen.shown[$0.coding]), $0.lane) },
            uniquingKeysWith: min
        )
        #expect(lanes == ["BC": 0, "VW": 1])
    }

    @Test func lanesDoNotJumpWhileScrolling() throws {
        var bench = try Self.crowded(60, seed: 1, rows: 24, columns: 80)
        let lanes = try bench.screen.lanes.stripes
        for _ in 0..<8 {
            try bench.press("Space")
            #expect(try bench.screen.lanes.stripes == lanes)
        }
    }

    @Test func theFirstCodingDoesNotMoveTheText() throws {
        var bench = try Bench()
        let before = try bench.screen.geometry.textColumn
        try bench.press("s c b c Enter")
        #expect(try bench.screen.geometry.textColumn == before)
        try bench.press("s c v w Enter")
        #expect(try bench.screen.geometry.textColumn == before)
    }

    @Test func tagsOfThreeLettersHaveRoom() throws {
        let bench = try Bench(others: [("rs", "How did", "reo"), ("rs", "Well, it was", "bc")])
        #expect(bench.lines.contains { $0.contains("› REO ") || $0.contains("  REO ") || $0.contains("3›REO ") })
        #expect(try bench.screen.geometry.laneWidths.first == 4)
    }

    @Test func aTagOfAnyLengthIsCutToItsLane() throws {
        let codes = ["abcdefghijklmnopqrstuvwxyz", "混乱混乱混乱", "x"].enumerated().compactMap { number, tag in
            CodeID("c\(number)").map { Code(id: $0, name: "Name \(number)", mnemonic: tag) }
        }
        let codebook = Codebook(title: "x", version: "v1", codes: codes)
        for (rows, columns) in [(16, 60), (24, 80), (40, 120)] {
            let bench = try Bench(
                rows: rows,
                columns: columns,
                codebook: codebook,
                others: [("rs", "How did", "c0"), ("rs", "did the", "c1"), ("ag", "How", "c2")]
            )
            try bench.expectSound()
            #expect(bench.picture.contains("ABCDE "))
        }
    }

    @Test func aCodeThatNoCodebookHasIsNamedByItsId() throws {
        var bench = try Bench(others: [("rs", "How did", "bc")])
        let screen = try bench.screen
        let smaller = CodingState(
            document: screen.document,
            transcript: screen.transcript,
            version: screen.version,
            measure: 66,
            coder: screen.coder,
            codebook: .empty,
            operations: screen.codings.compactMap { screen.ledger.operation($0.id) },
            size: bench.state.size,
            sha256: sha256
        )
        bench.state.coding = smaller
        bench.state.study.codebook = .empty
        #expect(bench.picture.contains("?? block-contracts"))
        try bench.expectSound()
    }

    @Test func codingsOnWordsThatAreNotThereAreCountedNotDrawn() throws {
        var bench = try Bench(others: [("rs", "How did", "bc")])
        let screen = try bench.screen
        var operation = try #require(screen.codings.first.flatMap { screen.ledger.operation($0.id) })
        guard case .code(let document, var anchor, let code, let rule, _, _, _) = operation.body else { return }
        anchor.quote = "other words"
        operation.id = .version7(milliseconds: 9, random: (9, 9))
        operation.act = operation.id
        operation.body = .code(
            document: document,
            anchor: anchor,
            code: code,
            rule: rule,
            memo: "",
            star: 0,
            doubt: false
        )
        bench.state.coding?.add([operation])
        #expect(bench.codings.count == 1)
        #expect(bench.status.contains("1 not placed"))
    }
}
