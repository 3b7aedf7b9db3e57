import CodingCore
import Testing

@testable import StudyFiles

@Suite struct CodingSessionTests {
    private func codings(_ session: CodingSession, _ document: DocumentRecord) throws -> [String] {
        CodingFold(try session.operations(on: document).operations).codings.map(\.code.description).sorted()
    }

    @Test func whatIsAppendedIsReadByEverybody() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        let session = CodingSession(fixture.author)
        let other = CodingSession(try fixture.colleague("jb"))
        try session.append(fixture.line(on: document, words: "block", code: "a"), to: document)
        try other.append(
            fixture.line(on: document, words: "nurses", code: "b", by: other.author),
            to: document
        )
        #expect(try codings(session, document) == ["a", "b"])
        #expect(try codings(other, document) == ["a", "b"])
        let replica = fixture.author.replica
        #expect(fixture.temporary.exists("study/codings/rs/B/B07.\(replica).jsonl"))
    }

    @Test func undoTakesBackTheNewestActOfThisCloneOverAllDocuments() throws {
        let fixture = try StudyFixture()
        let first = try fixture.add("A", "Ann: one\n")
        let second = try fixture.add("B", "Ann: two\n")
        let session = CodingSession(fixture.author)
        try session.append(fixture.line(on: first, words: "one", code: "a"), to: first)
        let line = try fixture.line(on: second, words: "two", code: "b")
        try session.append(line, to: second)
        try fixture.code(first, words: "one", code: "c", by: fixture.colleague("jb"))
        let next = try UndoHistory(session.ownOperations()).nextToUndo
        #expect(next?.id == line.act)
        let undo = try #require(session.edit.undo(line.act))
        try session.append(undo, to: second)
        #expect(try codings(session, second) == [])
        #expect(try codings(session, first) == ["a", "c"])
    }

    @Test func aLogChangedByAnotherProgramIsReadAgainFirst() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        let session = CodingSession(fixture.author)
        let first = try fixture.line(on: document, words: "block", code: "a")
        try session.append(first, to: document)
        let path = "study/codings/rs/B/B07.\(fixture.author.replica).jsonl"
        // What a git checkout does: the same name, other bytes, another file.
        let line = try fixture.line(on: document, words: "nurses", code: "b")
        try fixture.temporary.write(LogLineWriter.bytes(line), to: path)
        let third = try fixture.line(on: document, words: "Café", code: "c")
        let error = #expect(throws: FileTrouble.self) { try session.append(third, to: document) }
        #expect(error?.code == .changedUnderneath)
        #expect(try codings(session, document) == ["b"])
        try session.append(third, to: document)
        #expect(try codings(session, document) == ["b", "c"])
    }

    @Test func makingALineOfWhatIsThereBeginsAgainByItself() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        let session = CodingSession(fixture.author)
        let coded = try fixture.line(on: document, words: "block", code: "a")
        try session.append(coded, to: document)
        var looks = 0
        let line = try session.append(to: document) { operations in
            looks += 1
            if looks == 1 {
                let other = try fixture.line(on: document, words: "nurses", code: "b")
                let bytes = LogLineWriter.bytes(coded) + LogLineWriter.bytes(other)
                try fixture.temporary.write(
                    bytes,
                    to: "study/codings/rs/B/B07.\(fixture.author.replica).jsonl"
                )
            }
            return session.edit.uncode(CodingFold(operations).codings)
        }
        #expect(looks == 2)
        #expect(line?.operations.count == 2)
        #expect(try codings(session, document) == [])
        let nothing = try session.append(to: document) { _ in nil }
        #expect(nothing == nil)
    }

    @Test func twoSessionsOfTheSameCloneTakeTurnsAndReadOneAnothersLinesFirst() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        let sessions = [CodingSession(fixture.author), CodingSession(fixture.author)]
        #expect(try codings(sessions[0], document) == [] && codings(sessions[1], document) == [])
        for turn in 0..<6 {
            let session = sessions[turn % 2]
            let line = try fixture.line(on: document, words: "nurses", code: "b")
            if turn > 0 {
                let error = #expect(throws: FileTrouble.self) { try session.append(line, to: document) }
                #expect(error?.code == .changedUnderneath)
                #expect(try codings(session, document).count == turn)
            }
            try session.append(line, to: document)
            #expect(try codings(session, document).count == turn + 1)
        }
        #expect(try fixture.temporary.text(of: fixture.log()).split(separator: "\n").count == 6)
    }

    @Test func aLogThatAProgramHoldsIsReadAndNotWrittenUntilItIsLetGo() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        try fixture.code(document, words: "block", code: "a")
        let session = CodingSession(fixture.author)
        let holder = try LogAppender(fixture.place(of: document))
        let line = try fixture.line(on: document, words: "nurses", code: "b")
        let error = #expect(throws: FileTrouble.self) { try session.append(line, to: document) }
        #expect(error?.code == .locked)
        #expect(error?.sentence.contains("this program itself") == true)
        #expect(session.unsaved.isEmpty)
        #expect(try codings(session, document) == ["a"])
        // Only that log is held.
        let other = try fixture.add("B/B08", "Ann: Another talk.\n")
        try session.append(fixture.line(on: other, words: "Another", code: "a"), to: other)
        holder.letGo()
        try session.append(line, to: document)
        #expect(try codings(session, document) == ["a", "b"])
    }

    @Test func copiesThatSyncToolsLeaveCountOnce() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        try fixture.code(document, words: "block", code: "a")
        let log = "study/codings/rs/B/B07.\(fixture.author.replica).jsonl"
        let other = try fixture.line(on: document, words: "nurses", code: "b")
        let bytes = Array(try fixture.temporary.text(of: log).utf8) + LogLineWriter.bytes(other)
        try fixture.temporary.write(bytes, to: "study/codings/rs/B/B07 (Ann's conflicted copy 2020-01-14).jsonl")
        #expect(try codings(CodingSession(fixture.author), document) == ["a", "b"])
        #expect(try fixture.folder.load().study.codings.count == 2)
    }

    @Test func logsOfOtherDocumentsAreLeftOutAndThoseOfARenamedOneAreNot() throws {
        let fixture = try StudyFixture()
        let a = try fixture.add("A", "Ann: one\n")
        let b = try fixture.add("B", "Ann: two\n")
        try fixture.code(a, words: "one", code: "a")
        try fixture.code(b, words: "two", code: "b")
        for ending in ["yaml", "txt", "turns.csv"] {
            let bytes = try Disk.read(fixture.folder.path("transcripts/A.\(ending)"))
            try fixture.temporary.write(bytes, to: "study/transcripts/New.\(ending)")
            try Disk.remove(fixture.folder.path("transcripts/A.\(ending)"))
        }
        var renamed = a
        renamed.id = try #require(DocumentID("New"))
        let session = CodingSession(fixture.author)
        #expect(try codings(session, renamed) == ["a"])
        #expect(try codings(session, b) == ["b"])
    }

    @Test func moreDocumentsThanAreKeptOpenAreNoTrouble() throws {
        let fixture = try StudyFixture()
        let session = CodingSession(fixture.author)
        var intake = try Intake(fixture.folder.load(), by: fixture.author)
        for number in 1...40 {
            let id = try #require(DocumentID("D\(number)"))
            let document = try intake.add(StudyFixture.incoming("Ann: word \(number)\n"), as: id).document
            try session.append(fixture.line(on: document, words: "word", code: "a"), to: document)
        }
        #expect(try fixture.folder.load().study.codings.count == 40)
        #expect(Checker.check(fixture.folder).allSatisfy { $0.what.contains("names the code a") })
    }
}
