// A person's machine in a temporary folder: a study, a home, and the built program run in it, with or without a terminal.

import Foundation
import Glibc
import Screen
import TestSupport
import Testing

/// A study of one invented interview and the real program to work on it.
final class Laboratory {
    let folder: TemporaryDirectory
    /// The study's folder.
    let study: String
    let coder: String

    static let interview = """
        Invented interview, written for a test.

        Interviewer: How did the block contract come about?

        B07: Well, it was before my time. We plan with last year's figures, and nobody minds! They said “leave it”, so we \
        left it, and £40,000 went elsewhere.

        Interviewer: And the virtual ward?

        B07: 我们有一个虚拟病房。 It has beds, staff and a target. The district nurses have a waiting list.

        Interviewer: Who decides?

        B07: I could name you three people. None of them thinks it is theirs. So we wait, and we ring round, and in the \
        end somebody signs.

        """

    static let codebook = """
        title: Commissioning
        codes:
        - id: contracting
          name: Contracting
          kind: category
          colour: teal
        - id: block-contracts
          name: Block contracts
          mnemonic: bc
          parent: contracting
          definition: Any account of block funding and what it allows.
        - id: data-inadequate
          name: Inadequate data
          mnemonic: da
          definition: Data do not support planning.
        - id: commissioning-confusion
          name: Commissioning confusion
          mnemonic: cc
          definition: Not knowing who decides.
        - id: virtual-wards
          name: Virtual wards
          mnemonic: vw
          definition: Talk about virtual wards.
        """

    /// Makes a study with one document, `B/B07` at site B, and a second one, `A/A03` at site A, of the same words.
    /// - Parameter moreCodes: further codes, as the codebook's YAML has them.
    init(coder: String = "rs", moreCodes: String = "") throws {
        folder = try TemporaryDirectory()
        study = folder.path("study")
        self.coder = coder
        try folder.write(Self.interview, to: "B07.txt")
        try folder.write(Self.interview.replacingOccurrences(of: "B07:", with: "A03:"), to: "A03.txt")
        try folder.write(Self.codebook + "\n" + moreCodes, to: "codes.yaml")
        try folder.write("document,site\nA/A03,A\nB/B07,B\n", to: "sites.csv")
        try expectDone("init", study, "--title", "Invented study", "--codebook", folder.path("codes.yaml"))
        try expectDone("import", folder.path("B07.txt"), "--into", "B")
        try expectDone("import", folder.path("A03.txt"), "--into", "A")
        try expectDone("import", "--attributes", folder.path("sites.csv"))
    }

    static var program: String { productsDirectory + "/gloss" }

    func environment(coder: String? = nil) -> [String: String] {
        [
            "HOME": folder.path("home"), "XDG_STATE_HOME": folder.path("state-\(coder ?? self.coder)"),
            "XDG_CONFIG_HOME": folder.path("config"), "GLOSS_CODER": coder ?? self.coder, "LC_ALL": "C.UTF-8",
            "PATH": "/usr/local/bin:/usr/bin:/bin",
        ]
    }

    /// Runs a command in the study's folder.
    func gloss(_ arguments: String..., coder: String? = nil, directory: String? = nil, input: String = "") throws
        -> ProcessResult
    {
        try run(
            [Self.program] + arguments,
            input: input,
            environment: environment(coder: coder),
            directory: directory ?? (folder.exists("study") ? study : folder.path)
        )
    }

    /// Runs a command that must succeed, and answers its output.
    @discardableResult
    func expectDone(_ arguments: String..., coder: String? = nil, directory: String? = nil) throws -> String {
        let result = try run(
            [Self.program] + arguments,
            environment: environment(coder: coder),
            directory: directory ?? (folder.exists("study") ? study : folder.path)
        )
        #expect(result.status == .exited(0), "\(arguments): \(result.error)")
        return result.output
    }

    /// Opens the workbench on a terminal.
    func workbench(
        _ arguments: String...,
        rows: Int = 24,
        columns: Int = 80,
        coder: String? = nil,
        environment extra: [String: String] = [:],
        directory: String? = nil
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            [Self.program] + arguments,
            environment: environment(coder: coder).merging(extra) { $1 },
            directory: directory ?? study,
            rows: rows,
            columns: columns
        )
    }

    /// Runs a line of bash in the study's folder, where `gloss` is the built program.
    func shell(_ line: String, coder: String? = nil) throws -> ProcessResult {
        try run(
            ["bash", "-c", "gloss() { \"$GLOSS\" \"$@\"; }; " + line],
            environment: environment(coder: coder).merging(["GLOSS": Self.program]) { $1 },
            directory: study
        )
    }

    /// Opens a shell with job control on a terminal, as a person has it.
    func terminalWithShell() throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            ["bash", "--norc", "--noprofile", "-i"],
            environment: environment().merging(["PS1": "shell> ", "GLOSS": Self.program]) { $1 },
            directory: study
        )
        terminal.expect("shell>")
        return terminal
    }

    /// Runs git in the study's folder, as an invented person.
    @discardableResult
    func git(_ arguments: String...) throws -> String {
        let person = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "init.defaultBranch=main"]
        let result = try run(["git"] + person + arguments, directory: study)
        #expect(result.status == .exited(0), "git \(arguments): \(result.error)")
        return result.output
    }

    /// The log files of the study with their lines.
    func logs(in study: String? = nil) throws -> [String: [String]] {
        let root = URL(filePath: (study ?? self.study) + "/codings")
        var logs: [String: [String]] = [:]
        for case let file as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) ?? .init()
        where file.pathExtension == "jsonl" {
            let text = try String(contentsOf: file, encoding: .utf8)
            logs[file.path] = text.split(separator: "\n").map(String.init)
        }
        return logs
    }

    /// The lines of all logs.
    func logLines() throws -> [String] { try logs().values.flatMap { $0 } }
}

extension PseudoTerminal {
    /// Presses keys by name, parted by blanks, and waits until the screen shows a text.
    func press(_ keys: String, until text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        for key in keys.split(separator: " ") { press(String(key)) }
        #expect(waitFor(text), "after \(keys) no “\(text)” on:\n\(self.text)", sourceLocation: sourceLocation)
    }

    /// Waits until the screen shows a text.
    func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(waitFor(text), "no “\(text)” on:\n\(self.text)", sourceLocation: sourceLocation)
    }

    /// Pastes a text, as a terminal does that tells pastes from keys.
    func paste(_ text: String) { send("\u{1B}[200~\(text)\u{1B}[201~") }

    /// Codes the sentence at the cursor.
    func codeSentence(_ code: String, until text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        press("s c", until: "code ", sourceLocation: sourceLocation)
        send(code)
        press("Enter", until: text, sourceLocation: sourceLocation)
    }

    /// Leaves the workbench and expects a sane terminal.
    func leave(sourceLocation: SourceLocation = #_sourceLocation) {
        press("q")
        #expect(waitForExit() == .exited(0), sourceLocation: sourceLocation)
        #expect(!showsAlternateScreen, sourceLocation: sourceLocation)
    }
}
