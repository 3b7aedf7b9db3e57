// A new version of a text is two files, the text and its turns, and they cannot change at one moment. So the new turns stand in
// a draft before the document's own file names the version: `.gloss/drafts/UUID.VERSION.turns.csv`, where VERSION is the
// version's first 16 digits. The draft goes when everything is in its place. This folder is never shared.

import CodingCore

/// The turns of a text version whose revision may have been cut off.
struct TurnsDraft {
    private static let ending = ".turns.csv"

    /// The name inside the study.
    let name: String
    let isThere: Bool

    /// The draft for one version of a document's text, whether it is there or not.
    init(of document: Identifier, version sha256: String, in folder: StudyFolder) {
        name = "\(StudyFolder.drafts)/\(document).\(sha256.prefix(16))\(Self.ending)"
        isThere = Disk.exists(folder.path(name))
    }

    /// The draft for a document's newest version; nothing where there is none.
    init?(_ document: DocumentRecord, in folder: StudyFolder) {
        guard let newest = document.versions.last else { return nil }
        self.init(of: document.uuid, version: newest, in: folder)
        guard isThere else { return nil }
    }

    /// Whatever was cut off in a document, memos included, by the names inside the study.
    static func remains(of document: Identifier, in folder: StudyFolder) -> [String] {
        let names = (try? Disk.list(folder.path(StudyFolder.drafts)).names) ?? []
        return names.filter { $0.hasPrefix("\(document).") }.map { StudyFolder.drafts + "/" + $0 }
    }

    /// Removes the drafts of a document.
    ///
    /// - Throws: `FileTrouble`.
    static func removeAll(of document: Identifier, in folder: StudyFolder) throws {
        for name in remains(of: document, in: folder) where name.hasSuffix(ending) {
            try Disk.remove(folder.path(name))
        }
    }
}
