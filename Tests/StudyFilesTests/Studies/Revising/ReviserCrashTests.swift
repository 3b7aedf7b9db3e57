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

    private func fixture() throws -> StudyFixture {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n")
        let document = try fixture.add()
        try fixture.code(document, words: "block contract", code: "a")
        try fixture.code(document, words: "Café", code: "a", by: fixture.colleague("kt"))
        return fixture
    }

    private func revise(_ fixture: StudyFixture, _ calls: SystemCalls) throws {
        let contents = try fixture.folder.load()
        let reviser = Reviser(contents, session: CodingSession(try fixture.author(calls: calls)))
        let document = try #require(contents.study.documents.first)
        let takesFile: Bool
        if case .changedOutside = try reviser.state(of: document) { takesFile = true } else { takesFile = false }
        _ = try reviser.save(
            reviser.preview(StudyFixture.incoming(Self.above), of: document, takesFile: takesFile)
        )
    }

    private func calls() throws -> Int {
        let counter = Killer(after: .max)
        try revise(fixture(), counter.systemCalls)
        return counter.calls
    }

    @Test func whereverItIsKilledNothingMovesUnseenAndTheSameAgainFinishesIt() throws {
        let calls = try calls()
        #expect(calls >= 6 * 3)
        for call in 0..<calls {
            let fixture = try fixture()
            #expect(throws: FileTrouble.self, "call \(call)") { try revise(fixture, Killer(after: call).systemCalls) }
            let contents = try fixture.folder.load()
            let document = try #require(contents.study.documents.first)
            #expect(contents.study.codings.count == 2)
            if let opened = try? fixture.folder.open(document, measure: 66) {
                for coding in contents.study.codings where coding.stands(on: opened.version) {
                    #expect(coding.anchor.holds(in: opened.transcript.text) { SHA256.hexadecimal(of: $0) })
                }
            } else {
                let finding = fixture.problems.first { $0.what.contains("changed outside") }
                #expect(finding?.description.contains("gloss revise B/B07") == true, "call \(call)")
            }
            try revise(fixture, .system)
            let after = try fixture.folder.load().study
            let version = after.documents.first?.versions.last.flatMap { VersionTag($0) }
            #expect(after.documents.first?.versions.count == 2, "call \(call)")
            #expect(after.codings.count == 2)
            #expect(after.codings.allSatisfy { $0.stands(on: version) && $0.disputed == [] }, "call \(call)")
            #expect(fixture.problems == [], "call \(call)")
        }
    }

    @Test func killedBetweenTheTextAndTheLogTheCheckSaysHowToFinish() throws {
        let fixture = try fixture()
        // The log's own calls are the last ones.
        let last = try calls() - 2
        #expect(throws: FileTrouble.self) { try revise(fixture, Killer(after: last).systemCalls) }
        let finding = try #require(fixture.problems.first)
        #expect(finding.what == "has 2 codings on an older text")
        #expect(finding.advice.contains("gloss revise B/B07 --carry"))
    }
}
