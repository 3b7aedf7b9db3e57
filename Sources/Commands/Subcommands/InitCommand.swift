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

    func validate() throws {
        // An empty word is most often a shell variable that is not set; it must not make a study right here.
        if folder.isEmpty { throw ValidationError("Name a folder for the study; ‘.’ is this one.") }
    }

    func run(on console: Console) throws {
        let path = console.path(folder)
        let id = try coder.coder(on: console)
        let made = try StudyFolder.create(
            at: path,
            title: trimmedOfBlanks(title ?? "").isEmpty ? Self.name(of: path) : title ?? "",
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

    /// A folder's own name, which `.` and `..` at the end of a path do not say.
    private static func name(of path: String) -> String {
        var names: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = names.popLast() } else { names.append(part) }
        }
        return names.last.map(String.init) ?? "study"
    }
}

extension MethodProfile: ExpressibleByArgument {}
