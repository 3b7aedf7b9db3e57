// No stripe stays nameless: names in the margin, in the legend, or counted.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct NamesTests {
    /// The number before a word such as “more” in some rows.
    private func counted(_ rows: [String], sign: String) -> Int {
        rows.compactMap { row -> Int? in
            guard let range = row.firstRange(of: sign), row.contains(" more") else { return nil }
            return Int(row[range.upperBound...].prefix { $0.isNumber })
        }.reduce(0, +)
    }

    @Test(arguments: [(3, 40, 120), (20, 40, 120), (90, 40, 120), (300, 40, 120), (90, 60, 200), (90, 16, 110)])
    func besideTheTextEveryStripeHasANameOrIsCounted(_ count: Int, _ rows: Int, _ columns: Int) throws {
        for seed in 0..<5 {
            var bench = try GutterTests.crowded(count, seed: UInt64(seed), rows: rows, columns: columns)
            for keys in ["g g", "4 0 G", "1 2 0 G", "G"] {
                try bench.press(keys)
                let screen = try bench.screen
                let margin = try #require(screen.geometry.margin)
                let stripes = CodingDraw(bench.state, screen, look: bench.look, height: screen.geometry.textRows)
                    .stripes
                let surface = bench.surface
                let names = (screen.geometry.textTop..<screen.geometry.textTop + screen.geometry.textRows).map { row in
                    margin.map { surface[row, $0].text }.joined()
                }
                let more = counted(names, sign: "↑") + counted(names, sign: "↓")
                let named = names.filter { name in
                    !name.contains(" more") && name.contains { $0.isLetter }
                }
                #expect(named.count + more == stripes.count, "seed \(seed), \(keys): \(names)")
            }
        }
    }

    @Test(arguments: [(3, 24, 80), (20, 24, 80), (90, 24, 80), (300, 24, 80), (90, 16, 60), (90, 40, 109)])
    func belowTheTextEveryNameIsThereOrCounted(_ count: Int, _ rows: Int, _ columns: Int) throws {
        for seed in 0..<5 {
            var bench = try GutterTests.crowded(count, seed: UInt64(seed), rows: rows, columns: columns)
            for keys in ["g g", "4 0 G", "1 2 0 G", "G"] {
                try bench.press(keys)
                let screen = try bench.screen
                let stripes = CodingDraw(bench.state, screen, look: bench.look, height: screen.geometry.textRows)
                    .stripes
                let wanted = Set(stripes.map { "\($0.tag) " })
                let legend = screen.geometry.legend.map { bench.lines[$0] }
                let labels = legend.joined(separator: "   ").components(between: "   ")
                let named = wanted.filter { tag in labels.contains { $0.hasPrefix(tag) } }
                #expect(named.count + counted(legend, sign: "+") == wanted.count, "seed \(seed), \(keys): \(legend)")
            }
        }
    }

    @Test func aNameStandsBesideTheFirstRowOfItsCoding() throws {
        let bench = try Bench(
            rows: 40,
            columns: 120,
            others: [("rs", "How did", "bc"), ("rs", "And the virtual", "vw")]
        )
        let surface = bench.surface
        for (quote, name) in [("How did", "BC Block contracts"), ("And the virtual", "VW Virtual wards")] {
            #expect(surface.place(of: quote)?.row == surface.place(of: name)?.row)
        }
        #expect(bench.picture.contains("╶━BC Block contracts"), "the focus has a heavier leader")
        #expect(bench.picture.contains("╶─VW Virtual wards"))
    }

    @Test func aSecondNameOnARowSlidesDown() throws {
        let bench = try Bench(
            rows: 40,
            columns: 120,
            others: [("rs", "How did the block", "bc"), ("rs", "did the", "vw"), ("rs", "the block", "da")]
        )
        let first = try #require(bench.surface.place(of: "BC Block contracts"))
        #expect(bench.surface.place(of: "└─VW Virtual wards")?.row == first.row + 1)
        #expect(bench.surface.place(of: "└─DA Inadequate data")?.row == first.row + 2)
    }

    @Test func namesSlideIntoTheEmptyRowsBelowAShortText() throws {
        let bench = try Bench(
            "B07: One two three four five.",
            rows: 40,
            columns: 120,
            others: [
                ("rs", "One two", "bc"), ("rs", "two three", "vw"), ("ag", "three four", "da"), ("ag", "five", "reo"),
            ]
        )
        for name in ["Block contracts", "Virtual wards", "Inadequate data", "Reorganisation"] {
            #expect(bench.picture.contains(name))
        }
        #expect(!bench.picture.contains("more"))
    }

    @Test func aCodingThatBeganAboveIsPinnedToTheTop() throws {
        let text = "B07: " + (1...150).map { "Sentence number \($0) is here." }.joined(separator: " ")
        var bench = try Bench(text, rows: 24, columns: 120, others: [("rs", String(text.dropFirst(5)), "bc")])
        #expect(!bench.picture.contains("↑"))
        try bench.press("G")
        #expect(bench.lines[2].contains(" ↑BC Block contracts"))
    }

    @Test func moreNamesThanRowsAreCounted() throws {
        let text = "B07: " + (1...40).map { "word\($0)" }.joined(separator: " ")
        let others = (1...30).map { (coder: $0 % 2 == 0 ? "ag" : "rs", quote: "word\($0) word", code: "bc") }
        let bench = try Bench(text, rows: 24, columns: 120, others: others)
        #expect(bench.picture.contains("↓14 more"))
    }

    @Test func marksTellOfMemoDoubtAndCoder() throws {
        var bench = try Bench(others: [("ag", "And the virtual", "vw")])
        try bench.press("s c b c Enter m h i Enter")
        #expect(bench.lines[20].contains("BC Block contracts *"))
        #expect(bench.lines[20].contains("VW Virtual wards · ag"))
    }

    @Test func codingsThatReadAlikeAreNamedOnceInTheLegend() throws {
        let bench = try Bench(others: [("rs", "How did", "bc"), ("rs", "Well", "bc"), ("rs", "nobody", "bc")])
        #expect(bench.lines[20] == " BC Block contracts")
        #expect(bench.lines[21].isEmpty)
    }

    @Test func theLegendHasTheMarksOfAllCodingsOfACode() throws {
        var bench = try Bench(others: [("rs", "How did", "bc"), ("rs", "Well", "bc"), ("ag", "nobody", "bc")])
        try bench.go(to: "Well")
        try bench.press("! *")
        try bench.go(to: "How did")
        try bench.press("m h i Enter")
        try bench.press("G")
        #expect(bench.lines[20] == " BC Block contracts *?+ · ag rs")
    }

    @Test func aNameLongerThanTheLegendIsCutWithASign() throws {
        let name = "An extraordinarily long name of a code, longer than any window is ever likely to be"
        let codes = (0..<3).compactMap { number in
            CodeID("c\(number)").map { Code(id: $0, name: "\(name) \(number)", mnemonic: "c\(number)") }
        }
        let bench = try Bench(
            rows: 16,
            columns: 60,
            codebook: Codebook(title: "x", version: "v1", codes: codes),
            others: [("rs", "How did", "c0"), ("rs", "the block", "c1"), ("rs", "come", "c2")]
        )
        // All three are named, each as far as there is room.
        let legend = bench.lines[12] + "   " + bench.lines[13]
        for tag in ["C0", "C1", "C2"] { #expect(legend.contains(" \(tag) An ext")) }
        #expect(legend.contains("…"))
        #expect(!legend.contains("more"))
        try bench.expectSound()
    }

    @Test func whereTheyDoNotFitTheFocusAndThoseAtItsRowAreNamed() throws {
        let codes = (0..<40).compactMap { number in
            CodeID("c\(number)").map { Code(id: $0, name: "Some long name \(number)", mnemonic: "c\(number)") }
        }
        let text = "B07: " + (0..<40).map { "word\($0)x" }.joined(separator: " ")
        var bench = try Bench(
            text,
            rows: 16,
            columns: 60,
            codebook: Codebook(title: "x", version: "v1", codes: codes),
            others: (0..<40).map { ("rs", "word\($0)x", "c\($0)") }
        )
        try bench.go(to: "word33x")
        #expect(bench.lines[12].hasPrefix(" C33 "))
        #expect(bench.lines[13].contains(" more"))
        let row = try #require(bench.lines.first { $0.contains("word33x") })
        let here = (0..<40).filter { row.contains("word\($0)x") }
        let named = here.filter { (bench.lines[12] + bench.lines[13]).contains("C\($0) ") }
        #expect(named.count >= min(here.count, 4))
        try bench.expectSound()
    }

    @Test func theFocusKeepsItsNameWhereNamesFindNoPlace() throws {
        let text = "B07: " + (1...40).map { "word\($0)x" }.joined(separator: " ")
        var bench = try Bench(text, rows: 24, columns: 120, others: (1...40).map { ("rs", "word\($0)x", "bc") })
        try bench.go(to: "word40x")
        #expect(bench.picture.contains("‹focus"))
        try bench.go(to: "word2x")
        #expect(
            bench.picture.contains("╶━BC Block contracts  ‹focus")
                || bench.picture.contains("└─BC Block contracts  ‹focus")
        )
    }

    @Test func starsDoubtsAndMemosAreMarkedAfterTheName() throws {
        var bench = try Bench(rows: 40, columns: 120)
        try bench.press("s c b c Enter * * ! m h i Enter")
        #expect(bench.picture.contains("BC Block contracts *?++"))
        #expect(bench.lines.contains { $0.contains("2 stars, in doubt") })
    }
}

extension String {
    /// The parts between a separator of several blanks, trimmed.
    fileprivate func components(between separator: String) -> [String] {
        split(separator: separator).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }
}
