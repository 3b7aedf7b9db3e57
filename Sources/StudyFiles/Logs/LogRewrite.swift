// Takes lines out of a log, which only repairing and forgetting may. Every other line stays as it stands, byte for byte.
// Knows lines as bytes; nothing of what they mean.

import CodingCore

/// The lines of a file as bytes.
enum LogRewrite {
    /// A line with its number from 1 and its place, its LF included.
    struct Line {
        let number: Int
        let range: Range<Int>
    }

    /// Where the lines of some bytes lie; a last one may lack its LF.
    static func lines(of bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while start < bytes.count {
            let end = LogFile.newline(in: bytes, from: start).map { $0 + 1 } ?? bytes.count
            lines.append(Line(number: lines.count + 1, range: start..<end))
            start = end
        }
        return lines
    }

    /// The bytes of a line without its end and a byte order mark before it.
    static func content(_ line: Line, of bytes: [UInt8]) -> ArraySlice<UInt8> {
        var content = bytes[line.range]
        while let last = content.last, last == 0x0A || last == 0x0D { content.removeLast() }
        return line.number == 1 && content.starts(with: [0xEF, 0xBB, 0xBF]) ? content.dropFirst(3) : content
    }

    /// Takes lines out of a file and comes back when the rest is safely on the disk; a file of which nothing is left goes.
    ///
    /// - Parameters:
    ///   - name: the file inside the study.
    ///   - lockPath: the lock that its writer takes; nothing for a file that nobody writes.
    ///   - numbers: the lines to take out, counted from 1.
    /// - Throws: `FileTrouble`; the file is whole then. `locked`: a program has it open.
    static func remove(
        _ numbers: Set<Int>,
        from name: String,
        in folder: StudyFolder,
        lockPath: String?,
        calls: SystemCalls = .system
    ) throws {
        let path = folder.path(name)
        try Disk.requireInside(path, root: folder.root)
        if let lockPath { try Disk.requireInside(lockPath, root: folder.root) }
        let lock = try lockPath.map { try LogLock($0) }
        defer { withExtendedLifetime(lock) {} }
        let bytes = try Disk.read(path, limit: LogFile.limit, followingLinks: false)
        let kept = lines(of: bytes).filter { !numbers.contains($0.number) }
        let rest = kept.flatMap { bytes[$0.range] }
        if rest.isEmpty { try Disk.remove(path) } else { try Disk.writeDurably(rest, to: path, calls: calls) }
    }
}

extension CodingLogs.Found {
    /// The lock that whoever writes the log takes; nothing for a file that no Gloss writes.
    ///
    /// - Parameter uuid: the document that the log is about.
    func lockPath(in folder: StudyFolder, uuid: Identifier?) -> String? {
        guard let document, let replica, let uuid else { return nil }
        return LogPlace.codings(root: folder.root, coder: coder, document: document, uuid: uuid, replica: replica)
            .lockPath
    }
}
