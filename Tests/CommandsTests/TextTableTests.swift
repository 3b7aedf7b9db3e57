import TestSupport
import Testing
import TextMetrics

@testable import Commands

/// Columns stand under one another whatever is written in them.
@Suite struct TextTableTests {
    @Test(arguments: [
        "plain", "混乱", "한국어", "e\u{301}te", "👩‍👩‍👧", "🇹🇼", "שלום", "ﬁ", "a\u{200B}b", "tab\there", "two\nlines",
        "\u{1B}[31m", "", "–", "…", "Ｗide", "ก็", "x\u{FE0F}",
    ])
    func theNextColumnBeginsInTheSameColumn(cell: String) throws {
        var table = TextTable(columns: [.left("head"), .left("next")])
        table.rows = [[cell, "|"], ["some words", "|"]]
        let lines = table.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 4 && lines[3].isEmpty)
        let widths = try lines[1...2].map { line in
            displayWidth(of: String(line[..<(try #require(line.lastIndex(of: "|")))]))
        }
        #expect(Set(widths).count == 1, "\(widths)")
        #expect(!table.text.contains("\u{1B}"))
    }

    @Test(arguments: [("1", "10"), ("1,000", "9"), ("–", "100%"), ("混", "a")])
    func figuresEndInTheSameColumn(first: String, second: String) {
        var table = TextTable(columns: [.left("a"), .right("n")])
        table.rows = [["x", first], ["y", second]]
        let lines = table.text.split(separator: "\n").map(String.init)
        #expect(displayWidth(of: lines[1]) == displayWidth(of: lines[2]))
    }

    @Test func nothingIsLeftAtTheEndOfALine() {
        var table = TextTable(columns: [.left("a"), .left("long heading")])
        table.rows = [["x", ""], ["", ""]]
        #expect(table.text == "a  long heading\nx\n\n")
    }

    @Test func aTableWithoutRowsIsItsHeading() {
        let table = TextTable(columns: [.left("a"), .right("b")])
        #expect(table.text == "a  b\n")
        #expect(table.separated(by: ",") == "a,b\n")
    }

    @Test(arguments: [
        ("混乱", "混乱", "B"), ("Zoë", "Zoë", "x"),
    ])
    func namesOfDocumentsInAnyScriptKeepTheTableInShape(name: String, id: String, other: String) throws {
        let stage = try Stage()
        try #require(stage.gloss("init", "study").code == 0)
        for file in [name, other] { try stage.folder.write("Anna: Hello.\n\nBen: Yes.\n", to: "\(file).txt") }
        try #require(stage.gloss("import", "--study", "study", "\(name).txt", "\(other).txt").code == 0)
        let lines = stage.gloss("documents", "--study", "study").output.split(separator: "\n").prefix(3)
        let ends = lines.map { displayWidth(of: String($0.prefix { $0 != "–" })) }
        #expect(Set(ends.dropFirst()).count == 1, "\(lines)")
        #expect(lines.contains { $0.hasPrefix(id) })
    }
}
