// docs/KEYS.md is what the command table says.

import Foundation
import Testing

@testable import Workbench

@MainActor
@Suite struct KeysPageTests {
    private let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/KEYS.md")

    @Test func thePageOfKeysIsPrintedFromTheTable() throws {
        if ProcessInfo.processInfo.environment["GLOSS_RECORD"] == "1" {
            try CommandTable.standard.markdown.write(to: page, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: page, encoding: .utf8)
        #expect(
            written == CommandTable.standard.markdown,
            "docs/KEYS.md is out of date: run the tests once with GLOSS_RECORD=1."
        )
    }

    @Test func everyCommandIsOnThePage() {
        for row in CommandTable.standard.rows { #expect(CommandTable.standard.markdown.contains(row.help)) }
    }
}
