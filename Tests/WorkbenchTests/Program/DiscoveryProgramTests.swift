// The running program and what is discovered in it: the which-key box after a pause, the look that follows `:set`, and where
// copied words go.

import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct DiscoveryProgramTests {
    private func run(
        _ terminal: FakeTerminal,
        preferences: Preferences = Preferences(),
        failing: String? = nil
    ) throws -> (state: AppState, study: FakeStudy) {
        var bench = try Bench(preferences: preferences)
        bench.state.history = nil
        let study = FakeStudy(coder: bench.state.coder)
        study.savingFails = failing
        let program = WorkbenchProgram(
            state: bench.state,
            access: study,
            terminal: terminal,
            look: { Look($0, colours: 256, isUTF8: true) }
        )
        program.run()
        return (program.state, study)
    }

    @Test func whoHesitatesIsShownHowItGoesOn() throws {
        let terminal = FakeTerminal([[.key(KeyPress("g"))], [], [.key(KeyPress("g"))]])
        _ = try run(terminal)
        #expect(!terminal.frames[1].contains("go to ─"))
        #expect(terminal.frames[2].contains("┌ g  go to ─"))
        #expect(!terminal.frames[3].contains("go to ─"))
    }

    @Test func theLookFollowsAtOnce() throws {
        let terminal = FakeTerminal([
            [.key(KeyPress(":"))], "set glyphs ascii".map { .key(KeyPress($0)) }, [.key(KeyPress(.enter))],
        ])
        _ = try run(terminal)
        let last = try #require(terminal.frames.last)
        #expect(terminal.frames[0].unicodeScalars.contains { "›│·".unicodeScalars.contains($0) })
        #expect(!last.unicodeScalars.contains { "›│·…“”".unicodeScalars.contains($0) })
    }

    @Test func theMouseFollowsAtOnce() throws {
        let terminal = FakeTerminal([
            [.key(KeyPress(":"))], "set mouse off".map { .key(KeyPress($0)) }, [.key(KeyPress(.enter))],
        ])
        _ = try run(terminal)
        #expect(terminal.mouse == [false])
    }

    // MARK: Copying

    private let quote = "“How did the block contract come about?” (B07:3)"

    @Test func copiedWordsGoIntoTheStudysFile() throws {
        let terminal = FakeTerminal(keys: "s y")
        let (state, study) = try run(terminal)
        #expect(study.copies == [quote])
        #expect(terminal.copied.isEmpty)
        #expect(
            state.notice?.text
                == "copied B07:3 to .gloss/clipboard.txt · :set clipboard osc52 uses the terminal's"
        )
    }

    @Test func copiedWordsGoToTheTerminalWhereThatIsWanted() throws {
        var preferences = Preferences()
        preferences.clipboard = .osc52
        let terminal = FakeTerminal(keys: "s y")
        let (state, study) = try run(terminal, preferences: preferences)
        #expect(terminal.copied == [quote])
        #expect(study.copies.isEmpty)
        #expect(state.notice?.text == "copied B07:3 to the terminal's clipboard")
    }

    @Test(arguments: [
        (CopyOutcome.unsupported, "this terminal has no clipboard that programs can reach"),
        (.tooLong(limit: 74_900), "more than 74900 bytes, too long for a terminal's clipboard"),
    ])
    func whatTheTerminalDoesNotTakeGoesIntoTheFileAndThatIsSaid(_ outcome: CopyOutcome, _ reason: String) throws {
        var preferences = Preferences()
        preferences.clipboard = .osc52
        let terminal = FakeTerminal(keys: "s y")
        terminal.copyOutcome = outcome
        let (state, study) = try run(terminal, preferences: preferences)
        #expect(study.copies == [quote])
        #expect(state.notice?.text == "copied B07:3 to .gloss/clipboard.txt · \(reason)")
    }

    @Test func whatCannotBeKeptIsSaid() throws {
        let (state, study) = try run(FakeTerminal(keys: "s y"), failing: "No room on the disk.")
        #expect(study.copies.isEmpty)
        #expect(state.notice == Notice(text: "Not copied: No room on the disk.", kind: .alarm))
    }
}
