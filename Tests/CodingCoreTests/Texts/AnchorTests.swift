import TestSupport
import Testing

@testable import CodingCore

/// Sixty-four hexadecimal digits that depend on every byte; quick, and no more than that (FNV-1a four times over).
func toyHash(_ bytes: [UInt8]) -> String {
    (0..<4).map { (round: UInt64) in
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 &+ round) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
}

@Suite struct AnchorTests {
    private let version = versionTag("0123456789abcdef")

    private func anchor(_ span: TextSpan, in text: CanonicalText) -> Anchor {
        Anchor(of: span, in: text, version: version, sha256: toyHash)
    }

    private let long = CanonicalText((0..<200).map { "\($0)→" }.joined())

    @Test func aPassageIsQuotedWithTheWordsAroundIt() {
        let (text, spans) = spansMarked(in: "We said that the «block contract» ends in the month of March.")
        let anchor = anchor(spans[0], in: CanonicalText(text))
        #expect(anchor.quote == "block contract")
        #expect(anchor.quoteHash == nil)
        #expect(anchor.before == "We said that the ")
        #expect(anchor.after == " ends in the month of Ma")
        #expect(anchor.after.unicodeScalars.count == 24)
        #expect(anchor.version == version)
        #expect(anchor.span == spans[0])
    }

    @Test(arguments: [1, 2, 159, 160]) func upTo160ScalarsAPassageIsQuotedWhole(length: Int) {
        let span = TextSpan(100, 100 + length)
        #expect(anchor(span, in: long).quote == long.string(in: span))
        #expect(anchor(span, in: long).quoteHash == nil)
    }

    @Test(arguments: [161, 162, 400]) func aLongerPassageIsQuotedByItsEndsAndItsHash(length: Int) {
        let span = TextSpan(100, 100 + length)
        let anchor = anchor(span, in: long)
        let ends = anchor.quote.split(separator: "…", omittingEmptySubsequences: false)
        #expect(ends.map(\.unicodeScalars.count) == [60, 60])
        #expect(String(ends[0]) == long.string(in: TextSpan(100, 160)))
        #expect(String(ends[1]) == long.string(in: TextSpan(40 + length, 100 + length)))
        #expect(anchor.quoteHash == String(toyHash(Array(long.bytes(in: span))).prefix(16)))
    }

    @Test(arguments: [(0, 0, 24), (5, 5, 24), (24, 24, 24), (25, 24, 24), (300, 24, 24)])
    func contextEndsWhereTheTextBegins(start: Int, before: Int, after: Int) {
        let anchor = anchor(TextSpan(start, start + 10), in: long)
        #expect(anchor.before.unicodeScalars.count == before)
        #expect(anchor.after.unicodeScalars.count == after)
    }

    @Test(arguments: [0, 1, 23, 24, 25]) func contextEndsWhereTheTextEnds(left: Int) {
        let end = long.scalarCount - left
        #expect(anchor(TextSpan(end - 10, end), in: long).after.unicodeScalars.count == min(left, 24))
    }

    @Test func limitsCountScalarsAndNotWhatPeopleSeeAsCharacters() {
        let families = CanonicalText(String(repeating: "👨‍👩‍👧", count: 40))  // 5 scalars each
        let anchor = anchor(TextSpan(2, 165), in: families)
        #expect(anchor.quoteHash != nil)
        #expect(anchor.quote.unicodeScalars.count == 121)
        #expect(anchor.before.unicodeScalars.count == 2)
        #expect(anchor.holds(in: families, sha256: toyHash))
    }

    // MARK: Holding

    @Test(arguments: 0..<20) func anAnchorHoldsInTheTextItWasMadeIn(seed: Int) {
        var random = SeededGenerator(seed: UInt64(5_000 + seed))
        let text = CanonicalText(randomText(pieces: 400, using: &random))
        for _ in 0..<20 {
            let start = Int.random(in: 0..<text.scalarCount, using: &random)
            let span = TextSpan(start, Int.random(in: start...text.scalarCount, using: &random))
            #expect(anchor(span, in: text).holds(in: text, sha256: toyHash))
        }
    }

    @Test func anAnchorDoesNotHoldWhereOtherWordsStand() {
        let span = TextSpan(4, 9)
        let anchor = anchor(span, in: CanonicalText("the block"))
        #expect(!anchor.holds(in: CanonicalText("a the block"), sha256: toyHash))
        #expect(!anchor.holds(in: CanonicalText("the blocs"), sha256: toyHash))
        #expect(anchor.holds(in: CanonicalText("the block contract"), sha256: toyHash))
    }

    @Test func anAnchorDoesNotHoldBeyondTheText() {
        let anchor = anchor(TextSpan(4, 9), in: CanonicalText("the block"))
        #expect(!anchor.holds(in: CanonicalText("the bloc"), sha256: toyHash))
        #expect(!anchor.holds(in: CanonicalText(""), sha256: toyHash))
        let hostile = Anchor(version: version, span: TextSpan(0, Int.max), quote: "the block")
        #expect(!hostile.holds(in: CanonicalText("the block"), sha256: toyHash))
    }

    @Test func anAccentStoredAnotherWayIsNotTheSameQuote() {
        let text = CanonicalText("cafe\u{301} nai\u{308}f")
        var anchor = anchor(TextSpan(0, 5), in: text)
        #expect(anchor.holds(in: text, sha256: toyHash))
        anchor.quote = "caf\u{E9}"
        #expect(!anchor.holds(in: text, sha256: toyHash))
    }

    @Test func aChangeInTheMiddleOfALongPassageShowsInItsHash() {
        let span = TextSpan(100, 500)
        let anchor = anchor(span, in: long)
        var scalars = long.scalars(in: long.wholeSpan)
        scalars[300] = "X"
        var edited = String.UnicodeScalarView()
        edited.append(contentsOf: scalars)
        let text = CanonicalText(String(edited))
        #expect(Anchor.quote(of: span, in: text) == anchor.quote)
        #expect(!anchor.holds(in: text, sha256: toyHash))
    }

    @Test func aLongPassageWithoutItsHashIsNotBelieved() {
        var anchor = anchor(TextSpan(100, 500), in: long)
        anchor.quoteHash = nil
        #expect(!anchor.holds(in: long, sha256: toyHash))
    }

    @Test(arguments: [0, 1, 15, 17, 64]) func aHashOfAnotherLengthIsNotBelieved(digits: Int) {
        let span = TextSpan(100, 500)
        var anchor = anchor(span, in: long)
        anchor.quoteHash = String(toyHash(Array(long.bytes(in: span))).prefix(digits))
        #expect(!anchor.holds(in: long, sha256: toyHash))
    }

    // MARK: Names of text versions

    @Test(arguments: [
        ("0123456789abcdef", "0123456789abcdef"),
        (String(repeating: "0f", count: 32), "0f0f0f0f0f0f0f0f"),
    ])
    func aVersionIsNamedByItsFirstSixteenDigits(hash: String, tag: String) {
        #expect(VersionTag(hash)?.description == tag)
    }

    @Test(arguments: [
        "", "0123456789abcde", "0123456789ABCDEF", "0123456789abcdeg", "0123456789abcdef0", " 123456789abcdef",
        "0123456789abcdef" + String(repeating: "z", count: 48), "０123456789abcde",
    ])
    func otherTextNamesNoVersion(text: String) {
        #expect(VersionTag(text) == nil)
    }
}
