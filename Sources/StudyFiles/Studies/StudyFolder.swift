// Where a study lies and what its files are called. Layout: docs/FORMAT.md. Knows no contents.

import CodingCore

/// A folder that holds a study.
package struct StudyFolder: Hashable, Sendable {
    /// The folder's path, without a slash at its end.
    package let root: String

    /// Takes a path as it is; nothing is looked at.
    package init(root: String) {
        self.root = root.utf8.count > 1 && root.utf8.last == UInt8(ascii: "/") ? String(root.dropLast()) : root
    }

    /// The study in a folder, by its real path.
    ///
    /// - Throws: `FileTrouble`: missing when there is no `study.yaml` in it.
    package static func open(_ path: String) throws -> StudyFolder {
        let folder = StudyFolder(root: try Disk.realPath(path))
        // A folder that may not be looked into says so, and not that there is no study in it.
        guard try Disk.stamp(of: folder.path(StudyFile.name)) != nil else {
            throw FileTrouble(
                .missing,
                "is no study: it has no study.yaml. Name a study's folder, or make one with “gloss init”.",
                path: path
            )
        }
        return folder
    }

    /// The nearest study at a folder or above it; nothing when there is none.
    package static func find(upwardFrom path: String) -> StudyFolder? {
        guard var place = try? Disk.realPath(path) else { return nil }
        while true {
            let folder = StudyFolder(root: place)
            if Disk.exists(folder.path(StudyFile.name)) { return folder }
            let above = Disk.folder(of: place)
            if above == place || above == "." { return nil }
            place = above
        }
    }

    /// The whole path of a name inside the study.
    package func path(_ name: String) -> String { root == "/" ? "/" + name : root + "/" + name }

    /// The name inside the study of a whole path; the path itself when it lies elsewhere.
    package func name(of path: String) -> String {
        let start = root == "/" ? "/" : root + "/"
        guard path.utf8.starts(with: start.utf8) else { return path }
        return String(decoding: Array(path.utf8.dropFirst(start.utf8.count)), as: UTF8.self)
    }

    /// The finding that a failure with one of the study's files comes to.
    func finding(_ error: any Error, file: String) -> Finding {
        let trouble = error as? FileTrouble
        return Finding(error, file: trouble.map { name(of: $0.path) } ?? file)
    }

    /// The bytes of a file; nothing when there is no such file.
    ///
    /// - Throws: `FileTrouble` when it is there and cannot be read.
    func bytes(of name: String, limit: Int = Disk.usualLimit) throws -> [UInt8]? {
        do {
            return try Disk.read(path(name), limit: limit)
        } catch let trouble as FileTrouble where trouble.code == .missing {
            return nil
        }
    }

    /// Writes a file of the study durably, folders included; never outside the study, never through a link.
    ///
    /// - Throws: `FileTrouble`.
    func write(_ bytes: [UInt8], to name: String, calls: SystemCalls = .system) throws {
        let place = path(name)
        try Disk.requireInside(place, root: root)
        try Disk.makeFolder(Disk.folder(of: place))
        try Disk.writeDurably(bytes, to: place, calls: calls)
    }
}

extension StudyFolder {
    /// The folder of the texts.
    static let transcripts = "transcripts"
    /// The folder of every version of every text.
    static let versions = transcripts + "/.versions"
    /// The folder of imported bytes that were kept.
    static let originals = transcripts + "/.originals"

    /// Work that was cut off: turns of a new version, texts that could not be taken, memos. Names begin with the document's
    /// uuid, so that they go when it is forgotten.
    package static let drafts = ".gloss/drafts"

    static func textName(_ id: DocumentID) -> String { "\(transcripts)/\(id).txt" }
    static func documentName(_ id: DocumentID) -> String { "\(transcripts)/\(id).yaml" }
    static func turnsName(_ id: DocumentID) -> String { "\(transcripts)/\(id).turns.csv" }
    static func versionName(_ sha256: String) -> String { "\(versions)/\(sha256).txt" }
}
