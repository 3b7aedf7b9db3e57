// The which-key box: after a pause, or at once on `?`, it shows how a sequence goes on, and hides as little as it can.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct WhichKeyTests {
    private func box(_ bench: Bench) -> [String] {
        bench.lines.filter { $0.hasPrefix("│") || $0.hasPrefix("┌") || $0.hasPrefix("└") }
    }

    @Test func aPauseInASequenceShowsHowItGoesOn() throws {
        var bench = try Bench()
        try bench.press("g")
        #expect(box(bench).isEmpty)
        bench.state.pause()
        let box = box(bench)
        #expect(box.first?.hasPrefix("┌ g  go to ─") == true)
        let words = box.joined(separator: " ")
        for entry in ["g top", "n next uncoded", "N prev uncoded", "d dashboard", "t documents", "e extracts"] {
            #expect(words.contains(entry), "\(entry)")
        }
    }

    @Test func aPauseAnywhereElseShowsNothing() throws {
        var bench = try Bench()
        bench.state.pause()
        #expect(box(bench).isEmpty)
        try bench.press("3")
        bench.state.pause()
        #expect(box(bench).isEmpty)
        #expect(bench.state.hesitation == nil)
    }

    @Test func theQuestionMarkShowsItAtOnce() throws {
        for keys in ["g ?", "` ?", "' ?", "= ?"] {
            var bench = try Bench()
            try bench.press(keys)
            #expect(!box(bench).isEmpty, "\(keys)")
            #expect(bench.state.overlay == nil)
            #expect(bench.said.isEmpty)
        }
    }

    @Test func anyKeyGoesOnWithTheSequence() throws {
        var bench = try Bench()
        try bench.press("G g ? g")
        #expect(box(bench).isEmpty)
        #expect(bench.fromCursor.hasPrefix("Invented interview."))
    }

    @Test func escDropsTheSequence() throws {
        var bench = try Bench()
        try bench.press("g ? Esc")
        #expect(box(bench).isEmpty)
        #expect(bench.state.sequence.isEmpty)
        #expect(bench.said.isEmpty)
    }

    @Test func aKeyThatDoesNotGoOnSaysSo() throws {
        var bench = try Bench()
        try bench.press("g ? F5")
        #expect(box(bench).isEmpty)
        #expect(bench.said == "gF5 does nothing here; ? shows what does.")
        try bench.press("` 1")
        #expect(bench.said == "` (set mark) needs a letter from a to z, not 1.")
    }

    @Test(arguments: [(16, 60), (24, 80), (40, 120), (60, 200)])
    func theCursorsRowStaysInSight(_ rows: Int, _ columns: Int) throws {
        for keys in ["g g g ?", "G g ?"] {
            var bench = try Bench(rows: rows, columns: columns)
            try bench.press(keys)
            let frame = bench.state.frame(bench.look)
            let cursor = try #require(frame.cursor)
            #expect(!frame.surface.line(cursor.row).hasPrefix("│"), "\(keys) at \(rows)×\(columns)")
            frame.surface.expectSound()
        }
    }

    @Test func theSlotsStandAfterTheKeyThatFillsThem() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter = ?")
        #expect(bench.picture.contains("=  slot: which digit?"))
        #expect(bench.picture.contains("1 BC Block contracts"))
        #expect(bench.picture.contains("9 –"))
    }

    @Test func whatCannotBeDoneIsDimAndTheReasonStandsBelow() throws {
        var bench = try Bench()
        bench.state.study.documents = []
        let draw = WhichKeyDraw(
            whichKey: WhichKey(
                keys: "g",
                title: "go to",
                entries: [
                    WhichKey.Entry(keys: "d", title: "dashboard"),
                    WhichKey.Entry(keys: "e", title: "extracts", why: "Nothing is coded yet."),
                ]
            ),
            look: bench.look,
            size: bench.state.size
        )
        var surface = Surface(rows: 24, columns: 80)
        draw.draw(into: &surface, cursor: nil)
        #expect(try surface.styles(of: "extracts") == [bench.look.quiet])
        #expect(try surface.styles(of: "dashboard") == [.plain])
        #expect(surface.text.contains("e  Nothing is coded yet."))
    }

    @Test func thePlainLookIsAListWithoutABox() throws {
        var bench = try Bench()
        try bench.press("g ?")
        let surface = bench.state.frame(Look(kind: .plain)).surface
        #expect(!surface.text.contains("┌") && !surface.text.contains("│ d"))
        let row = try #require(surface.place(of: "d dashboard")).row
        #expect(surface.line(row).trimmingPrefix { $0 == " " } == "d dashboard")
    }

    @Test func theWaitIsThePersonsOwn() throws {
        var bench = try Bench()
        try bench.press("g")
        #expect(bench.state.hesitation == .milliseconds(400))
        bench.state.preferences.whichKey = 200
        #expect(bench.state.hesitation == .milliseconds(200))
        for never in [nil, 0] {
            bench.state.preferences.whichKey = never
            #expect(bench.state.hesitation == nil)
        }
        bench.state.preferences.whichKey = 400
        bench.state.pause()
        #expect(bench.state.hesitation == nil, "what is shown needs no second pause")
    }
}
