// Which of several codings is meant: always one, always named.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct FocusTests {
    /// Three codings over one place, the outermost another coder's.
    private func nested(rows: Int = 24, columns: Int = 80) throws -> Bench {
        var bench = try Bench(
            rows: rows,
            columns: columns,
            others: [
                ("ag", "We plan with last year's figures, and nobody minds! Dr. Hall said", "bc"),
                ("rs", "We plan with last year's figures, and nobody minds!", "da"),
                ("rs", "last year's figures", "vw"),
            ]
        )
        try bench.go(to: "year's")
        return bench
    }

    private func focus(_ bench: Bench) throws -> String {
        let screen = try bench.screen
        return try screen.tag(of: #require(screen.focus))
    }

    @Test func theInnermostIsMeantAtFirst() throws {
        #expect(try focus(nested()) == "VW")
    }

    @Test func tabGoesOutwardsAndRound() throws {
        var bench = try nested()
        var seen: [String] = []
        for _ in 0..<4 {
            try bench.press("Tab")
            seen.append(try focus(bench))
        }
        #expect(seen == ["DA", "BC", "VW", "DA"])
    }

    @Test func shiftTabGoesBack() throws {
        var bench = try nested()
        var seen: [String] = []
        for _ in 0..<4 {
            try bench.press("S-Tab")
            seen.append(try focus(bench))
        }
        #expect(seen == ["BC", "DA", "VW", "BC"])
    }

    @Test(arguments: [(24, 80), (16, 60), (40, 120), (60, 200)])
    func theFocusIsAlwaysNamed(_ rows: Int, _ columns: Int) throws {
        var bench = try nested(rows: rows, columns: columns)
        for (place, name) in [(1, "VW Virtual wards"), (2, "DA Inadequate data"), (3, "BC Block contracts")] {
            // Below a wide text the inspector has the name.
            let named = try [bench.status] + bench.screen.geometry.inspector.map { bench.lines[$0] }
            let card = try bench.screen.geometry.card != nil
            let onCard = card && bench.picture.contains(name.prefix(2) + " " + name.dropFirst(2))
            #expect(onCard || named.contains { $0.contains(name) })
            #expect(bench.status.contains("\(place) of 3"), "\(bench.status)")
            try bench.press("Tab")
        }
    }

    @Test func theOthersHereAreNamedByTheirTags() throws {
        #expect(try nested(columns: 120).status.contains("focus 1 of 3 here (VW · DA · BC)  Tab next"))
        #expect(try nested(columns: 100).status.contains("VW Virtual wards  1 of 3 here (VW · DA · BC)"))
    }

    @Test func theFocusComesFirstInTheLegend() throws {
        var bench = try nested()
        #expect(bench.lines[20].hasPrefix(" VW Virtual wards"))
        try bench.press("Tab Tab")
        #expect(bench.lines[20].hasPrefix(" BC Block contracts · ag"))
    }

    @Test func uncodingMeansTheFocus() throws {
        var bench = try nested()
        try bench.press("Tab x")
        #expect(bench.said.contains("DA Inadequate data"))
        #expect(bench.codings.count == 2)
        try bench.press("Tab x")
        #expect(bench.said.hasPrefix("Block contracts here is ag's coding"))
    }

    @Test func movingOnForgetsNothingThatIsStillHere() throws {
        var bench = try nested()
        try bench.press("Tab Tab l")
        #expect(try focus(bench) == "BC")
        try bench.go(to: "Dr. Hall")
        #expect(try focus(bench) == "BC")
        try bench.go(to: "virtual ward")
        #expect(try bench.screen.focus == nil)
        #expect(bench.status.hasPrefix(" READ  "))
        #expect(!bench.status.contains("BC"))
    }

    @Test func aLoneCodingCannotBeTurnedFrom() throws {
        var bench = try Bench(others: [("rs", "How did", "bc")])
        try bench.press("Tab")
        #expect(bench.said == "Only one coding here: Block contracts.")
    }

    @Test func amongEqualPassagesOnesOwnIsMeant() throws {
        let bench = try Bench(others: [("rs", "How did", "bc"), ("ag", "How did", "vw"), ("ag", "How did", "da")])
        #expect(try focus(bench) == "BC")
        let other = try Bench(others: [("ag", "How did", "vw"), ("ag", "How did", "da"), ("rs", "How did", "bc")])
        #expect(try focus(other) == "BC")
    }

    @Test func bracketsGoFromCodingToCoding() throws {
        var bench = try nested()
        try bench.press("g g")
        var seen: [String] = []
        for _ in 0..<3 {
            try bench.press("]")
            seen.append("\(try focus(bench)) \(bench.fromCursor.prefix(4))")
        }
        #expect(seen == ["BC We p", "DA We p", "VW last"])
        try bench.press("]")
        #expect(bench.said == "No coding begins after this place.")
        try bench.press("[")
        #expect(try focus(bench) == "DA")
        try bench.press("2 [")
        #expect(bench.said == "No coding begins before this place.")
        #expect(try focus(bench) == "BC")
        try bench.press("g g 3 ]")
        #expect(try focus(bench) == "VW")
    }

    @Test func backFromInsideACodingLeadsToItsBeginning() throws {
        var bench = try Bench(others: [("rs", "How did the block", "bc")])
        try bench.go(to: "the block")
        try bench.press("[")
        #expect(bench.fromCursor.hasPrefix("How did"))
    }

    @Test func bracketsScrollToWhereTheyLead() throws {
        let text = (1...90).map { "B07: Turn number \($0) is here." }.joined(separator: "\n\n")
        var bench = try Bench(text, others: [("rs", "Turn number 80", "bc")])
        try bench.press("g g ]")
        #expect(bench.picture.contains("Turn number 80 is here."))
        #expect(bench.picture.contains("Turn number 82 is here."))
    }

    @Test func bracketsCarryASelectionAlong() throws {
        var bench = try Bench(others: [("rs", "last year's", "bc")])
        try bench.go(to: "We plan")
        try bench.press("v ]")
        #expect(bench.selected == "We plan with l")
    }
}
