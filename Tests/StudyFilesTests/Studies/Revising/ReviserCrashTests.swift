// Revisions that are killed between any two system calls: the study stays loadable, nothing moves unseen, and what is left says
// how to go on.

import CodingCore
import Glibc
import Synchronization
import Testing

@testable import StudyFiles

@Suite struct ReviserCrashTests {
    private static let above = "Checked by KT.\nTwice.\n" + StudyFixture.sampleText

    /// Lets a number of calls through that change the disk, and none after them.
    private final class Killer: Sendable {
        private let count = Mutex(0)
        private let last: Int

        init(after last: Int) { self.last = last }

        var calls: Int { count.withLock { $0 } }

        private func fails() -> Bool {
            let number = count.withLock { count in
                defer { count += 1 }
                return count
            }
            guard number >= last else { return false }
            errno = EIO
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

    private func fixture(editedOutside: Bool = false) throws -> StudyFixture {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n")
        let document = try fixture.add()
        try fixture.code(document, words: "block contract", code: "a")
        try fixture.code(document, words: "Café", code: "a", by: fixture.colleague("kt"))
        if editedOutside { try fixture.temporary.write(Self.above, to: "study/transcripts/B/B07.txt") }
        return fixture
    }

    private func revise(_ fixture: StudyFixture, to text: String = above, _ calls: SystemCalls = .system) throws {
        let contents = try fixture.folder.load()
        let reviser = Reviser(contents, session: CodingSession(try fixture.author(calls: calls)))
        let document = try #require(contents.study.documents.first)
        let takesFile: Bool
        if case .changedOutside = try reviser.state(of: document) { takesFile = true } else { takesFile = false }
        _ = try reviser.save(reviser.preview(StudyFixture.incoming(text), of: document, takesFile: takesFile))
    }

    /// How many calls a revision makes that change the disk.
    private func calls(editedOutside: Bool = false) throws -> Int {
        let counter = Killer(after: .max)
        try revise(fixture(editedOutside: editedOutside), counter.systemCalls)
        return counter.calls
    }

    /// A study whose revision was cut off at a call.
    private func killed(at call: Int, editedOutside: Bool = false) throws -> StudyFixture {
        let fixture = try fixture(editedOutside: editedOutside)
        #expect(throws: FileTrouble.self, "call \(call)") {
            try revise(fixture, Killer(after: call).systemCalls)
        }
        return fixture
    }

    /// Opens the document and makes sure that all its codings are there and quote what stands in the texts that they name, and
    /// that everybody is known to speak.
    private func expectWhole(_ fixture: StudyFixture, _ comment: Comment) throws {
        let contents = try fixture.folder.load()
        let document = try #require(contents.study.documents.first)
        let opened = try fixture.folder.open(document, measure: 66)
        #expect(contents.study.codings.count == 2, comment)
        for coding in contents.study.codings {
            let text = try fixture.folder.text(version: coding.anchor.version, of: document)
            #expect(coding.anchor.holds(in: text) { SHA256.hexadecimal(of: $0) }, comment)
            if coding.stands(on: opened.version) {
                #expect(coding.anchor.holds(in: opened.transcript.text) { SHA256.hexadecimal(of: $0) }, comment)
            }
        }
        #expect(Set(opened.transcript.blocks.map(\.speaker)) == ["", "INT", "Ann"], comment)
        #expect(fixture.problems.allSatisfy { $0.advice.contains("gloss revise B/B07") }, comment)
    }

    /// Makes sure that the revision is done and nothing is left of it.
    private func expectDone(_ fixture: StudyFixture, _ comment: Comment) throws {
        try expectWhole(fixture, comment)
        let after = try fixture.folder.load().study
        let version = after.documents.first?.versions.last.flatMap { VersionTag($0) }
        #expect(after.documents.first?.versions.count == 2, comment)
        #expect(after.codings.allSatisfy { $0.stands(on: version) && $0.disputed == [] }, comment)
        #expect(try fixture.temporary.text(of: "study/transcripts/B/B07.txt") == Self.above, comment)
        #expect(fixture.problems == [], comment)
        #expect(try fixture.temporary.files().filter { $0.contains(".gloss/drafts/") } == [], comment)
    }

    @Test func whereverItIsKilledEverythingLoadsAndTheSameAgainFinishesIt() throws {
        let calls = try calls()
        #expect(calls >= 8 * 3)
        for call in 0..<calls {
            let fixture = try killed(at: call)
            try expectWhole(fixture, "call \(call)")
            try revise(fixture)
            try expectDone(fixture, "call \(call)")
        }
    }

    @Test func whereverItIsKilledTheRepairPutsTheFilesInTheirPlaceAndTheSameAgainFinishesIt() throws {
        for call in 0..<(try calls()) {
            let fixture = try killed(at: call)
            let repairs = try Repairer.repair(fixture.folder, replicas: replicas(fixture))
            #expect(repairs.filter { !$0.isDone } == [], "call \(call)")
            try expectWhole(fixture, "call \(call)")
            let version = try #require(fixture.folder.load().study.documents.first?.versions.last)
            let text = try #require(try fixture.folder.bytes(of: "transcripts/B/B07.txt"))
            #expect(SHA256.hexadecimal(of: text) == version, "call \(call)")
            #expect(fixture.problems.map(\.what).filter { $0 != "has 2 codings on an older text" } == [])
            try revise(fixture)
            try expectDone(fixture, "call \(call)")
        }
    }

    @Test func whereverItIsKilledAnotherTextCanFollowInstead() throws {
        for call in 0..<(try calls()) {
            let fixture = try killed(at: call)
            let other = Self.above + "\nINT: Thank you.\n"
            try revise(fixture, to: other)
            try expectWhole(fixture, "call \(call)")
            #expect(try fixture.temporary.text(of: "study/transcripts/B/B07.txt") == other)
            #expect(fixture.problems == [], "call \(call)")
        }
    }

    @Test func ofATextEditedOutsideNothingIsShownUntilItIsTakenAndTheSameAgainTakesIt() throws {
        for call in 0..<(try calls(editedOutside: true)) {
            let fixture = try killed(at: call, editedOutside: true)
            let contents = try fixture.folder.load()
            #expect(contents.study.codings.count == 2)
            if contents.study.documents.first?.versions.count == 2 {
                try expectWhole(fixture, "call \(call)")
            } else {
                let finding = fixture.problems.first { $0.what.contains("changed outside") }
                #expect(finding?.description.contains("gloss revise B/B07") == true, "call \(call)")
                #expect(try fixture.temporary.text(of: "study/transcripts/B/B07.txt") == Self.above)
            }
            try revise(fixture)
            try expectDone(fixture, "call \(call)")
        }
    }

    @Test func killedBetweenTheTextAndTheLogTheCheckSaysHowToFinish() throws {
        // The log's own calls are the last ones.
        let fixture = try killed(at: try calls() - 2)
        let finding = try #require(fixture.problems.first)
        #expect(finding.what == "has 2 codings on an older text")
        #expect(finding.advice.contains("gloss revise B/B07 --carry"))
    }

    private func replicas(_ fixture: StudyFixture) -> Replicas {
        Replicas(state: StateFolder(path: fixture.temporary.path + "/state"), machine: "m")
    }

    /// What a revision leaves that was cut off between the document's own file and the others.
    private func unfinished() throws -> StudyFixture {
        for call in 0..<(try calls()) {
            let fixture = try killed(at: call)
            let text = try fixture.temporary.text(of: "study/transcripts/B/B07.txt")
            if try fixture.folder.load().study.documents.first?.versions.count == 2, text != Self.above {
                return fixture
            }
        }
        throw FileTrouble(.missing, "there is no such state", path: "")
    }

    @Test func anUnfinishedRevisionIsKnownAsOne() throws {
        let fixture = try unfinished()
        let contents = try fixture.folder.load()
        let document = try #require(contents.study.documents.first)
        let reviser = Reviser(contents, session: CodingSession(fixture.author))
        guard case .unfinished(let text) = try reviser.state(of: document) else {
            Issue.record("it is taken for something else")
            return
        }
        #expect(text.utf8 == Array(Self.above.utf8))
        #expect(try reviser.newest(of: document).text.utf8 == Array(Self.above.utf8))
        let finding = try #require(fixture.problems.first { $0.what.contains("was revised") })
        #expect(finding.file == "transcripts/B/B07.yaml" && finding.advice.contains("gloss check --repair"))
    }

    @Test func withoutItsDraftAnUnfinishedRevisionStillLoadsAndTheSameAgainFinishesIt() throws {
        let fixture = try unfinished()
        for name in try fixture.temporary.files() where name.contains(".gloss/drafts/") {
            try Disk.remove(fixture.temporary.path + "/" + name)
        }
        let contents = try fixture.folder.load()
        let document = try #require(contents.study.documents.first)
        let opened = try fixture.folder.open(document, measure: 66)
        #expect(opened.transcript.text.utf8 == Array(Self.above.utf8))
        #expect(
            opened.findings.contains { $0.what.contains("older version") && $0.advice.contains("gloss revise B/B07") }
        )
        let reviser = Reviser(contents, session: CodingSession(fixture.author))
        let basis = try reviser.newest(of: document)
        #expect(basis.text.utf8 == Array(StudyFixture.sampleText.utf8), "its turns are known, with all times")
        try revise(fixture)
        try expectDone(fixture, "without a draft")
    }

    @Test func aTextThatWasEditedAfterTheCrashIsNotWrittenOver() throws {
        let fixture = try unfinished()
        try fixture.temporary.write("INT: Mine.\n", to: "study/transcripts/B/B07.txt")
        _ = try Repairer.repair(fixture.folder, replicas: replicas(fixture))
        #expect(try fixture.temporary.text(of: "study/transcripts/B/B07.txt") == "INT: Mine.\n")
        #expect(fixture.problems.contains { $0.what.contains("changed outside") })
    }

    @Test func whatARevisionLeftGoesWithTheDocumentThatIsForgotten() throws {
        let fixture = try unfinished()
        let document = try #require(fixture.folder.load().study.documents.first)
        try fixture.temporary.write("Words.\n", to: "study/.gloss/drafts/\(document.uuid).x.txt")
        let withdrawal = try Withdrawal(of: "B/B07", in: fixture.folder.load(), fixture.folder)
        try withdrawal.carryOut(why: "", by: fixture.author)
        #expect(try fixture.temporary.files().filter { $0.contains(".gloss/drafts/") } == [])
    }

    @Test func anOlderTextThatTheSystemWillNotGiveStopsTheRevisionBeforeAnythingIsWritten() throws {
        let fixture = try fixture()
        let document = try #require(fixture.folder.load().study.documents.first)
        let name = "study/transcripts/.versions/\(document.versions[0]).txt"
        try Disk.remove(fixture.temporary.path + "/" + name)
        // A file whose reading fails for root too.
        try fixture.temporary.link(name, to: "/proc/self/mem")
        let error = #expect(throws: FileTrouble.self) { try revise(fixture) }
        #expect(error?.code == .system)
        #expect(try fixture.temporary.text(of: "study/transcripts/B/B07.txt") == StudyFixture.sampleText)
        #expect(try fixture.folder.load().study.documents.first?.versions == document.versions)
    }

    @Test(.enabled(if: geteuid() != 0, "root reads everything"))
    func aLogThatTheSystemWillNotGiveStopsTheRevisionBeforeAnythingIsWritten() throws {
        let fixture = try fixture()
        try fixture.temporary.allow(fixture.log(by: fixture.colleague("kt")), mode: 0)
        let error = #expect(throws: FileTrouble.self) { try revise(fixture) }
        #expect(error?.code == .notPermitted)
        #expect(try fixture.temporary.text(of: "study/transcripts/B/B07.txt") == StudyFixture.sampleText)
    }
}
