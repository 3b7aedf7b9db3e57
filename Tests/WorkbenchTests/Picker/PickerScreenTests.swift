// The picker on the screen: over the text, but never over the words about to be coded.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct PickerScreenTests {
    static let long = (1...60).map {
        "B07: Turn \($0) opens. It goes on for a while and then some more, over a row. It ends here \($0)."
    }.joined(separator: "\n\n")

    @Test(arguments: [(24, 80), (16, 60), (40, 120), (60, 200)])
    func theWordsAboutToBeCodedStayInSight(_ rows: Int, _ columns: Int) throws {
        for number in [1, 2, 20, 47, 59, 60] {
            var bench = try Bench(Self.long, rows: rows, columns: columns)
            for quote in ["Turn \(number) opens", "It ends here \(number)."] {
                try bench.go(to: quote)
                try bench.press("s c")
                let surface = bench.surface
                let box = PickerLayout.box(in: bench.state.size)
                let selected = (0..<box.row).flatMap { row in
                    (0..<columns).filter { surface[row, $0].style.attributes.contains(.reverse) }
                        .map { surface[row, $0].text }
                }.joined()
                #expect(selected.hasPrefix(String(quote.prefix(8))), "\(number) at \(rows) × \(columns): \(selected)")
                #expect(selected.hasSuffix("."), "\(number) at \(rows) × \(columns): \(selected)")
                try bench.press("Esc Esc")
            }
        }
    }

    @Test func aPassageTooLongForTheRoomShowsItsBeginning() throws {
        var bench = try Bench(Self.long, rows: 16, columns: 60)
        try bench.go(to: "Turn 40 opens")
        try bench.press("v ) ) ) ) ) ) ) ) ) c")
        #expect(bench.picker != nil)
        #expect(bench.lines[0..<5].joined().contains("Turn 40 opens"))
    }

    @Test func resizingKeepsTheWordsInSight() throws {
        var bench = try Bench(Self.long, rows: 40, columns: 120)
        try bench.go(to: "It ends here 50.")
        try bench.press("s c")
        for (rows, columns) in [(16, 60), (24, 80), (60, 200)] {
            try bench.send(.resize(rows: rows, columns: columns))
            let box = PickerLayout.box(in: bench.state.size)
            #expect(bench.lines[0..<box.row].joined().contains("ends here 50."))
        }
        try bench.press("Esc Esc")
        try bench.expectSound()
    }

    @Test(arguments: ["Esc", "Ctrl-C"])
    func leavingRestoresTheWindowAndCodesNothing(_ key: String) throws {
        var bench = try Bench(Self.long, rows: 24, columns: 80)
        try bench.press("g g 1 8 j s")
        let top = try bench.screen.top
        try bench.press("c")
        #expect(try bench.screen.top != top)
        try bench.type("vw")
        try bench.press(key)
        #expect(try bench.screen.top == top)
        #expect(bench.saved.isEmpty)
        #expect(bench.state.place == .select)
    }

    @Test func leavingAPickerThatSelectedByItselfLandsInReadingWhereOneWas() throws {
        var bench = try Bench()
        try bench.go(to: "contract come")
        try bench.press("c Esc")
        #expect(bench.state.place == .read)
        #expect(bench.fromCursor.hasPrefix("contract come"))
        try bench.press("s c Esc")
        #expect(bench.selected == "How did the block contract come about?", "what was selected before stays")
    }

    @Test func aRefusalAfterThePickerSelectedByItselfLandsInReadingToo() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter")
        try bench.go(to: "contract come")
        try bench.press("c b c Enter")
        #expect(bench.said == "Already coded: B07:3 Block contracts.")
        #expect(bench.state.place == .read)
        #expect(bench.fromCursor.hasPrefix("contract come"))
    }

    @Test func codingRestoresTheWindowToo() throws {
        var bench = try Bench(Self.long, rows: 24, columns: 80)
        try bench.press("g g 1 0 j s")
        let top = try bench.screen.top
        try bench.press("c Enter")
        #expect(try bench.screen.top == top)
    }

    @Test(arguments: [(24, 80), (16, 60), (40, 120)])
    func theDefinitionOfTheChosenCodeIsAlwaysShown(_ rows: Int, _ columns: Int) throws {
        var bench = try Bench(rows: rows, columns: columns)
        try bench.press("s c")
        #expect(bench.picture.contains("Any account of block funding"))
        #expect(bench.picture.contains("include limits on growth"))
        #expect(bench.picture.contains("exclude tariff talk"))
        try bench.press("Down")
        #expect(!bench.picture.contains("Any account of block funding"))
        #expect(bench.picture.contains("This code has no definition yet."))
        try bench.press("Up Up")
        #expect(bench.picker?.chosenAddition == .inVivo, "the list goes round")
        #expect(bench.picture.contains("Makes a code named by the participant's own words"))
        try bench.press("Up Up")
        #expect(bench.picker?.chosen?.name == "Reorganisation")
    }

    @Test func whatIsAboutToBeCodedIsQuoted() throws {
        var bench = try Bench(columns: 120)
        try bench.press("s c")
        #expect(bench.picture.contains("code 7 words: “How did the block contract come about?”"))
        try bench.press("Esc Esc v c")
        #expect(bench.picture.contains("code 1 word: “H”"))
    }

    @Test func theNumberOfAnswersIsShown() throws {
        var bench = try Bench()
        try bench.press("s c")
        #expect(bench.picture.contains("4 of 4 codes"))
        try bench.type("vw")
        #expect(bench.picture.contains("1 of 4 codes"))
    }

    @Test func whereNothingAnswersThePointerIsOnMakingIt() throws {
        var bench = try Bench()
        try bench.press("s c z z z")
        #expect(bench.picture.contains("No code answers to this."))
        #expect(bench.picture.contains("› + create “zzz”"))
        #expect(bench.saved.isEmpty)
        try bench.press("Ctrl-U")
        #expect(bench.picker?.rows.count == 4)
    }

    @Test func pastedTextIsTheQuery() throws {
        var bench = try Bench()
        try bench.press("s c")
        try bench.paste("virtual\nwards")
        #expect(bench.picker?.query.text == "virtual wards")
        #expect(bench.picker?.chosen?.name == "Virtual wards")
    }

    @Test func wideCharactersInTheQueryMoveTheCursorByTwo() throws {
        var bench = try Bench()
        try bench.press("s c")
        let before = try #require(bench.state.frame(bench.look).cursor)
        try bench.type("病房")
        let after = try #require(bench.state.frame(bench.look).cursor)
        #expect(after == CursorPlace(row: before.row, column: before.column + 4))
        try bench.press("Backspace")
        #expect(bench.state.frame(bench.look).cursor?.column == before.column + 2)
        try bench.expectSound()
    }

    @Test func aQueryLongerThanItsLineScrolls() throws {
        var bench = try Bench(rows: 16, columns: 60)
        try bench.press("s c")
        try bench.type(String(repeating: "long ", count: 30))
        try bench.expectSound()
        #expect(bench.picture.contains("0 of 4 codes"))
    }

    @Test func lettersThatAreCommandsElsewhereAreTypedHere() throws {
        var bench = try Bench()
        try bench.press("s c q ? . u 3")
        #expect(bench.picker?.query.text == "q?.u3")
        #expect(bench.effects.isEmpty)
    }

    @Test func codesAreShownWithTagNameCategoryAndUses() throws {
        var bench = try Bench(others: [("rs", "Well", "bc"), ("ag", "nobody", "bc"), ("ag", "target", "vw")])
        try bench.press("s c")
        let row = try #require(bench.lines.first { $0.contains("› BC") })
        #expect(row.contains("Block contracts"))
        #expect(row.contains("Contracting"))
        #expect(row.contains("2 ████████"))
        let other = try #require(bench.lines.suffix(14).first { $0.contains("VW  ") })
        #expect(other.contains("1 ████"))
        #expect(!other.contains("█████"))
    }

    @Test func theLettersFoundAreUnderlined() throws {
        var bench = try Bench()
        try bench.press("s c w a r d s")
        let surface = bench.surface
        let name = try #require(surface.place(of: "Virtual wards"))
        let underlined = (0..<13).map { surface[name.row, name.column + $0].style.attributes.contains(.underline) }
        #expect(underlined == Array(repeating: false, count: 8) + Array(repeating: true, count: 5))
    }

    @Test func aNameThatIsTooLongIsCutWithASign() throws {
        let name = "A very long name of a code that nobody can read whole in a narrow window"
        let codebook = Codebook(title: "x", version: "v1", codes: [Code(id: try #require(CodeID("long")), name: name)])
        for (glyphs, sign) in [(Glyphs.Kind.unicode, "…"), (.ascii, "...")] {
            var bench = try Bench(rows: 16, columns: 60, codebook: codebook)
            try bench.press("s c")
            let picture = bench.state.frame(Look(kind: .dark, glyphs: glyphs)).surface.text
            #expect(picture.contains("A very long"))
            #expect(picture.contains(sign))
            try bench.expectSound()
        }
    }

    @Test func listsLongerThanTheBoxScroll() throws {
        let codes = (1...40).compactMap { number in
            CodeID("c\(number)").map { Code(id: $0, name: "Code number \(number)") }
        }
        var bench = try Bench(rows: 16, columns: 60, codebook: Codebook(title: "x", version: "v1", codes: codes))
        try bench.press("s c PgDn PgDn End")
        #expect(bench.picture.contains("Code number 40"))
        #expect(bench.picker?.chosen?.name == "Code number 40")
        try bench.press("Home")
        #expect(bench.picker?.chosen?.name == "Code number 1")
        try bench.press("Down Down Ctrl-P")
        #expect(bench.picker?.chosen?.name == "Code number 2")
    }

    @Test func aDefinitionThatFillsItsRowExactlyIsNotCut() throws {
        // The box of an 80 columns wide window has 76 columns inside.
        let row = String(repeating: "abcdefgh ", count: 8) + "wxyz"
        #expect(row.count == 76)
        let code = Code(id: slug("a"), name: "Filled", mnemonic: "fi", definition: row + " and the rest.")
        var bench = try Bench(rows: 30, codebook: Codebook(title: "x", version: "v1", codes: [code]))
        try bench.press("s c")
        #expect(bench.picture.contains(row), "the last letter stands")
        #expect(bench.picture.contains("and the rest."))
        #expect(!bench.picture.contains("wxy…"))
    }

    @Test func aDefinitionWithoutRoomEndsInASign() throws {
        let words = (1...200).map { "word\($0)" }.joined(separator: " ")
        let code = Code(id: slug("a"), name: "Long", mnemonic: "lo", definition: words, include: ["some"])
        var bench = try Bench(rows: 16, columns: 60, codebook: Codebook(title: "x", version: "v1", codes: [code]))
        try bench.press("s c")
        #expect(bench.picture.contains("word1 "))
        #expect(bench.picture.contains("…"))
        #expect(bench.picture.contains("include some"), "a long definition leaves the rules a row")
    }
}
