// `gloss documents`: the list with coverage.

import ArgumentParser
import CodingCore

/// Lists documents.
struct DocumentsCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: "List documents with attributes, words and share coded."
    )

    static let examples = [
        "gloss documents",
        "gloss documents --format csv --output ../overview.csv",
        "gloss documents --study my-study --format json",
    ]

    @OptionGroup var data: DataOptions
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
