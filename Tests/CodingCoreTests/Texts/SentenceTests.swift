import TestSupport
import Testing

@testable import CodingCore

@Suite struct SentenceTests {
    private func expectSentences(_ marked: String) {
        let (text, _) = spansMarked(in: marked)
        let canonical = CanonicalText(text)
        #expect(marking(canonical.sentences(in: canonical.wholeSpan), in: text) == marked)
    }

    @Test(arguments: [
        "",
        " \n \n",
        "«One.» «Two!» «Three?»",
        "«One.»   «Two.»\t«Three.»",
        "«and so it goes on»",
        "«What?!» «Really?!»",
        "  «Led by blanks.» ",
        "«Look at nhs.uk now.» «Thanks.»",
    ])
    func aMarkAndABlankEndASentence(marked: String) { expectSentences(marked) }

    @Test(arguments: [
        "«one line»\n«another line»",
        "«P1: Yes.»\n\n«INT: And then?»\n\n«P1: Well»",
        "«Wait.»\n\n\n«OK.»\n",
        "«We met Dr.»\n«Shah came.»",
        "«And then…»\n«we waited.»",
    ])
    func theEndOfALineEndsASentence(marked: String) { expectSentences(marked) }

    @Test(arguments: [
        "«We met Dr. Shah and Mrs. Cole.» «Both agreed.»",
        "«It was, e.g. a block contract.» «Fine.»",
        "«That is, i.e. the trust, cf. Annex 2.» «Yes.»",
        "«St. Mary's shut on the 21st.» «Then came May.»",
        "«About approx. 40 beds vs. 50.» «Yes.»",
        "«See No. 5 there.» «Yes.»",
        "«No.» «We never did.»",
        "«Did you?» «No.»",
        "«Beds, staff, etc. were short.» «Yes.»",
        "«Beds, staff, etc.» «We were short.»",
        "«Serco Ltd. was there.» «Acme Ltd.» «They left.»",
        "«We left at 5 p.m. by bus.» «We left at 5 p.m.» «It rained.»",
        "«The N.H.S. is short.»",
    ])
    func abbreviationsDoNotEndASentence(marked: String) { expectSentences(marked) }

    @Test(arguments: [
        "«J. Smith came.» «So did I.» «Good.»",
        "«J. R. Smith and Mr. K. Cole came.» «Yes.»",
        "«It is on ward 5.» «Then it moved.»",
        "«It fell to 3.5 per cent.» «It was 3.5.» «Then 4.»",
        "«Version 2.0.1 came in.» «Yes.»",
        "«£3.50 each.» «Cheap.»",
    ])
    func initialsAndDecimalsDoNotEndASentence(marked: String) { expectSentences(marked) }

    @Test(arguments: [
        "«And then… we waited.» «Yes.»",
        "«And then…» «We waited.»",
        "«Well... we waited.» «Yes.»",
        "«Well...» «We waited.»",
        "«Well . . . we waited.» «Yes.»",
        "«Well . . .» «We waited.»",
        "«…so we left.» «Yes.»",
        "«I thought…»",
        "«Um...» «我想说»",
    ])
    func aPauseEndsASentenceUnlessItGoesOnInLowerCase(marked: String) { expectSentences(marked) }

    @Test(arguments: [
        "«“Who pays?”» «Nobody knew.»",
        "«“Who pays?” she said.» «Nobody knew.»",
        "«They said 'no.' and left.» «Yes.»",
        "«(It was late.)» «We left.»",
        "«It was (see e.g. Annex B) late.» «Yes.»",
        "«\"Stop.\"» «\"Why?\"»",
        "«„Ja.“» «„Nein.“»",
        "«[He laughs.]» «Well.»",
    ])
    func closingQuotesAndBracketsBelongToTheSentenceBefore(marked: String) { expectSentences(marked) }

    @Test(arguments: [
        "«他走了。»«真的吗？»«太好了！»",
        "«他说：“好。”»«我说不。»",
        "«他说：「好。」»«我说不。»",
        "«真的？！»«是。»",
        "«そうです。»«はい。»",
        "«我想……然后走了。»«是。»",
        "«《红楼梦。》»«好。»",
    ])
    func eastAsianMarksNeedNoBlank(marked: String) { expectSentences(marked) }

    @Test func sentencesOfASpanBeginAndEndWithIt() {
        let (text, spans) = spansMarked(in: "One two. Thr«ee four. Five si»x. Seven.")
        let canonical = CanonicalText(text)
        #expect(canonical.sentences(in: spans[0]).map(canonical.string(in:)) == ["ee four.", "Five si"])
    }

    @Test(arguments: 0..<25) func sentencesLieInOrderAndHoldEverythingButBlanks(seed: Int) {
        var random = SeededGenerator(seed: UInt64(4_000 + seed))
        let canonical = CanonicalText(randomText(pieces: 250, using: &random))
        let sentences = canonical.sentences(in: canonical.wholeSpan)
        #expect(zip(sentences, sentences.dropFirst()).allSatisfy { $0.end <= $1.start })
        #expect(sentences.allSatisfy { !$0.isEmpty && canonical.trimmed($0) == $0 })
        let inside = Set(sentences.flatMap { $0.start..<$0.end })
        for (offset, scalar) in canonical.scalars(in: canonical.wholeSpan).enumerated() {
            #expect(scalar.properties.isWhitespace || inside.contains(offset))
        }
    }

    // MARK: Trimming

    @Test(arguments: [
        "«a b»", "  «a b» \n", "\n\n«a»", "\u{A0}\u{3000}«我»\u{2003}", "\t«\u{200B}x»\u{85}",
    ])
    func blanksAtEitherSideAreTrimmed(marked: String) {
        let (text, spans) = spansMarked(in: marked)
        let canonical = CanonicalText(text)
        #expect(canonical.trimmed(canonical.wholeSpan) == spans[0])
    }

    @Test func aSpanOfBlanksIsTrimmedToNothingAtItsStart() {
        let canonical = CanonicalText("ab   \n cd")
        #expect(canonical.trimmed(TextSpan(2, 7)) == TextSpan(2, 2))
        #expect(canonical.trimmed(TextSpan(4, 4)) == TextSpan(4, 4))
    }
}
