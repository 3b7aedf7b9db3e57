// Making a new study. Nothing that is there already is replaced.

package import CodingCore

/// A study that was just made.
package struct CreatedStudy: Sendable {
    package var folder: StudyFolder
    package var settings: StudySettings
    /// What was odd about the codebook that was copied in.
    package var findings: [Finding]
}

extension StudyFolder {
    /// What git is told about the files: texts are bytes, and the lines of logs add up.
    static let gitAttributes = ["transcripts/** -text", "*.jsonl text eol=lf merge=union"]
    /// What git leaves alone.
    static let gitIgnore = [".gloss/", "*.tmp~", "*.torn-*"]

    /// Makes a study in a folder, which is made too where it is missing. `study.yaml` is written last, so that a folder
    /// is a study only when it is a whole one.
    ///
    /// - Parameters:
    ///   - coder: who makes it; named in the journal and in `study.yaml`.
    ///   - codebook: a codebook file to copy in.
    /// - Throws: `FileTrouble`: alreadyExists when the folder is a study; malformed when the codebook is none.
    package static func create(
        at path: String,
        title: String,
        method: MethodProfile = .reflexive,
        codebook: String? = nil,
        coder: CoderID,
        coderName: String = "",
        replicas: Replicas,
        identifiers: IdentifierSource
    ) throws -> CreatedStudy {
        if Disk.exists(path + "/" + StudyFile.name) {
            throw FileTrouble(.alreadyExists, "is a study already: open it, or name another folder.", path: path)
        }
        let codes = try codebook.map(codebookToCopy)
        try Disk.makeFolder(path)
        let folder = StudyFolder(root: try Disk.realPath(path))
        for name in [transcripts, versions, "codings", Journal.name, CodebookFolder.proposedName] {
            try Disk.requireInside(folder.path(name), root: folder.root)
            try Disk.makeFolder(folder.path(name))
        }
        if let codes { try folder.write(codes.bytes, to: CodebookFolder.name + "/" + codes.name) }
        try folder.writeIfMissing(DocumentTable.empty, to: DocumentTable.name)
        try folder.writeIfMissing(SpeakerTable.empty, to: SpeakerTable.name)
        try folder.addLines(gitAttributes, to: ".gitattributes")
        try folder.addLines(gitIgnore, to: ".gitignore")
        let settings = StudySettings(
            id: identifiers.next(),
            title: title,
            method: method,
            coders: [(id: coder, name: coderName)]
        )
        let bytes = StudyFile.bytes(of: settings)
        let author = Author(coder, study: settings.id, folder: folder, replicas: replicas, identifiers: identifiers)
        var entry = author.entry(.create, object: "study:\(settings.id)")
        entry.after = title
        entry.file = StudyFile.name
        entry.shaAfter = SHA256.hexadecimal(of: bytes)
        try Journal.append([entry], by: author)
        try folder.write(bytes, to: StudyFile.name)
        return CreatedStudy(folder: folder, settings: settings, findings: codes?.findings ?? [])
    }

    private static func codebookToCopy(
        _ path: String
    ) throws -> (name: String, bytes: [UInt8], findings: [Finding]) {
        let bytes = try Disk.read(path, limit: StrictYAML.limit)
        let file = try CodebookReader.read(bytes, path: path)
        let last = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
        let stem =
            last.hasSuffix(".yaml")
            ? String(last.dropLast(5)) : last.hasSuffix(".yml") ? String(last.dropLast(4)) : last
        let slug = CodeName.slug(of: stem)
        return ((slug.isEmpty ? "codebook" : slug) + ".yaml", bytes, file.findings)
    }

    private func writeIfMissing(_ bytes: [UInt8], to name: String) throws {
        if !Disk.exists(path(name)) { try write(bytes, to: name) }
    }

    /// Adds the lines that a file does not have yet at its end.
    ///
    /// - Returns: the lines that were added.
    @discardableResult
    func addLines(_ lines: [String], to name: String) throws -> [String] {
        var old = try bytes(of: name, limit: 1 << 20) ?? []
        let present = Set(old.split(separator: 0x0A).map { trimmedOfBlanks(String(decoding: $0, as: UTF8.self)) })
        let missing = lines.filter { !present.contains($0) }
        guard !missing.isEmpty else { return [] }
        if let last = old.last, last != 0x0A { old.append(0x0A) }
        try write(old + missing.flatMap { Array(($0 + "\n").utf8) }, to: name)
        return missing
    }
}

extension Author {
    /// A journal entry of this author, made now.
    func entry(_ operation: JournalEntry.Operation, act: Identifier? = nil, object: String) -> JournalEntry {
        JournalEntry(operation, id: identifiers.next(), by: coder, at: now(), act: act, object: object)
    }
}
