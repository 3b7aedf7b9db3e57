// Keeps two processes from writing one log. A lock on a file of its own, which is never replaced or removed: a lock on
// the log itself would let a second holder in after a rename. Readers never come here.

import Glibc

/// A lock held until the value is gone or the process dies, however it dies.
final class LogLock {
    private let descriptor: Int32

    /// Takes the lock, or throws at once.
    ///
    /// - Throws: `FileTrouble`: locked (with the holder's process number), notPermitted, symbolicLink, full.
    init(_ path: String) throws {
        try Disk.makeFolder(Disk.folder(of: path))
        let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
        let descriptor = try Disk.open(path, flags, mode: 0o600, doing: "open the lock")
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let number = errno
            if number == EINTR { continue }
            // A file system without locks: the logs of each clone are its own, so little is risked.
            if number == ENOLCK || number == ENOSYS || number == EOPNOTSUPP { break }
            let holder = Self.holder(descriptor, path)
            close(descriptor)
            throw FileTrouble(
                .locked,
                "is held by \(holder), which writes the same log and does not come to an end of it: wait for it or end it, "
                    + "then try again; reading goes on.",
                path: path,
                errno: number
            )
        }
        self.descriptor = descriptor
        Self.sign(descriptor)
    }

    deinit { close(descriptor) }

    /// Does what needs a lock that programs of one clone hold for a moment only, so that they take turns.
    ///
    /// - Parameter attempts: how often it is tried again, twenty times a second.
    static func takingTurns<Result>(attempts: Int = 40, _ body: () throws -> Result) throws -> Result {
        var left = attempts
        while true {
            do {
                return try body()
            } catch let trouble as FileTrouble where trouble.code == .locked && left > 0 {
                left -= 1
                usleep(50_000)
            }
        }
    }

    /// Leaves the process number for others to read; only a courtesy, so failures are passed over.
    private static func sign(_ descriptor: Int32) {
        guard ftruncate(descriptor, 0) == 0 else { return }
        let number = Array("\(getpid())\n".utf8)
        _ = unsafe number.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    private static func holder(_ descriptor: Int32, _ path: String) -> String {
        do {
            let bytes = try Disk.readToEnd(of: descriptor, expecting: 16, limit: 64, path: path)
            let text = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
            if let number = Int32(text) { return number == getpid() ? "this program itself" : "process \(number)" }
        } catch {}
        return "another process"
    }
}
