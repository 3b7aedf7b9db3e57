// Random faults against a model: after any sequence of failures and reopenings the log holds every line that was said to
// be saved, in order, and nothing but whole lines.

import CodingCore
import Glibc
import StudyFiles
import Synchronization
import Testing

/// System calls that fail now and then, in a way that a seed decides.
private final class RandomFaults: Sendable {
    private let random: Mutex<RandomLog>
    private let inverse = Mutex(0)

    init(seed: UInt64) { random = Mutex(RandomLog(seed: seed)) }

    /// One call in so many fails; 0 for none.
    func setChance(_ value: Int) { inverse.withLock { $0 = value } }

    private func strikes() -> Bool {
        let chance = inverse.withLock { $0 }
        return chance > 0 && random.withLock { $0.chance(chance) }
    }

    private func number(_ range: ClosedRange<Int>) -> Int { random.withLock { Int.random(in: range, using: &$0) } }

    private func fail() -> Int32 {
        errno = [EIO, ENOSPC, EINTR, EDQUOT][number(0...3)]
        return -1
    }

    var calls: SystemCalls {
        SystemCalls(
            write: { descriptor, bytes in
                guard self.strikes() else { return SystemCalls.systemWrite(descriptor, bytes) }
                let part = self.number(0...bytes.count)
                if part > 0 { return SystemCalls.systemWrite(descriptor, bytes.prefix(part)) }
                return Int(self.fail())
            },
            fsync: { self.strikes() ? self.fail() : fsync($0) },
            fdatasync: { self.strikes() ? self.fail() : fdatasync($0) },
            ftruncate: { self.strikes() ? self.fail() : ftruncate($0, off_t($1)) },
            rename: { unsafe self.strikes() ? self.fail() : rename($0, $1) }
        )
    }
}

@Suite struct LogAppenderModelTests {
    /// The numbers of the lines in a log, each once, in the order of their first standing.
    private func numbers(_ path: String) throws -> [Int] {
        var seen: Set<Int> = []
        let bytes = try Disk.read(path)
        #expect(bytes.isEmpty || bytes.last == 0x0A)
        return bytes.split(separator: 0x0A).compactMap { line in
            let number = (try? JSONText(reading: Array(line)))?["line"]?.integer
            #expect(number != nil, "\(String(decoding: line, as: UTF8.self))")
            return number.flatMap { seen.insert($0).inserted ? $0 : nil }
        }
    }

    /// Codes as a patient person would: what is not saved is tried again, after reopening where that is asked for.
    private func append(_ bytes: [UInt8], to appender: inout LogAppender?, at place: LogPlace, _ calls: SystemCalls)
        -> Bool
    {
        for _ in 0..<6 {
            do {
                let open = try appender ?? LogAppender(place, calls: calls)
                appender = open
                if open.isUnsaved { try open.reopen() }
                try open.append(bytes)
                return true
            } catch {
                continue
            }
        }
        return false
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func noSavedLineIsLostAndNoHalfLineStays(seed: UInt64) throws {
        let bench = try LogBench()
        let faults = RandomFaults(seed: seed)
        var random = RandomLog(seed: 100 + seed)
        var appender: LogAppender?
        var saved: [Int] = []
        for number in 0..<40 {
            faults.setChance(random.pick([0, 2, 3, 8]))
            if random.chance(8) { appender = nil }
            let line = Array("{\"line\":\(number),\"quote\":\"\(random.hexadecimal(number))\"}\n".utf8)
            if append(line, to: &appender, at: bench.place, faults.calls) { saved.append(number) }
        }
        appender = nil
        faults.setChance(0)
        _ = try LogAppender(bench.place, calls: faults.calls)
        let found = try numbers(bench.place.path)
        #expect(found.filter(Set(saved).contains) == saved)
        let beside = try Disk.list(Disk.folder(of: bench.place.path)).names
        #expect(beside.allSatisfy { $0 == "B07.k3f9x2.jsonl" || $0.hasPrefix("B07.k3f9x2.jsonl.torn-") }, "\(beside)")
    }

    @Test(arguments: [0, 1, 5, 17, 18, 100])
    func aLogCutAnywhereKeepsWhatStoodBefore(cut: Int) throws {
        let bench = try LogBench()
        let lines = (0..<10).map { bench.line($0) }
        let whole = Array(lines.joined())
        try Disk.makeFolder(Disk.folder(of: bench.place.path))
        try Disk.writeDurably(Array(whole.dropLast(cut)), to: bench.place.path)
        let appender = try LogAppender(bench.place)
        try appender.append(bench.line(99))
        let left = try Disk.read(bench.place.path)
        let kept = left.dropLast(bench.line(99).count)
        #expect(whole.starts(with: kept))
        // Nothing was thrown away: what is not in the log lies beside it.
        let aside = try appender.tornPath.map { try Disk.read($0) } ?? []
        let all = Array(kept) + aside
        #expect(all == Array(whole.dropLast(cut)) || all == Array(whole.dropLast(cut)) + [0x0A])
    }

    @Test func manyThreadsReplacingOneFileLeaveOneOfTheirs() async throws {
        let scratch = try DiskScratch()
        let path = scratch("file")
        let contents = (0..<8).map { [UInt8](repeating: UInt8($0), count: 10_000 + $0) }
        await withTaskGroup(of: Void.self) { group in
            for content in contents {
                group.addTask {
                    for _ in 0..<10 { try? Disk.writeDurably(content, to: path) }
                }
            }
        }
        #expect(contents.contains(try Disk.read(path)))
        #expect(try scratch.everything() == ["file"])
    }

    @Test func ofManyThreadsThatCreateAFileOneSucceeds() async throws {
        let scratch = try DiskScratch()
        let path = scratch("file")
        let winners = await withTaskGroup(of: Int?.self) { group in
            for number in 0..<8 {
                group.addTask {
                    do {
                        try Disk.createDurably([UInt8(number)], at: path)
                        return number
                    } catch {
                        return nil
                    }
                }
            }
            return await group.reduce(into: [Int]()) { if let number = $1 { $0.append(number) } }
        }
        #expect(winners.count == 1)
        #expect(try Disk.read(path).map(Int.init) == winners)
        #expect(try scratch.everything() == ["file"])
    }
}
