// Appending while each system call fails in turn: no saved line is lost, no half line stays, nothing is claimed.

import CodingCore
import Glibc
import StudyFiles
import Testing

@Suite struct LogAppenderFailureTests {
    let bench: LogBench
    let one = "{\"line\":1}\n"
    let two = "{\"line\":2}\n"

    init() throws { bench = try LogBench() }

    /// An appender that saved one line before its calls begin to fail.
    private func appender(failing call: String, with number: Int32) throws -> (LogAppender, Fault) {
        let fault = Fault(on: false)
        let appender = try LogAppender(bench.place, calls: SystemCalls(failing: call, with: number, while: fault))
        try appender.append(bench.line(1))
        fault.isOn = true
        return (appender, fault)
    }

    @Test(arguments: [(ENOSPC, FileTrouble.Code.full), (EDQUOT, .full), (EIO, .system), (EFBIG, .full)])
    func aFailedWriteLeavesTheLogAsItWas(number: Int32, code: FileTrouble.Code) throws {
        let (appender, fault) = try appender(failing: "write", with: number)
        let refusal = trouble { try appender.append(bench.line(2)) }
        #expect(refusal?.code == code)
        #expect(refusal?.errno == number)
        #expect(try bench.content() == one)
        #expect(appender.isUnsaved == false)
        fault.isOn = false
        try appender.append(bench.line(2))
        #expect(try bench.content() == one + two)
    }

    @Test func aHalfWrittenLineIsCutBack() throws {
        let fault = Fault(on: false)
        let counter = Counter()
        let calls = SystemCalls(
            write: { descriptor, bytes in
                guard fault.isOn else { return SystemCalls.systemWrite(descriptor, bytes) }
                if counter.next() == 0 { return SystemCalls.systemWrite(descriptor, bytes.prefix(4)) }
                errno = ENOSPC
                return -1
            }
        )
        let appender = try LogAppender(bench.place, calls: calls)
        try appender.append(bench.line(1))
        fault.isOn = true
        #expect(trouble { try appender.append(bench.line(2)) }?.code == .full)
        #expect(try bench.content() == one)
        fault.isOn = false
        try appender.append(bench.line(2))
        #expect(try bench.content() == one + two)
    }

    @Test func aWriteThatTakesNothingEnds() throws {
        let calls = SystemCalls(write: { _, _ in 0 })
        let appender = try LogAppender(bench.place, calls: calls)
        #expect(trouble { try appender.append(bench.line(1)) }?.errno == EIO)
        #expect(try bench.content() == "")
    }

    @Test func aHalfLineThatCannotBeCutBackIsUnsavedAndLaterSetAside() throws {
        let fault = Fault(on: false)
        let calls = SystemCalls(
            write: { descriptor, bytes in
                guard fault.isOn else { return SystemCalls.systemWrite(descriptor, bytes) }
                if bytes.count > 4 { return SystemCalls.systemWrite(descriptor, bytes.prefix(bytes.count - 4)) }
                errno = EIO
                return -1
            },
            ftruncate: { descriptor, size in
                guard fault.isOn else { return ftruncate(descriptor, off_t(size)) }
                errno = EIO
                return -1
            }
        )
        let appender = try LogAppender(bench.place, calls: calls)
        try appender.append(bench.line(1))
        fault.isOn = true
        #expect(trouble { try appender.append(bench.line(2)) }?.code == .unsaved)
        #expect(appender.isUnsaved)
        #expect(trouble { try appender.append(bench.line(2)) }?.code == .unsaved)
        fault.isOn = false
        #expect(trouble { try appender.append(bench.line(2)) }?.code == .unsaved)
        try appender.reopen()
        #expect(appender.isUnsaved == false)
        #expect(appender.tornPath != nil)
        try appender.append(bench.line(2))
        #expect(try bench.content() == one + two)
    }

    @Test func aFailedSyncIsNeverBelievedAndTheLogIsWrittenAnew() throws {
        let (appender, _) = try appender(failing: "fdatasync", with: EIO, syncingNow: true)
        let before = try #require(try Disk.stamp(of: bench.place.path))
        try appender.append(bench.line(2))
        let after = try #require(try Disk.stamp(of: bench.place.path))
        #expect(before.inode != after.inode)
        #expect(appender.isUnsaved == false)
        #expect(try bench.content() == one + two)
        #expect(try Disk.list(Disk.folder(of: bench.place.path)).names == ["B07.k3f9x2.jsonl"])
    }

    @Test func unsavedStaysUnsavedUntilANewFileIsSafe() throws {
        let fault = Fault(on: false)
        let failing: @Sendable (Int32) -> Int32 = { descriptor in
            guard fault.isOn else { return fsync(descriptor) }
            errno = EIO
            return -1
        }
        let calls = SystemCalls(fsync: failing, fdatasync: failing)
        let appender = try LogAppender(bench.place, calls: calls)
        try appender.append(bench.line(1))
        fault.isOn = true
        let refusal = trouble { try appender.append(bench.line(2)) }
        #expect(refusal?.code == .unsaved)
        #expect(refusal?.errno == EIO)
        #expect(trouble { try appender.append(bench.line(2)) }?.code == .unsaved)
        #expect(trouble { try appender.reopen() }?.code == .unsaved)
        #expect(appender.isUnsaved)
        fault.isOn = false
        try appender.reopen()
        try appender.append(bench.line(2))
        // The line that was in doubt may be there twice: it counts once.
        #expect([one + two, one + two + two].contains(try bench.content()))
    }

    @Test func unsavedNeverOverwritesAFileThatCameMeanwhile() throws {
        let fault = Fault(on: false)
        let failing: @Sendable (Int32) -> Int32 = { descriptor in
            guard fault.isOn else { return fsync(descriptor) }
            errno = EIO
            return -1
        }
        let appender = try LogAppender(bench.place, calls: SystemCalls(fsync: failing, fdatasync: failing))
        try appender.append(bench.line(1))
        fault.isOn = true
        #expect(trouble { try appender.append(bench.line(2)) }?.code == .unsaved)
        fault.isOn = false
        try bench.put("{\"other\":1}\n")
        try appender.reopen()
        try appender.append(bench.line(2))
        #expect(try bench.content() == "{\"other\":1}\n" + two)
    }

    @Test(arguments: [("fsync", EIO), ("write", ENOSPC)])
    func whatCannotBePutInOrderIsNotOpened(call: String, number: Int32) throws {
        try bench.put(one + "torn")
        let fault = Fault(on: true)
        let calls = SystemCalls(failing: call, with: number, while: fault)
        #expect(trouble { _ = try LogAppender(bench.place, calls: calls) }?.errno == number)
        #expect(try bench.content() == one + "torn")
        fault.isOn = false
        let appender = try LogAppender(bench.place, calls: calls)
        #expect(try Disk.read(try #require(appender.tornPath)) == Array("torn".utf8))
    }

    private func appender(
        failing call: String,
        with number: Int32,
        syncingNow: Bool
    ) throws -> (LogAppender, Fault) {
        let pair = try appender(failing: call, with: number)
        #expect(try bench.content() == one)
        return pair
    }
}

@Suite struct LogAppenderDiskTests {
    let scratch: DiskScratch

    init() throws { scratch = try DiskScratch() }

    @Test func aFullDiskKeepsEveryLineThatWasSaved() throws {
        guard let disk = SmallDisk("size=256k", at: scratch.path) else { return }
        let place = LogBench.place(in: disk.path)
        let appender = try LogAppender(place)
        let line = Array(("{\"quote\":\"" + String(repeating: "x", count: 5_000) + "\"}\n").utf8)
        var saved = 0
        var refusal: FileTrouble?
        while refusal == nil, saved < 1_000 {
            refusal = trouble { try appender.append(line) }
            if refusal == nil { saved += 1 }
        }
        #expect(refusal?.code == .full)
        #expect(refusal?.errno == ENOSPC)
        #expect(saved > 10 && saved < 60)
        #expect(try Disk.read(place.path) == Array(repeatElement(line, count: saved).joined()))
        // A replaced file does not fit either; the old one stays.
        #expect(trouble { try Disk.writeDurably([UInt8](repeating: 0, count: 200_000), to: place.path) }?.code == .full)
        #expect(try Disk.read(place.path).count == saved * line.count)
        #expect(disk.remount("size=512k"))
        try appender.append(line)
        #expect(try Disk.read(place.path).count == (saved + 1) * line.count)
    }

    @Test func aDiskThatCanOnlyBeReadIsReadAndNotWritten() throws {
        guard let disk = SmallDisk("size=256k", at: scratch.path) else { return }
        let place = LogBench.place(in: disk.path)
        try Disk.makeFolder(Disk.folder(of: place.path))
        try Disk.writeDurably(Array((Sample.code + "\n").utf8), to: place.path)
        guard disk.remount("ro") else { return }
        #expect(try LogFile.read(place.path).lines.count == 1)
        let refusal = trouble { _ = try LogAppender(place) }
        #expect(refusal?.code == .notPermitted)
        #expect(refusal?.errno == EROFS)
        #expect(trouble { try Disk.writeDurably([], to: place.path) }?.code == .notPermitted)
        #expect(trouble { try Disk.remove(place.path) }?.code == .notPermitted)
    }
}
