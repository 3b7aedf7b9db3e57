// What else the journal is told: codes made while coding, files written for others.

package import CodingCore

extension StudyFolder {
    /// Makes a code while coding: it lands in the author's own file of proposed codes.
    ///
    /// - Parameters:
    ///   - codebook: the codebook as it is now, so that the id is new.
    ///   - parent: the code to stand below.
    /// - Returns: the code as it was written.
    /// - Throws: `FileTrouble`: malformed when the name is empty, or the coder's file cannot be added to.
    package func addProposedCode(
        named name: String,
        parent: CodeID? = nil,
        brief: String = "",
        in codebook: Codebook,
        by author: Author
    ) throws -> Code {
        let trimmed = trimmedOfBlanks(name)
        let file = ProposedCodes.path(coder: author.coder, replica: author.replica.description)
        guard !trimmed.isEmpty, let id = ProposedCodes.id(for: trimmed, by: author.coder, in: codebook) else {
            throw FileTrouble(.malformed, "“\(name)” cannot be the name of a code: use words.", path: file)
        }
        let wanted = Code(id: id, name: trimmed, parent: parent, status: .proposed, brief: trimmedOfBlanks(brief))
        let old = try bytes(of: file, limit: StrictYAML.limit)
        let (bytes, code) = try ProposedCodes.adding(wanted, by: author.coder, to: old, path: file)
        var entry = author.entry(.edit, object: "code:\(code.id)")
        entry.after = code.name
        let change = FileChange(file, from: old, to: bytes)
        try Journal.append([change.noted(in: entry)], by: author)
        try write(bytes, to: file, calls: author.calls)
        return code
    }

    /// Writes a file for others durably, wherever it lies, and journals it.
    ///
    /// - Parameters:
    ///   - path: where to; a file that is there is replaced, keeping its mode.
    ///   - object: what was exported, such as `extracts`.
    ///   - question: the query and options, so that the export can be made again.
    /// - Throws: `FileTrouble`.
    package func export(
        _ bytes: [UInt8],
        to path: String,
        object: String,
        question: String,
        by author: Author
    ) throws {
        let parent = try Disk.realPath(Disk.folder(of: path))
        let last = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
        let place = (parent == "/" ? "" : parent) + "/" + last
        if let first = ownPart(of: place) {
            throw FileTrouble(
                .alreadyExists,
                "belongs to the study itself (\(first)), which no output replaces: name a file of another kind or place.",
                path: name(of: place)
            )
        }
        var entry = author.entry(.export, object: object)
        entry.field = question
        entry.file = name(of: place)
        entry.shaAfter = SHA256.hexadecimal(of: bytes)
        if Disk.exists(place) { entry.shaBefore = SHA256.hexadecimal(of: try Disk.read(place)) }
        try Journal.append([entry], by: author)
        try Disk.writeDurably(bytes, to: place, calls: author.calls)
    }

    /// The names at the top of a study that are its own, now or by its format.
    private static let ownParts: Set<String> = [
        "study.yaml", "documents.csv", "speakers.csv", ".gitattributes", ".gitignore", ".git", ".gloss", "transcripts",
        "codings", "journal", "codebooks", "themes", "memos", "framework", "queries",
    ]

    /// The part of the study that a path lies in; nothing for a path outside or beside them.
    private func ownPart(of place: String) -> String? {
        let name = name(of: place)
        guard name != place, let first = name.split(separator: "/").first.map(String.init) else { return nil }
        return Self.ownParts.contains(first) ? first : nil
    }
}
