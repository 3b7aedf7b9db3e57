// Cells and what may get into them.
import Screen
import TestSupport
import Testing

@Suite struct SurfaceTests {
    @Test func putsTextAndAnswersTheColumnAfterIt() {
        var surface = Surface(rows: 2, columns: 12)
        #expect(surface.put("naïve", row: 0, column: 1) == 6)
        #expect(surface.put("日本語abc", row: 1, column: 0) == 9)
        #expect(surface.text == " naïve\n日本語abc")
        #expect(surface[1, 0].width == 2)
        #expect(surface[1, 1].width == 0)
    }

    @Test(
        arguments: [
            ("abcdef", 0, nil, "abcd"), ("abcdef", 2, nil, "  ab"), ("abcdef", -2, nil, "cdef"), ("abcdef", 0, 2, "ab"),
            ("a混混", 0, nil, "a混"), ("混a", -1, nil, " a"), ("abc", 9, nil, ""), ("abc", -9, nil, ""),
            ("a\tb", 0, nil, "a b"),
        ] as [(String, Int, Int?, String)]
    )
    func textIsCutAtTheEdgesAndNeverInsideACharacter(_ text: String, _ column: Int, _ limit: Int?, _ line: String) {
        var surface = Surface(rows: 1, columns: 4)
        surface.put(text, row: 0, column: column, limit: limit)
        #expect(surface.line(0) == line)
    }

    @Test func rowsOutsideAreIgnored() {
        var surface = Surface(rows: 1, columns: 4)
        surface.put("x", row: 1, column: 0)
        surface.put("x", row: -1, column: 0)
        #expect(surface == Surface(rows: 1, columns: 4))
        var nothing = Surface(rows: -3, columns: 0)
        nothing.put("x", row: 0, column: 0)
        #expect(nothing.cells.isEmpty)
    }

    @Test(arguments: [(0, "x 乱"), (1, " x乱"), (2, "混x"), (3, "混 x")])
    func halfOfAWideCharacterDoesNotStay(_ column: Int, _ line: String) {
        var surface = Surface(rows: 1, columns: 4)
        surface.put("混乱", row: 0, column: 0)
        surface.put("x", row: 0, column: column)
        #expect(surface.line(0) == line)
    }

    @Test func nothingThatSteersATerminalGetsIn() {
        var surface = Surface(rows: 1, columns: 20)
        surface.put("\u{1B}[2J\u{202E}\u{301}\u{9B}\r\n", row: 0, column: 0, style: .plain)
        #expect(surface.line(0) == "␛[2J�◌\u{301}�␍␊")
        #expect(surface[0, 0].style.attributes == .reverse)
        #expect(surface[0, 1].style == .plain)
        surface.put("\u{1B}", row: 0, column: 0, style: Style(.reverse))
        #expect(surface[0, 0].style == .plain, "a stand-in in reversed text is shown upright")
    }

    @Test func everyRowKeepsItsColumnsWhateverIsPut() {
        var generator = SeededGenerator(seed: 5)
        let pool = Array("ab 混乱👩🏽‍⚕️🇬🇧e\u{301}\u{200B}\u{1B}שלום한\t".map(String.init)) + ["\u{301}", "क्षि", "\r\n"]
        var surface = Surface(rows: 3, columns: 17)
        for _ in 0..<5000 {
            let text = (0..<3).compactMap { _ in pool.randomElement(using: &generator) }.joined()
            surface.put(text, row: Int.random(in: 0..<3), column: Int.random(in: -3..<18))
        }
        for row in 0..<3 {
            var column = 0
            while column < 17 {
                let width = Int(surface[row, column].width)
                #expect(width > 0)
                for covered in column + 1..<max(column + 1, column + width) {
                    #expect(surface[row, covered].width == 0)
                }
                column += max(1, width)
            }
            #expect(column == 17)
        }
    }

    @Test func areasAreFilledAndRestyledWhereTheyLieOnTheSurface() {
        var surface = Surface(rows: 3, columns: 4)
        surface.fill(Rectangle(row: 1, column: 2, rows: 9, columns: 9), with: "x", style: Style(foreground: 180))
        #expect(surface.text == "\n  xx\n  xx")
        surface.restyle(row: 1, columns: 1..<3) { $0.attributes.insert(.bold) }
        #expect(surface.line(1) == "  xx")
        #expect(surface[1, 1].style == Style(.bold))
        #expect(surface[1, 2].style == Style(foreground: 180, .bold))
        surface.restyle(Rectangle(row: -5, column: -5, rows: 2, columns: 2)) { $0.background = 1 }
        #expect(!surface.cells.contains { $0.style.background == 1 })
    }

    @Test func stylesAreMappedToLetters() {
        var surface = Surface(rows: 2, columns: 4)
        surface.put("ab", row: 0, column: 1, style: Style(foreground: 180, .bold))
        surface.put("c", row: 1, column: 3, style: Style(background: 16, [.dim, .underline]))
        #expect(StyleMap(surface).description == ".aa\n...b\na fg 180 bold\nb bg 16 dim underline")
    }

    @Test func rectanglesAreCutAndCentred() {
        let area = Rectangle(row: 0, column: 0, rows: 24, columns: 80)
        #expect(area.centred(rows: 10, columns: 40) == Rectangle(row: 7, column: 20, rows: 10, columns: 40))
        #expect(area.centred(rows: 90, columns: 90) == area)
        #expect(area.inset(rows: 20, columns: 50).isEmpty)
        #expect(area.intersection(Rectangle(row: 30, column: 0, rows: 2, columns: 2)).isEmpty)
        #expect(area.contains(row: 23, column: 79))
        #expect(!area.contains(row: 24, column: 0))
    }
}
