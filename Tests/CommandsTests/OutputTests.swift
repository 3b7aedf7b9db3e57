import Testing

@testable import Commands

@Suite struct OutputTests {
    @Test func columnsAreAlignedByWhatAScreenShows() {
        var table = TextTable(columns: [.left("code"), .right("n"), .left("note")])
        table.rows = [["混乱", "1", "a"], ["block", "1,204", ""], ["e\u{301}\u{1B}", "7", "two\nlines"]]
        #expect(
            table.text == """
                code           n  note
                混乱           1  a
                block      1,204
                é⟦U+001B⟧      7  two⟦U+000A⟧lines

                """
        )
    }

    @Test func separatedCellsAreQuotedWhereNeeded() {
        var table = TextTable(columns: [.left("a"), .left("b")])
        table.rows = [["say \"so\"", "x,y"], ["-5", "-x"]]
        #expect(table.separated(by: ",") == "a,b\n\"say \"\"so\"\"\",\"x,y\"\n-5,'-x\n")
        #expect(table.separated(by: "\t", raw: true) == "a\tb\n\"say \"\"so\"\"\"\tx,y\n-5\t-x\n")
    }

    @Test(arguments: [
        (0, 10, "0%"), (1, 1_000, "1%"), (999, 1_000, "99%"), (10, 10, "100%"), (1, 3, "33%"), (0, 0, "–"),
    ])
    func sharesAreNeverRoundedToAllOrNothing(part: Int, whole: Int, text: String) {
        #expect(percentage(part, of: whole) == text)
    }

    @Test(arguments: [("a\n\n  b", "a b"), (" a  b ", " a  b "), ("a\n", "a "), ("\t\r\nx", " x"), ("", "")])
    func wordsComeOntoOneLine(text: String, line: String) {
        #expect(inOneLine(text) == line)
    }

    @Test(arguments: [(0, "00:00"), (61_500, "01:01"), (3_723_000, "1:02:03")])
    func timesAreSpelledAsClocks(milliseconds: Int, text: String) {
        #expect(clock(milliseconds) == text)
    }

    @Test(arguments: [
        ("a *b* _c_", "a \\*b\\* \\_c\\_"), ("<script>", "\\<script\\>"), ("- item", "\\- item"), ("x - y", "x - y"),
        ("[a](b)", "\\[a\\](b)"), ("`x` | #1 ~ &amp;", "\\`x\\` \\| \\#1 \\~ \\&amp;"),
    ])
    func markdownIsEscaped(text: String, escaped: String) {
        #expect(MarkdownText.escaped(text) == escaped)
    }

    @Test(arguments: [("33-35", 33...35), ("33–35", 33...35), ("7", 7...7), ("0-0", 0...0)])
    func rangesAreRead(text: String, range: ClosedRange<Int>) {
        #expect(NumberRange(argument: text)?.numbers == range)
    }

    @Test(arguments: ["", "-", "5-", "-5", "a-b", "9-2", "1-2-3", "1..2"])
    func whatIsNoRangeIsRefused(text: String) {
        #expect(NumberRange(argument: text) == nil)
    }
}
