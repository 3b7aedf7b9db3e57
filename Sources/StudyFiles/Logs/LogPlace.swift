// Where logs and their locks lie. Layout: docs/FORMAT.md, "Layout". Knows no contents.

package import CodingCore

/// One log of this clone and the lock that guards it.
package struct LogPlace: Hashable, Sendable {
    /// The study's folder.
    package let root: String
    /// The log.
    package let path: String
    /// The lock; its name is made of ids only, so that no name of a document can lead it astray.
    package let lockPath: String

    /// The log of a coder on a document.
    package static func codings(
        root: String,
        coder: CoderID,
        document: DocumentID,
        uuid: Identifier,
        replica: ReplicaID
    ) -> LogPlace {
        LogPlace(
            root: root,
            path: "\(root)/codings/\(coder)/\(document).\(replica).jsonl",
            lockPath: "\(root)/.gloss/locks/\(coder).\(uuid).\(replica)"
        )
    }

    /// The name of the logs that hold tombstones: that of no document, since none is left to name them for.
    static let tombstones = DocumentID("forgotten")

    /// The journal of a coder.
    package static func journal(root: String, coder: CoderID, replica: ReplicaID) -> LogPlace {
        LogPlace(
            root: root,
            path: "\(root)/journal/\(coder).\(replica).jsonl",
            lockPath: "\(root)/.gloss/locks/\(coder).journal.\(replica)"
        )
    }

    private init(root: String, path: String, lockPath: String) {
        self.root = root
        self.path = path
        self.lockPath = lockPath
    }
}
