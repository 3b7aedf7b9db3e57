// What a person decides about a file counts for more than what was counted.

import CodingCore
import Testing

@testable import Interchange

@Suite struct ImportChoicesTests {
    private static let talk = """
        Date of birth: 1902
        Place: Leeds

        INT: Why?

        GEORGE: So.

        INT: How?

        GEORGE: Thus.

        INT: And?

        GEORG: Well.

        Nurse: Time for tea.

        GEORGE: The point is: yes.

        """

    private func read(_ text: String = talk, as name: String = "talk.txt", _ change: (inout ImportChoices) -> Void)
        throws
        -> IncomingDocument
    {
        var choices = ImportChoices()
        change(&choices)
        return try TranscriptImporter().read(bytes: Array(text.utf8), fileName: name, choices: choices)
    }

    private func speakers(_ document: IncomingDocument) -> [String] {
        document.speakers.map { "\($0.name) \($0.turns)" }
    }

    @Test func leftAloneTheRareAreListed() throws {
        let document = try read { _ in }
        #expect(speakers(document) == ["INT 3", "GEORGE 3"])
        #expect(document.findings.maybes.map(\.name) == ["GEORG", "Nurse"])
        #expect(document.findings.nearNames == [ImportFindings.NearNames(rare: "GEORG", common: "GEORGE")])
        #expect(document.findings.header.map { "\($0.name)=\($0.value)" } == ["Date of birth=1902", "Place=Leeds"])
        #expect(document.attributes.pairs.isEmpty)
    }

    @Test(arguments: ["Nurse", "nurse", "NURSE"]) func aLabelCanBeMadeASpeaker(name: String) throws {
        let document = try read { $0.speakers = [name] }
        #expect(speakers(document) == ["INT 3", "GEORGE 3", "Nurse 1"])
        #expect(document.blocks.contains { $0.label == "Nurse: " && $0.speaker == "Nurse" })
    }

    @Test(arguments: [
        ("JONH", true), ("JOHM", true), ("JOHNY", true), ("JOHN2", false), ("JACK", false), ("JO", false),
        ("John", false),
    ])
    func aNameThatIsNearlyASpeakersIsProposed(rare: String, isNear: Bool) throws {
        let talk = (0..<4).map { "INT: Why \($0)?\n\nJOHN: So.\n" }.joined(separator: "\n") + "\n\(rare): Well.\n"
        #expect(try read(talk) { _ in }.findings.nearNames.map(\.common) == (isNear ? ["JOHN"] : []))
    }

    @Test func aSpeakerCanBeMadeNobody() throws {
        let document = try read { $0.notSpeakers = ["george"] }
        #expect(speakers(document) == ["INT 3"])
        #expect(document.findings.maybes.first?.name == "GEORGE")
    }

    @Test func aParticipantsNumberIsNoCount() throws {
        let talk = (1...4).map { "INT: Question \($0)?\n\nA03: Answer \($0).\n\nA04: Yes.\n" }.joined(separator: "\n")
        let document = try read(talk) {
            $0.notSpeakers = ["A03"]
            $0.aliases = ["A04": "Mary"]
        }
        #expect(speakers(document) == ["INT 4", "Mary 4"])
    }

    @Test(arguments: 0..<8) func whoAsksUnderOneLabelAsksUnderBoth(_ round: Int) throws {
        let document = try read { $0.aliases = ["GEORGE": "INT"] }
        #expect(document.speakers.filter(\.isInterviewer).map(\.name) == ["INT"], "\(round)")
    }

    @Test func aLabelCanStandForAnother() throws {
        let document = try read { $0.aliases = ["GEORG": "GEORGE", "INT": "Rosa Singh"] }
        #expect(speakers(document) == ["Rosa Singh 3", "GEORGE 4"])
        #expect(document.blocks.contains { $0.label == "GEORG: " && $0.speaker == "GEORGE" })
        #expect(document.labels.contains { $0.label == "GEORG" && $0.speaker == "GEORGE" })
    }

    @Test func whoAsksCanBeSaid() throws {
        #expect(try read { _ in }.speakers.filter(\.isInterviewer).map(\.name) == ["INT"])
        #expect(try read { $0.interviewers = ["George"] }.speakers.filter(\.isInterviewer).map(\.name) == ["GEORGE"])
        #expect(try read { $0.interviewers = [] }.speakers.filter(\.isInterviewer).isEmpty)
    }

    @Test func theHeadCanBecomeAttributesAndTheTitleBeGiven() throws {
        let document = try read {
            $0.takesHeader = true
            $0.title = "Mr George"
        }
        #expect(document.attributes == Attributes([("Date of birth", "1902"), ("Place", "Leeds")]))
        #expect(document.title == "Mr George")
    }

    @Test func captionsHeedThemToo() throws {
        let cues = (0..<6).map { "00:0\($0).000 --> 00:0\($0 + 1).000\n\($0 % 2 == 0 ? "Ann" : "Bob"): word \($0)\n" }
        let text = "WEBVTT\n\n" + cues.joined(separator: "\n") + "\n00:07.000 --> 00:08.000\n<v Eva>Hm</v>\n"
        let document = try read(text, as: "a.vtt") {
            $0.aliases = ["Ann": "A", "Eva": "E"]
            $0.notSpeakers = ["Bob"]
        }
        #expect(document.speakers.map(\.name) == ["A", "E"])
        #expect(String(decoding: document.text.utf8, as: UTF8.self).contains("Bob: word 1"))
    }

    @Test(arguments: 0..<20 as Range<UInt64>) func whateverIsDecidedTheTextStays(seed: UInt64) throws {
        var random = Seeded(seed)
        let names = ["INT", "GEORGE", "GEORG", "Nurse", "The point is", "Place", "nobody"]
        let document = try read {
            $0.speakers = (0..<random.below(3)).map { _ in random.pick(names) }
            $0.notSpeakers = (0..<random.below(3)).map { _ in random.pick(names) }
            $0.aliases = [random.pick(names): random.pick(names)]
            $0.interviewers = [random.pick(names)]
        }
        #expect(document.text.utf8 == Array(Self.talk.utf8))
        #expect(Transcript.covers(document.blocks, scalarCount: document.text.scalarCount))
    }

    // MARK: Encodings

    @Test(arguments: [
        ("big5", [0xA4, 0xA4, 0xA4, 0xE5] as [UInt8], "中文"), ("gb18030", [0xD6, 0xD0, 0xCE, 0xC4], "中文"),
        ("windows-1255", [0xF9, 0xEC, 0xE5, 0xED], "שלום"), ("hebrew", [0xF9, 0xEC, 0xE5, 0xED], "שלום"),
        ("macroman", [0x63, 0x61, 0x66, 0x8E], "café"), ("latin1", [0x63, 0x61, 0x66, 0xE9], "café"),
        ("shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本"), ("utf-16le", [0x61, 0x00, 0xE9, 0x00], "aé"),
        ("UTF-8", [0x63, 0xC3, 0xA9], "cé"), ("windows-1252", [0x80], "€"), ("cp437", [0x82], "é"),
    ])
    func anEncodingCanBeNamed(name: String, bytes: [UInt8], text: String) throws {
        let decoded = try #require(DecodedText(bytes, encoding: name))
        #expect(decoded.text.utf8 == Array(text.utf8))
        #expect(decoded.encoding.contains(name.lowercased()))
        #expect(decoded.remarks.isEmpty)
    }

    @Test func whatIsNoCharacterIsReplacedAndListed() throws {
        let decoded = try #require(DecodedText(Array("ab".utf8) + [0xFF] + Array("cd".utf8) + [0xA4], encoding: "big5"))
        #expect(String(decoding: decoded.text.utf8, as: UTF8.self) == "ab\u{FFFD}cd\u{FFFD}")
        #expect(decoded.remarks.first?.contains("byte 2, 5") == true)
    }

    @Test func aLongTextIsReadWhole() throws {
        let bytes = [UInt8]((0..<400_000).map { _ in 0xE9 as UInt8 })
        let decoded = try #require(DecodedText(bytes, encoding: "latin1"))
        #expect(decoded.text.scalarCount == 400_000)
    }

    @Test(arguments: ["", "klingon", "utf-8//IGNORE", "../x", "a b"]) func anUnknownOneIsASentence(name: String) {
        #expect(DecodedText([0x61], encoding: name) == nil)
        let error = #expect(throws: ImportError.self) { try read { $0.encoding = name } }
        #expect(error?.sentence.contains("knows no encoding ‘\(name)’") == true)
    }

    @Test(arguments: [("utf-16", [0xFF, 0xFE, 0x61, 0x00] as [UInt8]), ("utf-8", [0xEF, 0xBB, 0xBF, 0x61])])
    func aMarkAtTheStartIsLeftOut(encoding: String, bytes: [UInt8]) throws {
        let decoded = try #require(DecodedText(bytes, encoding: encoding))
        #expect(decoded.text.utf8 == [0x61])
    }
}
