import Screen
import Testing

@Suite struct ListViewTests {
    @Test(arguments: [
        ("Down", 1), ("Up", 0), ("End", 19), ("PgDn", 4), ("Ctrl-D", 2), ("Home", 0), ("Ctrl-N", 1),
    ])
    func keysMoveTheChoice(_ key: String, _ row: Int) throws {
        var list = ListView()
        let isHandled = try list.handle(#require(KeyPress(name: key)), count: 20, height: 5)
        #expect(isHandled)
        #expect(list.selection == row)
    }

    @Test func lettersAreLeftToTheOwner() {
        var list = ListView()
        let isHandled = list.handle(KeyPress("j"), count: 20, height: 5)
        #expect(!isHandled)
    }

    @Test func aListThatWrapsGoesRound() {
        var list = ListView(wraps: true)
        list.move(by: -1, count: 3)
        #expect(list.selection == 2)
        list.move(by: 1, count: 3)
        #expect(list.selection == 0)
        list.move(by: 7, count: 3)
        #expect(list.selection == 2)
    }

    @Test func theChoiceStaysInSightWhateverTheHeightAndCount() {
        for (count, height, margin) in [(20, 5, 1), (20, 1, 3), (3, 10, 1), (20, 2, 5), (1, 1, 0)] {
            var list = ListView(margin: margin)
            for step in [1, 5, -3, 100, -1, -100, 2] {
                list.move(by: step, count: count)
                let rows = list.visibleRows(count: count, height: height)
                #expect(rows.contains(list.selection))
                #expect(rows.count == min(count, height))
            }
        }
    }

    @Test func emptyAndShrunkenListsAreNoTrouble() {
        var list = ListView(selection: 7)
        #expect(list.visibleRows(count: 0, height: 5).isEmpty)
        #expect(list.selection == 0)
        list.select(9, count: 10)
        #expect(list.visibleRows(count: 4, height: 3) == 1..<4)
        #expect(list.selection == 3)
        list.move(by: 1, count: 0)
        #expect(list.selection == 0)
    }

    @Test func theWheelTakesTheChoiceAlong() {
        var list = ListView(margin: 0)
        list.scroll(by: 3, count: 20, height: 5)
        #expect(list.selection == 3)
        #expect(list.visibleRows(count: 20, height: 5) == 3..<8)
        list.scroll(by: 99, count: 20, height: 5)
        #expect(list.visibleRows(count: 20, height: 5) == 15..<20)
    }

    @Test func rowsAreDrawnWithTheChoiceKnown() {
        var (list, surface) = (ListView(selection: 2, margin: 0), Surface(rows: 2, columns: 6))
        list.draw(into: &surface, in: surface.area, count: 4) { number, line, isSelected, surface in
            surface.put(
                "\(isSelected ? ">" : " ")row \(number)",
                row: line.row,
                column: line.column,
                limit: line.endColumn
            )
        }
        #expect(surface.text == " row 1\n>row 2")
    }
}
