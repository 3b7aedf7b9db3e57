// `gloss codes accumulation`: how many new codes each transcript brings.

import ArgumentParser
import CodingCore

/// New codes from document to document.
struct CodesAccumulationCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "accumulation",
        abstract: "Show how many new codes each document brings, and the share in runs after a base.",
        discussion: "Only where it is asked for: no other report or screen shows it."
    )

    static let examples = [
        "gloss codes accumulation", "gloss codes accumulation coder:rs --by-day --base 6 --run 3",
        "gloss codes accumulation source_type:interview --format csv",
    ]

    @OptionGroup var query: QueryArgument

    @Flag(name: .customLong("by-day"), help: "Documents in the order in which they were first coded; else as listed.")
    var isByDay = false

    @Option(help: ArgumentHelp("How many documents make the base.", valueName: "n"))
    var base = 4

    @Option(help: ArgumentHelp("How many documents make a run.", valueName: "n"))
    var run = 2

    @Option(help: ArgumentHelp("The share of new codes to look for, in hundredths.", valueName: "percent"))
    var threshold = 5.0

    @OptionGroup var data: DataOptions<TableFormats>
    @OptionGroup var study: StudyOptions

    func validate() throws {
        guard (1...10_000).contains(base), (1...10_000).contains(run) else {
            throw ValidationError("--base and --run take 1 document or more.")
        }
        guard (0...100).contains(threshold) else { throw ValidationError("--threshold takes 0 to 100.") }
    }

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let query = try query.query(in: open.study, on: console)
        let accumulation = try Accumulation(open.corpus, query: query, byDay: isByDay, base: base, run: run)
        let report = AccumulationReport(
            accumulation: accumulation,
            study: open.study,
            query: query,
            threshold: threshold
        )
        let options = ["--base \(base)", "--run \(run)", isByDay ? "--by-day" : ""]
        try data.deliver(
            .init(text: { report.text }, table: { report.columns }, json: { report.json }),
            object: "accumulation",
            question: ([query.source] + options).filter { !$0.isEmpty }.joined(separator: " "),
            of: open,
            on: console
        )
    }
}
