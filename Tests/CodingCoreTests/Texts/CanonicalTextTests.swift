import TestSupport
import Testing

@testable import CodingCore

@Suite struct CanonicalTextTests {
    /// What a walk from the start says: the byte at which each scalar begins, and the end.
    private static func bytesOfScalars(_ text: String) -> [Int] {
        var offsets: [Int] = []
        var byte = 0
        for scalar in text.unicodeScalars {
            offsets.append(byte)
            byte += UTF8.width(scalar)
        }
        return offsets + [byte]
    }

    private func expectAgreement(with text: String) {
        let canonical = CanonicalText(text)
        let bytes = Self.bytesOfScalars(text)
        #expect(canonical.scalarCount == bytes.count - 1)
        #expect((0..<bytes.count).map(canonical.byteOffset(ofScalar:)) == bytes)
        #expect(bytes.map(canonical.scalarOffset(ofByte:)) == Array(0..<bytes.count))
    }

    @Test(arguments: 0..<30) func offsetsAgreeWithAWalkFromTheStart(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        expectAgreement(with: randomText(pieces: Int.random(in: 0...700, using: &random), using: &random))
    }

    @Test(arguments: Array(250...260) + Array(506...516), ["é", "我", "😀", "e"])
    func aScalarAcrossTheBorderOfABlockIsFound(asciiBefore: Int, scalar: String) {
        let before = String(repeating: "x", count: asciiBefore)
        expectAgreement(with: before + scalar)
        expectAgreement(with: before + scalar + "z")
        expectAgreement(with: before + scalar + String(repeating: "y", count: 300))
    }

    @Test(arguments: [0, 1, 255, 256, 257, 511, 512, 513, 1_024])
    func aTextOfWholeBlocksEndsWhereItEnds(scalars: Int) {
        expectAgreement(with: String(repeating: "x", count: scalars))
        expectAgreement(with: String(repeating: "é", count: scalars))
        expectAgreement(with: String(repeating: "😀", count: scalars))
    }

    @Test func aByteInsideAScalarCountsThatScalarAsBegun() {
        let text = CanonicalText("a😀b")
        #expect((0...6).map(text.scalarOffset(ofByte:)) == [0, 1, 2, 2, 2, 2, 3])
    }

    @Test func anEmptyTextHasOneOffset() {
        let text = CanonicalText("")
        #expect(text.wholeSpan == TextSpan(0, 0))
        #expect(text.byteOffset(ofScalar: 0) == 0)
        #expect(text.scalarOffset(ofByte: 0) == 0)
        #expect(text.string(in: TextSpan(0, 0)) == "")
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0x80], [0xC3], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x61, 0x80],
            [0xF8, 0x88, 0x80, 0x80, 0x80],
        ] as [[UInt8]]
    )
    func bytesThatAreNotUTF8AreRefused(bytes: [UInt8]) {
        #expect(CanonicalText(utf8: bytes) == nil)
    }

    @Test(arguments: ["", "plain", "e\u{301}", "\u{FEFF}mark in front", "nul \u{0} inside", "\r\n"])
    func bytesThatAreUTF8AreKeptAsTheyAre(text: String) throws {
        let canonical = try #require(CanonicalText(utf8: Array(text.utf8)))
        #expect(canonical.utf8 == Array(text.utf8))
        #expect(canonical.scalarCount == text.unicodeScalars.count)
    }

    @Test func aSpanGivesItsWordsItsBytesAndItsScalars() {
        let (text, spans) = spansMarked(in: "Der Arzt «kommt 😀 näh»er.")
        let canonical = CanonicalText(text)
        #expect(canonical.string(in: spans[0]) == "kommt 😀 näh")
        #expect(Array(canonical.bytes(in: spans[0])) == Array("kommt 😀 näh".utf8))
        #expect(canonical.scalars(in: spans[0]) == Array("kommt 😀 näh".unicodeScalars))
    }

    @Test(arguments: 0..<20) func everySpanIsWhatAWalkCutsOut(seed: Int) {
        var random = SeededGenerator(seed: UInt64(1_000 + seed))
        let text = randomText(pieces: 300, using: &random)
        let scalars = Array(text.unicodeScalars)
        let canonical = CanonicalText(text)
        for _ in 0..<100 {
            let start = Int.random(in: 0...scalars.count, using: &random)
            let end = Int.random(in: start...scalars.count, using: &random)
            #expect(canonical.scalars(in: TextSpan(start, end)) == Array(scalars[start..<end]))
        }
    }

    @Test func aSpanFitsUpToTheEndOfTheText() {
        let text = CanonicalText("çà")
        #expect(text.contains(TextSpan(0, 2)))
        #expect(text.contains(TextSpan(2, 2)))
        #expect(!text.contains(TextSpan(1, 3)))
    }

    // MARK: Occurrences

    @Test(arguments: [
        ("«block» contract, «block» grant", "block"),
        ("«我们»说«我们»", "我们"),
        ("nothing here", "elsewhere"),
        ("short", "longer than the text"),
        ("«whole»", "whole"),
        ("👨‍👩‍👧 and «👧»", "👧"),
    ])
    func aQuoteIsFoundWhereverItStands(marked: String, quote: String) {
        // The family holds a girl as well: scalars are compared, not what people see as one character.
        let (text, spans) = spansMarked(in: marked)
        let expected = quote == "👧" ? [TextSpan(4, 5)] + spans : spans
        #expect(CanonicalText(text).occurrences(of: quote) == expected)
    }

    @Test func occurrencesMayOverlap() {
        #expect(CanonicalText("aaaa").occurrences(of: "aa") == [TextSpan(0, 2), TextSpan(1, 3), TextSpan(2, 4)])
    }

    @Test func theEmptyQuoteIsNowhere() {
        #expect(CanonicalText("abc").occurrences(of: "") == [])
        #expect(CanonicalText("").occurrences(of: "") == [])
    }

    @Test func anAccentInOneScalarIsNotAnAccentInTwo() {
        #expect(CanonicalText("caf\u{E9}").occurrences(of: "e\u{301}") == [])
        #expect(CanonicalText("cafe\u{301}").occurrences(of: "\u{E9}") == [])
        #expect(CanonicalText("cafe\u{301}").occurrences(of: "e") == [TextSpan(3, 4)])
    }

    @Test(arguments: 0..<20) func occurrencesAgreeWithLookingEverywhere(seed: Int) {
        var random = SeededGenerator(seed: UInt64(2_000 + seed))
        let text = randomText(pieces: 200, using: &random)
        let scalars = Array(text.unicodeScalars)
        let start = Int.random(in: 0..<scalars.count, using: &random)
        let end = min(scalars.count, start + Int.random(in: 1...3, using: &random))
        var quote = String.UnicodeScalarView()
        quote.append(contentsOf: scalars[start..<end])
        let length = end - start
        let expected = (0...(scalars.count - length)).filter { scalars[$0..<($0 + length)] == scalars[start..<end] }
        #expect(CanonicalText(text).occurrences(of: String(quote)) == expected.map { TextSpan($0, $0 + length) })
    }
}
