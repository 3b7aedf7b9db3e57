// Imports that are killed between any two system calls: the study stays loadable, and the import can be repeated.

import CodingCore
import Glibc
import Synchronization
import Testing

@testable import StudyFiles

/// Counts the calls that change the disk, and from the N-th on lets none of them through.
private final class Killer: Sendable {
    private let count = Mutex(0)
    private let last: Int
    private let errno: Int32

    /// - Parameter last: the first call that fails, counted from 0; `Int.max` for none.
    init(at last: Int, errno: Int32 = EIO) {
        self.last = last
        self.errno = errno
    }

    /// How many calls were asked for.
    var calls: Int { count.withLock { $0 } }

    private func fails() -> Bool {
        let number = count.withLock { count in
            defer { count += 1 }
            return count
        }
        guard number >= last else { return false }
        Glibc.errno = errno
        return true
    }

    var systemCalls: SystemCalls {
        SystemCalls(
            write: { self.fails() ? -1 : SystemCalls.systemWrite($0, $1) },
            fsync: { self.fails() ? -1 : Glibc.fsync($0) },
            fdatasync: { self.fails() ? -1 : Glibc.fdatasync($0) },
            ftruncate: { self.fails() ? -1 : Glibc.ftruncate($0, off_t($1)) },
            rename: { unsafe self.fails() ? -1 : Glibc.rename($0, $1) }
        )
    }
}

@Suite struct IntakeCrashTests {
    private static let text = "INT: How?\n\nAnn: Slowly.\n"

    private func add(_ fixture: StudyFixture, _ calls: SystemCalls) throws {
        var intake = try Intake(fixture.folder.load(), by: fixture.author(calls: calls))
        let id = try #require(DocumentID("B/B08"))
        let incoming = StudyFixture.incoming(Self.text, fileName: "B08.txt")
        _ = try intake.add(incoming, as: id, attributes: Attributes([("site", "B")]))
    }

    /// A study with one coded document.
    private func fixture() throws -> StudyFixture {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n")
        try fixture.code(fixture.add(), words: "block contract", code: "a")
        return fixture
    }

    /// How many calls the import takes.
    private func calls() throws -> Int {
        let counter = Killer(at: .max)
        try add(fixture(), counter.systemCalls)
        return counter.calls
    }

    @Test func anImportTakesSeveralCallsEachOfWhichCanFail() throws {
        // The journal, a copy, the turns, the text, two tables and the document's file: each is written and synced.
        #expect(try calls() >= 7 * 3)
    }

    @Test(arguments: [EIO, ENOSPC]) func killedAtAnyCallItLeavesAStudyThatLoads(number: Int32) throws {
        let calls = try calls()
        for call in 0..<calls {
            let fixture = try fixture()
            let before = try fixture.folder.load().study
            let killer = Killer(at: call, errno: number)
            let error = #expect(throws: FileTrouble.self, "call \(call)") { try add(fixture, killer.systemCalls) }
            #expect(error?.errno == number, "call \(call)")
            let after = try fixture.folder.load()
            #expect(after.study.codings == before.codings)
            #expect(try fixture.temporary.files().filter { $0.hasSuffix(".tmp~") } == [])
            // The document is whole or it is not there: its own file comes last, and makes it one when it has its name.
            let document = after.study.documents.first { $0.id.description == "B/B08" }
            #expect((document != nil) == (call == calls - 1), "call \(call)")
            guard let document else { continue }
            let opened = try fixture.folder.open(document, measure: 66)
            #expect(opened.transcript.text.utf8 == Array(Self.text.utf8))
            #expect(opened.findings == [])
            #expect(document.attributes["site"] == "B")
        }
    }

    @Test func whateverACrashLeftTheImportCanBeRepeated() throws {
        let model = try fixture()
        try add(model, .system)
        let expected = try model.folder.load().study
        for call in try 0..<calls() {
            let fixture = try fixture()
            #expect(throws: FileTrouble.self) { try add(fixture, Killer(at: call).systemCalls) }
            try add(fixture, .system)
            let contents = try fixture.folder.load()
            #expect(contents.findings == [], "call \(call)")
            #expect(contents.study.documents.map(\.id) == expected.documents.map(\.id))
            #expect(contents.study.documents.map(\.attributes) == expected.documents.map(\.attributes))
            #expect(contents.study.speakers == expected.speakers)
            #expect(fixture.problems == [], "call \(call)")
        }
    }

    @Test func theJournalIsThereBeforeTheTableThatItTellsOf() throws {
        var tables = 0
        for call in try 0..<calls() {
            let fixture = try fixture()
            let before = try fixture.temporary.text(of: "study/documents.csv")
            #expect(throws: FileTrouble.self) { try add(fixture, Killer(at: call).systemCalls) }
            let table = try fixture.temporary.text(of: "study/documents.csv")
            guard table != before else { continue }
            tables += 1
            let sha256 = SHA256.hexadecimal(of: Array(table.utf8))
            let entries = Journal.read(fixture.folder).entries
            #expect(entries.contains { $0.file == "documents.csv" && $0.shaAfter == sha256 }, "call \(call)")
        }
        #expect(tables > 0)
    }

    @Test func entriesOfAnImportThatWasNotDoneAreToldByTheHashesOfTheFiles() throws {
        let fixture = try fixture()
        // The journal is appended to; the first file that a rename puts in its place is the copy of the text.
        #expect(throws: FileTrouble.self) { try add(fixture, SystemCalls(failing: "rename", with: EIO)) }
        let entry = try #require(Journal.read(fixture.folder).entries.last { $0.file == "documents.csv" })
        let now = try Disk.read(fixture.folder.path("documents.csv"))
        #expect(entry.shaBefore == SHA256.hexadecimal(of: now))
        #expect(entry.shaAfter != entry.shaBefore)
        let own = try #require(Journal.read(fixture.folder).entries.last { $0.operation == "import" })
        #expect(own.after == "B/B08")
        #expect(own.shaBefore == "")
        #expect(!fixture.temporary.exists("study/" + own.file))
    }

    @Test(arguments: ["write", "rename", "fsync"]) func attributesAreAllSetOrNoneAre(call: String) throws {
        let fixture = try fixture()
        let fault = Fault(on: false)
        let author = try fixture.author(calls: SystemCalls(failing: call, with: ENOSPC, while: fault))
        let study = try fixture.folder.load().study
        let wanted = [(document: study.documents[0], attributes: Attributes([("site", "C"), ("role", "nurse")]))]
        let before = try fixture.temporary.text(of: "study/documents.csv")
        fault.isOn = true
        #expect(throws: FileTrouble.self) { try fixture.folder.setAttributes(wanted, by: author) }
        #expect(try fixture.temporary.text(of: "study/documents.csv") == before)
        fault.isOn = false
        #expect(try fixture.folder.setAttributes(wanted, by: author).map(\.description) == ["B/B07"])
        #expect(try fixture.temporary.text(of: "study/documents.csv") == "document,site,role\nB/B07,C,nurse\n")
        #expect(fixture.problems == [])
    }

    @Test(arguments: ["write", "rename", "fsync"]) func aCodeIsMadeOrNotMade(call: String) throws {
        let fixture = try fixture()
        let fault = Fault(on: true)
        let author = try fixture.author(calls: SystemCalls(failing: call, with: EIO, while: fault))
        let codebook = try fixture.folder.load().study.codebook
        #expect(throws: FileTrouble.self) {
            try fixture.folder.addProposedCode(named: "Trust", in: codebook, by: author)
        }
        #expect(try fixture.folder.load().study.codebook.codes.map(\.id.description) == ["a"])
        fault.isOn = false
        _ = try fixture.folder.addProposedCode(named: "Trust", in: codebook, by: author)
        #expect(try fixture.folder.load().study.codebook.codes.map(\.id.description) == ["a", "rs/trust"])
        #expect(fixture.problems == [])
    }
}
