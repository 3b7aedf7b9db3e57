// `journal/CODER.REPLICA.jsonl`: the record of everything but coding. Knows lines and files; nothing of what entries mean.

import CodingCore
import Glibc

/// Appends to and reads the journals of a study.
package enum Journal {
    /// The folder's name inside the study.
    package static let name = "journal"

    /// Appends entries to the author's own journal, and comes back when they are safely on the disk.
    ///
    /// The journal is open for a moment only, so two programs of one clone take turns.
    /// - Throws: `FileTrouble`: malformed when a newer Gloss wrote in it, and as `LogAppender`.
    package static func append(_ entries: [JournalEntry], by author: Author) throws {
        guard !entries.isEmpty else { return }
        let place = LogPlace.journal(root: author.folder.root, coder: author.coder, replica: author.replica)
        try requireOurs(place, in: author.folder)
        try LogLock.takingTurns { try LogAppender(place, calls: author.calls).append(entries.flatMap(\.line)) }
    }

    /// What a newer Gloss wrote is not continued by this one.
    private static func requireOurs(_ place: LogPlace, in folder: StudyFolder) throws {
        let file = folder.name(of: place.path)
        let usual = Array("{\"v\":1,".utf8)
        for (index, line) in lines(of: try folder.bytes(of: file, limit: LogFile.limit) ?? [])
        where !line.starts(with: usual) {
            guard let version = version(of: line), version > 1 else { continue }
            throw FileTrouble(
                .malformed,
                "was continued by a newer Gloss in format \(version), so nothing is added to it: update Gloss.",
                path: file,
                line: index + 1
            )
        }
    }

    /// The lines with their places from 0; empty ones are left out, and so is a byte order mark at the start.
    private static func lines(of bytes: [UInt8]) -> [(offset: Int, element: ArraySlice<UInt8>)] {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().filter { _, line in
            !line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        }
    }

    /// The format that a line says it has; nothing for what is no line.
    private static func version(of line: ArraySlice<UInt8>) -> Int? {
        (try? JSONText(reading: Array(line)))?["v"]?.integer
    }

    /// The entries of a journal with their bytes, as they stand and without their LF; what is no entry is left out.
    ///
    /// - Throws: `FileTrouble` when the file cannot be read; a symbolic link is refused.
    static func lines(in path: String) throws -> [(id: Identifier, bytes: [UInt8])] {
        let bytes = try Disk.read(path, limit: LogFile.limit, followingLinks: false)
        return lines(of: bytes).compactMap { _, line in
            let text = Array(line.last == 0x0D ? line.dropLast() : line)
            guard let json = try? JSONText(reading: text), let entry = JournalEntry(json) else { return nil }
            return (entry.id, text)
        }
    }

    /// The coder and the clone whose journal has a name, `CODER.REPLICA.jsonl`; a clone that stands for the name where a sync
    /// tool gave it another. Nothing when it begins with no coder.
    static func owner(of name: String) -> (CoderID, ReplicaID)? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard let coder = parts.first.flatMap({ CoderID(String($0)) }) else { return nil }
        let replica = parts.count == 3 && parts[2] == "jsonl" ? ReplicaID(parts[1]) : nil
        return (coder, replica ?? ReplicaID(standingFor: name))
    }

    /// Those of all acts that the author did in this clone.
    ///
    /// What somebody did in another clone, or brought along with a copied study, is not theirs to undo unseen.
    package static func ownActs(by author: Author, among acts: [JournalAct]) -> [JournalAct] {
        let place = LogPlace.journal(root: author.folder.root, coder: author.coder, replica: author.replica)
        let own = Set(((try? lines(in: place.path)) ?? []).map(\.id))
        return acts.filter { act in
            act.entries.first.map { own.contains($0.id) } ?? false
        }
    }

    /// Reads all journals.
    ///
    /// - Returns: the entries by time of making, one for each id, and the lines that could not be read.
    package static func read(_ folder: StudyFolder) -> (entries: [JournalEntry], findings: [Finding]) {
        var entries: [Identifier: JournalEntry] = [:]
        var findings: [Finding] = []
        do {
            let listing = try Disk.list(folder.path(name))
            for entry in listing.entries where entry.kind == .file && CodingLogs.isLog(entry.name) {
                read(name + "/" + entry.name, in: folder, into: &entries, &findings)
            }
        } catch let trouble as FileTrouble where trouble.code == .missing {
            return ([], [])
        } catch {
            findings.append(folder.finding(error, file: name))
        }
        return (entries.values.sorted { $0.id < $1.id }, findings)
    }

    private static func read(
        _ file: String,
        in folder: StudyFolder,
        into entries: inout [Identifier: JournalEntry],
        _ findings: inout [Finding]
    ) {
        let bytes: [UInt8]
        do {
            bytes = try Disk.read(folder.path(file), limit: LogFile.limit, followingLinks: false)
        } catch {
            findings.append(folder.finding(error, file: file))
            return
        }
        let isEnded = bytes.last == 0x0A
        let lines = lines(of: bytes)
        for (index, line) in lines {
            do throws(JSONTrouble) {
                if let entry = JournalEntry(try JSONText(reading: Array(line))) {
                    entries[entry.id] = entry
                    continue
                }
                let advice = "use a newer Gloss, or remove the line if you know what it is"
                findings.append(.problem(file, line: index + 1, "is no entry that Gloss knows", advice: advice))
            } catch {
                if index == lines.last?.offset, !isEnded {
                    let advice = "nothing to do: it is set aside at the next write"
                    findings.append(.warning(file, line: index + 1, "ends in a line that was cut off", advice: advice))
                } else {
                    let advice = "remove the line if you know what it is"
                    findings.append(.problem(file, line: index + 1, "has a line that cannot be read", advice: advice))
                }
            }
        }
    }
}
