// `gloss codes add`, `rename`, `define`, `move`, `retire`: changes of one code.

import ArgumentParser
import CodingCore
import StudyFiles

/// Adds a code.
struct CodesAddCommand: GlossCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a code or a category.")

    static let examples = [
        "gloss codes add 'Winter pressure' --under service-design",
        "gloss codes add 'Money' --kind category --colour teal",
        "gloss codes add 'Winter pressure' --definition 'Demand that comes each winter.' --why 'third interview'",
    ]

    @Argument(help: "The name, as people read it.")
    var name: String

    @Option(help: ArgumentHelp("The permanent id; else made of the name.", valueName: "slug"))
    var id: String?

    @Option(
        help: ArgumentHelp("The code or category to stand below.", valueName: "code"),
        completion: StudyWords.codes.completion
    )
    var under: String?

    @Option(help: "category, code or marker.", completion: .list(Code.Kind.allCases.map(\.rawValue)))
    var kind = Code.Kind.code.rawValue

    @Option(help: ArgumentHelp("The codebook, by its path inside the study.", valueName: "file"))
    var into: String?

    @OptionGroup var rules: CodeRules
    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        guard let kind = Code.Kind(rawValue: kind) else {
            throw CommandFailure.wrongUsage("--kind is category, code or marker, not ‘\(kind)’")
        }
        var wanted: CodeID?
        if let id {
            wanted = CodeID(id)
            if wanted == nil { throw CommandFailure.couldNot("‘\(id)’ is no id: use small letters, digits and -") }
        }
        let open = try study.load(on: console)
        var act = try open.codebookAct(by: open.author(try coder.coder(on: console), state: console.state))
        let parent = try under.map { try open.code(named: $0).id }
        let new = CodeDraft(name, id: wanted, parent: parent, kind: kind, fields: rules.fields)
        _ = try act.add(new, to: into)
        try act.write(why: reason.why)
        try console.print(act.report)
    }
}

/// The rules of use and the looks of a code, as options.
struct CodeRules: ParsableArguments {
    @Option(help: "Two or three letters to type; '' for none.")
    var mnemonic: String?

    @Option(help: "A colour, such as teal; '' for none.")
    var colour: String?

    @Option(help: "One line for the pick list, 75 characters at most.")
    var brief: String?

    @Option(help: "What the code means.")
    var definition: String?

    @Option(help: "When to use it; once for each rule.")
    var include: [String] = []

    @Option(help: "When not to use it; once for each rule.")
    var exclude: [String] = []

    @Option(help: "A passage, such as B07:214, or words.")
    var example: String?

    @Option(help: "a-priori, deductive, in-vivo or inductive.")
    var origin: String?

    /// The fields that were given.
    var fields: [(field: CodeField, words: String)] {
        let single: [(CodeField, String?)] = [
            (.mnemonic, mnemonic), (.colour, colour), (.brief, brief), (.definition, definition), (.example, example),
            (.origin, origin),
        ]
        var fields: [(field: CodeField, words: String)] = []
        for (field, words) in single { if let words { fields.append((field, trimmedOfBlanks(words))) } }
        for (field, items) in [(CodeField.include, include), (.exclude, exclude)] where !items.isEmpty {
            // An empty item clears the list; a line end inside an item would make two of it.
            let words = items.map { inOneLine(trimmedOfBlanks($0)) }.filter { !$0.isEmpty }
            fields.append((field, words.joined(separator: "\n")))
        }
        return fields
    }
}

/// Gives a code another name.
struct CodesRenameCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Give a code another name; its id stays.",
        discussion: "Codings name codes by their ids, so no coding is touched."
    )

    static let examples = [
        "gloss codes rename block-contracts 'Block contract as shelter'",
        "gloss codes rename bc 'Blocks' --why 'shorter'", "gloss codes rename block-contracts Blocks --coder jm",
    ]

    @Argument(help: "A code's id, mnemonic or unique name.", completion: StudyWords.codes.completion)
    var code: String

    @Argument(help: "The new name.")
    var name: String

    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        var act = try open.codebookAct(by: open.author(try coder.coder(on: console), state: console.state))
        try act.rename(try open.code(named: code).id, to: name)
        try act.write(why: reason.why)
        try console.print(act.report)
    }
}

/// Writes the rules of use of a code.
struct CodesDefineCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "define",
        abstract: "Write a code's definition, rules of use and looks.",
        discussion: """
            What is not named stays. Another definition, include or exclude puts the codings made before on the re-look \
            list (‘gloss codes relook’).
            """
    )

    static let examples = [
        "gloss codes define bc --definition 'Payment fixed whatever the activity.'",
        "gloss codes define bc --include 'limits on growth' --include 'shelter' --why 'B07 and C02'",
        "gloss codes define bc --colour teal --mnemonic bc --exclude ''",
    ]

    @Argument(help: "A code's id, mnemonic or unique name.", completion: StudyWords.codes.completion)
    var code: String

    @OptionGroup var rules: CodeRules
    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        guard !rules.fields.isEmpty else {
            throw CommandFailure.wrongUsage(
                "say what to write, such as --definition '…'; ‘gloss codes define --help’ lists all"
            )
        }
        let open = try study.load(on: console)
        let code = try open.code(named: code)
        var act = try open.codebookAct(by: open.author(try coder.coder(on: console), state: console.state))
        try act.set(rules.fields, of: code.id)
        let changesRules = act.edits.contains { edit in CodeField.rules.contains { $0.rawValue == edit.field } }
        try act.write(why: reason.why)
        try console.print(act.report)
        guard changesRules else { return }
        let after = try open.folder.load().study
        let older = after.codings.count {
            after.codebook.resolve($0.code) == code.id && after.codebook.isUnderOlderDefinition($0)
        }
        if older > 0 {
            console.say("\(counted(older, "coding")) made under an older definition: ‘gloss codes relook \(code.id)’")
        }
    }
}

/// Puts a code elsewhere in the tree.
struct CodesMoveCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Put a code elsewhere in the tree."
    )

    static let examples = [
        "gloss codes move bc --under contracting", "gloss codes move bc --top",
        "gloss codes move bc --after flexible-services",
    ]

    @Argument(help: "A code's id, mnemonic or unique name.", completion: StudyWords.codes.completion)
    var code: String

    @Option(
        help: ArgumentHelp("The code or category to stand below.", valueName: "code"),
        completion: StudyWords.codes.completion
    )
    var under: String?

    @Flag(help: "To the top of the tree.")
    var top = false

    @Option(
        help: ArgumentHelp("The code of the same codebook to stand behind.", valueName: "code"),
        completion: StudyWords.codes.completion
    )
    var after: String?

    @Flag(help: "Before all others of its codebook.")
    var first = false

    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func validate() throws {
        guard under != nil || top || after != nil || first else {
            throw ValidationError("Say where to: --under CODE, --top, --after CODE or --first.")
        }
        guard !(under != nil && top), !(after != nil && first) else {
            throw ValidationError("Name one place: --under or --top, --after or --first.")
        }
    }

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let code = try open.code(named: code)
        var act = try open.codebookAct(by: open.author(try coder.coder(on: console), state: console.state))
        if top || under != nil { try act.move(code.id, under: try under.map { try open.code(named: $0).id }) }
        if let after {
            let sibling = try open.code(named: after)
            if under == nil, !top { try act.move(code.id, under: sibling.parent) }
            try act.order(code.id, after: sibling.id)
        } else if first {
            try act.order(code.id, after: nil)
        }
        try act.write(why: reason.why)
        try console.print(act.report)
    }
}

/// Retires a code, or brings it back.
struct CodesRetireCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: "Offer a code no longer; its codings stay.",
        discussion: "Nothing is deleted. What stands below a retired category stays where it is."
    )

    static let examples = [
        "gloss codes retire below-full-cost", "gloss codes retire bc --why 'never used after B04'",
        "gloss codes retire bc --back",
    ]

    @Argument(help: "A code's id, mnemonic or unique name.", completion: StudyWords.codes.completion)
    var code: String

    @Flag(help: "Bring a retired or merged code back.")
    var back = false

    @OptionGroup var reason: WhyOption
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        // A merged code is found by its id only: its other names lead to where it went.
        let exact = CodeID(code).flatMap { open.study.codebook[$0]?.id }
        let id = try exact ?? open.code(named: code).id
        var act = try open.codebookAct(by: open.author(try coder.coder(on: console), state: console.state))
        if back { try act.restore(id) } else { try act.retire(id) }
        try act.write(why: reason.why)
        try console.print(act.report)
    }
}
