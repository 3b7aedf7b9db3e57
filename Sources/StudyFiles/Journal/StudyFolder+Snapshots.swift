// Names for states of the codebook, such as “codebook v3”. Knows the journal; a name stands for the files' fingerprint.

package import CodingCore

/// A named state of the codebook.
package struct CodebookSnapshot: Sendable {
    package let name: String
    /// The 8 hexadecimal digits over the codebook files at that time.
    package let fingerprint: String
    package let at: Moment
    package let by: CoderID
}

extension StudyFolder {
    /// Gives the codebook's present state a name.
    ///
    /// - Throws: `FileTrouble`: malformed when the name is empty or given already.
    package func takeSnapshot(named name: String, of codebooks: CodebookFolder, by author: Author) throws {
        let name = trimmedOfBlanks(name)
        guard !name.isEmpty, name.unicodeScalars.count <= 60 else {
            throw FileTrouble(.malformed, "takes names of 1 to 60 characters for a snapshot.", path: Journal.name)
        }
        if let other = Journal.read(self).entries.snapshots.first(where: { $0.name == name }) {
            let sentence = "has a snapshot “\(name)” of \(other.at.day) already: choose another name."
            throw FileTrouble(.malformed, sentence, path: Journal.name)
        }
        var entry = author.entry(.snapshot, object: "codebook")
        entry.field = codebooks.fingerprint
        entry.after = name
        try Journal.append([entry], by: author)
    }
}

extension Journal {
    /// The name of the newest snapshot of a fingerprint; nothing when it has none. Lines that are none are not read.
    static func snapshotName(of fingerprint: String, in folder: StudyFolder) -> String? {
        guard let entries = try? Disk.list(folder.path(name)).entries else { return nil }
        var newest: JournalEntry?
        let mark = Array("\"op\":\"snapshot\"".utf8)
        for entry in entries where entry.kind == .file && CodingLogs.isLog(entry.name) {
            guard
                let bytes = try? Disk.read(
                    folder.path(name + "/" + entry.name),
                    limit: LogFile.limit,
                    followingLinks: false
                )
            else { continue }
            for line in bytes.split(separator: 0x0A) where Self.holds(mark, in: line.prefix(120)) {
                guard let json = try? JSONText(reading: Array(line)), let entry = JournalEntry(json),
                    entry.field == fingerprint, newest.map({ entry.id > $0.id }) ?? true
                else { continue }
                newest = entry
            }
        }
        return newest?.after
    }

    /// Whether some bytes stand in others.
    private static func holds(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= wanted.count, let first = wanted.first else { return false }
        return (bytes.startIndex...(bytes.endIndex - wanted.count)).contains { start in
            bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted)
        }
    }
}

extension [JournalEntry] {
    /// The snapshots, oldest first.
    package var snapshots: [CodebookSnapshot] {
        filter { $0.operation == JournalEntry.Operation.snapshot.rawValue && $0.object == "codebook" }
            .map { CodebookSnapshot(name: $0.after, fingerprint: $0.field, at: $0.at, by: $0.by) }
    }
}
