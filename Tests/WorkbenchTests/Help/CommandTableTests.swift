// The command table holds together: every key means one thing in one place, and every command can be reached and read.

import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct CommandTableTests {
    @Test(arguments: Place.allCases)
    func aKeyMeansOneThingInAPlace(_ place: Place) {
        var owners: [String: Command] = [:]
        for row in CommandTable.standard.rows where row.places.contains(place) {
            for key in row.keys {
                #expect(owners[key] == nil, "\(key) is \(row.command) and \(String(describing: owners[key]))")
                owners[key] = row.command
            }
        }
    }

    @Test(arguments: Place.allCases)
    func noKeyHidesALongerSequence(_ place: Place) {
        let keys = CommandTable.standard.rows.filter { $0.places.contains(place) }.flatMap(\.keys)
        for key in keys {
            #expect(!keys.contains { $0.hasPrefix(key + " ") }, "\(key) would be done before the rest is typed")
        }
    }

    @Test(arguments: Place.allCases)
    func aCommandHasOneRowInAPlace(_ place: Place) {
        let commands = CommandTable.standard.rows.filter { $0.places.contains(place) }.map(\.command)
        #expect(Set(commands).count == commands.count)
    }

    @Test(arguments: Command.allCases)
    func everyCommandIsInTheTable(_ command: Command) {
        #expect(CommandTable.standard.rows.contains { $0.command == command && !$0.keys.isEmpty && !$0.places.isEmpty })
    }

    @Test func everyKeyIsAKeyAndIsWrittenAsKeysAreNamed() {
        for row in CommandTable.standard.rows {
            for name in row.keys.flatMap({ $0.split(separator: " ") }) {
                #expect(KeyPress(name: String(name))?.description == String(name), "\(name) of \(row.command)")
            }
        }
    }

    @Test func keysThatTerminalsCannotTellApartAreNotBound() {
        let forbidden: Set = [
            "Ctrl-M", "Ctrl-I", "Ctrl-J", "Ctrl-H", "Ctrl-[", "Ctrl-S", "Ctrl-Q", "Ctrl-V", "Ctrl-C", "Ctrl-\\",
        ]
        for key in CommandTable.standard.rows.flatMap(\.keys).flatMap({ $0.split(separator: " ").map(String.init) }) {
            #expect(!forbidden.contains(key))
            #expect(!key.contains("Alt-"))
        }
    }

    @Test func digitsBelongToCountsAndSlots() {
        let keys = CommandTable.standard.rows.flatMap(\.keys)
        #expect((1...9).allSatisfy { !keys.contains(String($0)) })
    }

    @Test func everyRowReadsWell() {
        for row in CommandTable.standard.rows {
            #expect(row.help.hasSuffix("."), "\(row.command)")
            #expect(row.help.first?.isUppercase == true, "\(row.command)")
            #expect(row.help.count <= 90, "\(row.command)")
            #expect(!row.title.isEmpty && row.title.count <= 14, "\(row.command)")
            #expect(row.hintedIn.isSubset(of: row.places), "\(row.command)")
        }
    }

    @Test(arguments: Place.allCases)
    func everyKeyIsFoundAgain(_ place: Place) {
        for row in CommandTable.standard.rows where row.places.contains(place) {
            for key in row.keys {
                let parts = key.split(separator: " ").map(String.init)
                #expect(CommandTable.standard.look(up: parts, in: place) == .command(row.command))
                for length in 1..<parts.count where parts.count > 1 {
                    #expect(CommandTable.standard.look(up: Array(parts.prefix(length)), in: place) == .prefix)
                }
            }
        }
        #expect(CommandTable.standard.look(up: ["F12"], in: place) == .none)
        #expect(CommandTable.standard.look(up: ["g", "F12"], in: place) == .none)
    }

    @Test func theThreeKeysThatEveryPlaceHas() {
        for place in Place.allCases {
            #expect(CommandTable.standard.look(up: ["?"], in: place) == .command(.help))
            #expect(CommandTable.standard.look(up: ["q"], in: place) == .command(.back))
            #expect(CommandTable.standard.look(up: ["Q"], in: place) == .command(.quit))
        }
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
        for columns in 60...130 {
            let bench = try Bench(rows: 24, columns: columns)
            let words = CommandTable.standard.rows.filter { $0.hintedIn.contains(.read) }.map {
                "\($0.keys[0]) \($0.title)"
            }
            var rest = bench.lines[23][...].drop { $0 == " " }
            while !rest.isEmpty {
                let word = try #require(words.first { rest.hasPrefix($0) }, "\(columns): \(rest)")
                rest = rest.dropFirst(word.count).drop { $0 == " " }
            }
        }
    }
}
