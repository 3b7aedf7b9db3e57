// What else the journal is told: files written for others.

extension StudyFolder {
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
