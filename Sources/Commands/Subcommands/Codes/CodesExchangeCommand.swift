// `gloss codes tree`, `export` and `import`: the codebook for a paper, for another study, and from one.

import ArgumentParser
import CodingCore
import StudyFiles

/// The code tree with counts.
struct CodesTreeCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "tree",
        abstract: "Print the code tree with documents and codings (COREQ 25)."
    )

    static let examples = [
        "gloss codes tree", "gloss codes tree --format md --output tree.md", "gloss codes tree --format csv",
    ]

    @OptionGroup var data: DataOptions<ReportFormats>
    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let table = try Frequencies(open.corpus)
        let report = CodeTreeReport(table: table, study: open.study, entries: Journal.read(open.folder).entries)
        try data.deliver(
            .init(
                text: { report.text },
                table: { report.columns },
                json: { report.json },
                markdown: { report.markdown }
            ),
            object: "code-tree",
            question: "",
            of: open,
            on: console
        )
    }
}

/// The codebook for elsewhere.
struct CodesExportCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the codebook as YAML, a table, or an appendix in Markdown."
    )

    static let examples = [
        "gloss codes export --output codebook.yaml", "gloss codes export --format md --output appendix.md",
        "gloss codes export --format csv --as-of 2026-11-01",
    ]

    @OptionGroup var data: DataOptions<CodebookFormats>
    @OptionGroup var time: PastOption
    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let codebook = try time.codebook(of: open, on: console)
        let report = CodebookReport(codebook: codebook)
        try data.deliver(
            .init(
                text: { report.text },
                table: { report.columns },
                json: { report.json },
                markdown: { CodebookAppendix(codebook: codebook).markdown },
                yaml: { String(decoding: CodebookText.bytes(of: codebook), as: UTF8.self) }
            ),
            object: "codebook",
            question: time.asOf.map { "--as-of \($0)" } ?? "",
            of: open,
            on: console
        )
    }
}

/// Codes from elsewhere.
struct CodesImportCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take codes in from a codebook file, a table or an appendix.",
        discussion: """
            The codes come into a codebook of their own, codebooks/NAME.yaml. An id that the study has already is refused, \
            and nothing is taken in then. A table needs the columns id or name; others are those of ‘gloss codes export \
            --format csv’. An appendix is Markdown as ‘gloss codes export --format md’ prints it; colours are not in it.
            """
    )

    static let examples = [
        "gloss codes import other-study/codebooks/relations.yaml", "gloss codes import codes.csv --as relations",
        "gloss codes import codes.csv --dry-run",
    ]

    @Argument(help: "A .yaml, .csv or .md file.", completion: .file())
    var file: String

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The codebook's file name; else that of the file.", valueName: "name")
    )
    var name: String?

    @Flag(help: "Only say what would be taken in.")
    var dryRun = false

    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let bytes = try Disk.read(console.path(file), limit: StrictYAML.limit)
        let last = file.split(separator: "/").last.map(String.init) ?? file
        let stem = CodeName.slug(of: name ?? last.split(separator: ".").dropLast().joined(separator: "-"))
        let incoming = try IncomingCodebook(
            bytes,
            form: .init(fileName: file),
            file: file,
            as: stem.isEmpty ? "imported" : stem
        )
        for finding in incoming.findings { console.say("gloss: \(finding)") }
        let clashes = incoming.codes.filter { open.study.codebook[$0.id] != nil }
        guard clashes.isEmpty else {
            let ids = clashes.prefix(8).map(\.id.description).joined(separator: ", ")
            throw CommandFailure.couldNot(
                "\(file): the study has \(ids)\(clashes.count > 8 ? " and more" : "") already, so nothing was taken in; "
                    + "give the codes other ids"
            )
        }
        guard !incoming.codes.isEmpty else { throw CommandFailure.couldNot("\(file): there is no code in it") }
        if !dryRun {
            let author = open.author(try coder.coder(on: console), state: console.state)
            try open.folder.add(incoming, why: reason.why, by: author)
        }
        try console.print(
            (dryRun ? "would take in " : "took in ") + counted(incoming.codes.count, "code") + " as \(incoming.name)\n"
        )
    }
}

/// `--as-of`.
struct PastOption: ParsableArguments {
    @Option(
        help: ArgumentHelp("As it was: a date such as 2026-11-01, a time, or a snapshot's name.", valueName: "when")
    )
    var asOf: String?

    /// The codebook now, or as it was.
    func codebook(of open: OpenStudy, on console: Console) throws -> Codebook {
        guard let asOf else { return open.study.codebook }
        return try Self.codebook(at: asOf, of: open, on: console)
    }

    static func codebook(at when: String, of open: OpenStudy, on console: Console) throws -> Codebook {
        let entries = Journal.read(open.folder).entries
        let snapshot = entries.snapshots.last { $0.name == when }
        guard let moment = snapshot?.at ?? Moment(when) ?? Moment(when + "T23:59:59Z") else {
            let names = entries.snapshots.map(\.name).joined(separator: ", ")
            let known = names.isEmpty ? "there is no snapshot yet" : "snapshots: \(names)"
            throw CommandFailure.couldNot("‘\(when)’ is no date such as 2026-11-01 and no snapshot; \(known)")
        }
        if let first = entries.first?.at, moment < first {
            console.say("gloss: the journal begins on \(first.day), later than that; this is the codebook as it began")
        }
        let past = CodebookPast(asOf: moment, now: open.study.codebook, entries: entries)
        if past.gaps > 0 {
            console.say(
                "gloss: \(counted(past.gaps, "change")) could not be followed back: a file was edited outside Gloss"
            )
        }
        return past.codebook
    }
}
