// Words that leave the study while codings stay: when a participant's talk or somebody's name was taken out of a text, the older
// texts go, and what logs quote of them. Knows tombstones and files; not why the words go.

import CodingCore

/// Takes quoted words out of logs, and older texts out of the study.
enum Scrubbing {
    /// The tombstone of the words that stay quoted nowhere: any passage near them may quote them, so all go on without.
    static func tombstone(of documents: [DocumentRecord], _ operations: [LogOperation]) -> Tombstone {
        let uuids = Set(documents.map(\.uuid))
        let versions = Set(documents.flatMap(\.versions).compactMap { VersionTag($0) })
        let quoting = operations.filter { operation in
            switch operation.body {
            case .code(let document, let anchor, _, _, _, _, _):
                uuids.contains(document) && versions.contains(anchor.version)
            case .set(_, _, let changes): changes.anchor.map { versions.contains($0.version) } ?? false
            case .uncode, .undo, .redo, .tombstone, .unknown: false
            }
        }
        return Tombstone(
            .scrub,
            documents: uuids.sorted(),
            texts: documents.flatMap(\.versions).uniqued(),
            operations: Set(quoting.map(\.id)).sorted()
        )
    }

    /// Writes a tombstone into the author's log of tombstones, which is named for no document.
    static func append(_ tombstone: Tombstone, by author: Author) throws {
        let name = LogPlace.tombstones.map { name in
            LogPlace.codings(
                root: author.folder.root,
                coder: author.coder,
                document: name,
                uuid: author.study,
                replica: author.replica
            )
        }
        guard let name else { return }
        let id = author.identifiers.next()
        let operation = LogOperation(id: id, by: author.coder, at: author.now(), body: .tombstone(tombstone))
        try LogAppender(name, calls: author.calls).append(LogLineWriter.bytes(LogLine(operation)))
    }

    /// Removes everything that the tombstones of the study say is gone.
    ///
    /// - Parameter documents: those whose texts have a new version since their tombstone was written.
    static func finish(_ documents: [DocumentRecord], by author: Author) throws {
        var now = try author.folder.load()
        if !documents.isEmpty {
            // What was carried over, and found no place, quotes the old words once more.
            let known = now.fold.forgotten
            let operations = now.logs.flatMap(\.contents.lines).flatMap(\.operations).filter {
                !known.wordless.contains($0.id) && !known.covers($0)
            }
            let late = tombstone(of: documents, operations)
            if !late.operations.isEmpty {
                try append(late, by: author)
                now = try author.folder.load()
            }
        }
        let remains = ForgottenRemains(of: now.fold.forgotten, in: now, author.folder)
        try remains.remove(from: author.folder, calls: author.calls)
    }
}

extension StudyFolder {
    /// Whether some git keeps earlier states of the folder.
    var isUnderGit: Bool {
        var place = root
        while true {
            if Disk.exists(place + "/.git") { return true }
            let above = Disk.folder(of: place)
            if above == place || above == "." { return false }
            place = above
        }
    }
}
