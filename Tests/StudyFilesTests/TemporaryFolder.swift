// A folder for tests of whole studies: written without any care of ours, gone when the test is.

import Glibc

@testable import StudyFiles

/// A folder that goes away with the test; each test makes its own.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/gloss-study-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw FileTrouble(doing: "make", path: "/tmp", errno: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { Self.remove(path) }

    /// Writes a file, folders included, without any of our own care.
    func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        let place = path + "/" + name
        try Disk.makeFolder(Disk.folder(of: place))
        try Disk.writeDurably(bytes, to: place)
    }

    func text(of name: String) throws -> String {
        String(decoding: try Disk.read(path + "/" + name), as: UTF8.self)
    }

    /// Makes a symbolic link.
    func link(_ name: String, to target: String) throws {
        guard unsafe symlink(target, path + "/" + name) == 0 else {
            throw FileTrouble(doing: "link", path: name, errno: errno)
        }
    }

    func allow(_ name: String, mode: mode_t) throws {
        guard unsafe chmod(path + "/" + name, mode) == 0 else {
            throw FileTrouble(doing: "chmod", path: name, errno: errno)
        }
    }

    func exists(_ name: String) -> Bool { Disk.exists(path + "/" + name) }

    /// Every file below, as paths from here.
    func files(in folder: String = "") throws -> [String] {
        try Disk.list(path + "/" + folder).entries.flatMap { entry in
            let name = folder.isEmpty ? entry.name : folder + "/" + entry.name
            return entry.kind == .folder ? try files(in: name) : [name]
        }
    }

    private static func remove(_ path: String) {
        if let listing = try? Disk.list(path) {
            for entry in listing.entries {
                if entry.kind == .folder {
                    remove(path + "/" + entry.name)
                } else {
                    _ = unsafe unlink(path + "/" + entry.name)
                }
            }
        }
        _ = unsafe rmdir(path)
    }
}
