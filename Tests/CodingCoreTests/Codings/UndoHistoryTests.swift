import TestSupport
import Testing

@testable import CodingCore

/// One coder in one clone: capital letters are acts, `u` undoes, `r` redoes.
private struct Session {
    private(set) var story = Story()
    private(set) var history = UndoHistory([])
    private(set) var names: [Identifier: String] = [:]

    init(_ keys: String) {
        for key in keys { press(key) }
    }

    mutating func press(_ key: Character) {
        switch key {
        case "u":
            guard let act = history.nextToUndo else { return }
            story.undo(act.id)
        case "r":
            guard let next = history.nextToRedo else { return }
            story.redo(next.undo)
        default: names[story.code(key.lowercased())] = String(key)
        }
        if let operation = story.operations.last { history.add(operation) }
    }

    var nextToUndo: String { history.nextToUndo.flatMap { names[$0.id] } ?? "-" }
    var nextToRedo: String { history.nextToRedo.flatMap { names[$0.act.id] } ?? "-" }
    /// The acts in force, as the fold sees them.
    var inForce: String { story.fold.codings.compactMap { names[$0.id] }.sorted().joined() }
}

/// What undo and redo are everywhere: two stacks.
private struct Stacks {
    private var done: [Character] = []
    private var undone: [Character] = []

    mutating func press(_ key: Character) {
        switch key {
        case "u": if let act = done.popLast() { undone.append(act) }
        case "r": if let act = undone.popLast() { done.append(act) }
        default:
            done.append(key)
            undone = []
        }
    }

    var nextToUndo: String { done.last.map(String.init) ?? "-" }
    var nextToRedo: String { undone.last.map(String.init) ?? "-" }
    var inForce: String { String(done.sorted()) }
}

@Suite struct UndoHistoryTests {
    @Test(arguments: [
        ("", "-", "-", ""),
        ("u", "-", "-", ""),
        ("r", "-", "-", ""),
        ("A", "A", "-", "A"),
        ("Au", "-", "A", ""),
        ("Auu", "-", "A", ""),
        ("Aur", "A", "-", "A"),
        ("Aurr", "A", "-", "A"),
        ("Auru", "-", "A", ""),
        ("Aurur", "A", "-", "A"),
        ("ABu", "A", "B", "A"),
        ("ABuu", "-", "A", ""),
        ("ABuur", "A", "B", "A"),
        ("ABuurr", "B", "-", "AB"),
        ("ABuC", "C", "-", "AC"),
        ("ABuCu", "A", "C", "A"),
        ("ABuCur", "C", "-", "AC"),
        ("ABuCuu", "-", "A", ""),
        ("ABuCuur", "A", "C", "A"),
        ("ABuCuurr", "C", "-", "AC"),
        ("ABuCuurrr", "C", "-", "AC"),
    ])
    func theClassicSequences(keys: String, undo: String, redo: String, inForce: String) {
        let session = Session(keys)
        #expect(session.nextToUndo == undo)
        #expect(session.nextToRedo == redo)
        #expect(session.inForce == inForce)
    }

    @Test(arguments: 0..<40) func undoAndRedoAreTwoStacks(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var session = Session("")
        var stacks = Stacks()
        for step in 0..<60 {
            let letter = Character(Unicode.Scalar(UInt8(0x41 + step % 26)))
            let key = ["u", "u", "r", "r", letter].randomElement(using: &random) ?? letter
            session.press(key)
            stacks.press(key)
            #expect(session.nextToUndo == stacks.nextToUndo)
            #expect(session.nextToRedo == stacks.nextToRedo)
        }
        #expect(session.inForce == stacks.inForce)
    }

    @Test func operationsMayComeInAnyOrderAndTwice() {
        let session = Session("ABCuuDu")
        for order in permutations(session.story.operations.suffix(6)).map({ session.story.operations.prefix(1) + $0 }) {
            let history = UndoHistory(order + order)
            #expect(history.nextToUndo == session.history.nextToUndo)
            #expect(history.nextToRedo?.undo == session.history.nextToRedo?.undo)
        }
    }

    @Test func aBatchIsOneActWithItsOperationsInOrder() throws {
        var story = Story()
        let act = story.nextID()
        let made = [story.code("a", act: act), story.code("b", act: act), story.code("c", act: act)]
        let history = UndoHistory(story.operations.reversed())
        let next = try #require(history.nextToUndo)
        #expect(next.id == act)
        #expect(next.operations.map(\.id) == made)
    }

    @Test func changesAndUncodesAreActsAsWell() {
        var story = Story()
        let coding = story.code()
        let memo = story.memo("m", on: coding, seeing: coding)
        let end = story.uncode(coding, seeing: [coding, memo])
        var history = UndoHistory(story.operations)
        #expect(history.nextToUndo?.id == end)
        story.undo(end)
        history.add(story.operations[3])
        #expect(history.nextToUndo?.id == memo)
        #expect(history.nextToRedo?.act.id == end)
    }

    @Test func theUndoOfAnActOfAnotherCloneIsNoneOfOurs() {
        var story = Story()
        let mine = story.code()
        let undone = story.code()
        let undo = story.undo(undone)
        story.undo(Identifier(high: 9, low: 9))
        let history = UndoHistory(story.operations)
        #expect(history.nextToUndo?.id == mine)
        #expect(history.nextToRedo?.undo == undo)
    }

    @Test func operationsOfANewerGlossAreNoActs() {
        var story = Story()
        let mine = story.code()
        story.add(.unknown(name: "annotate"))
        #expect(UndoHistory(story.operations).nextToUndo?.id == mine)
    }
}
