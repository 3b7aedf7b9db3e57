// `gloss documents`: the list with coverage, and what is not coded yet.

import ArgumentParser
import CodingCore

/// Documents.
struct DocumentsCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: "List documents with attributes, words and share coded, and what is not coded.",
        subcommands: [DocumentsListCommand.self, DocumentsCoverageCommand.self],
        defaultSubcommand: DocumentsListCommand.self
    )

    static let examples = [
        "gloss documents",
        "gloss documents --format csv --output ../overview.csv",
        "gloss documents coverage doc:B07 --sentences",
    ]

    func run(on console: Console) throws { throw CleanExit.helpRequest(self) }
}

/// Lists documents.
struct DocumentsListCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List documents with attributes, words and share coded."
    )

    static let examples = [
        "gloss documents list", "gloss documents list --format csv --output ../overview.csv",
        "gloss documents list --study my-study --format json",
    ]

    @OptionGroup var data: DataOptions<TableFormats>
    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let report = DocumentReport(coverage: try Coverage(open.corpus), study: open.study)
        try data.deliver(
            .init(text: { report.text }, table: { report.columns }, json: { report.json }),
            object: "documents",
            question: "",
            of: open,
            on: console
        )
    }
}

/// What is coded and what is not.
struct DocumentsCoverageCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Show how far each document is coded, by whom, and what has no code.",
        discussion: """
            Terms on documents and speakers say what is looked at; terms on codings, such as coder:rs, what counts as coded.
            """
    )

    static let examples = [
        "gloss documents coverage", "gloss documents coverage doc:R12 --lines 120-400 --sentences",
        "gloss documents coverage 'not speaker:Interviewer coder:rs' --stretches --format csv",
    ]

    @OptionGroup var query: QueryArgument

    @Flag(help: "List the sentences that have no code.")
    var sentences = false

    @Flag(help: "List the stretches of words that have no code.")
    var stretches = false

    @Option(help: ArgumentHelp("Only these lines of each document, such as its findings.", valueName: "a-b"))
    var lines: NumberRange?

    @OptionGroup var data: DataOptions<TableFormats>
    @OptionGroup var study: StudyOptions

    func validate() throws {
        if sentences && stretches { throw ValidationError("Say --sentences or --stretches, not both.") }
    }

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let query = try query.query(in: open.study, on: console)
        let coverage = try LineCoverage(open.corpus, query: query, lines: lines?.numbers)
        let form: CoverageReport.Form = sentences ? .sentences : stretches ? .stretches : .documents
        let report = CoverageReport(coverage: coverage, study: open.study, query: query, form: form)
        let options = [
            sentences ? "--sentences" : stretches ? "--stretches" : "",
            lines.map { "--lines \($0.numbers.lowerBound)-\($0.numbers.upperBound)" } ?? "",
        ]
        try data.deliver(
            .init(text: { report.text }, table: { report.columns }, json: { report.json }),
            object: "coverage",
            question: ([query.source] + options).filter { !$0.isEmpty }.joined(separator: " "),
            of: open,
            on: console
        )
    }
}
