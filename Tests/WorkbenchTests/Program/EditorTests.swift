// The coder's own editor: which one, how it is started, and what comes of its failures.

import CodingCore
import Glibc
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct EditorTests {
    @Test(arguments: [
        ("nano", ["VISUAL": "emacs", "EDITOR": "vim"], "nano"),
        ("", ["VISUAL": "emacs", "EDITOR": "vim"], "emacs"),
        (" ", ["EDITOR": "code --wait"], "code --wait"),
        ("", ["VISUAL": "", "EDITOR": "  "], "vi"),
        ("", [:], "vi"),
    ])
    func theChoiceOfTheCoderComesFirst(_ preferred: String, _ variables: [String: String], _ command: String) {
        #expect(ExternalEditor(preferred: preferred) { variables[$0] }.command == command)
    }

    /// A file to be edited, gone afterwards.
    private func withFile(_ text: String, _ body: (String) throws -> Void) throws {
        let folder = try Disk.realPath("/tmp")
        let path = "\(folder)/gloss test's memo \(getpid()) \(UInt64.random(in: 0..<UInt64.max)).md"
        try Disk.createDurably(Array(text.utf8), at: path)
        defer { try? Disk.remove(path) }
        try body(path)
    }

    private func words(_ path: String) throws -> String { String(decoding: try Disk.read(path), as: UTF8.self) }

    @Test func theFileIsHandedOverAsOneWord() throws {
        try withFile("before") { path in
            try ExternalEditor(preferred: "printf after >").edit(path)
            let now = try words(path)
            #expect(now == "after")
        }
    }

    @Test(arguments: ["/nowhere/such-editor", "gloss-no-such-editor --wait", "/tmp"])
    func anEditorThatIsNotThereIsNamed(_ command: String) throws {
        try withFile("before") { path in
            let trouble = #expect(throws: EditorTrouble.self) { try ExternalEditor(preferred: command).edit(path) }
            #expect(
                trouble?.description
                    == "The editor “\(command)” cannot be started: set editor in the configuration, or $EDITOR."
            )
            let now = try words(path)
            #expect(now == "before")
        }
    }

    @Test func anEditorThatFailsChangesNothing() throws {
        let trouble = #expect(throws: EditorTrouble.self) { try ExternalEditor(preferred: "exit 3;").edit("/dev/null") }
        #expect(trouble?.description == "The editor “exit 3;” ended with 3, so nothing is changed.")
        let ended = #expect(throws: EditorTrouble.self) {
            try ExternalEditor(preferred: "kill -TERM $$;").edit("/dev/null")
        }
        #expect(ended?.description.contains("ended with \(128 + SIGTERM)") == true)
    }
}
