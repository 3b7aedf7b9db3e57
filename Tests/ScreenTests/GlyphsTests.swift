// The sets of signs: widths, ambiguity, bars and sparks.
import Screen
import Testing
import TextMetrics

@Suite struct GlyphsTests {
    /// Signs of the width class “ambiguous” in Unicode's EastAsianWidth.txt, of those that any set could be tempted by.
    private static let ambiguous = Set("│─┌┐└┘├┤┬┴┼┃━█▇▆▅▄▃▂▁▌▒▓●•…·→←↑↓“”‘’×–—′■□◆○★")

    /// Every character of a set, by the name of its sign.
    private func signs(_ glyphs: Glyphs) -> [(name: String, sign: Character)] {
        Mirror(reflecting: glyphs).children.flatMap { child -> [(String, Character)] in
            let name = child.label ?? ""
            switch child.value {
            case let sign as Character: return [(name, sign)]
            case let text as String: return text.map { (name, $0) }
            case let signs as [Character]: return signs.map { (name, $0) }
            default: return []
            }
        }
    }

    @Test(arguments: Glyphs.Kind.allCases)
    func everySignIsExactlyOneColumnWide(_ kind: Glyphs.Kind) {
        let signs = signs(Glyphs(kind))
        #expect(signs.count > 40, "all fields are seen")
        for (name, sign) in signs {
            #expect(displayWidth(of: sign) == 1, "\(name)")
            var surface = Surface(rows: 1, columns: 3)
            #expect(surface.put(String(sign), row: 0, column: 0) == 1, "\(name)")
            #expect(surface[0, 0].style == .plain, "\(name) is no stand-in")
        }
    }

    @Test func asciiIsASCII() {
        #expect(signs(.ascii).allSatisfy { $0.sign.isASCII })
    }

    @Test func safeSignsAreNeverOfAmbiguousWidth() {
        for (name, sign) in signs(.safe) { #expect(!Self.ambiguous.contains(sign), "\(name)") }
        #expect(signs(.unicode).contains { Self.ambiguous.contains($0.sign) }, "the test can fail")
    }

    @Test func setsAreFoundByTheirNames() {
        #expect(
            ["unicode", "safe", "ascii"].map { Glyphs.Kind(rawValue: $0).map(Glyphs.init) } == [
                .unicode, .safe, .ascii,
            ]
        )
        #expect(Glyphs.Kind(rawValue: "emoji") == nil)
    }

    @Test(arguments: Glyphs.Kind.allCases)
    func stringsAreAsLongInEverySet(_ kind: Glyphs.Kind) {
        #expect(Glyphs(kind).leader.count == 2)
        #expect(Glyphs(kind).focusedLeader.count == 2)
        #expect(Glyphs(kind).sparks.count == 8)
        #expect(Glyphs(kind).shades.count == 4)
        #expect(Set(Glyphs(kind).sparks).count == 8)
        #expect(Set(Glyphs(kind).shades).count == 4)
        #expect(Glyphs(kind).leader != Glyphs(kind).focusedLeader)
        #expect(Glyphs(kind).stripe != Glyphs(kind).stripeEnd)
    }

    @Test(
        arguments: [
            ([0, 1, 2, 3, 4, 5, 6, 7, 8], 8, " ▁▂▃▄▅▆▇█", " 12345678"), ([0, 1, 50, 100], 100, " ▁▄█", " 148"),
            ([3, 9, -1], 3, "██ ", "88 "), ([1, 2], 0, "  ", "  "), ([], 4, "", ""),
            ([Int.max, 1], Int.max, "█▁", "81"),
        ] as [([Int], Int, String, String)]
    )
    func sparksTellNothingFromLittle(_ values: [Int], _ most: Int, _ unicode: String, _ digits: String) {
        #expect(String(values.map { Glyphs.unicode.spark($0, most: most) }) == unicode)
        #expect(String(values.map { Glyphs.safe.spark($0, most: most) }) == digits)
        #expect(String(values.map { Glyphs.ascii.spark($0, most: most) }) == digits)
    }

    @Test(arguments: [
        (0, 8, 4, "...."), (1, 100, 4, "#..."), (4, 8, 4, "##.."), (5, 8, 4, "###."), (8, 8, 4, "####"),
        (99, 8, 4, "####"), (3, 0, 4, "...."), (1, 1, 0, ""), (1, 1, -2, ""),
    ])
    func barsAreAsFullAsTheirValue(_ value: Int, _ most: Int, _ columns: Int, _ bar: String) {
        #expect(Glyphs.ascii.bar(value, most: most, columns: columns) == bar)
    }

    @Test func shadesGoFromABlankToTheDarkest() {
        #expect(String([0, 1, 5, 9].map { Glyphs.unicode.shade($0, most: 9) }) == " ░▒▓")
        #expect(String([0, 1, 5, 9].map { Glyphs.ascii.shade($0, most: 9) }) == " .+#")
    }

    @Test(arguments: Glyphs.Kind.allCases)
    func withoutBoxesThereIsNothingToSpeakOf(_ kind: Glyphs.Kind) {
        let glyphs = Glyphs(kind).withoutBoxes
        var surface = Surface(rows: 4, columns: 14)
        surface.put("under the box", row: 1, column: 0)
        let inside = surface.drawBox(surface.area, title: "help", footer: "Esc back", glyphs: glyphs)
        #expect(surface.text == "  help\n\n\n  Esc back", "the title and the hint stay")
        #expect(inside == Rectangle(row: 1, column: 2, rows: 2, columns: 10), "as with lines round it")
        surface.drawRule(row: 1, columns: 0..<14, glyphs: glyphs)
        surface.drawRule(column: 1, rows: 0..<4, glyphs: glyphs)
        surface.drawScrollBar(column: 13, rows: 0..<4, visible: 0..<4, count: 40, glyphs: glyphs)
        #expect(surface.text == "  help\n\n\n  Esc back")
        #expect(glyphs.stripe == Glyphs(kind).stripe, "which rows are coded is no ornament")
    }
}
