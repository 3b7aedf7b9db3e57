// What is still there of documents that a tombstone says are forgotten, and its removal. Used when a participant withdraws and
// when what was forgotten comes back with a merge. Knows files; not who withdrew.

import CodingCore

/// The remains of forgotten documents in a study's files.
struct ForgottenRemains {
    /// A log or journal and its lines that have to go.
    struct Lines {
        var file: String
        var numbers: Set<Int>
        var lockPath: String?
    }

    /// Rows of a table that have to go.
    struct Rows {
        var file: String
        var documents: Set<DocumentID>
        var count: Int
    }

    /// The documents that are still files of the study.
    private(set) var documents: [DocumentID] = []
    /// Logs, their torn ends and drafts of acts among whole files.
    private(set) var lines: [Lines] = []
    /// Logs with lines that stay, and still have words or passages which were taken out of them.
    private(set) var wordy: [Lines] = []
    private(set) var rows: [Rows] = []
    /// Texts, tables of turns, versions, originals, torn ends, drafts; the documents' own files last.
    private(set) var files: [String] = []

    /// The operations that must not quote, and those that must not be.
    private let wordless: Set<Identifier>
    private var gone: Set<Identifier> = []

    var isEmpty: Bool { lines.isEmpty && wordy.isEmpty && rows.isEmpty && files.isEmpty }

    /// Finds what is there.
    ///
    /// - Parameter forgotten: what the tombstones say, or are going to say.
    init(of forgotten: Forgotten, in contents: StudyContents, _ folder: StudyFolder) {
        wordless = forgotten.wordless
        guard !forgotten.isEmpty || !forgotten.keepsAllWords else { return }
        documents = contents.documentFiles.filter { forgotten.documents.contains($0.value.uuid) }.keys.sorted()
        findLines(forgotten, contents, folder)
        findJournalLines(forgotten, folder)
        findRows(contents)
        findFiles(forgotten, contents, folder)
    }

    private mutating func findLines(_ forgotten: Forgotten, _ contents: StudyContents, _ folder: StudyFolder) {
        for (found, log) in contents.logs {
            let name = folder.name(of: found.path)
            let touched = zip(log.lines, log.numbers).filter { line, _ in
                line.operations.contains(where: forgotten.covers)
            }
            // A line over several passages loses those that are forgotten, and keeps the others.
            let covered = touched.filter { $0.0.operations.allSatisfy(forgotten.covers) }
            let removed = Set(covered.map(\.1))
            gone.formUnion(touched.flatMap { $0.0.operations.filter(forgotten.covers).map(\.id) })
            let isNamedForIt = found.document.map(documents.contains) ?? false
            // An undo of what is gone says nothing any more.
            let isAllGone = log.lines.count == covered.count + log.lines.count(where: \.isStop)
            let isWhole = isNamedForIt ? !log.isAbout(documentsBesides: forgotten) : isAllGone && log.troubles.isEmpty
            if isWhole, isNamedForIt || !covered.isEmpty {
                files.append(name)
                continue
            }
            let quoting = zip(log.lines, log.numbers).filter { line, number in
                !removed.contains(number)
                    && line.operations.contains {
                        forgotten.covers($0) || wordless.contains($0.id) && !$0.quotesNothing
                    }
            }
            let lock = found.lockPath(in: folder, uuid: contents.uuid(of: found, log))
            if !quoting.isEmpty { wordy.append(Lines(file: name, numbers: Set(quoting.map(\.1)), lockPath: lock)) }
            guard !removed.isEmpty else { continue }
            lines.append(Lines(file: name, numbers: removed, lockPath: lock))
        }
        files += (files + wordy.map(\.file)).uniqued().flatMap { Self.torn($0, folder) }
        for draft in ActDraft.all(in: folder) {
            if draft.lines.contains(where: { $0.line.operations.contains(where: forgotten.covers) }) {
                files.append("\(ActDraft.place)/\(draft.coder).\(draft.act).jsonl")
            }
        }
    }

    /// The torn ends that were set aside of a log.
    private static func torn(_ log: String, _ folder: StudyFolder) -> [String] {
        let parent = Disk.folder(of: log)
        let start = String(decoding: log.utf8.dropFirst(parent.utf8.count + 1), as: UTF8.self) + ".torn-"
        let names = (try? Disk.list(folder.path(parent)).names) ?? []
        return names.filter { $0.hasPrefix(start) }.map { parent + "/" + $0 }
    }

    private mutating func findJournalLines(_ forgotten: Forgotten, _ folder: StudyFolder) {
        let objects = Set(forgotten.documents.map { "document:\($0)" })
        let names = (try? Disk.list(folder.path(Journal.name)).entries) ?? []
        for entry in names where entry.kind == .file && CodingLogs.isLog(entry.name) {
            let name = Journal.name + "/" + entry.name
            guard let bytes = try? Disk.read(folder.path(name), limit: LogFile.limit, followingLinks: false) else {
                continue
            }
            let numbers = LogRewrite.lines(of: bytes).filter { line in
                guard let json = try? JSONText(reading: Array(LogRewrite.content(line, of: bytes))),
                    let entry = JournalEntry(json)
                else { return false }
                return objects.contains(entry.object) && entry.operation != JournalEntry.Operation.forget.rawValue
            }
            guard !numbers.isEmpty else { continue }
            let parts = entry.name.split(separator: ".")
            let place =
                parts.count == 3
                ? CoderID(String(parts[0])).flatMap { coder in
                    ReplicaID(parts[1]).map { LogPlace.journal(root: folder.root, coder: coder, replica: $0) }
                } : nil
            lines.append(Lines(file: name, numbers: Set(numbers.map(\.number)), lockPath: place?.lockPath))
        }
    }

    private mutating func findRows(_ contents: StudyContents) {
        let gone = Set(documents)
        let places = contents.documentTable.rows.count { gone.contains($0.document) }
        if places > 0 { rows.append(Rows(file: DocumentTable.name, documents: gone, count: places)) }
        let speakers = contents.speakerRows.count { gone.contains($0) }
        if speakers > 0 { rows.append(Rows(file: SpeakerTable.name, documents: gone, count: speakers)) }
    }

    private mutating func findFiles(_ forgotten: Forgotten, _ contents: StudyContents, _ folder: StudyFolder) {
        let kept = contents.documentFiles.filter { !forgotten.documents.contains($0.value.uuid) }
        // A newest text stays until there is another, whatever is said of it.
        let inUse = Set(
            kept.values.flatMap { file in
                file.versions.filter { !forgotten.replacedTexts.contains($0) } + file.versions.suffix(1)
            }
        )
        var versions = forgotten.texts.union(forgotten.replacedTexts)
        for id in documents { versions.formUnion(contents.documentFiles[id]?.versions ?? []) }
        var names = versions.subtracting(inUse).sorted().map(StudyFolder.versionName)
        for id in documents {
            names += [StudyFolder.textName(id), StudyFolder.turnsName(id)] + Self.originals(of: id, folder)
        }
        names += documents.map(StudyFolder.documentName)
        let changed = contents.documentFiles.filter { forgotten.changedDocuments.contains($0.value.uuid) }.keys
        names += changed.sorted().flatMap { Self.originals(of: $0, folder) }
        files += forgotten.documents.sorted().flatMap { TurnsDraft.remains(of: $0, in: folder) }
        files += names.filter { Disk.exists(folder.path($0)) }
    }

    /// The imported bytes that were kept of a document, whatever they end in.
    private static func originals(of id: DocumentID, _ folder: StudyFolder) -> [String] {
        let stem = "\(StudyFolder.originals)/\(id)."
        let parent = Disk.folder(of: stem + "x")
        let names = (try? Disk.list(folder.path(parent)).names) ?? []
        return names.map { parent + "/" + $0 }.filter { $0.hasPrefix(stem) }
    }
}

extension ForgottenRemains {
    /// A log's bytes without the words, and without the passages, that were taken out of lines which stay.
    func changed(_ bytes: [UInt8]) -> [UInt8] {
        LogRewrite.changing(bytes) { operation, id in
            if gone.contains(id) { return nil }
            return wordless.contains(id) ? LogRewrite.wordless(operation) : operation
        }
    }

    /// Removes everything; whatever a crash leaves is found again by the tombstone.
    ///
    /// - Throws: `FileTrouble`, `locked` when a program has one of the logs open; what was removed before stays removed.
    func remove(from folder: StudyFolder, calls: SystemCalls = .system) throws {
        // Words first: a line keeps its number then.
        for part in wordy {
            let lock = part.lockPath
            try LogRewrite.rewrite(part.file, in: folder, lockPath: lock, calls: calls, changed)
        }
        for part in lines {
            try LogRewrite.remove(part.numbers, from: part.file, in: folder, lockPath: part.lockPath, calls: calls)
        }
        for table in rows { try remove(table, from: folder, calls: calls) }
        for name in files {
            try Disk.requireInside(folder.path(name), root: folder.root)
            try Disk.remove(folder.path(name))
        }
    }

    private func remove(_ table: Rows, from folder: StudyFolder, calls: SystemCalls) throws {
        if table.file == DocumentTable.name {
            var documents = try folder.documentTableForWriting().table
            documents.remove(table.documents)
            try folder.write(documents.bytes, to: table.file, calls: calls)
        } else {
            var speakers = try folder.speakerTableForWriting().table
            speakers.remove(table.documents)
            try folder.write(speakers.bytes, to: table.file, calls: calls)
        }
    }

    /// What `gloss check` says of it.
    func findings() -> [Finding] {
        let advice = "run “gloss check --repair” to remove it again"
        let what = "is of a document that was forgotten, and is here again"
        return files.map { .problem($0, what, advice: advice) }
            + lines.map { part in
                let lines = counted(part.numbers.count, "line")
                return .problem(
                    part.file,
                    line: part.numbers.min(),
                    "has \(lines) of what was forgotten",
                    advice: advice
                )
            }
            + wordy.map { part in
                let lines = counted(part.numbers.count, "line")
                let what = "has words in \(lines) that were taken out of the study"
                return .problem(part.file, line: part.numbers.min(), what, advice: advice)
            }
            + rows.map { .problem($0.file, "has \(counted($0.count, "row")) of what was forgotten", advice: advice) }
    }
}

extension LogContents {
    /// Whether a coding in the log is made on a document that is not forgotten.
    fileprivate func isAbout(documentsBesides forgotten: Forgotten) -> Bool {
        lines.contains { line in
            line.operations.contains { operation in
                guard case .code(let document, _, _, _, _, _, _) = operation.body else { return false }
                return !forgotten.documents.contains(document)
            }
        }
    }
}

extension LogLine {
    /// Whether the line only takes acts back or brings them again.
    fileprivate var isStop: Bool {
        operations.allSatisfy { operation in
            switch operation.body {
            case .undo, .redo: true
            case .code, .set, .uncode, .tombstone, .unknown: false
            }
        }
    }
}

extension Repairer {
    /// What was forgotten and is there: because a crash cut the forgetting off, or because a merge brought it back.
    func finishWithdrawals(_ contents: StudyContents) {
        let remains = ForgottenRemains(of: contents.fold.forgotten, in: contents, folder)
        guard !remains.isEmpty else { return }
        attempt("codings") {
            try remains.remove(from: folder, calls: calls)
            let lines = (remains.lines + remains.wordy).reduce(0) { $0 + $1.numbers.count }
            let rows = remains.rows.reduce(0) { $0 + $1.count }
            return "removed what was forgotten and was here again: \(counted(remains.files.count, "file")), "
                + "\(counted(lines, "line")), \(counted(rows, "row"))"
        }
    }
}
