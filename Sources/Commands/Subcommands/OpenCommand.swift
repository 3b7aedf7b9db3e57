// `gloss open`: the workbench at a document.

import ArgumentParser
import StudyFiles

/// Opens the workbench.
struct OpenCommand: GlossCommand {
    static let configuration = CommandConfiguration(commandName: "open", abstract: "Open the workbench at a document.")

    static let examples = ["gloss open", "gloss open B07", "gloss open B07 --at 214"]

    @Argument(
        help: "A document's id, or its last part; else the one opened last.",
        completion: StudyWords.documents.completion
    )
    var document: String?

    @Option(help: ArgumentHelp("The line to go to.", valueName: "line"))
    var at: Int?

    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func validate() throws {
        if let at, at < 1 { throw ValidationError("Lines are counted from 1.") }
        if at != nil && document == nil { throw ValidationError("--at goes with a document.") }
    }

    func run(on console: Console) throws {
        let folder = try study.folder(on: console)
        try WorkbenchEntry(folder: folder.root, coder: coder, document: document, line: at).open(on: console)
    }
}
