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
    func everyCommandIsInTheTableAndCanBeReached(_ command: Command) {
        let rows = CommandTable.standard.rows.filter { $0.command == command && !$0.places.isEmpty }
        #expect(!rows.isEmpty)
        for row in rows {
            for place in row.places {
                #expect(CommandTable.standard.row(named: command.name, in: place)?.command == command)
            }
        }
    }

    @Test func everyCommandHasANameOfItsOwn() {
        let names = Command.allCases.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Command.nextUncoded.name == "next-uncoded")
        for name in names { #expect(name.allSatisfy { $0.isLowercase || $0 == "-" }) }
    }

    @Test func noKeyNeedsTwoModifiers() {
        for key in CommandTable.standard.rows.flatMap(\.keys).flatMap({ $0.split(separator: " ").map(String.init) }) {
            let press = KeyPress(name: key)
            // A capital is typed with Shift, which is a modifier too.
            let isCapital = press?.typed?.isUppercase == true
            #expect(
                [
                    press?.modifiers.contains(.control), press?.modifiers.contains(.alt),
                    press?.modifiers.contains(.shift), isCapital,
                ]
                .count { $0 == true } <= 1,
                "\(key)"
            )
        }
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
            #expect(!row.title.isEmpty && row.title.count <= 12, "\(row.command): \(row.title)")
            #expect(!row.needsArgument || row.argument != nil, "\(row.command)")
        }
    }

    @Test(arguments: Place.allCases)
    func everyKeyIsFoundAgain(_ place: Place) {
        for row in CommandTable.standard.rows where row.places.contains(place) {
            for key in row.keys {
                let parts = key.split(separator: " ").map(String.init)
                let found = CommandTable.standard.look(up: parts, in: place)
                #expect(found == (row.argument?.isTyped == true ? .prefix : .command(row.command)))
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

    @Test(arguments: [
        (["`", "a"], CommandTable.Lookup.commandWith(.setMark, argument: "a")),
        (["'", "Z"], .commandWith(.goToMark, argument: "Z")), (["=", "3"], .commandWith(.assignSlot, argument: "3")),
        (["`", "1"], .none), (["`", "F5"], .none), (["`", "é"], .none), (["=", "0"], .none), (["=", "a"], .none),
        (["'"], .prefix), (["="], .prefix),
    ])
    func aKeyThatWaitsTakesOnlyWhatItWaitsFor(_ keys: [String], _ expected: CommandTable.Lookup) {
        #expect(CommandTable.standard.look(up: keys, in: .read) == expected)
    }
}
