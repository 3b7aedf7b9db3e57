// Texts with the expected spans marked in them, and random texts for property tests.

import TestSupport

@testable import CodingCore

/// A text and its spans marked `«…»`.
func spansMarked(in marked: String) -> (text: String, spans: [TextSpan]) {
    let (text, spans) = markedSpans(marked)
    return (text, spans.map { TextSpan($0.lowerBound, $0.upperBound) })
}

/// The text with every one of the spans marked, for expectations that are read at a glance.
func marking(_ spans: [TextSpan], in text: String) -> String {
    var result = String.UnicodeScalarView()
    let (starts, ends) = (Set(spans.map(\.start)), Set(spans.map(\.end)))
    for (offset, scalar) in text.unicodeScalars.enumerated() {
        if ends.contains(offset) { result.append("»") }
        if starts.contains(offset) { result.append("«") }
        result.append(scalar)
    }
    if ends.contains(text.unicodeScalars.count) { result.append("»") }
    return String(result)
}

/// A text of scalars of every width: Latin with and without marks, Chinese, emoji of several scalars, blanks, signs.
func randomText(pieces: Int, using random: inout SeededGenerator) -> String {
    let stock = [
        "a", "word", "Contract", " ", " ", ". ", "! ", "… ", "\n", "\n\n", "’", "\"", "(", ") ", "é", "e\u{301}", "ß",
        "我", "们。", "か\u{3099}", "안", "😀", "👨‍👩‍👧", "🇬🇧", "⚠\u{FE0F}", "\u{301}", "\u{200B}", "3.5", "Dr. ", "\u{1F3FD}", "שָׁ",
    ]
    return (0..<pieces).map { _ in stock.randomElement(using: &random) ?? "" }.joined()
}
