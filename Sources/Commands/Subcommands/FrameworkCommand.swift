// `gloss framework`: cases × codes or themes, each cell a human's summary with the passages behind it.

import ArgumentParser
import CodingCore
import StudyFiles

/// The framework matrix.
struct FrameworkCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "framework",
        abstract: "Show and write the framework matrix: cases × themes, with summaries.",
        subcommands: [
            FrameworkShowCommand.self, FrameworkReadCommand.self, FrameworkWriteCommand.self,
            FrameworkKeepCommand.self, FrameworkDefineCommand.self,
        ],
        defaultSubcommand: FrameworkShowCommand.self
    )

    static let examples = [
        "gloss framework", "gloss framework write B07 contracting 'Block unchanged for years.'",
        "gloss framework --cells stale",
    ]

    func run(on console: Console) throws { throw CleanExit.helpRequest(self) }
}

/// Which matrix.
struct FrameworkName: ParsableArguments {
    @Option(help: ArgumentHelp("Another matrix than the usual one.", valueName: "name"))
    var name = FrameworkPlan.usualName

    func validate() throws {
        guard FrameworkPlan.isName(name) else {
            throw ValidationError("‘\(name)’ cannot name a matrix: use small letters, digits and -.")
        }
    }
}

/// The whole matrix.
struct FrameworkShowCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print the matrix, or a row or a column of it.",
        discussion: """
            Rows and columns are those that ‘gloss framework define’ laid down; without it documents, and the categories at the \
            top of the codebook. A cell is stale when its passages changed since its summary was written.
            """
    )

    static let examples = [
        "gloss framework show --rows site --columns themes", "gloss framework show doc:B07 --format md",
        "gloss framework show --cells empty --format csv --output to-write.csv",
    ]

    @OptionGroup var query: QueryArgument
    @OptionGroup var framework: FrameworkName

    @Option(
        help: ArgumentHelp(
            "For this once: document, participant, speaker, or an attribute such as site.",
            valueName: "attribute"
        ),
        completion: StudyWords.attributes.completion
    )
    var rows: String?

    @Option(
        help: ArgumentHelp(
            "For this once: codes, themes by id or name, ‘categories’ or ‘themes’; commas between them.",
            valueName: "columns"
        )
    )
    var columns: String?

    @Option(help: "Only cells that are empty, written or stale.")
    var cells: CellState?

    @Flag(help: "What each case says of each theme: supports, contradicts, mixed or silent.")
    var meta = false

    @OptionGroup var data: DataOptions<PageFormats>
    @OptionGroup var study: StudyOptions

    /// The states that can be asked for.
    enum CellState: String, ExpressibleByArgument, CaseIterable {
        case empty, written, stale
    }

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let folder = open.framework(framework.name, on: console)
        var plan = folder.plan
        if let rows { plan.rows = try open.frameworkRows(named: rows) }
        if let columns { plan.columns = try open.frameworkColumns(named: columns) }
        if meta, columns == nil, !plan.columns(in: open.study).contains(where: \.isTheme) {
            plan.columns = try open.frameworkColumns(named: "themes")
        }
        let query = try plan.query(and: self.query.words.joined(separator: " "), in: open.study)
        for remark in query.remarks { console.say("gloss: \(remark)") }
        let matrix = try open.matrix(plan, folder.pages, query)
        var report = FrameworkReport(
            matrix: matrix,
            study: open.study,
            query: query,
            locators: try open.locators(of: matrix.cells.joined().flatMap(\.passages))
        )
        report.only = cells.flatMap { FrameworkMatrix.State(rawValue: $0.rawValue) }
        report.isMeta = meta
        let options = [
            plan.name == FrameworkPlan.usualName ? "" : "--name \(plan.name)", "--rows \(plan.rows)",
            "--columns \(matrix.columns.map(\.column.description).joined(separator: ","))",
            cells.map { "--cells \($0.rawValue)" } ?? "", meta ? "--meta" : "",
        ]
        try data.deliver(
            .init(
                text: { report.text(columns: console.columns) },
                table: { report.columns },
                json: { report.json },
                markdown: { report.markdown },
                html: { report.page }
            ),
            object: "framework",
            question: ([query.source] + options).filter { !$0.isEmpty }.joined(separator: " "),
            of: open,
            on: console
        )
    }
}

/// One cell, or all of a case.
struct FrameworkReadCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Print the summaries of a case with the passages behind them."
    )

    static let examples = [
        "gloss framework read B07", "gloss framework read B07 contracting",
        "gloss framework read D01 needs --name sites",
    ]

    @Argument(help: ArgumentHelp("A row: a document, or a value such as a site.", valueName: "case"))
    var row: String

    @Argument(help: "A column: a code or a theme.", completion: StudyWords.codes.completion)
    var column: String?

    @OptionGroup var framework: FrameworkName
    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let folder = open.framework(framework.name, on: console)
        let query = try folder.plan.query(and: "", in: open.study)
        let matrix = try open.matrix(folder.plan, folder.pages, query)
        let place = try open.row(named: row, of: matrix)
        let only = try column.map { try open.column(named: $0, of: matrix) }
        let shown = matrix.columns.indices.filter { only == nil || only == $0 }
        let report = FrameworkCellReport(
            matrix: matrix,
            study: open.study,
            extracts: try open.extracts(of: shown.flatMap { matrix.cells[place][$0].passages })
        )
        try console.print(shown.map { report.text(row: place, column: $0) }.joined(separator: "\n"))
    }
}

/// Which cell.
struct CellArguments: ParsableArguments {
    @Argument(help: ArgumentHelp("A row: a document, or a value such as a site.", valueName: "case"))
    var row: String

    @Argument(help: "A column: a code or a theme.", completion: StudyWords.codes.completion)
    var column: String
}

/// Writes a cell.
struct FrameworkWriteCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "write",
        abstract: "Write the summary of a cell, resting on the passages that are behind it now.",
        discussion: "An empty text takes the summary out; ‘gloss journal undo’ brings it back."
    )

    static let examples = [
        "gloss framework write B07 contracting 'Block unchanged for years; cannot flex evenings.'",
        "gloss framework write B07 contracting - < summary.md",
        "gloss framework write B07 contracting 'Cannot flex.' --link 0199f2c4-0000-7000-8000-000000000001",
    ]

    @OptionGroup var place: CellArguments

    @Argument(help: "The summary; - reads it from standard input.")
    var text: String

    @Option(
        name: .customLong("link"),
        help: ArgumentHelp(
            "A coding that the summary rests on, by its id; may be said again. Without it the links stay.",
            valueName: "id"
        )
    )
    var links: [String] = []

    @OptionGroup var framework: FrameworkName
    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let words = text == "-" ? try console.words(of: "-") : trimmedOfBlanks(text)
        let author = open.author(try coder.coder(on: console), state: console.state)
        let cell = try open.cell(place.row, place.column, in: framework.name, on: console)
        var linked: Set<Identifier>?
        if !links.isEmpty {
            let behind = Set(cell.cell.passages.map(\.coding.id))
            linked = try Set(
                links.map { words in
                    guard let id = Identifier(words), behind.contains(id) else {
                        throw CommandFailure.couldNot(
                            "‘\(words)’ is no passage of this cell; ‘gloss framework read’ lists them with their ids"
                        )
                    }
                    return id
                }
            )
        }
        try console.print(try open.write(words, linked, into: cell, why: reason.why, by: author))
    }
}

/// Says that a stale summary still holds.
struct FrameworkKeepCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "keep",
        abstract: "Say that a stale summary still holds for the passages that are there now."
    )

    static let examples = [
        "gloss framework keep B07 contracting", "gloss framework keep B07 contracting --why 'read again'",
        "gloss framework keep B trust --name sites",
    ]

    @OptionGroup var place: CellArguments

    @OptionGroup var framework: FrameworkName
    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let author = open.author(try coder.coder(on: console), state: console.state)
        let cell = try open.cell(place.row, place.column, in: framework.name, on: console)
        guard cell.cell.state == .stale else {
            let why = cell.cell.state == .written ? "its passages are what they were" : "nothing is written in it yet"
            return try console.print("nothing to keep: \(why)\n")
        }
        try console.print(try open.write(cell.cell.summary.text, nil, into: cell, why: reason.why, by: author))
    }
}

/// Lays the rows and columns down.
struct FrameworkDefineCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "define",
        abstract: "Lay down what the rows and columns of a matrix are."
    )

    static let examples = [
        "gloss framework define --rows site --columns themes", "gloss framework define --columns contracting,needs,t-x",
        "gloss framework define --name sites --rows site --title 'Sites by theme'",
    ]

    @Option(
        help: ArgumentHelp("document, participant, speaker, or an attribute such as site.", valueName: "attribute"),
        completion: StudyWords.attributes.completion
    )
    var rows: String?

    @Option(
        help: ArgumentHelp(
            "Codes, themes by id or name, ‘categories’ or ‘themes’; commas between them; ‘usual’ for the usual ones.",
            valueName: "columns"
        )
    )
    var columns: String?

    @Option(help: "What the matrix is called.")
    var title: String?

    @Option(help: ArgumentHelp("A query that passages must fit; empty for none.", valueName: "query"))
    var filter: String?

    @OptionGroup var framework: FrameworkName
    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        var fields: [(field: FrameworkField, words: String)] = []
        if let title { fields.append((.title, inOneLine(trimmedOfBlanks(title)))) }
        if let rows {
            let rows = try open.frameworkRows(named: rows)
            fields.append((.rows, rows == .documents ? "" : rows.description))
        }
        if let columns {
            let columns = columns == "usual" ? [] : try open.frameworkColumns(named: columns)
            fields.append((.columns, columns.map(\.description).joined(separator: "\n")))
        }
        if let filter { fields.append((.filter, try Query(filter, in: open.study).source)) }
        guard !fields.isEmpty else {
            throw CommandFailure.wrongUsage("say what to lay down: --rows, --columns, --title or --filter")
        }
        let author = open.author(try coder.coder(on: console), state: console.state)
        try console.print(
            report(try open.folder.setFramework(framework.name, fields, why: reason.why, by: author))
        )
    }
}
