import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// Every way to say a passage and a code to `gloss code`.
@Suite struct CodeFormsTests {
    @Test func aTagThatTwoCodesShareIsRefusedWithBothNames() throws {
        let stage = try Stage.withStudy()
        let codes = """
            title: Second
            codes:
            - id: beds
              name: Bed closures
              mnemonic: bc
            - id: barely-counted
              name: Barely counted
              mnemonic: bc
              status: retired

            """
        try stage.folder.write(codes, to: "study/codebooks/second.yaml")
        for tag in ["bc", "BC"] {
            let played = stage.gloss("code", "B07", "0-5", tag)
            #expect(played.code == 2)
            #expect(
                played.talk.contains("gloss: several codes have the tag ‘\(tag)’: block, beds; name one by its id\n")
            )
        }
        #expect(stage.gloss("codes", "show", "bc").code == 2)
        #expect(try stage.extracts().isEmpty)
        #expect(stage.gloss("code", "B07", "0-5", "beds").code == 0)
        #expect(stage.gloss("code", "B07", "0-5", "tr").code == 0)
    }

    @Test(
        arguments: [
            ("37-61", "The block contract pays.", "B07:3", 3, 3),
            ("36-62", " The block contract pays. ", "B07:3", 3, 3),
            ("41-42", "b", "B07:3", 3, 3),
            ("103-105", "\n\n", nil, nil, nil),
            ("147-151", "我们相信", "B07:8", 8, 8),
            ("97-111", "stays.\n\nInterv", "B07:4–6", 4, 6),
            ("0-153", interviewB07, "B07:1–8", 1, 8),
        ] as [(String, String, String?, Int?, Int?)]
    )
    func offsetsAreScalarsTakenAsGiven(range: String, words: String, locator: String?, from: Int?, to: Int?) throws {
        let stage = try Stage.withStudy()
        let played = stage.gloss("code", "B07", range, "trust")
        #expect(played.code == 0, "\(played.talk)")
        let extract = try #require(try stage.extracts().first)
        #expect(extract["text"]?.string == words)
        #expect("\(extract["start"]?.integer ?? -1)-\(extract["end"]?.integer ?? -1)" == range)
        guard let locator else { return }
        #expect(extract["locator"]?.string == locator)
        #expect(played.output.hasSuffix(" \(locator) trust\n"))
        #expect(extract["line_from"]?.integer == from)
        #expect(extract["line_to"]?.integer == to)
    }

    @Test(arguments: [
        "153-154", "0-154", "200-300", "9223372036854775806-9223372036854775807", "0-99999999999999999999", "-1-5",
        "5--6", "5", "-", "", "a-b", "1.5-3", "1–5", "5-5", "7-3", " 1-5",
    ])
    func aPassageThatIsNoneIsRefused(range: String) throws {
        let stage = try Stage.withStudy()
        let before = try stage.files()
        let played = stage.gloss("code", "--", "B07", range, "trust")
        #expect(played.code == 2, "\(played.output)")
        #expect(played.talk.hasPrefix("gloss: "))
        #expect(played.talk.split(separator: "\n").count == 1)
        #expect(played.output.isEmpty)
        #expect(try stage.files() == before)
    }

    @Test(arguments: ["block", "bc", "BC", "Block contracts", "block contracts"])
    func aCodeIsItsIdItsMnemonicOrItsName(name: String) throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("code", "B07", "37-61", name).output.hasSuffix(" B07:3 block\n"))
    }

    @Test(arguments: ["B07", "B/B07"])
    func aDocumentIsItsIdOrItsLastPart(name: String) throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("code", name, "37-61", "tr").code == 0)
        #expect(try stage.extracts().map { $0["document"]?.string } == ["B/B07"])
    }

    @Test func aLastPartThatTwoDocumentsShareIsAmbiguous() throws {
        let stage = try Stage.withStudy()
        try #require(stage.gloss("import", "../A01.txt", "--into", "C").code == 0)
        let played = stage.gloss("code", "A01", "0-5", "tr")
        #expect(played.code == 2)
        #expect(played.talk == "gloss: several documents are called ‘A01’: A/A01, C/A01\n")
        #expect(stage.gloss("code", "C/A01", "0-5", "tr").output.contains(" C/A01:1 "))
    }

    @Test func aNameThatTwoCodesShareIsAmbiguousAndTheirIdsAreNot() throws {
        let stage = try Stage()
        let codes = "- id: pay-a\n  name: Pay\n- id: pay-b\n  name: PAY\n"
        try stage.folder.write("title: Twins\ncodes:\n\(codes)", to: "codes.yaml")
        try stage.folder.write(interviewB07, to: "B07.txt")
        try #require(stage.gloss("init", "study", "--codebook", "codes.yaml").code == 0)
        stage.place = "study"
        try #require(stage.gloss("import", "../B07.txt").code == 0)
        let played = stage.gloss("code", "B07", "0-5", "pay")
        #expect(played.code == 2)
        #expect(played.talk == "gloss: several codes are called ‘pay’: pay-a, pay-b\n")
        #expect(stage.gloss("code", "B07", "0-5", "pay-b").output.hasSuffix("pay-b\n"))
        #expect(stage.gloss("extracts", "code:Pay").talk.contains("several codes are called ‘Pay’: pay-a, pay-b"))
    }

    @Test func aNameInTwoSpellingsOfUnicodeIsAskedAboutAndItsIdsStayApart() throws {
        let stage = try Stage()
        let codes = "- id: cafe-a\n  name: caf\u{E9}\n- id: cafe-b\n  name: cafe\u{301}\n"
        try stage.folder.write("title: Twins\ncodes:\n\(codes)", to: "codes.yaml")
        try stage.folder.write(interviewB07, to: "B07.txt")
        try #require(stage.gloss("init", "study", "--codebook", "codes.yaml").code == 0)
        stage.place = "study"
        try #require(stage.gloss("import", "../B07.txt").code == 0)
        for name in ["caf\u{E9}", "cafe\u{301}"] {
            let played = stage.gloss("code", "B07", "0-5", name)
            #expect(played.code == 2)
            #expect(played.talk.hasSuffix(": cafe-a, cafe-b\n"), "\(played.talk)")
        }
        #expect(stage.gloss("code", "B07", "0-5", "cafe-b").output.hasSuffix("cafe-b\n"))
        let check = stage.gloss("check")
        #expect(check.code == 0)
        #expect(check.output.contains("looks like that of cafe-a in other letters"), "\(check.output)")
    }

    @Test func oneBadCodeAmongGoodOnesSavesNone() throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("code", "B07", "37-61", "bc", "money").talk.contains("such as block"))
        #expect(stage.gloss("code", "B07", "37-61", "bc", "old").code == 2)
        #expect(stage.gloss("code", "B07", "37-61", "bc", "").code == 2)
        #expect(try stage.logLines("B/B07").isEmpty)
    }

    @Test func severalCodesShareOneActAndKeepTheirOrder() throws {
        let stage = try Stage.withStudy()
        let played = stage.gloss("code", "B07", "37-61", "tr", "bc", "Trust")
        let said = played.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(said.map { $0.last } == ["trust", "block", "trust"])
        // The third names the first again, so it is there already.
        #expect(played.output.contains("already coded \(said[0][1]) B07:3 trust"))
        let lines = try stage.logLines("B/B07")
        #expect(lines.count == 1)
        #expect(try stage.extracts().count == 2)
    }

    @Test func memoStarAndDoubtAreOfEveryCodeNamed() throws {
        let stage = try Stage.withStudy()
        let memo = "first\nsecond \u{1B}[31m =1"
        #expect(stage.gloss("code", "B07", "37-61", "bc", "tr", "--memo", memo, "--star", "3", "--doubt").code == 0)
        for extract in try stage.extracts() {
            #expect(extract["memo"]?.string == memo)
            #expect(extract["star"]?.integer == 3)
            #expect(extract["doubt"] == .bool(true))
        }
        let text = stage.gloss("extracts", "code:bc").output
        #expect(text.contains("  ***  ?\n"))
        #expect(text.contains("  memo: first second "))
    }

    @Test func withoutTheOptionsThereIsNoMemoNoStarAndNoDoubt() throws {
        let stage = try Stage.withStudy()
        try #require(stage.gloss("code", "B07", "37-61", "bc").code == 0)
        let extract = try #require(try stage.extracts().first)
        #expect(extract["memo"] == "")
        #expect(extract["star"]?.integer == 0)
        #expect(extract["doubt"] == .bool(false))
    }

    @Test func anotherMemoDoesNotMakeAnotherCoding() throws {
        let stage = try Stage.withStudy()
        try #require(stage.gloss("code", "B07", "37-61", "bc", "--memo", "one").code == 0)
        #expect(stage.gloss("code", "B07", "37-61", "bc", "--memo", "two").output.hasPrefix("already coded "))
        #expect(try stage.extracts().map { $0["memo"]?.string } == ["one"])
    }

    @Test func aPassageOneCharacterWiderIsAnotherCoding() throws {
        let stage = try Stage.withStudy()
        for range in ["37-61", "37-60", "36-61"] {
            #expect(stage.gloss("code", "B07", range, "bc").output.hasPrefix("saved "))
        }
        #expect(try stage.extracts().map { $0["start"]?.integer } == [36, 37, 37])
        #expect(try stage.extracts().map { $0["end"]?.integer } == [61, 60, 61])
    }

    @Test func aQuoteMayCrossLinesAndHoldAnyScript() throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("code", "B07", "tr", "--quote", "我们相信.").output.contains(" B07:8 trust"))
        #expect(stage.gloss("code", "B07", "tr", "--quote", "stays.\n\nInterviewer").output.contains(" B07:4–6 "))
        #expect(stage.gloss("code", "B07", "tr", "--quote", "the block contract pays").code == 2)
    }

    @Test func aQuoteFoundTooOftenListsEveryPlaceWithItsOffsets() throws {
        let stage = try Stage.withStudy()
        let played = stage.gloss("code", "B07", "bc", "--quote", "block")
        #expect(
            played.talk
                == "gloss: the words occur 2 times in B/B07: --nth 1 is B07:3, 41-46; --nth 2 is B07:3, 91-96\n"
        )
        #expect(played.code == 2)
    }

    @Test func onlyTenPlacesAreListed() throws {
        let stage = try Stage.withStudy()
        let played = stage.gloss("code", "B07", "bc", "--quote", "e")
        #expect(played.talk.contains("--nth 10 is "))
        #expect(!played.talk.contains("--nth 11 is "))
        let count = interviewB07.unicodeScalars.count { $0 == "e" }
        #expect(played.talk.hasSuffix("; and \(count - 10) more\n"))
    }

    @Test(arguments: [("1", 41), ("2", 91)])
    func nthChoosesAmongThem(nth: String, start: Int) throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("code", "B07", "bc", "--quote", "block", "--nth", nth).code == 0)
        #expect(try stage.extracts().first?["start"]?.integer == start)
    }

    @Test(arguments: ["0", "-1", "3"])
    func nthOutsideIsRefused(nth: String) throws {
        let played = try Stage.withStudy().gloss("code", "B07", "bc", "--quote", "block", "--nth=\(nth)")
        #expect(played.code == 2)
        #expect(played.talk == "gloss: the words occur 2 times in B/B07, not \(nth)\n")
    }

    @Test func aTextChangedOutsideTakesNoCodings() throws {
        let stage = try Stage.withStudy()
        try stage.folder.write(interviewB07 + "More.\n", to: "study/transcripts/B/B07.txt")
        let played = stage.gloss("code", "B07", "37-61", "bc")
        #expect(played.code == 2)
        #expect(try stage.logLines("B/B07").isEmpty)
    }

    @Test func eachCoderHasALogOfTheirOwn() throws {
        let stage = try Stage.withStudy()
        for coder in ["rs", "jb"] { #expect(stage.gloss("code", "B07", "37-61", "bc", "--coder", coder).code == 0) }
        #expect(try stage.logLines("B/B07", coder: "rs").count == 1)
        #expect(try stage.logLines("B/B07", coder: "jb").count == 1)
        #expect(try stage.extracts().map { $0["coder"]?.string } == ["jb", "rs"])
    }
}
