// `:set` takes effect at once, and `y` hands words to where the preferences say.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct SettingTests {
    private func bench(_ command: String, _ bench: Bench) throws -> Bench {
        var bench = bench
        try bench.press(":")
        try bench.type(command)
        try bench.press("Enter")
        return bench
    }

    @Test func theLookFollowsThePreferences() throws {
        let state = try bench("set look light", Bench()).state
        #expect(state.preferences.look == .light)
        #expect(Look(state.preferences, colours: 256, isUTF8: true).kind == .light)
        #expect(state.notice?.text == "look is light until you leave; the configuration file keeps it for good.")
    }

    @Test(arguments: [
        (Preferences.Colours.auto, 256, Look.Colours.many), (.auto, 8, .eight), (.none, 256, .none),
        (.sixteen, 256, .sixteen),
        (.cube, 8, .eight), (.eight, 16, .eight), (.auto, 0, .none),
    ])
    func coloursAreThoseLikedAndThereAre(_ liked: Preferences.Colours, _ there: Int, _ expected: Look.Colours) {
        var preferences = Preferences()
        preferences.colours = liked
        #expect(Look(preferences, colours: there, isUTF8: true).colours == expected)
    }

    @Test func aTerminalWithoutUTF8GetsASCIIWhateverIsLiked() {
        #expect(Look(Preferences(), colours: 256, isUTF8: false).glyphs == Look(kind: .dark, glyphs: .ascii).glyphs)
        #expect(Look(Preferences(), colours: 256, isUTF8: true).glyphs == Look(kind: .dark).glyphs)
    }

    @Test func theMouseIsSwitchedAtTheEdge() throws {
        let off = try bench("set mouse off", Bench())
        guard case .useMouse(false)? = off.effects.last else {
            Issue.record("the mouse is switched off")
            return
        }
        #expect(try bench("set mouse on", Bench()).effects.isEmpty, "it is on already")
    }

    @Test func theLayerFollows() throws {
        let other = try Bench(others: [("ag", "How did", "bc")])
        #expect(other.picture.contains("BC"))
        let mine = try bench("set layer mine", other)
        #expect(mine.state.coding?.shown.isEmpty == true)
        #expect(try bench("set layer everyone", mine).state.coding?.shown.count == 1)
    }

    // MARK: Copying

    private func copied(_ bench: Bench) -> (text: String, notice: String)? {
        guard case .copy(let text, let notice)? = bench.effects.last else { return nil }
        return (text, notice)
    }

    @Test func theSelectedWordsAreCopiedWithTheirPlace() throws {
        var bench = try Bench()
        try bench.press("s y")
        #expect(copied(bench)?.text == "“How did the block contract come about?” (B07:3)")
        #expect(copied(bench)?.notice == "copied B07:3")
        #expect(bench.selected != nil, "what was selected still is")
    }

    @Test func theCodingInFocusIsCopiedWhole() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter b y")
        #expect(copied(bench)?.text == "“How did the block contract come about?” (B07:3)")
    }
}
