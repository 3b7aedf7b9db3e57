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
    /// More files than anybody interviews; whoever names such a folder named the wrong one.
    private static let most = 5_000

    /// The files, in the order they were named; a folder's in natural order, hidden ones left out. What else is left
    /// out is said.
    ///
    /// - Parameter study: the folder of the study, whose own files are no transcripts to import.
    /// - Throws: `FileTrouble` when a folder cannot be listed; a sentence for one that is empty, too full, or the study's.
    static func all(of names: [String], besides study: StudyFolder?, on console: Console) throws -> [ImportSource] {
        try names.flatMap { name -> [ImportSource] in
            let path = console.path(name)
            guard try Disk.stamp(of: path)?.kind == .folder else {
                return [ImportSource(shown: name, path: path, inside: "", isFound: false)]
            }
            if let study { try refuseTheStudy(path, shown: name, study) }
            let shown = name.hasSuffix("/") && name.count > 1 ? String(name.dropLast()) : name
            var found: [ImportSource] = []
            var passedOver: [String] = []
            try collect(in: path, shown: shown, inside: "", depth: 0, into: &found, &passedOver)
            for sentence in passedOver { console.say("passed over \(sentence)") }
            guard !found.isEmpty else {
                throw CommandFailure.couldNot("\(name): this is a folder without any file to import")
            }
            return found
        }
    }

    private static func refuseTheStudy(_ path: String, shown: String, _ study: StudyFolder) throws {
        let folder = try Disk.realPath(path), root = try Disk.realPath(study.root)
        guard folder == root || folder.hasPrefix(root + "/") || root.hasPrefix(folder == "/" ? "/" : folder + "/")
        else { return }
        throw CommandFailure.couldNot(
            "\(shown): this is a folder of the study itself, or holds it; name the folder that your transcripts are in"
        )
    }

    private static func collect(
        in folder: String,
        shown: String,
        inside: String,
        depth: Int,
        into found: inout [ImportSource],
        _ passedOver: inout [String]
    ) throws {
        guard depth < Self.depth else {
            passedOver.append("\(shown): folders lie too deep here")
            return
        }
        let listing = try Disk.list(folder)
        for name in listing.unreadableNames {
            let shownName = String(decoding: name, as: UTF8.self)
            passedOver.append("\(shown)/\(shownName): the name is not UTF-8; give the file another name")
        }
        let entries = listing.entries.filter { !$0.name.hasPrefix(".") }
        for entry in entries.sorted(by: { naturallyPrecedes($0.name, $1.name) }) {
            let path = folder + "/" + entry.name
            let name = shown + "/" + entry.name
            switch entry.kind {
            case .file:
                guard found.count < most else {
                    throw CommandFailure.couldNot(
                        "\(shown): there are more than \(grouped(most)) files in this folder; name one that holds transcripts"
                    )
                }
                found.append(ImportSource(shown: name, path: path, inside: inside, isFound: true))
            case .folder:
                let deeper = [inside, ImportName.fit(entry.name[...])].filter { !$0.isEmpty }.joined(separator: "/")
                try collect(in: path, shown: name, inside: deeper, depth: depth + 1, into: &found, &passedOver)
            case .symbolicLink:
                passedOver.append("\(name): a symbolic link; name it by itself to import what it leads to")
            case .other: passedOver.append("\(name): no file but a pipe, a socket or a device")
            }
        }
    }
}
