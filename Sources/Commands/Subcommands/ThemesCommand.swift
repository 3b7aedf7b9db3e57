// `gloss themes`: claims built from codes and extracts, with what they rest on.

import ArgumentParser
import CodingCore
import StudyFiles

/// Themes.
struct ThemesCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: "Show, make and relate themes.",
        subcommands: [
            ThemesListCommand.self, ThemesShowCommand.self, ThemesAddCommand.self, ThemesSetCommand.self,
            ThemesLinkCommand.self, ThemesRelateCommand.self, ThemesMapCommand.self,
        ],
        defaultSubcommand: ThemesListCommand.self
    )

    static let examples = [
        "gloss themes", "gloss themes --format md --output themes.md",
        "gloss themes add 'Nobody owns a decision that everybody supports'",
    ]

    func run(on console: Console) throws { throw CleanExit.helpRequest(self) }
}

/// The theme table.
struct ThemesListCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Print the theme table with quotes and counter-examples."
    )

    static let examples = [
        "gloss themes list", "gloss themes list --format md", "gloss themes list --all --format csv",
    ]

    @Flag(help: "Also themes that were set aside.")
    var all = false

    @OptionGroup var data: DataOptions<ReportFormats>
    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let themes = open.study.themes.filter { all || $0.status != .aside }
        let report = ThemeReport(themes: try open.evidence(of: themes), study: open.study)
        try data.deliver(
            .init(
                text: { report.text },
                table: { report.columns },
                json: { report.json },
                markdown: { report.markdown }
            ),
            object: "themes",
            question: "",
            of: open,
            on: console
        )
    }
}

/// One theme.
struct ThemesShowCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a theme with what it rests on."
    )

    static let examples = [
        "gloss themes show t-nobody-owns-it", "gloss themes show 'Nobody owns it' --format json",
        "gloss themes show t-x",
    ]

    @Argument(help: "A theme's id or unique name.", completion: StudyWords.themes.completion)
    var theme: String

    @OptionGroup var form: FormatOption<TextOrJSON>
    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let theme = try open.theme(named: theme)
        let all = try open.evidence(of: [theme])
        guard let evidence = all.first?.evidence else { return }
        if try form.chosen() == .json {
            let json = ThemeReport(themes: all, study: open.study).json
            return try console.print(String(decoding: json.line, as: UTF8.self))
        }
        let memos = MemoFolder.read(root: open.folder.root).memos.about(.theme(theme.id))
        try console.print(ThemeReport.text(of: theme, evidence, memos: memos, in: open.study))
    }
}

/// What is said of a theme, as options.
struct ThemeWords: ParsableArguments {
    @Option(help: "The central organising concept, in one sentence.")
    var concept: String?

    @Option(help: "The question of the study that it answers.")
    var question: String?

    @Option(help: "draft, settled or set-aside.", completion: .list(Theme.Status.allCases.map(\.rawValue)))
    var status: String?

    @Option(name: .customLong("not"), help: ArgumentHelp("What it is not about; once for each.", valueName: "words"))
    var boundaries: [String] = []

    @Option(help: ArgumentHelp("A file with the story in Markdown; - reads it here.", valueName: "file"))
    var story: String?

    func fields(on console: Console) throws -> [(field: ThemeField, words: String)] {
        var fields: [(field: ThemeField, words: String)] = []
        if let concept { fields.append((.concept, inOneLine(trimmedOfBlanks(concept)))) }
        if let question { fields.append((.question, inOneLine(trimmedOfBlanks(question)))) }
        if let status {
            guard let known = Theme.Status(rawValue: status) else {
                throw CommandFailure.couldNot("--status is draft, settled or set-aside, not ‘\(status)’")
            }
            fields.append((.status, known == .draft ? "" : known.rawValue))
        }
        if !boundaries.isEmpty {
            let words = boundaries.map { inOneLine(trimmedOfBlanks($0)) }.filter { !$0.isEmpty }
            fields.append((.boundaries, words.joined(separator: "\n")))
        }
        if let story { fields.append((.story, try console.words(of: story))) }
        return fields
    }
}

/// Makes a theme.
struct ThemesAddCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make a theme: a claim, with its concept and its codes."
    )

    static let examples = [
        "gloss themes add 'Nobody owns a decision that everybody supports' --code cc",
        "gloss themes add 'The block shelters what it starves' --concept 'Money that cannot move also cannot be taken.'",
        "gloss themes add 'Data describe activity, not need' --code da --code ev --why 'third reading'",
    ]

    @Argument(help: "The name: a claim, not a topic.")
    var name: String

    @Option(help: ArgumentHelp("The permanent id, t-SLUG; else made of the name.", valueName: "id"))
    var id: String?

    @Option(
        name: .customLong("code"),
        help: ArgumentHelp("A code that it is built from; may be said again.", valueName: "code")
    )
    var codes: [String] = []

    @OptionGroup var words: ThemeWords
    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let name = inOneLine(trimmedOfBlanks(name))
        guard !name.isEmpty, let id = id.map({ ThemeID($0) }) ?? open.folder.freeThemeID(for: name) else {
            throw CommandFailure.couldNot("a theme needs a name, and an id such as t-nobody-owns-it")
        }
        var theme = Theme(id: id, name: name)
        for field in try words.fields(on: console) { theme.set(field.field, to: field.words) }
        theme.codes = try open.codes(named: codes).map(\.id)
        let author = open.author(try coder.coder(on: console), state: console.state)
        let made = try open.folder.addTheme(theme, why: reason.why, by: author)
        try console.print("added \(made.id)  \(made.name)\n")
        if let hint = made.hint(in: open.study.codebook) { console.say("gloss: \(hint)") }
    }
}

/// Changes what is said of a theme.
struct ThemesSetCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change a theme's name, concept, story, status or boundaries."
    )

    static let examples = [
        "gloss themes set t-x --name 'Blame travels to whoever has no owner'", "gloss themes set t-x --status settled",
        "gloss themes set t-x --story story.md --why 'after the second reading'",
    ]

    @Argument(help: "A theme's id or unique name.", completion: StudyWords.themes.completion)
    var theme: String

    @Option(help: "The name: a claim, not a topic.")
    var name: String?

    @OptionGroup var words: ThemeWords
    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let theme = try open.theme(named: theme)
        var fields = try words.fields(on: console)
        if let name {
            let words = inOneLine(trimmedOfBlanks(name))
            guard !words.isEmpty else { throw CommandFailure.couldNot("a theme needs a name") }
            fields.append((.name, words))
        }
        guard !fields.isEmpty else {
            throw CommandFailure.wrongUsage(
                "say what to change, such as --concept '…'; ‘gloss themes set --help’ lists all"
            )
        }
        let author = open.author(try coder.coder(on: console), state: console.state)
        try console.print(report(try open.folder.setTheme(theme.id, fields, why: reason.why, by: author)))
    }
}

/// Ties codes and passages to a theme.
struct ThemesLinkCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Tie codes, key extracts and contrary cases to a theme, or untie them."
    )

    static let examples = [
        "gloss themes link t-x --code bc --code fx",
        "gloss themes link t-x --extract 0199a3c1-5b20-7cc1-9d11-0f4b5a6c7d8e",
        "gloss themes link t-x --code bc --remove",
    ]

    @Argument(help: "A theme's id or unique name.", completion: StudyWords.themes.completion)
    var theme: String

    @Option(name: .customLong("code"), help: ArgumentHelp("A code; may be said again.", valueName: "code"))
    var codes: [String] = []

    @Option(
        name: .customLong("extract"),
        help: ArgumentHelp("A coding that shows it well, by its id.", valueName: "id")
    )
    var extracts: [String] = []

    @Option(help: ArgumentHelp("A coding that speaks against it, by its id.", valueName: "id"))
    var contrary: [String] = []

    @Flag(help: "Untie them.")
    var remove = false

    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        guard !codes.isEmpty || !extracts.isEmpty || !contrary.isEmpty else {
            throw CommandFailure.wrongUsage("say what to tie: --code, --extract or --contrary")
        }
        let open = try study.load(on: console)
        var theme = try open.theme(named: theme)
        let before = theme
        let wanted = try open.codes(named: codes).map(\.id)
        theme.codes = remove ? theme.codes.filter { !wanted.contains($0) } : (theme.codes + wanted).uniqued()
        theme.extracts = try tied(extracts, to: theme.extracts, open)
        theme.contrary = try tied(contrary, to: theme.contrary, open)
        let fields = [ThemeField.codes, .extracts, .contrary].filter { theme[$0] != before[$0] }
            .map { (field: $0, words: theme[$0]) }
        let author = open.author(try coder.coder(on: console), state: console.state)
        try console.print(report(try open.folder.setTheme(theme.id, fields, why: reason.why, by: author)))
    }

    private func tied(_ ids: [String], to extracts: [ThemeExtract], _ open: OpenStudy) throws -> [ThemeExtract] {
        var extracts = extracts
        for id in ids {
            if remove {
                extracts.removeAll { $0.coding.description == id }
            } else {
                let extract = try open.extract(id)
                if !extracts.contains(where: { $0.coding == extract.coding }) { extracts.append(extract) }
            }
        }
        return extracts
    }
}

/// Says how one theme bears on another.
struct ThemesRelateCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "relate",
        abstract: "Say how one theme bears on another; circles are legal."
    )

    static let examples = [
        "gloss themes relate t-a t-b --how feeds", "gloss themes relate t-a t-b --how 'is sheltered by'",
        "gloss themes relate t-a t-b --remove",
    ]

    @Argument(help: "The theme from which the arrow goes.", completion: StudyWords.themes.completion)
    var from: String

    @Argument(help: "The theme to which it goes.", completion: StudyWords.themes.completion)
    var to: String

    @Option(help: "In which way.")
    var how = ""

    @Flag(help: "Take the relation away.")
    var remove = false

    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        var theme = try open.theme(named: from)
        let target = try open.theme(named: to)
        theme.relations.removeAll { $0.to == target.id }
        if !remove { theme.relations.append(ThemeRelation(to: target.id, how: inOneLine(trimmedOfBlanks(how)))) }
        let author = open.author(try coder.coder(on: console), state: console.state)
        let edits = try open.folder.setTheme(
            theme.id,
            [(field: .relations, words: theme[.relations])],
            why: reason.why,
            by: author
        )
        try console.print(report(edits))
    }
}

/// The theme map.
struct ThemesMapCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Print the theme map: an outline, a drawing, or a graph for Graphviz."
    )

    static let examples = [
        "gloss themes map", "gloss themes map --dot | dot -Tsvg > themes.svg", "gloss themes map --drawing",
    ]

    @Flag(help: "In the DOT language.")
    var dot = false

    @Flag(help: "As boxes and arrows, 72 columns wide.")
    var drawing = false

    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let map = ThemeMap(open.study.themes, codebook: open.study.codebook)
        if drawing { return try console.print(map.drawing(columns: 72).map { $0 + "\n" }.joined()) }
        try console.print(dot ? map.dot : map.outline)
    }
}

extension Console {
    /// The words of a file, or of standard input for `-`.
    func words(of name: String) throws -> String {
        let bytes = name == "-" ? try readInput() : try Disk.read(path(name), limit: 1 << 20)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure.couldNot("\(name): this is not UTF-8; save it again as UTF-8")
        }
        return trimmedOfBlanks(text)
    }
}
