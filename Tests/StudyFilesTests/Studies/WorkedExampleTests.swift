// The worked example of docs/FORMAT.md, byte for byte: whoever writes a second program from that page gets what we get.

import CodingCore
import Testing

@testable import StudyFiles

@Suite struct WorkedExampleTests {
    private static let text =
        "Interviewer: Who decides now?\n\nB07: Nobody, I'd say. We plan with last year's figures – and that is all.\n"
    private static let sha256 = "3638f1160818fed7b576436b7a86529e28cb5c09e8980f85cd9c5f1695849d3a"
    private static let turns =
        "start,end,kind,speaker,label,begin_ms,end_ms,page\n0,31,turn,Interviewer,\"Interviewer: \",,,\n31,105,turn,B07,\"B07: \",,,\n"
    private static let uuid = "019abcde-0000-7000-8000-000000000001"
    private static let head = "{\"v\":1,\"id\":\"019abcde-0000-7000-8000-00000000000"

    /// The four lines of the page.
    private static let lines = [
        head + #"2","op":"code","by":"rs","at":"2026-11-22T10:14:03Z","doc":"019abcde-0000-7000-8000-000000000001","#
            + #""text":"3638f1160818fed7","start":53,"end":85,"quote":"We plan with last year's figures","#
            + #""before":"\u000a\u000aB07: Nobody, I'd say. ","after":" – and that is all.\u000a","#
            + #""code":"block-contracts","rule":"f9ae7ee9"}"#,
        head + #"3","op":"set","by":"rs","at":"2026-11-22T10:14:40Z","on":"019abcde-0000-7000-8000-000000000002","#
            + #""prev":{"memo":["019abcde-0000-7000-8000-000000000002"]},"memo":"Says “we”: who?"}"#,
        head + #"4","op":"uncode","by":"rs","at":"2026-11-22T10:15:02Z","on":"019abcde-0000-7000-8000-000000000002","#
            + #""prev":{"*":["019abcde-0000-7000-8000-000000000002","019abcde-0000-7000-8000-000000000003"]}}"#,
        head + #"5","op":"undo","by":"rs","at":"2026-11-22T10:15:05Z","act":"019abcde-0000-7000-8000-000000000004"}"#,
    ]

    private static let codebook = """
        title: Commissioning
        codes:
        - id: contracting
          name: Contracting and funding
          kind: category
          colour: teal
        - id: block-contracts
          name: Block contracts
          mnemonic: bc
          parent: contracting
          brief: Payment fixed whatever the activity.
          definition: Payment fixed in advance whatever the activity.
          include:
          - limits on growth
          exclude:
          - tariff talk

        """

    private func codings(_ numbers: [Int], changing: [(String, String)] = []) throws -> [Coding] {
        let text = numbers.map { number in
            changing.reduce(Self.lines[number]) { $0.replacing($1.0, with: $1.1) } + "\n"
        }.joined()
        let contents = LogFile.read(Array(text.utf8), path: "x")
        #expect(contents.remarks == [])
        return CodingFold(contents.lines.flatMap(\.operations)).codings
    }

    /// A study written by hand, as a second program would.
    private func study() throws -> (TemporaryFolder, StudyFolder) {
        let folder = try TemporaryFolder()
        try folder.write(
            "format: gloss/1\nid: \"019abcde-0000-7000-8000-000000000000\"\ntitle: Commissioning in one trust\n",
            to: "study.yaml"
        )
        try folder.write(Self.text, to: "transcripts/B07.txt")
        try folder.write(Self.text, to: "transcripts/.versions/\(Self.sha256).txt")
        try folder.write("uuid: \(Self.uuid)\nversions: [\(Self.sha256)]\n", to: "transcripts/B07.yaml")
        try folder.write(Self.turns, to: "transcripts/B07.turns.csv")
        try folder.write("document,site\nB07,B\n", to: "documents.csv")
        try folder.write(
            "document,speaker,participant,interviewer\nB07,Interviewer,,yes\nB07,B07,B07,no\n",
            to: "speakers.csv"
        )
        try folder.write(Self.codebook, to: "codebooks/commissioning.yaml")
        try folder.write(Self.lines.joined(separator: "\n") + "\n", to: "codings/rs/B07.k3f9x2.jsonl")
        return (folder, StudyFolder(root: folder.path))
    }

    @Test func theTextHasTheHashThatIsPrinted() {
        #expect(Array(Self.text.utf8).count == 107)
        #expect(CanonicalText(Self.text).scalarCount == 105)
        #expect(SHA256.hexadecimal(of: Array(Self.text.utf8)) == Self.sha256)
    }

    @Test func aStudyWrittenByHandIsInOrder() throws {
        let (scratch, folder) = try study()
        let findings = Checker.check(folder)
        #expect(findings == [])
        let study = try folder.load().study
        #expect(study.documents.map(\.title) == ["B07"])
        #expect(study.documents.first?.attributes["site"] == "B")
        #expect(study.codings.map(\.memo) == ["Says “we”: who?"])
        withExtendedLifetime(scratch) {}
    }

    @Test func theBlocksAndLinesAreThosePrinted() throws {
        let (scratch, folder) = try study()
        let document = try #require(try folder.load().study.documents.first)
        let transcript = try folder.open(document, measure: 66).transcript
        #expect(transcript.blocks.map(\.speaker) == ["Interviewer", "B07"])
        #expect(transcript.blocks.map { transcript.text.wordCount(in: $0.speechSpan) } == [3, 15])
        #expect(TurnTable.bytes(of: transcript.blocks) == Array(Self.turns.utf8))
        let passage = try #require(transcript.text.occurrences(of: "We plan with last year's figures").first)
        #expect(passage == TextSpan(53, 85))
        withExtendedLifetime(scratch) {}
    }

    @Test func theRuleHasTheHashThatIsPrinted() throws {
        let file = try CodebookReader.read(Array(Self.codebook.utf8), path: "c.yaml")
        #expect(file.findings == [])
        #expect(file.codes.last?.code.rule == "f9ae7ee9")
        // Renaming and moving change no rule; the words of the rule do.
        let renamed = Self.codebook.replacing("Block contracts", with: "Blocks").replacing(
            "mnemonic: bc",
            with: "mnemonic: zz"
        )
        #expect(try CodebookReader.read(Array(renamed.utf8), path: "c").codes.last?.code.rule == "f9ae7ee9")
        let narrowed = Self.codebook.replacing("tariff talk", with: "tariffs")
        #expect(try CodebookReader.read(Array(narrowed.utf8), path: "c").codes.last?.code.rule != "f9ae7ee9")
    }

    @Test func theCodebooksVersionIsWhatTheShellPrints() throws {
        let (scratch, folder) = try study()
        try scratch.write("codes:\n- id: z\n", to: "codebooks/b.yaml")
        // printf over one line `SHA256  path` for each file in the order of the names' bytes.
        let lines = try ["codebooks/b.yaml", "codebooks/commissioning.yaml"].map {
            "\(SHA256.hexadecimal(of: try Disk.read(folder.path($0))))  \($0)\n"
        }
        let expected = SHA256.hexadecimal(of: Array(lines.joined().utf8)).prefix(8)
        #expect(try folder.load().study.codebook.version == expected)
        withExtendedLifetime(scratch) {}
    }

    @Test(arguments: 0..<4) func everyLineIsSpelledAsGlossSpellsIt(number: Int) throws {
        let line = try LogLineReader.read(line: Array(Self.lines[number].utf8))
        #expect(String(decoding: LogLineWriter.bytes(line), as: UTF8.self) == Self.lines[number] + "\n")
    }

    @Test func theAnchorIsTheOneThatGlossMakes() throws {
        let text = CanonicalText(Self.text)
        let version = try #require(VersionTag(Self.sha256))
        let anchor = Anchor(of: TextSpan(53, 85), in: text, version: version) { SHA256.hexadecimal(of: $0) }
        let line = try LogLineReader.read(line: Array(Self.lines[0].utf8))
        guard case .code(_, let written, _, _, _, _, _) = line.operations[0].body else {
            Issue.record("the first line makes no coding")
            return
        }
        #expect(written == anchor)
        #expect(written.holds(in: text) { SHA256.hexadecimal(of: $0) })
    }

    @Test func theFourLinesComeToOneCodingWithTheMemo() throws {
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1, 1, 0]] {
            let codings = try codings(order)
            #expect(codings.map(\.memo) == ["Says “we”: who?"])
            #expect(codings.map(\.disputed) == [[]])
        }
    }

    @Test func withoutTheLastLineTheyComeToNone() throws {
        #expect(try codings([0, 1, 2]) == [])
    }

    @Test func withAnUncodeThatHadNotSeenTheMemoTheCodingIsDisputedAsAWhole() throws {
        let unseen = #","019abcde-0000-7000-8000-000000000003"]}}"#
        let codings = try codings([0, 1, 2], changing: [(unseen, "]}}")])
        #expect(codings.count == 1)
        #expect(codings.first?.memo == "Says “we”: who?")
        #expect(codings.first?.disputed == [.whole])
    }

    @Test func anActInABatchCountsLikeLinesOfItsOwn() throws {
        let inner = Self.lines[0].replacing("\"v\":1,", with: "").replacing(
            ",\"by\":\"rs\",\"at\":\"2026-11-22T10:14:03Z\"",
            with: ""
        )
        let batch =
            Self.head
            + #"9","op":"batch","by":"rs","at":"2026-11-22T10:14:03Z","act":"019abcde-0000-7000-8000-000000000009","ops":["#
            + inner + "]}\n"
        let contents = LogFile.read(Array(batch.utf8), path: "x")
        #expect(contents.remarks == [])
        #expect(CodingFold(contents.lines.flatMap(\.operations)).codings.map(\.code.description) == ["block-contracts"])
    }
}
