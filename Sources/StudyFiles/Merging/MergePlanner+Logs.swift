// Logs: the lines that the other copy has and this one has not, for files of their own coder and clone. A line is taken as it
// stands, byte for byte, with whatever a newer Gloss wrote in it. Knows lines and ids; nothing of what they come to.

import CodingCore

extension MergePlanner {
    /// Finds the new lines of all logs of codings.
    ///
    /// - Returns: the operations in them.
    mutating func compareLogs() -> [LogOperation] {
        var known = KnownOperations(ours.logs)
        var makers = Makers(ours.logs.map(\.contents) + theirs.logs.map(\.contents))
        var added: [LogOperation] = []
        for (found, contents) in theirs.logs {
            let name = there.name(of: found.path)
            guard !contents.isNewer else {
                refuse(name, "was continued by a newer Gloss", advice: "update Gloss, then merge again")
                continue
            }
            for trouble in contents.troubles { plan.refused.append(there.finding(trouble, file: name)) }
            let new = newLines(of: contents, name, &known)
            guard !new.isEmpty else { continue }
            guard let place = place(for: found, new.map { contents.lines[$0] }, &makers) else { continue }
            guard let bytes = bytes(of: new.map { contents.numbers[$0] }, in: found.path) else { continue }
            plan.logs.append(MergePlan.LogAddition(place: place, bytes: bytes, lines: new.count))
            plan.logLines += new.count
            added += new.flatMap { contents.lines[$0].operations }
        }
        return added
    }

    /// The lines of a log, by their places, that have something new and contradict nothing.
    private mutating func newLines(
        of contents: LogContents,
        _ name: String,
        _ known: inout KnownOperations
    ) -> [Int] {
        contents.lines.indices.filter { index in
            switch known.take(contents.lines[index]) {
            case .new: return true
            case .known: return false
            case .contradiction(let id):
                refuse(
                    name,
                    line: contents.numbers[index],
                    "has the id \(id), which another line has here with other contents",
                    advice: "one of the two was changed by hand: compare them, and remove the wrong one"
                )
                return false
            }
        }
    }

    /// The log here that lines belong to; nothing when they are about a document that is not taken.
    private mutating func place(
        for found: CodingLogs.Found,
        _ lines: [LogLine],
        _ makers: inout Makers
    ) -> LogPlace? {
        let name = there.name(of: found.path)
        let named = found.document.flatMap { theirs.documentFiles[$0]?.uuid }
        guard let uuid = named ?? makers.document(of: lines) else {
            refuse(name, "says of no document that it is about it", advice: "look what it is; it was left there")
            return nil
        }
        guard let document = documents[uuid] else {
            // Why a document is refused has been said; one that neither copy has is said here.
            if !refused.contains(uuid) {
                let what = "is about the document \(uuid), which neither copy has"
                refuse(name, what, advice: "restore its file under \(StudyFolder.transcripts)/, then merge again")
            }
            return nil
        }
        return LogPlace.codings(
            root: here.root,
            coder: found.coder,
            document: document,
            uuid: uuid,
            replica: found.replica ?? ReplicaID(standingFor: name)
        )
    }

    /// The lines of a file by their numbers, each with one LF.
    private mutating func bytes(of numbers: [Int], in path: String) -> [UInt8]? {
        do {
            let bytes = try Disk.read(path, limit: LogFile.limit, followingLinks: false)
            let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            let lines = bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false)
            guard let last = numbers.last, last <= lines.count else {
                throw FileTrouble(.changedUnderneath, "was changed while it was read: merge again.", path: path)
            }
            return numbers.flatMap { number in
                let line = lines[number - 1]
                return (line.last == 0x0D ? line.dropLast() : line) + [0x0A]
            }
        } catch {
            plan.refused.append(there.finding(error, file: there.name(of: path)))
            return nil
        }
    }
}

// MARK: Journals

extension MergePlanner {
    /// Finds the entries of journals that are not here, by their ids.
    mutating func compareJournals() {
        // What is here and cannot be read would come in once more, which counts once.
        let names = (try? Disk.list(here.path(Journal.name)).names.filter(CodingLogs.isLog)) ?? []
        var known = Set(names.flatMap { (try? Journal.lines(in: here.path(Journal.name + "/" + $0))) ?? [] }.map(\.id))
        for entry in entries(of: Journal.name) where entry.kind == .file && CodingLogs.isLog(entry.name) {
            let name = Journal.name + "/" + entry.name
            do {
                let new = try Journal.lines(in: there.path(name)).filter { known.insert($0.id).inserted }
                guard !new.isEmpty, let (coder, replica) = Journal.owner(of: entry.name) else { continue }
                let place = LogPlace.journal(root: here.root, coder: coder, replica: replica)
                let bytes: [UInt8] = new.flatMap { $0.bytes + [0x0A] }
                plan.journals.append(MergePlan.LogAddition(place: place, bytes: bytes, lines: new.count))
                plan.journalLines += new.count
            } catch {
                plan.refused.append(there.finding(error, file: name))
            }
        }
    }
}

// MARK: What is known

/// The operations of logs by their ids.
private struct KnownOperations {
    enum Answer {
        case new, known
        case contradiction(Identifier)
    }

    private var operations: [Identifier: LogOperation] = [:]

    init(_ logs: [(found: CodingLogs.Found, contents: LogContents)]) {
        for (_, contents) in logs {
            for line in contents.lines {
                for operation in line.operations { operations[operation.id] = operation }
            }
        }
    }

    /// Takes a line's operations in, unless one of them says something else than is known.
    mutating func take(_ line: LogLine) -> Answer {
        var isNew = false
        for operation in line.operations {
            guard let own = operations[operation.id] else {
                isNew = true
                continue
            }
            if !own.isIdentical(to: operation) { return .contradiction(operation.id) }
        }
        guard isNew else { return .known }
        for operation in line.operations { operations[operation.id] = operation }
        return .new
    }
}

/// Which document each coding and act is about.
private struct Makers {
    private var documents: [Identifier: Identifier] = [:]

    init(_ logs: [LogContents]) {
        for contents in logs {
            for line in contents.lines {
                for operation in line.operations {
                    guard case .code(let document, _, _, _, _, _, _) = operation.body else { continue }
                    documents[operation.id] = document
                    documents[operation.act] = document
                }
            }
        }
    }

    /// The document of the first line that says one.
    func document(of lines: [LogLine]) -> Identifier? {
        for operation in lines.lazy.flatMap(\.operations) {
            switch operation.body {
            case .code(let document, _, _, _, _, _, _): return document
            case .set(let on, _, _), .uncode(let on, _): if let document = documents[on] { return document }
            case .undo(let act): if let document = documents[act] { return document }
            case .redo, .unknown: continue
            }
        }
        return nil
    }
}
