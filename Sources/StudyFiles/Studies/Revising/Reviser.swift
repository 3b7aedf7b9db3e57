// Takes a new version of a text into a study, and carries the codings over. Knows files and their order on the way to the
// disk; where passages go is CodingCore's (TextRevision), where turns are is Interchange's.

package import CodingCore

/// Revises texts on behalf of one coder.
package struct Reviser {
    private let contents: StudyContents
    private let session: CodingSession
    private var author: Author { session.author }
    private var folder: StudyFolder { session.author.folder }

    /// - Parameter contents: the study as it is now.
    package init(_ contents: StudyContents, session: CodingSession) {
        self.contents = contents
        self.session = session
    }

    /// How the file of a text compares with what the study knows of it.
    ///
    /// - Throws: `FileTrouble` when it is there and cannot be read.
    package func state(of document: DocumentRecord) throws -> TextFileState {
        guard let bytes = try folder.bytes(of: StudyFolder.textName(document.id)) else { return .missing }
        guard SHA256.hexadecimal(of: bytes) == document.versions.last, let text = CanonicalText(utf8: bytes) else {
            return .changedOutside(bytes)
        }
        return .asRecorded(text)
    }

    /// The newest version of a text, with its blocks.
    ///
    /// Where a revision was cut short, or the text was edited outside, the table of turns may fit the file and not the
    /// version that the study knows; then the blocks are those of the whole text as one note.
    /// - Throws: `FileTrouble` when the copy of the version is missing or damaged.
    package func newest(of document: DocumentRecord) throws -> (text: CanonicalText, blocks: [Block]) {
        guard let tag = document.versions.last.flatMap({ VersionTag($0) }) else {
            let name = StudyFolder.documentName(document.id)
            throw FileTrouble(.malformed, "names no version of its text.", path: name)
        }
        if case .asRecorded(let text) = try state(of: document) {
            return (text, folder.blocks(of: document.id, text: text).blocks)
        }
        let text = try folder.text(version: tag, of: document)
        return (text, folder.blocks(of: document.id, text: text).blocks)
    }

    /// The blocks in the table of turns, where they are those of a text that the study does not know yet: a revision was cut
    /// short after the table was written.
    package func turnsAlreadyWritten(for text: CanonicalText, of document: DocumentRecord) throws -> [Block]? {
        let name = StudyFolder.turnsName(document.id)
        guard let bytes = try folder.bytes(of: name, limit: CSVReader.limit),
            let blocks = TurnTable.read(bytes, file: name, scalarCount: text.scalarCount).blocks
        else { return nil }
        let fits = blocks.allSatisfy { text.string(in: $0.labelSpan).utf8.elementsEqual($0.label.utf8) }
        return fits ? blocks : nil
    }

    /// What a text would come to as the new version; nothing is written.
    ///
    /// - Parameters:
    ///   - isImport: whether the text comes from a file that the document's origin is to name from now on.
    ///   - settles: whether the text may end a dispute between several newest versions, as one that a person gives by name.
    ///   - takesFile: whether the text is what another program wrote into the text's own file.
    /// - Throws: `FileTrouble`: malformed for an empty text; changedUnderneath when the text's file was edited outside and
    ///   says something else; `alreadyExists` when there are several newest versions.
    package func preview(
        _ incoming: IncomingDocument,
        of document: DocumentRecord,
        isImport: Bool = false,
        settles: Bool = false,
        takesFile: Bool = false
    ) throws -> Revision {
        try requireText(incoming, document)
        let history = TextHistory(document, journal: Journal.read(folder).entries)
        guard settles || !history.isDisputed else {
            let sentence = history.finding(document).map { "\($0.what); \($0.advice)." } ?? ""
            throw FileTrouble(.alreadyExists, sentence, path: StudyFolder.documentName(document.id))
        }
        let sha256 = SHA256.hexadecimal(of: incoming.text.utf8)
        let file = try folder.bytes(of: StudyFolder.textName(document.id))
        let isNew = sha256 != document.versions.last
        let operations = try session.operations(on: document).operations
        var revision = try self.revision(to: incoming.text, sha256, of: document)
        return Revision(
            document: document,
            incoming: incoming,
            sha256: sha256,
            isNew: isNew || history.isDisputed,
            carried: revision.carry(operations, of: document.uuid, includingOrphans: isNew),
            changesOrigin: isImport,
            takesFile: takesFile,
            parents: history.newest.filter { $0 != sha256 },
            fileNow: file.map(SHA256.hexadecimal(of:)) ?? ""
        )
    }

    /// What carrying over the codings on older texts would come to; nothing is written.
    package func previewCarrying(_ document: DocumentRecord) throws -> CarriedCodings {
        var revision = try currentRevision(of: document)
        let operations = try session.operations(on: document).operations
        return revision.carry(operations, of: document.uuid, includingOrphans: false)
    }

    /// Carries over the codings that stand on older texts, as one act.
    ///
    /// - Throws: `FileTrouble` of the text or the log.
    package func carry(_ document: DocumentRecord) throws -> CarriedCodings {
        var revision = try currentRevision(of: document)
        return try append(&revision, to: document, includingOrphans: false)
    }

    /// Takes a new version into the study: its copy first, then the journal, the text, its turns, new speakers, the
    /// document's own file, and last the codings as one act in the coder's own log.
    ///
    /// What a crash leaves is the old text, or a text that was “changed outside”, or the new one with codings on an older
    /// text; the same command goes on from there.
    /// - Returns: the codings as they were carried; others may have come since the preview.
    /// - Throws: `FileTrouble`.
    package func save(_ revision: Revision) throws -> CarriedCodings {
        let document = revision.document
        try requireUnchanged(revision)
        let text = revision.incoming.text.utf8
        if revision.isNew {
            try write(revision)
        } else if try folder.bytes(of: StudyFolder.textName(document.id)) != text {
            try folder.write(text, to: StudyFolder.textName(document.id), calls: author.calls)
        }
        var carrying = try self.revision(to: revision.incoming.text, revision.sha256, of: document)
        return try append(&carrying, to: document, includingOrphans: revision.isNew)
    }
}

// MARK: Questions

extension Reviser {
    /// What has to be decided of the passages of a document.
    ///
    /// - Throws: `FileTrouble` when the logs cannot be listed.
    package func questions(about document: DocumentRecord) throws -> [PassageQuestion] {
        guard let version = document.versions.last.flatMap({ VersionTag($0) }) else { return [] }
        return PassageQuestion.all(
            try session.operations(on: document).operations,
            of: document.uuid,
            now: version
        )
    }

    /// Saves answers to questions about one document, as one act in the coder's own log.
    ///
    /// - Throws: `FileTrouble` of the log.
    package func answer(_ steps: [CodingStep], in document: DocumentRecord) throws {
        _ = try session.append(to: document) { _ in session.edit.act(steps) }
    }
}

// MARK: Codings

extension Reviser {
    private func append(
        _ revision: inout TextRevision,
        to document: DocumentRecord,
        includingOrphans: Bool
    ) throws -> CarriedCodings {
        var carried = CarriedCodings()
        _ = try session.append(to: document) { operations in
            carried = revision.carry(operations, of: document.uuid, includingOrphans: includingOrphans)
            return session.edit.act(carried.steps)
        }
        return carried
    }

    private func currentRevision(of document: DocumentRecord) throws -> TextRevision {
        let opened = try folder.open(document, measure: contents.study.settings.measure)
        return try revision(to: opened.transcript.text, document.versions.last ?? "", of: document)
    }

    private func revision(to text: CanonicalText, _ sha256: String, of document: DocumentRecord) throws -> TextRevision
    {
        guard let version = VersionTag(sha256) else {
            throw FileTrouble(.malformed, "names no version of its text.", path: StudyFolder.documentName(document.id))
        }
        let folder = folder
        return TextRevision(to: text, version: version, sha256: { SHA256.hexadecimal(of: $0) }) { tag in
            try? folder.text(version: tag, of: document)
        }
    }
}

// MARK: Files

extension Reviser {
    private func requireText(_ incoming: IncomingDocument, _ document: DocumentRecord) throws {
        let isBlank = incoming.text.utf8.allSatisfy { $0 <= 0x20 || $0 == 0x7F }
        guard !isBlank else {
            throw FileTrouble(
                .malformed,
                "holds no words, so nothing is changed. Put the text back, or take the document out with its codings.",
                path: incoming.origin.fileName
            )
        }
        guard Transcript.covers(incoming.blocks, scalarCount: incoming.text.scalarCount) else {
            throw FileTrouble(
                .malformed,
                "was cut into turns that do not cover it, which is a fault of Gloss: nothing was changed.",
                path: incoming.origin.fileName
            )
        }
    }

    /// Nobody else's words are written over: the text's file is as it was, and either the newest version or the new one.
    private func requireUnchanged(_ revision: Revision) throws {
        let name = StudyFolder.textName(revision.document.id)
        let bytes = try folder.bytes(of: name)
        let sha256 = bytes.map(SHA256.hexadecimal(of:)) ?? ""
        guard sha256 == revision.fileNow else {
            throw FileTrouble(.changedUnderneath, "was changed just now: begin again.", path: name)
        }
        if bytes == nil || revision.document.versions.contains(sha256) || sha256 == revision.sha256 { return }
        guard revision.takesFile else { throw folder.changedOutside(revision.document) }
    }

    private func write(_ revision: Revision) throws {
        let document = revision.document
        let name = StudyFolder.documentName(document.id)
        let old = try Disk.read(folder.path(name), limit: StrictYAML.limit)
        let new = try DocumentFile.revised(
            old,
            adding: revision.sha256,
            origin: revision.changesOrigin ? revision.incoming.origin : nil,
            file: name
        )
        let text = revision.incoming.text.utf8
        let copy = StudyFolder.versionName(revision.sha256)
        if try folder.bytes(of: copy).map({ $0 != text }) ?? true { try write(text, to: copy) }
        let own = FileChange(name, from: old, to: new)
        let others = contents.study.documents.map(\.id).filter { $0 != document.id }
        let speakers = try folder.speakerTable(adding: revision.incoming.speakers, of: document.id, beside: others)
        try journal(revision, own, speakers)
        try write(text, to: StudyFolder.textName(document.id))
        try write(TurnTable.bytes(of: revision.incoming.blocks), to: StudyFolder.turnsName(document.id))
        if let speakers { try write(speakers.bytes, to: speakers.name) }
        try write(own.bytes, to: own.name)
    }

    /// One entry for each version that is replaced, and one for the table of speakers.
    private func journal(_ revision: Revision, _ own: FileChange, _ speakers: FileChange?) throws {
        var entries: [JournalEntry] = []
        let parents = revision.parents.isEmpty ? revision.document.versions.suffix(1) : revision.parents[...]
        for parent in parents {
            var entry = author.entry(.edit, act: entries.first?.act, object: TextHistory.object(revision.document))
            entry.field = TextHistory.field
            (entry.before, entry.after) = (parent, revision.sha256)
            entries.append(own.noted(in: entry))
        }
        if let speakers {
            entries.append(speakers.noted(in: author.entry(.edit, act: entries.first?.act, object: speakers.name)))
        }
        try Journal.append(entries, by: author)
    }

    private func write(_ bytes: [UInt8], to name: String) throws {
        try folder.write(bytes, to: name, calls: author.calls)
    }
}
