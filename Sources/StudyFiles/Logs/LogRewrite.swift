// Takes lines out of a log, or words out of its lines, which only repairing and forgetting may. Every other line stays as it
// stands, byte for byte. Knows lines as bytes and as JSON; nothing of what they mean.

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
        try rewrite(name, in: folder, lockPath: lockPath, calls: calls) { bytes in
            lines(of: bytes).filter { !numbers.contains($0.number) }.flatMap { bytes[$0.range] }
        }
    }

    /// Changes a file, as `remove` does.
    ///
    /// - Throws: `FileTrouble`; the file is whole then. `locked`: a program has it open.
    static func rewrite(
        _ name: String,
        in folder: StudyFolder,
        lockPath: String?,
        calls: SystemCalls,
        _ change: ([UInt8]) -> [UInt8]
    ) throws {
        let path = folder.path(name)
        try Disk.requireInside(path, root: folder.root)
        if let lockPath { try Disk.requireInside(lockPath, root: folder.root) }
        let lock = try lockPath.map { try LogLock($0) }
        defer { withExtendedLifetime(lock) {} }
        let rest = change(try Disk.read(path, limit: LogFile.limit, followingLinks: false))
        if rest.isEmpty { try Disk.remove(path) } else { try Disk.writeDurably(rest, to: path, calls: calls) }
    }

    /// The bytes of a log with operations changed, or left out of lines that have others; other lines stay byte for byte.
    ///
    /// - Parameter change: gets an operation as JSON, and its id; answers nothing where it is to go.
    static func changing(_ bytes: [UInt8], _ change: (JSONText, Identifier) -> JSONText?) -> [UInt8] {
        lines(of: bytes).flatMap { line -> [UInt8] in
            let old = Array(bytes[line.range])
            guard let json = try? JSONText(reading: Array(content(line, of: bytes))) else { return old }
            let new = changed(json, change)
            return new == json ? old : new.line
        }
    }

    private static func changed(_ json: JSONText, _ change: (JSONText, Identifier) -> JSONText?) -> JSONText {
        guard case .object(let members) = json else { return json }
        guard json["ops"] == nil else {
            return .object(
                members.map { member in
                    guard member.name == "ops", let parts = member.value.array else { return member }
                    return .init("ops", .array(parts.compactMap { identified($0, change) }))
                }
            )
        }
        return identified(json, change) ?? json
    }

    private static func identified(_ json: JSONText, _ change: (JSONText, Identifier) -> JSONText?) -> JSONText? {
        guard let id = json["id"]?.string.flatMap({ Identifier($0) }) else { return json }
        return change(json, id)
    }

    /// An operation that quotes no words any more. What they hash to stays, so that a reader can still tell whether they
    /// stand in a text.
    static func wordless(_ operation: JSONText) -> JSONText {
        guard case .object(var members) = operation, let quote = operation["quote"]?.string, !quote.isEmpty,
            let place = members.firstIndex(where: { $0.name == "quote" })
        else { return operation }
        members[place] = .init("quote", "")
        if operation["qh"] == nil {
            let hash = String(SHA256.hexadecimal(of: Array(quote.utf8)).prefix(Anchor.quoteHashLength))
            members.insert(.init("qh", .string(hash)), at: place + 1)
        }
        members.removeAll { ["before", "after"].contains($0.name) }
        return .object(members)
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
