// Finds and reads the logs of all coders. What sync tools leave behind under other names is taken in as well: a line
// says itself what it is about, and a line read twice counts once. Knows no fold and no document's text.

package import CodingCore

/// The logs under `codings/`.
package enum CodingLogs {
    /// A log file that was found.
    package struct Found: Hashable, Sendable {
        package var path: String
        package var coder: CoderID
        /// What the name says; nothing when the name is not one that Gloss gives.
        package var document: DocumentID?
        package var replica: ReplicaID?

        /// Whether another program gave it its name.
        package var isLookAlike: Bool { replica == nil }
    }

    /// What was found, and what in the folders could not be used.
    package struct Discovery: Sendable {
        /// In the same order for the same files.
        package var logs: [Found] = []
        package var troubles: [FileTrouble] = []
    }

    /// Finds logs; a study without codings has none.
    ///
    /// - Parameters:
    ///   - coder: only this coder's.
    ///   - document: only this document's, and every look-alike, whose name says nothing certain.
    /// - Throws: `FileTrouble` when `codings/` is there and cannot be listed.
    package static func discover(
        root: String,
        coder: CoderID? = nil,
        document: DocumentID? = nil
    ) throws -> Discovery {
        var discovery = Discovery()
        let codings = root + "/codings"
        guard Disk.exists(codings) else { return discovery }
        let listing = try Disk.list(codings)
        for entry in listing.entries where entry.kind == .folder {
            guard let owner = CoderID(entry.name) else {
                discovery.troubles.append(Self.strangeFolder(codings + "/" + entry.name))
                continue
            }
            if let coder, owner != coder { continue }
            discovery.walk(codings + "/" + entry.name, below: "", coder: owner, depth: 0)
        }
        discovery.note(listing, in: codings)
        if let document { discovery.logs.removeAll { !$0.isLookAlike && $0.document != document } }
        return discovery
    }

    /// Reads logs one after the other; one that cannot be read is told and passed over.
    package static func readAll(_ logs: [Found]) -> (contents: [LogContents], troubles: [FileTrouble]) {
        var contents: [LogContents] = []
        var troubles: [FileTrouble] = []
        contents.reserveCapacity(logs.count)
        for log in logs {
            do {
                contents.append(try LogFile.read(log.path))
            } catch let trouble as FileTrouble {
                troubles.append(trouble)
            } catch {
                troubles.append(FileTrouble(.system, "could not be read: \(error)", path: log.path))
            }
        }
        return (contents, troubles)
    }

    private static func strangeFolder(_ path: String) -> FileTrouble {
        FileTrouble(
            .malformed,
            "is not named like a coder (a–z, 0–9, -): its logs are not read. Rename the folder.",
            path: path
        )
    }

    /// What a file's name says, for `B07.k3f9x2.jsonl` below `B`: the document `B/B07` and the replica.
    static func parts(of name: String, below: String) -> (DocumentID, ReplicaID)? {
        guard name.hasSuffix(".jsonl") else { return nil }
        let stem = name.dropLast(".jsonl".count)
        guard let dot = stem.lastIndex(of: "."), let replica = ReplicaID(stem[stem.index(after: dot)...]),
            let document = DocumentID(below + stem[..<dot])
        else { return nil }
        return (document, replica)
    }

    /// Whether a name is that of a log or of a copy that a sync tool made of one.
    static func isLog(_ name: String) -> Bool {
        name.contains(".jsonl") && !name.contains(".jsonl.torn-") && !name.hasSuffix(".tmp~")
    }
}

extension CodingLogs.Discovery {
    /// The deepest folder looked into; document ids end long before.
    private static let deepest = 100

    fileprivate mutating func walk(_ folder: String, below: String, coder: CoderID, depth: Int) {
        let listing: FolderListing
        do {
            guard depth < Self.deepest else {
                throw FileTrouble(.malformed, "lies too deep: its logs are not read. Move it up.", path: folder)
            }
            listing = try Disk.list(folder)
        } catch let trouble as FileTrouble {
            troubles.append(trouble)
            return
        } catch {
            return
        }
        for entry in listing.entries {
            let path = folder + "/" + entry.name
            switch entry.kind {
            case .folder:
                walk(path, below: below + entry.name + "/", coder: coder, depth: depth + 1)
            case .file where CodingLogs.isLog(entry.name):
                let parts = CodingLogs.parts(of: entry.name, below: below)
                logs.append(CodingLogs.Found(path: path, coder: coder, document: parts?.0, replica: parts?.1))
            case .file, .other, .symbolicLink:
                break
            }
        }
        note(listing, in: folder)
    }

    /// Tells of links and of names that no path of ours can say.
    fileprivate mutating func note(_ listing: FolderListing, in folder: String) {
        for entry in listing.entries where entry.kind == .symbolicLink {
            troubles.append(
                FileTrouble(
                    .symbolicLink,
                    "is a symbolic link, and logs are not read through links: put the file itself there.",
                    path: folder + "/" + entry.name
                )
            )
        }
        for name in listing.unreadableNames {
            troubles.append(
                FileTrouble(
                    .malformed,
                    "is not named in UTF-8 and was not read: rename the file.",
                    path: folder + "/" + String(decoding: name, as: UTF8.self)
                )
            )
        }
    }
}
