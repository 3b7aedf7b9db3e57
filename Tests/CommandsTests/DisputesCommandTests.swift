import CodingCore
import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// `gloss disputes`: what is said, and what settling leaves in whose log.
@MainActor
@Suite struct DisputesCommandTests {
    /// A coding of rs whose memo two clones of rs gave without knowing of one another.
    private func disputed() throws -> Stage {
        let stage = try Stage.withStudy()
        try #require(stage.gloss("code", "B07", "bc", "--quote", "The block contract pays.").code == 0)
        try write(stage) { coding in [CodingChanges(memo: "contract"), CodingChanges(memo: "person")] }
        return stage
    }

    /// Writes changes of the first coding as so many clones that all saw the same.
    private func write(_ stage: Stage, _ changes: (Coding) -> [CodingChanges]) throws {
        let folder = try StudyFolder.open(stage.folder.path("study"))
        let coding = try #require(try folder.load().study.codings.first)
        let identifiers = IdentifierSource()
        let edit = CodingEdit(
            coder: coding.coder,
            at: Moment(secondsSince1970: 1_795_000_000),
            newID: { identifiers.next() },
            sha256: { SHA256.hexadecimal(of: $0) }
        )
        for (index, changes) in changes(coding).enumerated() {
            let line = changes.fields.isEmpty ? edit.uncode([coding]) : edit.change(coding, changes)
            let text = String(decoding: LogLineWriter.bytes(try #require(line)), as: UTF8.self)
            try stage.folder.write(text, to: "study/codings/rs/B/B07.clone\(index).jsonl")
        }
    }

    @Test func nothingDisputedIsSaidAndIsNoFailure() throws {
        let stage = try Stage.withStudy()
        let played = stage.gloss("disputes")
        #expect(played.code == 0)
        #expect(played.output == "Nothing is disputed.\n")
        #expect(try stage.gloss("disputes", "--format", "json").json == [])
    }

    @Test func aDisputeIsListedWithPlaceValuesAndVoices() throws {
        let played = try disputed().gloss("disputes")
        #expect(played.code == 0)
        #expect(played.output.hasPrefix("1  B07:3  Block contracts (rs)  memo\n"))
        for words in ["“The block contract pays.”", "1  “contract”  rs 2026-11-", "2  “person”", "shown", "1 dispute."]
        {
            #expect(played.output.contains(words), "\(words)")
        }
        #expect(!played.output.contains("“contract”  rs 2026-11-18 10:26  shown"))
    }

    @Test func theJSONHasWhatAProgramNeedsToSettle() throws {
        let stage = try disputed()
        let row = try #require(try stage.gloss("disputes", "--format", "json").json.array?.first)
        #expect(
            row.names == [
                "number", "dispute", "document", "line_from", "line_to", "coding", "coder", "code", "field", "choices",
            ]
        )
        #expect(row["field"] == "memo")
        #expect(row["document"] == "B/B07")
        let choices = try #require(row["choices"]?.array)
        #expect(choices.map { $0["value"] } == ["contract", "person"])
        #expect(choices.map { $0["shown"] } == [false, true])
        let name = try #require(row["dispute"]?.string)
        #expect(stage.gloss("disputes", "settle", name, "--take", "1").code == 0)
        #expect(try stage.extracts().map { $0["memo"] } == ["contract"])
    }

    @Test(arguments: [("1", "contract"), ("2", "person")])
    func settlingWritesOneLineIntoTheLogOfWhoSettles(take: String, memo: String) throws {
        let stage = try disputed()
        let before = try stage.files(below: "study/codings/rs")
        let played = stage.gloss("disputes", "settle", "1", "--take", take, "--coder", "jm")
        #expect(played.code == 0)
        #expect(played.output == "settled B07:3  memo: “\(memo)”\n")
        #expect(try stage.files(below: "study/codings/rs") == before)
        let lines = try stage.logLines("B/B07", coder: "jm")
        #expect(lines.count == 1)
        #expect(lines.first?["op"] == "set")
        #expect(lines.first?["prev"]?["memo"]?.array?.count == 2)
        #expect(stage.gloss("disputes").output == "Nothing is disputed.\n")
        #expect(stage.gloss("check").code == 0)
        #expect(try stage.extracts().map { $0["memo"] } == [.string(memo)])
    }

    /// Hostile input 72.
    @Test(arguments: [("1", 0), ("2", 1)])
    func takenAwayHereAndChangedThereIsSettledEitherWay(take: String, left: Int) throws {
        let stage = try Stage.withStudy()
        try #require(stage.gloss("code", "B07", "bc", "--quote", "The block contract pays.").code == 0)
        try write(stage) { _ in [CodingChanges(), CodingChanges(star: 3)] }
        #expect(try stage.extracts().count == 1)
        #expect(stage.gloss("check").code == 3)
        let list = stage.gloss("disputes", "B07").output
        #expect(list.contains("whether it stands"))
        #expect(list.contains("1  taken away"))
        #expect(list.contains("2  stands"))
        #expect(stage.gloss("disputes", "settle", "1", "--take", take).code == 0)
        #expect(try stage.extracts().count == left)
        #expect(stage.gloss("check").code == 0)
    }

    @Test func anotherDocumentHasNone() throws {
        let stage = try disputed()
        #expect(stage.gloss("disputes", "A01").output == "Nothing is disputed.\n")
        #expect(stage.gloss("disputes", "B99").code == 2)
    }

    @Test(arguments: [["2", "--take", "1"], ["memo", "--take", "1"], ["1", "--take", "3"], ["1", "--take", "0"]])
    func whatIsNotThereCannotBeTaken(words: [String]) throws {
        let stage = try disputed()
        let played = stage.play(["disputes", "settle"] + words)
        #expect(played.code == 2)
        #expect(played.output == "")
        #expect(try stage.logLines("B/B07", coder: "jm").isEmpty)
        #expect(stage.gloss("disputes").output.contains("1 dispute."))
    }

    @Test func takeIsNeeded() throws {
        #expect(try disputed().gloss("disputes", "settle", "1").code == 64)
    }
}
