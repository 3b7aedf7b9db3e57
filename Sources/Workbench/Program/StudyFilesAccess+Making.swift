// What the workbench makes besides codings: codes, and the file in which a memo is written.

import CodingCore
import StudyFiles

extension StudyFilesAccess {
    func addCode(_ new: NewCode, to codebook: Codebook) throws -> ProposedCode {
        try author.folder.proposeCode(
            named: new.name,
            parent: new.parent,
            origin: new.origin,
            in: codebook,
            by: author
        )
    }

    func takeBackCode(_ id: CodeID) throws -> Bool {
        // Another window of this coder may have used it meanwhile.
        guard !CodingFold(try ownOperations()).codings.contains(where: { $0.code == id }) else { return false }
        return try author.folder.takeBackProposedCode(id, by: author)
    }

    func edited(_ text: String, by editing: (String) throws -> Void) throws -> String {
        let folder = author.folder.path(".gloss")
        try Disk.makeFolder(folder)
        let path = "\(folder)/memo-\(author.identifiers.next()).md"
        try Disk.createDurably(Array((text + "\n").utf8), at: path)
        defer { try? Disk.remove(path) }
        try editing(path)
        do {
            // Bytes that are no UTF-8 become signs for that; what the coder wrote is worth more than its encoding.
            return String(decoding: try Disk.read(path, limit: 1 << 20, followingLinks: false), as: UTF8.self)
        } catch let trouble as FileTrouble where trouble.code == .missing {
            return ""
        }
    }
}
