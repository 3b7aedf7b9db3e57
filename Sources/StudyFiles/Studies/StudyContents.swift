// Everything that a study's files say, but for the texts. Reading writes nothing and locks nothing; what cannot be read
// is found fault with and left out, and the rest is there.

package import CodingCore

/// A study as its files stand at one moment.
package struct StudyContents: Sendable {
    package var study: Study
    /// What could not be used, and what to do about it.
    package var findings: [Finding]
    /// What could not be read at all, among the findings too: more may be there than is known.
    var unread: [Finding] = []
    /// The documents' own files.
    var documentFiles: [DocumentID: DocumentFile] = [:]
    /// The logs of all coders, each with what it holds.
    var logs: [(found: CodingLogs.Found, contents: LogContents)] = []
    /// What the logs come to.
    var fold = CodingFold([])
    package internal(set) var codebooks = CodebookFolder()
    /// The rows of `documents.csv`.
    var documentTable = DocumentTable()
    /// The documents of the rows of `speakers.csv`.
    var speakerRows: [DocumentID] = []

    init(_ settings: StudySettings, findings: [Finding]) {
        study = Study(settings: settings)
        self.findings = findings
    }
}

extension StudyFolder {
    /// Reads the whole study but for its texts.
    ///
    /// - Throws: `FileTrouble` when `study.yaml` cannot be read; everything else is found fault with and left out.
    package func load() throws -> StudyContents {
        let (settings, findings) = try StudyFile.read(
            Disk.read(path(StudyFile.name), limit: StrictYAML.limit),
            file: StudyFile.name
        )
        var contents = StudyContents(settings, findings: findings)
        contents.readDocuments(of: self)
        contents.readSpeakers(of: self)
        contents.codebooks = CodebookFolder.read(root: root)
        contents.study.codebook = contents.codebooks.codebook
        contents.findings += contents.codebooks.findings
        let themes = ThemeFolder.read(root: root)
        contents.study.themes = themes.themes
        contents.findings += themes.findings
        let queries = QueryFolder.read(root: root)
        contents.study.queries = queries.queries
        contents.findings += queries.findings
        contents.readLogs(of: self)
        contents.leaveOutForgotten()
        return contents
    }
}

extension StudyContents {
    fileprivate mutating func readDocuments(of folder: StudyFolder) {
        let tree = TranscriptTree(folder)
        findings += tree.findings
        unread += tree.unread
        do {
            if let bytes = try folder.bytes(of: DocumentTable.name, limit: CSVReader.limit) {
                let (table, odd) = try DocumentTable.read(bytes)
                documentTable = table
                findings += odd
            }
        } catch {
            noteUnread(folder.finding(error, file: DocumentTable.name))
        }
        var owners: [Identifier: DocumentID] = [:]
        let files = inParallel(tree.documents) { id in
            let name = StudyFolder.documentName(id)
            return Result {
                try DocumentFile.read(Disk.read(folder.path(name), limit: StrictYAML.limit), file: name)
            }
        }
        for (id, result) in zip(tree.documents, files) {
            let name = StudyFolder.documentName(id)
            do {
                let file = try result.get()
                if let owner = owners[file.uuid] {
                    let what = "has the same uuid as \(StudyFolder.documentName(owner)), and is left out"
                    let advice = "remove the copy, and import its text under its own id"
                    findings.append(.problem(name, what, advice: advice))
                    continue
                }
                owners[file.uuid] = id
                documentFiles[id] = file
                study.documents.append(record(id, file))
            } catch {
                noteUnread(folder.finding(error, file: name))
            }
        }
        noteRowsWithoutDocument(tree)
    }

    private mutating func noteUnread(_ finding: Finding) {
        findings.append(finding)
        unread.append(finding)
    }

    private func record(_ id: DocumentID, _ file: DocumentFile) -> DocumentRecord {
        DocumentRecord(
            id: id,
            uuid: file.uuid,
            title: file.title.isEmpty ? id.lastComponent : file.title,
            versions: file.versions,
            attributes: documentTable[id]
                ?? Attributes(documentTable.columns.filter { !$0.isEmpty }.map { (name: $0, value: "") })
        )
    }

    private mutating func noteRowsWithoutDocument(_ tree: TranscriptTree) {
        let imported = Set(tree.documents)
        for row in documentTable.rows where !imported.contains(row.document) {
            let what = "names \(row.document), which is no document of the study"
            let advice =
                tree.texts.contains(row.document)
                ? "run “gloss import” with its text" : "mend the name, or remove the row"
            findings.append(.problem(DocumentTable.name, line: row.line, what, advice: advice))
        }
    }

    fileprivate mutating func readSpeakers(of folder: StudyFolder) {
        do {
            guard let bytes = try folder.bytes(of: SpeakerTable.name, limit: CSVReader.limit) else { return }
            let (table, odd) = try SpeakerTable.read(bytes)
            findings += odd
            study.speakers = table.records
            speakerRows = table.records.map(\.document)
            let known = Set(study.documents.map(\.id))
            for (record, line) in table.rows where !known.contains(record.document) {
                let what = "names \(record.document), which is no document of the study"
                let advice = "mend the name, or remove the row"
                findings.append(.problem(SpeakerTable.name, line: line, what, advice: advice))
            }
        } catch {
            noteUnread(folder.finding(error, file: SpeakerTable.name))
        }
    }

    fileprivate mutating func readLogs(of folder: StudyFolder) {
        do {
            let discovery = try CodingLogs.discover(root: folder.root)
            for trouble in discovery.troubles { noteUnread(folder.finding(trouble, file: "codings")) }
            let read = inParallel(discovery.logs) { found in Result { try LogFile.read(found.path) } }
            for (found, result) in zip(discovery.logs, read) {
                switch result {
                case .success(let contents): logs.append((found, contents))
                case .failure(let error): noteUnread(folder.finding(error, file: folder.name(of: found.path)))
                }
            }
        } catch {
            noteUnread(folder.finding(error, file: "codings"))
        }
        for (_, contents) in logs {
            let file = folder.name(of: contents.path)
            let advice = "the line counts for nothing, the others count; restore it from a copy if there is one"
            findings += contents.troubles.map { Finding($0, file: file, usualAdvice: advice) }
        }
        fold = CodingFold(logs.lazy.flatMap { $0.contents.lines.lazy.flatMap(\.operations) })
        var groups = Self.groups(of: fold.codings)
        study.codings.reserveCapacity(fold.codings.count)
        for document in study.documents {
            if let group = groups.removeValue(forKey: document.uuid) { study.codings += fold.codings[group] }
            // Nearly always there are none.
            study.disputes += fold.disputes.filter { $0.coding.document == document.uuid }
        }
        for (document, codings) in groups.sorted(by: { $0.key < $1.key }) {
            let what = "has \(counted(codings.count, "coding")) of the document \(document), which is not in the study"
            let advice = "restore its file under \(StudyFolder.transcripts)/; the codings are kept"
            findings.append(.problem("codings", what, advice: advice))
        }
    }

    /// What a tombstone names does not count, wherever it came back from.
    fileprivate mutating func leaveOutForgotten() {
        let gone = Set(study.documents.filter { fold.forgotten.documents.contains($0.uuid) }.map(\.id))
        guard !gone.isEmpty else { return }
        study.documents.removeAll { gone.contains($0.id) }
        study.speakers.removeAll { gone.contains($0.document) }
    }

    /// Where the codings of each document lie; the fold has them together.
    private static func groups(of codings: [Coding]) -> [Identifier: Range<Int>] {
        var groups: [Identifier: Range<Int>] = [:]
        var start = 0
        while start < codings.count {
            let document = codings[start].document
            var end = start + 1
            while end < codings.count, codings[end].document == document { end += 1 }
            groups[document] = start..<end
            start = end
        }
        return groups
    }
}
