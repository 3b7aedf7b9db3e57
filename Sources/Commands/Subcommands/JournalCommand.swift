// `gloss journal`: the record of every change, undo and redo, and names for states of the codebook.

import ArgumentParser
import CodingCore
import StudyFiles

/// The journal.
struct JournalCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Show every change; undo, redo, name a state of the codebook.",
        subcommands: [
            JournalListCommand.self, JournalUndoCommand.self, JournalRedoCommand.self, JournalSnapshotCommand.self,
            JournalDiffCommand.self,
        ],
        defaultSubcommand: JournalListCommand.self
    )

    static let examples = [
        "gloss journal", "gloss journal undo", "gloss journal --format md --output audit-trail.md",
    ]

    func run(on console: Console) throws { throw CleanExit.helpRequest(self) }
}

/// Lists changes.
struct JournalListCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List every change: who, when, what, before → after, why.",
        discussion: "In csv and json each act has its id and its class of an audit trail (Halpern 1983)."
    )

    static let examples = [
        "gloss journal list --by rs --since 2026-11-01", "gloss journal list --without-codings",
        "gloss journal list --object code:block-contracts --format csv",
    ]

    @Option(help: ArgumentHelp("Only this coder's.", valueName: "coder"))
    var by: String?

    @Option(help: ArgumentHelp("From this day or time on.", valueName: "date"))
    var since: String?

    @Option(
        help: ArgumentHelp("Only what is about this, such as code:block-contracts or theme:t-id.", valueName: "object")
    )
    var object: String?

    @Flag(help: "Leave the codings in texts out.")
    var withoutCodings = false

    @OptionGroup var data: DataOptions<ReportFormats>
    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let (entries, findings) = Journal.read(open.folder)
        for finding in findings { console.say("gloss: \(finding)") }
        var from: Moment?
        if let since {
            from = Moment(since) ?? Moment(since + "T00:00:00Z")
            if from == nil { throw CommandFailure.couldNot("‘\(since)’ is no date such as 2026-11-01") }
        }
        let all = Timeline(open.contents, entries: entries).events
        let events = all.filter { event in
            (by.map { event.by.description == $0 } ?? true) && (from.map { event.at >= $0 } ?? true)
                && (object.map { event.object == $0 } ?? true)
                && !(withoutCodings && !event.documents.isEmpty && event.object.split(separator: ":").count < 2)
        }
        let report = JournalReport(events: events, study: open.study, all: all)
        try data.deliver(
            .init(
                text: { report.text },
                table: { report.columns },
                json: { report.json },
                markdown: { report.markdown }
            ),
            object: "audit-trail",
            question: "",
            of: open,
            on: console
        )
    }
}

/// Takes an act back.
struct JournalUndoCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back your newest act, or one of the journal by its id.",
        discussion: """
            Codings, codes, themes and memos have one history. What was changed since is not overwritten: the act is refused \
            then, with what is there now.
            """
    )

    static let examples = [
        "gloss journal undo", "gloss journal undo 0199a3c1-5b20-7cc1-9d11-0f4b5a6c7d8e",
        "gloss journal undo --why 'merged too early'",
    ]

    @Argument(help: "The act's id in ‘gloss journal --format csv’; else your newest act.")
    var act: String?

    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let session = CodingSession(open.author(try coder.coder(on: console), state: console.state))
        defer { session.close() }
        let undo = try ActUndo(session, study: open.study)
        guard let id = try act.map(actID) ?? undo.nextToUndo else {
            throw CommandFailure.couldNot("there is nothing to undo")
        }
        try undo.undo(id, why: reason.why)
        try console.print("undid \(JournalWords.of(id, in: open))\n")
    }
}

/// Does an act again.
struct JournalRedoCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo",
        abstract: "Do again what was taken back last, or an act by its id."
    )

    static let examples = [
        "gloss journal redo", "gloss journal redo 0199a3c1-5b20-7cc1-9d11-0f4b5a6c7d8e",
        "gloss journal redo --coder jm",
    ]

    @Argument(help: "The id of the act that was taken back.")
    var act: String?

    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let session = CodingSession(open.author(try coder.coder(on: console), state: console.state))
        defer { session.close() }
        let undo = try ActUndo(session, study: open.study)
        guard let id = try act.map(actID) ?? undo.nextToRedo else {
            throw CommandFailure.couldNot("there is nothing to redo")
        }
        try undo.redo(id)
        try console.print("redid \(JournalWords.of(id, in: open))\n")
    }
}

/// Names the codebook's state.
struct JournalSnapshotCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Give the codebook as it is now a name, such as ‘codebook v3’."
    )

    static let examples = [
        "gloss journal snapshot 'codebook v3'", "gloss codes export --as-of 'codebook v3'",
        "gloss journal diff 'codebook v2' 'codebook v3'",
    ]

    @Argument(help: "The name.")
    var name: String

    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let author = open.author(try coder.coder(on: console), state: console.state)
        try open.folder.takeSnapshot(named: name, of: open.contents.codebooks, by: author)
        try console.print("named codebook \(open.contents.codebooks.fingerprint): \(inOneLine(name))\n")
    }
}

/// Compares the codebook at two times.
struct JournalDiffCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show how the codebook changed between two dates or snapshots."
    )

    static let examples = [
        "gloss journal diff 2026-11-01", "gloss journal diff 'codebook v2' 'codebook v3'",
        "gloss journal diff 2026-11-01 2026-11-15",
    ]

    @Argument(help: "A date such as 2026-11-01, a time, or a snapshot's name.")
    var from: String

    @Argument(help: "The same; else now.")
    var to: String?

    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let before = try PastOption.codebook(at: from, of: open, on: console)
        let after = try to.map { try PastOption.codebook(at: $0, of: open, on: console) } ?? open.study.codebook
        try console.print(CodebookDifference(from: before, to: after).text)
    }
}

/// An id as it was typed.
private func actID(_ text: String) throws -> Identifier {
    guard let id = Identifier(text) else {
        throw CommandFailure.couldNot("‘\(text)’ is no act's id; ‘gloss journal --format csv’ has them")
    }
    return id
}

/// An act in words.
private enum JournalWords {
    static func of(_ act: Identifier, in open: OpenStudy) -> String {
        let events = Timeline(open.contents, entries: Journal.read(open.folder).entries).events.filter { $0.id == act }
        let report = JournalReport(events: events, study: open.study)
        return events.map { "\($0.verb) \(report.object($0))" }.joined(separator: "; ")
    }
}
