// Listing and making folders, and staying inside one.

import Foundation
import Glibc
import StudyFiles
import Testing

@Suite struct DiskFoldersTests {
    let scratch: DiskScratch

    init() throws { scratch = try DiskScratch() }

    @Test func listsNamesByTheirBytesWithKinds() throws {
        try scratch.put("", "b")
        try scratch.put("", "B")
        try scratch.put("", ".hidden")
        try scratch.put("", "é")  // composed
        try scratch.put("", "e\u{301}")  // the same letter, decomposed: another name
        try scratch.put("", "folder/inside")
        try scratch.link("link", to: "b")
        #expect(unsafe mkfifo(scratch("pipe"), 0o600) == 0)
        let listing = try Disk.list(scratch.path)
        let expected = [".hidden", "B", "b", "e\u{301}", "folder", "link", "pipe", "é"]
        #expect(listing.names.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
        #expect(listing.entries.map(\.kind) == [.file, .file, .file, .file, .folder, .symbolicLink, .other, .file])
        #expect(listing.unreadableNames.isEmpty)
    }

    @Test func reportsNamesThatAreNotUTF8Apart() throws {
        let name: [UInt8] = [0x62, 0xFF, 0x63]
        let path = scratch.path.utf8.map { CChar(bitPattern: $0) } + [0x2F] + name.map { CChar(bitPattern: $0) } + [0]
        let descriptor = unsafe open(path, O_CREAT | O_WRONLY, 0o600)
        try #require(descriptor >= 0)
        close(descriptor)
        try scratch.put("", "plain")
        let listing = try Disk.list(scratch.path)
        #expect(listing.names == ["plain"])
        #expect(listing.unreadableNames == [name])
        unsafe unlink(path)
    }

    @Test func namesTheTroubleOfAListing() throws {
        try scratch.put("", "file")
        #expect(trouble { _ = try Disk.list(scratch("file")) }?.code == .notAFolder)
        #expect(trouble { _ = try Disk.list(scratch("nothing")) }?.code == .missing)
    }

    @Test func makesFoldersThatOnlyTheOwnerEnters() throws {
        try Disk.makeFolder(scratch("a/b/c"))
        for folder in ["a", "a/b", "a/b/c"] {
            let stamp = try #require(try Disk.stamp(of: scratch(folder)))
            #expect(stamp.kind == .folder)
            #expect(stamp.mode == 0o700)
            #expect(!stamp.isOpenToOthers)
        }
        try Disk.makeFolder(scratch("a/b/c"))
        try scratch.put("", "file")
        #expect(trouble { try Disk.makeFolder(scratch("file")) }?.code == .notAFolder)
        #expect(trouble { try Disk.makeFolder(scratch("file/below")) }?.code == .notAFolder)
    }

    @Test(arguments: [
        ("a/b/c", "a/b"), ("c", "."), ("/c", "/"), ("/", "/"), ("/a/b/", "/a"), ("a//b", "a/"),
    ])
    func namesTheFolderOfAPath(path: String, folder: String) {
        #expect(Disk.folder(of: path) == folder)
    }

    @Test(arguments: ["file", "folder/file", "new/folder/file", "folder//file"])
    func takesPathsBelowTheRoot(below: String) throws {
        try scratch.put("", "folder/file")
        #expect(trouble { try Disk.requireInside(scratch(below), root: scratch.path) } == nil)
        #expect(trouble { try Disk.requireInside(scratch(below), root: scratch.path + "/") } == nil)
    }

    @Test(arguments: ["", "../x", "a/../../x", "./x", "a/./b", ".."])
    func refusesPathsThatLeadOut(below: String) {
        #expect(trouble { try Disk.requireInside(scratch(below), root: scratch.path) }?.code == .outside)
    }

    @Test func refusesNeighboursWithALikeName() {
        #expect(trouble { try Disk.requireInside(scratch.path + "x/file", root: scratch.path) }?.code == .outside)
        #expect(trouble { try Disk.requireInside("/etc/passwd", root: scratch.path) }?.code == .outside)
        #expect(trouble { try Disk.requireInside("study/x", root: "/study") }?.code == .outside)
    }

    @Test func refusesLinksOnTheWayButNotAboveTheRoot() throws {
        try scratch.put("", "study/file")
        try scratch.put("", "elsewhere/file")
        try scratch.link("study/out", to: "../elsewhere")
        try scratch.link("study/dangling", to: "nowhere")
        let root = scratch("study")
        #expect(trouble { try Disk.requireInside(root + "/out/file", root: root) }?.code == .symbolicLink)
        #expect(trouble { try Disk.requireInside(root + "/out/new", root: root) }?.path == root + "/out")
        #expect(trouble { try Disk.requireInside(root + "/dangling", root: root) }?.code == .symbolicLink)
        try scratch.link("door", to: "study")
        #expect(trouble { try Disk.requireInside(scratch("door/file"), root: scratch("door")) } == nil)
    }

    @Test func resolvesRealPaths() throws {
        try scratch.put("", "study/file")
        try scratch.link("door", to: "study")
        #expect(try Disk.realPath(scratch("door/../door/file")) == scratch("study/file"))
        #expect(trouble { _ = try Disk.realPath(scratch("nothing")) }?.code == .missing)
    }
}
