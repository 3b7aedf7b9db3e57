// Appends to one log so that "saved" means saved. Protocol: RELIABILITY.md, section 4, and docs/FORMAT.md, "Writing".
// Knows lines as bytes only.

import Glibc

/// The one writer of one log, from the first write of a session on.
///
/// It holds the log's lock until `letGo`, and takes it again before it writes. A line is either saved when `append` comes back, or cut away again, or
/// the appender says `unsaved` and takes no more until it was reopened.
package final class LogAppender {
    /// What the caller knows of the file from its last look.
    package enum Expectation: Sendable, Equatable {
        /// It was not read: whatever stands there is appended to.
        case anything
        /// There was no such file.
        case absent
        /// It stood like this.
        case stamp(FileStamp)

        /// What reading came to.
        package init(_ stamp: FileStamp?) { self = stamp.map { .stamp($0) } ?? .absent }
    }

    package let place: LogPlace
    /// How the file stands after our last write.
    package private(set) var stamp: FileStamp
    /// Whether lines may be in memory only; `reopen` is the way out.
    package private(set) var isUnsaved = false
    /// Where the torn end of the log was set aside when it was opened, if there was one.
    package private(set) var tornPath: String?

    private let calls: SystemCalls
    private var lock: LogLock?
    private var descriptor: Int32

    /// Locks the log and opens it, making the folder and the file where needed.
    ///
    /// A torn end is set aside in `LOG.torn-N`, a missing last LF is added.
    /// - Throws: `FileTrouble`: locked, changedUnderneath, notPermitted, symbolicLink, outside, full.
    package init(_ place: LogPlace, expecting: Expectation = .anything, calls: SystemCalls = .system) throws {
        try Disk.requireInside(place.lockPath, root: place.root)
        try Disk.requireInside(place.path, root: place.root)
        self.place = place
        self.calls = calls
        lock = try LogLock(place.lockPath)
        (descriptor, stamp) = try Self.open(place.path, expecting: expecting, calls: calls)
        // The descriptor is closed by `deinit`, which runs also when this throws, since everything is set by now.
        try recover()
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Lets other programs of this clone write, unless lines may be in memory only.
    package func letGo() { if !isUnsaved { lock = nil } }

    /// Takes the lock, if it was let go.
    ///
    /// - Throws: `FileTrouble`: locked.
    package func hold() throws {
        guard lock == nil else { return }
        try Disk.requireInside(place.lockPath, root: place.root)
        lock = try LogLock(place.lockPath)
    }

    /// Appends whole lines and comes back when they are safely on the disk.
    ///
    /// - Parameter bytes: one or more lines, each with its LF.
    /// - Throws: `FileTrouble`. `changedUnderneath`: nothing was written; read the log again, then `reopen`. `unsaved`:
    ///   it is not known what the disk has; keep the lines and `reopen`. Others: nothing of it is in the log.
    package func append(_ bytes: [UInt8]) throws {
        precondition(bytes.last == 0x0A, "a log takes whole lines only")
        try requireReady()
        do {
            try calls.writeAll(bytes[...], to: descriptor, path: place.path)
        } catch {
            try cutBack()
            throw error
        }
        do {
            try calls.sync(calls.fdatasync, descriptor, path: place.path)
            stamp = try FileStamp(descriptor: descriptor, path: place.path)
        } catch {
            // The system may have dropped what it could not write and say yes the next time: never ask it again.
            isUnsaved = true
            try writeAnew { before in Array(before.prefix(stamp.size)) + bytes }
            isUnsaved = false
        }
    }

    /// Makes sure that a line can be appended, as far as that can be known before.
    ///
    /// - Throws: `FileTrouble`: `changedUnderneath` or `unsaved`, as `append`.
    package func requireReady() throws {
        try requireSaved()
        try hold()
        guard let now = try Disk.stamp(of: place.path), now.isSameState(as: stamp) else { throw changedUnderneath }
    }

    /// Opens the file again after it was found changed, or after a failure left lines unsaved.
    ///
    /// - Throws: `FileTrouble`, as `init`; nothing is appended until a later `reopen` succeeds.
    package func reopen(expecting: Expectation = .anything) throws {
        try hold()
        var expecting = expecting
        if isUnsaved {
            // Written anew with all that is in it, unless another program put a file of its own there meanwhile.
            if try Disk.stamp(of: place.path)?.inode == stamp.inode { try writeAnew { $0 } }
            try Disk.syncFolder(Disk.folder(of: place.path), calls: calls)
            expecting = .anything
        }
        let (new, newStamp) = try Self.open(place.path, expecting: expecting, calls: calls)
        close(descriptor)
        // Until its end is in order nothing may be added: a line would be glued to a torn one.
        (descriptor, stamp, isUnsaved) = (new, newStamp, true)
        try recover()
        isUnsaved = false
    }
}

// MARK: Opening

extension LogAppender {
    private static func open(
        _ path: String,
        expecting: Expectation,
        calls: SystemCalls
    ) throws -> (Int32, FileStamp) {
        let flags = O_RDWR | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
        let existing = try Disk.stamp(of: path)
        switch expecting {
        case .anything: break
        case .absent: if existing != nil { throw changed(path) }
        case .stamp(let stamp): if existing?.isSameState(as: stamp) != true { throw changed(path) }
        }
        guard existing == nil else {
            let descriptor = try Disk.open(path, flags, doing: "open the log")
            return (descriptor, try checkedStamp(descriptor, path))
        }
        try Disk.makeFolder(Disk.folder(of: path))
        let descriptor = try Disk.open(path, flags | O_CREAT | O_EXCL, mode: 0o600, doing: "make the log")
        do {
            try calls.sync(calls.fsync, descriptor, path: path)
            try Disk.syncFolder(Disk.folder(of: path), calls: calls)
        } catch {
            close(descriptor)
            throw error
        }
        return (descriptor, try checkedStamp(descriptor, path))
    }

    private static func checkedStamp(_ descriptor: Int32, _ path: String) throws -> FileStamp {
        do {
            let stamp = try FileStamp(descriptor: descriptor, path: path)
            guard stamp.kind == .file else {
                throw FileTrouble(.notAFile, "is \(stamp.kind.noun) where a log should be: move it away.", path: path)
            }
            return stamp
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Brings the end of the log in order, and everything before it safely to the disk.
    private func recover() throws {
        tornPath = nil
        let tail = try tail()
        if tail.isEmpty {
            // What a killed process wrote and did not sync is safe from here on, or we say no.
            try calls.sync(calls.fsync, descriptor, path: place.path)
        } else if LogTail.isWholeLine(tail) {
            try calls.writeAll([0x0A], to: descriptor, path: place.path)
            try calls.sync(calls.fsync, descriptor, path: place.path)
        } else {
            tornPath = try setAside(tail)
            try cut(to: stamp.size - tail.count)
        }
        stamp = try FileStamp(descriptor: descriptor, path: place.path)
    }

    /// The bytes behind the last LF.
    private func tail() throws -> [UInt8] {
        var tail: [UInt8] = []
        var end = stamp.size
        while end > 0 {
            let start = max(0, end - 65_536)
            var part = [UInt8](repeating: 0, count: end - start)
            let count = unsafe part.withUnsafeMutableBytes { buffer in
                unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(start))
            }
            if count < 0, errno == EINTR { continue }
            guard count == part.count else {
                throw FileTrouble(doing: "read the end of the log", path: place.path, errno: count < 0 ? errno : EIO)
            }
            guard let newline = part.lastIndex(of: 0x0A) else {
                tail = part + tail
                end = start
                continue
            }
            return part[(newline + 1)...] + tail
        }
        return tail
    }

    /// Keeps torn bytes in a file beside the log; answers its path.
    private func setAside(_ bytes: [UInt8]) throws -> String {
        var number = 1
        while Disk.exists("\(place.path).torn-\(number)") { number += 1 }
        let path = "\(place.path).torn-\(number)"
        try Disk.createDurably(bytes, at: path, calls: calls)
        return path
    }
}

// MARK: Failures

extension LogAppender {
    private func requireSaved() throws {
        guard isUnsaved else { return }
        throw FileTrouble(
            .unsaved,
            "could not be brought safely to the disk before, so nothing more is added. Check the disk, then try again.",
            path: place.path
        )
    }

    private func cut(to size: Int) throws {
        while calls.ftruncate(descriptor, size) != 0 {
            let number = errno
            if number == EINTR { continue }
            throw FileTrouble(doing: "cut back the log", path: place.path, errno: number)
        }
        try calls.sync(calls.fsync, descriptor, path: place.path)
    }

    /// Takes a half-written line away again.
    private func cutBack() throws {
        do {
            try cut(to: stamp.size)
            stamp = try FileStamp(descriptor: descriptor, path: place.path)
        } catch {
            isUnsaved = true
            throw FileTrouble(
                .unsaved,
                "could not be written, and the half-written line could not be taken back. Check the disk, then try again.",
                path: place.path,
                errno: (error as? FileTrouble)?.errno
            )
        }
    }

    /// Writes the whole log to a new file in place of the old one; after that what is in it is on the disk.
    ///
    /// - Parameter content: makes the new bytes of what can be read of the old ones.
    private func writeAnew(_ content: ([UInt8]) -> [UInt8]) throws {
        do {
            let before = try Disk.readToEnd(
                of: descriptor,
                expecting: stamp.size,
                limit: LogFile.limit,
                path: place.path
            )
            guard before.count >= stamp.size else { throw changedUnderneath }
            try Disk.writeDurably(content(before), to: place.path, calls: calls)
            let (new, newStamp) = try Self.open(place.path, expecting: .anything, calls: calls)
            close(descriptor)
            (descriptor, stamp) = (new, newStamp)
        } catch {
            throw FileTrouble(
                .unsaved,
                "could not be brought safely to the disk: the last lines are UNSAVED. Check the disk, then try again.",
                path: place.path,
                errno: (error as? FileTrouble)?.errno
            )
        }
    }

    private var changedUnderneath: FileTrouble { Self.changed(place.path) }

    private static func changed(_ path: String) -> FileTrouble {
        FileTrouble(
            .changedUnderneath,
            "was changed by another program since it was read. It is read again before anything is added.",
            path: path
        )
    }
}

extension FileStamp {
    /// Whether the file is the same one and nobody wrote to it.
    package func isSameState(as other: FileStamp) -> Bool {
        inode == other.inode && device == other.device && size == other.size && modified == other.modified
    }
}
