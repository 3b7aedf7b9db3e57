// `gloss demo`: the sample study to try things on.

import ArgumentParser

/// Copies the sample study and opens the copy.
struct DemoCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Copy the sample study and open it."
    )

    static let examples = ["gloss demo", "gloss demo ~/try-gloss", "cd $(gloss demo | cat)"]

    @Argument(help: ArgumentHelp("Where to; else gloss-demo here.", valueName: "dir"), completion: .directory)
    var folder: String?

    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let target = folder.map(console.path) ?? SampleStudy.freeFolder(on: console)
        try SampleStudy.copy(SampleStudy.find(on: console), to: target)
        guard console.isOutputTerminal && console.isInputTerminal else { return try console.print(target + "\n") }
        try WorkbenchEntry(folder: target, coder: coder, startsReading: true).open(on: console)
    }
}
