// `gloss import`: transcripts, and attributes from a table, into the study.

import ArgumentParser
import CodingCore
import Interchange
import StudyFiles

/// Imports files one by one; a bad one does not stop the others. Options that correct what was found are `ImportOptions`.
struct ImportCommand: GlossCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: "Take transcripts into the study.")

    static let examples = [
        "gloss import interviews/*.docx --into B   # a folder takes all its files",
        "gloss import B07.txt --speaker Nurse --interviewer MS --dry-run",
        "gloss import --attributes sites.csv",
    ]

    @Argument(
        help: ArgumentHelp(
            "Transcripts or folders of them: txt, md, docx, odt, rtf, html, epub, pdf, vtt, srt, csv and more.",
            valueName: "file"
        ),
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

    @OptionGroup(title: "Corrections") var options: ImportOptions
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
        let open = dryRun ? nil : try study.load(on: console)
        let sources = try ImportSource.all(of: files, besides: open?.folder, on: console)
        if id != nil && sources.count > 1 { throw ValidationError("--id is for one file.") }
        guard let open else { return try report(sources, importer, try? study.load(on: console), console) }
        let author = open.author(try coder.coder(on: console), state: console.state)
        var intake = Intake(open.contents, by: author)
        var summary = Summary()
        var progress = ImportProgress(count: sources.count, on: console)
        for source in sources {
            progress.begin(source)
            defer { progress.clear() }
            do {
                if revise, options.textColumn.isEmpty, try reviseDocument(source, open, author, console) { continue }
                let found = try documents(of: source, importer, open.folder)
                progress.clear()
                if let first = found.first { try sayIfLink(source, first.id, console) }
                for (id, incoming) in found {
                    // One row of a table does not keep the others out.
                    do {
                        if revise, try reviseRow(incoming, id, open, author, console) { continue }
                        try add(incoming, as: id, &intake, &summary, open.study, console)
                    } catch let error as FileTrouble where found.count > 1 {
                        console.say("gloss: \(id): \(error)")
                        summary.failures += 1
                    }
                }
            } catch let error as BrokenPipe {
                throw error
            } catch let error as ImportError where source.isFound && error.code == .notReadYet {
                progress.clear()
                console.say("passed over \(source.shown): \(error.sentence)")
                summary.passedOver += 1
            } catch {
                progress.clear()
                console.say("gloss: \(error)")
                summary.failures += 1
            }
        }
        if sources.count > 1 { console.say(summary.sentence) }
        if let attributes { summary.failures += try setAttributes(attributes, author, console) }
        if summary.failures > 0 { throw CommandFailure(.couldNot) }
    }

    /// What became of many files.
    private struct Summary {
        var added = 0
        var unchanged = 0
        var corrected = 0
        var passedOver = 0
        var failures = 0

        var sentence: String {
            var parts = ["\(counted(added, "document")) imported"]
            if corrected > 0 { parts.append("\(corrected) corrected") }
            if unchanged > 0 { parts.append("\(unchanged) unchanged") }
            if passedOver > 0 { parts.append("\(counted(passedOver, "file")) passed over") }
            if failures > 0 { parts.append("\(counted(failures, "file")) not imported, for the reasons above") }
            return parts.joined(separator: ", ")
        }
    }

    /// The documents that a file comes to: one, or one a row of a table.
    private func documents(
        of source: ImportSource,
        _ importer: TranscriptImporter,
        _ folder: StudyFolder
    ) throws -> [(id: DocumentID, document: IncomingDocument)] {
        guard options.textColumn.isEmpty else {
            let rows = try importer.readRows(
                path: source.path,
                textColumns: options.textColumn,
                idColumn: options.idColumn,
                choices: options.choices
            )
            var lines: [DocumentID: Int] = [:]
            return try rows.map { row in
                guard let made = ImportName.id(named: row.name, into: into ?? "") else {
                    throw CommandFailure.couldNot(
                        "\(source.shown):\(row.line): ‘\(row.name)’ makes no document id; give letters or digits"
                    )
                }
                if let other = lines.updateValue(row.line, forKey: made) {
                    throw CommandFailure.couldNot(
                        "\(source.shown):\(row.line): ‘\(row.name)’ makes the document id \(made), which line \(other) makes "
                            + "too; give the rows ids that differ, and nothing was taken from this table"
                    )
                }
                return (made, row.document)
            }
        }
        let made = try documentID(for: source, in: folder)
        return [(made, try importer.read(path: source.path, choices: options.choices))]
    }

    private func sayIfLink(_ source: ImportSource, _ id: DocumentID, _ console: Console) throws {
        guard try Disk.stamp(of: source.path)?.kind == .symbolicLink else { return }
        console.say("\(id): \(source.shown) is a symbolic link; what was read is \(try Disk.realPath(source.path))")
    }

    private func add(
        _ incoming: IncomingDocument,
        as id: DocumentID,
        _ intake: inout Intake,
        _ summary: inout Summary,
        _ study: Study,
        _ console: Console
    ) throws {
        let outcome = try intake.add(
            incoming,
            as: id,
            attributes: incoming.attributes,
            corrects: options.choices.decidesTurns
        )
        switch outcome.kind {
        case .added:
            let turns = incoming.blocks.count { $0.kind == .turn }
            summary.added += 1
            try console.print("imported \(id) (\(counted(turns, "turn")))\n")
            for remark in outcome.remarks { console.say("\(id): \(remark)") }
            if let maybes = ImportReport.maybes(of: incoming) { console.say("\(id): \(maybes)") }
        case .corrected:
            summary.corrected += 1
            let turns = incoming.blocks.count { $0.kind == .turn }
            try console.print("corrected \(id) (\(counted(turns, "turn")))\n")
            for remark in outcome.remarks { console.say("\(id): \(remark)") }
        case .unchanged:
            summary.unchanged += 1
            // What was decided in vain is said, even where nothing was written.
            for remark in outcome.remarks where options.choices.decidesTurns { console.say("\(id): \(remark)") }
            try console.print("unchanged \(id)\n")
            sayWhatDiffers(incoming.attributes, id, study, console)
        }
    }

    /// Attributes that a file gives otherwise than the study has them are left to a person.
    private func sayWhatDiffers(_ attributes: Attributes, _ id: DocumentID, _ study: Study, _ console: Console) {
        guard let known = study.documents.first(where: { $0.id == id })?.attributes else { return }
        for (name, value) in attributes.pairs where !value.isEmpty && known[name] ?? "" != value {
            console.say(
                "\(id): \(name) is ‘\(known[name] ?? "")’ in the study and ‘\(value)’ in the file; to take it over: "
                    + "gloss documents set \(id) \(shellWord("\(name)=\(value)"))"
            )
        }
    }

    /// Takes a row in as the new version of a document; answers whether the study has a document of that id with another text.
    private func reviseRow(
        _ incoming: IncomingDocument,
        _ id: DocumentID,
        _ open: OpenStudy,
        _ author: Author,
        _ console: Console
    ) throws -> Bool {
        guard let document = open.study.documents.first(where: { $0.id == id }),
            document.versions.last != SHA256.hexadecimal(of: incoming.text.utf8)
        else { return false }
        let session = CodingSession(author)
        defer { session.close() }
        let reviser = Reviser(open.contents, session: session)
        let revision = try reviser.preview(incoming, of: document, isImport: true, settles: true)
        let carried = try reviser.save(revision)
        try console.print(RevisionReport(revision, carried: carried, isDryRun: false, open: open).text)
        return true
    }

    /// Takes a file in as the new version of a document; answers whether the study has that document.
    private func reviseDocument(
        _ source: ImportSource,
        _ open: OpenStudy,
        _ author: Author,
        _ console: Console
    ) throws -> Bool {
        let id = try documentID(for: source, in: open.folder)
        guard let document = open.study.documents.first(where: { $0.id == id }) else { return false }
        let session = CodingSession(author)
        defer { session.close() }
        let reviser = Reviser(open.contents, session: session)
        let incoming = try TranscriptImporter().revised(
            path: source.path,
            from: try reviser.newest(of: document),
            choices: options.choices
        )
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

    /// `--id`; else the place of a file that lies among the study's texts already; else the file's name, with the folders it
    /// was found in.
    private func documentID(for source: ImportSource, in folder: StudyFolder) throws -> DocumentID {
        if let id, let given = DocumentID(id) { return given }
        if into == nil, Disk.exists(source.path) {
            let name = folder.name(of: try Disk.realPath(source.path))
            if name.hasPrefix("transcripts/"), let there = DocumentID(ImportName.stem(of: String(name.dropFirst(12)))) {
                return there
            }
        }
        let place = [into ?? "", source.inside].filter { !$0.isEmpty }.joined(separator: "/")
        guard let made = ImportName.id(forFile: source.path, into: place) else {
            throw CommandFailure.couldNot("\(source.shown): its name makes no document id; give one with --id")
        }
        return made
    }

    /// Prints what an import would find; needs no study.
    private func report(
        _ sources: [ImportSource],
        _ importer: TranscriptImporter,
        _ open: OpenStudy?,
        _ console: Console
    ) throws {
        var failures = 0
        var coming: [DocumentID: String] = [:]
        var isFirst = true
        var progress = ImportProgress(count: sources.count, on: console)
        for source in sources {
            progress.begin(source)
            defer { progress.clear() }
            do {
                let folder = open?.folder ?? StudyFolder(root: console.path("."))
                for (id, document) in try documents(of: source, importer, folder) {
                    progress.clear()
                    try console.print((isFirst ? "" : "\n") + ImportReport.text(for: document))
                    isFirst = false
                    let sha256 = SHA256.hexadecimal(of: document.text.utf8)
                    let there = open?.study.documents.first { $0.id == id }?.versions.last ?? coming[id]
                    coming[id] = there ?? sha256
                    let isRefused = there != nil && there != sha256 && !revise
                    let fate =
                        there == nil
                        ? "is new" : there == sha256 ? "is there with this text" : "is there with another text"
                    try console.print("document            \(id), which \(fate)\n")
                    if isRefused {
                        console.say(
                            "gloss: \(source.shown): would be refused, as \(id) has another text; say --revise or --id"
                        )
                        failures += 1
                    }
                }
            } catch let error as BrokenPipe {
                throw error
            } catch {
                progress.clear()
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
