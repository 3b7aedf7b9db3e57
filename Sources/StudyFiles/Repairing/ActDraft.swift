// An act over several documents is one line in each of several logs. Before the first of them is written, all of them stand in
// a draft, so that what a crash leaves half done can be done to its end. Layout: `.gloss/acts/CODER.ACT.jsonl`, one object
// `{"doc":UUID,"line":{…}}` a line; this folder is never shared. Knows lines; nothing of what they mean.

package import CodingCore

/// The lines of an act that may not all be in their logs yet.
package struct ActDraft: Sendable {
    /// Where drafts lie inside a study.
    static let place = ".gloss/acts"

    package let coder: CoderID
    package let act: Identifier
    package let lines: [(document: Identifier, line: LogLine)]

    private func path(in folder: StudyFolder) -> String { folder.path("\(Self.place)/\(coder).\(act).jsonl") }

    /// Writes the draft durably.
    ///
    /// - Throws: `FileTrouble`; nothing is there then.
    func write(in folder: StudyFolder, calls: SystemCalls) throws {
        let path = path(in: folder)
        try Disk.requireInside(path, root: folder.root)
        try Disk.makeFolder(Disk.folder(of: path))
        let bytes = lines.flatMap { document, line in
            Array("{\"doc\":\"\(document)\",\"line\":".utf8) + LogLineWriter.bytes(line).dropLast() + Array("}\n".utf8)
        }
        try Disk.createDurably(bytes, at: path, calls: calls)
    }

    /// Removes the draft.
    func remove(in folder: StudyFolder) throws { try Disk.remove(path(in: folder)) }

    /// The drafts in a study; what cannot be read as one is none.
    package static func all(in folder: StudyFolder) -> [ActDraft] {
        let names = (try? Disk.list(folder.path(place)).entries.filter { $0.kind == .file }.map(\.name)) ?? []
        return names.compactMap { name in
            let parts = name.split(separator: ".")
            guard parts.count == 3, parts[2] == "jsonl", let coder = CoderID(String(parts[0])),
                let act = Identifier(parts[1]),
                let bytes = try? Disk.read(folder.path("\(place)/\(name)"), followingLinks: false)
            else { return nil }
            let lines = bytes.split(separator: 0x0A).compactMap { line(Array($0)) }
            return ActDraft(coder: coder, act: act, lines: lines)
        }
    }

    private static func line(_ bytes: [UInt8]) -> (document: Identifier, line: LogLine)? {
        guard let json = try? JSONText(reading: bytes), let line = json["line"],
            let document = json["doc"]?.string.flatMap({ Identifier($0) }),
            let read = try? LogLineReader.read(line: line.line)
        else { return nil }
        return (document, read)
    }
}

extension Repairer {
    /// Acts that a crash left half done: what is missing is written, each line into its log, or into a new one where the draft
    /// came from another clone, with a copy of the whole folder.
    func finishActs(_ contents: StudyContents) {
        let written = Set(contents.logs.flatMap { $0.contents.lines.map(\.id) })
        let documents = Dictionary(contents.study.documents.map { ($0.uuid, $0) }, uniquingKeysWith: { a, _ in a })
        for draft in ActDraft.all(in: folder) {
            let missing = draft.lines.filter { !written.contains($0.line.id) }
            attempt("\(ActDraft.place)/\(draft.coder).\(draft.act).jsonl") {
                // Of an act that was never begun nothing was said to be saved; another clone may be about to begin it.
                let isBegun = missing.count < draft.lines.count
                guard replica != nil || isBegun else { return nil }
                for (uuid, line) in isBegun ? missing : [] {
                    guard let document = documents[uuid] else { continue }
                    _ = try put(LogLineWriter.bytes(line), by: draft.coder, document.id, uuid, ofThisClone: true)
                }
                try draft.remove(in: folder)
                guard isBegun else { return "removed: the act was never begun" }
                guard !missing.isEmpty else { return "removed: the act is complete" }
                return "completed an act that was cut off: \(counted(missing.count, "document")) had not got its part"
            }
        }
    }
}
