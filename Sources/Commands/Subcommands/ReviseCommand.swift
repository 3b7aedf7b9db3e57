// `gloss revise`: a new version of a text, and what has to be decided of the passages that it moved.

import ArgumentParser
import CodingCore
import StudyFiles

/// Revises a text, or answers the questions that a revision left.
struct ReviseCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "revise",
        abstract: "Take in a new version of a text; its codings are carried over.",
        usage: """
            gloss revise <document> [--from <file>] [--dry-run]
            gloss revise <document> --list
            gloss revise <document> --accept <n>… | --refuse <n>… | --let-go <n>…
            gloss revise <document> --place <n> --quote <text>
            gloss revise <document> --carry
            """,
        discussion: """
            Without --from the text opens in your editor; one that was edited outside Gloss is taken as it is. Every \
            coding is placed exactly, or on edited words and listed, or guessed and asked about, or an orphan and \
            listed. A guess counts only when it is accepted.
            """
    )

    static let examples = [
        "gloss revise B07                          # in your editor",
        "gloss revise B07 --from corrected.docx --dry-run",
        "gloss revise B07 --list                   # then --accept 1,3 or --accept all",
    ]

    @Argument(help: "The document.", completion: StudyWords.documents.completion)
    var document: String

    @Option(
        help: ArgumentHelp("The new text, in any format that import reads.", valueName: "file"),
        completion: .file()
    )
    var from: String?

    @Flag(help: "Print what would become of the codings and change nothing.")
    var dryRun = false

    @Flag(help: "List the guesses, the orphans and the codings on an older text.")
    var list = false

    @Flag(help: "Carry over codings that came later on an older text.")
    var carry = false

    @Option(help: ArgumentHelp("Guesses that are right: numbers of --list, or all.", valueName: "n,…"))
    var accept: String?

    @Option(help: ArgumentHelp("Guesses that are wrong; they become orphans.", valueName: "n,…"))
    var refuse: String?

    @Option(help: ArgumentHelp("Take away codings whose passage is gone.", valueName: "n,…"))
    var letGo: String?

    @Option(help: ArgumentHelp("A coding to place by hand, with --quote or --span.", valueName: "n"))
    var place: Int?

    @Option(help: ArgumentHelp("The passage by its words, letter for letter.", valueName: "text"))
    var quote: String?

    @Option(help: ArgumentHelp("Which occurrence of the quote, counted from 1.", valueName: "n"))
    var nth: Int?

    @Option(help: ArgumentHelp("The passage by its characters, such as 120-160.", valueName: "start-end"))
    var span: String?

    @OptionGroup var form: FormatOption<TextOrJSON>
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func validate() throws {
        let answers = [accept, refuse, letGo].compactMap(\.self).count + (place == nil ? 0 : 1)
        let jobs = answers + (list ? 1 : 0) + (carry ? 1 : 0) + (from == nil ? 0 : 1)
        guard jobs < 2 else {
            throw ValidationError("One at a time: --from, --list, --carry, --accept, --refuse, --let-go or --place.")
        }
        if dryRun && (answers > 0 || list) { throw ValidationError("--dry-run goes with a new text, or with --carry.") }
        if (place == nil) != (quote == nil && span == nil) {
            throw ValidationError("--place N goes with --quote TEXT or --span START-END.")
        }
        if quote != nil && span != nil { throw ValidationError("Give --quote or --span, not both.") }
        if nth != nil && quote == nil { throw ValidationError("--nth goes with --quote.") }
    }

    func run(on console: Console) throws {
        let format = try form.chosen()
        let open = try study.load(on: console)
        let record = try open.document(named: document)
        let session = CodingSession(open.author(try coder.coder(on: console), state: console.state))
        defer { session.close() }
        let reviser = Reviser(open.contents, session: session)
        if list {
            let report = QuestionReport(questions: try reviser.questions(about: record), document: record, open: open)
            return try console.print(format == .json ? report.json.line.words : report.text)
        }
        if let answers = try answers(to: reviser.questions(about: record), session, open, record) {
            try reviser.answer(answers.steps, in: record)
            return try console.print(answers.sentence + "\n")
        }
        let finishes = try !carry && !dryRun && reviser.state(of: record).isUnfinished
        let report =
            carry ? try carried(reviser, record, open) : try revised(reviser, record, open, console)
        guard let report else {
            let what = finishes ? "finished \(record.id), whose revision was cut off" : "unchanged \(record.id)"
            return try console.print(what + "\n")
        }
        try console.print(format == .json ? report.json.line.words : report.text)
    }

    /// Carries over what stands on older texts; nothing when nothing does.
    private func carried(_ reviser: Reviser, _ record: DocumentRecord, _ open: OpenStudy) throws -> RevisionReport? {
        let carried = dryRun ? try reviser.previewCarrying(record) : try reviser.carry(record)
        let opened = try open.folder.open(record, measure: open.study.settings.measure)
        return RevisionReport(
            document: record,
            carried: carried,
            transcript: opened.transcript,
            kind: dryRun ? .wouldCarry : .carried,
            study: open.study
        )
    }

    /// Takes a new text in; nothing when it is the text that is there.
    private func revised(
        _ reviser: Reviser,
        _ record: DocumentRecord,
        _ open: OpenStudy,
        _ console: Console
    ) throws -> RevisionReport? {
        let source = RevisedText(reviser: reviser, document: record, console: console, folder: open.folder)
        if dryRun, from == nil, case .asRecorded = try reviser.state(of: record) {
            throw CommandFailure.couldNot("--dry-run needs the new text: give --from FILE")
        }
        return try source.take(from: from) { incoming, takesFile in
            let revision = try reviser.preview(incoming, of: record, settles: from != nil, takesFile: takesFile)
            return try finish(revision, reviser, open)
        }
    }

    private func finish(_ revision: Revision, _ reviser: Reviser, _ open: OpenStudy) throws -> RevisionReport? {
        let carried = dryRun ? revision.carried : try reviser.save(revision)
        guard revision.isNew || !carried.carried.isEmpty else { return nil }
        return RevisionReport(revision, carried: carried, isDryRun: dryRun, open: open)
    }

    /// The answers that the command line gives; nothing when it gives none.
    private func answers(
        to questions: [PassageQuestion],
        _ session: CodingSession,
        _ open: OpenStudy,
        _ record: DocumentRecord
    ) throws -> PassageAnswers? {
        if let accept { return try PassageAnswers(accepting: accept, of: questions) }
        if let refuse { return try PassageAnswers(refusing: refuse, of: questions) }
        if let letGo { return try PassageAnswers(lettingGo: letGo, of: questions) }
        guard let place else { return nil }
        let places = CodingPlaces(open)
        let passage = try passage(in: record, places)
        let opened = try places.text(of: record)
        let anchor = session.edit.anchor(of: passage, in: opened.transcript.text, version: opened.version)
        let locator = try places.locator(of: passage, in: record)
        return try PassageAnswers(placing: place, of: questions, at: anchor, locator: locator)
    }

    private func passage(in record: DocumentRecord, _ places: CodingPlaces) throws -> TextSpan {
        if let quote { return try places.span(quoting: quote, nth: nth, in: record) }
        let figures = (span ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard figures.count == 2, let start = figures[0], let end = figures[1] else {
            throw CommandFailure.couldNot("‘\(span ?? "")’ is no passage: write START-END, or give --quote TEXT")
        }
        return try places.span(start, end, in: record)
    }
}

extension [UInt8] {
    /// The bytes as words.
    fileprivate var words: String { String(decoding: self, as: UTF8.self) }
}
