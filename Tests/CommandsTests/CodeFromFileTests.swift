import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// `gloss code --from`: many codings, all or none.
@Suite struct CodeFromFileTests {
    @Test func codingsAcrossDocumentsAreOneAct() throws {
        let stage = try Stage.withStudy()
        let lines = """
            {"document":"B07","start":37,"end":61,"code":"bc"}
            {"document":"A01","quote":"We trust nobody.","code":"tr"}
            {"document":"B07","start":37,"end":61,"code":"Trust"}

            """
        let played = stage.gloss("code", "--from", "-", input: lines)
        #expect(played.code == 0, "\(played.talk)")
        // Said in the order of the file, not in that of the logs.
        let said = played.output.split(separator: "\n").map {
            $0.split(separator: " ").suffix(2).joined(separator: " ")
        }
        #expect(said == ["B07:3 block", "A01:3 trust", "B07:3 trust"])
        #expect(try stage.logLines("B/B07").count == 1)
        #expect(try stage.logLines("A/A01").count == 1)
        #expect(stage.gloss("check").code == 0)
    }

    @Test func theCoderOfALineComesBeforeTheCoderOfTheCommand() throws {
        let stage = try Stage.withStudy()
        let lines = """
            {"document":"B07","start":37,"end":61,"code":"bc","coder":"zz"}
            {"document":"B07","start":37,"end":61,"code":"bc"}
            {"document":"B07","start":37,"end":61,"code":"bc","coder":null}

            """
        let played = stage.gloss("code", "--from", "-", "--coder", "jb", input: lines)
        #expect(played.output.split(separator: "\n").map { $0.hasPrefix("saved") } == [true, true, false])
        #expect(try stage.extracts().map { $0["coder"]?.string } == ["jb", "zz"])
    }

    @Test func theSameLineTwiceIsOneCoding() throws {
        let stage = try Stage.withStudy()
        let line = "{\"document\":\"B07\",\"start\":37,\"end\":61,\"code\":\"bc\"}\n"
        let played = stage.gloss("code", "--from", "-", input: line + line)
        let said = played.output.split(separator: "\n")
        #expect(said.count == 2)
        #expect(said[1] == "already coded" + said[0].dropFirst("saved".count))
    }

    @Test func blankLinesCarriageReturnsAndAMissingLastLineEndAreNoTrouble() throws {
        let stage = try Stage.withStudy()
        let line = "{\"document\":\"B07\",\"start\":37,\"end\":61,\"code\":\"bc\"}"
        #expect(stage.gloss("code", "--from", "-", input: "\r\n \t\n\(line)\r\n\n\(line)").code == 0)
        #expect(try stage.extracts().count == 1)
    }

    @Test func anEmptyFileSavesNothingAndIsNoError() throws {
        let stage = try Stage.withStudy()
        let played = stage.gloss("code", "--from", "-", input: "\n\n")
        #expect(played.code == 0)
        #expect(played.output.isEmpty && played.talk.isEmpty)
    }

    @Test func everyBadLineIsNamedWithItsNumber() throws {
        let stage = try Stage.withStudy()
        let good = "{\"document\":\"B07\",\"start\":37,\"end\":61,\"code\":\"bc\"}"
        let lines = [good, "{", "", good, "[1]", "{\"document\":\"B07\",\"quote\":\"block\",\"code\":\"bc\"}"]
        try stage.folder.write(lines.joined(separator: "\n"), to: "many.jsonl")
        let played = stage.gloss("code", "--from", "../many.jsonl")
        #expect(played.code == 2)
        let said = played.talk.split(separator: "\n")
        #expect(said.count == 4)
        #expect(
            zip(said, ["gloss: ../many.jsonl:2: ", "gloss: ../many.jsonl:5: ", "gloss: ../many.jsonl:6: "])
                .allSatisfy { $0.hasPrefix($1) },
            "\(played.talk)"
        )
        #expect(said.last == "gloss: 3 lines cannot be used, so nothing was saved")
        #expect(played.output.isEmpty)
        #expect(try stage.logLines("B/B07").isEmpty)
    }

    @Test func aFileThatIsAllWrongDoesNotFillTheScreen() throws {
        let played = try Stage.withStudy()
            .gloss("code", "--from", "-", input: String(repeating: "nonsense\n", count: 500))
        #expect(played.talk.split(separator: "\n").count == 21)
        #expect(played.talk.hasSuffix("500 lines cannot be used (480 more not shown), so nothing was saved\n"))
    }

    @Test(arguments: [
        ("\"quote\":\"block\",\"nth\":2,\"code\":\"bc\"", 91, 96),
        ("\"quote\":\"stays\",\"code\":\"bc\"", 97, 102),
        ("\"quote\":\"\\u6211\\u4eec\",\"code\":\"bc\"", 147, 149),
        ("\"quote\":null,\"start\":1,\"end\":2,\"code\":\"bc\"", 1, 2),
        ("\"start\":1.0,\"end\":2.0,\"code\":\"bc\"", 1, 2),
        ("\"start\":1,\"end\":2,\"code\":\"bc\",\"memo\":null,\"star\":null,\"doubt\":null,\"more\":[{}]", 1, 2),
    ])
    func aLineSaysItsPassageAsTheCommandDoes(members: String, start: Int, end: Int) throws {
        let stage = try Stage.withStudy()
        let played = stage.gloss("code", "--from", "-", input: "{\"document\":\"B07\",\(members)}")
        #expect(played.code == 0, "\(played.talk)")
        let extract = try #require(try stage.extracts().first)
        #expect(extract["start"]?.integer == start)
        #expect(extract["end"]?.integer == end)
    }

    @Test(arguments: [
        ("\"start\":0,\"end\":154,\"code\":\"bc\"", "goes beyond B/B07"),
        ("\"start\":3,\"end\":3,\"code\":\"bc\"", "is empty"),
        ("\"start\":\"3\",\"end\":5,\"code\":\"bc\"", "must be whole numbers"),
        ("\"start\":0,\"code\":\"bc\"", "must be whole numbers"),
        ("\"quote\":\"\",\"code\":\"bc\"", "the quote is empty"),
        ("\"quote\":7,\"code\":\"bc\"", "“quote” must be words"),
        ("\"quote\":\"block\",\"nth\":9,\"code\":\"bc\"", "not 9"),
        ("\"start\":0,\"end\":5,\"code\":\"money\"", "is a category"),
        ("\"start\":0,\"end\":5,\"code\":\"old\"", "is retired"),
        ("\"start\":0,\"end\":5,\"code\":null", "“code” is missing"),
        ("\"start\":0,\"end\":5,\"code\":\"bc\",\"memo\":3", "“memo” must be words"),
        ("\"start\":0,\"end\":5,\"code\":\"bc\",\"star\":\"1\"", "0 to 3"),
        ("\"start\":0,\"end\":5,\"code\":\"bc\",\"star\":-1", "0 to 3"),
        ("\"start\":0,\"end\":5,\"code\":\"bc\",\"doubt\":\"yes\"", "true or false"),
        ("\"start\":0,\"end\":5,\"code\":\"bc\",\"coder\":\"\"", "no coder's id"),
    ])
    func aLineThatCannotBeUsedSaysWhy(members: String, sentence: String) throws {
        let played = try Stage.withStudy().gloss("code", "--from", "-", input: "{\"document\":\"B07\",\(members)}")
        #expect(played.code == 2)
        #expect(played.talk.contains("standard input:1: "))
        #expect(played.talk.contains(sentence), "\(played.talk)")
    }

    @Test func aMissingFileIsOneSentence() throws {
        let played = try Stage.withStudy().gloss("code", "--from", "none.jsonl")
        #expect(played.code == 2)
        #expect(played.talk.contains("none.jsonl"))
        #expect(played.talk.split(separator: "\n").count == 1)
    }
}
