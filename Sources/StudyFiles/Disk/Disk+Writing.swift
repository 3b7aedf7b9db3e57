// Writing whole files so that a crash leaves the old one or the new one, never a part. Protocol: RELIABILITY.md, section 4.
// Knows no file formats.

import CPosix
import Glibc

extension Disk {
    /// Writes a file, new or in place of an old one, and comes back when it is safely on the disk.
    ///
    /// A temporary file in the same folder is written, synced and renamed, then the folder is synced. An old file's mode
    /// is kept, a new one has 0600. Its other hard links keep the old bytes.
    /// - Throws: `FileTrouble`: notPermitted, notAFile, symbolicLink, full, system. The old file is whole then.
    package static func writeDurably(_ bytes: [UInt8], to path: String, calls: SystemCalls = .system) throws {
        let old = try stamp(of: path)
        switch old?.kind {
        case nil, .file?: break
        case .symbolicLink?:
            throw FileTrouble(
                .symbolicLink,
                "is a symbolic link, and Gloss does not write through links: replace it by the file.",
                path: path
            )
        case let kind?:
            throw FileTrouble(.notAFile, "is \(kind.noun), not a file: move it away.", path: path)
        }
        try writeAside(bytes, for: path, mode: old?.mode, calls: calls) { temporary in
            calls.rename(temporary, path)
        }
    }

    /// Writes a file that must not exist yet, and comes back when it is safely on the disk.
    ///
    /// - Throws: `FileTrouble`: alreadyExists, and as `writeDurably`.
    package static func createDurably(_ bytes: [UInt8], at path: String, calls: SystemCalls = .system) throws {
        if try stamp(of: path) != nil { throw FileTrouble(doing: "make the file", path: path, errno: EEXIST) }
        try writeAside(bytes, for: path, mode: nil, calls: calls) { temporary in
            unsafe gloss_rename_no_replace(temporary, path)
        }
    }

    /// Removes a file, and comes back when its name is gone from the disk; a file that is missing is no failure.
    ///
    /// - Throws: `FileTrouble`: notPermitted, notAFile.
    package static func remove(_ path: String) throws {
        try requireNameable(path)
        guard unsafe unlink(path) == 0 else {
            let number = errno
            if number == ENOENT { return }
            throw FileTrouble(doing: "remove the file", path: path, errno: number)
        }
        try syncFolder(folder(of: path))
    }

    private static func writeAside(
        _ bytes: [UInt8],
        for path: String,
        mode: mode_t?,
        calls: SystemCalls,
        putInPlace: (String) -> Int32
    ) throws {
        let temporary = temporaryPath(for: path)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = try open(temporary, flags, mode: 0o600, doing: "write a file beside it")
        do {
            defer { close(descriptor) }
            if let mode, fchmod(descriptor, mode) != 0 {
                throw FileTrouble(doing: "keep the mode of the file", path: path, errno: errno)
            }
            try calls.writeAll(bytes[...], to: descriptor, path: path)
            try calls.sync(calls.fsync, descriptor, path: path)
        } catch {
            _ = unsafe unlink(temporary)
            throw error
        }
        while putInPlace(temporary) != 0 {
            let number = errno
            if number == EINTR { continue }
            _ = unsafe unlink(temporary)
            throw FileTrouble(doing: "put the new file in its place", path: path, errno: number)
        }
        try syncFolder(folder(of: path), calls: calls)
    }

    /// A name beside the file that no other process chooses, ending as `.gitignore` expects: `NAME.<8 hex>.tmp~`.
    private static func temporaryPath(for path: String) -> String {
        let random = String(UInt32.random(in: 0x1000_0000 ... .max), radix: 16)
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? "gloss"
        // Names end at 255 bytes.
        let stem = name.utf8.count <= 230 ? name : "gloss"
        return folder(of: path) + "/" + stem + "." + random + ".tmp~"
    }
}
