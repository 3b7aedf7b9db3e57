import TestSupport
import Testing

@testable import Commands

/// `--format`: help names what a command has, and the rest is refused.
@Suite struct FormatOptionTests {
    @Test(
        arguments: [
            (["documents", "list"], "text, csv, tsv or json."), (["coders"], "text, csv, tsv or json."),
            (["codes", "list"], "text, csv, tsv or json."), (["frequencies"], "text, csv, tsv or json."),
            (["extracts"], "text, csv, tsv, json, jsonl or md."), (["check"], "text or json."),
            (["codes", "show"], "text or json."), (["check-config"], "text or json."),
        ] as [([String], String)]
    )
    func helpNamesTheFormatsOfTheCommandAndNoOthers(command: [String], formats: String) throws {
        let help = try Stage().play(command + ["--help"]).output
        #expect(help.contains("--format <format>       \(formats)"), "\(help)")
        #expect(!help.contains("values:"))
    }

    @Test(arguments: [
        ("documents", "md", "text, csv, tsv, json"), ("coders", "jsonl", "text, csv, tsv, json"),
        ("frequencies", "md", "text, csv, tsv, json"), ("check", "csv", "text, json"),
    ])
    func aFormatThatACommandDoesNotHaveIsWrongUsage(command: String, format: String, formats: String) throws {
        let played = try Stage.withStudy().gloss(command, "--format", format)
        #expect(played.code == 64)
        #expect(played.talk == "gloss: this command has no format \(format); it has \(formats)\n")
        #expect(played.output.isEmpty)
    }

    @Test func noFormatAtAllIsWrongUsage() throws {
        #expect(try Stage.withStudy().gloss("documents", "--format", "xlsx").code == 64)
    }
}
