// Takes a new version of a text into a study, and carries the codings over. Knows files and their order on the way to the
// disk; where passages go is CodingCore's (TextRevision), where turns are is Interchange's.

package import CodingCore

/// Revises texts on behalf of one coder.
package struct Reviser {
    let contents: StudyContents
    private let session: CodingSession
    var author: Author { session.author }
    var folder: StudyFolder { session.author.folder }

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
        let sha256 = SHA256.hexadecimal(of: bytes)
        if TurnsDraft(document, in: folder) != nil, document.versions.contains(sha256),
            let version = document.versions.last.flatMap({ VersionTag($0) }),
            let text = try? folder.text(version: version, of: document)
        {
            return .unfinished(text)
        }
        guard sha256 == document.versions.last, let text = CanonicalText(utf8: bytes) else {
            return .changedOutside(bytes)
        }
        return .asRecorded(text)
    }

    /// The newest version of a text, with its blocks, from which a new one takes its speakers and times.
    ///
    /// Where the table of turns is not that of the newest version, but that of an older one which the text's file still has,
    /// it is that older version.
    /// - Throws: `FileTrouble` when the copy of the version is missing or damaged.
    package func newest(of document: DocumentRecord) throws -> (text: CanonicalText, blocks: [Block]) {
        guard let tag = document.versions.last.flatMap({ VersionTag($0) }) else {
            let name = StudyFolder.documentName(document.id)
            throw FileTrouble(.malformed, "names no version of its text.", path: name)
        }
        if case .asRecorded(let text) = try state(of: document) {
            return (text, try folder.blocks(of: document, text: text).blocks)
        }
        let text = try folder.text(version: tag, of: document)
        if let blocks = try blocks(fitting: text, of: document) { return (text, blocks) }
        let file = try folder.bytes(of: StudyFolder.textName(document.id)) ?? []
        if document.versions.contains(SHA256.hexadecimal(of: file)), let older = CanonicalText(utf8: file),
            let blocks = try blocks(fitting: older, of: document)
        {
            return (older, blocks)
        }
        return (text, try folder.blocks(of: document, text: text).blocks)
    }

    /// The blocks in the table of turns, where they are those of a text.
    private func blocks(fitting text: CanonicalText, of document: DocumentRecord) throws -> [Block]? {
        let name = folder.turnsNameNow(document)
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
    ///   - kept: what of the newest version is known to be unchanged.
    /// - Throws: `FileTrouble`: malformed for an empty text; changedUnderneath when the text's file was edited outside and
    ///   says something else; `alreadyExists` when there are several newest versions.
    package func preview(
        _ incoming: IncomingDocument,
        of document: DocumentRecord,
        isImport: Bool = false,
        settles: Bool = false,
        takesFile: Bool = false,
        keeping kept: KeptStretches? = nil
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
        let operations = try session.allOperations(on: document)
        var revision = try self.revision(to: incoming.text, sha256, of: document, keeping: kept)
        return Revision(
            document: document,
            incoming: incoming,
            sha256: sha256,
            isNew: isNew || history.isDisputed,
            carried: try revision.carry(operations, of: document.uuid, includingOrphans: isNew),
            changesOrigin: isImport,
            takesFile: takesFile,
            kept: kept,
            parents: history.newest.filter { $0 != sha256 },
            fileNow: file.map(SHA256.hexadecimal(of:)) ?? ""
        )
    }

    /// What carrying over the codings on older texts would come to; nothing is written.
    package func previewCarrying(_ document: DocumentRecord) throws -> CarriedCodings {
        var revision = try currentRevision(of: document)
        let operations = try session.allOperations(on: document)
        return try revision.carry(operations, of: document.uuid, includingOrphans: false)
    }

    /// Carries over the codings that stand on older texts, as one act.
    ///
    /// - Throws: `FileTrouble` of the text or the log.
    package func carry(_ document: DocumentRecord) throws -> CarriedCodings {
        var revision = try currentRevision(of: document)
        return try append(&revision, to: document, includingOrphans: false)
    }

    /// Takes a new version into the study, and last the codings as one act in the coder's own log.
    ///
    /// What a crash leaves is the old text, or the new one with codings on an older text; the same command goes on from there.
    /// - Returns: the codings as they were carried; others may have come since the preview.
    /// - Throws: `FileTrouble`.
    package func save(_ revision: Revision) throws -> CarriedCodings {
        let document = revision.document
        try requireUnchanged(revision)
        let text = revision.incoming.text.utf8
        if revision.isNew {
            try write(revision)
        } else {
            let fitting = try blocks(fitting: revision.incoming.text, of: document)
            try put(text, fitting ?? revision.incoming.blocks, of: document)
        }
        var carrying = try self.revision(
            to: revision.incoming.text,
            revision.sha256,
            of: document,
            keeping: revision.kept
        )
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
        let codings = CodingFold(try session.operations(on: document).operations).codings
        return PassageQuestion.all(codings.filter { $0.document == document.uuid }, now: version)
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
        _ = try session.append(to: document, ofAll: true) { operations in
            carried = try revision.carry(operations, of: document.uuid, includingOrphans: includingOrphans)
            return session.edit.act(carried.steps)
        }
        return carried
    }

    private func currentRevision(of document: DocumentRecord) throws -> TextRevision {
        let opened = try folder.open(document, measure: contents.study.settings.measure)
        return try revision(to: opened.transcript.text, document.versions.last ?? "", of: document)
    }

    private func revision(
        to text: CanonicalText,
        _ sha256: String,
        of document: DocumentRecord,
        keeping kept: KeptStretches? = nil
    ) throws -> TextRevision {
        guard let version = VersionTag(sha256) else {
            throw FileTrouble(.malformed, "names no version of its text.", path: StudyFolder.documentName(document.id))
        }
        let folder = folder
        return TextRevision(to: text, version: version, keeping: kept, sha256: { SHA256.hexadecimal(of: $0) }) { tag in
            do {
                return try folder.text(version: tag, of: document)
            } catch let trouble as FileTrouble where !trouble.isRefusalToRead {
                return nil
            }
        }
    }
}
