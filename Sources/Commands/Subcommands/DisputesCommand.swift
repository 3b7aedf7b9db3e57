// `gloss disputes`: what two people, or two clones, said without knowing of one another, and a person's word on it.

import ArgumentParser
import CodingCore
import StudyFiles

/// Disputed codings.
struct DisputesCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "disputes",
        abstract: "List what is disputed, and settle it.",
        subcommands: [DisputesListCommand.self, DisputesSettleCommand.self],
        defaultSubcommand: DisputesListCommand.self
    )

    static let examples = [
        "gloss disputes", "gloss disputes B07 --format json", "gloss disputes settle 1 --take 2",
    ]

    func run(on console: Console) throws { throw CleanExit.helpRequest(self) }
}

/// Lists disputes with all that was said.
struct DisputesListCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List what is disputed, with who said what and when.",
        discussion: """
            A field of a coding is disputed when two changes did not know of one another. The choice marked ‘shown’ is \
            what every screen and count takes until somebody settles it.
            """
    )

    static let examples = [
        "gloss disputes list", "gloss disputes list B07", "gloss disputes list --format json",
    ]

    @Argument(help: "Only this document's.", completion: StudyWords.documents.completion)
    var document: String?

    @OptionGroup var form: FormatOption<TextOrJSON>
    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let format = try form.chosen()
        let open = try study.load(on: console)
        let only = try document.map { try open.document(named: $0).uuid }
        let report = DisputeReport(open, only: only)
        try console.print(format == .json ? String(decoding: report.json.line, as: UTF8.self) : report.text)
    }
}

/// Settles one dispute in the coder's own log.
struct DisputesSettleCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: "Settle a dispute by taking one of its choices.",
        discussion: """
            Writes one line into your own log that names all that was said, so nothing of it is lost and undo takes the \
            settlement back. Numbers are those of ‘gloss disputes’ without a document, and change when one is settled; \
            scripts name a dispute as its JSON does.
            """
    )

    static let examples = [
        "gloss disputes settle 1 --take 2",
        "gloss disputes settle 3 --take 1 --coder jm",
        "gloss disputes settle 0199a3c1-5b20-7cc1-9d11-0f4b5a6c7d8e/memo --take 1",
    ]

    @Argument(help: "The dispute's number in the list, or its name in the JSON.")
    var dispute: String

    @Option(help: ArgumentHelp("The number of the choice to take.", valueName: "n"))
    var take: Int

    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let report = DisputeReport(open)
        guard let row = report.rows.first(where: { "\($0.number)" == dispute || $0.dispute.name == dispute }) else {
            throw CommandFailure.couldNot("there is no dispute ‘\(dispute)’; ‘gloss disputes’ lists them")
        }
        let choices = row.dispute.choices
        guard choices.indices.contains(take - 1) else {
            throw CommandFailure.couldNot("the dispute has the choices 1 to \(choices.count), and --take says \(take)")
        }
        let session = CodingSession(open.author(try coder.coder(on: console), state: console.state))
        defer { session.close() }
        let line = try session.append(to: row.document) { operations in
            let now = CodingFold(operations).disputes.first { $0.name == row.dispute.name }
            guard let now, now.choices == choices else {
                throw CommandFailure.couldNot("the dispute has changed meanwhile: list it again with ‘gloss disputes’")
            }
            return session.edit.settle(now, taking: choices[take - 1])
        }
        guard line != nil else { throw CommandFailure.couldNot("the dispute cannot be settled so: choose another") }
        try console.print("settled \(row.place)  \(report.fieldName(row)): \(report.words(choices[take - 1].value))\n")
    }
}
