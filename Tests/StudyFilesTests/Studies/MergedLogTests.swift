// What merges, clocks and other programs do to logs, and what the study says of it afterwards.

import CodingCore
import Testing

@testable import StudyFiles

@Suite struct MergedLogTests {
    private func fixture() throws -> (StudyFixture, DocumentRecord) {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n- id: b\n")
        let document = try fixture.add()
        try fixture.code(document, words: "block contract", code: "a")
        return (fixture, document)
    }

    private func coding(_ fixture: StudyFixture, _ document: DocumentRecord) throws -> Coding {
        let operations = try CodingSession(fixture.author).operations(on: document).operations
        return try #require(CodingFold(operations).codings.first)
    }

    private func codes(_ fixture: StudyFixture) throws -> [String] {
        try fixture.folder.load().study.codings.map(\.code.description).sorted()
    }

    /// Adds lines to the author's log as another program would.
    private func add(_ text: String, to fixture: StudyFixture) throws {
        try fixture.temporary.write(fixture.temporary.text(of: fixture.log()) + text, to: fixture.log())
    }

    @Test func marksThatGitLeftAreSaidWithTheirLinesAndBothSidesCount() throws {
        let (fixture, document) = try fixture()
        let one = String(
            decoding: LogLineWriter.bytes(try fixture.line(on: document, words: "nurses", code: "b")),
            as: UTF8.self
        )
        let two = String(
            decoding: LogLineWriter.bytes(try fixture.line(on: document, words: "left", code: "b")),
            as: UTF8.self
        )
        try add("<<<<<<< HEAD\n" + one + "||||||| base\n=======\n" + two + ">>>>>>> theirs\n", to: fixture)
        #expect(try codes(fixture) == ["a", "b", "b"])
        let found = fixture.problems
        #expect(found.map { "study/" + $0.file } == Array(repeating: fixture.log(), count: 4))
        #expect(found.map(\.line) == [2, 4, 5, 7])
        #expect(found.allSatisfy { $0.what.contains("unfinished merge") })
        #expect(found.allSatisfy { $0.advice.hasSuffix("delete the mark") })
    }

    @Test func carriageReturnsAByteOrderMarkAndEmptyLinesChangeNothing() throws {
        let (fixture, document) = try fixture()
        try fixture.code(document, words: "nurses", code: "b")
        let before = try fixture.folder.load().study.codings
        let text = try fixture.temporary.text(of: fixture.log()).replacing("\n", with: "\r\n\r\n")
        try fixture.temporary.write("\u{FEFF}" + text, to: fixture.log())
        #expect(try fixture.folder.load().study.codings == before)
        #expect(fixture.problems == [])
        // And the log is continued with LF; nothing of what is there is rewritten.
        try fixture.code(document, words: "left", code: "b")
        #expect(try fixture.temporary.text(of: fixture.log()).utf8.starts(with: ("\u{FEFF}" + text).utf8))
        #expect(try codes(fixture) == ["a", "b", "b"])
    }

    @Test func aUnionMergeOfTwoCopiesOfOneLogDoublesNothing() throws {
        let (fixture, document) = try fixture()
        try fixture.code(document, words: "nurses", code: "b")
        let lines = try fixture.temporary.text(of: fixture.log()).split(separator: "\n").map(String.init)
        let before = try fixture.folder.load().study.codings
        for order in [lines + lines, lines.reversed() + lines, [lines[1], lines[0], lines[1]]] {
            try fixture.temporary.write(order.joined(separator: "\n") + "\n", to: fixture.log())
            #expect(try fixture.folder.load().study.codings == before)
            #expect(fixture.problems == [])
        }
    }

    @Test(arguments: [0, 4_102_444_800] as [Int64])
    func aClockThatIsWrongDecidesNothing(seconds: Int64) throws {
        let (fixture, document) = try fixture()
        let strange = try fixture.author("jb", clone: "jb", seconds: seconds)
        let session = CodingSession(strange)
        let coding = try coding(fixture, document)
        let change = try #require(session.edit.change(coding, CodingChanges(memo: "by the strange clock")))
        try session.append(change, to: document)
        #expect(change.operations[0].at == Moment(secondsSince1970: seconds))
        let seen = try #require(try fixture.folder.load().study.codings.first)
        #expect(seen.memo == "by the strange clock")
        #expect(seen.disputed == [])
        // Whoever saw it may change it again, whatever the two clocks say.
        let own = CodingSession(fixture.author)
        try own.append(#require(own.edit.change(seen, CodingChanges(memo: "later"))), to: document)
        #expect(try fixture.folder.load().study.codings.first?.memo == "later")
        #expect(fixture.problems == [])
    }

    @Test(arguments: [0, 4_102_444_800] as [Int64])
    func undoTakesBackTheActMadeLastThoughTheClockWentBack(seconds: Int64) throws {
        let (fixture, document) = try fixture()
        let strange = try fixture.author(seconds: seconds)
        let session = CodingSession(strange)
        let first = try fixture.line(on: document, words: "nurses", code: "b", by: strange)
        let second = try fixture.line(on: document, words: "left", code: "b", by: strange)
        try session.append([first, second], to: document)
        let history = UndoHistory(try session.ownOperations())
        // Of the acts of one clock the later one goes first.
        let next = try #require(history.nextToUndo?.id)
        #expect(next == (seconds == 0 ? try coding(fixture, document).id : second.act))
    }

    @Test func oneIdWithOtherContentIsSaidAndTheSameOneIsUsedWhateverTheOrder() throws {
        let (fixture, _) = try fixture()
        let line = try fixture.temporary.text(of: fixture.log())
        let other = line.replacing("\"code\":\"a\"", with: "\"code\":\"b\"")
        try fixture.temporary.write(line + other, to: fixture.log())
        let one = try codes(fixture)
        try fixture.temporary.write(other + line, to: fixture.log())
        #expect(try codes(fixture) == one)
        #expect(one.count == 1)
        #expect(fixture.problems.map(\.line) == [1])
        #expect(fixture.problems.first?.what.contains("another operation has too") == true)
    }

    @Test func undoingTheActOfAnotherCloneCountsEverywhere() throws {
        let (fixture, document) = try fixture()
        let act = try coding(fixture, document).id
        let elsewhere = CodingSession(try fixture.author(clone: "laptop"))
        // Undo itself never offers it: it is not of that clone.
        #expect(UndoHistory(try elsewhere.ownOperations()).nextToUndo == nil)
        let undo = try #require(elsewhere.edit.undo(act))
        try elsewhere.append(undo, to: document)
        #expect(try codes(fixture) == [])
        #expect(fixture.problems == [])
        let here = CodingSession(fixture.author)
        #expect(CodingFold(try here.operations(on: document).operations).codings == [])
        try elsewhere.append(#require(elsewhere.edit.redo(undo: undo.id)), to: document)
        #expect(try codes(fixture) == ["a"])
    }

    @Test func theUndoMayArriveBeforeTheAct() throws {
        let (fixture, document) = try fixture()
        let log = try fixture.temporary.text(of: fixture.log())
        let elsewhere = CodingSession(try fixture.author(clone: "laptop"))
        let act = try coding(fixture, document).id
        try elsewhere.append(#require(elsewhere.edit.undo(act)), to: document)
        try Disk.remove(fixture.temporary.path + "/" + fixture.log())
        #expect(try codes(fixture) == [])
        #expect(fixture.problems == [])
        try fixture.temporary.write(log, to: fixture.log())
        #expect(try codes(fixture) == [])
    }

    @Test func aChangeThatArrivesBeforeItsCodingWaitsForIt() throws {
        let (fixture, document) = try fixture()
        let log = try fixture.temporary.text(of: fixture.log())
        let colleague = CodingSession(try fixture.colleague("jb"))
        let change = colleague.edit.change(try coding(fixture, document), CodingChanges(star: 3))
        try colleague.append(#require(change), to: document)
        try Disk.remove(fixture.temporary.path + "/" + fixture.log())
        #expect(try codes(fixture) == [])
        #expect(fixture.problems.map(\.what) == ["changes a coding that no log makes"])
        try fixture.temporary.write(log, to: fixture.log())
        #expect(try fixture.folder.load().study.codings.map(\.star) == [3])
        #expect(fixture.problems == [])
    }

    @Test func twoClonesThatDidNotKnowOfOneAnotherAreDisputed() throws {
        let (fixture, document) = try fixture()
        let coding = try coding(fixture, document)
        let (one, two) = (CodingSession(fixture.author), CodingSession(try fixture.author(clone: "laptop")))
        try one.append(#require(one.edit.change(coding, CodingChanges(memo: "one"))), to: document)
        try two.append(#require(two.edit.uncode([coding])), to: document)
        let seen = try #require(try fixture.folder.load().study.codings.first)
        #expect(seen.memo == "one")
        #expect(seen.disputed == [.whole])
        #expect(
            fixture.problems.map(\.what) == ["is disputed: two changes to its existence did not know of one another"]
        )
        try one.append(#require(one.edit.keep(seen)), to: document)
        #expect(try fixture.folder.load().study.codings.first?.disputed == [])
        #expect(fixture.problems == [])
    }

    @Test func whatANewerGlossAddsIsKeptInTheFileAndSaid() throws {
        let (fixture, document) = try fixture()
        let head = "\"v\":1,\"id\":\"\(fixture.identifiers.next())\",\"by\":\"rs\",\"at\":\"2026-11-22T10:14:03Z\""
        try add("{\(head),\"op\":\"paint\",\"colour\":\"teal\"}\n", to: fixture)
        let text = try fixture.temporary.text(of: fixture.log())
        try fixture.code(document, words: "nurses", code: "b")
        #expect(try fixture.temporary.text(of: fixture.log()).hasPrefix(text))
        #expect(try codes(fixture) == ["a", "b"])
        let findings = Checker.check(fixture.folder)
        #expect(findings.map(\.severity) == [.warning, .warning])
        #expect(findings.map(\.line) == [2, 2])
        #expect(findings.contains { $0.what.contains("“paint”") })
        #expect(findings.contains { $0.what.contains("“colour”") })
    }

    @Test func aLogThatANewerGlossContinuedIsReadAndNothingIsAddedToIt() throws {
        let (fixture, document) = try fixture()
        try add("{\"v\":2,\"id\":\"\(fixture.identifiers.next())\",\"op\":\"weave\"}\n", to: fixture)
        let text = try fixture.temporary.text(of: fixture.log())
        let line = try fixture.line(on: document, words: "nurses", code: "b")
        #expect(try codes(fixture) == ["a"])
        #expect(fixture.problems.map(\.line) == [2])
        #expect(fixture.problems.first?.what.contains("format 2") == true)
        for hasRead in [false, true] {
            let session = CodingSession(fixture.author)
            if hasRead { #expect(try session.operations(on: document).operations.count == 1) }
            let error = #expect(throws: FileTrouble.self) { try session.append(line, to: document) }
            #expect(error?.sentence.contains("update Gloss") == true)
            #expect(session.unsaved.isEmpty)
            #expect(try fixture.temporary.text(of: fixture.log()) == text)
        }
        // Another coder's log is another file.
        try fixture.code(document, words: "nurses", code: "b", by: fixture.colleague("jb"))
        #expect(try codes(fixture) == ["a", "b"])
    }

    @Test func aNewerLogThatCameWhileOursWasOpenStopsTheNextLineToo() throws {
        let (fixture, document) = try fixture()
        let session = CodingSession(fixture.author)
        try session.append(fixture.line(on: document, words: "nurses", code: "b"), to: document)
        try add("{\"v\":2,\"id\":\"\(fixture.identifiers.next())\",\"op\":\"weave\"}\n", to: fixture)
        let line = try fixture.line(on: document, words: "left", code: "b")
        #expect(throws: FileTrouble.self) { try session.append(to: document) { _ in line } }
        #expect(try codes(fixture) == ["a", "b"])
        // Once the strange line is gone again, coding goes on.
        try fixture.temporary.write(
            try fixture.temporary.text(of: fixture.log()).split(separator: "\n").prefix(2).joined(separator: "\n")
                + "\n",
            to: fixture.log()
        )
        let saved = try session.append(to: document) { _ in line }
        #expect(saved?.id == line.id)
        #expect(try codes(fixture) == ["a", "b", "b"])
    }

    @Test func anotherBranchCheckedOutWhileOpenIsNoticed() throws {
        let (fixture, document) = try fixture()
        let session = CodingSession(fixture.author)
        #expect(try session.operations(on: document).operations.count == 1)
        try session.append(fixture.line(on: document, words: "nurses", code: "b"), to: document)
        try Disk.remove(fixture.temporary.path + "/" + fixture.log())
        let line = try fixture.line(on: document, words: "left", code: "b")
        let error = #expect(throws: FileTrouble.self) { try session.append(line, to: document) }
        #expect(error?.code == .changedUnderneath)
        #expect(try session.operations(on: document).operations == [])
        try session.append(line, to: document)
        #expect(try codes(fixture) == ["b"])
    }
}
