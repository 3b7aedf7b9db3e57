// Columns of characters against a table made by hand, script by script, as terminals draw them.
import Testing
import TextMetrics

@Suite struct WidthByScriptTests {
    private func expectWidths(
        _ characters: [(String, Int)],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for (text, width) in characters {
            let name = text.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
            #expect(displayWidth(of: text) == width, "“\(text)” \(name)", sourceLocation: sourceLocation)
            #expect(
                text.reduce(0) { $0 + shownCluster($1).width } == width,
                "the form on screen of “\(text)” \(name)",
                sourceLocation: sourceLocation
            )
        }
    }

    @Test func europeanLettersAndSignsTakeOne() {
        for text in "azAZ09 ~!éüñßøłŁǅΩωЖжЀќąŧ†‡•‰€£¥©®°±²½¿×÷←↑→↓⇒∀√∞≤≥─│┌█░■□▲○●★☆☎♀♂♠♥♪✓✗" {
            #expect(displayWidth(of: text) == 1, "\(text)")
        }
    }

    @Test func marksAddNothing() {
        expectWidths([
            ("e\u{301}", 1), ("o\u{308}\u{304}", 1), ("a\u{308}\u{301}\u{323}\u{304}", 1), ("и\u{306}", 1),
            ("ᾳ\u{301}", 1), ("混\u{301}", 2), ("x\u{20DD}", 1), ("\u{25CC}\u{301}", 1), ("n\u{303}", 1),
        ])
    }

    @Test func eastAsianLettersAndSignsTakeTwo() {
        expectWidths([
            ("混", 2), ("鿿", 2), ("㐀", 2), ("𠀀", 2), ("豈", 2), ("々", 2), ("〇", 2), ("あ", 2), ("ア", 2), ("ー", 2),
            ("、", 2), ("。", 2), ("「", 2), ("《", 2), ("〒", 2), ("\u{3000}", 2), ("ㄅ", 2), ("ㆠ", 2), ("㈱", 2),
            ("㎏", 2), ("㌔", 2), ("Ａ", 2), ("０", 2), ("！", 2), ("￥", 2), ("か\u{3099}", 2), ("ꀀ", 2),
        ])
    }

    @Test func halfWidthFormsAndAmbiguousSignsTakeOne() {
        expectWidths([
            ("ｱ", 1), ("ｶ", 1), ("｡", 1), ("｢", 1), ("ﾠ", 1), ("￦", 2), ("①", 1), ("Ⅳ", 1), ("※", 1), ("…", 1),
            ("—", 1), ("“", 1), ("℃", 1), ("№", 1), ("§", 1), ("¶", 1),
        ])
    }

    @Test func koreanSyllablesTakeTwoHoweverTheyAreSpelled() {
        expectWidths([
            ("한", 2), ("\u{1112}\u{1161}", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("하\u{11AB}", 2), ("\u{1112}", 2),
            ("ㅎ", 2), ("ㅏ", 2), ("\u{1161}", 1), ("\u{11AB}", 1), ("\u{1112}\u{1161}\u{11AB}국", 4),
            ("\u{1159}\u{119E}\u{11D9}", 2), ("\u{A960}\u{1161}", 2), ("\u{1112}\u{1161}\u{D7CB}", 2),
        ])
    }

    @Test func semiticLettersTakeOneWithAllTheirPoints() {
        expectWidths([
            ("א", 1), ("שׁ", 1), ("שָׁ", 1), ("בְּ", 1), ("ם", 1), ("יִשְׂרָאֵל", 5), ("ش", 1), ("لا", 2), ("ﻻ", 1), ("مَ", 1),
            ("لٌّ", 1), ("سَلَام", 4), ("٣", 1), ("؟", 1), ("ـ", 1), ("\u{600}", 1), ("\u{600}١", 2), ("ܐ\u{711}", 1),
            ("ހަ", 1), ("ߊ\u{7EB}", 1),
        ])
    }

    @Test func indicVowelsBesideALetterTakeTheirOwnColumn() {
        expectWidths([
            ("क", 1), ("कि", 2), ("की", 2), ("कु", 1), ("कं", 1), ("क्", 1), ("क्ष", 2), ("क्षि", 3), ("स्त्री", 4),
            ("हिन्दी", 5), ("ক", 1), ("কি", 2), ("ਕ", 1), ("ક", 1), ("நி", 2), ("தமிழ்", 4), ("క", 1), ("ಕ", 1),
            ("ക", 1), ("ක", 1),
        ])
    }

    @Test func lettersOfSouthEastAsiaStackTheirMarks() {
        expectWidths([
            ("ก", 1), ("ที่", 1), ("กำ", 2), ("น้ำ", 2), ("เก", 2), ("ภาษาไทย", 7), ("ลາ", 2), ("ກຳ", 2), ("ក", 1),
            ("ក្រ", 2), ("က", 1), ("ကိ", 1), ("བོད", 2), ("ཀྱ", 1),
        ])
    }

    @Test func emojiThatArePicturesTakeTwo() {
        expectWidths([
            ("😀", 2), ("🏥", 2), ("🤝", 2), ("🫨", 2), ("⌚", 2), ("⏰", 2), ("⚡", 2), ("⛔", 2), ("✅", 2), ("❌", 2),
            ("⭐", 2), ("🀄", 2), ("🃏", 2), ("🈚", 2), ("🏿", 2), ("🆗", 2), ("🟢", 2), ("🦽", 2),
        ])
    }

    @Test func signsTakeOneUnlessTheyAreAskedToBePictures() {
        expectWidths([
            ("❤", 1), ("❤\u{FE0F}", 2), ("✔", 1), ("✔\u{FE0F}", 2), ("☎", 1), ("☎\u{FE0F}", 2), ("☺", 1),
            ("☺\u{FE0F}", 2), ("☺\u{FE0E}", 1), ("☎\u{FE0E}", 1), ("⌚\u{FE0E}", 2), ("⚕", 1), ("♀", 1), ("🂡", 1),
            ("🌶", 1), ("🌶\u{FE0F}", 2), ("©", 1), ("©\u{FE0F}", 2),
        ])
    }

    @Test func emojiInSeveralPartsTakeTwo() {
        expectWidths([
            ("👍🏿", 2), ("☝🏽", 2), ("👩‍⚕️", 2), ("👩🏽‍⚕️", 2), ("👨‍👩‍👧‍👦", 2), ("🧑🏿‍🤝‍🧑🏻", 2), ("🏳️‍🌈", 2), ("🏴‍☠️", 2),
            ("👁️‍🗨️", 2), ("❤️‍🔥", 2), ("👩🏼‍❤️‍💋‍👨🏾", 2),
        ])
    }

    @Test func flagsAndKeycapsTakeTwo() {
        expectWidths([
            ("🇬🇧", 2), ("🇨🇳", 2), ("🇬🇧🇨🇳", 4), ("🇬", 1), ("🇬🇧🇨", 3), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", 2), ("1️⃣", 2), ("0️⃣", 2),
            ("#️⃣", 2), ("*️⃣", 2), ("1\u{20E3}", 1),
        ])
    }

    @Test func controlsAndHiddenOnesTakeTheColumnOfTheirStandIn() {
        for value: UInt32 in Array(0...0x1F) + Array(0x7F...0x9F) + [
            0xAD, 0x61C, 0x200B, 0x200E, 0x202E, 0x2060, 0xFEFF,
        ] {
            guard let scalar = Unicode.Scalar(value) else { continue }
            expectWidths([(String(scalar), 1)])
        }
        expectWidths([("\r\n", 2), ("a\u{200D}", 2), ("a\u{FE0F}", 2), ("\u{E000}", 1), ("\u{10FFFF}", 1)])
    }

    @Test func aTextIsAsWideAsItsCharacters() {
        var generator = Seeded(seed: 31)
        for _ in 0..<500 {
            let text = hostileText(scalars: 60, using: &generator)
            #expect(displayWidth(of: text) == text.reduce(0) { $0 + displayWidth(of: $1) })
            #expect(displayWidth(of: text[...]) == displayWidth(of: text))
        }
    }
}
