// Editors that are missing, fail, or leave what is no memo: the coding stays as it was, and nothing is left lying about.

import Foundation
import TestSupport
import Testing

@Suite struct HostileEditorScenarioTests {
    /// A workbench with the cursor on a coding, and an editor's command line, in which `{}` is the laboratory's folder.
    private func workbench(_ laboratory: Laboratory, editor: String) throws -> PseudoTerminal {
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc", "--memo", "as it was")
        let command = editor.replacingOccurrences(of: "{}", with: laboratory.folder.path)
        let terminal = try laboratory.workbench("open", "B07", columns: 120, environment: ["EDITOR": command])
        terminal.expect("READ")
        terminal.press("g g ] m", until: "memo on BC")
        return terminal
    }

    private func script(_ body: String, _ name: String, in laboratory: Laboratory) throws {
        let path = try laboratory.folder.write("#!/bin/sh\n" + body + "\n", to: name)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    }

    private func memo(_ laboratory: Laboratory) throws -> String {
        let line = try laboratory.expectDone("extracts", "--format", "jsonl")
        let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return record?["memo"] as? String ?? ""
    }

    /// Leaves, and sees that the study is sound and that no file of the editor's is left.
    private func leave(_ terminal: PseudoTerminal, _ laboratory: Laboratory) throws {
        terminal.quit()
        #expect(try laboratory.gloss("check").status == .exited(0))
        #expect(try laboratory.folder.contents().allSatisfy { !$0.contains(".gloss/memo") })
    }

    @Test(arguments: [
        ("no-such-editor", "cannot be started"), ("{}", "cannot be started"), ("false", "ended with 1"),
        ("'unclosed", "ended with"), ("sh -c 'kill -9 $$' sh", "ended with 137"),
        ("sh -c 'truncate -s 1G \"$1\"' sh", "larger than 1 MiB"),
        ("sh -c 'rm \"$1\"; ln -s /etc/passwd \"$1\"' sh", "symbolic link"),
        ("sh -c 'rm \"$1\"; mkfifo \"$1\"' sh", "not a file"),
    ])
    func anEditorThatFailsChangesNothingAndIsSaid(_ editor: String, _ sentence: String) throws {
        let laboratory = try Laboratory()
        let terminal = try workbench(laboratory, editor: editor)
        terminal.press("Ctrl-O", until: sentence)
        try leave(terminal, laboratory)
        #expect(try memo(laboratory) == "as it was")
    }

    @Test func aFileLeftEmptyChangesNothing() throws {
        let laboratory = try Laboratory()
        let terminal = try workbench(laboratory, editor: "sh -c ': > \"$1\"' sh")
        terminal.press("Ctrl-O", until: "Nothing was written, so nothing is changed.")
        try leave(terminal, laboratory)
        #expect(try memo(laboratory) == "as it was")
    }

    @Test func bytesThatAreNoTextBecomeSigns() throws {
        let laboratory = try Laboratory()
        try script(#"printf 'a\377b\033[2J' > "$1""#, "editor.sh", in: laboratory)
        let terminal = try workbench(laboratory, editor: "{}/editor.sh")
        terminal.press("Ctrl-O", until: "memo saved")
        try leave(terminal, laboratory)
        #expect(try memo(laboratory).contains("a\u{FFFD}b"))
        #expect(!String(decoding: terminal.output, as: UTF8.self).contains("b\u{1B}[2J"))
    }

    @Test func aPathWithBlanksIsGivenInQuotes() throws {
        let laboratory = try Laboratory()
        try script("echo words > \"$1\"", "my editor.sh", in: laboratory)
        let terminal = try workbench(laboratory, editor: "'{}/my editor.sh'")
        terminal.press("Ctrl-O", until: "memo saved")
        try leave(terminal, laboratory)
        #expect(try memo(laboratory) == "words")
    }

    /// The variable is the coder's own and is read by a shell, as git reads it; the name of the file never is.
    @Test func whatTheFoldersAreCalledIsNeverObeyed() throws {
        let laboratory = try Laboratory()
        let hostile = laboratory.folder.path("x; touch INJ; $(touch INJ) `touch INJ`")
        try FileManager.default.moveItem(atPath: laboratory.study, toPath: hostile)
        try script("echo words > \"$1\"", "editor.sh", in: laboratory)
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc", directory: hostile)
        let terminal = try laboratory.workbench(
            "open",
            "B07",
            environment: ["EDITOR": laboratory.folder.path("editor.sh")],
            directory: hostile
        )
        terminal.expect("READ")
        terminal.press("g g ] m", until: "memo on BC")
        terminal.press("Ctrl-O", until: "memo saved")
        terminal.leave()
        #expect(try laboratory.folder.contents().allSatisfy { !$0.hasSuffix("/INJ") && $0 != "INJ" })
    }

    @Test func aFileChangedAfterTheEditorEndedIsNotReadAgain() throws {
        let laboratory = try Laboratory()
        try script("echo words > \"$1\"; (sleep 1; echo late > \"$1.late\") &", "editor.sh", in: laboratory)
        let terminal = try workbench(laboratory, editor: "{}/editor.sh")
        terminal.press("Ctrl-O", until: "memo saved")
        terminal.quit()
        #expect(try memo(laboratory) == "words")
    }
}
