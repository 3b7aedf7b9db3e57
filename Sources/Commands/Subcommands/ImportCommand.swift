// `gloss import`: transcripts, and attributes from a table, into the study.

import ArgumentParser
import CodingCore
import Interchange
import StudyFiles

/// Imports files one by one; a bad one does not stop the others.
struct ImportCommand: GlossCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: "Take transcripts into the study.")

    static let examples = [
        "gloss import interviews/*.docx --into B",
        "gloss import B07.txt --id B/B07 --dry-run",
        "gloss import --attributes sites.csv",
    ]

    @Argument(
        help: ArgumentHelp("Transcripts: txt, md, vtt, srt, sbv, lrc, tsv, docx, odt, rtf, html.", valueName: "file"),
        completion: .file()
    )
    var files: [String] = []

    @Option(help: ArgumentHelp("The document's id, for one file; else the file's name.", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("The folder below transcripts/.", valueName: "folder"))
    var into: String?

    @Option(
        help: ArgumentHelp(
            "A table whose column ‘document’ or ‘id’ names documents; the others are attributes.",
            valueName: "csv"
        ),
        completion: .file(extensions: ["csv"])
    )
    var attributes: String?

    @Flag(help: "Print the report and change nothing.")
    var dryRun = false

    @Flag(help: "Take a file with other bytes than its document in as the new version of the text.")
    var revise = false

    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func validate() throws {
        if files.isEmpty && attributes == nil { throw ValidationError("Name a file to import, or --attributes CSV.") }
        if id != nil && files.count != 1 { throw ValidationError("--id is for one file.") }
        if id != nil && into != nil { throw ValidationError("--id says the whole name; leave out --into.") }
        if let id, DocumentID(id) == nil {
            throw ValidationError("‘\(id)’ is no document id: use letters, digits, . _ - and /.")
        }
        if let into, ImportName.id(forFile: "text", into: into) == nil {
            throw ValidationError("‘\(into)’ is no folder below transcripts/: use letters, digits, . _ - and /.")
        }
    }

    func run(on console: Console) throws {
        let importer = TranscriptImporter()
        if dryRun { return try report(importer, console) }
        let open = try study.load(on: console)
        let author = open.author(try coder.coder(on: console), state: console.state)
        var intake = Intake(open.contents, by: author)
        var failures = 0
        for file in files {
            do {
                if revise, try reviseDocument(file, open, author, console) { continue }
                try add(file, importer, &intake, open.folder, console)
            } catch let error as BrokenPipe {
                throw error
            } catch {
                console.say("gloss: \(error)")
                failures += 1
            }
        }
        if let attributes { failures += try setAttributes(attributes, author, console) }
        if failures > 0 { throw CommandFailure(.couldNot) }
    }

    private func add(
        _ file: String,
        _ importer: TranscriptImporter,
        _ intake: inout Intake,
        _ folder: StudyFolder,
        _ console: Console
    ) throws {
        let path = console.path(file)
        let id = try documentID(for: path, shown: file, in: folder)
        let incoming = try importer.read(path: path)
        if try Disk.stamp(of: path)?.kind == .symbolicLink {
            console.say("\(id): \(file) is a symbolic link; what was read is \(try Disk.realPath(path))")
        }
        let outcome = try intake.add(incoming, as: id)
        switch outcome.kind {
        case .added:
            let turns = incoming.blocks.count { $0.kind == .turn }
            try console.print("imported \(id) (\(counted(turns, "turn")))\n")
            for remark in outcome.remarks { console.say("\(id): \(remark)") }
        case .unchanged:
            try console.print("unchanged \(id)\n")
        }
    }

    /// Takes a file in as the new version of a document; answers whether the study has that document.
    private func reviseDocument(_ file: String, _ open: OpenStudy, _ author: Author, _ console: Console) throws -> Bool
    {
        let path = console.path(file)
        let id = try documentID(for: path, shown: file, in: open.folder)
        guard let document = open.study.documents.first(where: { $0.id == id }) else { return false }
        let session = CodingSession(author)
        defer { session.close() }
        let reviser = Reviser(open.contents, session: session)
        let incoming = try TranscriptImporter().revised(path: path, from: try reviser.newest(of: document))
        let revision = try reviser.preview(incoming, of: document, isImport: true, settles: true)
        let carried = try reviser.save(revision)
        guard revision.isNew || !carried.carried.isEmpty else {
            try console.print("unchanged \(id)\n")
            return true
        }
        try console.print(RevisionReport(revision, carried: carried, isDryRun: false, open: open).text)
        for remark in incoming.remarks { console.say("\(id): \(remark)") }
        return true
    }

    /// `--id`; else the place of a file that lies among the study's texts already; else the file's name.
    private func documentID(for path: String, shown file: String, in folder: StudyFolder) throws -> DocumentID {
        if let id, let given = DocumentID(id) { return given }
        if into == nil, Disk.exists(path) {
            let name = folder.name(of: try Disk.realPath(path))
            if name.hasPrefix("transcripts/"), let there = DocumentID(ImportName.stem(of: String(name.dropFirst(12)))) {
                return there
            }
        }
        guard let made = ImportName.id(forFile: path, into: into ?? "") else {
            throw CommandFailure.couldNot("\(file): its name makes no document id; give one with --id")
        }
        return made
    }

    /// Prints what an import would find; needs no study.
    private func report(_ importer: TranscriptImporter, _ console: Console) throws {
        var failures = 0
        for (index, file) in files.enumerated() {
            do {
                let text = ImportReport.text(for: try importer.read(path: console.path(file)))
                try console.print((index > 0 ? "\n" : "") + text)
            } catch let error as BrokenPipe {
                throw error
            } catch {
                console.say("gloss: \(error)")
                failures += 1
            }
        }
        if attributes != nil { console.say("gloss: attributes are not part of a dry run") }
        if failures > 0 { throw CommandFailure(.couldNot) }
    }

    /// - Returns: how many rows named no document.
    private func setAttributes(_ file: String, _ author: Author, _ console: Console) throws -> Int {
        let study = try author.folder.load().study
        let bytes = try Disk.read(console.path(file), limit: CSVReader.limit)
        let report = try author.folder.setAttributes(fromTable: bytes, file: file, in: study, by: author)
        for finding in report.findings { console.say("gloss: \(finding)") }
        for (name, line) in report.unknown { console.say("gloss: \(file):\(line): there is no document ‘\(name)’") }
        try console.print("attributes of \(counted(report.changed.count, "document")) changed\n")
        return report.unknown.count
    }
}
