import TestSupport
import Testing

@testable import CodingCore

/// What is alike when two texts are compared, and the way back to their scalars.
@Suite struct FoldedTextTests {
    private func folded(_ texts: String...) -> [FoldedText] {
        var table = SymbolTable()
        return texts.map { FoldedText(CanonicalText($0), &table) }
    }

    @Test(arguments: [
        ("caf\u{e9}", "cafe\u{301}"), ("안녕", "\u{110B}\u{1161}\u{11AB}\u{1102}\u{1167}\u{11BC}"),
        ("a  b\n\nc", "a b c"), ("a\tb", "a b"), ("it’s ‘so’", "it's 'so'"), ("“yes”", "\"yes\""),
        ("a – b—c", "a - b-c"), ("a\u{a0}b", "a b"), ("\u{212A}", "K"), ("ệ", "e\u{323}\u{302}"),
        ("ệ", "e\u{302}\u{323}"),
    ])
    func theseAreAlike(one: String, other: String) {
        let texts = folded(one, other)
        #expect(texts[0].symbols == texts[1].symbols)
    }

    @Test(arguments: [
        ("a", "b"), ("cafe", "café"), ("a b", "ab"), ("…", "..."), ("a", "\u{430}"), ("A", "a"), ("我", "找"),
        ("ß", "ss"),
    ])
    func theseAreNot(one: String, other: String) {
        let texts = folded(one, other)
        #expect(texts[0].symbols != texts[1].symbols)
    }

    @Test(arguments: 0..<80) func everyScalarBelongsToOneSymbol(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let text = CanonicalText(randomText(pieces: 60, using: &random))
        var table = SymbolTable()
        let folded = FoldedText(text, &table)
        #expect(folded.kinds.count == folded.symbols.count)
        #expect(folded.start(of: folded.symbols.count) == text.scalarCount)
        for symbol in folded.symbols.indices {
            let (start, end) = (folded.start(of: symbol), folded.start(of: symbol + 1))
            #expect(start < end)
            for offset in start..<end { #expect(folded.symbol(atScalar: offset) == symbol) }
            #expect(folded.symbols(touching: TextSpan(start, end)) == symbol..<(symbol + 1))
        }
    }

    @Test(arguments: 0..<40) func tokensCoverTheSymbolsAndAreEqualWhereTheirWordsAre(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var table = SymbolTable()
        var numbers: [ArraySlice<Int32>: Int32] = [:]
        let folded = FoldedText(CanonicalText(randomText(pieces: 50, using: &random)), &table)
        let tokens = TextTokens(folded, &numbers)
        #expect(tokens.starts.count == tokens.ids.count + 1 && tokens.areWords.count == tokens.ids.count)
        #expect(tokens.starts.first == 0 && tokens.starts.last == folded.symbols.count)
        var words: [Int32: ArraySlice<Int32>] = [:]
        for token in tokens.ids.indices {
            let word = folded.symbols[tokens.starts[token]..<tokens.starts[token + 1]]
            #expect(!word.isEmpty)
            let known = words[tokens.ids[token], default: word]
            #expect(known.elementsEqual(word))
            words[tokens.ids[token]] = word
            for symbol in word.indices { #expect(tokens.token(atSymbol: symbol) == token) }
        }
        #expect(Set(words.values.map(Array.init)).count == words.count)
    }

    @Test func aTextWithoutAnythingHasNoSymbols() {
        let text = folded("")[0]
        #expect(text.symbols == [] && text.symbols(touching: TextSpan(0, 0)).isEmpty)
    }
}
