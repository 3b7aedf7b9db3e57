// The frame around the text: title, status line, and what gives way when there is little room.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct StatusLineTests {
    @Test func theTitleNamesTheDocumentAndWhereItStands() throws {
        let bench = try Bench(
            title: "Commissioner, second talk",
            attributes: [("site", "B"), ("role", ""), ("year", "2026")]
        )
        #expect(bench.lines[0].hasPrefix(" B07 Commissioner, second talk · B · 2026"))
        #expect(bench.lines[0].hasSuffix("coding 1/1"))
    }

    @Test func aLongTitleIsCutAndTheRestStays() throws {
        let bench = try Bench(columns: 60, title: String(repeating: "long title ", count: 20))
        #expect(bench.lines[0].contains("…"))
        #expect(bench.lines[0].hasSuffix("coding 1/1"))
    }

    @Test func theFactsAreOnTheRight() throws {
        var bench = try Bench()
        let lines = try bench.screen.transcript.lines.count
        #expect(bench.status.hasSuffix("B07 ln 3/\(lines) · 0% coded · rs · saved"))
        try bench.go(to: "Well")
        try bench.press("t c b c Enter")
        try bench.press("l")
        let share = try #require(bench.screen.shareCoded)
        #expect(bench.status.contains("\(Int(share * 100))% coded"))
        #expect(share > 0.4 && share < 0.8)
    }

    @Test func theShareCodedCountsWordsOnceAndOnlyThoseOfTurns() throws {
        let text = "Title of it.\n\nB07: one two three four.\n\nB07: five six seven eight."
        #expect(try Bench(text, others: [("rs", "Title of it", "bc")]).screen.shareCoded == 0)
        #expect(try Bench(text, others: [("rs", "one two", "bc")]).screen.shareCoded == 0.25)
        #expect(
            try Bench(text, others: [("rs", "one two", "bc"), ("ag", "two three", "vw")]).screen.shareCoded == 0.375
        )
        #expect(try Bench(text, others: [("rs", "one two", "bc"), ("ag", "one two", "bc")]).screen.shareCoded == 0.25)
        #expect(try Bench(text, others: [("rs", "one two three four.\n\nB07: five", "bc")]).screen.shareCoded == 0.625)
        #expect(try Bench("B07: ...").screen.shareCoded == nil)
    }

    @Test func aSentenceTakesTheRoomOfTheFactsWhereItNeedsIt() throws {
        for columns in [60, 80, 120] {
            var bench = try Bench(rows: 24, columns: columns, others: [("ag", "How did", "bc")])
            try bench.press("x")
            #expect(bench.said.count > 60)
            let shown = bench.lines.suffix(4).dropLast().map { $0.split(separator: " ").joined(separator: " ") }
            #expect(shown.joined(separator: " ").contains(bench.said), "\(bench.picture)")
        }
    }

    @Test func inNarrowWindowsTheNameOfTheFocusComesBeforeFacts() throws {
        let bench = try Bench(rows: 16, columns: 60, others: [("rs", "How did", "da")])
        #expect(bench.status.hasPrefix(" READ  DA Inadequate data"))
        #expect(bench.status.hasSuffix("saved"))
    }

    @Test func whatIsNotOnTheDiskIsNeverCutAway() throws {
        for columns in [60, 80, 120] {
            var bench = try Bench(rows: 24, columns: columns, others: [("rs", "How did", "da"), ("ag", "How", "bc")])
            bench.state.unsaved = 3
            #expect(bench.status.hasSuffix("UNSAVED 3"))
            let last = bench.surface[22, columns - 3]
            #expect(last.style.attributes.contains(.reverse))
        }
    }

    @Test func nothingIsOnLineOneOfNone() throws {
        #expect(try Bench("").status.contains("ln 0/0"))
    }

    @Test func inASCIIOurOwnSignsAreASCII() throws {
        let look = Look(kind: .dark, glyphs: .ascii)
        for (rows, columns) in [(16, 60), (24, 80), (40, 120)] {
            var bench = try Bench(
                "B07: One two three. Four five six.\n\nB07: Seven.",
                rows: rows,
                columns: columns,
                attributes: [("site", "B"), ("year", "2026")],
                others: [
                    ("ag", "One two three. Four five six.\n\nB07: Seven", "bc"), ("rs", "two", "vw"),
                    ("rs", "Four", "da"),
                ]
            )
            func check(_ keys: String) throws {
                let odd = bench.state.frame(look).surface.text.filter { !$0.isASCII }
                #expect(odd.isEmpty, "after \(keys)")
            }
            for keys in [
                "l", "s", "c", "b c", "Enter", "m", "h i Enter", "x", "u", "U", "?", "z z z", "Esc", "G", "A", "3",
                "Esc",
                "t c v w Enter", "v c d a Enter", "V",
            ] {
                try bench.press(keys)
                try check(keys)
            }
            bench.putListBehind()
            try bench.press("Esc q")
            #expect(bench.state.screen == .documents)
            try check("q")
            bench.state.study.documents = []
            bench.putListBehind()
            try check("an empty study")
            try bench.press("Enter")
            try check("Enter")
            try bench.send(.resize(rows: 4, columns: 70))
            try check("a small window")
        }
    }

    @Test func longSentencesOfOursFitEightyColumns() throws {
        var bench = try Bench()
        for keys in ["x", "m", ".", "u", "U", "]", "[", "Tab", "V", "A", "A", "s 7", "v v v v v v"] {
            try bench.press(keys)
            bench.state.pause()
            #expect(bench.said.count <= 78, "\(bench.said)")
            #expect(bench.status.contains(bench.said))
        }
        try bench.press("Esc")
        try bench.paste("x")
        #expect(bench.status.contains(bench.said))
    }
}
