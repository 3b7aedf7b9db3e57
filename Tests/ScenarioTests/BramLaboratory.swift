// Fixture BRAM of METHODS.md, and others, as a study on disk, made with the built program, and that program to work on it.

import TestSupport
import Testing

/// Forty interviews at four sites, coded by one coder.
final class BramLaboratory {
    private let folder: TemporaryDirectory
    private let environment: [String: String]

    convenience init() throws {
        let fixture = BramFixture()
        try self.init(title: "BRAM", BramFixture.codebook, fixture.attributes, fixture.requests(coder: "rs")) {
            folder in
            for interview in fixture.interviews {
                try folder.write(interview.text, to: "texts/\(interview.site)/\(interview.name).txt")
            }
        }
    }

    /// Another study of METHODS.
    convenience init(_ fixture: MethodFixture) throws {
        try self.init(title: fixture.title, fixture.codebook, fixture.attributes, fixture.requests(coder: "rs")) {
            folder in
            for document in fixture.documents { try folder.write(document.text, to: "texts/\(document.name).txt") }
        }
    }

    private init(
        title: String,
        _ codebook: String,
        _ attributes: String,
        _ requests: String,
        texts: (TemporaryDirectory) throws -> Void
    ) throws {
        folder = try TemporaryDirectory()
        environment = [
            "HOME": folder.path("home"), "XDG_STATE_HOME": folder.path("state"), "GLOSS_CODER": "rs",
            "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
        ]
        try folder.write(codebook, to: "codes.yaml")
        try folder.write(attributes, to: "attributes.csv")
        try folder.write(requests, to: "codings.jsonl")
        try texts(folder)
        _ = try done(["init", "study", "--title", title, "--codebook", "codes.yaml"], in: folder.path)
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

    /// Adds words to a file of the study, as a person's editor does.
    func append(_ words: String, to name: String) throws {
        try folder.write(folder.read("study/\(name)") + words, to: "study/\(name)")
    }

    /// Opens the workbench on a terminal.
    func workbench(rows: Int, columns: Int, arguments: [String] = []) throws -> PseudoTerminal {
        try PseudoTerminal(
            [Laboratory.program] + arguments,
            environment: environment,
            directory: folder.path("study"),
            rows: rows,
            columns: columns
        )
    }
}
