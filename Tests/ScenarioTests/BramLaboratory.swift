// Fixture BRAM of METHODS.md as a study on disk, made with the built program, and that program to work on it.

import TestSupport
import Testing

/// Forty interviews at four sites, coded by one coder.
final class BramLaboratory {
    private let folder: TemporaryDirectory
    private let environment: [String: String]

    init() throws {
        let fixture = BramFixture()
        folder = try TemporaryDirectory()
        environment = [
            "HOME": folder.path("home"), "XDG_STATE_HOME": folder.path("state"), "GLOSS_CODER": "rs",
            "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
        ]
        try folder.write(BramFixture.codebook, to: "bram.yaml")
        try folder.write(fixture.attributes, to: "attributes.csv")
        try folder.write(fixture.requests(coder: "rs"), to: "codings.jsonl")
        for interview in fixture.interviews {
            try folder.write(interview.text, to: "texts/\(interview.site)/\(interview.name).txt")
        }
        _ = try done(["init", "study", "--title", "BRAM", "--codebook", "bram.yaml"], in: folder.path)
        _ = try gloss("import", "../texts")
        _ = try gloss("import", "--attributes", "../attributes.csv")
        _ = try gloss("code", "--from", "../codings.jsonl")
    }

    /// Runs a command in the study that must succeed, and answers its output.
    func gloss(_ arguments: String...) throws -> String { try done(arguments, in: folder.path("study")) }

    private func done(_ arguments: [String], in directory: String) throws -> String {
        let result = try run([Laboratory.program] + arguments, environment: environment, directory: directory)
        #expect(result.status == .exited(0), "\(arguments): \(result.error)")
        return result.output
    }

    /// Opens the workbench on a terminal.
    func workbench(rows: Int, columns: Int) throws -> PseudoTerminal {
        try PseudoTerminal(
            [Laboratory.program],
            environment: environment,
            directory: folder.path("study"),
            rows: rows,
            columns: columns
        )
    }
}
