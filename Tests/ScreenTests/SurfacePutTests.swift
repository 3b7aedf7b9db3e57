// Text on cells: every way to cut it, and every way to write over a wide character.
import Screen
import Testing

@Suite struct SurfacePutTests {
    /// A text put at every column of a surface of six, and what the row shows then.
    @Test(arguments: [
        (-7, "......"), (-6, "......"), (-5, "e....."), (-4, "de...."), (-3, ".de..."), (-2, "混de.."), (-1, "b混de."),
        (0, "ab混de"), (1, ".ab混d"), (2, "..ab混"), (3, "...ab."), (4, "....ab"), (5, ".....a"), (6, "......"),
        (7, "......"),
    ])
    func textIsCutOnBothSides(_ column: Int, _ row: String) {
        var surface = dotted(6)
        surface.put("ab混de", row: 0, column: column)
        #expect(surface.line(0) == row)
    }

    @Test(arguments: [
        (-1, "......"), (0, "......"), (1, "a....."), (2, "ab...."), (3, "ab...."), (4, "ab混.."), (5, "ab混d."),
        (6, "ab混de"), (7, "ab混de"), (Int.max, "ab混de"),
    ])
    func textStopsAtItsLimit(_ limit: Int, _ row: String) {
        var surface = dotted(6)
        let end = surface.put("ab混de", row: 0, column: 0, limit: limit)
        #expect(surface.line(0) == row)
        #expect(end == row.filter { $0 != "." }.reduce(0) { $0 + ($1 == "混" ? 2 : 1) })
    }

    @Test(
        arguments: [
            ("", 3, 3), ("abc", 0, 3), ("abc", 4, 6), ("混", 5, 5), ("混", 4, 6), ("混", -1, 1), ("abc", -9, -6),
            ("a\tb", 0, 3), ("\u{1B}[m", 0, 3), ("e\u{301}", 0, 1), ("👩🏽‍⚕️", 1, 3), ("abc", 9, 9),
        ] as [(String, Int, Int)]
    )
    func theColumnAfterTheTextIsAnswered(_ text: String, _ column: Int, _ end: Int) {
        var surface = dotted(6)
        #expect(surface.put(text, row: 0, column: column) == end)
    }

    /// Two wide characters and two narrow ones; every narrow and every wide character put over them.
    @Test(arguments: [
        (0, "x", "x 乱ab"), (1, "x", " x乱ab"), (2, "x", "混x ab"), (3, "x", "混 xab"), (4, "x", "混乱xb"), (5, "x", "混乱ax"),
        (0, "的", "的乱ab"), (1, "的", " 的 ab"), (2, "的", "混的ab"), (3, "的", "混 的b"), (4, "的", "混乱的"), (5, "的", "混乱ab"),
        (0, "的角", "的角ab"), (1, "的角", " 的角b"), (-1, "的角", " 角 ab"), (0, "xyz", "xyz ab"), (1, "xy", " xy ab"),
    ])
    func noHalfOfAWideCharacterStays(_ column: Int, _ text: String, _ row: String) {
        var surface = Surface(rows: 1, columns: 6)
        surface.put("混乱ab", row: 0, column: 0)
        surface.put(text, row: 0, column: column)
        #expect(surface.line(0) == row)
        #expect(surface.cells.reduce(0) { $0 + Int($1.width) } == surface.columns)
    }

    @Test(arguments: [
        (0, "x  cde"), (1, " x cde"), (2, "  xcde"), (3, "क्षिxde"),
    ])
    func joinedLettersOfThreeColumnsGoAsOne(_ column: Int, _ row: String) {
        var surface = Surface(rows: 1, columns: 6)
        surface.put("क्षिcde", row: 0, column: 0)
        surface.put("x", row: 0, column: column)
        #expect(surface.line(0) == row)
    }

    @Test func aFillBlanksWhatItCuts() {
        var surface = Surface(rows: 3, columns: 6)
        for row in 0..<3 { surface.put("混乱的", row: row, column: 0) }
        surface.fill(Rectangle(row: 1, column: 1, rows: 1, columns: 2), with: "#")
        #expect(surface.text == "混乱的\n ## 的\n混乱的")
        surface.fill(Rectangle(row: 2, column: 0, rows: 1, columns: 6), with: "混")
        #expect(surface.line(2) == "混乱的", "only one-column characters fill")
    }

    @Test func whatIsBlankedKeepsItsColours() {
        let tint = Style(background: 236)
        var surface = Surface(rows: 1, columns: 4)
        surface.put("混乱", row: 0, column: 0, style: tint)
        surface.put("x", row: 0, column: 1, style: Style(.bold))
        #expect(surface[0, 0] == Surface.cell(" ", tint))
        #expect(surface[0, 1] == Surface.cell("x", Style(.bold)))
        #expect(StyleMap(surface).rows == ["abaa"])
    }

    @Test func theCoveredCellsOfAWideCharacterHaveItsStyle() {
        var surface = Surface(rows: 1, columns: 6)
        surface.put("混क्षि", row: 0, column: 0, style: Style(foreground: 180))
        #expect((0..<6).map { Int(surface[0, $0].width) } == [2, 0, 3, 0, 0, 1])
        #expect(StyleMap(surface).rows == ["aaaaa."])
    }

    @Test func rowsDoNotRunIntoEachOther() {
        var surface = Surface(rows: 3, columns: 3)
        surface.put("abcdef", row: 1, column: 0)
        surface.put("混混", row: 0, column: 1)
        surface.put("x", row: 2, column: -1)
        #expect(surface.text == " 混\nabc\n")
        surface.restyle(row: 0, columns: -5..<50) { $0.attributes.insert(.bold) }
        #expect(StyleMap(surface).rows == ["aaa", "...", "..."])
    }

    @Test(arguments: [(0, 0), (0, 5), (5, 0), (-1, 5), (5, -1)])
    func aSurfaceWithoutCellsTakesAnything(_ rows: Int, _ columns: Int) {
        var surface = Surface(rows: rows, columns: columns)
        surface.put("abc", row: 0, column: 0)
        surface.fill(Rectangle(row: 0, column: 0, rows: 9, columns: 9), with: "x")
        surface.restyle(surface.area) { $0.attributes = .bold }
        surface.drawBox(surface.area, title: "t", glyphs: .ascii)
        surface.drawScrollBar(column: 0, rows: 0..<0, visible: 0..<1, count: 5, glyphs: .ascii)
        #expect(surface.cells.isEmpty)
    }

    private func dotted(_ columns: Int) -> Surface {
        var surface = Surface(rows: 1, columns: columns)
        surface.fill(surface.area, with: ".")
        return surface
    }
}

extension Surface {
    /// A narrow cell as a surface holds it.
    fileprivate static func cell(_ text: String, _ style: Style) -> Cell {
        var surface = Surface(rows: 1, columns: 1)
        surface.put(text, row: 0, column: 0, style: style)
        return surface[0, 0]
    }
}
