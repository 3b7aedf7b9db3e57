// Caption files as programs write them: Zoom, Teams, YouTube, Whisper, subtitle editors; and as they arrive when damaged.

import CodingCore
import Testing

@testable import Interchange

@Suite struct CueFormatTests {
    private func read(_ text: String, isWebVTT: Bool = true) -> CueTranscript {
        CueTranscript(CueFile(CanonicalText(text), isWebVTT: isWebVTT))
    }

    private func string(_ transcript: CueTranscript) -> String {
        String(decoding: transcript.text.utf8, as: UTF8.self)
    }

    /// One file for each program, and the transcript that must come out.
    struct Program: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var expected: String
        var speakers: [String]
        var begins: [Int?]
        var testDescription: String { name }
    }

    static let programs: [Program] = [
        Program(
            name: "Zoom",
            text: """
                WEBVTT

                1
                00:00:03.510 --> 00:00:05.040
                Ann Lee: Can you hear me?

                2
                00:00:05.730 --> 00:00:07.890
                Bob O’Neil: Yes. So:

                3
                00:00:08.010 --> 00:00:09.000
                Bob O’Neil: we can begin.

                4
                00:00:09.510 --> 00:00:11.040
                Ann Lee: Fine.

                """,
            expected: "Ann Lee: Can you hear me?\n\nBob O’Neil: Yes. So: we can begin.\n\nAnn Lee: Fine.\n",
            speakers: ["Ann Lee 2", "Bob O’Neil 1"],
            begins: [3_510, 5_730, 9_510]
        ),
        Program(
            name: "Teams",
            text: """
                WEBVTT

                d6c9a7a0-1111-2222-3333-444455556666/15-0
                00:00:03.359 --> 00:00:05.119
                <v Lee, Ann>Can you hear me?</v>

                d6c9a7a0-1111-2222-3333-444455556666/19-0
                00:00:05.200 --> 00:00:08.000
                <v Bob (Guest)>Yes,
                quite well.</v>

                d6c9a7a0-1111-2222-3333-444455556666/19-1
                00:00:08.000 --> 00:00:09.000
                <v Bob (Guest)>Begin.</v>

                """,
            expected: "Lee, Ann: Can you hear me?\n\nBob (Guest): Yes, quite well. Begin.\n",
            speakers: ["Lee, Ann 1", "Bob (Guest) 1"],
            begins: [3_359, 5_200]
        ),
        Program(
            name: "YouTube, words timed one by one",
            text: """
                WEBVTT
                Kind: captions
                Language: en

                00:00:00.160 --> 00:00:02.350 align:start position:0%
                hello<00:00:00.400><c> and</c><00:00:00.640><c> welcome</c>

                00:00:02.350 --> 00:00:04.000 align:start position:0%
                to<00:00:02.500><c> the</c><00:00:02.700><c> clinic</c>

                """,
            expected: "hello and welcome\nto the clinic\n",
            speakers: [],
            begins: [160, 2_350]
        ),
        Program(
            name: "Whisper, SRT",
            text: "1\n00:00:00,000 --> 00:00:03,000\n Hello there.\n\n2\n00:00:03,000 --> 00:00:05,500\n Good day.\n\n",
            expected: "Hello there.\nGood day.\n",
            speakers: [],
            begins: [0, 3_000]
        ),
        Program(
            name: "a subtitle editor, SRT with dashes and marks",
            text:
                "1\n00:00:01,000 --> 00:00:02,000\n<i>- Who is there?</i>\n<font color=\"#ffff00\">- It is me.</font>\n\n"
                + "2\n00:00:02,000 --> 00:00:03,000 X1:40 X2:600 Y1:20 Y2:50\n{\\an8}Come in.\n",
            expected: "- Who is there? - It is me.\n{\\an8}Come in.\n",
            speakers: [],
            begins: [1_000, 2_000]
        ),
        Program(
            name: "a meeting of role words, SRT",
            text: (1...4).map { number in
                "\(number)\n00:00:0\(number),000 --> 00:00:0\(number),900\n"
                    + (number % 2 == 1 ? "INTERVIEWER: Why?" : "P7: So.") + "\n"
            }.joined(separator: "\n"),
            expected: "INTERVIEWER: Why?\n\nP7: So.\n\nINTERVIEWER: Why?\n\nP7: So.\n",
            speakers: ["INTERVIEWER 2", "P7 2"],
            begins: [1_000, 2_000, 3_000, 4_000]
        ),
        Program(
            name: "full-width colons",
            text: "WEBVTT\n\n00:01.000 --> 00:02.000\n唐鳳：大家好。\n\n00:02.000 --> 00:03.000\n李：你好。\n",
            expected: "唐鳳: 大家好。\n\n李: 你好。\n",
            speakers: ["唐鳳 1", "李 1"],
            begins: [1_000, 2_000]
        ),
    ]

    @Test(arguments: programs) func whatAProgramWritesIsRead(_ program: Program) {
        let isWebVTT = program.text.hasPrefix("WEBVTT")
        for ending in ["\n", "\r\n"] {
            let decoded = DecodedText(Array(program.text.replacing("\n", with: ending).utf8))
            let transcript = CueTranscript(CueFile(decoded.text, isWebVTT: isWebVTT))
            #expect(string(transcript) == program.expected)
            #expect(transcript.speakers.map { "\($0.name) \($0.turns)" } == program.speakers)
            #expect(transcript.blocks.map(\.beginMilliseconds) == program.begins)
            #expect(Transcript.covers(transcript.blocks, scalarCount: transcript.text.scalarCount))
        }
    }

    @Test(arguments: programs) func theImporterTellsTheFormatAndSaysSo(_ program: Program) throws {
        let isWebVTT = program.text.hasPrefix("WEBVTT")
        let name = isWebVTT ? "call.txt" : "call.srt"
        let document = try TranscriptImporter.read(bytes: Array(program.text.utf8), fileName: name)
        #expect(document.origin.format == (isWebVTT ? "webvtt" : "srt"))
        #expect(document.origin.labelStyle == (program.speakers.isEmpty ? "none" : document.origin.format))
        #expect(document.title == "call")
        #expect(document.text.utf8 == Array(program.expected.utf8))
    }

    // MARK: Times

    @Test(
        arguments: [
            ("00:00:01.000 --> 00:00:02.000", 1_000, 2_000), ("00:01.000 --> 00:02.000", 1_000, 2_000),
            ("00:00:01,000 --> 00:00:02,000", 1_000, 2_000), ("0:01.5 --> 0:02.25", 1_500, 2_250),
            ("00:00:01.000-->00:00:02.000", 1_000, 2_000), ("  00:00:01.000   -->   00:00:02.000  ", 1_000, 2_000),
            ("00:00:01.000\t-->\t00:00:02.000\tline:0", 1_000, 2_000),
            ("00:01.000 --> 00:02.000 align:start", 1_000, 2_000),
            ("123:00:00.000 --> 124:00:00.000", 442_800_000, 446_400_000), ("00:02.000 --> 00:01.000", 2_000, 1_000),
            ("00:61.000 --> 00:62.000", 61_000, 62_000), ("00:00:01 --> 00:00:02", 1_000, 2_000),
            ("x --> 00:02.000", nil, 2_000), ("00:01.000 --> ", 1_000, nil), ("-->", nil, nil),
            ("00:01.000 --> 00:02.000 --> 00:03.000", 1_000, 2_000),
        ] as [(String, Int?, Int?)]
    ) func theTimesOfALineAreRead(_ line: String, _ begin: Int?, _ end: Int?) throws {
        let times = try #require(CueTime.times(in: line[...]))
        #expect(times.begin == begin)
        #expect(times.end == end)
    }

    @Test(arguments: ["", "Ann: hi", "00:01.000 -> 00:02.000", "a → b", "00:01.000 -- > 00:02.000", "<--"])
    func aLineWithoutAnArrowHasNone(line: String) {
        #expect(CueTime.times(in: line[...]) == nil)
    }

    @Test func timesThatGoBackAreSaid() throws {
        let text = "1\n00:00:05,000 --> 00:00:06,000\nAnn: one\n\n2\n00:00:01,000 --> 00:00:02,000\nBo: two\n"
        let document = try TranscriptImporter.read(bytes: Array(text.utf8), fileName: "a.srt")
        #expect(document.remarks.contains("Times go back in 1 cue, first in cue 2; the order of the file is kept."))
        let ordered = text.replacing("00:00:01", with: "00:00:05")
        #expect(
            try !TranscriptImporter.read(bytes: Array(ordered.utf8), fileName: "a.srt").remarks.contains {
                $0.contains("go back")
            }
        )
    }

    @Test func captionsWithoutTimesAreRefusedWithWhatIsMissing() throws {
        let error = #expect(throws: ImportError.self) {
            _ = try TranscriptImporter.read(bytes: Array("1\nAnn: hi\n\n2\nBo: yes\n".utf8), fileName: "a.srt")
        }
        #expect(error?.sentence.contains("No caption with a time was found") == true, "\(String(describing: error))")
    }

    @Test func cuesOutOfOrderKeepTheirPlaceInTheFile() {
        let transcript = read(
            "WEBVTT\n\n01:00.000 --> 01:01.000\nAnn: later\n\n00:01.000 --> 00:02.000\nBob: earlier\n\n00:30.000 --> 00:31.000\nAnn: between\n"
        )
        #expect(string(transcript) == "Ann: later\n\nBob: earlier\n\nAnn: between\n")
        #expect(transcript.blocks.map(\.beginMilliseconds) == [60_000, 1_000, 30_000])
    }

    @Test func aTurnEndsWithItsLatestCue() {
        let transcript = read(
            "WEBVTT\n\n00:01.000 --> 00:09.000\nAnn: long\n\n00:02.000 --> 00:03.000\nAnn: inside\n\n00:04.000 --> 00:05.000\nBob: no\n"
        )
        #expect(transcript.blocks.map(\.beginMilliseconds) == [1_000, 4_000])
        #expect(transcript.blocks.map(\.endMilliseconds) == [9_000, 5_000])
    }

    @Test func timesThatCannotBeReadAreListedByLine() {
        let cues = (1...10).map { _ in "later --> much later\nAnn: a\n" }.joined(separator: "\n")
        let transcript = read("WEBVTT\n\n" + cues)
        #expect(string(transcript) == "Ann: a a a a a a a a a a\n")
        #expect(
            transcript.remarks.contains(
                "Times that could not be read were left empty, at line 3, 6, 9, 12, 15, 18, 21, 24 and 2 more."
            )
        )
    }

    // MARK: Blocks that are no cues

    @Test func headersMetadataAndNotesAreNoSpeech() {
        let transcript = read(
            """
            WEBVTT - a call
            Kind: captions
            Language: de

            NOTE
            Duration: 00:41
            and more

            NOTE one line

            REGION
            id:fred

            STYLE
            ::cue(b) { color: red }

            intro
            00:01.000 --> 00:02.000
            Ann: one

            NOTES are words
            00:02.000 --> 00:03.000
            Ann: two
            """
        )
        #expect(string(transcript) == "Ann: one two\n")
        #expect(
            Array(transcript.remarks.prefix(3)) == [
                "NOTE blocks left out: 2.", "REGION blocks left out: 1.", "STYLE blocks left out: 1.",
            ]
        )
    }

    @Test func textOutsideCuesIsLeftOutAndSaid() {
        let transcript = read("WEBVTT\n\nstray one\n\n00:01.000 --> 00:02.000\nAnn: a\n\nstray two\nAnn: lost\n")
        #expect(string(transcript) == "Ann: a\n")
        #expect(transcript.remarks.contains("Text outside any cue was left out, at line 3, 8."))
    }

    @Test(arguments: ["", "\n", "WEBVTT", "WEBVTT\n\n", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "\n\n\n"])
    func aFileWithoutWordsHasNoBlocks(text: String) {
        let transcript = read(text)
        #expect(transcript.text.utf8.isEmpty)
        #expect(transcript.blocks.isEmpty)
    }

    @Test func anEmptyCueIsASilenceAndNothingElse() {
        let transcript = read(
            "WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:02.000 --> 00:03.000\n<i></i>\n\n00:03.000 --> 00:04.000\nAnn: a\n"
        )
        #expect(string(transcript) == "Ann: a\n")
        #expect(transcript.blocks.map(\.beginMilliseconds) == [3_000])
    }

    @Test func aFileWithoutItsHeaderIsReadAllTheSame() {
        let transcript = read("00:01.000 --> 00:02.000\nAnn: a\n\n00:02.000 --> 00:03.000\nBob: b\n")
        #expect(string(transcript) == "Ann: a\n\nBob: b\n")
    }

    @Test func aCueNumberOfManyLinesIsNoNumber() {
        let transcript = read(
            "WEBVTT\n\none\ntwo\nthree\n00:01.000 --> 00:02.000\nAnn: a\n\n00:02.000 --> 00:03.000\nAnn: b\n"
        )
        #expect(string(transcript) == "Ann: b\n")
        #expect(transcript.remarks.contains("Text outside any cue was left out, at line 3."))
    }

    // MARK: Speakers

    @Test func aLineWithoutANameGoesOnWithTheSpeakerBefore() {
        let transcript = read(
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>one\n\n00:02.000 --> 00:03.000\ntwo\n\n00:03.000 --> 00:04.000\n<v Bob>three\nfour\n<v Ann>five\n"
        )
        #expect(string(transcript) == "Ann: one two\n\nBob: three four\n\nAnn: five\n")
        #expect(transcript.blocks.map(\.beginMilliseconds) == [1_000, 3_000, 3_000])
    }

    @Test func twoNamesInOneCueAreTwoTurnsOfOneTime() {
        let cues = (1...4).map { "00:0\($0).000 --> 00:0\($0).500\nAnn: a\nBob: b\n" }.joined(separator: "\n")
        let transcript = read("WEBVTT\n\n" + cues)
        #expect(transcript.speakers.map { "\($0.name) \($0.turns)" } == ["Ann 4", "Bob 4"])
        #expect(transcript.blocks.map(\.beginMilliseconds) == [1_000, 1_000, 2_000, 2_000, 3_000, 3_000, 4_000, 4_000])
    }

    @Test func spellingsOfANameAreOneSpeaker() {
        let transcript = read(
            "WEBVTT\n\n00:01.000 --> 00:02.000\nAnn Lee: a\n\n00:02.000 --> 00:03.000\nANN LEE: b\n\n00:03.000 --> 00:04.000\nann  lee : c\n\n00:04.000 --> 00:05.000\nBob: d\n"
        )
        #expect(string(transcript) == "Ann Lee: a b c\n\nBob: d\n")
    }

    @Test func whoAsksIsGuessedAsInAnyTranscript() {
        let cues = (1...8).map { "00:0\($0).000 --> 00:0\($0).500\n" + ($0 % 2 == 1 ? "Ann: Why?" : "Bob: So.") + "\n" }
        let transcript = read("WEBVTT\n\n" + cues.joined(separator: "\n"))
        #expect(transcript.speakers.filter(\.isInterviewer).map(\.name) == ["Ann"])
        #expect(transcript.remarks.contains { $0.contains("This is a guess.") })
    }

    @Test func fewNamesAmongManyCuesCountWhenTheyComeBack() {
        let cues = (1...9).map { number in
            "00:0\(number).000 --> 00:0\(number).500\n"
                + ([1, 4, 7].contains(number) ? "Ann: " : number % 3 == 2 ? "Bob: " : "") + "words \(number)\n"
        }
        let transcript = read("WEBVTT\n\n" + cues.joined(separator: "\n"))
        #expect(transcript.speakers.map { "\($0.name) \($0.turns)" } == ["Ann 3", "Bob 3"])
        #expect(string(transcript).hasPrefix("Ann: words 1\n\nBob: words 2 words 3\n\n"))
    }

    // MARK: Marks

    @Test(
        arguments: [
            ("<v Ann><i>one <b>two</b></i></v>", "one two", "Ann"), ("<v.loud.first Ann>x", "x", "Ann"),
            ("<lang de>Guten <lang en>day</lang></lang>", "Guten day", nil), ("<c.red.bg_blue>x</c>", "x", nil),
            ("<00:00:01.000>one<00:00:02.000>two", "onetwo", nil),
            ("<unknown>x</unknown>", "<unknown>x</unknown>", nil),
            ("a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;", "a <b> & \"c\" 'd'", nil),
            ("&lrm;x&rlm;", "\u{200E}x\u{200F}", nil), ("&unknown; &#x41; &;", "&unknown; &#x41; &;", nil),
            ("<v Ann>a</v> <v Bob>b</v>", "a b", "Ann"), ("</v>", "", nil), ("<", "<", nil), (">", ">", nil),
            ("<>", "<>", nil),
            ("<i/>x", "<i/>x", nil), ("<I>x</I>", "x", nil), ("<v Ann\tLee>x", "x", "Ann Lee"),
            ("<v  Ann   Lee  >x", "x", "Ann Lee"), ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2", nil),
        ] as [(String, String, String?)]
    ) func marksGoAndWordsStay(_ raw: String, _ text: String, _ voice: String?) {
        #expect(CueMarks.line(raw[...]) == Cue.Line(voice: voice, text: text))
    }

    @Test func controlsInACueStayInTheText() {
        let words = "a\u{1B}[2J\u{7}b\u{202E}c\u{0}d"
        let transcript = read("WEBVTT\n\n00:01.000 --> 00:02.000\n\(words)\n")
        #expect(transcript.text.utf8 == Array((words + "\n").utf8))
    }

    @Test func tenThousandCuesAreRead() {
        let cues = (0..<10_000).map {
            "\($0 / 60):\($0 % 60).000 --> \($0 / 60):\($0 % 60).900\n\($0 % 2 == 0 ? "Ann" : "Bob"): words\n"
        }
        let transcript = read("WEBVTT\n\n" + cues.joined(separator: "\n"))
        #expect(transcript.blocks.count == 10_000)
        #expect(transcript.speakers.map(\.turns) == [5_000, 5_000])
    }
}
