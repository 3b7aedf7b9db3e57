// `gloss check-config`: says what of the configuration file cannot be used, and prints one with all defaults.

import ArgumentParser
import StudyFiles
import Workbench

/// Checks the configuration file.
struct CheckConfigCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-config",
        abstract: "Verify the configuration file.",
        discussion: "Exit code 3 when a line cannot be used. The options are explained by --defaults and ‘gloss man’."
    )

    static let examples = [
        "gloss check-config",
        "gloss check-config --format json",
        "gloss check-config --defaults > config",
    ]

    @OptionGroup var form: FormatOption<TextOrJSON>

    @Flag(help: "Print a configuration file with every option at its default, explained.")
    var defaults = false

    func run(on console: Console) throws {
        if defaults { return try console.print(PreferenceTable.commentedFile) }
        let configuration = Configuration(environment: console.environment)
        // The program has one thread, and it is the main one; the command table lives there.
        let findings = MainActor.assumeIsolated { configuration.findings }
        let report = ConfigurationReport(configuration: configuration, findings: findings)
        switch try form.chosen() {
        case .json: try console.print(String(decoding: report.json.line, as: UTF8.self))
        default: try console.print(report.text)
        }
        guard findings.isEmpty else { throw CommandFailure(.problemsFound) }
    }
}
