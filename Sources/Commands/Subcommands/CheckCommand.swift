// `gloss check`: verifies everything and says what was verified.

import ArgumentParser
import CodingCore
import StudyFiles

/// Checks a study.
struct CheckCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Verify every line, passage and reference.",
        discussion: """
            Exit code 3 when something needs a person; warnings alone are 0. Nothing is written, unless --repair is \
            given, which does only what loses nothing, says what it did, and then checks.
            """
    )

    static let examples = ["gloss check", "gloss check --repair", "gloss check --format json"]

    @Flag(help: "Put right what can be put right without losing anything.")
    var repair = false

    @OptionGroup var form: FormatOption<TextOrJSON>

    @OptionGroup var study: StudyOptions

    func run(on console: Console) throws {
        let format = try form.chosen()
        let folder = try study.folder(on: console)
        let repairs = repair ? try Repairer.repair(folder, replicas: console.replicas) : nil
        let report = CheckReport(findings: Checker.check(folder), verified: .init(folder), repairs: repairs)
        try console.print(format == .json ? String(decoding: report.json.line, as: UTF8.self) : report.text)
        guard report.problems.isEmpty else { throw CommandFailure(.problemsFound) }
    }
}
