import Testing

@testable import Interchange

@Suite struct NoteParagraphTests {
    @Test(
        arguments: [
            "[pause]", "(A short break)", "*(10.04 am)*", "_[laughter]_", "(The witness withdrew.)",
            "[The witness withdrew].",
            "（笑）", "【開始記錄】", "[a [nested] bracket]", "Tape 1 – Side A", "End of Tape 1 – Side B", "END OF INTERVIEW",
            "Track 2", "Side B is blank", "End of recording", "Start of the interview", "  [pause]  ", "[two\nlines]",
        ]
    ) func theseAreNotes(_ text: String) {
        #expect(NoteParagraph.isNote(Array(text.utf8)[...]))
    }

    @Test(
        arguments: [
            "", "()", "[]", "(a) and (b)", "[a] b", "Well (laughs)", "[unclosed", "tape", "Tape recorders were rare",
            "End of the line", "The end of the interview was near, I felt, and so I went home", "Side by side",
            "(" + String(repeating: "long ", count: 60) + ")", "start of something", "* * *",
        ]
    ) func theseAreNot(_ text: String) {
        #expect(!NoteParagraph.isNote(Array(text.utf8)[...]))
    }

    @Test(arguments: [
        ("# A", true), ("###### A", true), ("####### A", false), ("#A", false), ("# ", false), ("A # b", false),
        ("", false),
    ])
    func headingsHaveMarksABlankAndWords(_ line: String, _ isHeading: Bool) {
        #expect(NoteParagraph.isHeading(Array(line.utf8)[...]) == isHeading)
    }
}
