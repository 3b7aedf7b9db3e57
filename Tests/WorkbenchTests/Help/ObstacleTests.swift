// A command that cannot be done says why, wherever it is asked for, and in the same words.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct ObstacleTests {
    /// Benches in all places where a text is shown, and in the lists.
    private func benches() throws -> [(name: String, bench: Bench)] {
        var benches: [(String, Bench)] = []
        for keys in ["", "s", "s c b c Enter", "s c b c Enter e"] {
            var bench = try Bench(others: [("ag", "Well, it was", "vw")])
            try bench.press(keys)
            benches.append((keys, bench))
        }
        var other = try Bench(others: [("ag", "Well, it was", "vw")])
        try other.go(to: "it was")
        benches.append(("at another coder's coding", other))
        for screen in [ScreenName.dashboard, .documents] {
            var bench = try Bench()
            bench.putListBehind()
            bench.state.trail = [screen]
            benches.append(("\(screen)", bench))
        }
        return benches
    }

    @Test func whatStandsInTheWayIsSaidInOneSentenceEverywhere() throws {
        for (name, bench) in try benches() {
            for (command, why) in bench.state.obstacles {
                #expect(why.hasSuffix(".") || why.hasSuffix("…"), "\(why)")
                #expect(why.first?.isUppercase == true, "\(why)")
                var state = bench.state
                let effects = state.perform(command, argument: "a", edit: bench.edit(by: state.coder))
                #expect(effects.isEmpty, "\(command) \(name)")
                #expect(state.notice == Notice(text: why, kind: .refused), "\(command) \(name)")
                #expect(state.overlay == nil, "\(command) \(name)")
            }
        }
    }

    @Test func aFreshStudyHasNothingToTakeBackRepeatOrFind() throws {
        let obstacles = try Bench().state.obstacles
        let expected: [Command] = [
            .again, .uncode, .recode, .extent, .memo, .star, .doubt, .spotlight, .copy, .undo, .redo, .nextHit,
            .previousHit, .goToMark, .jumpBack, .jumpForward, .focusNext, .focusPrevious, .assignSlot, .pane,
            .questions,
        ]
        #expect(Set(obstacles.keys) == Set(expected))
    }

    @Test func obstaclesGoWhenTheirReasonsGo() throws {
        var bench = try Bench(columns: 120)
        try bench.press("s c b c Enter ` a G")
        let obstacles = bench.state.obstacles
        for command in [Command.again, .undo, .goToMark, .jumpBack, .assignSlot, .pane] {
            #expect(obstacles[command] == nil, "\(command)")
        }
        try bench.press("' a")
        for command in [Command.uncode, .recode, .extent, .memo, .star, .doubt, .spotlight, .copy] {
            #expect(bench.state.obstacles[command] == nil, "\(command)")
        }
        #expect(bench.state.obstacles[.focusNext] == "Only one coding here: Block contracts.")
    }

    @Test func layersStayApart() throws {
        var bench = try Bench(others: [("ag", "How did", "bc")])
        let sentence = "Block contracts here is ag's coding, and you are rs: layers stay apart, so code it anew."
        for command in [Command.uncode, .recode, .extent, .memo, .star, .doubt] {
            #expect(bench.state.obstacles[command] == sentence)
        }
        #expect(bench.state.obstacles[.copy] == nil)
        try bench.press("?")
        #expect(bench.help?.obstacles[.uncode] == sentence)
    }

    @Test func aSentenceNamesAPersonsOwnKeys() throws {
        var preferences = Preferences()
        preferences.keys = ["next-coding": ["+"], "code": []]
        let bench = try Bench(preferences: preferences)
        #expect(bench.state.obstacles[.uncode] == "No coding at the cursor to uncode; + goes to the next one.")
        #expect(bench.state.obstacles[.again] == "Nothing to repeat yet: :code chooses a code first.")
    }

    @Test(arguments: [
        ("s", "x", "x (uncode) does nothing here: Esc drops the selection first."),
        ("", "V", "V (shrink) does nothing here: s, t or v makes a selection first."),
        ("s c b c Enter e", "c", "c (code) does nothing here: Enter keeps the extent first, Esc leaves it as it was."),
        ("s", "=", "= (slot) does nothing here: Esc drops the selection first."),
        ("", "+", "+ (context) does nothing here, only on the extracts of a code."),
        ("", "F5", "F5 does nothing here; ? shows what does."),
    ])
    func aKeyOfAnotherPlaceSaysWhereItWorks(_ before: String, _ key: String, _ sentence: String) throws {
        var bench = try Bench()
        try bench.press(before)
        try bench.press(key)
        #expect(bench.said == sentence)
        #expect(bench.state.notice?.kind == .refused)
    }

    @Test func noKeyOfAnyPlaceIsSilentWhereItMeansNothing() throws {
        let keys = Set(CommandTable.standard.rows.flatMap(\.keys).filter { !$0.contains(" ") && $0 != "Esc" })
        for (name, bench) in try benches() {
            for key in keys where bench.state.table.look(up: [key], in: bench.state.place) == .none {
                var tried = bench
                try tried.press(key)
                #expect(tried.state.notice != nil || tried.state.count != nil, "\(key) \(name)")
            }
        }
    }
}
