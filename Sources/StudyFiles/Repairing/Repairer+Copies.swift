// Copies of logs that sync tools, mail programs and people leave under names of their own: the lines that stand nowhere else
// go into a log with a proper name, and the copy goes. Nobody's log is written but this clone's own and new ones.

import CodingCore

extension Repairer {
    /// Puts the lines of look-alikes among the others.
    func tidyCopies(_ contents: StudyContents) {
        let copies = contents.logs.filter { $0.found.isLookAlike }
        guard !copies.isEmpty else { return }
        let owners = LineOwners(contents)
        for (coder, copies) in Dictionary(grouping: copies, by: \.found.coder).sorted(by: { $0.key < $1.key }) {
            var present: Set<[UInt8]> = []
            for (found, _) in contents.logs where found.coder == coder && !found.isLookAlike {
                if let bytes = try? Disk.read(found.path, limit: LogFile.limit, followingLinks: false) {
                    present.formUnion(Self.lines(of: bytes).map(\.bytes))
                }
            }
            for (found, log) in copies {
                attempt(folder.name(of: found.path)) { try tidy(found, log, owners, in: contents, &present) }
            }
        }
    }

    /// A line of a log as bytes, without its end.
    private struct Line {
        let number: Int
        let bytes: [UInt8]
    }

    private static func lines(of bytes: [UInt8]) -> [Line] {
        LogRewrite.lines(of: bytes).map { Line(number: $0.number, bytes: Array(LogRewrite.content($0, of: bytes))) }
    }

    /// Tidies one copy.
    ///
    /// - Parameter present: the lines in the coder's other logs; those that are moved join them.
    /// - Returns: what was done.
    /// - Throws: `FileTrouble`, also for a copy whose lines cannot all be understood: it stays as it is.
    private func tidy(
        _ found: CodingLogs.Found,
        _ log: LogContents,
        _ owners: LineOwners,
        in contents: StudyContents,
        _ present: inout Set<[UInt8]>
    ) throws -> String? {
        try Disk.requireInside(found.path, root: folder.root)
        if let trouble = log.troubles.first {
            let sentence = "stays, because it has a line that cannot be read: \(trouble.sentence)"
            throw FileTrouble(.malformed, sentence, path: found.path, line: trouble.line)
        }
        if case .torn = log.tail {
            throw FileTrouble(.malformed, "stays, because its last line is cut off.", path: found.path)
        }
        let bytes = try Disk.read(found.path, limit: LogFile.limit, followingLinks: false)
        let read = Dictionary(zip(log.numbers, log.lines)) { first, _ in first }
        var missing: [DocumentID: [[UInt8]]] = [:]
        for line in Self.lines(of: bytes) where !present.contains(line.bytes) {
            guard let operations = read[line.number]?.operations else { continue }
            guard let document = owners.document(of: operations) else {
                let sentence = "stays, because line \(line.number) is about no document of the study."
                throw FileTrouble(.malformed, sentence, path: found.path, line: line.number)
            }
            missing[document, default: []].append(line.bytes)
        }
        var places: [String] = []
        for (document, lines) in missing.sorted(by: { $0.key < $1.key }) {
            let joined: [UInt8] = lines.flatMap { $0 + [0x0A] }
            let uuid = contents.documentFiles[document]?.uuid
            places.append(try put(joined, by: found.coder, document, uuid, ofThisClone: isOfThisClone(found, document)))
            present.formUnion(lines)
        }
        // Only now is every line of the copy on the disk elsewhere.
        try Disk.remove(found.path)
        guard !places.isEmpty else { return "removed: every line of it stands in other logs" }
        let count = missing.values.reduce(0) { $0 + $1.count }
        let moved = count == 1 ? "1 line that stood nowhere else is" : "\(count) lines that stood nowhere else are"
        return "removed: \(moved) now in \(places.joined(separator: ", "))"
    }

    /// Whether a copy is one of this clone's own log.
    private func isOfThisClone(_ copy: CodingLogs.Found, _ document: DocumentID) -> Bool {
        guard let replica else { return false }
        let last = copy.path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
        return last.hasPrefix("\(document.lastComponent).\(replica)")
    }

    /// Writes lines into this clone's log of a document, or into a new log with a replica of its own.
    ///
    /// - Parameters:
    ///   - uuid: the document's; nothing for lines about no document.
    ///   - isOfThisClone: whether this clone made the lines, as far as it has a name.
    /// - Returns: the log's name.
    func put(
        _ bytes: [UInt8],
        by coder: CoderID,
        _ document: DocumentID,
        _ uuid: Identifier?,
        ofThisClone isOfThisClone: Bool
    ) throws -> String {
        if isOfThisClone, let replica, let uuid {
            let place = LogPlace.codings(
                root: folder.root,
                coder: coder,
                document: document,
                uuid: uuid,
                replica: replica
            )
            try LogAppender(place, calls: calls).append(bytes)
            return folder.name(of: place.path)
        }
        var generator = SystemRandomNumberGenerator()
        let name = "codings/\(coder)/\(document).\(ReplicaID.random(using: &generator)).jsonl"
        try Disk.requireInside(folder.path(name), root: folder.root)
        try Disk.makeFolder(Disk.folder(of: folder.path(name)))
        try Disk.createDurably(bytes, at: folder.path(name), calls: calls)
        return name
    }
}

/// Which document the lines of all logs are about.
private struct LineOwners {
    private var codings: [Identifier: Identifier] = [:]
    private var acts: [Identifier: Identifier] = [:]
    private var undos: [Identifier: Identifier] = [:]
    private let documents: [Identifier: DocumentID]

    init(_ contents: StudyContents) {
        documents = Dictionary(contents.study.documents.map { ($0.uuid, $0.id) }, uniquingKeysWith: { a, _ in a })
        let operations = contents.logs.flatMap { $0.contents.lines.flatMap(\.operations) }
        for operation in operations {
            if case .code(let document, _, _, _, _, _, _) = operation.body { codings[operation.id] = document }
        }
        for operation in operations {
            switch operation.body {
            case .code(let document, _, _, _, _, _, _): acts[operation.act] = document
            case .set(let on, _, _), .uncode(let on, _): acts[operation.act] = codings[on] ?? acts[operation.act]
            case .undo(let act): undos[operation.id] = act
            case .redo, .tombstone, .unknown: break
            }
        }
    }

    /// The document that a line is about; nothing when none of its operations tells.
    func document(of operations: [LogOperation]) -> DocumentID? {
        // A tombstone is about documents that are gone; it stands in a log named for none.
        if operations.contains(where: { if case .tombstone = $0.body { true } else { false } }) {
            return LogPlace.tombstones
        }
        return operations.lazy.compactMap { uuid(of: $0) }.first.flatMap { documents[$0] }
    }

    private func uuid(of operation: LogOperation) -> Identifier? {
        switch operation.body {
        case .code(let document, _, _, _, _, _, _): document
        case .set(let on, _, _), .uncode(let on, _): codings[on]
        case .undo(let act): acts[act]
        case .redo(let undo): undos[undo].flatMap { acts[$0] }
        case .tombstone, .unknown: nil
        }
    }
}
