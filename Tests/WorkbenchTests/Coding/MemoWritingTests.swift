// Memos of more than a line, memos together with codes, and what happens to words typed where no memo can be.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct MemoWritingTests {
    private func coded() throws -> Bench {
        var bench = try Bench()
        try bench.press("s c b c Enter")
        return bench
    }

    private func memo(_ bench: Bench) throws -> String { try #require(bench.screen.codings.first).memo }

    // MARK: The editor

    @Test func theEditorGoesOnWithTheLine() throws {
        var bench = try coded()
        bench.writes = { $0 + "\n\nSecond paragraph.\n" }
        try bench.press("m")
        try bench.type("First thought")
        try bench.press("Ctrl-O")
        #expect(try memo(bench) == "First thought\n\nSecond paragraph.")
        #expect(bench.said == "memo saved · u undoes")
        #expect(bench.state.overlay == nil)
        try bench.press("u")
        #expect(try memo(bench) == "")
    }

    @Test func aMemoOfSeveralLinesOpensTheEditorAtOnce() throws {
        var bench = try coded()
        bench.writes = { _ in "one\ntwo\n" }
        try bench.press("m Ctrl-O")
        bench.writes = nil
        try bench.press("m")
        #expect(bench.memo == nil)
        guard case .write("one\ntwo", about: .coding) = bench.effects.last else {
            Issue.record("the editor is asked for: \(bench.effects.suffix(1))")
            return
        }
    }

    @Test func severalLinesAreShownInOneRow() throws {
        var bench = try coded()
        bench.writes = { _ in "one\n\n  two\nthree\n" }
        try bench.press("m Ctrl-O h")
        #expect(bench.status.contains("“one / two / three”") || bench.picture.contains("one / two / three"))
        try bench.expectSound()
    }

    @Test func anEmptyTextIsAChangeOfMind() throws {
        var bench = try coded()
        try bench.press("m")
        try bench.type("kept")
        try bench.press("Enter m")
        bench.writes = { _ in " \n" }
        try bench.press("Ctrl-O")
        #expect(try memo(bench) == "kept")
        #expect(bench.said == "Nothing was written, so nothing is changed.")
        #expect(bench.saved.count == 2)
    }

    @Test func anUnchangedTextWritesNothing() throws {
        var bench = try coded()
        bench.writes = { _ in "one\ntwo\n" }
        try bench.press("m Ctrl-O")
        bench.writes = { $0 + "\n" }
        try bench.press("m")
        #expect(bench.saved.count == 2)
        #expect(bench.said == "The memo is as it was.")
    }

    @Test func anEditorThatDoesNotOpenLosesNoWords() throws {
        var bench = try coded()
        try bench.press("m")
        try bench.type("half a thought")
        try bench.press("Ctrl-O")
        bench.state.couldNotWrite("The editor “ed” cannot be started.")
        #expect(bench.memo?.line.text == "half a thought")
        #expect(bench.picture.contains("The editor “ed” cannot be started."))
        try bench.press("! Enter")
        #expect(try memo(bench) == "half a thought!")
    }

    @Test func withoutALineTheTroubleIsSaid() throws {
        var bench = try coded()
        bench.state.couldNotWrite("The editor “ed” cannot be started.")
        #expect(bench.said == "The editor “ed” cannot be started.")
        #expect(bench.state.notice?.kind == .alarm)
    }

    // MARK: Codes and memo as one act

    @Test func aSelectionIsCodedTogetherWithItsMemo() throws {
        var bench = try Bench()
        try bench.press("s m")
        #expect(bench.picture.contains("code, then a memo on 7 words"))
        try bench.press("b c Enter")
        #expect(bench.memo?.title == "memo with BC B07:3")
        #expect(bench.codings.isEmpty, "nothing is written before the memo is")
        #expect(bench.picture.contains("Enter code and save"))
        try bench.type("Who asked?")
        try bench.press("Enter")
        #expect(bench.codings == ["rs BC How did the block contract come about?"])
        #expect(try memo(bench) == "Who asked?")
        #expect(bench.saved.count == 1)
        #expect(bench.said == "coded B07:3 BC Block contracts, with a memo · u undoes")
        try bench.press("u")
        #expect(bench.codings.isEmpty)
        try bench.press("U")
        #expect(try memo(bench) == "Who asked?")
    }

    @Test func severalCodesShareTheMemo() throws {
        var bench = try Bench()
        try bench.press("s m b c Tab v w Tab Enter")
        #expect(bench.memo?.title == "memo with BC, VW B07:3")
        try bench.type("both")
        try bench.press("Enter")
        #expect(try bench.screen.codings.map(\.memo) == ["both", "both"])
        #expect(bench.saved.count == 1)
    }

    @Test func aNewCodeTakesAMemoToo() throws {
        var bench = try Bench()
        try bench.press("s m")
        try bench.type("trust")
        try bench.press("Enter")
        #expect(bench.memo?.title == "memo with TR B07:3")
        try bench.type("new")
        try bench.press("Enter")
        #expect(try memo(bench) == "new")
    }

    @Test func escInTheLineCodesNothingAndKeepsTheSelection() throws {
        var bench = try Bench()
        try bench.press("s m b c Enter")
        try bench.type("never mind")
        try bench.press("Esc")
        #expect(bench.saved.isEmpty)
        #expect(bench.selected == "How did the block contract come about?")
    }

    @Test func anEmptyLineIsACodeWithoutAMemo() throws {
        var bench = try Bench()
        try bench.press("s m b c Enter Enter")
        #expect(bench.codings.count == 1)
        #expect(try memo(bench) == "")
        #expect(bench.said == "coded B07:3 BC Block contracts · u undoes")
    }

    @Test func theEditorWritesTheMemoOfAPassageToo() throws {
        var bench = try Bench()
        bench.writes = { _ in "first\nsecond\n" }
        try bench.press("s m b c Enter Ctrl-O")
        #expect(try memo(bench) == "first\nsecond")
        #expect(bench.saved.count == 1)
    }

    // MARK: Words typed where no memo can be

    @Test func wordsTypedAfterARefusalAreNoCommands() throws {
        for others in [[], [(coder: "ag", quote: "How did", code: "bc")]] {
            var bench = try Bench(others: others)
            try bench.press("m")
            #expect(!bench.said.isEmpty)
            try bench.type("contract form, not x. s1 q")
            #expect(bench.state.overlay == nil)
            #expect(bench.saved.isEmpty && bench.effects.isEmpty)
            #expect(bench.state.place == .read)
            #expect(bench.said == "No line was opened, so the words typed after it did nothing.")
        }
    }

    @Test func aPauseEndsIt() throws {
        var bench = try Bench()
        try bench.press("m")
        #expect(bench.state.hesitation == .milliseconds(400))
        bench.state.pause()
        #expect(bench.state.hesitation == nil)
        try bench.press("s")
        #expect(bench.state.place == .select)
    }

    @Test(arguments: ["Esc", "Enter", "Down", "Ctrl-L"])
    func aKeyThatTypesNothingEndsIt(_ key: String) throws {
        var bench = try Bench()
        try bench.press("m x \(key) s")
        #expect(bench.state.place == .select)
    }
}
