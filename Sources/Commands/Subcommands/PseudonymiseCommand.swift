// `gloss pseudonymise`: names replaced by what a key has for them. The one command that may ask, and only with --review.

import ArgumentParser
import CodingCore
import StudyFiles

extension PseudonymStyle: ExpressibleByArgument {}

/// Replaces the names of a key in the texts of the study.
struct PseudonymiseCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "pseudonymise",
        abstract: "Replace names by the pseudonyms of a key.",
        discussion: """
            The key is a table with the columns name and pseudonym. It lies outside the study, readable by you alone. \
            Without --yes or --review every place is printed and nothing is changed (exit code 2). Each text gets a new \
            version; all codings are carried over; the older texts and what logs quote of them go. Run it again when new \
            transcripts have come. A name in other letters, such as ‘hope’ for ‘Hope’, is listed and only replaced with \
            --review. Set GLOSS_PSEUDONYM_KEY to the key, and no file with a name in it is written by --output.
            """
    )

    static let examples = [
        "gloss pseudonymise --key ~/keys/trust.csv",
        "gloss pseudonymise --key ~/keys/trust.csv B07 --review",
        "gloss pseudonymise --key ~/keys/trust.csv --style brackets --yes",
    ]

    @Argument(help: "Documents; all when none is named.", completion: StudyWords.documents.completion)
    var documents: [String] = []

    @Option(
        help: ArgumentHelp("The key; else the one that GLOSS_PSEUDONYM_KEY names.", valueName: "csv"),
        completion: .file(extensions: ["csv"])
    )
    var key: String?

    @Option(help: "How a pseudonym is written: plain or brackets.")
    var style = PseudonymStyle.plain

    @Flag(help: "Replace every name that is certain.")
    var yes = false

    @Flag(help: "Go place by place: y replaces, n leaves, a all of this name, d done with this text, q quit.")
    var review = false

    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func validate() throws {
        if yes && review { throw ValidationError("Give --yes or --review, not both.") }
    }

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        guard let path = key ?? console.environment[ExportCheck.variable], !path.isEmpty else {
            throw CommandFailure.couldNot("say which key: --key FILE, a table with the columns name and pseudonym")
        }
        let key = try PseudonymKey.read(console.path(path), outside: open.folder)
        let records = try documents.isEmpty ? open.study.documents : documents.map { try open.document(named: $0) }
        let found = try Pseudonymisation(key, in: records, open.contents, open.folder)
        let listed = NamePlaces(found, open: open, style: style)
        let total = found.texts.reduce(0) { $0 + $1.hits.count }
        guard yes || review || total == 0 else {
            try console.print(listed.listing)
            throw CommandFailure.couldNot(
                "nothing was changed yet: say --review to decide, or --yes for every certain name"
            )
        }
        let chosen = review ? try decide(found, listed, console) : certain(found)
        let author = open.author(try coder.coder(on: console), state: console.state)
        let edited = try found.carryOut(chosen, style: style, by: author)
        let count = chosen.values.reduce(0) { $0 + $1.count }
        let changed = chosen.values.count { !$0.isEmpty }
        try console.print(summary(count, changed, edited, of: records.count))
        let doubtful = found.texts.flatMap { $0.hits }.count { $0.isDoubtful }
        let left = doubtful - chosen.values.joined().count { $0.isDoubtful }
        let places = key.places(in: open.folder)
        try console.print(NamePlaces.elsewhere(places, changed: changed > 0, doubtful: left))
    }

    private func certain(_ found: Pseudonymisation) -> [DocumentID: [NameHit]] {
        Dictionary(
            found.texts.map { ($0.document.id, $0.hits.filter { !$0.isDoubtful }) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private func summary(_ count: Int, _ changed: Int, _ edited: Int, of documents: Int) -> String {
        guard count > 0 else { return "No name of the key is replaced in \(counted(documents, "document")).\n" }
        let passages = edited > 0 ? " \(counted(edited, "coding")) of passages that hold a pseudonym now." : ""
        return
            "Replaced \(counted(count, "name")) in \(counted(changed, "document")); all codings are carried over.\(passages)\n"
    }

    /// Asks about each place; a person who quits, or whose answers end, changes nothing.
    private func decide(
        _ found: Pseudonymisation,
        _ places: NamePlaces,
        _ console: Console
    ) throws -> [DocumentID: [NameHit]] {
        var chosen: [DocumentID: [NameHit]] = [:]
        var always: Set<Pseudonym> = []
        var answers = try ReviewAnswers(console)
        for text in found.texts {
            var isDone = false
            for hit in text.hits where !isDone {
                if always.contains(hit.entry), !hit.isDoubtful {
                    chosen[text.document.id, default: []].append(hit)
                    continue
                }
                console.say(places.question(about: hit, in: text))
                switch answers.next() {
                case .yes: chosen[text.document.id, default: []].append(hit)
                case .all:
                    chosen[text.document.id, default: []].append(hit)
                    always.insert(hit.entry)
                case .no: break
                case .done: isDone = true
                case .quit: throw CommandFailure.couldNot("nothing was changed")
                }
            }
        }
        return chosen
    }
}

/// The answers of a review, from a terminal line by line or from standard input as a whole.
private struct ReviewAnswers {
    enum Answer: String {
        case yes = "y", no = "n", all = "a", done = "d", quit = "q"
    }

    private let console: Console
    private var lines: ArraySlice<Substring>

    init(_ console: Console) throws {
        self.console = console
        lines =
            console.isInputTerminal
            ? [] : String(decoding: try console.readInput(), as: UTF8.self).split(separator: "\n")[...]
    }

    /// The next answer that is one; the end of input is to quit.
    mutating func next() -> Answer {
        while true {
            guard let line = console.isInputTerminal ? readLine() : lines.popFirst().map(String.init) else {
                return .quit
            }
            let word = line.filter { !$0.isWhitespace }.lowercased()
            if let answer = Answer(rawValue: word) { return answer }
            console.say(
                "y replaces it, n leaves it, a replaces it and all like it, d leaves the rest of this text, q quits"
            )
        }
    }
}
