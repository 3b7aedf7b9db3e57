// Appending: what is said to be saved is in the file, and a file that is not ours to write is left alone.

import CodingCore
import Glibc
import StudyFiles
import Testing

/// A study's folder with one log in it.
struct LogBench {
    let scratch: DiskScratch
    let place: LogPlace

    init() throws {
        scratch = try DiskScratch()
        place = LogBench.place(in: scratch.path)
    }

    static func place(in root: String) -> LogPlace {
        .codings(
            root: root,
            coder: sure(CoderID("rs")),
            document: sure(DocumentID("B/B07")),
            uuid: Sample.id(Sample.document),
            replica: sure(ReplicaID("k3f9x2"))
        )
    }

    func line(_ number: Int) -> [UInt8] { Array("{\"line\":\(number)}\n".utf8) }

    func content() throws -> String { String(decoding: try Disk.read(place.path), as: UTF8.self) }

    func put(_ text: String) throws {
        try Disk.makeFolder(Disk.folder(of: place.path))
        try Disk.writeDurably(Array(text.utf8), to: place.path)
    }
}

@Suite struct LogAppenderTests {
    let bench: LogBench
    let one = "{\"line\":1}\n"
    let two = "{\"line\":2}\n"

    init() throws { bench = try LogBench() }

    @Test func makesFoldersLogAndLockAtTheFirstWrite() throws {
        let appender = try LogAppender(bench.place)
        try appender.append(bench.line(1))
        try appender.append(bench.line(2) + bench.line(3))
        #expect(try bench.content() == one + two + "{\"line\":3}\n")
        let paths = try bench.scratch.everything()
        #expect(paths.contains("codings/rs/B/B07.k3f9x2.jsonl"))
        #expect(paths.contains(".gloss/locks/rs.\(Sample.document).k3f9x2"))
        for path in paths {
            let stamp = try #require(try Disk.stamp(of: bench.scratch(path)))
            #expect(stamp.mode == (stamp.kind == .folder ? 0o700 : 0o600), "\(path)")
        }
    }

    @Test func continuesALog() throws {
        try bench.put(one)
        #expect(unsafe chmod(bench.place.path, 0o640) == 0)
        let stamp = try LogFile.read(bench.place.path).stamp
        let appender = try LogAppender(bench.place, expecting: .init(stamp))
        try appender.append(bench.line(2))
        #expect(try bench.content() == one + two)
        #expect(appender.tornPath == nil)
        #expect(try Disk.stamp(of: bench.place.path)?.mode == 0o640)
        #expect(appender.stamp == (try Disk.stamp(of: bench.place.path)))
    }

    @Test(arguments: ["{\"line\":2,\"qu", "\0\0\0", "}", "\u{FEFF}"])
    func setsATornEndAsideBeforeItAppends(tail: String) throws {
        try bench.put(one + tail)
        try Disk.writeDurably([], to: bench.place.path + ".torn-1")
        let appender = try LogAppender(bench.place)
        #expect(appender.tornPath == bench.place.path + ".torn-2")
        #expect(try Disk.read(bench.place.path + ".torn-2") == Array(tail.utf8))
        try appender.append(bench.line(2))
        #expect(try bench.content() == one + two)
    }

    @Test func setsALongTornEndAside() throws {
        let tail = "{\"quote\":\"" + String(repeating: "x", count: 200_000)
        try bench.put(one + tail)
        let appender = try LogAppender(bench.place)
        #expect(try Disk.read(try #require(appender.tornPath)).count == tail.utf8.count)
        #expect(try bench.content() == one)
    }

    @Test func aLogThatIsAllTornIsSetAsideWhole() throws {
        try bench.put("half")
        let appender = try LogAppender(bench.place)
        try appender.append(bench.line(1))
        #expect(try bench.content() == one)
    }

    @Test func aWholeLineThatLacksItsEndIsGivenOne() throws {
        try bench.put(one + two.dropLast())
        let appender = try LogAppender(bench.place)
        #expect(appender.tornPath == nil)
        #expect(try bench.content() == one + two)
    }

    @Test func writesNothingOnceTheFileWasChanged() throws {
        let appender = try LogAppender(bench.place)
        try appender.append(bench.line(1))
        for change in [one + "{\"other\":1}\n", two] {
            try bench.put(change)
            #expect(trouble { try appender.append(bench.line(2)) }?.code == .changedUnderneath)
            #expect(try bench.content() == change)
            try appender.reopen()
            try appender.append(bench.line(2))
            #expect(try bench.content() == change + two)
        }
    }

    @Test func writesNothingOnceTheFileIsGone() throws {
        let appender = try LogAppender(bench.place)
        try appender.append(bench.line(1))
        try Disk.remove(bench.place.path)
        #expect(trouble { try appender.append(bench.line(2)) }?.code == .changedUnderneath)
        #expect(Disk.exists(bench.place.path) == false)
        try appender.reopen(expecting: .absent)
        try appender.append(bench.line(2))
        #expect(try bench.content() == two)
    }

    @Test func opensOnlyWhatTheCallerHasRead() throws {
        try bench.put(one)
        let stamp = try LogFile.read(bench.place.path).stamp
        try bench.put(two)
        #expect(trouble { _ = try LogAppender(bench.place, expecting: .init(stamp)) }?.code == .changedUnderneath)
        #expect(trouble { _ = try LogAppender(bench.place, expecting: .absent) }?.code == .changedUnderneath)
        #expect(try bench.content() == two)
        // The refusals gave the lock back.
        _ = try LogAppender(bench.place, expecting: .anything)
    }

    @Test func lockedLogsNameTheHolder() throws {
        let first = try LogAppender(bench.place)
        let refusal = trouble { _ = try LogAppender(bench.place) }
        #expect(refusal?.code == .locked)
        #expect(refusal?.sentence.contains("this program itself") == true)
        try Disk.writeDurably(Array("1\n".utf8), to: bench.scratch("unrelated"))
        try first.append(bench.line(1))
        #expect(try LogFile.read(bench.place.path).remarks.count == 1)
    }

    @Test func lockedByAnotherProcessItNamesItsNumber() throws {
        try Disk.makeFolder(Disk.folder(of: bench.place.lockPath))
        let descriptor = unsafe open(bench.place.lockPath, O_RDWR | O_CREAT, 0o600)
        #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        #expect(unsafe write(descriptor, "4711\n", 5) == 5)
        #expect(trouble { _ = try LogAppender(bench.place) }?.sentence.contains("process 4711") == true)
        close(descriptor)
        _ = try LogAppender(bench.place)
    }

    @Test func twoAppendersTakeTurns() throws {
        for number in 1...4 {
            let appender = try LogAppender(bench.place)
            try appender.append(bench.line(number))
        }
        #expect(try bench.content().split(separator: "\n").count == 4)
    }

    @Test func whatIsLetGoIsTakenAgainBeforeItIsWritten() throws {
        let first = try LogAppender(bench.place)
        try first.append(bench.line(1))
        first.letGo()
        let second = try LogAppender(bench.place)
        #expect(trouble { try first.append(bench.line(2)) }?.code == .locked)
        #expect(trouble { try first.hold() }?.code == .locked)
        try second.append(bench.line(3))
        second.letGo()
        #expect(trouble { try first.append(bench.line(4)) }?.code == .changedUnderneath, "it has not read that line")
        try first.reopen()
        try first.append(bench.line(5))
        #expect(try bench.content() == [1, 3, 5].map { String(decoding: bench.line($0), as: UTF8.self) }.joined())
    }

    @Test func writesThroughNoLinks() throws {
        try bench.scratch.put(one, "outside/log")
        try Disk.makeFolder(Disk.folder(of: bench.place.path))
        try bench.scratch.link("codings/rs/B/B07.k3f9x2.jsonl", to: bench.scratch("outside/log"))
        #expect(trouble { _ = try LogAppender(bench.place) }?.code == .symbolicLink)
        try Disk.remove(bench.place.path)
        try bench.scratch.link("codings/rs/B/B07.k3f9x2.jsonl", to: bench.scratch("outside/new"))
        #expect(trouble { _ = try LogAppender(bench.place) }?.code == .symbolicLink)
        #expect(try bench.scratch.text("outside/log") == one)
        #expect(Disk.exists(bench.scratch("outside/new")) == false)
    }

    @Test(arguments: ["codings", "codings/rs", ".gloss", ".gloss/locks"])
    func followsNoLinkedFolderOut(folder: String) throws {
        try Disk.makeFolder(bench.scratch("outside"))
        try Disk.makeFolder(Disk.folder(of: bench.scratch(folder)))
        try bench.scratch.link(folder, to: bench.scratch("outside"))
        #expect(trouble { _ = try LogAppender(bench.place) }?.code == .symbolicLink)
        #expect(try Disk.list(bench.scratch("outside")).names.isEmpty)
    }

    @Test func refusesAPipeInPlaceOfALog() throws {
        try Disk.makeFolder(Disk.folder(of: bench.place.path))
        #expect(unsafe mkfifo(bench.place.path, 0o600) == 0)
        #expect(trouble { _ = try LogAppender(bench.place) }?.code == .notAFile)
    }

    @Test func journalsHaveTheirOwnPlace() {
        let journal = LogPlace.journal(root: "/study", coder: sure(CoderID("rs")), replica: sure(ReplicaID("k3f9x2")))
        #expect(journal.path == "/study/journal/rs.k3f9x2.jsonl")
        #expect(journal.lockPath == "/study/.gloss/locks/rs.journal.k3f9x2")
    }
}
