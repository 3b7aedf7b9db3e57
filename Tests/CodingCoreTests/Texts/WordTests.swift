import TestSupport
import Testing

@testable import CodingCore

@Suite struct WordTests {
    @Test(arguments: [
        "",
        " \n\t … — ",
        "«One» «two»  «three».",
        "«don»'«t» «or» «don»’«t»",
        "«well»-«known» «and»/«or»",
        "«snake»_«case» «a»@«b».«uk»",
        "«It» «cost» £«3».«5m» («2026»)",
        "«P1»: «Yes», «Dr» «Shah».",
        "«caf\u{E9}» «cafe\u{301}» «naïve»",
        "«Straße» «ŒUVRE» «ǅungla»",
        "«我»«们»«去»«NHS»«医»«院»«了»。",
        "«か»«な»「«カ»«ー»«ド»」・«人»«々»",
        "«か\u{3099}»«ハ\u{309A}»«ｶﾞ»",
        "«안녕» «하세요»",
        "«مرحبا» «بكم»",
        "«می\u{200C}خواهم»",
        "«con\u{AD}tract» «a\u{2060}b»",
        "«new»\u{200B}«word»",
        "«葛\u{E0100}»«飾»",
        "«हिन्दी» «२०२६»",
        "«Ⅳ» «x»² ½",
        "«1\u{FE0F}\u{20E3}» ⚠\u{FE0F} ❤\u{FE0F}\u{200D}🔥 😀 👍\u{1F3FD}",
        " \u{301} «a» ",
        "…\u{301}«a»",
    ])
    func wordsAreRunsOfLettersAndDigits(marked: String) {
        let (text, _) = spansMarked(in: marked)
        let canonical = CanonicalText(text)
        let words = canonical.words(in: canonical.wholeSpan)
        #expect(marking(words, in: text) == marked)
        #expect(canonical.wordCount(in: canonical.wholeSpan) == words.count)
    }

    @Test(arguments: [
        ("caf\u{E9} na\u{EF}ve", "cafe\u{301} nai\u{308}ve"), ("が ぱ", "か\u{3099} は\u{309A}"),
        ("한국", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}"),
    ])
    func aTextHasTheSameWordsWhicheverWayItsAccentsAreStored(composed: String, decomposed: String) {
        let (one, two) = (CanonicalText(composed), CanonicalText(decomposed))
        #expect(one.scalarCount < two.scalarCount)
        #expect(one.wordCount(in: one.wholeSpan) == two.wordCount(in: two.wholeSpan))
    }

    @Test func aSpanThatCutsAWordCountsThePartInside() {
        let (text, spans) = spansMarked(in: "com«mission the wa»rd")
        let canonical = CanonicalText(text)
        #expect(canonical.words(in: spans[0]).map(canonical.string(in:)) == ["mission", "the", "wa"])
        #expect(canonical.words(in: TextSpan(4, 4)) == [])
    }

    @Test(arguments: 0..<20) func wordsLieInOrderAndHoldEveryLetterOnce(seed: Int) {
        var random = SeededGenerator(seed: UInt64(3_000 + seed))
        let canonical = CanonicalText(randomText(pieces: 300, using: &random))
        let start = Int.random(in: 0...canonical.scalarCount, using: &random)
        let span = TextSpan(start, Int.random(in: start...canonical.scalarCount, using: &random))
        let words = canonical.words(in: span)
        #expect(words.allSatisfy { !$0.isEmpty && span.contains($0) })
        #expect(zip(words, words.dropFirst()).allSatisfy { $0.end <= $1.start })
        let inWords = Set(words.flatMap { $0.start..<$0.end })
        let letters: Set<Unicode.GeneralCategory> = [.uppercaseLetter, .lowercaseLetter, .otherLetter, .decimalNumber]
        for (place, scalar) in canonical.scalars(in: span).enumerated() {
            if letters.contains(scalar.properties.generalCategory) { #expect(inWords.contains(span.start + place)) }
            if scalar.properties.isWhitespace { #expect(!inWords.contains(span.start + place)) }
        }
    }

    // MARK: Words to read by

    @Test(arguments: [
        "«don't» «don’t» «well-known»",
        "'«quoted»' «rock» & «roll»",
        "«a»--«b» «we»’ «re»",
        "«jack-in-the-box» «non\u{2011}breaking»",
        "«end»- «of»",
        "",
    ])
    func readersMoveOverWordsJoinedByOneSign(marked: String) {
        let (text, _) = spansMarked(in: marked)
        let canonical = CanonicalText(text)
        #expect(marking(canonical.readingWords(in: canonical.wholeSpan), in: text) == marked)
    }
}
