// Folding against what Unicode itself says of letters and their marks.
import Foundation
import Testing
import TextMetrics

@Suite struct LatinFoldRuleTests {
    private static let latin = (Array(0xC0...0x24F) + Array(0x1E00...0x1EFF)).compactMap {
        Unicode.Scalar($0 as UInt32)
    }

    @Test func aLetterWithMarksIsTheLetterThatItIsMadeOf() {
        var seen = 0
        for scalar in Self.latin {
            let parts = Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
            guard parts.count > 1, let base = parts.first, base.isASCII, base.properties.isAlphabetic else { continue }
            seen += 1
            #expect(String(LatinFold.fold(scalar)) == String(base).lowercased(), "\(scalar)")
        }
        #expect(seen > 400)
    }

    @Test func capitalsAndSmallLettersAreTheSame() {
        for scalar in Self.latin + (0x41...0x5A).compactMap({ Unicode.Scalar($0 as UInt32) }) {
            let small = scalar.properties.lowercaseMapping.unicodeScalars
            guard let only = small.first, small.count == 1 else { continue }
            #expect(LatinFold.fold(scalar) == LatinFold.fold(only), "\(scalar)")
        }
    }

    @Test func foldingTwiceIsFoldingOnce() {
        for value in UInt32(0)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = LatinFold.fold(scalar)
            if LatinFold.fold(once) != once { Issue.record("U+\(String(value, radix: 16))") }
        }
    }

    @Test func nothingButLettersIsEverChanged() {
        for value in UInt32(0)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value), !scalar.properties.isAlphabetic else { continue }
            if LatinFold.fold(scalar) != scalar, scalar.properties.lowercaseMapping == String(scalar) {
                Issue.record("U+\(String(value, radix: 16))")
            }
        }
    }

    @Test func otherAlphabetsOnlyLoseTheirCapitals() {
        for (capital, small) in zip("ΑΒΓΔΕΖΗΘАБВГДЕЖЗԱԲԳႠႡ𐐀𐐁".unicodeScalars, "αβγδεζηθабвгдежзաբգⴀⴁ𐐨𐐩".unicodeScalars)
        {
            #expect(LatinFold.fold(capital) == small)
            #expect(LatinFold.fold(small) == small)
        }
        for scalar in "混あ한אبกक١٣𠀀".unicodeScalars { #expect(LatinFold.fold(scalar) == scalar) }
    }

    @Test(arguments: [
        ("Naïve Café", "naive cafe"), ("ÆSIR", "asir"), ("Straße", "strase"), ("ŁÓDŹ", "lodz"), ("ĲSSEL", "issel"),
        ("Þórr", "torr"), ("Ørsted", "orsted"), ("ĐORĐEVIĆ", "dordevic"), ("Nguyễn", "nguyen"),
        ("İstanbul", "istanbul"),
        ("ılık", "ilik"), ("ﬁn", "ﬁn"), ("Ｋ", "ｋ"),
    ])
    func wordsKeepTheirCountOfScalars(_ word: String, _ folded: String) {
        let scalars = word.unicodeScalars.map(LatinFold.fold)
        #expect(scalars.count == word.unicodeScalars.count)
        #expect(Array(scalars) == Array(folded.unicodeScalars), "\(scalars.map(String.init).joined())")
    }
}
