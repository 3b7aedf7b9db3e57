// Seeded random transcripts of every style: the blocks cover the text, join to it, and name exactly who speaks in it.

import CodingCore
import Testing

@testable import Interchange

/// Writes transcripts whose truth is known.
private struct TalkMaker {
    var random: Seeded

    /// How labels are dressed; the name stands where the `N` is.
    static let dresses = [
        "N: ", "N : ", "**N:** ", "**N**: ", "__N__: ", "N：", "### N: ", "- N: ", "> N: ", "  N: ", "[00:01:02] N: ",
        "N (1:02): ",
        "12. N: ", "*N:* ", "N:\t",
    ]
    static let casts: [[String]] = [
        ["Ann", "Bob"], ["INTERVIEWER", "P7"], ["I", "R"], ["Mr Hill", "Ms Lee", "The Chair"], ["唐鳳", "李志村"],
        ["Zoë", "João", "Élan"],
        ["Interviewer 1", "Interviewer 2", "Participant 3"], ["Q", "A"], ["M", "P1", "P2", "P3"],
        ["Интервьюер", "Анна"],
    ]
    static let speech = [
        "Yes.", "Why is that?", "We plan with last year's figures – and that is all.", "[laughs]", "(pause) Well.",
        "No: never.", "10:30, I think.",
        "é e\u{301} 唐", "One line\nand another\nof the same turn.", "First paragraph.\n\nSecond paragraph of the turn.",
        "😀", "\u{202E}odd\u{200B}",
        "http://example.org/a:b", "…", "Trailing blanks   ", "\u{301}", "a\u{0}b", "\u{2028}",
    ]

    struct Talk {
        var text: String
        /// Speakers with their turns.
        var turns: [String: Int]
    }

    mutating func talk() -> Talk {
        let cast = random.pick(Self.casts)
        let dress = random.pick(Self.dresses)
        let separator = random.pick(["\n", "\n\n", "\n\n\n"])
        var text = random.below(3) == 0 ? "Talk at the clinic\nLeeds, 2024\n\n" : ""
        var turns: [String: Int] = [:]
        // Everybody often enough to be a speaker by any rule.
        let order = (0..<(cast.count * 4)).map { cast[$0 % cast.count] }
        for (index, name) in order.enumerated() {
            let label = dress.replacing("N", with: name)
            // Who speaks twice in a row begins another turn with another label.
            text += (index == 0 ? "" : separator) + label + random.pick(Self.speech)
            turns[name, default: 0] += 1
        }
        text += random.pick(["", "\n", "\n\n"])
        return Talk(text: text, turns: turns)
    }
}

@Suite struct CoverPropertyTests {
    @Test(arguments: 0..<80 as Range<UInt64>)
    func everySpeakerOfARandomTalkIsFoundWithEveryTurn(seed: UInt64) {
        var maker = TalkMaker(random: Seeded(seed))
        for _ in 0..<5 {
            let talk = maker.talk()
            let text = CanonicalText(talk.text)
            let found = Turns(StructuredText(text))
            let turns = Dictionary(uniqueKeysWithValues: found.speakers.map { ($0.name, $0.turns) })
            #expect(turns == talk.turns, "\(talk.text.debugDescription)")
            #expect(Transcript.covers(found.blocks, scalarCount: text.scalarCount))
            #expect(found.blocks.map { text.string(in: $0.span) }.joined().utf8.elementsEqual(talk.text.utf8))
            for block in found.blocks where !block.label.isEmpty {
                #expect(text.string(in: block.labelSpan).utf8.elementsEqual(block.label.utf8))
                #expect(block.label.contains(block.speaker), "\(block.label)")
            }
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func theSameTalkIsTheSameInEveryContainer(seed: UInt64) throws {
        var maker = TalkMaker(random: Seeded(1_000 + seed))
        let talk = maker.talk()
        let plain = try TranscriptImporter.read(bytes: Array(talk.text.utf8), fileName: "a.txt")
        for ending in ["\r\n", "\r"] {
            let other = try TranscriptImporter.read(
                bytes: Array(talk.text.replacing("\n", with: ending).utf8),
                fileName: "a.txt"
            )
            #expect(other.text.utf8 == plain.text.utf8)
            #expect(other.blocks == plain.blocks)
        }
        let marked = try TranscriptImporter.read(bytes: [0xEF, 0xBB, 0xBF] + Array(talk.text.utf8), fileName: "a.txt")
        #expect(marked.text.utf8 == plain.text.utf8)
        #expect(marked.blocks == plain.blocks)
        let wide = try TranscriptImporter.read(
            bytes: [0xFF, 0xFE] + DecodedTextTests.utf16(talk.text, bigEndian: false),
            fileName: "a.txt"
        )
        #expect(wide.text.utf8 == plain.text.utf8)
        #expect(wide.speakers == plain.speakers)
    }

    /// Reading a text twice, or reading what was read, changes nothing.
    @Test(arguments: 0..<30 as Range<UInt64>)
    func importingTheCanonicalTextAgainGivesItself(seed: UInt64) throws {
        var maker = TalkMaker(random: Seeded(2_000 + seed))
        let first = try TranscriptImporter.read(bytes: Array(maker.talk().text.utf8), fileName: "a.txt")
        let again = try TranscriptImporter.read(bytes: first.text.utf8, fileName: "a.txt")
        #expect(again.text.utf8 == first.text.utf8)
        #expect(again.blocks == first.blocks)
        #expect(again.speakers == first.speakers)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func aRandomCallComesOutWithItsTimesAndItsTurns(seed: UInt64) {
        var random = Seeded(3_000 + seed)
        let names = random.pick([["Ann", "Bob"], ["Ann Lee", "Bob O’Neil", "Eva"], ["唐鳳", "李"]])
        let voiced = random.below(2) == 0
        var text = "WEBVTT\n\n"
        var expected: [(speaker: String, begin: Int)] = []
        for number in 0..<(10 + random.below(30)) {
            let name = random.pick(names)
            text +=
                "\(number)\n00:\(number < 10 ? "0" : "")\(number).000 --> 00:\(number < 10 ? "0" : "")\(number).900\n"
            text +=
                (voiced ? "<v \(name)>" : "\(name): ") + random.pick(["yes", "<i>no</i> more", "a &amp; b", "why?"])
                + "\n\n"
            if expected.last?.speaker != name { expected.append((name, number * 1_000)) }
        }
        let transcript = CueTranscript(CueFile(CanonicalText(text), isWebVTT: true))
        #expect(transcript.blocks.map(\.speaker) == expected.map(\.speaker))
        #expect(transcript.blocks.map(\.beginMilliseconds) == expected.map(\.begin))
        #expect(Transcript.covers(transcript.blocks, scalarCount: transcript.text.scalarCount))
        #expect(transcript.speakers.reduce(0) { $0 + $1.turns } == expected.count)
    }
}

@Suite struct HostileTranscriptTests {
    private func read(_ bytes: [UInt8], as name: String = "talk.txt") throws -> IncomingDocument {
        try TranscriptImporter.read(bytes: bytes, fileName: name)
    }

    private func expectCovered(_ document: IncomingDocument) {
        #expect(Transcript.covers(document.blocks, scalarCount: document.text.scalarCount))
    }

    @Test func aLabelOfTwoHundredKilobytesIsNone() throws {
        let label = String(repeating: "very ", count: 40_000)
        let document = try read(Array((label + ": words\n").utf8))
        #expect(document.speakers == [])
        expectCovered(document)
    }

    @Test(arguments: [
        "Ann:\nBob:\nAnn:\nBob:\nAnn:\nBob:", "Ann: \nBob: \nAnn: \nBob: \nAnn: \nBob: \n",
        "Ann:\n\n\nBob:\n\nAnn:\nBob:\nAnn:\nBob:\n\n",
    ])
    func labelsWithoutWordsAreTurns(text: String) throws {
        let document = try read(Array(text.utf8))
        #expect(document.speakers.map(\.turns) == [3, 3])
        #expect(document.text.wordCount(in: document.text.wholeSpan) == 6)
        #expect(document.blocks.allSatisfy { document.text.wordCount(in: $0.speechSpan) == 0 })
        expectCovered(document)
    }

    @Test func tenThousandTurnsAreTenThousandBlocks() throws {
        let text = (0..<10_000).map { $0 % 2 == 0 ? "Ann: Why \($0)?\n" : "Bob: So \($0).\n" }.joined()
        let document = try read(Array(text.utf8))
        #expect(document.blocks.count == 10_000)
        #expect(document.speakers.map(\.turns) == [5_000, 5_000])
        expectCovered(document)
    }

    @Test func fiveThousandNamesSaidOnceAreNobody() throws {
        // Words of three letters, as a digit at the end would make a number of it.
        let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
        let pairs = letters.flatMap { first in letters.map { first + $0 } }
        let names = pairs.flatMap { pair in letters.map { pair + $0 } }.prefix(5_000)
        let document = try read(Array(names.map { "Name \($0)x: words\n" }.joined().utf8))
        #expect(document.speakers == [])
        #expect(document.findings.maybes.count == 5_000)
        #expect(ImportReport.maybes(of: document)?.hasSuffix("and 4988 more.") == true)
        expectCovered(document)
    }

    @Test(arguments: [" ", "x", "é", "唐", ":", "a: ", "(", "[", "*"]) func oneLineOfMegabytesIsRead(piece: String)
        throws
    {
        let text = String(repeating: piece, count: 3_000_000 / piece.utf8.count)
        do {
            let document = try read(Array(text.utf8))
            #expect(document.text.utf8.count == text.utf8.count)
            expectCovered(document)
        } catch let error as ImportError {
            // Three megabytes of blanks hold no words.
            #expect(piece == " ")
            #expect(error.code == .nothingInside)
        }
    }

    @Test func aHundredThousandEmptyLinesAreOneBlockWithWhatFollows() throws {
        let document = try read(Array((String(repeating: "\n", count: 100_000) + "Ann: words\n").utf8))
        #expect(document.blocks.count == 1)
        expectCovered(document)
    }

    @Test(
        arguments: [
            "Ann: a\u{0}b\nBob: c\u{0}d", "Ann\u{0}: a\nBob: b", "\u{0}Ann: a\nBob: b",
            "Ann: \u{1B}]0;title\u{7}\nBob: \u{1B}[2J",
            "Ann: \u{202E}lanigiro\u{202C}\nBob: \u{2066}x", "Ann: \u{8}\u{8}\u{8}\nBob: \u{7F}",
            "Ann: \u{FEFF}\nBob: \u{200B}",
            "Ann: \u{E0041}\u{E0042}\nBob: \u{FFFE}", "Ann: \u{85}b\nBob: \u{2028}x", "Ann: \u{C}page\nBob: \u{B}tab",
        ]
    ) func controlsAreKeptInTheTextAndMakeNoTurns(_ pair: String) throws {
        let words = " and so on, in plain words that anybody may say in a talk of some length, as people do"
        let text = (0..<3).map { _ in pair + words }.joined(separator: "\n") + "\n"
        let document = try read(Array(text.utf8))
        #expect(document.text.utf8 == Array(text.utf8))
        expectCovered(document)
        #expect(document.speakers.contains { $0.name == "Bob" })
    }

    @Test(arguments: ["אבי: שלום", "سارة: مرحبا", "\u{200F}אבי: שלום", "رئیس‌: سلام"]) func rightToLeftLabelsAreLabels(
        line: String
    ) throws {
        let text = (0..<3).map { _ in line + "\nBob: yes" }.joined(separator: "\n")
        let document = try read(Array(text.utf8))
        #expect(document.speakers.count == 2)
        #expect(document.speakers.map(\.turns) == [3, 3])
        #expect(document.text.utf8 == Array(text.utf8))
    }

    @Test(arguments: [
        [UInt8](repeating: 0, count: 100_000), [0], [0, 0, 0x0A, 0], Array("\n \t\n".utf8), [0xEF, 0xBB, 0xBF, 0x0A],
        [0xFF, 0xFE, 0x0A, 0x00], Array("\u{FEFF}".utf8),
    ])
    func filesWithoutAnyWordAreRefused(bytes: [UInt8]) {
        let error = #expect(throws: ImportError.self) { try read(bytes) }
        #expect(error?.code == .nothingInside)
        #expect(error?.file == "talk.txt")
    }

    @Test func bytesOfEveryKindAreRefusedOrReadAndNeverACrash() {
        var random = Seeded(99)
        let heads: [[UInt8]] = [
            [], Array("WEBVTT\n\n".utf8), Array("<html>".utf8), [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF],
            Array("PK\u{3}\u{4}".utf8),
            Array("Ann: ".utf8), Array("1\n00:00:01,000 --> 00:00:02,000\n".utf8),
        ]
        // Without a converter at hand: what would need one is refused, the rest is read here.
        let importer = TranscriptImporter(
            pandoc: PandocReader(tool: ExternalTool(name: "gloss-no-pandoc", aptPackage: "pandoc"))
        )
        for _ in 0..<300 {
            let bytes =
                random.pick(heads)
                + (0..<random.below(400)).map { _ in
                    random.below(3) == 0 ? UInt8(random.below(256)) : UInt8(32 + random.below(90))
                }
            for name in ["a.txt", "a.vtt", "a.md", "a.srt"] {
                do {
                    expectCovered(try importer.read(bytes: bytes, fileName: name))
                } catch {
                    #expect(error is ImportError)
                }
            }
        }
    }

    @Test(arguments: [
        "Ann: a\n<<<<<<< HEAD\nBob: b\n=======\nBob: c\n>>>>>>> x\nAnn: d\nBob: e\nAnn: f\nBob: g\n",
        "=cmd|' /C calc'!A0: x\nAnn: a\nBob: b\nAnn: a\nBob: b\nAnn: a\nBob: b\n",
        "<script>: x\nAnn: a\nBob: b\nAnn: a\nBob: b\nAnn: a\nBob: b\n",
        "$(id): x\nAnn: a\nBob: b\nAnn: a\nBob: b\nAnn: a\nBob: b\n",
        "%n%n: x\nAnn: a\nBob: b\nAnn: a\nBob: b\nAnn: a\nBob: b\n",
    ])
    func strangeWordsAreWords(text: String) throws {
        let document = try read(Array(text.utf8))
        #expect(document.text.utf8 == Array(text.utf8))
        let names = document.speakers.map(\.name)
        #expect(names.contains("Ann") && names.contains("Bob"))
        expectCovered(document)
    }
}
