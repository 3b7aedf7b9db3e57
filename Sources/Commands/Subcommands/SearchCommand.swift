// `gloss search`: keyword in context over all texts; hits can be coded, once they were looked at.

import ArgumentParser
import CodingCore
import StudyFiles

/// Keyword in context.
struct SearchCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find words in all texts, each in its context, and code what was found.",
        usage: "gloss search <pattern> [<query> …] [<options>]",
        discussion: """
            Words find capitals and marks too, unless they have some; ‘a | b’ finds either, ‘confus*’ whole words that begin \
            so, ‘/…/’ is a regular expression (PCRE2). With --code the passages round the hits are shown, and coded with \
            --yes: one act, undone as one. Exit code 1 when nothing is found.
            """
    )

    static let examples = [
        "gloss search 'confus* | barrier*'", "gloss search 'virtual ward' site:B --uncoded",
        "gloss search '/\\bblock(s|ed)?\\b/' --code block-contracts --unit sentence",
    ]

    @Argument(help: "Words, alternatives with |, words with *, or /a regular expression/.")
    var pattern: String

    @OptionGroup var query: QueryArgument

    @Flag(help: "Words must stand alone.")
    var words = false

    @Flag(help: "Only hits that nobody has coded.")
    var uncoded = false

    @Option(help: ArgumentHelp("So many characters of talk before and after.", valueName: "n"))
    var context = 60

    @Option(
        name: .customLong("code"),
        help: ArgumentHelp("Code the hits with this; may be said again.", valueName: "code"),
        completion: StudyWords.codes.completion
    )
    var codes: [String] = []

    @Option(help: "What is coded round a hit: hit, sentence or turn.")
    var unit = HitUnit.sentence

    @Flag(help: "Save the codings; without it they are only shown.")
    var yes = false

    @OptionGroup var data: DataOptions<SearchFormats>
    @OptionGroup var study: StudyOptions

    func validate() throws {
        guard (0...10_000).contains(context) else { throw ValidationError("--context takes 0 to 10000 characters.") }
        if yes && codes.isEmpty { throw ValidationError("--yes goes with --code.") }
    }

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let wanted: KeywordPattern
        do { wanted = try KeywordPattern(pattern, wholeWords: words) } catch {
            throw CommandFailure.couldNot(error.sentence(about: "the pattern"))
        }
        let query = try query.query(in: open.study, on: console)
        let found = try Concordance(
            open.corpus,
            pattern: wanted,
            query: query,
            context: max(context, data.form.format == .text ? console.columns : 0),
            onlyUncoded: uncoded,
            text: { try open.folder.textAlone(of: $0) }
        )
        guard !found.hits.isEmpty else {
            _ = try data.form.chosen()
            let given = found.givenUp.isEmpty ? "" : "; the pattern took too long in \(found.givenUp.count) of them"
            throw CommandFailure(
                .nothingFound,
                "“\(wanted.source)” is in none of \(counted(found.of, "document"))\(given)"
            )
        }
        if !codes.isEmpty { return try code(found, open, console) }
        let report = SearchReport(concordance: found, study: open.study, pattern: wanted, query: query)
        let options = [words ? "--words" : "", uncoded ? "--uncoded" : ""]
        try data.deliver(
            .init(
                text: { report.text(columns: console.columns) },
                table: { report.columns },
                json: { .array(report.objects) },
                lines: { report.objects }
            ),
            object: "search",
            question: ([wanted.source, query.source] + options).filter { !$0.isEmpty }.joined(separator: " "),
            of: open,
            on: console
        )
    }

    /// Shows the passages round the hits, or codes them.
    private func code(_ found: Concordance, _ open: OpenStudy, _ console: Console) throws {
        let places = CodingPlaces(open)
        let codes = try codes.map(places.code(named:))
        let coder = try data.coder.coder(on: console)
        let passages = try found.hits.passages(by: unit) { try places.text(of: $0).transcript }
        let requests = passages.map { passage in
            CodingRequest(
                document: passage.document,
                span: passage.span,
                codes: codes,
                coder: coder,
                memo: "",
                star: 0,
                doubt: false
            )
        }
        guard yes else {
            for request in requests {
                let transcript = try places.text(of: request.document).transcript
                let place = try places.locator(of: request.span, in: request.document)
                try console.print("\(place)  \(inOneLine(transcript.text.string(in: request.span)))\n")
            }
            let names = codes.map(\.id.description).joined(separator: ", ")
            return console.say(
                "gloss: \(counted(requests.count, "passage")) would be coded \(names); nothing was saved: --yes saves them"
            )
        }
        let outcomes = try CodingWriter(open: open, places: places, console: console).save(requests)
        try console.print(outcomes.map(\.line).joined())
    }
}

extension HitUnit: ExpressibleByArgument {}
