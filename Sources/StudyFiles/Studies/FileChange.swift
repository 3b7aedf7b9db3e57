// One file about to be replaced, and what the journal is told of it first. Knows hashes; nothing of contents.

import CodingCore

/// New bytes for a file of the study.
struct FileChange {
    let name: String
    let bytes: [UInt8]
    /// SHA-256 of the bytes there now; empty when there is no file.
    let shaBefore: String

    /// - Parameter old: the bytes of the file now; nothing when there is no file.
    init(_ name: String, from old: [UInt8]?, to bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        shaBefore = old.map { SHA256.hexadecimal(of: $0) } ?? ""
    }

    /// The entry with the file and its hashes filled in.
    func noted(in entry: JournalEntry) -> JournalEntry {
        var entry = entry
        entry.file = name
        entry.shaBefore = shaBefore
        entry.shaAfter = SHA256.hexadecimal(of: bytes)
        return entry
    }
}
