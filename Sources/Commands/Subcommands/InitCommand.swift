// `gloss init`: a new study.

import ArgumentParser
import CodingCore
import StudyFiles

/// Makes a study.
struct InitCommand: GlossCommand {
    static let configuration = CommandConfiguration(commandName: "init", abstract: "Make a new study.")

    static let examples = [
        "gloss init my-study --title 'Community services'",
        "gloss init my-study --codebook nhs-commissioning.yaml",
        "gloss init review --method synthesis",
    ]

    @Argument(help: ArgumentHelp("The folder; made when it is missing.", valueName: "dir"))
    var folder: String

    @Option(help: "The study's title; else the folder's name.")
    var title: String?

    @Option(help: "How the team works; sets defaults and wording only.")
    var method: MethodProfile = .reflexive

    @Option(help: ArgumentHelp("A codebook to copy into the study.", valueName: "file"))
    var codebook: String?

    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let path = console.path(folder)
        let name = path.split(separator: "/").last.map(String.init) ?? "study"
        let id = try coder.coder(on: console)
        let made = try StudyFolder.create(
            at: path,
            title: title ?? name,
            method: method,
            codebook: codebook.map(console.path),
            coder: id,
            replicas: console.replicas,
            identifiers: IdentifierSource()
        )
        for finding in made.findings { console.say("gloss: \(finding)") }
        try console.print("made \(made.folder.root)\n")
        console.say("Next: gloss import --study \(folder) FILE…")
    }
}

extension MethodProfile: ExpressibleByArgument {}
