// `gloss frequencies`: codes × counts.

import ArgumentParser
import CodingCore

/// Counts codings.
struct FrequenciesCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "frequencies",
        abstract: "Count how often codes were applied, n out of N.",
        usage: "gloss frequencies [<query> …] [--by <attribute>] [--count <unit>] [<options>]"
    )

    static let examples = [
        "gloss frequencies --by site",
        "gloss frequencies 'site:B role:commissioner' --count participants",
        "gloss frequencies --by source_type --format csv --output frequencies.csv",
    ]

    @OptionGroup var query: QueryArgument

    @Option(
        name: .customLong("by"),
        help: ArgumentHelp(
            "An attribute whose values become columns, or document, coder, speaker.",
            valueName: "attribute"
        ),
        completion: StudyWords.attributes.completion
    )
    var attributes: [String] = []

    @Option(
        help: ArgumentHelp(
            "codings, passages, words, documents, participants, or an attribute such as study_id.",
            valueName: "unit"
        )
    )
    var count = "documents"

    @OptionGroup var data: DataOptions<TableFormats>
    @OptionGroup var study: StudyOptions

    func validate() throws {
        // Taken as a list, so that the second one is not silently the only one.
        guard attributes.count < 2 else {
            throw ValidationError(
                "--by takes one attribute: ask once by \(attributes.joined(separator: ", once by "))."
            )
        }
    }

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let query = try query.query(in: open.study, on: console)
        let by = attributes.first
        let columns = try by.map { try open.study.columns(named: $0) }
        let unit = try open.study.unit(named: count)
        let table = try Frequencies(open.corpus, query: query, by: columns, unit: unit)
        let report = FrequencyReport(table: table, study: open.study, query: query)
        try data.deliver(
            .init(text: { report.text }, table: { report.columns }, json: { report.json }),
            object: "frequencies",
            question: [query.source, by.map { "--by \($0)" } ?? "", "--count \(unit)"].filter { !$0.isEmpty }
                .joined(separator: " "),
            of: open,
            on: console
        )
    }
}
