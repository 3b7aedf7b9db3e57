// Columns of characters, checked against plain knowledge of what terminals do.
import Testing
import TextMetrics

@Suite struct WidthTests {
    @Test(
        arguments: [
            ("a", 1), ("é", 1), ("e\u{301}", 1), ("ß", 1), ("—", 1), ("…", 1), ("א", 1), ("ش", 1), ("Ж", 1),
            ("混", 2), ("、", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("あ", 2), ("Ａ", 2), ("\u{3000}", 2),
            ("😀", 2), ("👩🏽‍⚕️", 2), ("🇬🇧", 2), ("✔️", 2), ("✔", 1), ("1️⃣", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("👍🏿", 2),
            ("\u{0}", 1), ("\u{1B}", 1), ("\u{9B}", 1), ("\t", 1), ("\r\n", 2), ("\u{200B}", 1),
            ("\u{301}", 1),
        ] as [(Character, Int)]
    )
    func charactersTakeTheirColumns(_ character: Character, _ columns: Int) {
        #expect(displayWidth(of: character) == columns)
        #expect(shownCluster(character).width == columns)
    }

    @Test(
        arguments: [
            ("a", 1), ("\u{301}", 0), ("\u{200D}", 0), ("\u{202E}", 0), ("混", 2), ("\u{7}", 0), ("\u{1F1EC}", 1),
            ("\u{AD}", 0), ("\u{E0041}", 0), ("\u{20000}", 2), ("\u{10FFFF}", 0), ("\u{0600}", 1),
        ] as [(Unicode.Scalar, Int)]
    )
    func scalarsTakeTheirColumns(_ scalar: Unicode.Scalar, _ columns: Int) {
        #expect(displayWidth(of: scalar) == columns)
    }

    @Test func everyScalarHasAClassAndASafeForm() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let cell = shownCluster(Character(scalar))
            if cell.width < 1 || cell.width > 2 || cell.text.isEmpty { Issue.record("U+\(String(value, radix: 16))") }
            if cell.text.unicodeScalars.contains(where: { ScalarClass($0) == .hidden }) {
                Issue.record("unsafe form of U+\(String(value, radix: 16))")
            }
        }
    }

    @Test func theTableAgreesWithTheStandardLibraryOnWhatMayHide() {
        let hiding: Set<Unicode.GeneralCategory> = [.control, .privateUse, .lineSeparator, .paragraphSeparator]
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if hiding.contains(scalar.properties.generalCategory) || scalar.properties.isNoncharacterCodePoint {
                if ScalarClass(scalar) != .hidden { Issue.record("U+\(String(value, radix: 16))") }
            }
        }
    }

    @Test(arguments: [
        ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("混乱的", 6, "混乱的"), ("混乱的", 5, "混乱…"), ("混乱的", 4, "混…"),
        ("abc", 1, "…"), ("abc", 0, ""), ("", 0, ""), ("e\u{301}e\u{301}", 2, "e\u{301}e\u{301}"),
        ("\u{1B}ab", 2, "\u{1B}…"),
    ])
    func textIsCutToColumns(_ text: String, _ columns: Int, _ expected: String) {
        #expect(fitted(text, columns: columns) == expected)
        #expect(displayWidth(of: fitted(text, columns: columns)) <= columns)
    }

    @Test func lettersThatJoinKeepTheirColumns() {
        #expect(displayWidth(of: "क्षि") == 3)
        #expect(shown("क्षि") == "क्षि")
    }

    @Test func textIsFilledToColumns() {
        #expect(padded("混", columns: 4) == "混  ")
        #expect(padded("7", columns: 3, alignment: .right) == "  7")
        #expect(padded("混乱", columns: 3) == "混…")
        #expect(padded("混乱的", columns: 4) == "混… ")
    }
}
