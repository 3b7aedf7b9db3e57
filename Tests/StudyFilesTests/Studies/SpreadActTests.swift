// Acts over several documents: a line in each log, one undo for all of them, and failures half-way that nobody has to guess.

import CodingCore
import Glibc
import Testing

@testable import StudyFiles

@Suite struct SpreadActTests {
    let fixture: StudyFixture
    let documents: [DocumentRecord]

    init() throws {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n- id: b\n")
        documents = try ["B/B07", "B/B08", "C/C01"].map { try fixture.add($0, StudyFixture.sampleText + "\($0)\n") }
        for document in documents { try fixture.code(document, words: "block contract", code: "a") }
        self.fixture = fixture
    }

    private func codes() throws -> String {
        try fixture.folder.load().study.codings.map(\.code.description).joined()
    }

    /// The lines that give every coding another code.
    private func recoding(_ session: CodingSession) throws -> [(document: DocumentRecord, line: LogLine)] {
        let study = try fixture.folder.load().study
        let changes = CodingChanges(code: CodeID("b"), rule: "bbbbbbbb")
        let lines = session.edit.spread(study.codings.map { .change($0, changes) })
        return study.documents.compactMap { document in lines[document.uuid].map { (document, $0) } }
    }

    /// The codes of a document as whoever opens it alone sees them.
    private func codes(of document: DocumentRecord, _ session: CodingSession) throws -> [String] {
        let (operations, findings) = try session.operations(on: document)
        #expect(findings == [])
        return CodingFold(operations).codings.filter { $0.document == document.uuid }.map(\.code.description)
    }

    @Test func everyLogGetsItsLineAndTheCheckIsContent() throws {
        let session = CodingSession(fixture.author)
        let act = try recoding(session)
        #expect(act.count == 3)
        #expect(try session.append(act: act).isEmpty)
        #expect(try codes() == "bbb")
        #expect(fixture.problems == [])
        for document in documents { #expect(try codes(of: document, session) == ["b"]) }
        let history = UndoHistory(try session.ownOperations())
        #expect(history.nextToUndo?.id == act[0].line.act)
        #expect(history.nextToUndo?.operations.count == 3)
    }

    @Test func oneUndoInOneLogCountsForEveryDocument() throws {
        let session = CodingSession(fixture.author)
        let act = try recoding(session)
        try session.append(act: act)
        let undo = try #require(session.edit.undo(act[0].line.act))
        try session.append(undo, to: documents[2])
        #expect(try codes() == "aaa")
        for document in documents { #expect(try codes(of: document, session) == ["a"]) }
        let redo = try #require(UndoHistory(try session.ownOperations()).nextToRedo)
        #expect(redo.undo == undo.id && redo.act.operations.count == 3)
        try session.append(#require(session.edit.redo(undo: redo.undo)), to: documents[1])
        #expect(try codes() == "bbb")
        for document in documents { #expect(try codes(of: document, session) == ["b"]) }
        #expect(fixture.problems == [])
    }

    @Test func aRedoOfAnotherDocumentsLogIsUndoneAsWell() throws {
        let session = CodingSession(fixture.author)
        let act = try recoding(session)
        try session.append(act: act)
        let undo = try #require(session.edit.undo(act[0].line.act))
        let redo = try #require(session.edit.redo(undo: undo.id))
        let again = try #require(session.edit.undo(redo.act))
        for (line, document) in zip([undo, redo, again], [documents[1], documents[2], documents[1]]) {
            try session.append(line, to: document)
        }
        #expect(try codes() == "aaa")
        #expect(try codes(of: documents[0], session) == ["a"])
    }

    @Test func undosOfOtherActsAreNotHandedOut() throws {
        let session = CodingSession(fixture.author)
        let other = try fixture.code(documents[1], words: "nurses", code: "b")
        try session.append(#require(session.edit.undo(other)), to: documents[1])
        let operations = try session.operations(on: documents[0]).operations
        #expect(operations.count == 1)
    }

    @Test func anActOfOneOpenLogIsSeenWhateverTheSpellingOfTheLine() throws {
        let session = CodingSession(fixture.author)
        let act = try recoding(session)
        try session.append(act: act)
        let undo = try #require(session.edit.undo(act[0].line.act))
        // Another program writes its keys in another order, with blanks, and its words among them.
        let line =
            "{ \"act\" : \"\(act[0].line.act)\", \"op\" : \"undo\", \"id\" : \"\(undo.id)\", "
            + "\"by\" : \"rs\", \"at\" : \"2026-11-22T10:14:03Z\", \"v\" : 1, \"why\":\"\\\"undo\\\"\" }\n"
        try fixture.temporary.write(line, to: "study/codings/rs/C/C01.zzzzzz.jsonl")
        #expect(try codes(of: documents[0], session) == ["a"])
        #expect(try codes() == "aaa")
    }

    // MARK: What comes in between

    @Test func aLogThatAnotherProgramContinuedIsReadAgain() throws {
        let session = CodingSession(fixture.author)
        for document in documents { _ = try session.operations(on: document) }
        let act = try recoding(session)
        let log = fixture.log("B/B08")
        let coding = try fixture.line(on: documents[1], words: "nurses", code: "a")
        let more = String(decoding: LogLineWriter.bytes(coding), as: UTF8.self)
        try fixture.temporary.write(try fixture.temporary.text(of: log) + more, to: log)
        let anew = try session.append(act: act)
        #expect(anew.keys.sorted() == [documents[1].uuid])
        #expect(anew[documents[1].uuid]?.count == 2)
        #expect(try codes() == "bbab")
        #expect(fixture.problems == [])
    }

    @Test func aLogThatCannotBeWrittenStopsTheActBeforeItBegins() throws {
        try fixture.code(documents[2], words: "nurses", code: "a")
        let holder = try LogAppender(fixture.place(of: documents[2]))
        let session = CodingSession(fixture.author)
        let act = try recoding(session)
        let error = #expect(throws: FileTrouble.self) { try session.append(act: act) }
        #expect(error?.code == .locked)
        #expect(session.unsaved.isEmpty)
        #expect(try codes() == "aaaa", "nothing of the act is there")
        holder.letGo()
        try session.append(act: act)
        #expect(try codes() == "bbbb")
    }

    // MARK: Failures half-way

    /// Calls of which the write fails from the `count`-th one on while the fault is on.
    private func failing(after count: Int, _ fault: Fault) -> SystemCalls {
        let counter = Counter()
        var calls = SystemCalls.system
        calls.write = { descriptor, bytes in
            if fault.isOn, counter.next() >= count {
                errno = ENOSPC
                return -1
            }
            return SystemCalls.systemWrite(descriptor, bytes)
        }
        return calls
    }

    @Test func aDiskThatFillsUpHalfWayLeavesTheRestInMemoryAndSaysSo() throws {
        let fault = Fault(on: true)
        let session = CodingSession(try fixture.author(calls: failing(after: 2, fault)))
        let act = try recoding(session)
        let error = #expect(throws: FileTrouble.self) { try session.append(act: act) }
        #expect(error?.code == .unsaved)
        #expect(error?.sentence.contains("saved in 1 document of 3") == true)
        #expect(session.unsaved.map(\.line) == act.dropFirst().map(\.line))
        #expect(try codes() == "baa")
        #expect(ActDraft.all(in: fixture.folder).map(\.lines.count) == [3])
        #expect(fixture.problems.map(\.what) == ["is part of an act over 3 documents, of which 1 has its part"])
        fault.isOn = false
        try session.saveUnsaved()
        #expect(session.unsaved.isEmpty)
        #expect(try codes() == "bbb")
        #expect(ActDraft.all(in: fixture.folder).isEmpty)
        #expect(fixture.problems == [])
    }

    @Test func aDiskThatIsFullFromTheStartTakesNothing() throws {
        let session = CodingSession(try fixture.author(calls: failing(after: 0, Fault(on: true))))
        let act = try recoding(session)
        let error = #expect(throws: FileTrouble.self) { try session.append(act: act) }
        #expect(error?.code == .full)
        #expect(session.unsaved.isEmpty)
        #expect(try codes() == "aaa")
    }

    @Test(arguments: 0..<3) func aDiskThatDoesNotSyncKeepsEveryLineOnce(failure: Int) throws {
        let fault = Fault(on: true)
        let counter = Counter()
        var calls = SystemCalls.system
        calls.fdatasync = { descriptor in
            if fault.isOn, counter.next() >= failure {
                errno = EIO
                return -1
            }
            return Glibc.fdatasync(descriptor)
        }
        calls.rename = { from, to in
            if fault.isOn {
                errno = EIO
                return -1
            }
            return unsafe Glibc.rename(from, to)
        }
        let session = CodingSession(try fixture.author(calls: calls))
        let act = try recoding(session)
        let error = #expect(throws: FileTrouble.self) { try session.append(act: act) }
        #expect(error?.code == .unsaved)
        #expect(session.unsaved.map(\.line) == act.dropFirst(failure).map(\.line))
        fault.isOn = false
        try session.saveUnsaved()
        #expect(try codes() == "bbb")
        #expect(fixture.problems == [])
    }

    @Test func anActFollowsLinesThatWaitAlready() throws {
        let fault = Fault(on: true)
        var calls = SystemCalls.system
        calls.fdatasync = SystemCalls(failing: "fdatasync", with: EIO, while: fault).fdatasync
        calls.rename = SystemCalls(failing: "rename", with: EIO, while: fault).rename
        let session = CodingSession(try fixture.author(calls: calls))
        let act = try recoding(session)
        let first = try fixture.line(on: documents[0], words: "nurses", code: "a")
        #expect(throws: FileTrouble.self) { try session.append(first, to: documents[0]) }
        #expect(throws: FileTrouble.self) { try session.append(act: act) }
        #expect(session.unsaved.map(\.line) == [first] + act.map(\.line))
        fault.isOn = false
        try session.saveUnsaved()
        #expect(try codes() == "babb")
    }

    @Test func anActOverMoreDocumentsThanLogsAreKeptOpenIsWhole() throws {
        let many = try (1...40).map { try fixture.add("D/D\($0)", StudyFixture.sampleText + "\($0)\n") }
        for document in many { try fixture.code(document, words: "nurses", code: "a") }
        let session = CodingSession(fixture.author)
        let act = try recoding(session)
        #expect(act.count == 43)
        try session.append(act: act)
        #expect(try codes() == String(repeating: "b", count: 43))
        try session.append(#require(session.edit.undo(act[0].line.act)), to: documents[0])
        #expect(try codes() == String(repeating: "a", count: 43))
        #expect(fixture.problems == [])
    }

    @Test func theOrderOfLogsAndHalvesMakesNoDifference() throws {
        let session = CodingSession(fixture.author)
        let act = try recoding(session)
        try session.append(act: act)
        let lines = act.flatMap(\.line.operations)
        let made = try fixture.folder.load().study.codings
        let all = try documents.flatMap { try session.operations(on: $0).operations }
        var random = SeededGenerator(seed: 5)
        for _ in 0..<20 { #expect(CodingFold(all.shuffled(using: &random) + lines).codings == made) }
    }
}
