// The options in docs/GUIDE.md are what the table of options says.

import Foundation
import Testing

@testable import Workbench

@MainActor
@Suite struct GuideTests {
    private let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/GUIDE.md")
    private let start = "<!-- options: printed from the table of options; a test keeps them so -->\n"
    private let end = "<!-- end of options -->\n"

    @Test func theOptionsInTheGuideArePrintedFromTheTable() throws {
        var written = try String(contentsOf: page, encoding: .utf8)
        let from = try #require(written.range(of: start)?.upperBound)
        let to = try #require(written.range(of: end)?.lowerBound)
        if ProcessInfo.processInfo.environment["GLOSS_RECORD"] == "1" {
            written.replaceSubrange(from..<to, with: PreferenceTable.markdown)
            try written.write(to: page, atomically: true, encoding: .utf8)
            return
        }
        #expect(
            written[from..<to] == PreferenceTable.markdown,
            "docs/GUIDE.md is out of date: run the tests once with GLOSS_RECORD=1."
        )
    }

    @Test func theConfigurationThatTheGuideShowsIsSound() throws {
        let written = try String(contentsOf: page, encoding: .utf8)
        let section = try #require(written.components(separatedBy: "\n## Configuration\n").last)
        let example = try #require(section.components(separatedBy: "```").dropFirst().first)
        let text = ConfigurationText(example, file: "config")
        #expect(text.findings.isEmpty, "\(text.findings)")
        #expect(text.keyFindings().isEmpty, "\(text.keyFindings())")
        #expect(text.preferences.keys.count == 3 && text.preferences.look == .light)
    }
}
