// One coder's writing of codings: the open logs of a session, and the reading that keeps up with everybody else's.
// Knows logs; nothing of how an act becomes a line (CodingEdit) or of what lines come to (CodingFold).

package import CodingCore

/// Reads the operations on documents and appends the author's own.
///
/// Nothing is written, not even a lock, before the first `append`. A log is held for one act only, so that several programs of
/// one clone take turns; whoever finds that another one was there reads first.
package final class CodingSession {
    package let author: Author
    /// Lines that are in memory only because the disk failed; `saveUnsaved` tries again.
    package internal(set) var unsaved: [(document: DocumentRecord, line: LogLine)] = []

    /// Acts over several documents that are not yet in all their logs.
    var drafts: [ActDraft] = []

    /// How many logs are kept open; each costs two descriptors.
    private static let mostOpen = 32
    /// How often it is tried again to get a log that another program holds: half a second in all.
    private static let patience = 10

    private var appenders: [Identifier: LogAppender] = [:]
    /// How the author's own logs stood when they were last read.
    private var seen: [Identifier: LogAppender.Expectation] = [:]
    /// Documents whose log, the author's own, a newer Gloss continued in a format unknown here.
    private var newer: Set<Identifier> = []

    package init(_ author: Author) {
        self.author = author
    }

    /// Makes the lines of the author's acts, at the present second.
    package var edit: CodingEdit {
        let identifiers = author.identifiers
        return CodingEdit(
            coder: author.coder,
            at: author.now(),
            newID: { identifiers.next() },
            sha256: { SHA256.hexadecimal(of: $0) }
        )
    }

    /// Every coder's operations on a document, read from the files now.
    ///
    /// Logs under other names, which sync tools and renamed documents leave behind, are looked through as well. So are the
    /// logs of other documents for undos and redos: that of an act over several documents stands in one of them only.
    /// - Returns: the operations, and the lines and files that could not be read.
    /// - Throws: `FileTrouble` when `codings/` cannot be listed.
    package func operations(
        on document: DocumentRecord
    ) throws -> (operations: [LogOperation], findings: [Finding]) {
        let read = try read(document)
        return (read.operations, read.findings)
    }

    /// Every coder's operations on a document, for what is done to all codings at once.
    ///
    /// - Throws: `FileTrouble`, also when the system would not give one of the logs: there may be codings in it.
    func allOperations(on document: DocumentRecord) throws -> [LogOperation] {
        let read = try read(document)
        if let refusal = read.refusals.first { throw refusal }
        return read.operations
    }

    private func read(
        _ document: DocumentRecord
    ) throws -> (operations: [LogOperation], findings: [Finding], refusals: [FileTrouble]) {
        let folder = author.folder
        let discovery = try CodingLogs.discover(root: folder.root)
        var findings = discovery.troubles.map { folder.finding($0, file: "codings") }
        var refusals = discovery.troubles
        var operations: [LogOperation] = []
        let own = author.knownReplica.map { place(of: document, replica: $0) }
        var ownStamp: FileStamp?
        var stops: [LogOperation] = []
        for found in discovery.logs {
            do {
                guard mayConcern(found, document) else {
                    stops += try LogFile.readStops(found.path)
                    continue
                }
                let contents = try LogFile.read(found.path)
                if found.path == own?.path { ownStamp = note(contents, of: document) }
                findings += contents.troubles.map { folder.finding($0, file: found.path) }
                operations += contents.lines.flatMap(\.operations)
            } catch {
                findings.append(folder.finding(error, file: found.path))
                if let trouble = error as? FileTrouble { refusals.append(trouble) }
            }
        }
        let expectation = LogAppender.Expectation(ownStamp)
        seen[document.uuid] = expectation
        if ownStamp == nil { newer.remove(document.uuid) }
        if let appender = appenders[document.uuid], ownStamp.map({ !$0.isSameState(as: appender.stamp) }) ?? true {
            // What is in memory only is written to the file that is there now; else the log is opened at the next act.
            if appender.isUnsaved {
                try appender.reopen(expecting: expectation)
            } else {
                appenders[document.uuid] = nil
            }
        }
        let all = OperationsOfDocument(document.uuid, in: operations, stops: stops).operations
        return (all, findings, refusals.filter(\.isRefusalToRead))
    }

    /// The author's own operations in this clone over all documents: what undo can take back.
    ///
    /// - Throws: `FileTrouble` when `codings/` cannot be listed.
    package func ownOperations() throws -> [LogOperation] {
        guard let replica = author.knownReplica else { return [] }
        let discovery = try CodingLogs.discover(root: author.folder.root, coder: author.coder)
        let own = discovery.logs.filter { $0.replica == replica }
        return CodingLogs.readAll(own).contents.flatMap { $0.lines.flatMap(\.operations) }
    }

    /// Appends a line to the author's log of a document, and comes back when it is safely on the disk.
    ///
    /// - Throws: `FileTrouble`. `changedUnderneath`: nothing was written; read `operations(on:)` again and make the line
    ///   anew. `locked`: another program writes this log, so this one only reads. `malformed`: a newer Gloss wrote in it, so
    ///   this one only reads. `unsaved`: the line is kept in `unsaved`. Others: nothing was written.
    package func append(_ line: LogLine, to document: DocumentRecord) throws {
        try append([line], to: document)
    }

    /// Appends several lines with one write and one sync, as `append(_:to:)` does one.
    package func append(_ lines: [LogLine], to document: DocumentRecord) throws {
        defer { letGo() }
        try write(lines, to: document)
    }

    /// Appends as `append(_:to:)` does, and keeps the log for what follows in the same act.
    func write(_ lines: [LogLine], to document: DocumentRecord) throws {
        guard !lines.isEmpty else { return }
        guard unsaved.isEmpty else {
            unsaved += lines.map { (document, $0) }
            try saveUnsaved()
            return
        }
        do {
            let appender = try appender(for: document)
            try appender.append(lines.flatMap { LogLineWriter.bytes($0) })
            seen[document.uuid] = .stamp(appender.stamp)
        } catch let trouble as FileTrouble where trouble.code == .unsaved {
            unsaved += lines.map { (document, $0) }
            throw trouble
        }
    }

    /// Reads, makes a line of what was read, and appends it; begins again when another program was faster.
    ///
    /// - Parameters:
    ///   - isOfAll: whether the line is about all codings, so that none may be unknown.
    ///   - make: gives the line for the operations as they stand, or nothing when there is nothing to do.
    /// - Returns: the line that was appended.
    /// - Throws: `FileTrouble`, as `append`, and whatever `make` throws.
    package func append(
        to document: DocumentRecord,
        ofAll isOfAll: Bool = false,
        making make: ([LogOperation]) throws -> LogLine?
    ) throws -> LogLine? {
        var attempts = 0
        while true {
            do {
                let operations = try isOfAll ? allOperations(on: document) : operations(on: document).operations
                guard let line = try make(operations) else { return nil }
                try append(line, to: document)
                return line
            } catch let trouble as FileTrouble where trouble.code == .changedUnderneath && attempts < 3 {
                attempts += 1
            }
        }
    }

    /// Keeps lines in memory that the disk did not take, so that nobody has to make them again; `saveUnsaved` writes them.
    package func keep(_ lines: [(document: DocumentRecord, line: LogLine)]) {
        unsaved += lines
    }

    /// Tries again to save what is in memory only. A line that had reached the disk after all is then there twice, which
    /// counts once.
    ///
    /// - Throws: `FileTrouble`; the lines stay in `unsaved`.
    package func saveUnsaved() throws {
        defer { letGo() }
        while let first = unsaved.first {
            let lines = unsaved.prefix { $0.document.uuid == first.document.uuid }.map(\.line)
            // A log that failed while it was made stands otherwise than it was seen.
            if appenders[first.document.uuid] == nil { seen[first.document.uuid] = nil }
            let appender = try appender(for: first.document)
            try appender.reopen()
            try appender.append(lines.flatMap { LogLineWriter.bytes($0) })
            seen[first.document.uuid] = .stamp(appender.stamp)
            unsaved.removeFirst(lines.count)
        }
        removeDrafts()
    }

    /// How the author's own log of a document stood when this program last read or wrote it; nothing when it did neither.
    package func ownLog(of document: DocumentRecord) -> (path: String, stamp: FileStamp)? {
        guard let replica = author.knownReplica, case .stamp(let stamp)? = seen[document.uuid] else { return nil }
        return (place(of: document, replica: replica).path, stamp)
    }

    /// Lets go of all logs and their locks.
    package func close() {
        appenders = [:]
    }
}

extension CodingSession {
    private func place(of document: DocumentRecord, replica: ReplicaID) -> LogPlace {
        .codings(
            root: author.folder.root,
            coder: author.coder,
            document: document.id,
            uuid: document.uuid,
            replica: replica
        )
    }

    func appender(for document: DocumentRecord) throws -> LogAppender {
        let place = place(of: document, replica: author.replica)
        if seen[document.uuid] == nil { try look(at: place, of: document) }
        guard !newer.contains(document.uuid) else {
            let sentence = "was continued by a newer Gloss, so this one only reads it: update Gloss to code here."
            throw FileTrouble(.malformed, sentence, path: place.path)
        }
        if let appender = appenders[document.uuid] {
            try LogLock.takingTurns(attempts: Self.patience) { try appender.hold() }
            return appender
        }
        // Unsaved lines live in their appender: only logs that are in order are closed.
        if appenders.count >= Self.mostOpen { appenders = appenders.filter { $0.value.isUnsaved } }
        let expected = seen[document.uuid] ?? .anything
        let appender = try LogLock.takingTurns(attempts: Self.patience) {
            try LogAppender(place, expecting: expected, calls: author.calls)
        }
        appenders[document.uuid] = appender
        // A torn end may have been set aside, or the log made: no line is there that was not read.
        seen[document.uuid] = .stamp(appender.stamp)
        return appender
    }

    /// Lets go of the logs that are in order: those with unsaved lines are held until these are safe.
    func letGo() { for appender in appenders.values { appender.letGo() } }

    /// Looks at the author's own log before the first line is added to it, where nobody has read it yet.
    private func look(at place: LogPlace, of document: DocumentRecord) throws {
        do {
            seen[document.uuid] = .init(note(try LogFile.read(place.path), of: document))
        } catch let trouble as FileTrouble where trouble.code == .missing {
            seen[document.uuid] = .absent
        }
    }

    /// Keeps in mind whether this Gloss may add to the author's own log; answers how the log stands.
    private func note(_ own: LogContents, of document: DocumentRecord) -> FileStamp? {
        if own.isNewer { newer.insert(document.uuid) } else { newer.remove(document.uuid) }
        return own.stamp
    }

    private func mayConcern(_ found: CodingLogs.Found, _ document: DocumentRecord) -> Bool {
        guard let name = found.document, !found.isLookAlike, name != document.id else { return true }
        return !Disk.exists(author.folder.path(StudyFolder.documentName(name)))
    }
}
