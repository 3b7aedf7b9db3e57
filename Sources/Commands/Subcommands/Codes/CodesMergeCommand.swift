// `gloss codes merge`, `split` and `adopt`: codes become one, one becomes two, a coder's proposal becomes everybody's.

import ArgumentParser
import CodingCore
import StudyFiles

/// Merges codes.
struct CodesMergeCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Merge codes into another; --dry-run shows what moves.",
        discussion: """
            No coding is written: the codebook says merged-into, and the codings count as the other code's from now on. \
            ‘gloss journal undo’ brings all back exactly.
            """
    )

    static let examples = [
        "gloss codes merge block-money --into block-contracts --dry-run",
        "gloss codes merge bm fc --into bc --why 'one idea'", "gloss codes merge rs/blocks --into block-contracts",
    ]

    @Argument(help: "The codes that go.", completion: StudyWords.codes.completion)
    var codes: [String]

    @Option(help: ArgumentHelp("The code that stays.", valueName: "code"), completion: StudyWords.codes.completion)
    var into: String

    @Flag(help: "Only show what would move.")
    var dryRun = false

    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let heir = try open.code(named: into)
        let sources = try open.codes(named: codes)
        var act = try open.codebookAct(by: open.author(try coder.coder(on: console), state: console.state))
        try act.merge(sources.map(\.id), into: heir.id)
        let preview = MergePreview(of: sources.map(\.id), into: heir.id, in: open.study)
        try console.print(CodebookChangeReport.text(of: preview))
        guard !dryRun else { return }
        try act.write(why: reason.why)
        try console.print("merged \(sources.map(\.id.description).joined(separator: ", ")) into \(heir.id)\n")
    }
}

/// Splits a code.
struct CodesSplitCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Move some codings of a code to a new one, or to another.",
        discussion: """
            The codings are those that the query takes among the code's own, or those named by --coding. They get the other \
            code in your own log, whoever made them; ‘gloss journal undo’ takes the act back as one.
            """
    )

    static let examples = [
        "gloss codes split bc --into 'Block as shelter' --where 'text:\"protects us\"' --dry-run",
        "gloss codes split bc --into block-as-shelter --where 'site:B star:>=1' --why 'two ideas'",
        "gloss codes split bc --into 'Block as shelter' --coding 0199a3c1-5b20-7cc1-9d11-0f4b5a6c7d8e",
    ]

    @Argument(help: "The code to split.", completion: StudyWords.codes.completion)
    var code: String

    @Option(help: "The code for the codings that move: one that there is, or the name of a new one.")
    var into: String

    @Option(name: .customLong("where"), help: ArgumentHelp("Which of its codings move.", valueName: "query"))
    var query: String?

    @Option(help: ArgumentHelp("A coding that moves, by its id; may be said again.", valueName: "id"))
    var coding: [String] = []

    @Flag(help: "Only list what would move.")
    var dryRun = false

    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func validate() throws {
        guard query != nil || !coding.isEmpty else {
            throw ValidationError("Say which codings move: --where QUERY, or --coding ID.")
        }
    }

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let code = try open.code(named: code)
        let moving = try moving(from: code, in: open)
        guard !moving.isEmpty else {
            throw CommandFailure.couldNot("no coding of \(code.id) is among those, so nothing is split")
        }
        let author = open.author(try coder.coder(on: console), state: console.state)
        var act = try open.codebookAct(by: author)
        let target = try target(of: code, in: open, &act)
        let count = open.study.codings.count { open.study.codebook.resolve($0.code) == code.id }
        let rows = moving.map { "  \($0.locator)  \(inOneLine($0.text))  (\($0.coding.coder))\n" }.joined()
        try console.print(
            "\(code.id): \(counted(count, "coding")) → \(count - moving.count) + \(moving.count) (\(target.name))\n"
                + rows
        )
        guard !dryRun else { return }
        let id = author.identifiers.next()
        try act.write(act: id, why: reason.why)
        let codebook = try open.folder.load().study.codebook
        guard let heir = codebook[target.id] else {
            throw CommandFailure.couldNot("\(target.id) could not be read again")
        }
        let session = CodingSession(author)
        defer { session.close() }
        try session.recode(moving.map(\.coding), to: heir, in: open.study, act: id)
        try console.print("split \(code.id): \(counted(moving.count, "coding")) now \(heir.id)\n")
    }

    private func moving(from code: Code, in open: OpenStudy) throws -> [Extract] {
        let wanted = Set(coding.compactMap { Identifier($0) })
        if let wrong = coding.first(where: { Identifier($0) == nil }) {
            throw CommandFailure.couldNot(
                "‘\(wrong)’ is no id of a coding; ‘gloss extracts code:\(code.id) --format json’ has them"
            )
        }
        let query = try Query("code:\(code.id) " + (query.map { "(\($0))" } ?? ""), in: open.study)
        let all = try Extracts(open.corpus, query: query, sha256: { SHA256.hexadecimal(of: $0) }).extracts
        return all.filter { $0.code == code.id && (wanted.isEmpty || wanted.contains($0.coding.id)) }
    }

    /// The code to move to, made if there is none.
    private func target(of code: Code, in open: OpenStudy, _ act: inout CodebookAct) throws -> (
        id: CodeID, name: String
    ) {
        if let there = open.study.codebook.find(into) {
            guard there.id != code.id, there.isApplicable else {
                throw CommandFailure.couldNot("\(there.id) cannot take the codings: name another code, or a new name")
            }
            return (there.id, there.name)
        }
        let parent = code.parent
        let id = try act.add(CodeDraft(into, parent: parent), after: code.id)
        return (id, into)
    }
}

/// Adopts a proposal.
struct CodesAdoptCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Take a coder's proposed code into the codebook.",
        discussion: """
            The new code says ‘was’, and what was coded with the proposal counts as coded with it. Nobody else's file is \
            touched. ‘gloss codes merge CODER/NAME --into CODE’ lets a code adopt it that there is.
            """
    )

    static let examples = [
        "gloss codes adopt rs/winter-pressure --under service-design",
        "gloss codes adopt rs/trust --name 'Trust in people'",
        "gloss codes adopt rs/trust --into codebooks/relations.yaml --why 'team meeting'",
    ]

    @Argument(help: "The proposal: CODER/NAME.", completion: StudyWords.codes.completion)
    var proposal: String

    @Option(help: ArgumentHelp("Another name than the proposal's.", valueName: "words"))
    var name: String?

    @Option(
        help: ArgumentHelp("The code or category to stand below.", valueName: "code"),
        completion: StudyWords.codes.completion
    )
    var under: String?

    @Option(help: ArgumentHelp("The codebook, by its path inside the study.", valueName: "file"))
    var into: String?

    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let code = try open.code(named: proposal)
        guard code.id.proposer != nil else {
            throw CommandFailure.couldNot(
                "\(code.id) is no proposal, or was adopted already; ‘gloss codes’ shows proposals"
            )
        }
        var act = try open.codebookAct(by: open.author(try coder.coder(on: console), state: console.state))
        _ = try act.adopt(code, named: name, under: try under.map { try open.code(named: $0).id }, into: into)
        try act.write(why: reason.why)
        try console.print(act.report)
    }
}
