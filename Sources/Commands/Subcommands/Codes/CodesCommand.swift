// `gloss codes`: the codebook as a list, and one entry of it; the subcommands that change it are beside this file.

import ArgumentParser
import CodingCore
import StudyFiles

/// The codebook.
struct CodesCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes",
        abstract: "Show and change the codebook.",
        subcommands: [
            CodesListCommand.self, CodesShowCommand.self, CodesAddCommand.self, CodesRenameCommand.self,
            CodesDefineCommand.self, CodesMoveCommand.self, CodesMergeCommand.self, CodesSplitCommand.self,
            CodesRetireCommand.self, CodesAdoptCommand.self, CodesRelookCommand.self, CodesTreeCommand.self,
            CodesAccumulationCommand.self, CodesImportCommand.self, CodesExportCommand.self,
        ],
        defaultSubcommand: CodesListCommand.self
    )

    static let examples = [
        "gloss codes", "gloss codes show block-contracts", "gloss codes --format csv > codebook.csv",
    ]

    func run(on console: Console) throws { throw CleanExit.helpRequest(self) }
}

/// Lists all codes in the codebook's order.
struct CodesListCommand: GlossCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List all codes as a tree.")

    static let examples = ["gloss codes list", "gloss codes list --format json", "gloss codes list --study my-study"]

    @OptionGroup var data: DataOptions<TableFormats>
    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let report = CodebookReport(codebook: open.study.codebook)
        try data.deliver(
            .init(text: { report.text }, table: { report.columns }, json: { report.json }),
            object: "codebook",
            question: "",
            of: open,
            on: console
        )
    }
}

/// Shows one code with its rules of use.
struct CodesShowCommand: GlossCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a code with its rules of use.")

    static let examples = [
        "gloss codes show block-contracts", "gloss codes show bc", "gloss codes show 'Block contracts' --format json",
    ]

    @Argument(help: "A code's id, mnemonic or unique name.", completion: StudyWords.codes.completion)
    var code: String

    @OptionGroup var form: FormatOption<TextOrJSON>

    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let report = CodebookReport(codebook: open.study.codebook)
        let code = try open.code(named: code)
        switch try form.chosen() {
        case .json: try console.print(String(decoding: report.json(of: code).line, as: UTF8.self))
        default: try console.print(report.text(of: code))
        }
    }
}
