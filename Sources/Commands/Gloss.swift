// The root of the command line: names the subcommands, and greets a person who starts where no study is.

import ArgumentParser

/// `gloss`.
struct Gloss: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "gloss",
        abstract: "A workbench for qualitative coding at the terminal.",
        usage: """
            gloss [<study>]
            gloss <subcommand> …
            """,
        discussion: """
            Alone or with a study's folder it opens the workbench. The study is --study DIR, else the nearest folder \
            upwards that holds study.yaml. Exit codes: 0 done, 1 nothing found, 2 could not do it, 3 check found \
            problems, 64 wrong usage.
            """,
        version: "gloss 0.1.0",
        subcommands: [
            InitCommand.self, DemoCommand.self, OpenCommand.self, ImportCommand.self, ReviseCommand.self,
            DocumentsCommand.self,
            CodersCommand.self, ReadCommand.self, CodeCommand.self, CodesCommand.self, ExtractsCommand.self,
            FrequenciesCommand.self, MatrixCommand.self,
            SearchCommand.self, CooccurrenceCommand.self, FrameworkCommand.self, ThemesCommand.self, MemoCommand.self,
            JournalCommand.self,
            DisputesCommand.self, MergeCommand.self, PseudonymiseCommand.self,
            ForgetCommand.self, CheckCommand.self,
            CheckConfigCommand.self, CompletionsCommand.self,
            ManCommand.self,
        ]
    )

    static let examples = [
        "gloss demo                                # a sample study to try",
        "gloss init my-study                       # a new study",
        "gloss my-study                            # the workbench",
    ]

    /// Only reached where no study is: `ArrangedArguments` turns everything else into a subcommand.
    func run(on console: Console) throws {
        guard console.isInputTerminal && console.isOutputTerminal else {
            throw CommandFailure.couldNot(
                "there is no study here, and no terminal for the workbench; see ‘gloss --help’"
            )
        }
        try console.print(Self.startScreen)
    }

    /// What a person sees who starts where no study is.
    private static let startScreen = """
        Gloss: qualitative coding at the terminal.

        There is no study in this folder or above it.

          gloss demo             copies a sample study and opens it
          gloss init my-study    makes a new study; then, inside it:
          gloss import FILE…     takes transcripts in
          gloss                  opens the workbench

        gloss --help lists all commands.

        """
}
