// Listing, making and staying inside folders. Knows no file formats.

import Glibc

/// What a folder holds, in the order of the names' bytes.
package struct FolderListing: Sendable, Equatable {
    /// One name in a folder.
    package struct Entry: Sendable, Equatable {
        package var name: String
        /// The kind of the name itself; a symbolic link is not followed.
        package var kind: FileKind
    }

    package var entries: [Entry] = []
    /// Names that are not UTF-8, as bytes; such files cannot be named by a path of ours.
    package var unreadableNames: [[UInt8]] = []

    /// The names, links and pipes among them.
    package var names: [String] { entries.map(\.name) }
}

extension Disk {
    /// Lists a folder, hidden names included, `.` and `..` left out.
    ///
    /// - Throws: `FileTrouble`: missing, notPermitted, notAFolder.
    package static func list(_ folder: String) throws -> FolderListing {
        try requireNameable(folder)
        let stream = try unsafe openFolder(folder)
        defer { unsafe closedir(stream) }
        var listing = FolderListing()
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else {
                let number = errno
                if number != 0 { throw FileTrouble(doing: "list the folder", path: folder, errno: number) }
                break
            }
            let name = unsafe nameBytes(of: entry)
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            if let readable = String(validating: name, as: UTF8.self) {
                let kind = try unsafe kind(of: readable, hint: entry.pointee.d_type, in: folder)
                if let kind { listing.entries.append(FolderListing.Entry(name: readable, kind: kind)) }
            } else {
                listing.unreadableNames.append(name)
            }
        }
        listing.entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        listing.unreadableNames.sort { $0.lexicographicallyPrecedes($1) }
        return listing
    }

    /// Opens a folder for listing, repeating interrupted calls.
    private static func openFolder(_ folder: String) throws -> OpaquePointer {
        while true {
            if let stream = unsafe opendir(folder) { return unsafe stream }
            let number = errno
            if number != EINTR { throw FileTrouble(doing: "list the folder", path: folder, errno: number) }
        }
    }

    private static func nameBytes(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        // The name reaches beyond its declared 256 bytes on some file systems, so it is found by address.
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
        let start = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
        return unsafe Array(
            UnsafeBufferPointer(start: start, count: strlen(UnsafePointer<CChar>(OpaquePointer(start))))
        )
    }

    /// The kind of an entry, or nothing when it went away meanwhile.
    private static func kind(of name: String, hint: UInt8, in folder: String) throws -> FileKind? {
        switch Int(hint) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .symbolicLink
        // Some file systems leave the kind unsaid.
        case Int(DT_UNKNOWN): try stamp(of: folder + "/" + name)?.kind
        default: .other
        }
    }

    /// Makes a folder that only its owner can enter (0700), and those above it that are missing.
    ///
    /// - Throws: `FileTrouble`: notPermitted, notAFolder, full.
    package static func makeFolder(_ path: String) throws {
        try requireNameable(path)
        if isFolder(path) { return }
        let parent = folder(of: path)
        if parent != path, !isFolder(parent) { try makeFolder(parent) }
        guard unsafe mkdir(path, 0o700) == 0 else {
            let number = errno
            if number == EEXIST {
                if isFolder(path) { return }
                throw FileTrouble(
                    .notAFolder,
                    "is in the way of a folder of that name: move it away.",
                    path: path,
                    errno: number
                )
            }
            throw FileTrouble(doing: "make the folder", path: path, errno: number)
        }
        try syncFolder(parent)
    }

    /// Brings the names in a folder safely to the disk.
    static func syncFolder(_ folder: String, calls: SystemCalls = .system) throws {
        let descriptor = try open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, doing: "open the folder")
        defer { close(descriptor) }
        do {
            try calls.sync(calls.fsync, descriptor, path: folder)
        } catch let trouble as FileTrouble where trouble.errno == EINVAL || trouble.errno == ENOTSUP {
            // Some network file systems cannot sync folders and say so; there is nothing more to be done.
        }
    }

    /// The folder that a path's last part lies in.
    package static func folder(of path: String) -> String {
        let trimmed = path.utf8.count > 1 && path.utf8.last == UInt8(ascii: "/") ? String(path.dropLast()) : path
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }

    /// Makes sure that writing to a path stays inside a folder.
    ///
    /// The path is compared part by part as it is written; `.`, `..` and empty parts below the root are refused, and so
    /// is a symbolic link in any place below the root. The root itself may be reached through links.
    /// - Throws: `FileTrouble`: outside, symbolicLink.
    package static func requireInside(_ path: String, root: String) throws {
        try requireNameable(path)
        let rootParts = root.utf8.split(separator: UInt8(ascii: "/"))
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let meaningful = parts.filter { !$0.isEmpty }
        let sameStart = root.utf8.first == UInt8(ascii: "/") ? path.utf8.first == UInt8(ascii: "/") : true
        let below = meaningful.dropFirst(rootParts.count)
        guard sameStart, !below.isEmpty,
            zip(rootParts, meaningful).allSatisfy({ $0.elementsEqual($1) }),
            !below.contains(where: { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) })
        else {
            throw FileTrouble(.outside, "lies outside the study \(root); nothing was written.", path: path)
        }
        var place = root
        for part in below {
            place += "/" + String(Substring(part))
            guard let found = try stamp(of: place) else { return }
            if found.kind == .symbolicLink {
                throw FileTrouble(
                    .symbolicLink,
                    "is a symbolic link, and Gloss writes only into the study itself: replace the link.",
                    path: place
                )
            }
        }
    }
}
