// The privacy key: at once, from everywhere, and back to what was there before.

import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct PrivacyTests {
    @Test(arguments: ["", "s", "s c", "s c b", "?", ":", "g", "3", "s c b c Enter m"])
    func theScreenIsBlankAtOnceAndComesBackUnharmed(_ keys: String) throws {
        var bench = try Bench()
        try bench.press(keys)
        let before = bench.picture
        try bench.press("F9")
        let words = bench.lines.filter { !$0.isEmpty }
        #expect(words == [" Gloss · F9 goes on"])
        #expect(bench.state.frame(bench.look).cursor == nil)
        let coded = bench.codings
        try bench.press("x c Enter q Q")
        try bench.paste("words")
        #expect(bench.codings == coded)
        #expect(bench.state.isBlanked && bench.effects.allSatisfy { if case .save = $0 { true } else { false } })
        try bench.press("F9")
        #expect(!bench.state.isBlanked)
        // Keys that were typed for a command are gone, and nothing else.
        if keys != "g", keys != "3" { #expect(bench.picture == before) }
    }

    @Test func theOverlayIsAsItWas() throws {
        var bench = try Bench()
        try bench.press("s c b l o")
        let before = bench.picture
        try bench.press("F9 Esc")
        #expect(bench.picture == before)
        #expect(bench.picker?.query.text == "blo")
    }

    @Test func aPauseShowsNothingOfTheKeysTypedBefore() throws {
        var bench = try Bench()
        try bench.press("g F9")
        bench.state.pause()
        #expect(bench.lines.count { !$0.isEmpty } == 1)
        try bench.press("F9")
        #expect(bench.state.sequence.isEmpty)
    }

    @Test func aKeyOfOnesOwnBlanksToo() throws {
        var preferences = Preferences()
        preferences.keys = ["privacy": ["F2"]]
        var bench = try Bench(preferences: preferences)
        try bench.press("F2")
        #expect(bench.picture.contains("F2 goes on"))
        try bench.press("F9")
        #expect(bench.state.isBlanked)
        try bench.press("F2")
        #expect(!bench.state.isBlanked)
    }

    @Test func theNameOfTheCommandBlanksToo() throws {
        var bench = try Bench()
        try bench.press(":")
        try bench.type("privacy")
        try bench.press("Enter")
        #expect(bench.state.isBlanked && bench.state.overlay == nil)
    }
}
