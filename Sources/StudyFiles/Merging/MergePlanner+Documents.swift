// Documents: those that are missing here are taken whole, each byte checked against its hash; those whose texts differ are
// refused. Knows files and hashes; nothing of codings.

import CodingCore

extension MergePlanner {
    mutating func compareDocuments() {
        let byUUID = Dictionary(
            ours.documentFiles.map { ($0.value.uuid, $0.key) },
            uniquingKeysWith: { first, _ in first }
        )
        for record in theirs.study.documents where !forgotten.documents.contains(record.uuid) {
            guard let file = theirs.documentFiles[record.id] else { continue }
            if let id = byUUID[record.uuid], let own = ours.documentFiles[id] {
                compare(own, id, with: file, record)
            } else if ours.documentFiles[record.id] != nil {
                refused.insert(record.uuid)
                refuse(
                    StudyFolder.documentName(record.id),
                    "is another document in the other copy, imported by itself under the same id",
                    advice: "give one of the two another id; their codings cannot be put together"
                )
            } else {
                take(record, file)
            }
        }
    }

    /// A document that both have: its codings are taken if every text version that they may name is known here.
    private mutating func compare(
        _ own: DocumentFile,
        _ id: DocumentID,
        with file: DocumentFile,
        _ record: DocumentRecord
    ) {
        guard Set(file.versions).isSubset(of: own.versions) else {
            refused.insert(record.uuid)
            let text = there.path(StudyFolder.textName(record.id))
            refuse(
                StudyFolder.textName(id),
                "is another text in the other copy, so nothing of that document is taken: no coding is put into a text "
                    + "that it was not made on",
                advice:
                    "take the text in with “gloss revise \(id) --from \(text)”, or have them take in yours; then merge again"
            )
            return
        }
        documents[record.uuid] = id
        compareAttributes(of: id, with: record)
    }

    private mutating func compareAttributes(of id: DocumentID, with record: DocumentRecord) {
        let own = ours.documentTable[id] ?? Attributes()
        let differing = record.attributes.pairs.filter { name, value in
            !value.isEmpty && own[name].map { !$0.utf8.elementsEqual(value.utf8) } ?? true
        }
        for (name, value) in differing {
            let mine = own[name].map { "“\($0)”" } ?? "nothing"
            leave(
                DocumentTable.name,
                "has \(mine) as the \(name) of \(id); the other copy has “\(value)”",
                advice: "decide, and write it into the table"
            )
        }
    }

    /// A document that is missing here, with its texts, turns and rows.
    private mutating func take(_ record: DocumentRecord, _ file: DocumentFile) {
        do {
            let files = try filesToTake(record, file)
            documents[record.uuid] = record.id
            let speakers = theirs.study.speakers(of: record.id)
            plan.documents.append(
                MergePlan.NewDocument(
                    id: record.id,
                    uuid: record.uuid,
                    files: files,
                    attributes: record.attributes,
                    speakers: speakers
                )
            )
        } catch {
            refused.insert(record.uuid)
            plan.refused.append(there.finding(error, file: StudyFolder.documentName(record.id)))
        }
    }

    /// The bytes of the document's files: versions, turns, text, and the document's own file last.
    private func filesToTake(
        _ record: DocumentRecord,
        _ file: DocumentFile
    ) throws -> [(name: String, bytes: [UInt8])] {
        var files: [(name: String, bytes: [UInt8])] = []
        var current: [UInt8] = []
        for version in file.versions {
            let name = StudyFolder.versionName(version)
            guard let bytes = try plainBytes(of: name), SHA256.hexadecimal(of: bytes) == version else {
                // An older text may be gone; the present one may not.
                guard version == file.versions.last else { continue }
                throw FileTrouble(
                    .malformed,
                    "is missing or is not what its name says, so the document cannot be taken: restore it there.",
                    path: there.path(name)
                )
            }
            current = bytes
            files.append((name, bytes))
        }
        guard CanonicalText(utf8: current) != nil else {
            throw FileTrouble(
                .malformed,
                "is not UTF-8: import the document again.",
                path: there.path(StudyFolder.textName(record.id))
            )
        }
        let original = "\(StudyFolder.originals)/\(record.id).txt"
        if let bytes = try plainBytes(of: original) { files.append((original, bytes)) }
        let turns = StudyFolder.turnsName(record.id)
        if let bytes = try plainBytes(of: there.turnsNameNow(record), limit: CSVReader.limit) {
            files.append((turns, bytes))
        }
        let text = StudyFolder.textName(record.id)
        if let present = try here.bytes(of: text), present != current {
            throw FileTrouble(
                .alreadyExists,
                "holds another text here, which is not imported: move it away, then merge again.",
                path: here.path(text)
            )
        }
        files.append((text, current))
        let own = StudyFolder.documentName(record.id)
        guard let bytes = try plainBytes(of: own, limit: StrictYAML.limit) else {
            throw FileTrouble(.missing, "is not there any more: merge again.", path: there.path(own))
        }
        files.append((own, bytes))
        return files
    }

    /// The bytes of a file of the other copy, never through a link; nothing when there is no such file.
    func plainBytes(of name: String, limit: Int = Disk.usualLimit) throws -> [UInt8]? {
        do {
            return try Disk.read(there.path(name), limit: limit, followingLinks: false)
        } catch let trouble as FileTrouble where trouble.code == .missing {
            return nil
        }
    }
}
