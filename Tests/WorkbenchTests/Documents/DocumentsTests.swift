// The list of documents: figures, moving, opening, coming back.

import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct DocumentsTests {
    /// A bench that stands in a list of some documents, the first of them the bench's own.
    private func list(_ count: Int, rows: Int = 24, columns: Int = 80) throws -> Bench {
        var bench = try Bench(rows: rows, columns: columns, others: [("rs", "How did", "bc"), ("ag", "Well", "vw")])
        for number in 1..<max(1, count) {
            bench.state.study.documents.append(
                DocumentRecord(
                    id: try #require(DocumentID("C/C\(number)")),
                    uuid: .version7(milliseconds: 50 + UInt64(number), random: (1, 1)),
                    title: "Talk \(number)",
                    versions: [],
                    attributes: Attributes([("site", "C"), ("role", number % 2 == 0 ? "nurse" : "")])
                )
            )
        }
        if count == 0 { bench.state.study.documents = [] }
        bench.putListBehind()
        bench.state.trail = [.documents]
        return bench
    }

    private func opened(_ bench: Bench) -> DocumentID? {
        guard case .open(let id, let place) = bench.effects.last, place == nil else { return nil }
        return id
    }

    @Test func aRowSaysWhatIsKnownOfADocument() throws {
        let bench = try list(3, columns: 100)
        let row = try #require(bench.lines.first { $0.contains("B/B07") })
        #expect(row.hasPrefix("›"))
        #expect(row.contains(" 2  ag rs"))
        #expect(row.hasSuffix("today"))
        #expect(bench.picture.contains("C/C2"))
        #expect(bench.picture.contains("Talk 2 · C · nurse"))
        #expect(bench.picture.contains("Talk 1 · C "), "empty attributes are left out")
        #expect(bench.lines[0].hasPrefix(" Invented study"))
        #expect(bench.lines[0].hasSuffix("coder rs · 3 documents · 4 codes · 2 codings"))
    }

    @Test(arguments: [
        ("j", 1), ("Down Down", 2), ("9 9 j", 49), ("j k", 0), ("G", 49), ("G g g", 0), ("5 G", 4), ("9 9 G", 49),
        ("Space", 18), ("PgDn PgUp", 0), ("End Home", 0), ("3 j", 3), ("1 0 j 2 k", 8), ("k", 0), ("G j", 49),
    ])
    func motions(_ keys: String, _ row: Int) throws {
        var bench = try list(50)
        try bench.press(keys)
        #expect(bench.state.documents.list.selection == row)
        let id = try #require(bench.state.documents.chosen)
        #expect(bench.lines.contains { $0.hasPrefix("› \(id)") })
        let cursor = try #require(bench.state.frame(bench.look).cursor)
        #expect(bench.lines[cursor.row].hasPrefix("› \(id)"))
    }

    @Test(arguments: ["Enter", "l"])
    func openingAsksForTheDocument(_ key: String) throws {
        var bench = try list(3)
        try bench.press("j \(key)")
        #expect(opened(bench)?.description == "C/C1")
    }

    @Test func keysOfTheTextSayThatTheyDoNothingHere() throws {
        var bench = try list(2)
        for (key, title) in [("s", "sentence"), ("c", "code"), ("x", "uncode"), ("m", "memo"), ("Esc", "")] {
            try bench.press(key)
            #expect(bench.said == (title.isEmpty ? "" : "\(key) (\(title)) does nothing here, only while reading."))
            #expect(bench.status.contains(bench.said))
        }
        #expect(bench.effects.isEmpty)
    }

    @Test func anEmptyStudySaysWhatToDo() throws {
        var bench = try list(0)
        #expect(bench.picture.contains("No document yet. a brings one in; in the shell: gloss import FILE…"))
        for key in ["j", "k", "G", "g g", "Space", "PgUp", "3 j"] {
            try bench.press(key)
            #expect(bench.state.frame(bench.look).cursor != nil)
        }
        try bench.press("Enter")
        #expect(bench.said == "There is no document yet: a brings one in.")
        #expect(bench.effects.isEmpty)
        try bench.press("q")
        guard case .leave = bench.effects.last else {
            Issue.record("q leaves")
            return
        }
    }

    @Test func goingBackKeepsThePlaceAndThePointer() throws {
        var bench = try Bench()
        bench.putListBehind()
        try bench.go(to: "virtual ward")
        let cursor = try bench.screen.cursor
        try bench.press("q")
        #expect(bench.state.screen == .documents)
        guard case .keepPlace(let place, let document) = bench.effects.last else {
            Issue.record("the place is kept")
            return
        }
        #expect(place.cursor == cursor)
        #expect(document == bench.state.study.documents[0].uuid)
        #expect(bench.state.documents.chosen?.description == "B/B07")
        try bench.press("q")
        guard case .leave = bench.effects.last else {
            Issue.record("q leaves from the list")
            return
        }
    }

    @Test func goingBackFromASelectionDropsItFirst() throws {
        var bench = try Bench()
        bench.putListBehind()
        try bench.press("s q")
        #expect(bench.state.screen == .coding)
        #expect(bench.state.place == .read)
        try bench.press("q")
        #expect(bench.state.screen == .documents)
    }

    @Test func figuresFollowTheWork() throws {
        var bench = try Bench()
        bench.putListBehind()
        try bench.press("s c b c Enter ) s c v w Enter q")
        #expect(bench.state.documents.rows.first?.codings == 2)
        #expect(bench.state.documents.rows.first?.coders == "rs")
        #expect(bench.state.documents.rows.first?.own == 2)
        try bench.press("u")
        #expect(bench.state.screen == .documents, "one stays in the list")
        #expect(bench.state.documents.rows.first?.codings == 1)
        #expect(bench.lines[0].hasSuffix("1 document · 4 codes · 1 coding"))
    }

    @Test func helpIsThatOfTheList() throws {
        var bench = try list(2)
        try bench.press("?")
        #expect(bench.picture.contains("help: in the list of documents"))
        try bench.type("open the document")
        try bench.press("Enter")
        #expect(opened(bench)?.description == "B/B07")
    }

    @Test func whatIsNotOnTheDiskIsSaidHereToo() throws {
        var bench = try list(2)
        bench.state.unsaved = 2
        #expect(bench.status.contains("UNSAVED: 2 lines are in memory only, because the disk failed."))
        #expect(bench.surface[22, 2].style.attributes.contains(.reverse))
        bench.state.unsaved = 1
        #expect(bench.status.contains("UNSAVED: 1 line is in memory only"))
    }

    @Test func theMouseChoosesAndOpens() throws {
        var bench = try list(50)
        try bench.send(.mouse(MouseEvent(.press, row: 5, column: 10)))
        #expect(bench.state.documents.list.selection == 2)
        #expect(bench.effects.isEmpty)
        try bench.send(.mouse(MouseEvent(.press, row: 5, column: 10)))
        #expect(opened(bench)?.description == "C/C2")
        try bench.send(.mouse(MouseEvent(.press, row: 0, column: 10)))
        #expect(bench.state.documents.list.selection == 2)
        for _ in 0..<30 { try bench.send(.mouse(MouseEvent(.wheelDown, row: 9, column: 10))) }
        #expect(bench.state.documents.list.selection == 49)
        try bench.send(.mouse(MouseEvent(.press, row: 3, column: 10)))
        let top = bench.state.documents.list.selection
        #expect(top >= 31 && top <= 33)
        try bench.send(.mouse(MouseEvent(.wheelUp, row: 9, column: 10)))
        #expect(bench.state.documents.list.selection == top - 3)
    }

    @Test(arguments: [(16, 60), (24, 80), (60, 200)])
    func longNamesAndTitlesStayInTheirColumns(_ rows: Int, _ columns: Int) throws {
        var bench = try list(30, rows: rows, columns: columns)
        bench.state.study.documents[1].title = String(repeating: "long 长 title ", count: 30)
        bench.state.study.documents[2].id = try #require(DocumentID("C/" + String(repeating: "name", count: 40)))
        bench.state.study.settings.title = String(repeating: "An invented study ", count: 12)
        bench.putListBehind()
        bench.state.trail = [.documents]
        bench.surface.expectSound()
        #expect(bench.lines[0].hasSuffix("2 codings"))
        #expect(bench.lines.contains { $0.contains(" today") })
    }
}
