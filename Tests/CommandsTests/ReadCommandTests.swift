import TestSupport
import Testing

@testable import Commands

/// `gloss read`: numbered lines, ranges, and codings under what they are of.
@Suite struct ReadCommandTests {
    private let plain = [
        "   1  Interviewer: Who pays for this?", "   2",
        "   3  P1: The block contract pays. Nothing moves in winter. The block", "   4  stays.", "   5",
        "   6  Interviewer: Does it?", "   7", "   8  P1: We trust them, 我们相信.",
    ]

    private func lines(_ played: Played) -> [String] {
        played.output.split(separator: "\n").map(String.init)
    }

    @Test(arguments: [
        ("1", 1...1), ("3", 3...3), ("3-4", 3...4), ("4-6", 4...6), ("8", 8...8), ("7-99", 7...8), ("1-8", 1...8),
        ("5–6", 5...6),
    ])
    func onlyTheLinesAskedForArePrinted(range: String, expected: ClosedRange<Int>) throws {
        let played = try Stage.withStudy().gloss("read", "B07", "--lines", range)
        #expect(played.code == 0, "\(played.talk)")
        #expect(lines(played) == expected.map { plain[$0 - 1] })
    }

    @Test(arguments: [("1", 1...1), ("2", 3...4), ("1-2", 1...4), ("2-3", 3...6), ("4", 8...8), ("3-50", 6...8)])
    func onlyTheTurnsAskedForArePrinted(range: String, expected: ClosedRange<Int>) throws {
        let played = try Stage.withStudy().gloss("read", "B07", "--turns", range)
        #expect(played.code == 0, "\(played.talk)")
        #expect(lines(played) == expected.map { plain[$0 - 1] })
    }

    @Test(arguments: [
        (["--lines", "0"], "gloss: B07 has 8 lines\n"), (["--lines", "9"], "gloss: B07 has 8 lines\n"),
        (["--turns", "0"], "gloss: B07 has 4 turns\n"), (["--turns", "5-6"], "gloss: B07 has 4 turns\n"),
    ])
    func outsideItSaysHowManyThereAre(arguments: [String], sentence: String) throws {
        let played = try Stage.withStudy().play(["read", "B07"] + arguments)
        #expect(played.code == 2)
        #expect(played.talk == sentence)
        #expect(played.output.isEmpty)
    }

    @Test(arguments: [["--lines", "a"], ["--lines", "1-2", "--turns", "1"], ["--turns", ""], ["--lines", "3-1"]])
    func rangesThatAreNoneAreWrongUsage(arguments: [String]) throws {
        #expect(try Stage.withStudy().play(["read", "B07"] + arguments).code == 64)
    }

    @Test func codesOfOnePassageByOneCoderStandTogether() throws {
        let stage = try Stage.withStudy()
        _ = stage.gloss("code", "B07", "37-61", "bc", "tr", "--memo", "hm")
        _ = stage.gloss("code", "B07", "37-61", "tr", "--coder", "jb", "--doubt")
        #expect(
            lines(stage.gloss("read", "B07", "--turns", "2")) == [
                plain[2], plain[3],
                "      B07:3 [BC Block contracts *; TR Trust *] The block contract pays. (rs)",
                "      B07:3 [TR Trust ?] The block contract pays. (jb)",
            ]
        )
    }

    @Test func aCodingIsShownInEveryRangeThatItTouches() throws {
        let stage = try Stage.withStudy()
        _ = stage.gloss("code", "B07", "97-111", "tr")
        for (range, isShown) in [("1-2", false), ("3", false), ("4", true), ("6", true), ("7-8", false)] {
            let text = stage.gloss("read", "B07", "--lines", range).output
            #expect(text.contains("B07:4–6 [TR Trust] stays. Interv (rs)") == isShown, "\(range)")
        }
    }

    @Test func aLongPassageIsCutInTheMiddle() throws {
        let stage = try Stage.withStudy()
        _ = stage.gloss("code", "B07", "0-153", "tr")
        let note = try #require(lines(stage.gloss("read", "B07", "--lines", "1")).last)
        #expect(note.hasPrefix("      B07:1–8 [TR Trust] Interviewer: Who pays for this? P1: The bloc … "))
        #expect(note.hasSuffix("We trust them, 我们相信. (rs)"))
    }

    @Test func aDocumentMayBeNamedInFullAndIsThenNamedSoInErrors() throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("read", "B/B07").output == stage.gloss("read", "B07").output)
        #expect(stage.gloss("read", "B/B07", "--lines", "99").talk == "gloss: B/B07 has 8 lines\n")
        #expect(stage.gloss("read", "b08").talk.contains("near it: B07"))
    }

    @Test func readingWritesNothing() throws {
        let stage = try Stage.withStudy()
        let before = try stage.files()
        for arguments in [
            ["read", "B07"], ["documents"], ["coders"], ["codes"], ["extracts"], ["frequencies"], ["check"],
        ] {
            _ = stage.play(arguments)
        }
        #expect(try stage.files() == before)
    }
}
