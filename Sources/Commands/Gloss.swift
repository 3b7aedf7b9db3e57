// The root of the command line: without a subcommand it opens the workbench.

import ArgumentParser
import StudyFiles

/// `gloss`, alone or with a study's folder.
struct Gloss: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "gloss",
        abstract: "A workbench for qualitative coding at the terminal.",
        discussion: "Alone or with a study's folder it opens the workbench.",
        version: "gloss 0.1.0",
        subcommands: [
            CompletionsCommand.self,
        ]
    )

    static let examples = [
        "gloss init my-study             # a new study",
        "gloss demo                      # a sample study to try",
        "gloss my-study                  # open the workbench",
    ]

    @Argument(help: ArgumentHelp("A study's folder.", valueName: "study"))
    var folder: String?

    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
    }
}
