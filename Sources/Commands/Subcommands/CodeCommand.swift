// `gloss code`: codings from the command line or from a file.

import ArgumentParser
import CodingCore
import StudyFiles

/// Codes passages.
struct CodeCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Code a passage, or many from a file.",
        usage: """
            gloss code <document> <start>-<end> <code>… [--memo <text>] [--star <n>] [--doubt]
            gloss code <document> <code>… --quote <text> [--nth <n>]
            gloss code --from <file.jsonl>
            """,
        discussion: """
            Offsets are Unicode scalars of the text, the end left out, taken as given. A code is named by its id, \
            mnemonic or unique name; several codes are one act. The same again changes nothing.
            """
    )

    static let examples = [
        "gloss code B07 10432-10611 block-contracts",
        "gloss code B07 bc vw --quote 'the block stayed fixed' --memo 'contract, not person'",
        "gloss code --from codings.jsonl",
    ]

    @Argument(
        help: ArgumentHelp("The document, the passage unless there is --quote, and codes.", valueName: "words"),
        completion: StudyWords.codingWords.completion
    )
    var words: [String] = []

    @Option(help: ArgumentHelp("The passage by its words, letter for letter.", valueName: "text"))
    var quote: String?

    @Option(help: ArgumentHelp("Which occurrence of the quote, counted from 1.", valueName: "n"))
    var nth: Int?

    @Option(
        help: ArgumentHelp(
            "JSON Lines with document, start, end, code, coder, memo; - is standard input.",
            valueName: "file"
        ),
        completion: .file()
    )
    var from: String?

    @Option(help: "A memo on the coding.")
    var memo = ""

    @Option(help: ArgumentHelp("0 to 3 stars.", valueName: "n"))
    var star = 0

    @Flag(help: "Mark the coding as doubtful.")
    var doubt = false

    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func validate() throws {
        guard (0...3).contains(star) else { throw ValidationError("--star takes 0 to 3.") }
        if nth != nil && quote == nil { throw ValidationError("--nth goes with --quote.") }
        if from != nil {
            guard words.isEmpty, quote == nil, memo.isEmpty, star == 0, !doubt else {
                throw ValidationError("--from takes everything from the file: leave out the rest.")
            }
        } else if words.count < (quote == nil ? 3 : 2) {
            throw ValidationError("Name a document, a passage and a code, as in: gloss code B07 10432-10611 bc")
        }
    }

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let places = CodingPlaces(open)
        let id = try coder.coder(on: console)
        let requests =
            if let from { try requests(from: from, open, places, id, console) } else { [try request(open, places, id)] }
        let outcomes = try CodingWriter(open: open, places: places, console: console).save(requests)
        try console.print(outcomes.map(\.line).joined())
    }

    private func request(_ open: OpenStudy, _ places: CodingPlaces, _ coder: CoderID) throws -> CodingRequest {
        let document = try open.document(named: words[0])
        return CodingRequest(
            document: document,
            span: try span(in: document, places),
            codes: try words.dropFirst(quote == nil ? 2 : 1).map(places.code(named:)),
            coder: coder,
            memo: memo,
            star: star,
            doubt: doubt
        )
    }

    private func span(in document: DocumentRecord, _ places: CodingPlaces) throws -> TextSpan {
        if let quote { return try places.span(quoting: quote, nth: nth, in: document) }
        let figures = words[1].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard figures.count == 2, let start = figures[0], let end = figures[1] else {
            throw CommandFailure.couldNot("‘\(words[1])’ is no passage: write START-END, or give --quote TEXT")
        }
        return try places.span(start, end, in: document)
    }

    private func requests(
        from file: String,
        _ open: OpenStudy,
        _ places: CodingPlaces,
        _ coder: CoderID,
        _ console: Console
    ) throws -> [CodingRequest] {
        let bytes = try file == "-" ? console.readInput() : Disk.read(console.path(file))
        let name = file == "-" ? "standard input" : file
        let (requests, problems) = CodingRequestFile(open, places, coder: coder).read(bytes, name: name)
        for problem in problems.prefix(20) { console.say("gloss: \(problem)") }
        guard problems.isEmpty else {
            let more = problems.count > 20 ? " (\(problems.count - 20) more not shown)" : ""
            throw CommandFailure.couldNot(
                "\(counted(problems.count, "line")) cannot be used\(more), so nothing was saved"
            )
        }
        return requests
    }
}
