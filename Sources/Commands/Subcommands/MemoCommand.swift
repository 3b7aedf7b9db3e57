// `gloss memo`: dated notes with a kind and links.

import ArgumentParser
import CodingCore
import StudyFiles

/// Memos.
struct MemoCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "memo",
        abstract: "Read, write, link and export memos.",
        subcommands: [
            MemoListCommand.self, MemoShowCommand.self, MemoAddCommand.self, MemoSetCommand.self,
            MemoExportCommand.self,
        ],
        defaultSubcommand: MemoListCommand.self
    )

    static let examples = [
        "gloss memo", "gloss memo add 'I hear “confusion” as blame.' --kind reflexive --link code:cc",
        "gloss memo export --output memos.md",
    ]

    func run(on console: Console) throws { throw CleanExit.helpRequest(self) }
}

/// Which memos.
struct MemoFilter: ParsableArguments {
    @Option(
        help: "reflexive, analytic, method, question or decision.",
        completion: .list(Memo.Kind.allCases.map(\.rawValue))
    )
    var kind: String?

    @Option(
        help: ArgumentHelp(
            "Only those linked to this: code:NAME, theme:NAME, document:NAME, passage:ID.",
            valueName: "link"
        )
    )
    var about: String?

    @Option(help: "Only those with these words.")
    var search: String?

    @Option(help: ArgumentHelp("Only this coder's.", valueName: "coder"))
    var by: String?

    /// The memos taken, newest first; what could not be read goes to standard error.
    func memos(of open: OpenStudy, on console: Console) throws -> [Memo] {
        let read = MemoFolder.read(root: open.folder.root)
        for finding in read.findings { console.say("gloss: \(finding)") }
        var memos = read.memos
        if let kind {
            guard let wanted = Memo.Kind(rawValue: kind) else {
                let known = Memo.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandFailure.couldNot("there is no kind of memo ‘\(kind)’; there are \(known)")
            }
            memos = memos.filter { $0.kind == wanted }
        }
        if let about { memos = memos.about(try open.link(about, memos: read.memos)) }
        if let by { memos = memos.filter { $0.coder?.description == by } }
        if let search {
            let wanted = search.lowercased()
            memos = memos.filter { $0.text.lowercased().firstRange(of: wanted) != nil }
        }
        return memos
    }
}

/// Lists memos.
struct MemoListCommand: GlossCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List memos, newest first.")

    static let examples = [
        "gloss memo list --kind reflexive", "gloss memo list --about code:block-contracts",
        "gloss memo list --search blame --format json",
    ]

    @OptionGroup var filter: MemoFilter
    @OptionGroup var data: DataOptions<TableFormats>
    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let report = MemoReport(memos: try filter.memos(of: open, on: console))
        try data.deliver(
            .init(text: { report.text }, table: { report.columns }, json: { report.json }),
            object: "memos",
            question: "",
            of: open,
            on: console
        )
    }
}

/// Shows a memo.
struct MemoShowCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a memo with its links and what names it."
    )

    static let examples = [
        "gloss memo show 2026-11-22-rs-contract-not-person", "gloss memo show contract-not-person",
        "gloss memo show blame",
    ]

    @Argument(help: "A memo's id, or a part of it that no other has.", completion: StudyWords.memos.completion)
    var memo: String

    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let memos = MemoFolder.read(root: open.folder.root).memos
        let memo = try memos.named(memo)
        try console.print(MemoReport(memos: memos).text(of: memo))
    }
}

/// Writes a memo.
struct MemoAddCommand: GlossCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Write a memo.")

    static let examples = [
        "gloss memo add 'Contract form, not commissioner.' --link code:bc --link document:B07",
        "gloss memo add - --kind reflexive < note.md",
        "gloss memo add 'Split CC into who decides and who pays?' --kind question --link theme:t-x",
    ]

    @Argument(help: "The words, in Markdown; the first line is the title. - reads them here.")
    var text: String

    @Option(
        help: "reflexive, analytic, method, question or decision.",
        completion: .list(Memo.Kind.allCases.map(\.rawValue))
    )
    var kind = Memo.Kind.analytic.rawValue

    @Option(help: ArgumentHelp("code:NAME, theme:NAME, document:NAME, passage:ID or memo:ID.", valueName: "link"))
    var link: [String] = []

    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        guard let kind = Memo.Kind(rawValue: kind) else {
            let known = Memo.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure.couldNot("there is no kind of memo ‘\(kind)’; there are \(known)")
        }
        let open = try study.load(on: console)
        let memos = link.contains { $0.hasPrefix("memo:") } ? MemoFolder.read(root: open.folder.root).memos : []
        let links = try link.map { try open.link($0, memos: memos) }
        let words = text == "-" ? try console.words(of: "-") : text
        let author = open.author(try coder.coder(on: console), state: console.state)
        let memo = try open.folder.addMemo(words, kind: kind, links: links, by: author)
        try console.print("saved \(memo.id)\n")
    }
}

/// Changes a memo.
struct MemoSetCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change a memo's words, kind or links."
    )

    static let examples = [
        "gloss memo set contract-not-person --kind decision", "gloss memo set contract-not-person --link code:bc",
        "gloss memo set contract-not-person --text - < note.md",
    ]

    @Argument(help: "A memo's id, or a part of it that no other has.", completion: StudyWords.memos.completion)
    var memo: String

    @Option(help: "reflexive, analytic, method, question or decision.")
    var kind: String?

    @Option(help: ArgumentHelp("Link it to this too.", valueName: "link"))
    var link: [String] = []

    @Option(help: ArgumentHelp("Link it to this no longer.", valueName: "link"))
    var unlink: [String] = []

    @Option(help: "The words, in Markdown; - reads them here.")
    var text: String?

    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let memos = MemoFolder.read(root: open.folder.root).memos
        let memo = try memos.named(memo)
        var fields: [(field: MemoField, words: String)] = []
        if let kind {
            guard Memo.Kind(rawValue: kind) != nil else {
                let known = Memo.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandFailure.couldNot("there is no kind of memo ‘\(kind)’; there are \(known)")
            }
            fields.append((.kind, kind))
        }
        if !link.isEmpty || !unlink.isEmpty {
            let gone = try unlink.map { words in try MemoLink(words) ?? open.link(words, memos: memos) }
            let kept = memo.links.filter { link in !gone.contains { $0.isAbout(link) } }
            let new = try link.map { try open.link($0, memos: memos) }.filter { link in
                !kept.contains { $0.isAbout(link) }
            }
            fields.append((.links, (kept + new).map(\.words).joined(separator: "\n")))
        }
        if let text {
            let words = text == "-" ? try console.words(of: "-") : trimmedOfBlanks(text)
            guard !words.isEmpty else { throw CommandFailure.couldNot("a memo needs words") }
            fields.append((.text, words))
        }
        guard !fields.isEmpty else {
            throw CommandFailure.wrongUsage("say what to change: --kind, --link, --unlink or --text")
        }
        let author = open.author(try coder.coder(on: console), state: console.state)
        try console.print(report(try open.folder.setMemo(memo.id, fields, why: reason.why, by: author)))
    }
}

/// All memos in one file.
struct MemoExportCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print memos as one text in Markdown."
    )

    static let examples = [
        "gloss memo export --output memos.md", "gloss memo export --kind reflexive",
        "gloss memo export --about theme:t-x",
    ]

    @OptionGroup var filter: MemoFilter
    @OptionGroup var data: DataOptions<MarkdownFormats>
    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let report = MemoReport(memos: try filter.memos(of: open, on: console).reversed())
        try data.deliver(
            .init(
                text: { report.text },
                table: { report.columns },
                json: { report.json },
                markdown: { report.markdown }
            ),
            object: "memos",
            question: "",
            of: open,
            on: console
        )
    }
}

extension [Memo] {
    /// The memo that a person names by its id, or a part of it.
    fileprivate func named(_ name: String) throws -> Memo {
        if let exact = first(where: { $0.id.description == name }) { return exact }
        let holding = filter { $0.id.description.firstRange(of: name) != nil }
        if let only = holding.first, holding.count == 1 { return only }
        if holding.isEmpty { throw CommandFailure.couldNot("there is no memo ‘\(name)’; ‘gloss memo’ lists them") }
        let ids = holding.prefix(5).map(\.id.description).joined(separator: ", ")
        throw CommandFailure.couldNot("several memos have ‘\(name)’ in their ids: \(ids)")
    }
}
