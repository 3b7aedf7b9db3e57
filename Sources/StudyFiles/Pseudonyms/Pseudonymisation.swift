// Pseudonyms in the place of names, in texts and in what is known of documents, and the names' removal from what the study keeps
// of older texts. Knows the order of writing; how names are found is CodingCore's.

package import CodingCore

/// The names of a key in a study.
package struct Pseudonymisation {
    /// The documents that were looked at, each with its hits.
    package let texts: [NamedText]
    private let key: PseudonymKey
    private let contents: StudyContents

    /// Looks for names.
    ///
    /// - Parameter documents: the documents to look at.
    /// - Throws: `FileTrouble` when a text cannot be read or was changed outside Gloss.
    package init(_ key: PseudonymKey, in documents: [DocumentRecord], _ contents: StudyContents, _ folder: StudyFolder)
        throws
    {
        self.key = key
        self.contents = contents
        texts = try documents.map { try NamedText($0, key.finder, folder) }
    }

    /// Replaces names.
    ///
    /// First the journal and a tombstone of the words that go; then each text as a new version, with all codings carried over;
    /// then the tables; last the older texts and what logs quote of them are removed. What a crash leaves undone, the same
    /// command does.
    /// - Parameter chosen: the hits to replace, by document.
    /// - Returns: the codings whose passages hold a pseudonym now.
    /// - Throws: `FileTrouble`; `malformed` before anything is written when passages of a document wait for a decision.
    package func carryOut(
        _ chosen: [DocumentID: [NameHit]],
        style: PseudonymStyle,
        by author: Author
    ) throws -> Int {
        let session = CodingSession(author)
        defer { session.close() }
        let reviser = Reviser(contents, session: session)
        let changed = texts.filter { chosen[$0.document.id]?.isEmpty == false }
        _ = try author.folder.speakerTableForWriting()
        for text in changed { try requireDecided(text.document, reviser) }
        if !changed.isEmpty {
            try journal(changed, chosen, by: author)
            let known = contents.fold.forgotten
            let operations = contents.logs.flatMap(\.contents.lines).flatMap(\.operations).filter { !known.covers($0) }
            try Scrubbing.append(Scrubbing.tombstone(of: changed.map(\.document), operations), by: author)
        }
        var edited = 0
        for text in changed {
            guard let version = text.document.versions.last.flatMap({ VersionTag($0) }) else { continue }
            let (incoming, kept) = text.replaced(
                chosen[text.document.id] ?? [],
                style: style,
                version: version,
                rename: { renamed($0, style) }
            )
            let carried = try reviser.save(reviser.preview(incoming, of: text.document, keeping: kept))
            edited += carried.carried.count { $0.how == .edited }
        }
        for text in texts { try rename(in: text.document, style, by: author) }
        try Scrubbing.finish(changed.map(\.document), by: author)
        return edited
    }

    /// A passage that waits for a decision would lose the text it stands on.
    private func requireDecided(_ document: DocumentRecord, _ reviser: Reviser) throws {
        let waiting = try reviser.questions(about: document).count
        guard waiting > 0 else { return }
        throw FileTrouble(
            .malformed,
            "has \(counted(waiting, "passage")) to decide about first: “gloss revise \(document.id) --list”.",
            path: StudyFolder.documentName(document.id)
        )
    }

    private func journal(_ changed: [NamedText], _ chosen: [DocumentID: [NameHit]], by author: Author) throws {
        var entries: [JournalEntry] = []
        for text in changed {
            let hits = chosen[text.document.id] ?? []
            var entry = author.entry(.edit, act: entries.first?.act, object: "document:\(text.document.uuid)")
            entry.field = "names"
            entry.after = "\(counted(hits.count, "place")) of \(counted(Set(hits.map(\.entry)).count, "name"))"
            entries.append(entry)
        }
        try Journal.append(entries, by: author)
    }

    private func renamed(_ name: String, _ style: PseudonymStyle) -> String {
        key.finder.replacing(in: name) { style.dressed($0) }
    }

    /// Renames in what the study says of a document: its own file, and its rows in the table of speakers.
    private func rename(in document: DocumentRecord, _ style: PseudonymStyle, by author: Author) throws {
        let folder = author.folder
        var changes: [FileChange] = []
        let name = StudyFolder.documentName(document.id)
        let old = try Disk.read(folder.path(name), limit: StrictYAML.limit)
        var file = try DocumentFile.read(old, file: name)
        let before = file.bytes
        file.title = renamed(file.title, style)
        file.origin.fileName = renamed(file.origin.fileName, style)
        file.labels = file.labels.map { (renamed($0.label, style), renamed($0.speaker, style)) }
        if file.bytes != before { changes.append(FileChange(name, from: old, to: file.bytes)) }
        var (speakers, bytes) = try folder.speakerTableForWriting()
        if speakers.rename(in: document.id, { renamed($0, style) }) {
            changes.append(FileChange(SpeakerTable.name, from: bytes, to: speakers.bytes))
        }
        guard !changes.isEmpty else { return }
        var entries: [JournalEntry] = []
        for change in changes {
            entries.append(
                change.noted(in: author.entry(.edit, act: entries.first?.act, object: "document:\(document.uuid)"))
            )
        }
        try Journal.append(entries, by: author)
        for change in changes { try folder.write(change.bytes, to: change.name, calls: author.calls) }
    }
}

/// A place of a study's files where a name of the key still stands.
package struct NamePlace: Hashable, Sendable {
    /// The path inside the study.
    package var file: String
    /// Counted from 1; nothing where the file's own name holds it.
    package var line: Int?
}

extension PseudonymKey {
    /// The largest file that is looked at, in bytes.
    private static let largest = 64 << 20

    /// Every place in a study where names stand that are certain, git's own files left out.
    package func places(in folder: StudyFolder) -> [NamePlace] {
        files(in: folder, "", depth: 0).flatMap { name -> [NamePlace] in
            let own = finder.hits(in: name).contains { !$0.isDoubtful } ? [NamePlace(file: name, line: nil)] : []
            guard let bytes = try? Disk.read(folder.path(name), limit: Self.largest, followingLinks: false) else {
                return own
            }
            let lines = Set(places(in: String(decoding: bytes, as: UTF8.self)).map(\.line)).sorted()
            return own + lines.map { NamePlace(file: name, line: $0) }
        }
    }

    private func files(in folder: StudyFolder, _ name: String, depth: Int) -> [String] {
        guard depth < 100, let entries = try? Disk.list(name.isEmpty ? folder.root : folder.path(name)).entries else {
            return []
        }
        return entries.filter { $0.name != ".git" }.sorted { $0.name < $1.name }.flatMap { entry -> [String] in
            let place = name.isEmpty ? entry.name : name + "/" + entry.name
            switch entry.kind {
            case .file: return [place]
            case .folder: return files(in: folder, place, depth: depth + 1)
            case .symbolicLink, .other: return []
            }
        }
    }
}
