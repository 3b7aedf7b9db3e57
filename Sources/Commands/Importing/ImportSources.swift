// The files that an import is asked for: those named, and those inside folders that are named. Knows paths only.

import CodingCore
import Interchange
import StudyFiles

/// One file to be imported.
struct ImportSource {
    /// As it was written, or below a folder that was written; for messages.
    var shown: String
    var path: String
    /// The folder inside the one that was named, which becomes part of the id; empty for a file named by itself.
    var inside: String
    /// Whether the file was found in a folder: what is no transcript is passed over there.
    var isFound: Bool

    /// How deep folders are gone into.
    private static let depth = 32

    /// The files, in the order they were named; a folder's in natural order, hidden ones and symbolic links left out.
    ///
    /// - Throws: `FileTrouble` when a folder cannot be listed.
    static func all(of names: [String], on console: Console) throws -> [ImportSource] {
        try names.flatMap { name -> [ImportSource] in
            let path = console.path(name)
            guard try Disk.stamp(of: path)?.kind == .folder else {
                return [ImportSource(shown: name, path: path, inside: "", isFound: false)]
            }
            let shown = name.hasSuffix("/") && name.count > 1 ? String(name.dropLast()) : name
            return try files(in: path, shown: shown, inside: "", depth: 0)
        }
    }

    private static func files(in folder: String, shown: String, inside: String, depth: Int) throws -> [ImportSource] {
        guard depth < Self.depth else { return [] }
        let entries = try Disk.list(folder).entries.filter { !$0.name.hasPrefix(".") }
        return try entries.sorted { naturallyPrecedes($0.name, $1.name) }.flatMap { entry -> [ImportSource] in
            let path = folder + "/" + entry.name
            let name = shown + "/" + entry.name
            switch entry.kind {
            case .file: return [ImportSource(shown: name, path: path, inside: inside, isFound: true)]
            case .folder:
                let deeper = [inside, ImportName.fit(entry.name[...])].filter { !$0.isEmpty }.joined(separator: "/")
                return try files(in: path, shown: name, inside: deeper, depth: depth + 1)
            case .symbolicLink, .other: return []
            }
        }
    }
}
