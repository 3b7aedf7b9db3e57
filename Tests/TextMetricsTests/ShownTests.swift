// Hostile text on its way to a terminal: RELIABILITY.md section 6, inputs 1 to 31.
import Testing
import TextMetrics

@Suite struct ShownTests {
    @Test(arguments: [
        ("\u{1B}[2J", "⟦U+001B⟧[2J"), ("\u{1B}]0;x\u{7}", "⟦U+001B⟧]0;x⟦U+0007⟧"),
        ("\u{1B}]52;c;eA==\u{7}", "⟦U+001B⟧]52;c;eA==⟦U+0007⟧"),
        ("\u{1B}P+q\u{1B}\\", "⟦U+001B⟧P+q⟦U+001B⟧\\"), ("\u{1B}c", "⟦U+001B⟧c"), ("a\u{9B}31m", "a⟦U+009B⟧31m"),
        ("\u{85}", "⟦U+0085⟧"), ("a\u{8}b", "a⟦U+0008⟧b"), ("a\rb", "a⟦U+000D⟧b"), ("a\r\nb", "a⟦U+000D⟧\nb"),
        ("a\u{0}b", "a⟦U+0000⟧b"),
        ("\u{7F}", "⟦U+007F⟧"), ("\u{202E}txt.exe", "⟦U+202E⟧txt.exe"), ("\u{2067}a", "⟦U+2067⟧a"),
        ("\u{61C}a", "⟦U+061C⟧a"),
        ("a\u{200B}b", "a⟦U+200B⟧b"), ("a\u{200C}b", "a⟦U+200C⟧b"), ("a\u{200D}b", "a⟦U+200D⟧b"),
        ("a\u{FEFF}b", "a⟦U+FEFF⟧b"),
        ("a\u{E0041}\u{E0042}", "a⟦U+E0041⟧⟦U+E0042⟧"), ("co\u{AD}op", "co⟦U+00AD⟧op"), ("\u{301}a", "◌\u{301}a"),
        ("a\u{2028}b\u{2029}", "a⟦U+2028⟧b⟦U+2029⟧"), ("\u{3164}\u{2800}", "⟦U+3164⟧⟦U+2800⟧"),
        ("\u{E000}\u{FFFF}", "⟦U+E000⟧⟦U+FFFF⟧"),
        ("\u{378}", "⟦U+0378⟧"), ("\u{1161}\u{11AB}", "⟦U+1161⟧⟦U+11AB⟧"), ("a\tb\nc", "a\tb\nc"),
    ])
    func whatCouldSteerOrHideIsNamed(_ text: String, _ expected: String) {
        #expect(Array(shown(text).utf8) == Array(expected.utf8))
    }

    @Test(arguments: [
        "plain", "naïve e\u{301} café", "“quotes” — dashes…", "שלום عربي", "混乱、한국어", "👩🏽‍⚕️ 🇬🇧 ✔️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "क्ष ไทย", "a\u{A0}b",
        "\u{FFFD}",
    ])
    func honestTextStaysAsItIs(_ text: String) {
        #expect(Array(shown(text).utf8) == Array(text.utf8))
    }

    @Test func oneLineFormNamesLineFeedsAndTabs() {
        #expect(shown("a\nb\tc", keepsLines: false) == "a⟦U+000A⟧b⟦U+0009⟧c")
        #expect(shown("a\r\nb", keepsLines: false) == "a⟦U+000D⟧⟦U+000A⟧b")
    }

    @Test func aThousandMarksAreCountedNotDrawn() {
        let text = "a" + String(repeating: "\u{301}", count: 1000)
        #expect(Array(shown(text).utf8) == Array(("a" + String(repeating: "\u{301}", count: 4) + "⟦+996⟧").utf8))
        let cell = shownCluster(Character(text))
        #expect(cell.width == 2)
        #expect(cell.isStandIn)
        #expect(cell.text.unicodeScalars.count == 6)
    }

    @Test(
        arguments: [
            ("\u{1B}", "␛", 1), ("\u{0}", "␀", 1), ("\u{7F}", "␡", 1), ("\r\n", "␍␊", 2), ("\u{202E}", "�", 1),
            ("\u{301}", "◌\u{301}", 1),
            ("a\u{200C}", "a�", 2), ("a\u{200C}\u{200C}\u{200D}", "a�", 2), ("ก\u{E33}", "ก\u{E33}", 2),
        ] as [(Character, String, Int)]
    )
    func cellsGetStandInsOfKnownWidth(_ character: Character, _ text: String, _ width: Int) {
        let cell = shownCluster(character)
        #expect(Array(cell.text.utf8) == Array(text.utf8))
        #expect(cell.width == width)
        #expect(cell.isStandIn == (character != "ก\u{E33}"))
    }

    @Test func joinersOutsideEmojiAreNotKept() {
        #expect(shownCluster("\u{1F600}\u{200D}").isStandIn)
        #expect(shownCluster("\u{1F3F4}\u{E0068}\u{E0069}\u{E007F}").isStandIn)
        let chain = Array(repeating: "\u{1F600}", count: 40).joined(separator: "\u{200D}")
        #expect(chain.count == 1)
        #expect(shownCluster(Character(chain)).isStandIn)
    }

    @Test func shownTextIsSafeWhateverComesIn() {
        var generator = Seeded(seed: 1)
        for _ in 0..<2000 {
            let text = hostileText(scalars: 40, using: &generator)
            let safe = shown(text, keepsLines: false) + text.map { shownCluster($0).text }.joined()
            let joiners: Set<Unicode.Scalar> = ["\u{200D}", "\u{FE0E}", "\u{FE0F}"]  // inside emoji only, see above
            let hidden = safe.unicodeScalars.filter { ScalarClass($0) == .hidden && !joiners.contains($0) }
            #expect(hidden.isEmpty, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
        }
    }
}
