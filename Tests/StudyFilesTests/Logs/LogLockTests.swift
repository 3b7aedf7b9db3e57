// Locks between processes: held while the holder lives, free the moment it is killed.

import CodingCore
import Foundation
import Glibc
import StudyFiles
import Testing

@Suite struct LogLockTests {
    private static let tool = "/usr/bin/flock"

    /// Starts a process that holds the lock of a log and says so.
    private func holder(of place: LogPlace) throws -> Process {
        try Disk.makeFolder(Disk.folder(of: place.lockPath))
        let process = Process()
        let said = Pipe()
        process.executableURL = URL(fileURLWithPath: Self.tool)
        process.arguments = ["-F", "-x", place.lockPath, "sh", "-c", "echo held; exec sleep 60"]
        process.standardOutput = said
        try process.run()
        _ = said.fileHandleForReading.readData(ofLength: 5)
        return process
    }

    @Test(.enabled(if: Disk.exists("/usr/bin/flock")))
    func aSecondProcessKeepsUsFromWritingButNotFromReading() throws {
        let bench = try LogBench()
        try bench.put(Sample.code + "\n")
        let process = try holder(of: bench.place)
        defer { process.terminate() }
        let refusal = trouble { _ = try LogAppender(bench.place) }
        #expect(refusal?.code == .locked)
        #expect(refusal?.sentence.contains("another process") == true)
        #expect(refusal?.path == bench.place.lockPath)
        #expect(try LogFile.read(bench.place.path).lines.count == 1)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try LogAppender(bench.place).append(bench.line(2))
    }

    @Test func locksOfDifferentLogsDoNotMeet() throws {
        let bench = try LogBench()
        let other = LogPlace.codings(
            root: bench.scratch.path,
            coder: sure(CoderID("mk")),
            document: sure(DocumentID("B/B07")),
            uuid: Sample.id(Sample.document),
            replica: sure(ReplicaID("k3f9x2"))
        )
        let journal = LogPlace.journal(
            root: bench.scratch.path,
            coder: sure(CoderID("rs")),
            replica: sure(ReplicaID("k3f9x2"))
        )
        let appenders = try [bench.place, other, journal].map { try LogAppender($0) }
        for (number, appender) in appenders.enumerated() { try appender.append(bench.line(number)) }
        let locks = Set(appenders.map { $0.place.lockPath })
        #expect(locks.count == 3)
        #expect(try Disk.read(journal.path) == bench.line(2))
    }

    @Test func aLockIsSignedAnewByEachHolder() throws {
        let bench = try LogBench()
        try Disk.makeFolder(Disk.folder(of: bench.place.lockPath))
        try Disk.writeDurably(Array("a much longer number than ours: 123456789\n".utf8), to: bench.place.lockPath)
        let appender = try LogAppender(bench.place)
        #expect(try Disk.read(bench.place.lockPath) == Array("\(ProcessInfo.processInfo.processIdentifier)\n".utf8))
        try appender.append(bench.line(1))
    }

    @Test func aLinkInPlaceOfALockIsRefused() throws {
        let bench = try LogBench()
        try Disk.makeFolder(Disk.folder(of: bench.place.lockPath))
        try bench.scratch.put("precious", "outside")
        try bench.scratch.link(".gloss/locks/rs.\(Sample.document).k3f9x2", to: bench.scratch("outside"))
        #expect(trouble { _ = try LogAppender(bench.place) }?.code == .symbolicLink)
        #expect(try bench.scratch.text("outside") == "precious")
    }
}

@Suite struct CodingLogsHostileTests {
    let scratch: DiskScratch

    init() throws { scratch = try DiskScratch() }

    @Test func followsNoLinkedFolders() throws {
        try scratch.put(Sample.code, "outside/a.k3f9x2.jsonl")
        try Disk.makeFolder(scratch("codings/rs"))
        try scratch.link("codings/mk", to: "../outside")
        try scratch.link("codings/rs/B", to: "../..")
        let found = try CodingLogs.discover(root: scratch.path)
        #expect(found.logs.isEmpty)
        #expect(found.troubles.map(\.code) == [.symbolicLink, .symbolicLink])
    }

    @Test func namesThatAreNoDocumentsAreLookAlikes() throws {
        let names = [
            ".k3f9x2.jsonl", "-x.k3f9x2.jsonl", "a b.k3f9x2.jsonl", "x.K3F9X2.jsonl", "x.k3f9x.jsonl", "x.jsonl",
            "x.jsonl~",
            "CON.k3f9x2.jsonl.bak", "x\n.k3f9x2.jsonl", "x\u{1B}[2J.k3f9x2.jsonl",
        ]
        for name in names { try scratch.put("", "codings/rs/" + name) }
        let found = try CodingLogs.discover(root: scratch.path)
        #expect(found.logs.count == names.count)
        #expect(found.logs.allSatisfy { $0.isLookAlike })
    }

    @Test func documentsOfAnyScriptAreFound() throws {
        try scratch.put("", "codings/rs/Прочее/интервью-1.k3f9x2.jsonl")
        try scratch.put("", "codings/rs/a.b.c.k3f9x2.jsonl")
        let documents = try CodingLogs.discover(root: scratch.path).logs.compactMap { $0.document?.description }
        #expect(documents == ["a.b.c", "Прочее/интервью-1"])
    }

    @Test func foldersWithoutEndAreGivenUp() throws {
        let deep = "codings/rs/" + String(repeating: "d/", count: 120)
        try scratch.put("", "codings/rs/d/near.k3f9x2.jsonl")
        try scratch.put("", deep + "far.k3f9x2.jsonl")
        let found = try CodingLogs.discover(root: scratch.path)
        #expect(found.logs.count == 1)
        #expect(found.troubles.map(\.code) == [.malformed])
    }

    @Test func aPipeAmongLogsIsPassedOver() throws {
        try Disk.makeFolder(scratch("codings/rs"))
        #expect(run("/usr/bin/mkfifo", scratch("codings/rs/x.k3f9x2.jsonl")))
        #expect(try CodingLogs.discover(root: scratch.path).logs.isEmpty)
    }

    @Test func aFileInPlaceOfTheFolderIsToldOf() throws {
        try scratch.put("", "codings")
        #expect(trouble { _ = try CodingLogs.discover(root: scratch.path) }?.code == .notAFolder)
    }
}
