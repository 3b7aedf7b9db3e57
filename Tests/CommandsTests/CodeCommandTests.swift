import StudyFiles
import TestSupport
import Testing

@testable import Commands

@Suite struct CodeCommandTests {
    @Test func everyCodingIsSaidWithIdLocatorAndCode() throws {
        let stage = try Stage.withStudy()
        let played = stage.gloss("code", "B07", "--quote", "The block contract pays", "bc", "Trust", "--memo", "hm")
        #expect(played.code == 0, "\(played.talk)")
        let lines = played.output.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines.map { $0[0] } == ["saved", "saved"])
        #expect(lines.map { $0[2] } == ["B07:3", "B07:3"])
        #expect(lines.map { $0[3] } == ["block", "trust"])
        let extracts = try stage.gloss("extracts", "--format", "jsonl").lines
        #expect(extracts.map { $0["id"]?.string } == lines.map { String($0[1]) })
        #expect(extracts.allSatisfy { $0["memo"]?.string == "hm" })
    }

    @Test func severalCodesAreOneLineOfTheLog() throws {
        let stage = try Stage.withStudy()
        _ = stage.gloss("code", "B07", "0-11", "bc", "tr")
        let log = try #require(try stage.folder.contents().first { $0.hasPrefix("study/codings/rs/B/B07.") })
        #expect(try stage.folder.read(log).split(separator: "\n").count == 1)
    }

    @Test func theSameAgainIsAlreadyCoded() throws {
        let stage = try Stage.withStudy()
        let first = stage.gloss("code", "B07", "0-11", "bc")
        let log = try #require(try stage.folder.contents().first { $0.hasPrefix("study/codings/rs/B/B07.") })
        let before = try stage.folder.bytes(of: log)
        let again = stage.gloss("code", "B07", "0-11", "block")
        #expect(again.code == 0)
        #expect(again.output == first.output.replacingPrefix("saved", with: "already coded"))
        #expect(try stage.folder.bytes(of: log) == before)
        #expect(stage.gloss("code", "B07", "0-11", "bc", "--coder", "jb").output.hasPrefix("saved"))
    }

    @Test func offsetsAreTakenAsGiven() throws {
        let stage = try Stage.withStudy()
        let start = try #require(interviewB07.unicodeScalars.firstIndex { $0 == "我" })
        let offset = interviewB07.unicodeScalars.distance(from: interviewB07.unicodeScalars.startIndex, to: start)
        _ = stage.gloss("code", "B07", "\(offset)-\(offset + 2)", "trust", "--star", "2", "--doubt")
        let extract = try #require(try stage.gloss("extracts", "--format", "jsonl").lines.first)
        #expect(extract["text"]?.string == "我们")
        #expect(extract["star"]?.integer == 2)
        #expect(extract["doubt"] == .bool(true))
        #expect(extract["speaker"]?.string == "P1")
    }

    @Test(arguments: [
        (["B99", "0-5", "bc"], "there is no document ‘B99’; near it: B07"),
        (["B07", "0-5", "blok"], "there is no code ‘blok’; near it: block"),
        (["B07", "0-5", "money"], "money is a category"),
        (["B07", "0-5", "old"], "old is retired"),
        (["B07", "5-5", "bc"], "is empty"), (["B07", "9-5", "bc"], "is empty"),
        (["B07", "0-99999", "bc"], "goes beyond B/B07, which has"),
        (["B07", "here", "bc"], "write START-END"), (["B07", "1-2-3", "bc"], "write START-END"),
        (["B07", "bc", "--quote", "not there"], "do not occur in B/B07"),
        (["B07", "bc", "--quote", "block"], "occur 2 times in B/B07: --nth 1 is B07:3"),
        (["B07", "bc", "--quote", "block", "--nth", "3"], "occur 2 times"),
        (["B07", "bc", "--quote", ""], "the quote is empty"),
    ])
    func whatCannotBeCodedIsSaidAndNothingIsSaved(arguments: [String], sentence: String) throws {
        let stage = try Stage.withStudy()
        let played = stage.play(["code"] + arguments)
        #expect(played.code == 2)
        #expect(played.talk.contains(sentence), "\(played.talk)")
        #expect(try !stage.folder.contents().contains { $0.hasPrefix("study/codings/rs") })
    }

    @Test func aQuoteThatOccursTwiceIsFoundByItsNumber() throws {
        let stage = try Stage.withStudy()
        #expect(stage.gloss("code", "B07", "bc", "--quote", "The block", "--nth", "2").code == 0)
        let extract = try #require(try stage.gloss("extracts", "--format", "jsonl", "--context", "1").lines.first)
        #expect(extract["context_after"]?.string == " stays.")
    }

    @Test func manyComeFromAFileOrFromStandardInput() throws {
        let stage = try Stage.withStudy()
        let lines = """
            {"document":"B07","start":0,"end":11,"code":"bc","memo":"one"}
            {"document":"A01","quote":"nobody","code":"trust","coder":"jb","star":1}

            {"document":"A/A01","start":0,"end":11,"code":"trust","doubt":true}

            """
        let played = stage.gloss("code", "--from", "-", input: lines)
        #expect(played.code == 0, "\(played.talk)")
        #expect(played.output.split(separator: "\n").count == 3)
        try stage.folder.write(lines, to: "many.jsonl")
        let again = stage.gloss("code", "--from", "../many.jsonl")
        #expect(again.output == played.output.split(separator: "\n").map { "already coded" + $0.dropFirst(5) + "\n" }.joined())
        #expect(try stage.gloss("coders", "--format", "json").json.array?.count == 2)
    }

    @Test(arguments: [
        ("nonsense", "not JSON"), ("[]", "no JSON object"), ("{\"document\":\"B07\"}", "“code” is missing"),
        ("{\"document\":7}", "“document” must be words"), ("{\"document\":\"B99\"}", "no document ‘B99’"),
        ("{\"document\":\"B07\",\"start\":0.5,\"end\":3,\"code\":\"bc\"}", "whole numbers"),
        ("{\"document\":\"B07\",\"start\":-1,\"end\":3,\"code\":\"bc\"}", "empty"),
        ("{\"document\":\"B07\",\"start\":0,\"end\":3,\"code\":\"bc\",\"coder\":\"R S\"}", "no coder's id"),
        ("{\"document\":\"B07\",\"start\":0,\"end\":3,\"code\":\"bc\",\"star\":9}", "0 to 3"),
        ("{\"document\":\"B07\",\"start\":0,\"end\":3,\"code\":\"bc\",\"doubt\":1}", "true or false"),
    ])
    func oneBadLineSavesNothing(line: String, sentence: String) throws {
        let stage = try Stage.withStudy()
        let good = "{\"document\":\"B07\",\"start\":0,\"end\":11,\"code\":\"bc\"}\n"
        let played = stage.gloss("code", "--from", "-", input: good + line + "\n")
        #expect(played.code == 2)
        #expect(played.talk.contains("standard input:2: "))
        #expect(played.talk.contains(sentence), "\(played.talk)")
        #expect(played.talk.contains("nothing was saved"))
        #expect(stage.gloss("extracts").code == 1)
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}
