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
        preferences.keys = ["code": ["C"], "uncode": [], "extent": []]
        let bench = try Bench(columns: 120, preferences: preferences)
        let hints = bench.lines[23]
        #expect(hints.hasPrefix(" C code  e extent"))
        #expect(!hints.contains("uncode"))
    }

    @Test func theBarIsBlankWhereHintsAreOff() throws {
        var bench = try Bench()
        try bench.press(":")
        try bench.type("set hints off")
        try bench.press("Enter")
        #expect(bench.state.overlay == nil)
        #expect(bench.lines[23].isEmpty)
        #expect(bench.status.contains("hints is off until you leave"))
        try bench.press("m")
        #expect(bench.status.contains("No coding at the cursor"))
    }
}
