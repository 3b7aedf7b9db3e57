// Where a new version of a text comes from: a file that is named, the study's own file after another program wrote it, or the
// coder's editor. Writes nothing but the file for the editor.

import CodingCore
import Interchange
import StudyFiles
import Workbench

/// Fetches the new text of one document.
struct RevisedText {
    let reviser: Reviser
    let document: DocumentRecord
    let console: Console
    let folder: StudyFolder

    /// Fetches the new text and hands it over.
    ///
    /// - Parameters:
    ///   - file: the file that a person names; without one the text's own file, where another program changed it, else the
    ///     editor.
    ///   - take: takes the text, and whether it is that of the text's own file.
    /// - Returns: what `take` returns; nothing when the editor left the text as it was.
    func take<Result>(
        from file: String?,
        _ take: (IncomingDocument, _ takesFile: Bool) throws -> Result?
    ) throws -> Result? {
        let old = try reviser.newest(of: document)
        if let file {
            let path = console.path(file)
            let incoming = try TranscriptImporter().revised(path: path, from: old)
            return try take(incoming, folder.name(of: try Disk.realPath(path)) == name)
        }
        switch try reviser.state(of: document) {
        case .changedOutside(let bytes):
            return try take(TranscriptImporter().revised(bytes: bytes, fileName: name, from: old), true)
        case .unfinished(let text):
            return try take(TranscriptImporter().revised(bytes: text.utf8, fileName: name, from: old), false)
        case .missing:
            throw CommandFailure.couldNot("\(name) is not there; ‘gloss check’ says how to put it back")
        case .asRecorded(let text):
            return try edit(text) {
                try take(TranscriptImporter().revised(bytes: $0, fileName: name, from: old), false)
            }
        }
    }

    private var name: String { "transcripts/\(document.id).txt" }

    /// Has the text edited. What was written is kept where it cannot be taken; a file without words means that nothing is
    /// wanted.
    private func edit<Result>(_ text: CanonicalText, _ take: ([UInt8]) throws -> Result?) throws -> Result? {
        let editor = try editor()
        // Named for the document, so that it goes when the document is forgotten.
        let draft = "\(StudyFolder.drafts)/\(document.uuid).\(IdentifierSource().next()).txt"
        let path = folder.path(draft)
        try Disk.requireInside(path, root: folder.root)
        try Disk.makeFolder(Disk.folder(of: path))
        try Disk.createDurably(text.utf8, at: path)
        let written: [UInt8]
        do {
            try editor.edit(path)
            guard Disk.exists(path) else {
                throw CommandFailure.couldNot("the editor left no file, so nothing is changed")
            }
            written = try Disk.read(path, followingLinks: false)
        } catch {
            try Disk.remove(path)
            throw error
        }
        do {
            let isBlank = written.allSatisfy { $0 <= 0x20 || $0 == 0x7F }
            let result = isBlank || written == text.utf8 ? nil : try take(written)
            try Disk.remove(path)
            if isBlank { throw CommandFailure.couldNot("the editor left the file empty, so nothing is changed") }
            return result
        } catch {
            if Disk.exists(path) { console.say("gloss: what you wrote is kept in \(draft)") }
            throw error
        }
    }

    /// - Throws: when there is neither a terminal for the usual editor nor one that the coder names.
    private func editor() throws -> ExternalEditor {
        let preferred = Configuration(environment: console.environment).preferences.editor ?? ""
        let isNamed = [preferred, console.environment["VISUAL"] ?? "", console.environment["EDITOR"] ?? ""]
            .contains { !$0.isEmpty }
        guard isNamed || (console.isInputTerminal && console.isOutputTerminal) else {
            throw CommandFailure.couldNot("there is no terminal for an editor: give the new text with --from FILE")
        }
        return ExternalEditor(preferred: preferred) { console.environment[$0] }
    }
}
