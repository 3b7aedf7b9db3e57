// Documents on their way into a study. Writes them so that a crash leaves either a document or a text that is "not
// imported yet". Knows nothing of the formats they came from.

package import CodingCore

/// What adding a document came to.
package struct AddOutcome: Sendable {
    /// What became of the study.
    package enum Kind: Sendable {
        /// The document is new.
        case added
        /// The same bytes are there under the same id: nothing was written.
        case unchanged
        /// The same text is there, and its turns and speakers are others now.
        case corrected
    }

    package var kind: Kind
    package var document: DocumentRecord
    /// Sentences for the import report.
    package var remarks: [String]
}

/// Takes documents into a study, one after the other.
package struct Intake {
    private let folder: StudyFolder
    private let author: Author
    /// By id in lower case: other systems do not tell the cases apart, nor the ways to compose a letter, as `String` does not.
    private var names: [String: DocumentID] = [:]
    private var files: [DocumentID: DocumentFile]
    private var origins: [String: DocumentID] = [:]

    /// - Parameter contents: the study as it is now.
    package init(_ contents: StudyContents, by author: Author) {
        folder = author.folder
        self.author = author
        files = contents.documentFiles
        for (id, file) in contents.documentFiles {
            names[id.description.lowercased()] = id
            origins[file.origin.sha256] = id
        }
    }

    /// Adds a document, or finds that it is there.
    ///
    /// - Parameters:
    ///   - attributes: what `documents.csv` is to say of it.
    ///   - corrects: whether a document that is there gets the turns and speakers of this reading. Times that it has not are
    ///     taken over in any case.
    /// - Throws: `FileTrouble`: alreadyExists when other bytes are there under that id, or a text that is not the one
    ///   being imported; malformed when one of the study's tables cannot be kept as it is.
    package mutating func add(
        _ incoming: IncomingDocument,
        as id: DocumentID,
        attributes: Attributes = Attributes(),
        corrects: Bool = false
    ) throws -> AddOutcome {
        let sha256 = SHA256.hexadecimal(of: incoming.text.utf8)
        var remarks = incoming.remarks
        if let file = files[id] {
            let record = try same(file, incoming, sha256, id)
            let isSameText = file.versions.last == sha256
            let isCorrected = try isSameText && correct(file, incoming, id, isAsked: corrects)
            return AddOutcome(kind: isCorrected ? .corrected : .unchanged, document: record, remarks: remarks)
        }
        guard Transcript.covers(incoming.blocks, scalarCount: incoming.text.scalarCount) else {
            throw FileTrouble(
                .malformed,
                "was cut into turns that do not cover its text, which is a fault of Gloss: nothing was imported.",
                path: incoming.origin.fileName
            )
        }
        if let other = names[id.description.lowercased()] {
            let areCapitals = id.description.lowercased().utf8.elementsEqual(other.description.lowercased().utf8)
            let difference =
                areCapitals ? "differ in capitals only" : "are spelled with other scalars and look the same"
            remarks.append("\(id) and \(other) \(difference), which some systems take for one name.")
        }
        if let other = origins[incoming.origin.sha256] {
            remarks.append("The same file is in the study already, as \(other).")
        }
        let file = DocumentFile(
            uuid: author.identifiers.next(),
            title: incoming.title,
            origin: incoming.origin,
            labels: incoming.labels,
            versions: [sha256]
        )
        try write(incoming, file, as: id, attributes: attributes)
        files[id] = file
        names[id.description.lowercased()] = id
        origins[incoming.origin.sha256] = id
        return AddOutcome(kind: .added, document: record(id, file, attributes), remarks: remarks)
    }

    private func same(
        _ file: DocumentFile,
        _ incoming: IncomingDocument,
        _ sha256: String,
        _ id: DocumentID
    ) throws -> DocumentRecord {
        guard file.origin.sha256 == incoming.origin.sha256 || file.versions.last == sha256 else {
            throw FileTrouble(
                .alreadyExists,
                "has other bytes than the document \(id) of the study: take it in as the new version of that text with "
                    + "--revise, or give it another id with --id.",
                path: incoming.origin.fileName
            )
        }
        return record(id, file, Attributes())
    }

    /// Writes turns and speakers of a text that is there anew, where they differ; codings stay where they are.
    ///
    /// - Parameter isAsked: else only times are taken over, and only where there are none.
    /// - Returns: whether anything was written.
    private mutating func correct(
        _ file: DocumentFile,
        _ incoming: IncomingDocument,
        _ id: DocumentID,
        isAsked: Bool
    ) throws -> Bool {
        let name = StudyFolder.turnsName(id)
        guard let old = try folder.bytes(of: name, limit: CSVReader.limit) else { return false }
        let there = TurnTable.read(old, file: name, scalarCount: incoming.text.scalarCount).blocks ?? []
        guard isAsked || Self.differInTimesAlone(there, incoming.blocks) else { return false }
        let blocks = Self.keepingTimes(of: there, in: incoming.blocks)
        let new = TurnTable.bytes(of: blocks)
        var own = file
        own.labels = incoming.labels
        var (table, oldTable) = try folder.speakerTableForWriting()
        let others = files.keys.filter { $0 != id }
        let changesSpeakers = table.correct(folder.records(of: incoming.speakers, of: id, beside: others), of: id)
        var changes: [FileChange] = []
        if new != old { changes.append(FileChange(name, from: old, to: new)) }
        if changesSpeakers { changes.append(FileChange(SpeakerTable.name, from: oldTable, to: table.bytes)) }
        guard !changes.isEmpty else { return false }
        let ownName = StudyFolder.documentName(id)
        if own.bytes != file.bytes {
            changes.append(FileChange(ownName, from: try folder.bytes(of: ownName), to: own.bytes))
        }
        var entry = author.entry(.edit, object: "document:\(file.uuid)")
        (entry.field, entry.before, entry.after) = ("turns", "\(there.count) blocks", "\(blocks.count) blocks")
        let rest = changes.dropFirst().map { $0.noted(in: author.entry(.edit, act: entry.act, object: $0.name)) }
        try Journal.append([changes[0].noted(in: entry)] + rest, by: author)
        for change in changes { try write(change.bytes, to: change.name) }
        files[id] = own
        return true
    }

    /// Whether a reading has times where there are none and says nothing else otherwise: what a person corrected stays.
    private static func differInTimesAlone(_ there: [Block], _ incoming: [Block]) -> Bool {
        guard !there.contains(where: { $0.beginMilliseconds != nil }),
            incoming.contains(where: { $0.beginMilliseconds != nil })
        else { return false }
        return there.elementsEqual(incoming) { $0.span == $1.span && $0.kind == $1.kind && $0.speaker == $1.speaker }
    }

    /// The blocks with the times that blocks of the same place had, where the reading has none at all.
    private static func keepingTimes(of there: [Block], in incoming: [Block]) -> [Block] {
        guard !incoming.contains(where: { $0.beginMilliseconds != nil }) else { return incoming }
        let known = Dictionary(there.map { ($0.span, $0) }, uniquingKeysWith: { first, _ in first })
        return incoming.map { block in
            var block = block
            block.beginMilliseconds = known[block.span]?.beginMilliseconds
            block.endMilliseconds = known[block.span]?.endMilliseconds
            return block
        }
    }

    private func record(_ id: DocumentID, _ file: DocumentFile, _ attributes: Attributes) -> DocumentRecord {
        DocumentRecord(
            id: id,
            uuid: file.uuid,
            title: file.title,
            versions: file.versions,
            attributes: attributes
        )
    }
}

// MARK: Writing

extension Intake {
    /// The journal first; then the kept copy, the turns, the text, the tables; the document's own file last.
    private func write(
        _ incoming: IncomingDocument,
        _ file: DocumentFile,
        as id: DocumentID,
        attributes: Attributes
    ) throws {
        try requireRoom(for: incoming, as: id)
        let own = FileChange(StudyFolder.documentName(id), from: nil, to: file.bytes)
        let tables = try [documentTable(id, attributes), speakerTable(incoming, id)].compactMap(\.self)
        var entry = author.entry(.import, object: "document:\(file.uuid)")
        entry.after = id.description
        let edits = tables.map { table in
            table.noted(in: author.entry(.edit, act: entry.act, object: table.name))
        }
        try Journal.append([own.noted(in: entry)] + edits, by: author)
        let text = incoming.text.utf8
        if let version = file.versions.last {
            let name = StudyFolder.versionName(version)
            if try folder.bytes(of: name).map({ $0 != text }) ?? true { try write(text, to: name) }
        }
        try write(TurnTable.bytes(of: incoming.blocks), to: StudyFolder.turnsName(id))
        if try folder.bytes(of: StudyFolder.textName(id)) != text {
            try write(text, to: StudyFolder.textName(id))
        }
        for table in tables { try write(table.bytes, to: table.name) }
        try write(own.bytes, to: own.name)
    }

    private func write(_ bytes: [UInt8], to name: String) throws {
        try folder.write(bytes, to: name, calls: author.calls)
    }

    /// Makes sure that no words are lost where a text of that name stands already: it is kept among the originals when
    /// it is the very file that is imported, and refused otherwise.
    private func requireRoom(for incoming: IncomingDocument, as id: DocumentID) throws {
        let name = StudyFolder.textName(id)
        if Disk.exists(folder.path(StudyFolder.documentName(id))) {
            throw FileTrouble(
                .alreadyExists,
                "is there and cannot be read as a document: run “gloss check”, or choose another id with --id.",
                path: StudyFolder.documentName(id)
            )
        }
        guard let present = try folder.bytes(of: name), present != incoming.text.utf8 else { return }
        guard SHA256.hexadecimal(of: present) == incoming.origin.sha256 else {
            throw FileTrouble(
                .alreadyExists,
                "holds another text: import that file itself, move it away, or choose another id with --id.",
                path: name
            )
        }
        try write(present, to: "\(StudyFolder.originals)/\(id).txt")
    }

    private func documentTable(_ id: DocumentID, _ attributes: Attributes) throws -> FileChange? {
        var (table, old) = try folder.documentTableForWriting()
        guard table.set(attributes, of: id) else { return nil }
        return FileChange(DocumentTable.name, from: old, to: table.bytes)
    }

    private func speakerTable(_ incoming: IncomingDocument, _ id: DocumentID) throws -> FileChange? {
        let others = files.keys.filter { $0 != id }
        return try folder.speakerTable(adding: incoming.speakers, of: id, beside: others)
    }
}

extension StudyFolder {
    /// `documents.csv` as a table that can be written back without loss, and its bytes now.
    ///
    /// - Throws: `FileTrouble` when rows would be lost.
    func documentTableForWriting() throws -> (table: DocumentTable, bytes: [UInt8]?) {
        guard let bytes = try bytes(of: DocumentTable.name, limit: CSVReader.limit) else {
            return (DocumentTable(), nil)
        }
        let (table, findings) = try DocumentTable.read(bytes)
        try requireLossless(findings)
        return (table, bytes)
    }

    /// `speakers.csv` as a table that can be written back without loss, and its bytes now.
    ///
    /// - Throws: `FileTrouble` when rows would be lost.
    func speakerTableForWriting() throws -> (table: SpeakerTable, bytes: [UInt8]?) {
        guard let bytes = try bytes(of: SpeakerTable.name, limit: CSVReader.limit) else { return (SpeakerTable(), nil) }
        let (table, findings) = try SpeakerTable.read(bytes)
        try requireLossless(findings)
        return (table, bytes)
    }

    /// `speakers.csv` with the speakers of a document that it does not have yet; nothing when it has them all.
    ///
    /// - Parameter others: the other documents of the study, which decide how short a name may be.
    func speakerTable(
        adding speakers: [IncomingSpeaker],
        of id: DocumentID,
        beside others: [DocumentID]
    ) throws -> FileChange? {
        var (table, old) = try speakerTableForWriting()
        var changed = false
        for record in records(of: speakers, of: id, beside: others) where table.add(record) { changed = true }
        return changed ? FileChange(SpeakerTable.name, from: old, to: table.bytes) : nil
    }

    /// The rows of speakers, each participant named after the document.
    func records(of speakers: [IncomingSpeaker], of id: DocumentID, beside others: [DocumentID]) -> [SpeakerRecord] {
        let talkers = speakers.filter { !$0.isInterviewer }
        let shortName = others.contains { $0.lastComponent == id.lastComponent } ? id.description : id.lastComponent
        return speakers.map { speaker in
            let participant = talkers.count == 1 ? shortName : "\(shortName) \(speaker.name)"
            return SpeakerRecord(
                document: id,
                speaker: speaker.name,
                participant: speaker.isInterviewer ? "" : participant,
                isInterviewer: speaker.isInterviewer
            )
        }
    }

    /// A file is never written anew from a reading that had to leave something out.
    private func requireLossless(_ findings: [Finding]) throws {
        guard let first = findings.first(where: { $0.severity == .problem }) else { return }
        throw FileTrouble(
            .malformed,
            "\(first.what), so Gloss cannot write the table without losing that: \(first.advice), then try again.",
            path: first.file,
            line: first.line
        )
    }
}
