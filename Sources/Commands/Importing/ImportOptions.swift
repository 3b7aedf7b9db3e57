// What can be decided about a file on the command line before it is imported: the options behind `ImportChoices`.

import ArgumentParser
import Interchange

/// The corrections of an import report.
struct ImportOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The encoding, such as big5 or macroman; else it is found out.", valueName: "name"))
    var encoding: String?

    @Option(help: ArgumentHelp("The document's title.", valueName: "words"))
    var title: String?

    @Option(help: ArgumentHelp("A label that is a speaker, however rare. Can be repeated.", valueName: "label"))
    var speaker: [String] = []

    @Option(help: ArgumentHelp("A label that is no speaker. Can be repeated.", valueName: "label"))
    var notSpeaker: [String] = []

    @Option(help: ArgumentHelp("A label and whom it stands for. Can be repeated.", valueName: "label=name"))
    var alias: [String] = []

    @Option(help: ArgumentHelp("Who asks the questions; ‘none’ for nobody. Can be repeated.", valueName: "name"))
    var interviewer: [String] = []

    @Flag(help: "Make paragraphs of lines that are wrapped at one width.")
    var unwrap = false

    @Flag(help: "Make attributes of the form at the head of the text, such as Date of birth: 1902.")
    var header = false

    @Option(
        help: ArgumentHelp(
            "In a table, a column of answers: each row is a document. Can be repeated.",
            valueName: "column"
        )
    )
    var textColumn: [String] = []

    @Option(help: ArgumentHelp("In a table, the column that names the documents.", valueName: "column"))
    var idColumn: String?

    func validate() throws {
        for pair in alias where Self.parts(of: pair) == nil {
            throw ValidationError("‘\(pair)’ is no alias: write LABEL=NAME.")
        }
        if idColumn != nil && textColumn.isEmpty { throw ValidationError("--id-column goes with --text-column.") }
    }

    /// The choices that the options make.
    var choices: ImportChoices {
        var choices = ImportChoices()
        choices.encoding = encoding
        choices.title = title
        choices.speakers = speaker
        choices.notSpeakers = notSpeaker
        for pair in alias {
            if let (label, name) = Self.parts(of: pair) { choices.aliases[label] = name }
        }
        if !interviewer.isEmpty { choices.interviewers = interviewer == ["none"] ? [] : interviewer }
        choices.joinsLines = unwrap
        choices.takesHeader = header
        return choices
    }

    private static func parts(of pair: String) -> (label: String, name: String)? {
        guard let sign = pair.firstIndex(of: "=") else { return nil }
        let label = String(pair[..<sign]), name = String(pair[pair.index(after: sign)...])
        return label.isEmpty || name.isEmpty ? nil : (label, name)
    }
}
