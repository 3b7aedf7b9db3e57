// Coding while the disk fails, while another session writes, and while files are changed underneath: what is said to be
// saved is saved, and what is not is kept and said to be UNSAVED.

import CodingCore
import Glibc
import Testing

@testable import StudyFiles

@Suite struct CodingSessionFailureTests {
    let fixture: StudyFixture
    let document: DocumentRecord

    init() throws {
        fixture = try StudyFixture(codebook: "codes:\n- id: a\n- id: b\n- id: c\n")
        document = try fixture.add()
    }

    private func line(_ words: String, _ code: String, on other: DocumentRecord? = nil) throws -> LogLine {
        try fixture.line(on: other ?? document, words: words, code: code)
    }

    private func codes() throws -> [String] {
        try fixture.folder.load().study.codings.map(\.code.description).sorted()
    }

    /// A session of the fixture's author whose disk stops syncing when the switch is on, with one line saved.
    private func session(failing calls: [String], with number: Int32 = EIO) throws -> (CodingSession, Fault) {
        let fault = Fault(on: false)
        var system = SystemCalls.system
        for call in calls {
            let failing = SystemCalls(failing: call, with: number, while: fault)
            switch call {
            case "write": system.write = failing.write
            case "fsync": system.fsync = failing.fsync
            case "fdatasync": system.fdatasync = failing.fdatasync
            case "ftruncate": system.ftruncate = failing.ftruncate
            default: system.rename = failing.rename
            }
        }
        let session = CodingSession(try fixture.author(calls: system))
        try session.append(line("block contract", "a"), to: document)
        fault.isOn = true
        return (session, fault)
    }

    @Test func linesThatTheDiskDidNotTakeAreKeptAndSavedLater() throws {
        let (session, fault) = try session(failing: ["fsync", "fdatasync"])
        let second = try line("nurses", "b")
        let error = #expect(throws: FileTrouble.self) { try session.append(second, to: document) }
        #expect(error?.code == .unsaved)
        #expect(error?.sentence.contains("UNSAVED") == true)
        #expect(session.unsaved.map(\.line) == [second])
        let third = try line("left", "c")
        #expect(throws: FileTrouble.self) { try session.append(third, to: document) }
        #expect(session.unsaved.map(\.line) == [second, third])
        #expect(throws: FileTrouble.self) { try session.saveUnsaved() }
        #expect(session.unsaved.count == 2)
        fault.isOn = false
        try session.saveUnsaved()
        #expect(session.unsaved.isEmpty)
        #expect(try codes() == ["a", "b", "c"])
        #expect(fixture.problems == [])
    }

    @Test func theNextActSavesWhatWasKeptAndItself() throws {
        let (session, fault) = try session(failing: ["fsync", "fdatasync"])
        #expect(throws: FileTrouble.self) { try session.append(line("nurses", "b"), to: document) }
        fault.isOn = false
        try session.append(line("left", "c"), to: document)
        #expect(session.unsaved.isEmpty)
        #expect(try codes() == ["a", "b", "c"])
    }

    @Test func unsavedLinesOfSeveralDocumentsAreSavedInTheirOrder() throws {
        let other = try fixture.add("B/B08", "Ann: Another talk.\n")
        let (session, fault) = try session(failing: ["fsync", "fdatasync"])
        let lines = [
            (document, try line("nurses", "b")), (other, try line("Another", "b", on: other)),
            (document, try line("left", "c")),
        ]
        for (place, line) in lines { #expect(throws: FileTrouble.self) { try session.append(line, to: place) } }
        #expect(session.unsaved.map(\.line) == lines.map(\.1))
        #expect(session.unsaved.map(\.document.id) == lines.map(\.0.id))
        fault.isOn = false
        try session.saveUnsaved()
        #expect(try codes() == ["a", "b", "b", "c"])
        #expect(fixture.problems == [])
    }

    @Test func savingNothingIsNoWork() throws {
        let session = CodingSession(fixture.author)
        try session.saveUnsaved()
        try session.append([], to: document)
        #expect(!fixture.temporary.exists("study/codings/rs"))
    }

    @Test(arguments: [(ENOSPC, FileTrouble.Code.full), (EDQUOT, .full), (EFBIG, .full), (EIO, .system)])
    func aLineThatCouldNotBeWrittenIsNotKeptAndLeavesNoTrace(number: Int32, code: FileTrouble.Code) throws {
        let (session, fault) = try session(failing: ["write"], with: number)
        let before = try fixture.temporary.text(of: fixture.log())
        let error = #expect(throws: FileTrouble.self) { try session.append(line("nurses", "b"), to: document) }
        #expect(error?.code == code)
        #expect(session.unsaved.isEmpty)
        #expect(try fixture.temporary.text(of: fixture.log()) == before)
        fault.isOn = false
        try session.append(line("left", "c"), to: document)
        #expect(try codes() == ["a", "c"])
    }

    @Test func whenNothingCanBeCutBackTheLineIsUnsavedAndTheTornEndIsSetAside() throws {
        let fault = Fault(on: false)
        let half = SystemCalls(
            write: { descriptor, bytes in
                guard fault.isOn else { return SystemCalls.systemWrite(descriptor, bytes) }
                if bytes.count > 20 { return SystemCalls.systemWrite(descriptor, bytes.prefix(bytes.count - 20)) }
                errno = ENOSPC
                return -1
            },
            ftruncate: { descriptor, size in
                guard fault.isOn else { return ftruncate(descriptor, off_t(size)) }
                errno = EIO
                return -1
            }
        )
        let session = CodingSession(try fixture.author(calls: half))
        try session.append(line("block contract", "a"), to: document)
        fault.isOn = true
        #expect(throws: FileTrouble.self) { try session.append(line("nurses", "b"), to: document) }
        #expect(session.unsaved.count == 1)
        // Until then everybody else sees a torn end, which is a warning and no loss.
        #expect(try codes() == ["a"])
        #expect(Checker.check(fixture.folder).map(\.what) == ["ends in a line that was cut off"])
        fault.isOn = false
        try session.saveUnsaved()
        #expect(try codes() == ["a", "b"])
        #expect(fixture.temporary.exists(fixture.log() + ".torn-1"))
        #expect(fixture.problems == [])
    }

    @Test func readingInBetweenLosesNoUnsavedLine() throws {
        let (session, fault) = try session(failing: ["fsync", "fdatasync"])
        let second = try line("nurses", "b")
        #expect(throws: FileTrouble.self) { try session.append(second, to: document) }
        fault.isOn = false
        _ = try session.operations(on: document)
        #expect(session.unsaved.map(\.line) == [second])
        try session.saveUnsaved()
        #expect(try codes() == ["a", "b"])
    }

    @Test func aLogThatWentAwayWhileLinesWereUnsavedTakesThemAnew() throws {
        let (session, fault) = try session(failing: ["fsync", "fdatasync"])
        #expect(throws: FileTrouble.self) { try session.append(line("nurses", "b"), to: document) }
        try Disk.remove(fixture.temporary.path + "/" + fixture.log())
        fault.isOn = false
        try session.saveUnsaved()
        #expect(session.unsaved.isEmpty)
        // What was taken away with the file stays away; what was in memory is there.
        #expect(try codes() == ["b"])
    }

    @Test func aSessionThatIsClosedGivesTheLockBackAndMayGoOn() throws {
        let first = CodingSession(fixture.author)
        let second = CodingSession(fixture.author)
        for turn in 0..<3 {
            let session = turn % 2 == 0 ? first : second
            _ = try session.operations(on: document)
            try session.append(line("nurses", "b"), to: document)
            session.close()
        }
        #expect(try codes() == ["b", "b", "b"])
    }

    @Test func linesInMemoryKeepOthersOfTheCloneFromTheLogUntilTheyAreSafe() throws {
        let (session, fault) = try session(failing: ["fsync", "fdatasync"])
        #expect(throws: FileTrouble.self) { try session.append(line("nurses", "b"), to: document) }
        #expect(session.unsaved.count == 1)
        let second = CodingSession(fixture.author)
        let error = #expect(throws: FileTrouble.self) { try second.append(line("left", "c"), to: document) }
        #expect(error?.code == .locked)
        #expect(second.unsaved.isEmpty)
        fault.isOn = false
        try session.saveUnsaved()
        let saved = try second.append(to: document) { _ in try line("left", "c") }
        #expect(saved != nil)
        #expect(try codes() == ["a", "b", "c"])
    }

    @Test func twoSessionsOfTwoCodersWriteAtOnceAndSeeEachOther() throws {
        let own = CodingSession(fixture.author)
        let other = CodingSession(try fixture.colleague("jb"))
        for number in 1...5 {
            try own.append(line("nurses", "a"), to: document)
            try other.append(fixture.line(on: document, words: "left", code: "b", by: other.author), to: document)
            #expect(try own.operations(on: document).operations.count == 2 * number)
            #expect(try other.operations(on: document).operations.count == 2 * number)
        }
        #expect(fixture.problems == [])
    }

    @Test func aSessionStartedBeforeAnotherWroteBeginsAgainByItself() throws {
        let early = CodingSession(fixture.author)
        #expect(try early.operations(on: document).operations.isEmpty)
        let late = CodingSession(fixture.author)
        try late.append(line("block contract", "a"), to: document)
        late.close()
        let stale = try line("nurses", "b")
        #expect(throws: FileTrouble.self) { try early.append(stale, to: document) }
        let saved = try early.append(to: document) { operations in
            #expect(operations.count == 1)
            return stale
        }
        #expect(saved == stale)
        #expect(try codes() == ["a", "b"])
    }

    @Test func aFileThatNeverStandsStillIsGivenUpAfterAFewTries() throws {
        let session = CodingSession(fixture.author)
        try session.append(line("block contract", "a"), to: document)
        let second = try line("nurses", "b")
        let other = LogLineWriter.bytes(try line("left", "c"))
        var looks = 0
        let error = #expect(throws: FileTrouble.self) {
            try session.append(to: document) { _ in
                looks += 1
                try fixture.temporary.write(
                    Array(try fixture.temporary.text(of: fixture.log()).utf8) + other,
                    to: fixture.log()
                )
                return second
            }
        }
        #expect(error?.code == .changedUnderneath)
        #expect(looks == 4)
        #expect(try codes() == ["a", "c"])
    }

    @Test func whatMakingALineThrowsIsPassedOnAndNothingIsWritten() throws {
        struct Refusal: Error {}
        let session = CodingSession(fixture.author)
        #expect(throws: Refusal.self) { try session.append(to: document) { _ in throw Refusal() } }
        #expect(!fixture.temporary.exists("study/codings/rs"))
    }

    @Test func aBadLineInALogIsAFindingAndTheOthersAreOperations() throws {
        try fixture.code(document, words: "nurses", code: "b")
        let text = try fixture.temporary.text(of: fixture.log())
        try fixture.temporary.write("nonsense\n" + text, to: fixture.log())
        let (operations, findings) = try CodingSession(fixture.author).operations(on: document)
        #expect(operations.count == 1)
        #expect(findings.map { "study/" + $0.file } == [fixture.log()])
        #expect(findings.map(\.line) == [1])
    }

    @Test func anUnreadableFolderOfLogsIsAFinding() throws {
        try fixture.code(document, words: "nurses", code: "b")
        try fixture.temporary.write("x", to: "study/codings/No Coder/B07.k3f9x2.jsonl")
        let (operations, findings) = try CodingSession(fixture.author).operations(on: document)
        #expect(operations.count == 1)
        #expect(findings.map(\.file) == ["codings/No Coder"])
        #expect(findings.first?.advice == "rename the folder")
    }

    @Test func withoutAnyLogThereIsNothingToRead() throws {
        let session = CodingSession(fixture.author)
        #expect(try session.operations(on: document).operations.isEmpty)
        #expect(try session.ownOperations().isEmpty)
        // Asking made neither a name for the clone nor a file.
        #expect(
            try fixture.temporary.files(in: "study").filter { $0.contains("codings") || $0.contains("locks/rs.0") }
                == []
        )
    }

    @Test func aLineOfManyLinesIsOneWriteAndOneSync() throws {
        let counter = Counter()
        var calls = SystemCalls.system
        calls.fdatasync = { descriptor in
            _ = counter.next()
            return Glibc.fdatasync(descriptor)
        }
        let session = CodingSession(try fixture.author(calls: calls))
        try session.append((0..<50).map { _ in try line("nurses", "b") }, to: document)
        #expect(counter.next() == 1)
        #expect(try codes().count == 50)
    }
}
