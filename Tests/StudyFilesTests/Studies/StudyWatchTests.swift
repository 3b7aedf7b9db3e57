import CodingCore
import Glibc
import Testing

@testable import StudyFiles

@Suite struct StudyWatchTests {
    /// A clock that goes on when it is told to, and by a step whenever it is asked.
    private final class Clock {
        var time = ContinuousClock.now
        let step: Duration

        init(step: Duration) { self.step = step }

        func now() -> ContinuousClock.Instant {
            time += step
            return time
        }
    }

    /// A watch that can be asked inside an expectation; an hour passes before each question unless the test says otherwise.
    private final class Watch {
        private var watch: StudyWatch
        private let clock: Clock

        init(_ folder: StudyFolder, step: Duration = .zero) {
            let clock = Clock(step: step)
            self.clock = clock
            watch = StudyWatch(folder, now: clock.now)
        }

        func begin(with contents: StudyContents) { watch.begin(with: contents) }
        func note(_ stamp: FileStamp, of path: String) { watch.note(stamp, of: path) }

        func hasNews(after time: Duration = .seconds(3_600)) -> Bool {
            clock.time += time
            return watch.hasNews()
        }

        func news() throws -> Study? {
            clock.time += .seconds(3_600)
            return try watch.news()
        }
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
        let watch = Watch(fixture.folder)
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
        let watch = Watch(fixture.folder)
        #expect(shell(line, in: fixture.folder.root))
        #expect(!watch.hasNews())
    }

    @Test func whatTheSessionWroteItselfIsNoNews() throws {
        let (fixture, document) = try fixture()
        let watch = Watch(fixture.folder)
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
        // Every look takes half a second.
        let watch = Watch(fixture.folder, step: .milliseconds(500))
        #expect(!watch.hasNews())
        try fixture.code(document, words: "nurses", code: "a")
        #expect(!watch.hasNews(after: .seconds(1)), "too early")
        #expect(watch.hasNews(after: .seconds(60)))
    }

    @Test func theStudyIsReadWhenThereIsNews() throws {
        let (fixture, document) = try fixture()
        let watch = Watch(fixture.folder)
        #expect(try watch.news() == nil)
        try fixture.code(document, words: "nurses", code: "a")
        #expect(try watch.news()?.codings.count == 1)
        #expect(try watch.news() == nil)
    }

    /// A codebook that somebody is in the middle of writing, a log in whose place a link lies.
    @Test(arguments: [
        ("echo 'codes: [' > codebooks/c.yaml", "printf 'codes:\\n- id: a\\n' > codebooks/c.yaml"),
        ("mv codings/rs/B/*.jsonl x && ln -s ../../../x codings/rs/B/l.jsonl", "rm codings/rs/B/l.jsonl"),
        ("mv study.yaml y", "mv y study.yaml"),
    ])
    func aFileThatCannotBeReadForAWhileTakesNothingAway(_ breaking: String, _ mending: String) throws {
        let (fixture, document) = try fixture()
        try fixture.code(document, words: "nurses", code: "a")
        let watch = Watch(fixture.folder)
        watch.begin(with: try fixture.folder.load())
        #expect(shell(breaking, in: fixture.folder.root))
        for _ in 0..<3 { #expect((try? watch.news()) ?? nil == nil) }
        #expect(shell(mending, in: fixture.folder.root))
        #expect(try watch.news() != nil)
    }

    @Test func whatCouldNeverBeReadHindersNoNews() throws {
        let (fixture, document) = try fixture()
        try fixture.temporary.write("codes: [\n", to: "study/codebooks/z.yaml")
        let watch = Watch(fixture.folder)
        watch.begin(with: try fixture.folder.load())
        try fixture.code(document, words: "nurses", code: "a")
        #expect(try watch.news()?.codings.count == 1)
    }

    @Test func aStudyThatWentAwayIsNewsAndNoCrash() throws {
        let (fixture, _) = try fixture()
        let watch = Watch(fixture.folder)
        #expect(shell("mv . ../gone || mv ../study ../gone", in: fixture.folder.root))
        #expect(watch.hasNews())
        #expect(!watch.hasNews())
    }

    private func shell(_ line: String, in folder: String) -> Bool {
        run("/bin/sh", "-c", "cd \"$0\" && \(line)", folder)
    }
}
