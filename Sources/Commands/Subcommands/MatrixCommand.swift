// `gloss matrix` and `gloss cooccurrence`: codes × documents, groups, coders, speakers, and codes.

import ArgumentParser
import CodingCore

/// Codes × columns.
struct MatrixCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "Show how often each code stands in each document, group, coder or speaker.",
        usage: "gloss matrix [<query> …] [--by <attribute>] [--count <unit>] [<options>]",
        discussion: """
            The last row and column have what the figures are counted out of. Below the table stands which codes are in every \
            group and which in one only. ‘gloss cooccurrence’ has codes × codes.
            """
    )

    static let examples = [
        "gloss matrix --by site", "gloss matrix under:contracting --by document --count words --transpose",
        "gloss matrix --by source_type --in-one-only --format csv --output matrix.csv",
    ]

    @OptionGroup var query: QueryArgument

    @Option(
        help: ArgumentHelp("document, coder, speaker, or an attribute such as site.", valueName: "attribute"),
        completion: StudyWords.attributes.completion
    )
    var by = "document"

    @Option(
        help: ArgumentHelp(
            "codings, passages, words, documents, participants, or an attribute such as study_id.",
            valueName: "unit"
        )
    )
    var count = "codings"

    @Option(help: "The order of codes: codebook, count or name.")
    var order = RowOrder.codebook

    @Flag(help: "Codes as columns.")
    var transpose = false

    @Flag(name: .customLong("in-every"), help: "Only codes that are in every column.")
    var isInEvery = false

    @Flag(name: .customLong("in-one-only"), help: "Only codes that are in one column and in no other.")
    var isInOneOnly = false

    @OptionGroup var data: DataOptions<ReportFormats>
    @OptionGroup var study: StudyOptions

    func validate() throws {
        if isInEvery && isInOneOnly { throw ValidationError("Say --in-every or --in-one-only, not both.") }
    }

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let query = try query.query(in: open.study, on: console)
        let columns = try open.study.columns(named: by)
        let unit = try open.study.unit(named: count)
        let table = try Frequencies(open.corpus, query: query, by: columns, unit: unit, countsWords: false)
        var report = MatrixReport(table: table, study: open.study, query: query, order: order, isTransposed: transpose)
        if isInEvery || isInOneOnly {
            let presence = table.presence(in: open.study.codebook)
            report.only = Set(presence.filter { isInEvery ? $0.isEverywhere : $0.isInOneOnly }.map(\.code))
        }
        let options = [
            "--by \(columns)", "--count \(unit)", order == .codebook ? "" : "--order \(order.rawValue)",
            transpose ? "--transpose" : "", isInEvery ? "--in-every" : "", isInOneOnly ? "--in-one-only" : "",
        ]
        try data.deliver(
            .init(
                text: { report.text },
                table: { report.columnsOfData },
                json: { report.json },
                markdown: { report.markdown }
            ),
            object: "matrix",
            question: ([query.source] + options).filter { !$0.isEmpty }.joined(separator: " "),
            of: open,
            on: console
        )
    }
}

extension RowOrder: ExpressibleByArgument {}

/// Codes × codes.
struct CooccurrenceCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "cooccurrence",
        abstract: "Show which codes stand together, with the c-coefficient and Jaccard's.",
        usage: "gloss cooccurrence [<query> …] [--relation <relation>] [--matrix] [<options>]",
        discussion: """
            Codings are compared within one coder's layer, and the pairs are summed over coders. The relation is overlap (at least \
            one character in common), within (one lies in the other), turn (the same turn), or near:N (at most N turns away).
            """
    )

    static let examples = [
        "gloss cooccurrence", "gloss cooccurrence site:B --relation near:1",
        "gloss cooccurrence under:contracting --matrix --format md",
    ]

    @OptionGroup var query: QueryArgument

    @Option(help: ArgumentHelp("overlap, within, turn or near:N.", valueName: "relation"))
    var relation = "overlap"

    @Flag(help: "As a matrix of counts; else a list of pairs with their figures.")
    var matrix = false

    @OptionGroup var data: DataOptions<ReportFormats>
    @OptionGroup var study: StudyOptions

    func validate() throws {
        if Togetherness(relation) == nil {
            throw ValidationError("‘\(relation)’ is no relation: use overlap, within, turn or near:N, such as near:2.")
        }
    }

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let query = try query.query(in: open.study, on: console)
        let table = try Cooccurrence(open.corpus, query: query, togetherness: Togetherness(relation) ?? .overlap)
        let report = CooccurrenceReport(table: table, study: open.study, query: query, asMatrix: matrix)
        try data.deliver(
            .init(
                text: { report.text },
                table: { report.columns },
                json: { report.json },
                markdown: { report.markdown }
            ),
            object: "cooccurrence",
            question: [query.source, "--relation \(table.togetherness)"].filter { !$0.isEmpty }.joined(separator: " "),
            of: open,
            on: console
        )
    }
}
