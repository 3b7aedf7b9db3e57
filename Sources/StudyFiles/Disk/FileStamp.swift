// What the system says about a file without reading it. Knows nothing of contents.

import Glibc

/// What stands under a name.
package enum FileKind: Hashable, Sendable {
    case file, folder, symbolicLink, other

    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .symbolicLink
        default: self = .other
        }
    }
}

/// The marks by which a change of a file behind our back is noticed.
package struct FileStamp: Hashable, Sendable {
    /// In bytes.
    package var size: Int
    package var inode: UInt64
    package var device: UInt64
    /// Nanoseconds since 1970.
    package var modified: Int64
    package var kind: FileKind
    /// The permission bits.
    package var mode: UInt32
    /// How many names the file has.
    package var links: Int

    init(_ status: stat) {
        size = Int(status.st_size)
        inode = UInt64(status.st_ino)
        device = UInt64(status.st_dev)
        modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        kind = FileKind(mode: status.st_mode)
        mode = status.st_mode & 0o7777
        links = Int(status.st_nlink)
    }

    /// The stamp of an open file.
    ///
    /// - Throws: `FileTrouble`.
    init(descriptor: Int32, path: String) throws {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw FileTrouble(doing: "look at the file", path: path, errno: errno)
        }
        self.init(status)
    }

    /// Whether others than the owner may read or write the file.
    package var isOpenToOthers: Bool { mode & 0o077 != 0 }
}
