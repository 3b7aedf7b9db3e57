// Whole logs as they are found: torn, merged, mixed and damaged. Reading changes nothing.

import CodingCore
import StudyFiles
import Testing

@Suite struct LogFileTests {
    let scratch: DiskScratch

    init() throws { scratch = try DiskScratch() }

    private func lines(_ count: Int, seed: UInt64 = 1) -> [LogLine] {
        var random = RandomLog(seed: seed)
        return (0..<count).map { _ in random.line() }
    }

    private func bytes(_ lines: [LogLine]) -> [UInt8] { lines.flatMap { LogLineWriter.bytes($0) } }

    @Test func readsAllLinesInOrder() throws {
        let written = lines(50)
        try scratch.put(bytes(written), "log.jsonl")
        let contents = try LogFile.read(scratch("log.jsonl"))
        #expect(contents.lines == written)
        #expect(contents.numbers == Array(1...50))
        #expect(contents.remarks.isEmpty)
        #expect(contents.tail == .clean)
        #expect(contents.stamp == (try Disk.stamp(of: scratch("log.jsonl"))))
        #expect(try scratch.everything() == ["log.jsonl"])
    }

    @Test func readsAnEmptyLogAndOneOfBlanks() {
        #expect(LogFile.read([], path: "x").lines.isEmpty)
        let blank = LogFile.read(Array("\n\r\n  \n\n".utf8), path: "x")
        #expect(blank.lines.isEmpty && blank.remarks.isEmpty && blank.tail == .clean)
    }

    @Test func takesCarriageReturnsAndAByteOrderMark() {
        let written = lines(3)
        let ended = bytes(written).flatMap { byte -> [UInt8] in byte == 0x0A ? [0x0D, 0x0A] : [byte] }
        let text: [UInt8] = [0xEF, 0xBB, 0xBF] + ended
        let contents = LogFile.read(text, path: "x")
        #expect(contents.lines == written)
        #expect(contents.remarks.isEmpty)
    }

    @Test func aBadLineCostsThatLineOnly() {
        let written = lines(3)
        var text = LogLineWriter.bytes(written[0])
        text += [0x00, 0xFF, 0x7B, 0x9C, 0x0A]
        text += LogLineWriter.bytes(written[1])
        text += Array("{\"v\":1,\"v\":1}\n\n".utf8)
        text += LogLineWriter.bytes(written[2])
        let contents = LogFile.read(text, path: "log.jsonl")
        #expect(contents.lines == written)
        #expect(contents.numbers == [1, 3, 6])
        #expect(contents.remarks.map(\.line) == [2, 4])
        #expect(contents.troubles.map(\.line) == [2, 4])
        #expect(contents.troubles.first?.description == "log.jsonl:2: is not UTF-8.")
    }

    @Test func takesBothSidesOfAConflict() {
        let written = lines(2)
        let text =
            Array("<<<<<<< HEAD\n".utf8) + LogLineWriter.bytes(written[0]) + Array("=======\n".utf8)
            + LogLineWriter.bytes(written[1]) + Array(">>>>>>> theirs\n".utf8)
        let contents = LogFile.read(text, path: "x")
        #expect(contents.lines == written)
        #expect(contents.remarks.map(\.line) == [1, 3, 5])
        #expect(contents.remarks.allSatisfy { $0.problem.kind == .conflictMarker })
    }

    @Test func aNewerFormatClosesTheLogForWriting() {
        let written = lines(1)
        let contents = LogFile.read(bytes(written) + Array("{\"v\":2,\"id\":\"\(Sample.one)\"}\n".utf8), path: "x")
        #expect(contents.lines == written)
        #expect(contents.isNewer)
        #expect(LogFile.read(bytes(written), path: "x").isNewer == false)
    }

    @Test(arguments: ["{\"v\":1,\"id\":\"0199", "\0\0\0\0", "{\"v\":1}x", "garbage"])
    func setsTornEndsApart(tail: String) {
        let written = lines(2)
        let contents = LogFile.read(bytes(written) + Array(tail.utf8), path: "x")
        #expect(contents.lines == written)
        #expect(contents.tail == .torn(Array(tail.utf8)))
        #expect(contents.remarks.isEmpty)
    }

    @Test func takesALastLineThatOnlyLacksItsEnd() {
        let written = lines(2)
        let contents = LogFile.read(bytes(written).dropLast(), path: "x")
        #expect(contents.lines == written)
        #expect(contents.numbers == [1, 2])
        #expect(contents.tail == .missingNewline)
    }

    @Test func cutAnywhereItLosesTheLastLineAtMost() {
        let written = lines(4)
        let whole = bytes(written)
        let last = LogLineWriter.bytes(written[3]).count
        for cut in 1...(last + 1) {
            let contents = LogFile.read(Array(whole.dropLast(cut)), path: "x")
            #expect(contents.lines.starts(with: written.prefix(3)))
            #expect(contents.remarks.isEmpty)
        }
    }

    @Test func readsALineOfTenMegabytes() throws {
        let quote = String(repeating: "long é ", count: 1_300_000)
        let contents = LogFile.read(Array((Sample.code.replacing("blocks", with: quote) + "\n").utf8), path: "x")
        #expect(contents.lines.count == 1)
    }

    @Test func readsNoLinksAndNoPipes() throws {
        try scratch.put(bytes(lines(1)), "real.jsonl")
        try scratch.link("link.jsonl", to: "real.jsonl")
        #expect(trouble { _ = try LogFile.read(scratch("link.jsonl")) }?.code == .symbolicLink)
        #expect(trouble { _ = try LogFile.read(scratch("none.jsonl")) }?.code == .missing)
    }
}

@Suite struct CodingLogsTests {
    let scratch: DiskScratch

    init() throws { scratch = try DiskScratch() }

    @Test func findsLogsOfAllCodersAndTheirCopies() throws {
        for name in [
            "rs/B/B07.k3f9x2.jsonl", "rs/B/B07.aaaaaa.jsonl", "rs/top.k3f9x2.jsonl", "mk/B/B07.zzzzzz.jsonl",
            "rs/B/B07.k3f9x2.sync-conflict-20230112-003022-FUKIKK4.jsonl",
            "rs/B/B07.k3f9x2 (Ann's conflicted copy 2020-01-14).jsonl", "rs/B/B07.k3f9x2-DESKTOP.jsonl",
            "rs/B/B07.k3f9x2.jsonl.orig", "rs/B/B07.k3f9x2.jsonl.torn-1", "rs/B/B07.k3f9x2.jsonl.12ab34cd.tmp~",
            "rs/notes.txt", "No Coder/x.k3f9x2.jsonl", "stray.jsonl",
        ] { try scratch.put("", "codings/" + name) }
        try scratch.link("codings/rs/link.k3f9x2.jsonl", to: "top.k3f9x2.jsonl")
        let all = try CodingLogs.discover(root: scratch.path)
        #expect(all.logs.count == 8)
        #expect(all.logs.count(where: \.isLookAlike) == 4)
        #expect(Set(all.troubles.map(\.code)) == [.malformed, .symbolicLink])
        let named = all.logs.first { $0.path.hasSuffix("B07.k3f9x2.jsonl") }
        #expect(named?.document?.description == "B/B07")
        #expect(named?.replica?.description == "k3f9x2")
        #expect(named?.coder.description == "rs")
        #expect(try CodingLogs.discover(root: scratch.path, coder: CoderID("mk")).logs.count == 1)
        let one = try CodingLogs.discover(root: scratch.path, coder: CoderID("rs"), document: DocumentID("B/B07"))
        #expect(one.logs.count == 6)
    }

    @Test func readsAllAndTellsOfWhatItCannot() throws {
        try scratch.put(Sample.code + "\n", "codings/rs/a.k3f9x2.jsonl")
        try scratch.put("", "codings/rs/b.k3f9x2.jsonl")
        let found = try CodingLogs.discover(root: scratch.path).logs
        try Disk.remove(scratch("codings/rs/b.k3f9x2.jsonl"))
        let read = CodingLogs.readAll(found)
        #expect(read.contents.map(\.lines.count) == [1])
        #expect(read.troubles.map(\.code) == [.missing])
    }

    @Test func aStudyWithoutCodingsHasNoLogs() throws {
        let found = try CodingLogs.discover(root: scratch.path)
        #expect(found.logs.isEmpty && found.troubles.isEmpty)
        #expect(try scratch.everything().isEmpty)
    }
}
