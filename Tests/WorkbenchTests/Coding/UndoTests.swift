// One history over all documents: newest first, one act at a time.

import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct UndoTests {
    private func tags(_ bench: Bench) -> [String] { bench.codings.map { String($0.split(separator: " ")[1]) } }

    @Test func undoAndRedoWalkThroughTheActs() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter ) s c d a Enter ) s c v w Enter")
        var seen: [[String]] = []
        for key in ["u", "u", "u", "U", "U", "U"] {
            try bench.press(key)
            seen.append(tags(bench))
        }
        #expect(seen == [["BC", "DA"], ["BC"], [], ["BC"], ["BC", "DA"], ["BC", "DA", "VW"]])
        try bench.press("U")
        #expect(bench.said == "Nothing to redo.")
        try bench.press("u Ctrl-R")
        #expect(tags(bench) == ["BC", "DA", "VW"])
    }

    @Test func whatWasTakenBackIsSaid() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter u")
        #expect(bench.said == "undid “code BC” in B07 · U brings it back")
        try bench.press("U")
        #expect(bench.said == "redid “code BC” in B07 · u undoes")
        try bench.press("x u")
        #expect(bench.said == "undid “uncode BC” in B07 · U brings it back")
        try bench.press("m")
        try bench.type("memo")
        try bench.press("Enter u")
        #expect(bench.said == "undid “memo BC” in B07 · U brings it back")
    }

    @Test func undoGoesToThePlace() throws {
        let text = (1...90).map { "B07: Turn number \($0) is here." }.joined(separator: "\n\n")
        var bench = try Bench(text)
        try bench.go(to: "Turn number 80")
        try bench.press("s c b c Enter g g u")
        #expect(bench.fromCursor.hasPrefix("Turn number 80"))
        #expect(bench.picture.contains("Turn number 80 is here."))
        try bench.press("g g U")
        #expect(bench.fromCursor.hasPrefix("Turn number 80"))
        try bench.press("x g g u")
        #expect(bench.fromCursor.hasPrefix("Turn number 80"))
    }

    @Test func aNewActEndsWhatCouldBeBroughtAgain() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter u ) s c d a Enter U")
        #expect(bench.said == "Nothing to redo.")
        #expect(tags(bench) == ["DA"])
        try bench.press("u u")
        #expect(tags(bench) == [])
        #expect(bench.said == "Nothing of yours to undo in this clone.")
    }

    @Test func othersActsAreNotMineToUndo() throws {
        var bench = try Bench(others: [("ag", "How did", "bc")])
        try bench.press("u")
        #expect(bench.said == "Nothing of yours to undo in this clone.")
        #expect(bench.codings.count == 1)
    }

    @Test func theHistoryIsReadWhenItIsFirstNeeded() throws {
        var bench = try Bench()
        bench.state.history = nil
        try bench.press("u")
        guard case .readHistory(then: .undo) = bench.effects.last else {
            Issue.record("the history is asked for")
            return
        }
        #expect(bench.saved.isEmpty)
        try bench.press("U")
        guard case .readHistory(then: .redo) = bench.effects.last else {
            Issue.record("the history is asked for")
            return
        }
    }

    /// An act of the coder in another document of the study.
    private func actElsewhere(_ bench: inout Bench) throws -> DocumentRecord {
        let text = "B07: Something else was said."
        let other = DocumentRecord(
            id: try #require(DocumentID("C/C01")),
            uuid: .version7(milliseconds: 3, random: (3, 3)),
            title: "C01",
            versions: [SHA256.hexadecimal(of: Array(text.utf8))]
        )
        bench.state.study.documents.append(other)
        let edit = bench.edit(by: bench.state.coder)
        let line = try Bench.line(edit, code: "vw", on: "Something", in: text, of: other)
        for operation in line.operations {
            bench.state.history?.add(operation)
            bench.state.note(operation.act, in: other.uuid)
        }
        return other
    }

    @Test func anActInAnotherDocumentIsUndoneThere() throws {
        var bench = try Bench()
        let other = try actElsewhere(&bench)
        let effects = bench.state.perform(.undo, edit: bench.edit(by: bench.state.coder))
        guard effects.count == 2, case .open(let id, let place) = effects[0], case .save(let request) = effects[1]
        else {
            Issue.record("the document is opened, then the undo is written: \(effects)")
            return
        }
        #expect(id == other.id)
        #expect(place == 5)
        #expect(request.document == other.uuid)
        #expect(request.notice == "undid “code VW” in C01 · U brings it back")
    }

    @Test func anActInADocumentThatIsGoneIsRefused() throws {
        var bench = try Bench()
        let other = try actElsewhere(&bench)
        bench.state.study.documents.removeAll { $0.id == other.id }
        try bench.press("u")
        #expect(bench.said == "That act belongs to a document that is not in the study any more.")
        #expect(bench.saved.isEmpty)
    }

    @Test func aSelectionIsUntouchedByActsThatAreRefused() throws {
        var bench = try Bench()
        try bench.press("s u")
        #expect(bench.selected == "How did the block contract come about?")
    }

    @Test func anActOfSeveralCodesIsNamedByThem() throws {
        var bench = try Bench()
        try bench.press("s c b c Tab v w Tab Enter u")
        #expect(bench.said == "undid “code BC, VW” in B07 · U brings it back")
        #expect(bench.codings.isEmpty)
    }

    @Test func theFocusGoesToWhatCameBack() throws {
        var bench = try Bench()
        try bench.press("s c b c Enter s c v w Enter Tab")
        #expect(try bench.screen.focus.map(bench.screen.tag) == "BC")
        try bench.press("* } u")
        #expect(try bench.screen.focus.map(bench.screen.tag) == "BC")
        #expect(bench.fromCursor.hasPrefix("How did"))
    }

    /// Codings of the coder in this and another document, taken away in one act.
    private func spread(_ bench: inout Bench) throws -> (other: DocumentRecord, lines: [Identifier: LogLine]) {
        try bench.press("s c b c Enter")
        let other = try actElsewhere(&bench)
        let text = "B07: Something else was said."
        let made = try Bench.line(bench.edit(by: bench.state.coder), code: "da", on: "else", in: text, of: other)
        let there = try #require(CodingFold(made.operations).codings.first)
        bench.state.study.codings.append(there)
        let here = try #require(bench.screen.codings.first)
        let lines = bench.edit(by: bench.state.coder).spread([.uncode(here), .uncode(there)])
        for (document, line) in lines {
            for operation in line.operations {
                bench.state.history?.add(operation)
                bench.state.note(operation.act, in: document)
            }
        }
        bench.state.coding?.add(try #require(lines[here.document]).operations)
        return (other, lines)
    }

    @Test func anActOverSeveralDocumentsIsOneUndo() throws {
        var bench = try Bench()
        let (other, lines) = try spread(&bench)
        #expect(lines.count == 2)
        #expect(bench.codings.isEmpty)
        let effects = bench.state.perform(.undo, edit: bench.edit(by: bench.state.coder))
        guard effects.count == 1, case .save(let request) = effects[0] else {
            Issue.record("one line is written, where the coder is: \(effects)")
            return
        }
        #expect(request.document == (try bench.screen.document.uuid))
        #expect(request.others == [other.uuid])
        #expect(request.notice.hasPrefix("undid “uncode"))
        #expect(request.notice.contains("B07") && request.notice.contains("C01"))
        bench.state.saved(request)
        #expect(bench.codings.count == 1)
        try bench.press("U")
        #expect(bench.codings.isEmpty)
    }
}
