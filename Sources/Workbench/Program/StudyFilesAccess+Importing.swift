// Files outside the study, and documents on their way into it.

import CodingCore
import Interchange
import StudyFiles

extension StudyFilesAccess {
    func list(_ folder: String) -> PathListing {
        let path = ImportPath(folder).resolved(home: ExternalEditor.environment("HOME"))
        do {
            let entries = try Disk.list(path).entries.map { entry in
                let isFolder =
                    entry.kind == .folder || entry.kind == .symbolicLink && Disk.isFolder("\(path)/\(entry.name)")
                return PathListing.Entry(name: entry.name, isFolder: isFolder)
            }
            return PathListing(folder: folder, entries: entries)
        } catch {
            return PathListing(folder: folder, why: sentence(error))
        }
    }

    func read(_ path: ImportPath, choices: ImportChoices) throws -> ImportReading {
        let file = path.resolved(home: ExternalEditor.environment("HOME"))
        if Disk.isFolder(file) { throw ImportRefusal(description: ImportRefusal.folder(path.words)) }
        do {
            let incoming = try TranscriptImporter().read(path: file, choices: choices)
            return ImportReading(incoming: incoming, suggested: try suggestedID(for: file))
        } catch let trouble as FileTrouble where trouble.code == .missing {
            throw ImportRefusal(
                description: path.isPattern ? ImportRefusal.pattern(path.words) : ImportRefusal.missing(path.words)
            )
        }
    }

    /// The place of a file that lies among the study's texts already; else the id that its name makes.
    private func suggestedID(for file: String) throws -> DocumentID? {
        let name = author.folder.name(of: try Disk.realPath(file))
        if name.hasPrefix("transcripts/"), let there = DocumentID(ImportName.stem(of: String(name.dropFirst(12)))) {
            return there
        }
        return ImportName.id(forFile: file)
    }

    func add(_ addition: ImportAddition) throws -> ImportOutcome {
        let folder = author.folder
        // As it is now, and not as it was when the workbench began: another window may have imported meanwhile.
        var intake = Intake(try folder.load(), by: author)
        let outcome = try intake.add(addition.incoming, as: addition.id, attributes: addition.attributes)
        return ImportOutcome(
            isNew: outcome.kind == .added,
            remarks: Array(outcome.remarks.dropFirst(addition.incoming.remarks.count)),
            study: try folder.load().study
        )
    }
}

/// Why something is not imported here, and how it is.
struct ImportRefusal: Error, CustomStringConvertible {
    let description: String

    static func folder(_ words: String) -> String {
        "\(words) is a folder, and here files come in one by one: gloss import \(words) in the shell takes them all."
    }

    /// Said while a path is typed and goes on into a folder.
    static let inFolder = "A folder: choose a file in it; in the shell gloss import takes whole folders."

    static func missing(_ words: String) -> String {
        "There is no file \(words): check the name; it is looked for from where Gloss was started."
    }

    static func pattern(_ words: String) -> String {
        "Here files come in one by one: gloss import \(words) in the shell takes them all."
    }
}
