// `g n` and `g N` go to what is not coded yet. `«…»` is coded before, `|` is the cursor.

import CodingCore
import Testing

@testable import Workbench

@MainActor
@Suite struct UncodedTests {
    private static let text = "B07: One two. Three.\n\nB07: Four.\n\n[a note]\n\nB07: Five six."

    private func bench(_ quotes: [String], at start: String = "One", by coder: String = "rs") throws -> Bench {
        var bench = try Bench("Title\n\n" + Self.text, others: quotes.map { (coder, $0, "bc") })
        try bench.go(to: start)
        return bench
    }

    @Test(arguments: [
        ([], "g n", "Four."), ([], "g n g n", "a note"), ([], "3 g n", "Five six."), ([], "g n g N", "One two."),
        (["One two."], "g n", "Three."), (["One two. Three."], "g n", "Four."),
        (["One two. Three.", "Four."], "g n", "a note"),
        (["two"], "g n", "Three."), (["Four.", "a note"], "g n", "Five six."),
        (["One two. Three.\n\nB07: Fo"], "g n", "a note"), (["Five"], "G $ g N", "six."),
    ])
    func fromPassageToPassage(_ coded: [String], _ keys: String, _ expected: String) throws {
        var bench = try bench(coded)
        try bench.press(keys)
        #expect(bench.fromCursor.hasPrefix(expected), "\(coded) \(keys): \(bench.fromCursor)")
    }

    @Test func labelsAndFrontMatterAreNeverMeant() throws {
        var bench = try bench(["One two. Three."])
        try bench.press("g N")
        #expect(bench.fromCursor.hasPrefix("One two."))
        #expect(bench.said == "Everything before this is coded.")
        try bench.press("g g g n")
        #expect(bench.fromCursor.hasPrefix("Four."))
    }

    @Test func atTheEndItSaysSo() throws {
        var bench = try bench(["Five six."], at: "Five")
        try bench.press("g n")
        #expect(bench.said == "Everything after this is coded.")
        #expect(bench.fromCursor.hasPrefix("Five"))
        bench = try self.bench([], at: "Five")
        try bench.press("g n")
        #expect(bench.said == "No uncoded passage begins after this one.")
    }

    @Test func onlyTheCodersShownCount() throws {
        var bench = try bench(["Four."], by: "ag")
        try bench.press("g n")
        #expect(bench.fromCursor.hasPrefix("a note"))
        try bench.press("g N A g g g n g n")
        #expect(bench.fromCursor.hasPrefix("Four."))
    }

    @Test func itIsAJumpAndSelectionsGoAlong() throws {
        var bench = try bench([])
        try bench.press("g n H")
        #expect(bench.fromCursor.hasPrefix("One"))
        try bench.press("v g n")
        #expect(bench.selected == "One two. Three.\n\nB07: F")
    }

    @Test func aTextWithoutWordsHasNone() throws {
        for text in ["", "\n", "Title", "B07: …"] {
            var bench = try Bench(text)
            try bench.press("g n g N")
            #expect(bench.state.notice?.kind == .refused)
        }
    }
}
