// `gloss coders`: who codes what.

import ArgumentParser
import CodingCore

/// Lists coders.
struct CodersCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "coders",
        abstract: "List who codes what: names, progress, last day."
    )

    static let examples = [
        "gloss coders", "gloss coders --format csv", "gloss coders --study my-study --format json",
    ]

    @OptionGroup var data: DataOptions<TableFormats>
    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let report = CoderReport(coders: CoderProgress.all(in: open.corpus))
        try data.deliver(
            .init(text: { report.text }, table: { report.columns }, json: { report.json }),
            object: "coders",
            question: "",
            of: open,
            on: console
        )
    }
}
