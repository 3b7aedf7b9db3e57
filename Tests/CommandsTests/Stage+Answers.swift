// What tests ask of a stage again and again: the codings there are, the files that hold them, the journal's lines.

import StudyFiles
import TestSupport
import Testing

extension Stage {
    /// Every coding that a query takes, as `gloss extracts` prints it.
    func extracts(_ query: String...) throws -> [JSONText] {
        try play(["extracts"] + query + ["--format", "jsonl"]).lines
    }

    /// The lines of a coder's log on a document; none when there is no log.
    func logLines(_ document: String, coder: String = "rs") throws -> [JSONText] {
        let start = "study/codings/\(coder)/\(document)."
        guard let name = try folder.contents().first(where: { $0.hasPrefix(start) }) else { return [] }
        return try folder.read(name).split(separator: "\n").map { try JSONText(reading: Array($0.utf8)) }
    }

    /// The lines of a coder's journal.
    func journal(of coder: String = "rs") throws -> [JSONText] {
        guard let name = try folder.contents().first(where: { $0.hasPrefix("study/journal/\(coder).") }) else {
            return []
        }
        return try folder.read(name).split(separator: "\n").map { try JSONText(reading: Array($0.utf8)) }
    }

    /// The bytes of every file below a folder of the stage, by path.
    func files(below folder: String = "study") throws -> [String: [UInt8]] {
        let names = try self.folder.contents().filter { $0.hasPrefix(folder + "/") && !isFolder($0) }
        return try Dictionary(uniqueKeysWithValues: names.map { ($0, try self.folder.bytes(of: $0)) })
    }

    private func isFolder(_ name: String) -> Bool { Disk.isFolder(folder.path(name)) }
}

extension JSONText {
    /// The names of an object's members in their order; none for anything else.
    var names: [String] { if case .object(let members) = self { members.map(\.name) } else { [] } }
}
