// `gloss check --repair`: everything that can be put right without losing a word and without a person's choice. Each kind of
// repair reads the study anew, so that it builds on the one before. Knows which repairs there are; not how each is done.

import CodingCore

/// Puts right what can be put right.
package final class Repairer {
    let folder: StudyFolder
    /// This clone's name, if it has one: logs of others are continued by nobody but them.
    let replica: ReplicaID?
    let calls: SystemCalls
    private var repairs: [Repair] = []

    private init(folder: StudyFolder, replica: ReplicaID?, calls: SystemCalls) {
        self.folder = folder
        self.replica = replica
        self.calls = calls
    }

    /// Repairs a study, as far as nothing is lost by it.
    ///
    /// - Returns: what was done and what could not be, in that order of doing.
    /// - Throws: `FileTrouble` when `study.yaml` cannot be read.
    package static func repair(
        _ folder: StudyFolder,
        replicas: Replicas,
        calls: SystemCalls = .system
    ) throws -> [Repair] {
        let settings = try folder.load().study.settings
        let repairer = Repairer(
            folder: folder,
            replica: replicas.known(study: settings.id, root: folder.root),
            calls: calls
        )
        repairer.finishWithdrawals(try folder.load())
        repairer.removeMarks(try folder.load())
        repairer.endLogs(try folder.load())
        repairer.finishActs(try folder.load())
        repairer.tidyCopies(try folder.load())
        repairer.finishRevisions(try folder.load())
        repairer.restoreTexts(try folder.load())
        repairer.addGitLines()
        repairer.removeLeftovers()
        return repairer.repairs
    }

    /// Does one thing and notes it, or notes why it could not be done.
    ///
    /// - Parameter work: does it and answers what was done; nothing when there was nothing to do.
    func attempt(_ file: String, _ work: () throws -> String?) {
        do {
            if let what = try work() { repairs.append(.done(file, what)) }
        } catch {
            repairs.append(.failed(file, error))
        }
    }
}

// MARK: Logs

extension Repairer {
    /// Marks that git leaves between the two sides of a merge: both sides count, and the marks say nothing.
    private func removeMarks(_ contents: StudyContents) {
        for (found, log) in contents.logs {
            let marks = Set(log.remarks.filter { $0.problem.kind == .conflictMarker }.map(\.line))
            guard !marks.isEmpty else { continue }
            let name = folder.name(of: found.path)
            let lock = found.lockPath(in: folder, uuid: contents.uuid(of: found, log))
            attempt(name) {
                try LogRewrite.remove(marks, from: name, in: folder, lockPath: lock, calls: calls)
                return "took out \(counted(marks.count, "mark")) of an unfinished merge; the lines on both sides stay"
            }
        }
    }

    /// Torn ends and missing line ends of this clone's own logs; others put theirs right when they next write.
    private func endLogs(_ contents: StudyContents) {
        guard let replica else { return }
        for (found, log) in contents.logs where found.replica == replica && log.tail != .clean && !log.isNewer {
            guard let document = found.document, let uuid = contents.uuid(of: found, log) else { continue }
            attempt(folder.name(of: found.path)) {
                let place = LogPlace.codings(
                    root: folder.root,
                    coder: found.coder,
                    document: document,
                    uuid: uuid,
                    replica: replica
                )
                guard let torn = try LogAppender(place, calls: calls).tornPath else {
                    return "added the line end that was missing"
                }
                return "set the line that was cut off aside in \(folder.name(of: torn))"
            }
        }
    }
}

// MARK: Other files

extension Repairer {
    /// Revisions of this clone that were cut off: the turns come from their draft, the text from its copy. Drafts of revisions
    /// that never came to be go.
    private func finishRevisions(_ contents: StudyContents) {
        for document in contents.study.documents where !TurnsDraft.remains(of: document.uuid, in: folder).isEmpty {
            let (text, turns) = (StudyFolder.textName(document.id), StudyFolder.turnsName(document.id))
            attempt(text) {
                guard let draft = TurnsDraft(document, in: folder) else {
                    try TurnsDraft.removeAll(of: document.uuid, in: folder)
                    return nil
                }
                guard let old = try folder.bytes(of: text), let newest = document.versions.last,
                    let version = VersionTag(newest), document.versions.contains(SHA256.hexadecimal(of: old))
                else { return nil }
                let new = try folder.text(version: version, of: document)
                try folder.write(try Disk.read(folder.path(draft.name)), to: turns, calls: calls)
                if old != new.utf8 { try folder.write(new.utf8, to: text, calls: calls) }
                try TurnsDraft.removeAll(of: document.uuid, in: folder)
                return
                    "put the newest version and its turns in their place, which a revision that was cut off had left out"
            }
        }
    }

    /// A text and the copy that is kept of its newest version: where one of the two is missing, the other one gives it back.
    private func restoreTexts(_ contents: StudyContents) {
        for (id, file) in contents.documentFiles.sorted(by: { $0.key < $1.key }) {
            guard let sha256 = file.versions.last, !contents.fold.forgotten.documents.contains(file.uuid) else {
                continue
            }
            let (text, copy) = (StudyFolder.textName(id), StudyFolder.versionName(sha256))
            for (missing, other) in [(copy, text), (text, copy)] {
                attempt(missing) {
                    guard !Disk.exists(folder.path(missing)), let bytes = try folder.bytes(of: other),
                        SHA256.hexadecimal(of: bytes) == sha256
                    else { return nil }
                    try folder.write(bytes, to: missing, calls: calls)
                    return "put back from \(other), which is the same version"
                }
            }
        }
    }

    private func addGitLines() {
        for (name, lines) in [(".gitattributes", StudyFolder.gitAttributes), (".gitignore", StudyFolder.gitIgnore)] {
            attempt(name) {
                let added = try folder.addLines(lines, to: name)
                return added.isEmpty ? nil : "added " + added.map { "“\($0)”" }.joined(separator: ", ")
            }
        }
    }

    /// Temporary files of writes that a crash cut off; the files they were to become are whole. One that is young may belong
    /// to a program that runs.
    private func removeLeftovers() {
        let now = SystemClock.now().secondsSince1970
        for name in FileCheck.leftovers(in: folder) {
            attempt(name) {
                guard let stamp = try Disk.stamp(of: folder.path(name)), stamp.kind == .file,
                    now - stamp.modified / 1_000_000_000 > Self.youngLeftover
                else { return nil }
                try Disk.requireInside(folder.path(name), root: folder.root)
                try Disk.remove(folder.path(name))
                return "removed: it is left from a write that was cut off"
            }
        }
    }

    /// Seconds after which no write is still at it.
    private static let youngLeftover: Int64 = 600
}

extension StudyContents {
    /// The document that a log is about: the one it is named for, else the first that it codes.
    func uuid(of found: CodingLogs.Found, _ log: LogContents) -> Identifier? {
        if let document = found.document, let file = documentFiles[document] { return file.uuid }
        for case .code(let document, _, _, _, _, _, _) in log.lines.lazy.flatMap(\.operations).map(\.body) {
            return document
        }
        return nil
    }
}
