import Testing

@testable import Interchange

@Suite struct CueMarksTests {
    @Test(
        arguments: [
            ("plain", "plain", nil), ("<i>a</i> <b>b</b>", "a b", nil), ("<v Ann>hi", "hi", "Ann"),
            ("<v.first.loud Ann Lee>hi</v>", "hi", "Ann Lee"), ("<v>hi", "hi", nil), ("<v  >hi", "hi", nil),
            ("a <laughs> b", "a <laughs> b", nil), ("a < b > c", "a < b > c", nil), ("<", "<", nil), ("<i", "<i", nil),
            ("&lt;i&gt; &amp;amp;", "<i> &amp;", nil), ("a&nbsp;b", "a\u{A0}b", nil), ("R&D; x &", "R&D; x &", nil),
            ("<00:01.500>word<00:02.000>", "word", nil), ("<font color=red>a</font>", "a", nil),
            ("  a \t b  ", "a b", nil), ("<ruby>漢<rt>kan</rt></ruby>", "漢kan", nil), ("", "", nil),
        ] as [(String, String, String?)]
    ) func tagsGoAndWordsStay(_ raw: String, _ text: String, _ voice: String?) {
        #expect(CueMarks.line(raw[...]) == Cue.Line(voice: voice, text: text))
    }

    @Test func aLineOfOpeningBracketsIsReadOnce() {
        let line = String(repeating: "<", count: 50_000)
        #expect(CueMarks.line(line[...]).text == line)
    }
}
