// The tools of the tests themselves.
import Screen
import TestSupport
import Testing

@Suite struct TestSupportTests {
    @Test func spansAreMarkedInScalars() {
        #expect(markedSpan("ab «cd» ef") == ("ab cd ef", 3, 5))
        #expect(markedSpan("e\u{301}«混»") == ("e\u{301}混", 2, 3))
        #expect(markedSpans("«a «b»» «»").spans == [2..<3, 0..<3, 4..<4])
        #expect(marking(3..<5, in: "ab cd ef") == "ab «cd» ef")
    }

    @Test func programsAreRunWithInputAndEnvironment() throws {
        let big = String(repeating: "混乱\n", count: 100_000)
        let result = try run(["sh", "-c", "cat; echo $NAME >&2; exit 3"], input: big, environment: ["NAME": "x y"])
        #expect(result.status == .exited(3))
        #expect(result.output == big)
        #expect(result.error == "x y\n")
    }

    @Test func aProgramThatHangsIsEnded() {
        #expect(throws: ProcessError.self) { try run(["sleep", "60"], deadline: .milliseconds(50)) }
    }

    @Test func aMissingProgramExitsWith127() throws {
        #expect(try run(["/no/such/program"]).status == .exited(127))
        #expect(try run(["sh", "-c", "kill -9 $$"]).status == .signalled(9))
        #expect(try run(["true"], input: "never read").status == .exited(0))
    }

    @Test func aFolderIsFilledAndRemoved() throws {
        let path = try withTemporaryDirectory { folder in
            try folder.write("é", to: "a/b.txt")
            #expect(try folder.read("a/b.txt") == "é")
            #expect(try folder.contents() == ["a", "a/b.txt"])
            #expect(try run(["pwd"], directory: folder.path).output == folder.path + "\n")
            #expect(throws: ProcessError.self) { try folder.read("missing") }
            return folder.path
        }
        #expect(try run(["test", "-e", path]).status == .exited(1))
    }

    @Test func theSameSeedGivesTheSameNumbers() {
        var (one, other) = (SeededGenerator(seed: 9), SeededGenerator(seed: 9))
        #expect((0..<5).map { _ in one.next() } == (0..<5).map { _ in other.next() })
    }

    @Test func aProgramOnATerminalIsSeenAndAnswered() throws {
        let terminal = try PseudoTerminal([
            "sh", "-c", "printf 'a\\033[1;38;5;180mb\\033[0m\\n'; read x; echo got $x; exit 4",
        ])
        #expect(terminal.waitFor { $0.line(0) == "ab" })
        #expect(terminal.cell(0, 1).foreground == 180)
        #expect(terminal.cell(0, 1).attributes == .bold)
        #expect(terminal.isCooked)
        terminal.send("混\r")
        #expect(terminal.waitFor("got 混"))
        #expect(terminal.waitForExit() == .exited(4))
    }

    @Test func waitingInVainEnds() throws {
        let terminal = try PseudoTerminal(["cat"])
        #expect(!terminal.waitFor(deadline: .milliseconds(30)) { _ in false })
    }
}
