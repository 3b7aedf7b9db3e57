// `transcripts/`: which documents there are. Knows names of files only; reads none of them.

import CodingCore

/// The files of the documents, found by walking `transcripts/`.
struct TranscriptTree: Sendable {
    /// Documents with a `.yaml`, in natural order.
    private(set) var documents: [DocumentID] = []
    /// Documents that have a text.
    private(set) var texts: Set<DocumentID> = []
    private(set) var findings: [Finding] = []
    /// The folders that could not be listed, among the findings too.
    private(set) var unread: [Finding] = []

    /// The deepest folder looked into.
    private static let deepest = 32

    /// Walks the folder; hidden names are passed over.
    init(_ folder: StudyFolder) {
        walk(StudyFolder.transcripts, in: folder, depth: 0)
        documents.sort()
        let imported = Set(documents)
        for id in texts.subtracting(imported).sorted() {
            findings.append(
                .warning(StudyFolder.textName(id), "is not imported yet", advice: "run “gloss import” with it")
            )
        }
        for id in documents where !texts.contains(id) {
            findings.append(
                .problem(
                    StudyFolder.documentName(id),
                    "has no text beside it",
                    advice: "copy its last version from \(StudyFolder.versions)/ to \(StudyFolder.textName(id))"
                )
            )
        }
    }

    private mutating func walk(_ name: String, in folder: StudyFolder, depth: Int) {
        let listing: FolderListing
        do {
            listing = try Disk.list(folder.path(name))
        } catch let trouble as FileTrouble where trouble.code == .missing && depth == 0 {
            return
        } catch {
            unread.append(folder.finding(error, file: name))
            findings += unread.suffix(1)
            return
        }
        for bytes in listing.unreadableNames {
            let shown = name + "/" + String(decoding: bytes, as: UTF8.self)
            findings.append(.problem(shown, "is not named in UTF-8 and was not read", advice: "rename it"))
        }
        for entry in listing.entries where entry.name.utf8.first != UInt8(ascii: ".") {
            let path = name + "/" + entry.name
            switch entry.kind {
            case .folder where depth < Self.deepest: walk(path, in: folder, depth: depth + 1)
            case .folder: findings.append(.problem(path, "lies too deep and was not read", advice: "move it up"))
            case .file: take(path)
            case .symbolicLink, .other:
                findings.append(
                    .problem(path, "is no file and was not read", advice: "put the file itself there, not a link")
                )
            }
        }
    }

    private mutating func take(_ path: String) {
        let bytes = path.utf8.dropFirst(StudyFolder.transcripts.utf8.count + 1)
        func stem(_ ending: String) -> String? {
            guard path.hasSuffix(ending) else { return nil }
            return String(decoding: Array(bytes.dropLast(ending.utf8.count)), as: UTF8.self)
        }
        let isText = path.hasSuffix(".txt")
        guard let stem = stem(".txt") ?? stem(".yaml") else { return }
        guard let id = DocumentID(stem) else {
            findings.append(
                .problem(
                    path,
                    "has a name that no document can have",
                    advice: "use letters, digits and . _ - in its name, without blanks"
                )
            )
            return
        }
        if isText { texts.insert(id) } else { documents.append(id) }
    }
}
