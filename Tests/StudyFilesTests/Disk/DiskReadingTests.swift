// Reading files that are not what they seem.

import Foundation
import Glibc
import StudyFiles
import Testing

@Suite struct DiskReadingTests {
    let scratch: DiskScratch

    init() throws { scratch = try DiskScratch() }

    @Test(arguments: [0, 1, 4_095, 4_096, 4_097, 200_000])
    func readsEveryByte(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try scratch.put(bytes, "file")
        #expect(try Disk.read(scratch("file")) == bytes)
    }

    @Test func readsFilesThatClaimToBeEmpty() throws {
        #expect(try Disk.read("/proc/self/status").isEmpty == false)
    }

    @Test func refusesPipesDevicesAndFoldersWithoutWaiting() throws {
        #expect(unsafe mkfifo(scratch("pipe"), 0o600) == 0)
        #expect(trouble { _ = try Disk.read(scratch("pipe")) }?.code == .notAFile)
        #expect(trouble { _ = try Disk.read("/dev/zero") }?.code == .notAFile)
        #expect(trouble { _ = try Disk.read(scratch.path) }?.code == .notAFile)
    }

    @Test func refusesMoreBytesThanAsked() throws {
        try scratch.put("0123456789", "ten")
        #expect(try Disk.read(scratch("ten"), limit: 10).count == 10)
        #expect(trouble { _ = try Disk.read(scratch("ten"), limit: 9) }?.code == .tooLarge)
        // A file whose size is told as 0 is stopped while it is read.
        #expect(trouble { _ = try Disk.read("/proc/self/status", limit: 9) }?.code == .tooLarge)
    }

    @Test func refusesASparseGiantBySize() throws {
        try scratch.put("", "giant")
        #expect(unsafe truncate(scratch("giant"), 10 << 30) == 0)
        #expect(trouble { _ = try Disk.read(scratch("giant")) }?.code == .tooLarge)
    }

    @Test func followsLinksOnlyWhereAllowed() throws {
        try scratch.put("words", "file")
        try scratch.link("link", to: "file")
        #expect(try Disk.read(scratch("link")) == Array("words".utf8))
        #expect(trouble { _ = try Disk.read(scratch("link"), followingLinks: false) }?.code == .symbolicLink)
        try scratch.link("round", to: "round")
        #expect(trouble { _ = try Disk.read(scratch("round")) }?.code == .symbolicLink)
    }

    @Test(arguments: ["", "a\0b"])
    func refusesNamesThatCWouldCutShort(name: String) {
        #expect(trouble { _ = try Disk.read(name) }?.code == .outside)
        #expect(Disk.exists(name) == false)
        #expect(Disk.isFolder(name) == false)
    }

    @Test func saysWhatIsMissing() {
        let missing = trouble { _ = try Disk.read(scratch("nothing")) }
        #expect(missing?.code == .missing)
        #expect(missing?.errno == ENOENT)
        #expect(missing?.path == scratch("nothing"))
        #expect(missing?.description.hasPrefix(scratch("nothing") + ": could not read the file") == true)
    }

    @Test func stampsNoticeEveryChange() throws {
        try scratch.put("one", "file")
        let first = try #require(try Disk.stamp(of: scratch("file")))
        #expect(first.size == 3)
        #expect(first.kind == .file)
        #expect(first.isSameState(as: first))
        try Disk.writeDurably(Array("two".utf8), to: scratch("file"))
        let second = try #require(try Disk.stamp(of: scratch("file")))
        #expect(!second.isSameState(as: first))
        #expect(try Disk.stamp(of: scratch("nothing")) == nil)
        #expect(try Disk.stamp(of: scratch("file/below")) == nil)
    }
}
