// Back and forward: every jump remembers where it began.

import CodingCore
import Testing

@testable import Workbench

@MainActor
@Suite struct JumpListTests {
    private let document = Identifier.version7(milliseconds: 1, random: (1, 1))

    private func place(_ offset: Int) -> TextPlace { TextPlace(document: document, offset: offset) }

    @Test func placesComeBackNewestFirstAndForwardAgain() {
        var jumps = JumpList()
        for offset in [10, 20, 30] { jumps.push(place(offset)) }
        #expect(jumps.back(from: place(40)) == place(30))
        #expect(jumps.back(from: place(30)) == place(20))
        #expect(jumps.back(from: place(20)) == place(10))
        #expect(jumps.back(from: place(10)) == nil)
        #expect(jumps.forward(from: place(10)) == place(20))
        #expect(jumps.forward(from: place(20)) == place(30))
        #expect(jumps.forward(from: place(30)) == place(40))
        #expect(jumps.forward(from: place(40)) == nil)
    }

    @Test func goingBackNeverStandsStill() {
        var jumps = JumpList()
        jumps.push(place(10))
        jumps.push(place(20))
        #expect(jumps.back(from: place(20)) == place(10))
        var alone = JumpList()
        alone.push(place(10))
        #expect(alone.back(from: place(10)) == nil)
        #expect(JumpList().latest == nil)
    }

    @Test func aPlaceIsKeptOnce() {
        var jumps = JumpList()
        for offset in [10, 20, 10, 20, 10] { jumps.push(place(offset)) }
        #expect(jumps.back(from: place(30)) == place(10))
        #expect(jumps.back(from: place(10)) == place(20))
        #expect(jumps.back(from: place(20)) == nil)
    }

    @Test func aNewJumpForgetsWhatLayAhead() {
        var jumps = JumpList()
        for offset in [10, 20] { jumps.push(place(offset)) }
        _ = jumps.back(from: place(30))
        _ = jumps.back(from: place(20))
        jumps.push(place(12))
        #expect(jumps.forward(from: place(50)) == nil)
        #expect(jumps.back(from: place(50)) == place(12))
        #expect(jumps.back(from: place(12)) == place(10))
    }

    @Test func onlyTheLastHundredAreKept() {
        var jumps = JumpList()
        for offset in 0..<250 { jumps.push(place(offset)) }
        var here = place(999)
        var count = 0
        while let next = jumps.back(from: here) {
            here = next
            count += 1
        }
        #expect(count == 100)
        #expect(here == place(150))
    }
}

@MainActor
@Suite struct JumpTests {
    private static let text = "B07: |One ward.\n\nB07: Two wards.\n\nB07: Three.\n\nB07: Four."

    @Test(arguments: [
        ("G H", "B07: |One ward."), ("G g g H", "|B07: Four."), ("G g g H H L", "|B07: Four."),
        ("3 G H", "|One ward."), ("} } G H", "B07: |Three."), ("G H H", "|One ward."),
        ("/ t h r e e Enter H", "|One ward."), ("/ w a r d Enter n H", "One |ward."), ("g / H", "|One ward."),
        ("G g g 2 H", "|One ward."), ("G g g 9 H", "|One ward."), ("G H L", "|B07: Four."),
        ("/ t h r e e Esc H", "|One ward."), ("` a } } ' a H", "B07: |Three."), ("G ' '", "|One ward."),
        ("G ' ' ' '", "|B07: Four."), ("G ' ' H", "|B07: Four."),
    ])
    func backAndForward(_ keys: String, _ expected: String) throws {
        let after = try Bench.cursor(after: keys, at: Self.text)
        #expect(after.contains(expected), "\(keys): \(after)")
    }

    @Test func withoutJumpsItSaysSo() throws {
        var bench = try Bench(at: Self.text)
        try bench.press("H")
        #expect(bench.said == "There is no place to go back to: no jump was made.")
        try bench.press("L")
        #expect(bench.said == "There is no place to go forward to.")
        try bench.press("' '")
        #expect(bench.said == "No mark is set in this document: ` and a letter sets one.")
        try bench.press("` a ' '")
        #expect(bench.said == "No jump was made yet.")
        try bench.press("w ) } H")
        #expect(bench.said == "There is no place to go back to: no jump was made.", "small steps are no jumps")
    }

    @Test func codingsAreJumpedToAndBackFrom() throws {
        var bench = try Bench(others: [("ag", "nobody minds", "bc"), ("ag", "a target", "vw")])
        try bench.press("] ] H")
        #expect(bench.fromCursor.hasPrefix("nobody minds"))
        try bench.press("H")
        #expect(bench.fromCursor.hasPrefix("How did"))
        try bench.press("2 ] H")
        #expect(bench.fromCursor.hasPrefix("How did"))
    }

    @Test func codingMovesNoJumpButAFarUndoDoes() throws {
        var bench = try Bench(WindowTests.hundred)
        try bench.press("g g s c v w Enter")
        try bench.press("H")
        #expect(bench.said.hasPrefix("There is no place to go back to") || bench.fromCursor.hasPrefix("Line 1"))
        try bench.press("9 0 G u")
        #expect(bench.fromCursor.hasPrefix("Line 1."))
        try bench.press("H")
        #expect(bench.fromCursor.hasPrefix("Line 90."))
    }

    @Test func inASelectionTheMovingEndGoesBack() throws {
        var bench = try Bench(at: "B07: One.\n\nB07: T|wo.\n\nB07: Three.")
        try bench.press("g g v H")
        #expect(bench.markedSelection == "«B07: One.\n\nB07: Tw»o.\n\nB07: Three.")
    }
}
