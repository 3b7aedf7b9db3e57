// A list under any run of keys, wheels and sizes.
import Screen
import TestSupport
import Testing

@Suite struct ListViewPropertyTests {
    private static let keys = [
        "Up", "Down", "PgUp", "PgDn", "Home", "End", "Ctrl-N", "Ctrl-P", "Ctrl-D", "Ctrl-U", "j", "Enter", "S-Up",
    ]

    @Test(arguments: [0, 1, 2, 5])
    func theChoiceIsAlwaysInSight(_ margin: Int) throws {
        var generator = SeededGenerator(seed: UInt64(margin) + 1)
        for wraps in [false, true] {
            var list = ListView(selection: Int.random(in: -3..<50, using: &generator), wraps: wraps, margin: margin)
            var (count, height) = (20, 5)
            for _ in 0..<3000 {
                switch Int.random(in: 0..<10, using: &generator) {
                case 0:
                    (count, height) = (
                        Int.random(in: 0..<40, using: &generator), Int.random(in: 0..<12, using: &generator)
                    )
                case 1: list.scroll(by: Int.random(in: -9...9, using: &generator), count: count, height: height)
                case 2: list.select(Int.random(in: -9...60, using: &generator), count: count)
                case 3: list.move(by: Int.random(in: -9...9, using: &generator), count: count)
                default:
                    let key = try #require(Self.keys.randomElement(using: &generator))
                    _ = try list.handle(#require(KeyPress(name: key)), count: count, height: height)
                }
                try expectSane(&list, count: count, height: height, margin: margin)
            }
        }
    }

    private func expectSane(_ list: inout ListView, count: Int, height: Int, margin: Int) throws {
        let rows = list.visibleRows(count: count, height: height)
        guard count > 0, height > 0 else {
            try #require(rows.isEmpty)
            return
        }
        try #require(rows.count == min(count, height), "\(rows) of \(count) in \(height)")
        try #require(rows.contains(list.selection), "\(list.selection) in \(rows)")
        // The margin holds but at the ends of the list and where there is no room for it.
        let room = min(margin, (height - 1) / 2)
        try #require(list.selection - rows.lowerBound >= room || rows.lowerBound == 0)
        try #require(rows.upperBound - 1 - list.selection >= room || rows.upperBound == count)
        let again = list.visibleRows(count: count, height: height)
        try #require(again == rows, "looking changes nothing")
    }

    @Test func aStepMovesTheViewByNoMoreThanAStep() {
        for margin in [0, 1, 2] {
            var list = ListView(margin: margin)
            var last = list.visibleRows(count: 50, height: 7).lowerBound
            for step in Array(repeating: 1, count: 60) + Array(repeating: -1, count: 60) {
                list.move(by: step, count: 50)
                let top = list.visibleRows(count: 50, height: 7).lowerBound
                #expect(abs(top - last) <= 1)
                last = top
            }
            #expect(last == 0)
        }
    }

    @Test(arguments: [
        ("Up", 0, 0), ("Up", 10, 9), ("Down", 19, 19), ("Down", 10, 11), ("PgUp", 10, 6), ("PgDn", 10, 14),
        ("PgUp", 2, 0),
        ("PgDn", 18, 19), ("Ctrl-U", 10, 8), ("Ctrl-D", 10, 12), ("Ctrl-U", 1, 0), ("Ctrl-D", 19, 19), ("Home", 10, 0),
        ("End", 10, 19), ("Ctrl-P", 10, 9), ("Ctrl-N", 10, 11),
    ])
    func keysMoveFromARow(_ key: String, _ from: Int, _ to: Int) throws {
        var list = ListView(selection: from)
        let isHandled = try list.handle(#require(KeyPress(name: key)), count: 20, height: 5)
        #expect(isHandled)
        #expect(list.selection == to)
    }

    @Test(arguments: [
        "j", "k", "Enter", "Tab", "Ctrl-Up", "S-Down", "Alt-Home", "Left", "Right", "Ctrl-F", "Space", "0",
    ])
    func otherKeysAreLeftAlone(_ key: String) throws {
        var list = ListView(selection: 3)
        let isHandled = try list.handle(#require(KeyPress(name: key)), count: 20, height: 5)
        #expect(!isHandled)
        #expect(list == ListView(selection: 3))
    }

    @Test func onlySingleStepsGoRound() throws {
        var list = ListView(wraps: true)
        _ = list.handle(KeyPress(.up), count: 5, height: 3)
        #expect(list.selection == 4)
        _ = list.handle(KeyPress(.down), count: 5, height: 3)
        #expect(list.selection == 0)
        _ = list.handle(KeyPress(.pageUp), count: 5, height: 3)
        #expect(list.selection == 0)
        list.move(by: 9, count: 5)
        #expect(list.selection == 4)
        var one = ListView(wraps: true)
        one.move(by: -1, count: 1)
        #expect(one.selection == 0)
        // A choice beyond a list that has shrunk comes back into it.
        var beyond = ListView(selection: 40, wraps: true)
        beyond.move(by: 1, count: 5)
        #expect((0..<5).contains(beyond.selection))
    }

    @Test func aPageIsTheHeightLessOneRowForTheEye() {
        for height in 1...10 {
            var list = ListView()
            _ = list.handle(KeyPress(.pageDown), count: 100, height: height)
            #expect(list.selection == max(1, height - 1))
        }
    }

    @Test func theWheelMovesTheViewAndDragsTheChoice() {
        var list = ListView(selection: 10, margin: 0)
        #expect(list.visibleRows(count: 30, height: 5) == 6..<11)
        list.scroll(by: 1, count: 30, height: 5)
        #expect(list.visibleRows(count: 30, height: 5) == 7..<12)
        #expect(list.selection == 10, "still in sight: the choice stays")
        list.scroll(by: 5, count: 30, height: 5)
        #expect(list.visibleRows(count: 30, height: 5) == 12..<17)
        #expect(list.selection == 12)
        list.scroll(by: -100, count: 30, height: 5)
        #expect(list.visibleRows(count: 30, height: 5) == 0..<5)
        #expect(list.selection == 4)
        var short = ListView()
        short.scroll(by: 3, count: 2, height: 5)
        #expect(short.visibleRows(count: 2, height: 5) == 0..<2)
    }

    @Test func rowsAreDrawnInTheirPlace() {
        var (list, surface) = (ListView(selection: 3, margin: 0), Surface(rows: 5, columns: 8))
        surface.fill(surface.area, with: ".")
        var drawn: [Int] = []
        list.draw(into: &surface, in: Rectangle(row: 1, column: 2, rows: 3, columns: 4), count: 9) {
            number,
            line,
            chosen,
            surface in
            drawn.append(number)
            surface.put(chosen ? "<\(number)>" : "\(number)", row: line.row, column: line.column, limit: line.endColumn)
        }
        #expect(drawn == [1, 2, 3])
        #expect(surface.text == "........\n..1.....\n..2.....\n..<3>...\n........")
    }
}
