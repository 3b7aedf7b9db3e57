import CodingCore
import Glibc
import Testing

@testable import StudyFiles

@Suite struct StudyWatchTests {
    /// A watch that can be asked inside an expectation.
    private final class Watch {
        private var watch: StudyWatch

        init(_ folder: StudyFolder, now: @escaping () -> ContinuousClock.Instant) {
            watch = StudyWatch(folder, now: now)
        }

        func hasNews() -> Bool { watch.hasNews() }
        func note(_ stamp: FileStamp, of path: String) { watch.note(stamp, of: path) }
    }

    private func fixture() throws -> (StudyFixture, DocumentRecord) {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n- id: b\n")
        return (fixture, try fixture.add())
    }

    /// Each is done in the study's folder by somebody else.
    @Test(arguments: [
        "echo '{}' >> codings/rs/B/B07.*.jsonl", "mkdir -p codings/jb && echo '{}' > codings/jb/B07.k3f9x2.jsonl",
        "rm codings/rs/B/*", "touch -d 2001-01-01 codings/rs/B/B07.*.jsonl",
        "cp codings/rs/B/*.jsonl x && mv x codings/rs/B/copy.jsonl", "echo '# ' >> codebooks/c.yaml",
        "echo 'codes: []' > codebooks/proposed/jb.k3f9x2.yaml", "echo x > transcripts/B/B08.txt",
        "cp transcripts/B/B07.yaml x && mv x transcripts/B/B07.yaml", "echo >> documents.csv", "rm speakers.csv",
        "echo >> study.yaml",
    ])
    func whatOthersDoIsNews(_ line: String) throws {
        let (fixture, document) = try fixture()
        try fixture.code(document, words: "nurses", code: "a")
        let watch = Watch(fixture.folder, now: Self.hours())
        #expect(!watch.hasNews())
        #expect(shell(line, in: fixture.folder.root))
        #expect(watch.hasNews())
        #expect(!watch.hasNews(), "told once")
    }

    @Test(arguments: [
        "cat codings/rs/B/* transcripts/B/* > /dev/null", "mkdir -p .gloss/locks && echo x > .gloss/locks/y", "true",
    ])
    func whatIsNoNews(_ line: String) throws {
        let (fixture, document) = try fixture()
        try fixture.code(document, words: "nurses", code: "a")
        let watch = Watch(fixture.folder, now: Self.hours())
        #expect(shell(line, in: fixture.folder.root))
        #expect(!watch.hasNews())
    }

    @Test func whatTheSessionWroteItselfIsNoNews() throws {
        let (fixture, document) = try fixture()
        let watch = Watch(fixture.folder, now: Self.hours())
        let session = CodingSession(fixture.author)
        #expect(session.ownLog(of: document) == nil)
        for words in ["nurses", "left"] {
            try session.append(fixture.line(on: document, words: words, code: "a"), to: document)
            let own = try #require(session.ownLog(of: document))
            watch.note(own.stamp, of: own.path)
            #expect(!watch.hasNews())
        }
        try fixture.code(document, words: "Café", code: "b")
        #expect(watch.hasNews())
    }

    @Test func whereLookingIsSlowItIsDoneSeldom() throws {
        let (fixture, document) = try fixture()
        var time = ContinuousClock.now
        // Every look takes a second.
        let watch = Watch(fixture.folder) {
            time += .milliseconds(500)
            return time
        }
        time += .seconds(60)
        #expect(!watch.hasNews())
        try fixture.code(document, words: "nurses", code: "a")
        time += .seconds(1)
        #expect(!watch.hasNews(), "too early")
        time += .seconds(60)
        #expect(watch.hasNews())
    }

    @Test func aStudyThatWentAwayIsNewsAndNoCrash() throws {
        let (fixture, _) = try fixture()
        let watch = Watch(fixture.folder, now: Self.hours())
        #expect(shell("mv . ../gone || mv ../study ../gone", in: fixture.folder.root))
        #expect(watch.hasNews())
        #expect(!watch.hasNews())
    }

    /// A clock that goes on by an hour whenever it is asked after the second time of a look.
    private static func hours() -> () -> ContinuousClock.Instant {
        var time = ContinuousClock.now
        var count = 0
        return {
            count += 1
            // The two times of one look are the same, so that nothing has to wait.
            if count % 2 == 0 { time += .zero } else { time += .seconds(3_600) }
            return time
        }
    }

    private func shell(_ line: String, in folder: String) -> Bool {
        run("/bin/sh", "-c", "cd \"$0\" && \(line)", folder)
    }
}
