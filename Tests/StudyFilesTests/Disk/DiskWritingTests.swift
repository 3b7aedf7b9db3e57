// Writing whole files: modes, links, and every call failing once.

import Foundation
import Glibc
import StudyFiles
import Testing

@Suite struct DiskWritingTests {
    let scratch: DiskScratch
    let words = Array("new words\n".utf8)

    init() throws { scratch = try DiskScratch() }

    @Test func writesNewFilesForTheOwnerOnly() throws {
        try Disk.writeDurably(words, to: scratch("file"))
        #expect(try Disk.read(scratch("file")) == words)
        #expect(try Disk.stamp(of: scratch("file"))?.mode == 0o600)
        #expect(try scratch.everything() == ["file"])
    }

    @Test(arguments: [0o600, 0o640, 0o664, 0o444] as [mode_t])
    func keepsTheModeOfTheOldFile(mode: mode_t) throws {
        try scratch.put("old", "file")
        #expect(unsafe chmod(scratch("file"), mode) == 0)
        try Disk.writeDurably(words, to: scratch("file"))
        #expect(try Disk.stamp(of: scratch("file"))?.mode == mode)
        #expect(try Disk.read(scratch("file")) == words)
    }

    @Test func leavesTheOtherNamesOfAFileAlone() throws {
        try scratch.put("old", "file")
        #expect(unsafe link(scratch("file"), scratch("other")) == 0)
        try Disk.writeDurably(words, to: scratch("file"))
        #expect(try scratch.text("other") == "old")
    }

    @Test func writesThroughNoLink() throws {
        try scratch.put("old", "outside")
        try scratch.link("link", to: "outside")
        try scratch.link("dangling", to: "nowhere")
        #expect(trouble { try Disk.writeDurably(words, to: scratch("link")) }?.code == .symbolicLink)
        #expect(trouble { try Disk.writeDurably(words, to: scratch("dangling")) }?.code == .symbolicLink)
        #expect(try scratch.text("outside") == "old")
        #expect(try scratch.everything() == ["dangling", "link", "outside"])
    }

    @Test func refusesFoldersAndPipesInThePlace() throws {
        try scratch.put("", "folder/inside")
        #expect(unsafe mkfifo(scratch("pipe"), 0o600) == 0)
        #expect(trouble { try Disk.writeDurably(words, to: scratch("folder")) }?.code == .notAFile)
        #expect(trouble { try Disk.writeDurably(words, to: scratch("pipe")) }?.code == .notAFile)
        #expect(trouble { try Disk.writeDurably(words, to: scratch("no/such/folder")) }?.code == .missing)
    }

    @Test func createsOnlyWhatIsNotThere() throws {
        try Disk.createDurably(words, at: scratch("file"))
        #expect(trouble { try Disk.createDurably([], at: scratch("file")) }?.code == .alreadyExists)
        try scratch.link("dangling", to: "nowhere")
        #expect(trouble { try Disk.createDurably([], at: scratch("dangling")) }?.code == .alreadyExists)
        #expect(try Disk.read(scratch("file")) == words)
        #expect(try scratch.everything() == ["dangling", "file"])
    }

    @Test func takesNamesOfTheGreatestLength() throws {
        let name = String(repeating: "n", count: 255)
        try Disk.writeDurably(words, to: scratch(name))
        #expect(try scratch.everything() == [name])
        #expect(trouble { try Disk.writeDurably(words, to: scratch(name + "n")) }?.errno == ENAMETOOLONG)
    }

    @Test func removesFilesAndForgivesThatTheyAreGone() throws {
        try scratch.put("", "file")
        try Disk.remove(scratch("file"))
        try Disk.remove(scratch("file"))
        #expect(try scratch.everything().isEmpty)
        #expect(trouble { try Disk.remove(scratch.path) }?.code != nil)
    }

    @Test func continuesShortAndInterruptedWrites() throws {
        let turns = Counter()
        let calls = SystemCalls(
            write: { descriptor, bytes in
                if turns.next() % 2 == 0 {
                    errno = EINTR
                    return -1
                }
                return SystemCalls.systemWrite(descriptor, bytes.prefix(3))
            }
        )
        try Disk.writeDurably(words, to: scratch("file"), calls: calls)
        #expect(try Disk.read(scratch("file")) == words)
    }

    @Test(arguments: [
        ("write", ENOSPC, FileTrouble.Code.full), ("write", EIO, .system), ("fsync", EIO, .system),
        ("rename", EROFS, .notPermitted), ("rename", EDQUOT, .full),
    ])
    func leavesTheOldFileWholeWhenACallFails(call: String, number: Int32, code: FileTrouble.Code) throws {
        try scratch.put("old", "file")
        let calls = SystemCalls(failing: call, with: number)
        let trouble = trouble { try Disk.writeDurably(words, to: scratch("file"), calls: calls) }
        #expect(trouble?.code == code)
        #expect(trouble?.errno == number)
        #expect(try scratch.text("file") == "old")
        #expect(try scratch.everything() == ["file"])
    }

    @Test func doesNotTakeAFailedFolderSyncForSaved() throws {
        let turns = Counter()
        let calls = SystemCalls(
            fsync: { descriptor in
                guard turns.next() == 1 else { return fsync(descriptor) }
                errno = EIO
                return -1
            }
        )
        #expect(trouble { try Disk.writeDurably(words, to: scratch("file"), calls: calls) }?.errno == EIO)
    }
}
