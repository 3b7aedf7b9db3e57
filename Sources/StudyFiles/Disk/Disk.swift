// Reading files and folders through the system's own calls. Never Foundation's, which follow links, change modes and
// lose names (RELIABILITY.md, section 4). Knows no file formats.

import CPosix
import Glibc

/// Files and folders by path.
package enum Disk {
    /// The most bytes that `read` takes unless told otherwise: 256 MiB.
    package static let usualLimit = 256 << 20

    /// Reads a whole file.
    ///
    /// A pipe, device or folder is refused at once, never waited for.
    /// - Parameters:
    ///   - limit: the most bytes taken.
    ///   - followingLinks: whether a symbolic link in the last place is followed or refused.
    /// - Throws: `FileTrouble`: missing, notPermitted, notAFile, symbolicLink, tooLarge.
    package static func read(
        _ path: String,
        limit: Int = usualLimit,
        followingLinks: Bool = true
    ) throws -> [UInt8] {
        let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW)
        let descriptor = try open(path, flags, doing: "read the file")
        defer { close(descriptor) }
        let stamp = try FileStamp(descriptor: descriptor, path: path)
        guard stamp.kind == .file else {
            throw FileTrouble(.notAFile, "is not a file but \(stamp.kind.noun): name a file.", path: path)
        }
        guard stamp.size <= limit else { throw tooLarge(path, limit) }
        return try readToEnd(of: descriptor, expecting: stamp.size, limit: limit, path: path)
    }

    /// Reads an open file from its start to its end, whatever it grew or shrank to.
    static func readToEnd(of descriptor: Int32, expecting size: Int, limit: Int, path: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        // One byte more than expected: a file that did not grow is then read by one call and its end seen by a second.
        var room = size + 1
        while true {
            let start = bytes.count
            bytes += [UInt8](repeating: 0, count: room)
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe pread(descriptor, buffer.baseAddress?.advanced(by: start), room, off_t(start))
            }
            if count < 0 {
                let number = errno
                bytes.removeLast(room)
                if number == EINTR { continue }
                throw FileTrouble(doing: "read the file", path: path, errno: number)
            }
            bytes.removeLast(room - count)
            guard bytes.count <= limit else { throw tooLarge(path, limit) }
            if count == 0 { return bytes }
            if count == room { room = max(4_096, min(bytes.count, 1 << 24)) } else { room -= count }
        }
    }

    /// Looks at what stands under a name, a symbolic link itself and not what it leads to; nothing when nothing does.
    ///
    /// - Throws: `FileTrouble` when the system will not say.
    package static func stamp(of path: String) throws -> FileStamp? {
        try requireNameable(path)
        var status = stat()
        if unsafe lstat(path, &status) == 0 { return FileStamp(status) }
        let number = errno
        if number == ENOENT || number == ENOTDIR { return nil }
        throw FileTrouble(doing: "look at it", path: path, errno: number)
    }

    /// Whether anything, be it a link that leads nowhere, has that name.
    package static func exists(_ path: String) -> Bool {
        do { return try stamp(of: path) != nil } catch { return false }
    }

    /// Whether a folder, or a symbolic link to one, has that name.
    package static func isFolder(_ path: String) -> Bool {
        guard !path.utf8.contains(0) else { return false }
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return false }
        return FileKind(mode: status.st_mode) == .folder
    }

    /// The path with every symbolic link, `.` and `..` resolved; what it names must exist.
    ///
    /// - Throws: `FileTrouble`.
    package static func realPath(_ path: String) throws -> String {
        try requireNameable(path)
        guard let resolved = unsafe realpath(path, nil) else {
            throw FileTrouble(doing: "find it", path: path, errno: errno)
        }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// Opens a file or folder, repeating interrupted calls.
    static func open(_ path: String, _ flags: Int32, mode: mode_t = 0, doing: String) throws -> Int32 {
        try requireNameable(path)
        while true {
            let descriptor = unsafe Glibc.open(path, flags, mode)
            if descriptor >= 0 { return descriptor }
            let number = errno
            // ENXIO: a socket, or a device without its hardware.
            if number == ENXIO {
                throw FileTrouble(.notAFile, "is not a file: name a file.", path: path, errno: number)
            }
            if number != EINTR { throw FileTrouble(doing: doing, path: path, errno: number) }
        }
    }

    /// Refuses a name that C would cut short.
    static func requireNameable(_ path: String) throws {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw FileTrouble(.outside, "is empty or has a zero byte in it: choose another name.", path: path)
        }
    }

    private static func tooLarge(_ path: String, _ limit: Int) -> FileTrouble {
        let most = limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes"
        return FileTrouble(
            .tooLarge,
            "is larger than \(most): split it, or check that it is the file you mean.",
            path: path
        )
    }
}

extension FileKind {
    var noun: String {
        switch self {
        case .file: "a file"
        case .folder: "a folder"
        case .symbolicLink: "a symbolic link"
        case .other: "a pipe, a socket or a device"
        }
    }
}
