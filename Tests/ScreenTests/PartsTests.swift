// Boxes, bars and fitted text.
import Screen
import Testing
import TextMetrics

@Suite struct PartsTests {
    @Test func aBoxHasItsTitleInTheEdge() {
        var surface = Surface(rows: 3, columns: 14)
        surface.put("under the box", row: 1, column: 0)
        let inside = surface.drawBox(surface.area, title: "help", footer: "Esc back", glyphs: .unicode)
        #expect(surface.text == "┌ help ──────┐\n│            │\n└ Esc back ──┘")
        #expect(inside == Rectangle(row: 1, column: 2, rows: 1, columns: 10))
    }

    @Test func aLongTitleIsCutAndASmallBoxIsNotDrawn() {
        var surface = Surface(rows: 2, columns: 10)
        surface.drawBox(surface.area, title: "“混乱的角色”", glyphs: .ascii)
        #expect(surface.line(0) == "+ “混... +")
        let inside = surface.drawBox(Rectangle(row: 0, column: 0, rows: 1, columns: 3), glyphs: .ascii)
        #expect(inside.isEmpty)
    }

    @Test(arguments: [
        (0..<5, 20, "#...."), (8..<13, 20, "..#.."), (15..<20, 20, "....#"), (0..<10, 20, "##..."), (0..<20, 20, ""),
    ])
    func aScrollBarTellsWhatIsInSight(_ visible: Range<Int>, _ count: Int, _ bar: String) {
        var surface = Surface(rows: 5, columns: 1)
        surface.drawScrollBar(column: 0, rows: 0..<5, visible: visible, count: count, glyphs: .ascii)
        #expect((0..<5).map(surface.line).joined() == bar)
    }

    @Test func foundLettersAreMarked() {
        var surface = Surface(rows: 1, columns: 8)
        let end = surface.put("混b c", marking: [0, 3], row: 0, column: 1, markStyle: Style(.bold), limit: 8)
        #expect(end == 6)
        #expect(StyleMap(surface).rows == [".aa..a.."])
        #expect(surface.put("混", marking: [], row: 0, column: 7, markStyle: .plain) == 7)
    }

    @Test func textIsFittedToColumns() {
        var surface = Surface(rows: 2, columns: 8)
        surface.putFitted("block contracts", row: 0, columns: 0..<8)
        surface.putFitted("11", row: 1, columns: 2..<8, alignment: .right)
        #expect(surface.text == "block c…\n      11")
    }
}
