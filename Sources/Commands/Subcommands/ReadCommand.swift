// `gloss read`: a text with its codings, plain.

import ArgumentParser
import CodingCore

/// Prints a document.
struct ReadCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Print a document with line numbers and codings."
    )

    static let examples = [
        "gloss read B07 --lines 210-230", "gloss read B07 --turns 3-5 | less", "gloss read B07 --plain > B07.txt",
    ]

    @Argument(help: "A document's id, or its last part.", completion: StudyWords.documents.completion)
    var document: String

    @Option(help: ArgumentHelp("Only these lines.", valueName: "a-b"))
    var lines: NumberRange?

    @Option(help: ArgumentHelp("Only these turns, counted from 1.", valueName: "a-b"))
    var turns: NumberRange?

    @Flag(help: "The text alone, every character as it is; import takes it back unchanged.")
    var plain = false

    @OptionGroup var study: StudyOptions

    func validate() throws {
        if plain && (lines != nil || turns != nil) { throw ValidationError("--plain gives the whole text.") }
        if lines != nil && turns != nil { throw ValidationError("Give --lines or --turns, not both.") }
    }

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let record = try open.document(named: document)
        let corpus = open.corpus
        let transcript = try corpus.transcript(of: record)
        guard !plain else { return try console.print(bytes: transcript.text.exported) }
        let report = ReadReport(
            study: open.study,
            record: record,
            transcript: transcript,
            codings: corpus.placed(corpus.codings(of: record), in: record, transcript: transcript)
        )
        try console.print(report.text(lines: try wanted(in: report)))
    }

    private func wanted(in report: ReadReport) throws -> ClosedRange<Int> {
        let count = report.transcript.lines.count
        if let turns {
            guard let lines = report.lines(ofTurns: turns.numbers) else {
                let turns = report.transcript.blocks.count { $0.kind == .turn }
                throw CommandFailure.couldNot("\(document) has \(counted(turns, "turn"))")
            }
            return lines
        }
        guard let lines else { return 1...max(1, count) }
        guard lines.numbers.lowerBound >= 1, lines.numbers.lowerBound <= count else {
            throw CommandFailure.couldNot("\(document) has \(counted(count, "line"))")
        }
        return lines.numbers
    }
}
