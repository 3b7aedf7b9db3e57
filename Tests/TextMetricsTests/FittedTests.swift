// Cutting and filling short text: by example at the edges, and by the promises that hold for every text.
import Testing
import TextMetrics

@Suite struct FittedTests {
    @Test(
        arguments: [
            ("", 5, ""), ("abc", Int.max, "abc"), ("abc", -1, ""), ("abc", 2, "a…"), ("abcde", 4, "abc…"),
            ("混", 1, "…"), ("混", 2, "混"), ("a混", 2, "a…"), ("混a", 2, "…"), ("混乱", 3, "混…"), ("👩🏽‍⚕️👩🏽‍⚕️", 3, "👩🏽‍⚕️…"),
            ("🇬🇧🇨🇳", 2, "…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("\t\t\t", 2, "\t…"), ("กำกำ", 3, "กำ…"),
            ("a\u{200B}b", 3, "a\u{200B}b"), ("a\u{200B}b", 2, "a…"), ("   ", 2, " …"),
        ] as [(String, Int, String)]
    )
    func textIsCutBetweenCharacters(_ text: String, _ columns: Int, _ expected: String) {
        #expect(Array(fitted(text, columns: columns).utf8) == Array(expected.utf8))
    }

    @Test(
        arguments: [
            ("block contracts", 8, "...", "block..."), ("block", 3, "...", "..."), ("block", 2, "...", ""),
            ("abc", 2, "", "ab"), ("混乱", 3, "", "混"), ("混乱的", 5, "混", "混混"), ("ab", 2, "...", "ab"),
            ("block contracts", 4, " …", "bl …"),
        ] as [(String, Int, String, String)]
    )
    func otherEllipsesAreMeasuredToo(_ text: String, _ columns: Int, _ ellipsis: String, _ expected: String) {
        #expect(fitted(text, columns: columns, ellipsis: ellipsis) == expected)
    }

    @Test(
        arguments: [
            ("", 3, .left, "   "), ("", 0, .left, ""), ("a", -2, .left, ""), ("ab", 2, .right, "ab"),
            ("ab", 5, .right, "   ab"), ("abc", 2, .right, "a…"), ("混a", 2, .right, " …"), ("混a", 2, .left, "… "),
            ("e\u{301}", 3, .left, "e\u{301}  "), ("שָׁ", 2, .right, " שָׁ"), ("\t", 3, .left, "\t  "),
            ("\u{1B}", 2, .left, "\u{1B} "),
        ] as [(String, Int, TextAlignment, String)]
    )
    func textIsFilledOnItsOtherSide(_ text: String, _ columns: Int, _ alignment: TextAlignment, _ expected: String) {
        #expect(Array(padded(text, columns: columns, alignment: alignment).utf8) == Array(expected.utf8))
    }

    @Test func whatFitsIsUntouchedAndWhatDoesNotIsTheLongestBeginning() {
        var generator = Seeded(seed: 41)
        for _ in 0..<1500 {
            let text = hostileText(scalars: Int.random(in: 0..<12, using: &generator), using: &generator)
            let columns = Int.random(in: 1..<14, using: &generator)
            let cut = fitted(text, columns: columns)
            if displayWidth(of: text) <= columns {
                #expect(Array(cut.utf8) == Array(text.utf8))
                continue
            }
            #expect(displayWidth(of: cut) <= columns)
            let kept = Array(cut.unicodeScalars.dropLast())
            #expect(cut.unicodeScalars.last == "…")
            #expect(Array(text.unicodeScalars.prefix(kept.count)) == kept)
            // One more character would not have left room for the ellipsis.
            let characters = Array(text)
            let count = characters.indices.first { String(characters[...$0]).unicodeScalars.count > kept.count }
            let longer = String(characters[...(count ?? 0)])
            #expect(displayWidth(of: longer) > columns - 1, "\(text.debugDescription) in \(columns)")
        }
    }

    @Test func filledTextIsExactlyAsWideAsAsked() {
        var generator = Seeded(seed: 42)
        for _ in 0..<1500 {
            let text = hostileText(scalars: Int.random(in: 0..<12, using: &generator), using: &generator)
            let columns = Int.random(in: 0..<14, using: &generator)
            let (left, right) = (padded(text, columns: columns), padded(text, columns: columns, alignment: .right))
            #expect(displayWidth(of: left) == columns)
            // A mark at the start of a text clings to the blank before it and gives its own column up.
            let clings = text.first?.unicodeScalars.first.map { $0.properties.isGraphemeExtend } == true
            #expect(displayWidth(of: right) == columns || clings)
        }
    }
}
