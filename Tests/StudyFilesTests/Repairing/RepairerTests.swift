// What `gloss check --repair` puts right, and that nothing is lost by it.

import CodingCore
import Glibc
import Testing

@testable import StudyFiles

@Suite struct RepairerTests {
    private func fixture() throws -> (StudyFixture, DocumentRecord) {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n- id: b\n")
        let document = try fixture.add()
        try fixture.code(document, words: "block contract", code: "a")
        return (fixture, document)
    }

    private func repair(_ fixture: StudyFixture) throws -> [Repair] {
        let replicas = Replicas(state: StateFolder(path: fixture.temporary.path + "/state"), machine: "m")
        return try Repairer.repair(fixture.folder, replicas: replicas)
    }

    private func codings(_ fixture: StudyFixture) throws -> [Coding] { try fixture.folder.load().study.codings }

    @Test func aStudyInOrderIsLeftAsItIs() throws {
        let (fixture, _) = try fixture()
        let files = try fixture.temporary.files()
        #expect(try repair(fixture) == [])
        #expect(try fixture.temporary.files() == files)
    }

    @Test func whatWasRepairedNeedsNoSecondRepair() throws {
        let (fixture, _) = try fixture()
        let log = try fixture.temporary.text(of: fixture.log())
        try fixture.temporary.write("<<<<<<< HEAD\n" + log + "=======\n>>>>>>> x\n{\"v\":1", to: fixture.log())
        try fixture.temporary.write(log, to: "study/codings/rs/B/B07 (1).jsonl")
        try fixture.temporary.write("x", to: "study/.gitignore")
        #expect(try !repair(fixture).isEmpty)
        #expect(try repair(fixture) == [])
    }

    // MARK: Logs

    @Test func marksOfAMergeGoAndBothSidesStay() throws {
        let (fixture, _) = try fixture()
        let log = try fixture.temporary.text(of: fixture.log())
        let before = try codings(fixture)
        try fixture.temporary.write("<<<<<<< HEAD\n" + log + "=======\n" + log + ">>>>>>> theirs\n", to: fixture.log())
        let done = try repair(fixture)
        #expect(done.map(\.isDone) == [true])
        #expect(done[0].what.hasPrefix("took out 3 marks"))
        #expect(try fixture.temporary.text(of: fixture.log()) == log + log)
        #expect(try codings(fixture) == before)
        #expect(fixture.problems == [])
    }

    @Test func aTornEndOfThisClonesLogIsSetAside() throws {
        let (fixture, _) = try fixture()
        let log = try fixture.temporary.text(of: fixture.log())
        try fixture.temporary.write(log + "{\"v\":1,\"id\":", to: fixture.log())
        #expect(try repair(fixture).map(\.isDone) == [true])
        #expect(try fixture.temporary.text(of: fixture.log()) == log)
        #expect(try fixture.temporary.text(of: fixture.log() + ".torn-1") == "{\"v\":1,\"id\":")
    }

    @Test func aTornEndOfAnotherClonesLogIsLeftToIt() throws {
        let (fixture, document) = try fixture()
        let other = try fixture.colleague("jm")
        try fixture.code(document, words: "nurses", code: "b", by: other)
        let name = fixture.log(by: other)
        let torn = try fixture.temporary.text(of: name) + "{\"v\""
        try fixture.temporary.write(torn, to: name)
        #expect(try repair(fixture) == [])
        #expect(try fixture.temporary.text(of: name) == torn)
    }

    @Test func aLogThatAProgramWritesIsNotTouched() throws {
        let (fixture, document) = try fixture()
        let session = CodingSession(fixture.author)
        try session.append(fixture.line(on: document, words: "nurses", code: "b"), to: document)
        let writer = try LogAppender(fixture.place(of: document))
        let log = try fixture.temporary.text(of: fixture.log())
        try fixture.temporary.write(log + "=======\n", to: fixture.log())
        let done = try repair(fixture)
        #expect(done.map(\.isDone) == [false])
        #expect(done[0].what.contains("is held by"))
        #expect(try fixture.temporary.text(of: fixture.log()) == log + "=======\n")
        withExtendedLifetime(writer) {}
    }

    // MARK: Copies

    /// Hostile input 70: the names that sync tools, mail programs and people give.
    static let copyNames = [
        "B07.REPLICA.sync-conflict-20230112-003022-FUKIKK4.jsonl",
        "B07.REPLICA (Ann's conflicted copy 2020-01-14).jsonl",
        "B07.REPLICA-DESKTOP.jsonl", "B07.REPLICA (1).jsonl", "B07.REPLICA.jsonl.orig", "B07.jsonl",
        "from Jo's mail.jsonl",
    ]

    @Test(arguments: copyNames)
    func aCopyIsTakenInNamedByCheckAndTidied(name: String) throws {
        let (fixture, document) = try fixture()
        let line = String(
            decoding: LogLineWriter.bytes(try fixture.line(on: document, words: "nurses", code: "b")),
            as: UTF8.self
        )
        let log = try fixture.temporary.text(of: fixture.log())
        let copy = "codings/rs/B/" + name.replacing("REPLICA", with: fixture.author.replica.description)
        try fixture.temporary.write(log + line, to: "study/" + copy)
        let before = try codings(fixture)
        #expect(before.count == 2)
        let found = Checker.check(fixture.folder).filter { $0.file == copy }
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.advice.contains("--repair") == true)

        let done = try repair(fixture)
        #expect(done.map(\.isDone) == [true])
        #expect(!fixture.temporary.exists("study/" + copy))
        #expect(try codings(fixture) == before)
        #expect(Checker.check(fixture.folder).filter { $0.what.contains("name that Gloss does not give") }.isEmpty)
        // What this clone's own log had lost is again in it, so that undo finds it.
        let isOwn = name.contains("REPLICA")
        #expect(try fixture.temporary.text(of: fixture.log()) == (isOwn ? log + line : log))
        #expect(try CodingSession(fixture.author).ownOperations().count == (isOwn ? 2 : 1))
    }

    @Test func aCopyOfWhatIsThereJustGoes() throws {
        let (fixture, _) = try fixture()
        let log = try fixture.temporary.text(of: fixture.log())
        try fixture.temporary.write(log.replacing("\n", with: "\r\n"), to: "study/codings/rs/B/B07 copy.jsonl")
        let files = try fixture.temporary.files()
        #expect(try repair(fixture).map(\.what) == ["removed: every line of it stands in other logs"])
        #expect(try fixture.temporary.files() == files.filter { !$0.contains("copy") })
    }

    @Test func twoCopiesWithTheSameNewLineBecomeOneLog() throws {
        let (fixture, document) = try fixture()
        let line = LogLineWriter.bytes(try fixture.line(on: document, words: "nurses", code: "b"))
        for name in ["x (1)", "x (2)"] { try fixture.temporary.write(line, to: "study/codings/rs/B/\(name).jsonl") }
        #expect(try repair(fixture).count == 2)
        let logs = try fixture.temporary.files(in: "study/codings")
        #expect(logs.count == 2)
        #expect(try codings(fixture).count == 2)
    }

    @Test(arguments: [
        "no line at all\n", "{\"v\":2,\"id\":\"x\"}\n", "{\"v\":1,\"id",
        #"{"v":1,"id":"01900000-0000-7000-8000-000000000001","op":"undo","by":"rs","at":"2026-11-22T10:14:03Z","act":"01900000-0000-7000-8000-0000000000ff"}"#
            + "\n",
    ])
    func aCopyThatIsNotUnderstoodInFullStaysAndItIsSaid(rest: String) throws {
        let (fixture, _) = try fixture()
        let text = try fixture.temporary.text(of: fixture.log()) + rest
        try fixture.temporary.write(text, to: "study/codings/rs/B/copy.jsonl")
        let done = try repair(fixture)
        #expect(done.map(\.isDone) == [false])
        #expect(done[0].what.hasPrefix("stays, because"))
        #expect(try fixture.temporary.text(of: "study/codings/rs/B/copy.jsonl") == text)
    }

    @Test func linesOfANewerGlossMoveAsTheyStand() throws {
        let (fixture, document) = try fixture()
        let line = String(
            decoding: LogLineWriter.bytes(try fixture.line(on: document, words: "nurses", code: "b")),
            as: UTF8.self
        ).replacing("}\n", with: ",\"mood\":\"grey\"}\n")
        try fixture.temporary.write(line, to: "study/codings/rs/B/copy.jsonl")
        #expect(try repair(fixture).map(\.isDone) == [true])
        let logs = try fixture.temporary.files(in: "study/codings").filter { $0 != fixture.log() }
        #expect(try logs.map { try fixture.temporary.text(of: $0) } == [line])
    }

    // MARK: Other files

    @Test func aMissingCopyOfATextComesBackFromTheTextAndTheTextFromTheCopy() throws {
        let (fixture, document) = try fixture()
        let text = try fixture.temporary.text(of: "study/transcripts/B/B07.txt")
        for name in ["transcripts/B/B07.txt", "transcripts/.versions/\(document.versions[0]).txt"] {
            try Disk.remove(fixture.folder.path(name))
            #expect(!fixture.problems.isEmpty)
            #expect(try repair(fixture).map(\.file) == [name])
            #expect(try fixture.temporary.text(of: "study/" + name) == text)
            #expect(fixture.problems == [])
        }
    }

    @Test func aTextThatWasChangedIsNoCopyOfItsVersion() throws {
        let (fixture, document) = try fixture()
        try Disk.remove(fixture.folder.path("transcripts/.versions/\(document.versions[0]).txt"))
        try fixture.edit("transcripts/B/B07.txt", "nurses", "doctors")
        #expect(try repair(fixture) == [])
    }

    @Test func linesForGitAreAddedAndOthersKept() throws {
        let (fixture, _) = try fixture()
        try fixture.temporary.write("*.bak", to: "study/.gitignore")
        try Disk.remove(fixture.folder.path(".gitattributes"))
        #expect(try repair(fixture).map(\.file) == [".gitattributes", ".gitignore"])
        #expect(try fixture.temporary.text(of: "study/.gitignore") == "*.bak\n.gloss/\n*.tmp~\n*.torn-*\n")
    }

    @Test func leftoversOfWritesGoUnlessTheyAreYoung() throws {
        let (fixture, _) = try fixture()
        for name in ["old.0123abcd.tmp~", "new.0123abcd.tmp~"] { try fixture.temporary.write("x", to: "study/" + name) }
        var times = [timespec(), timespec()]
        times[0].tv_sec = 1_000_000
        times[1].tv_sec = 1_000_000
        let path = fixture.folder.path("old.0123abcd.tmp~")
        try #require(unsafe utimensat(AT_FDCWD, path, &times, 0) == 0)
        #expect(try repair(fixture).map(\.file) == ["old.0123abcd.tmp~"])
        #expect(fixture.temporary.exists("study/new.0123abcd.tmp~"))
    }
}
