// Words of a memo that were being written when the terminal went away: `.gloss/drafts/DOCUMENT.CODER.CODING.memo.md`, where
// DOCUMENT and CODING are uuids, and CODING is `passage` for a memo on a passage that was about to be coded. Knows no screens.

package import CodingCore

/// A memo that was cut off.
package struct MemoDraft: Hashable, Sendable {
    package let document: Identifier
    /// The coding that it is about; nothing for a passage that was about to be coded.
    package let coding: Identifier?
    package let text: String

    package init(document: Identifier, coding: Identifier?, text: String) {
        self.document = document
        self.coding = coding
        self.text = text
    }

    private static let ending = "memo.md"
    private static let passage = "passage"

    fileprivate func name(by coder: CoderID) -> String {
        "\(StudyFolder.drafts)/\(document).\(coder).\(coding?.description ?? Self.passage).\(Self.ending)"
    }

    /// The draft that a file's name tells of; nothing when it is none of this coder's.
    fileprivate init?(named name: String, of coder: CoderID, in folder: StudyFolder) {
        let parts = name.split(separator: ".", maxSplits: 3).map(String.init)
        guard parts.count == 4, parts[3] == Self.ending, parts[1] == coder.description,
            let document = Identifier(parts[0]),
            let bytes = try? Disk.read(
                folder.path("\(StudyFolder.drafts)/\(name)"),
                limit: 1 << 20,
                followingLinks: false
            )
        else { return nil }
        let coding = Identifier(parts[2])
        guard coding != nil || parts[2] == Self.passage else { return nil }
        self.init(document: document, coding: coding, text: String(decoding: bytes, as: UTF8.self))
    }
}

extension StudyFolder {
    /// The memos of a coder that were cut off here; a file that cannot be read is none.
    package func memoDrafts(of coder: CoderID) -> [MemoDraft] {
        let names = (try? Disk.list(path(Self.drafts)).entries.filter { $0.kind == .file }.map(\.name)) ?? []
        return names.compactMap { MemoDraft(named: $0, of: coder, in: self) }
    }

    /// Keeps a memo that was cut off, in place of one that was cut off before on the same coding.
    ///
    /// - Throws: `FileTrouble`.
    package func keep(_ draft: MemoDraft, by coder: CoderID) throws {
        try write(Array(draft.text.utf8), to: draft.name(by: coder))
    }

    /// Removes a memo that was kept; one that is gone already is no trouble.
    ///
    /// - Throws: `FileTrouble`.
    package func remove(_ draft: MemoDraft, by coder: CoderID) throws {
        try Disk.remove(path(draft.name(by: coder)))
    }
}
