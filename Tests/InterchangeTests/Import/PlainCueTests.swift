// Captions without WebVTT's head or SRT's name: told by their content, whatever the file is called.

import CodingCore
import Testing

@testable import Interchange

@Suite struct PlainCueTests {
    private func read(_ text: String, as name: String = "call.txt") throws -> IncomingDocument {
        try TranscriptImporter.read(bytes: Array(text.utf8), fileName: name)
    }

    private func turns(_ document: IncomingDocument) -> [String] {
        document.blocks.map { block in
            let words = document.text.string(in: block.speechSpan).split(whereSeparator: \.isWhitespace)
            let times = [block.beginMilliseconds, block.endMilliseconds].map { $0.map(String.init) ?? "·" }
            return "\(times.joined(separator: "–")) \(block.speaker)|\(words.joined(separator: " "))"
        }
    }

    @Test func youTubesCaptionsAreRead() throws {
        let document = try read(
            """
            0:00:01.000,0:00:03.500
            Ann: We asked the board.

            0:00:03.500,0:00:06.000
            And then?

            0:00:06.000,0:00:07.250
            Ann: Nothing
            at all.

            0:00:08.000,0:00:09.000
            Ann: Nothing.
            """
        )
        #expect(document.origin.format == "sbv")
        #expect(turns(document) == ["1000–9000 Ann|We asked the board. And then? Nothing at all. Nothing."])
    }

    @Test func lyricsEndWhereTheNextBegins() throws {
        let document = try read("[ti:Interview]\n[00:01.50]Good morning.\n[00:04.00]\n[01:00.25]Well.\n")
        #expect(document.origin.format == "lrc")
        #expect(turns(document) == ["1500–4000 |Good morning.", "60250–· |Well."])
    }

    @Test func whispersTextIsRead() throws {
        let document = try read(
            "[00:00.000 --> 00:03.810]  So, tell me.\n[00:03.810 --> 01:07.850]  Where do I begin?\n"
        )
        #expect(document.origin.format == "whisper")
        #expect(turns(document) == ["0–3810 |So, tell me.", "3810–67850 |Where do I begin?"])
    }

    @Test func whispersTableIsRead() throws {
        let document = try read("start\tend\ttext\n0\t3810\tSo, tell me.\n3810\t67850\tWhere\tto begin?\n", as: "a.tsv")
        #expect(turns(document) == ["0–3810 |So, tell me.", "3810–67850 |Where to begin?"])
        let damaged = try read("start\tend\ttext\nnow\tthen\tlost\n1\t2\tkept\n", as: "a.tsv")
        #expect(turns(damaged) == ["1–2 |kept"])
        #expect(damaged.remarks.contains { $0.contains("line 2") })
    }

    @Test func cuesWithArrowsNeedNoName() throws {
        let text = "1\n00:00:01,000 --> 00:00:02,000\nYes.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n"
        #expect(try read(text).origin.format == "srt")
        #expect(try turns(read(text)) == turns(read(text, as: "call.srt")))
        let bare = "00:35.640 --> 00:36.360\nYes.\n\n00:36.360 --> 00:37.000\nNo.\n"
        #expect(try turns(read(bare, as: "notes.md")) == ["35640–36360 |Yes.", "36360–37000 |No."])
    }

    @Test(arguments: [
        "[00:12] is when she laughed.\n\nThe rest has no stamps.", "1\n\nOne is a number.", "start\tof the talk",
        "10:30, 11:30 were the times\n", "[laughs] Yes.\n[laughs] No.\n", "Ann: I came at 10:30 --> later.\n", "",
    ])
    func talkThatOnlyLooksLikeCaptionsStaysText(_ text: String) throws {
        #expect(CueFile.plainFormat(of: text) == nil)
        #expect(!CueFile.beginsWithCue(text))
    }

    @Test func ottersNamesAndTimesAreLabels() throws {
        let document = try read(
            """
            Jonas Rosland  0:21  
            Hello everyone. Who are you?

            Carolyn Lu  1:35  
            I am Carolyn.

            I make games.

            Jonas Rosland  1:02:03
            Thank you. When?

            Carolyn Lu  1:02:10
            Soon.

            Jonas Rosland  1:02:14
            Good?

            Carolyn Lu  1:02:20
            Good.
            """
        )
        #expect(document.origin.labelStyle == "name and time")
        #expect(document.speakers.map { "\($0.name) \($0.turns)" } == ["Jonas Rosland 3", "Carolyn Lu 3"])
        #expect(
            turns(document).prefix(3) == [
                "21000–· Jonas Rosland|Hello everyone. Who are you?", "95000–· Carolyn Lu|I am Carolyn. I make games.",
                "3723000–· Jonas Rosland|Thank you. When?",
            ]
        )
        #expect(document.text.utf8.count == document.blocks.reduce(0) { $0 + document.text.bytes(in: $1.span).count })
    }

    @Test(arguments: 1...60)
    func anythingIsReadWithoutLoss(_ seed: Int) throws {
        var random = Seeded(UInt64(seed))
        let pieces = [
            "[00:01.5]", "[00:01 --> 00:02]", "0:00:01.0,0:00:02.0", "start\tend\ttext", "1\t2\t", "\n", "\n\n",
            "Ann: ", "words",
            "[", "]", "\t", "99999999999999999999", "é", "[ti:x]",
        ]
        let text = (0..<(1 + random.below(30))).map { _ in random.pick(pieces) }.joined() + "\nlast words\n"
        let document = try read(text)
        #expect(document.blocks.first?.span.start == 0)
        #expect(document.blocks.last?.span.end == document.text.scalarCount)
        #expect(zip(document.blocks, document.blocks.dropFirst()).allSatisfy { $0.span.end == $1.span.start })
    }
}
