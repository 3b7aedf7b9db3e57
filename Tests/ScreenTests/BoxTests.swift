// Boxes, rules and bars as small pictures, in both sets of signs.
import Screen
import Testing
import TextMetrics

@Suite struct BoxTests {
    @Test(arguments: [
        (2, 4, "", "", "┌──┐\n└──┘"),
        (3, 8, "", "", "┌──────┐\n│      │\n└──────┘"),
        (3, 8, "a", "", "┌ a ───┐\n│      │\n└──────┘"),
        (3, 8, "abcd", "", "┌ abcd ┐\n│      │\n└──────┘"),
        (3, 8, "abcde", "", "┌ abc… ┐\n│      │\n└──────┘"),
        (3, 7, "abc", "def", "┌─────┐\n│     │\n└─────┘"),
        (3, 10, "混乱的角", "", "┌ 混乱… ─┐\n│        │\n└────────┘"),
        (3, 10, "", "Esc back", "┌────────┐\n│        │\n└ Esc b… ┘"),
        (4, 9, "one", "two", "┌ one ──┐\n│       │\n│       │\n└ two ──┘"),
    ])
    func boxesInSignsOfUnicode(_ rows: Int, _ columns: Int, _ title: String, _ footer: String, _ picture: String) {
        var surface = Surface(rows: rows, columns: columns)
        surface.drawBox(surface.area, title: title, footer: footer, glyphs: .unicode)
        #expect(surface.text == picture)
    }

    @Test(arguments: [
        (2, 4, "", "", "+--+\n+--+"),
        (3, 8, "", "", "+------+\n|      |\n+------+"),
        (3, 8, "a", "", "+ a ---+\n|      |\n+------+"),
        (3, 8, "abcde", "", "+ a... +\n|      |\n+------+"),
        (3, 10, "混乱的角", "", "+ 混... -+\n|        |\n+--------+"),
        (3, 10, "", "Esc back", "+--------+\n|        |\n+ Esc... +"),
    ])
    func boxesInSignsOfASCII(_ rows: Int, _ columns: Int, _ title: String, _ footer: String, _ picture: String) {
        var surface = Surface(rows: rows, columns: columns)
        surface.drawBox(surface.area, title: title, footer: footer, glyphs: .ascii)
        #expect(surface.text == picture)
    }

    @Test func aBoxAmongTextBlanksWhatItCovers() {
        var surface = Surface(rows: 5, columns: 12)
        for row in 0..<5 { surface.put("混乱的角色不", row: row, column: 0) }
        let inside = surface.drawBox(Rectangle(row: 1, column: 3, rows: 3, columns: 6), glyphs: .unicode)
        #expect(
            surface.text == """
                混乱的角色不
                混 ┌────┐ 不
                混 │    │ 不
                混 └────┘ 不
                混乱的角色不
                """
        )
        #expect(inside == Rectangle(row: 2, column: 5, rows: 1, columns: 2))
    }

    @Test func aBoxHalfOffTheSurfaceIsCut() {
        var surface = Surface(rows: 3, columns: 6)
        surface.drawBox(Rectangle(row: -1, column: -2, rows: 3, columns: 6), glyphs: .ascii)
        #expect(surface.text == "   |\n---+\n")
        surface = Surface(rows: 3, columns: 6)
        surface.drawBox(Rectangle(row: 1, column: 2, rows: 5, columns: 9), title: "help", glyphs: .ascii)
        #expect(surface.text == "\n  + he\n  |")
    }

    @Test func aTitleThatWouldClearTheScreenIsShown() {
        var surface = Surface(rows: 2, columns: 16)
        surface.drawBox(surface.area, title: "\u{1B}[2J\u{202E}x", glyphs: .unicode)
        #expect(surface.line(0) == "┌ ␛[2J�x ──────┐")
    }

    @Test func edgesAndTitlesHaveTheirOwnStyles() {
        var surface = Surface(rows: 3, columns: 10)
        surface.drawBox(
            surface.area,
            title: "ab",
            glyphs: .unicode,
            style: Style(.dim),
            titleStyle: Style(.bold)
        )
        #expect(StyleMap(surface).rows == ["abbbbaaaaa", "a........a", "aaaaaaaaaa"])
        #expect(StyleMap(surface).legend == ["a dim", "b bold"])
    }

    @Test func rulesLieWhereTheyAreAsked() {
        for (glyphs, picture) in [(Glyphs.unicode, " │\n─│──\n │"), (.ascii, " |\n-|--\n |")] {
            var surface = Surface(rows: 3, columns: 4)
            surface.drawRule(row: 1, columns: 0..<4, glyphs: glyphs)
            surface.drawRule(column: 1, rows: 0..<3, glyphs: glyphs)
            surface.drawRule(row: 7, columns: 0..<4, glyphs: glyphs)
            surface.drawRule(column: -1, rows: 0..<3, glyphs: glyphs)
            surface.drawRule(row: 0, columns: 2..<2, glyphs: glyphs)
            #expect(surface.text == picture)
        }
    }

    // MARK: Scroll bars

    @Test(arguments: [
        (8, 0..<8, 8, ""), (8, 0..<8, 9, "┃┃┃┃┃┃┃╎"), (8, 1..<9, 9, "╎┃┃┃┃┃┃┃"), (8, 0..<8, 16, "┃┃┃┃╎╎╎╎"),
        (8, 4..<12, 16, "╎╎┃┃┃┃╎╎"), (8, 8..<16, 16, "╎╎╎╎┃┃┃┃"), (8, 0..<8, 1000, "┃╎╎╎╎╎╎╎"),
        (8, 500..<508, 1000, "╎╎╎╎┃╎╎╎"), (8, 992..<1000, 1000, "╎╎╎╎╎╎╎┃"), (1, 0..<1, 5, "┃"), (1, 4..<5, 5, "┃"),
        (3, 0..<0, 5, "┃╎╎"), (0, 0..<1, 5, ""), (4, 0..<9, 3, ""),
    ])
    func aBarShowsWhereTheWindowLies(_ rows: Int, _ visible: Range<Int>, _ count: Int, _ bar: String) {
        #expect(scrollBar(rows, visible, count, .unicode) == bar)
        let ascii = String(bar.map { $0 == "┃" ? "#" : "." })
        #expect(scrollBar(rows, visible, count, .ascii) == ascii)
    }

    @Test func theThumbOnlyGoesDownAndReachesBothEnds() {
        for (height, count) in [(5, 6), (5, 20), (10, 11), (10, 97), (24, 1000), (1, 50), (2, 3)] {
            var last = -1
            for top in 0...count - height {
                let bar = Array(scrollBar(height, top..<top + height, count, .ascii))
                #expect(bar.count == height)
                let start = bar.firstIndex(of: "#") ?? -1
                #expect(start >= last, "\(height) of \(count) at \(top)")
                last = start
                if top == 0 { #expect(start == 0) }
                if top == count - height { #expect(bar.last == "#") }
            }
        }
    }

    private func scrollBar(_ rows: Int, _ visible: Range<Int>, _ count: Int, _ glyphs: Glyphs) -> String {
        var surface = Surface(rows: rows, columns: 2)
        surface.drawScrollBar(column: 1, rows: 0..<rows, visible: visible, count: count, glyphs: glyphs)
        return (0..<rows).map { surface.line($0).drop { $0 == " " } }.joined()
    }

    // MARK: Fitted and marked text

    @Test(arguments: [
        ("abc", 0..<6, TextAlignment.left, "abc   |"), ("abc", 0..<6, .right, "   abc|"),
        ("abcdefgh", 0..<6, .left, "abcde…|"),
        ("abcdefgh", 0..<6, .right, "abcde…|"), ("混乱的角", 0..<6, .left, "混乱… |"), ("混乱的角", 0..<6, .right, " 混乱…|"),
        ("abc", 4..<6, .left, "####a…|"), ("abc", 2..<2, .left, "######|"), ("", 1..<5, .left, "#    #|"),
        ("abcd", 4..<9, .left, "####ab|"),
    ])
    func fittedTextFillsItsColumns(_ text: String, _ columns: Range<Int>, _ alignment: TextAlignment, _ row: String) {
        var surface = Surface(rows: 1, columns: 7)
        surface.fill(Rectangle(row: 0, column: 0, rows: 1, columns: 6), with: "#")
        surface.putFitted(text, row: 0, columns: columns, alignment: alignment)
        surface.put("|", row: 0, column: 6)
        #expect(surface.line(0) == row)
    }

    @Test func foundLettersAreMarkedByTheirNumberNotTheirColumn() {
        var surface = Surface(rows: 2, columns: 9)
        let bold = Style(.bold)
        #expect(surface.put("混e\u{301}乱x", marking: [1, 2], row: 0, column: 1, markStyle: bold) == 7)
        #expect(StyleMap(surface).rows[0] == "...aaa...")
        #expect(surface.put("abcdef", marking: [0, 5], row: 1, column: 5, markStyle: bold, limit: 8) == 8)
        #expect(surface.line(1) == "     abc")
        #expect(StyleMap(surface).rows[1] == ".....a...")
        #expect(surface.put("abc", marking: [9, -1], row: 1, column: 0, markStyle: bold) == 3)
    }
}
