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
    /// - Throws: `FileTrouble`.
    package static func append(_ entries: [JournalEntry], by author: Author) throws {
        guard !entries.isEmpty else { return }
        let place = LogPlace.journal(root: author.folder.root, coder: author.coder, replica: author.replica)
        var attempts = 0
        while true {
            do {
                return try LogAppender(place).append(entries.flatMap(\.line))
            } catch let trouble as FileTrouble where trouble.code == .locked && attempts < 40 {
                attempts += 1
                usleep(50_000)
            }
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
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            do throws(JSONTrouble) {
                if let entry = JournalEntry(try JSONText(reading: Array(line))) {
                    entries[entry.id] = entry
                    continue
                }
                let advice = "use a newer Gloss, or remove the line if you know what it is"
                findings.append(.problem(file, line: index + 1, "is no entry that Gloss knows", advice: advice))
            } catch {
                if index == lines.count - 1 {
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
