// `gloss extracts`: coded passages as quotes.

import ArgumentParser
import CodingCore
import StudyFiles

/// Retrieves coded passages.
struct ExtractsCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "extracts",
        abstract: "Print coded passages; an extract is one coding.",
        discussion: "Order: document (natural), start, end, code, coder. Exit code 1 when there is none."
    )

    static let examples = [
        "gloss extracts code:block-contracts",
        "gloss extracts 'under:contracting site:B text:\"winter pressure\"'",
        "gloss extracts 'star:>=2 not coder:jb' --format csv --output quotes.csv",
    ]

    @OptionGroup var query: QueryArgument

    @Option(help: ArgumentHelp("So many sentences of talk before and after; 0 for none.", valueName: "n"))
    var context = 1

    @OptionGroup var data: DataOptions<PassageFormats>
    @OptionGroup var study: StudyOptions

    func validate() throws {
        guard (0...100).contains(context) else { throw ValidationError("--context takes 0 to 100 sentences.") }
    }

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let query = try query.query(in: open.study, on: console)
        let found = try Extracts(
            open.corpus,
            query: query,
            context: context == 0 ? .none : .sentences(context),
            sha256: { SHA256.hexadecimal(of: $0) }
        )
        if found.broken > 0 {
            console.say(
                "gloss: \(counted(found.broken, "passage")) not what the coding quotes; ‘gloss check’ says where"
            )
        }
        guard !found.extracts.isEmpty else {
            _ = try data.form.chosen()
            throw CommandFailure(.nothingFound, "no coding fits the query")
        }
        let report = ExtractReport(extracts: found.extracts, study: open.study, query: query)
        try data.deliver(
            .init(
                text: { report.text },
                table: { report.columns },
                json: { .array(report.objects) },
                lines: { report.objects },
                markdown: { report.markdown }
            ),
            object: "extracts",
            question: [query.source, "--context \(context)", "--format \(data.form.format.rawValue)"]
                .filter { !$0.isEmpty }.joined(separator: " "),
            of: open,
            on: console
        )
    }
}
