// A phrase that is looked for, and the places where it stands. Works on bytes, since it runs over the whole text at every
// key. Knows nothing of screens, cursors or codings.

/// A phrase to look for.
///
/// Small letters find capitals too, letters without marks find those with marks, straight quotes find curly ones, and a
/// blank finds any run of blanks and line ends; a capital, a mark or a curly quote in the phrase makes it exact in that.
/// Composed and decomposed characters are the same.
package struct SearchPattern: Hashable, Sendable {
    /// The phrase as it was typed.
    package let words: String
    let folding: SearchFolding
    let signs: [SearchSign]

    /// Takes a phrase; nothing comes of blanks alone.
    package init?(_ words: String) {
        self.words = words
        folding = SearchFolding(words)
        var signs: [SearchSign] = []
        for character in words {
            let sign = folding.sign(String(character))
            if sign != .blank || signs.last != .blank { signs.append(sign) }
        }
        self.signs = signs
        guard signs.contains(where: { $0 != .blank }) else { return nil }
    }

    /// The places where the phrase stands, in text order; none overlaps another, and none cuts a character in two.
    ///
    /// - Complexity: O(bytes of the text) but for texts full of half-right characters.
    package func occurrences(in text: CanonicalText) -> [TextSpan] {
        let scan = SearchScan(self, text.utf8)
        let found = scan.occurrences()
        var spans: [TextSpan] = []
        spans.reserveCapacity(found.count)
        // Scalars are counted from the place before where that is near; the text's index does it from afar.
        var (byte, scalar) = (0, 0)
        func scalars(upTo next: Int) -> Int {
            if next - byte > 128 {
                scalar = text.scalarOffset(ofByte: next)
            } else {
                for place in byte..<next where text.utf8[place] & 0xC0 != 0x80 { scalar += 1 }
            }
            byte = next
            return scalar
        }
        for range in found {
            let start = scalars(upTo: range.lowerBound)
            spans.append(TextSpan(start, scalars(upTo: range.upperBound)))
        }
        return spans
    }
}
