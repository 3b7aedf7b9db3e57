import CodingCore
import Testing

@testable import Interchange

@Suite struct CueTests {
    private func read(_ text: String, isWebVTT: Bool = true) -> CueTranscript {
        CueTranscript(CueFile(CanonicalText(text), isWebVTT: isWebVTT))
    }

    private func string(_ transcript: CueTranscript) -> String {
        String(decoding: transcript.text.utf8, as: UTF8.self)
    }

    @Test func cuesOfOneSpeakerAreOneTurnWithItsTimes() {
        let transcript = read(
            """
            WEBVTT - a call

            1
            00:00:01.000 --> 00:00:02.000
            Ann: Hello,

            2
            00:00:02.500 --> 00:00:03.000
            Ann: all.

            3
            00:00:04.000 --> 00:00:05.250 align:start
            and more

            4
            01:00:06.000 --> 01:00:07.000
            Bob: Yes.

            01:00:08.000 --> 01:00:09.000
            Eva: No.
            """
        )
        #expect(string(transcript) == "Ann: Hello, all. and more\n\nBob: Yes.\n\nEva: No.\n")
        #expect(transcript.blocks.map(\.label) == ["Ann: ", "Bob: ", "Eva: "])
        #expect(transcript.blocks.map(\.beginMilliseconds) == [1_000, 3_606_000, 3_608_000])
        #expect(transcript.blocks.map(\.endMilliseconds) == [5_250, 3_607_000, 3_609_000])
        #expect(Transcript.covers(transcript.blocks, scalarCount: transcript.text.scalarCount))
    }

    @Test func voiceTagsNameSpeakersAndOtherTagsGo() {
        let transcript = read(
            """
            WEBVTT

            00:01.000 --> 00:02.000
            <v Ann Lee>Some <i>fine</i> words &amp; <c.x>more</c></v>

            00:02.000 --> 00:03.000
            <v.loud Bob>No <00:02.500>way <laughs> a < b</v>
            """
        )
        #expect(string(transcript) == "Ann Lee: Some fine words & more\n\nBob: No way <laughs> a < b\n")
        #expect(transcript.speakers.map(\.name) == ["Ann Lee", "Bob"])
    }

    @Test func notesAndStylesAreLeftOutAndSaid() {
        let transcript = read(
            "WEBVTT\n\nNOTE made by a tool\nover two lines\n\nSTYLE\n::cue {}\n\n00:01.000 --> 00:02.000\nAnn: hi\n\nstray\n"
        )
        #expect(string(transcript) == "Ann: hi\n")
        #expect(transcript.remarks.contains("NOTE blocks left out: 1."))
        #expect(transcript.remarks.contains("STYLE blocks left out: 1."))
        #expect(transcript.remarks.contains { $0.contains("line 12") })
    }

    @Test func aFileWithoutNamesKeepsACueALine() {
        let srt =
            "1\n00:00:00,000 --> 00:00:07,680\nhello everyone\nand all\n\n2\n00:00:07,680 --> 00:00:15,920\nso here is it: fine\n"
        let transcript = read(srt, isWebVTT: false)
        #expect(string(transcript) == "hello everyone and all\nso here is it: fine\n")
        #expect(transcript.blocks.map(\.beginMilliseconds) == [0, 7_680])
        #expect(transcript.blocks.allSatisfy { $0.kind == .turn && $0.speaker.isEmpty })
        #expect(transcript.remarks.contains { $0.hasPrefix("Nobody is named") })
    }

    @Test func aFewColonsInUnnamedCuesNameNobody() {
        let cues = (1...9).map { "00:0\($0).000 --> 00:0\($0).500\n\($0 == 4 ? "The point is: " : "")words\n" }
        #expect(read("WEBVTT\n\n" + cues.joined(separator: "\n")).speakers.isEmpty)
    }

    @Test func aCueBeforeTheFirstNameIsNobodys() {
        let transcript = read(
            "WEBVTT\n\n00:01.000 --> 00:02.000\nhm\n\n"
                + (2...6).map { "00:0\($0).000 --> 00:0\($0).500\nAnn: a\n" }.joined(separator: "\n")
        )
        #expect(string(transcript) == "hm\n\nAnn: a a a a a\n")
        #expect(transcript.blocks.map(\.speaker) == ["", "Ann"])
    }

    @Test func badTimesLoseNoWords() {
        let transcript = read("WEBVTT\n\n00:0x.000 --> 99\nAnn: hi\n\n00:01.000 --> 00:02.000\n\n--> \nAnn: you\n")
        #expect(string(transcript) == "Ann: hi you\n")
        #expect(transcript.blocks.first?.beginMilliseconds == nil)
        #expect(transcript.remarks.contains { $0.contains("Times that could not be read") && $0.contains("line 3, 8") })
    }

    @Test(
        arguments: [
            ("00:01:42.340", 102_340), ("01:42.340", 102_340), ("00:01:42,340", 102_340), ("1:2", 62_000),
            ("0:00.5", 500),
            ("100:00:00.000", 360_000_000), ("00:00:00.1239", 123), ("", nil), ("12", nil), ("a:b", nil),
            ("1:2:3:4", nil),
            ("1::2", nil), ("-1:00", nil), ("00:01.", 1_000), ("00:01.x", nil), ("9999999999:00", nil),
            ("00:01.-5", nil),
        ] as [(String, Int?)]
    ) func timesAreReadInMilliseconds(_ text: String, _ milliseconds: Int?) {
        #expect(CueTime.milliseconds(text[...]) == milliseconds)
    }

    @Test func anyFileIsReadAndCovered() {
        var random = Seeded(5)
        let pieces = [
            "WEBVTT", "\n", "\n\n", "00:01.000 --> 00:02.000", "Ann: ", "Bob: ", "<v Eva>", "</v>", "<", ">", "&amp;",
            "&", "NOTE",
            "words", " ", "-->", "1", "唐：", "<<<<", "é",
        ]
        for _ in 0..<400 {
            let text = (0..<random.below(40)).map { _ in random.pick(pieces) }.joined()
            let transcript = read(text, isWebVTT: random.below(2) == 0)
            #expect(
                Transcript.covers(transcript.blocks, scalarCount: transcript.text.scalarCount),
                "\(text.debugDescription)"
            )
        }
    }
}
