// The hint bar: the most useful keys of a place, as many as fit, never one in part.

import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct HintBarTests {
    @Test func theHintsAreThoseOfThePictures() throws {
        var bench = try Bench(rows: 40, columns: 120)
        #expect(
            bench.lines[39].hasPrefix(
                " c code  x uncode  e extent  m memo  r recode  [ ] prev/next coding  g go to…  : commands"
            )
        )
        #expect(bench.lines[39].hasSuffix("? help"))
        try bench.press("s c b c Enter s c d a Enter s")
        #expect(bench.lines[39].hasPrefix(" c code  1 BC  2 DA  . again  i in-vivo  m memo  v grow"))
    }

    @Test(arguments: [60, 70, 80, 100, 120, 200])
    func hintsFitAndAlwaysShowHelp(_ columns: Int) throws {
        var bench = try Bench(rows: 24, columns: columns)
        #expect(bench.lines[23].hasSuffix("? help"))
        #expect(bench.lines[23].hasPrefix(" c code"))
        try bench.press("s c b c Enter s c d a Enter s c v w Enter s c r e o Enter s")
        #expect(bench.lines[23].hasSuffix("? help"))
        #expect(bench.lines[23].contains("1 BC"))
        bench.putListBehind()
        bench.state.trail = [.documents]
        #expect(bench.lines[23].contains("Enter open"))
        #expect(bench.lines[23].contains("? help"))
    }

    @Test func aHintIsNeverCutInTheMiddle() throws {
        for columns in 60...200 {
            let bench = try Bench(rows: 24, columns: columns)
            let words = bench.state.table.hints(in: .read).map { "\($0.key) \($0.title)" }
            var rest = bench.lines[23][...].drop { $0 == " " }
            while !rest.isEmpty {
                let word = try #require(words.first { rest.hasPrefix($0) }, "\(columns): \(rest)")
                rest = rest.dropFirst(word.count).drop { $0 == " " }
            }
        }
    }

    @Test(arguments: Place.allCases)
    func everyHintIsAKeyOfThePlace(_ place: Place) {
        let hints = CommandTable.standard.hints(in: place)
        #expect(hints.contains { $0.key == "?" })
        #expect(hints.count == CommandTable.hintOrder(in: place).count, "each command of the order has a key here")
        for hint in hints { #expect(!hint.title.isEmpty && hint.title.count <= 16) }
    }

    @Test func hintsFollowAPersonsOwnKeys() throws {
        var preferences = Preferences()
        preferences.keys = ["code": ["C"], "uncode": []]
        let bench = try Bench(columns: 120, preferences: preferences)
        let hints = bench.lines[23]
        #expect(hints.hasPrefix(" C code  e extent"))
        #expect(!hints.contains("uncode"))
    }

    @Test(arguments: 80...130)
    func howToFindEverythingElseIsHintedFromEightyColumnsOn(_ columns: Int) throws {
        let hints = try Bench(rows: 24, columns: columns).lines[23]
        for hint in [" c code", "g go to…", ": commands", "? help"] { #expect(hints.contains(hint), "\(hints)") }
    }

    @Test(arguments: 60...79)
    func helpAndCommandsAreHintedInTheNarrowestWindows(_ columns: Int) throws {
        let hints = try Bench(rows: 24, columns: columns).lines[23]
        for hint in [" c code", ": commands", "? help"] { #expect(hints.contains(hint), "\(hints)") }
    }

    @Test func keysOfOnesOwnAreKeptAsWell() throws {
        var preferences = Preferences()
        preferences.keys = ["help": ["F1"], "palette": ["P"]]
        let hints = try Bench(rows: 24, columns: 60, preferences: preferences).lines[23]
        #expect(hints.contains("P commands"))
        #expect(hints.hasSuffix("F1 help"))
    }

    @Test func whatIsKeptComesInTheOrderOfItsImportance() {
        let hints = [(key: "a", title: "one"), (key: "b", title: "two"), (key: "c", title: "three")]
        func bar(_ columns: Int, _ kept: [String]) -> String {
            var surface = Surface(rows: 1, columns: columns)
            drawHintBar(hints, keeping: kept, row: 0, look: Look(kind: .dark), into: &surface)
            return surface.line(0)
        }
        #expect(bar(22, []) == " a one  b two  c three")
        #expect(bar(21, []) == " a one  b two")
        #expect(bar(21, ["c", "b"]) == " b two  c three")
        #expect(bar(14, ["c", "b"]) == " c three")
        #expect(bar(5, ["c", "b"]).isEmpty)
        #expect(bar(22, ["nothing"]) == " a one  b two  c three")
    }
}
