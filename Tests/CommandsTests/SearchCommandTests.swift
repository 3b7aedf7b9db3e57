import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// `gloss search`: what is found, how it is aligned, and that coding hits is asked for twice.
@Suite struct SearchCommandTests {
    private func hits(_ stage: Stage, _ arguments: String...) throws -> [String] {
        try stage.play(["search"] + arguments + ["--format", "jsonl"]).lines.map {
            "\($0["document"]?.string ?? "") \($0["hit"]?.string ?? "")"
        }
    }

    @Test func wordsAlternativesStarsAndPatternsAreFound() throws {
        let stage = try Stage.withStudy()
        #expect(try hits(stage, "block") == ["B/B07 block", "B/B07 block"])
        #expect(try hits(stage, "trust | winter") == ["A/A01 trust", "B/B07 winter", "B/B07 trust"])
        #expect(try hits(stage, "nobod*") == ["A/A01 nobody", "A/A01 Nobody"])
        #expect(try hits(stage, "*ody") == ["A/A01 nobody", "A/A01 Nobody"])
        #expect(try hits(stage, "Nobod*") == ["A/A01 Nobody"], "a capital makes case count")
        #expect(try hits(stage, "/we [a-z]+/") == ["A/A01 We trust", "B/B07 We trust"])
        #expect(try hits(stage, "相信") == ["B/B07 相信"])
        #expect(try hits(stage, "no", "--words") == ["A/A01 No"])
        #expect(try hits(stage, "trust", "site:A") == ["A/A01 trust"])
        #expect(try hits(stage, "trust", "speaker:P1") == ["B/B07 trust"])
    }

    @Test func nothingFoundIsExitCodeOneAndAWrongPatternPointsAtItsPlace() throws {
        let stage = try Stage.withStudy()
        let nothing = stage.gloss("search", "zzz")
        #expect(nothing.code == 1 && nothing.output.isEmpty && nothing.talk.contains("“zzz” is in none of 2 documents"))
        let wrong: [(String, String)] = [
            ("/(a/", "the pattern, column 4"), ("a | | b", "the pattern, column 4"), ("//", "column 2"),
            ("/a", "column 3"), ("   ", "column 1"), ("*", "in none of"),
        ]
        for (pattern, place) in wrong {
            let played = stage.gloss("search", pattern)
            #expect(
                played.code == (pattern == "*" ? 1 : 2) && played.talk.contains(place),
                "\(pattern): \(played.talk)"
            )
        }
        #expect(stage.gloss("search", "a", "code:nothing").code == 2)
        #expect(stage.gloss("search", "a", "--yes").code == 64)
    }

    @Test func hitsStandBelowEachOtherByDisplayWidth() throws {
        let stage = try Stage.withStudy()
        stage.environment["COLUMNS"] = "80"
        let lines = stage.gloss("search", "trust | 我们").output.split(separator: "\n").prefix(3).map(String.init)
        // The bar before the hit stands in one column, though a Chinese character takes two.
        let columns = lines.map { line in
            line.prefix { $0 != "│" }.unicodeScalars.reduce(0) { $0 + ((0x4E00...0x9FFF).contains($1.value) ? 2 : 1) }
        }
        #expect(lines.count == 3 && Set(columns).count == 1, "\(lines)")
    }

    @Test func hitsAreCodedOnlyWhenThatIsSaidAndUndoneAsOne() throws {
        let stage = try Stage.withStudy()
        let shown = stage.gloss("search", "trust", "--code", "tr")
        #expect(shown.output == "A01:3  We trust nobody.\nB07:8  We trust them, 我们相信.\n", "\(shown.output)")
        #expect(shown.talk.contains("2 passages would be coded trust; nothing was saved"))
        #expect(try stage.extracts().isEmpty)
        #expect(stage.gloss("search", "trust", "--code", "tr", "--yes").code == 0)
        #expect(
            try stage.extracts("code:trust").compactMap { $0["text"]?.string } == [
                "We trust nobody.", "We trust them, 我们相信.",
            ]
        )
        #expect(try hits(stage, "trust", "--uncoded").isEmpty)
        #expect(try hits(stage, "trust", "code:trust").count == 2)
        #expect(stage.gloss("search", "trust", "--code", "tr", "--yes").output.contains("already coded"))
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(try stage.extracts().isEmpty, "one undo for both documents")
    }

    @Test func theJsonHasTheKeysOfTheProduct() throws {
        let stage = try Stage.withStudy()
        let line = try #require(try stage.gloss("search", "winter", "--format", "jsonl").lines.first)
        #expect(line.names == ["document", "start", "end", "line", "speaker", "before", "hit", "after", "codes"])
        #expect(line["line"]?.integer == 3 && line["speaker"]?.string == "P1")
        #expect(line["after"]?.string?.hasPrefix(". The block stays.") == true)
        #expect(stage.gloss("search", "winter", "--format", "csv").output.hasPrefix("document,start,end,line,speaker,"))
    }
}
