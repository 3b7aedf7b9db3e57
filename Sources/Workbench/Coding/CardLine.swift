// The rows of a card about a code, beside a text and beside extracts. Knows widths; draws nothing but its rows.

import CodingCore
import Screen
import TextMetrics

/// One row of a card.
struct CardLine {
    var text = ""
    var style = Style.plain

    private static let mostRows = 8

    /// A heading with what belongs to it; each item begins on a row of its own.
    static func section(_ heading: String, _ items: [String], columns: Int, look: Look) -> [CardLine] {
        [CardLine(text: heading, style: look.strong)]
            + items.flatMap { paragraph($0, columns: columns, atMost: mostRows, ellipsis: look.glyphs.ellipsis) }
            .map { CardLine(text: $0) }
    }

    /// The categories above a code; nothing where there are none.
    static func categories(above code: CodeID, in codebook: Codebook, columns: Int, look: Look) -> [CardLine] {
        let path = codebook.path(of: codebook.resolve(code)).dropLast().map(\.name)
        guard !path.isEmpty else { return [] }
        let words = path.joined(separator: " \(look.glyphs.pointer) ")
        return [CardLine(text: fitted(words, columns: columns, ellipsis: look.glyphs.ellipsis), style: look.quiet)]
    }

    /// What a code means, and when it is given and when not.
    static func meaning(of code: Code?, columns: Int, look: Look) -> [CardLine] {
        var lines = section("Definition", [definition(of: code)], columns: columns, look: look)
        if let code, !code.include.isEmpty { lines += section("Include", code.include, columns: columns, look: look) }
        if let code, !code.exclude.isEmpty { lines += section("Exclude", code.exclude, columns: columns, look: look) }
        return lines
    }

    /// What a code means: its definition, or the short form of it.
    static func definition(of code: Code?) -> String {
        guard let code else { return "This code is in no codebook." }
        // Paragraphs run on: a card has few rows.
        let words = (code.definition.isEmpty ? code.brief : code.definition)
            .split { $0 == "\n" || $0 == "\r\n" }.joined(separator: " ")
        return words.isEmpty ? "No definition yet." : words
    }
}

extension Surface {
    /// Puts the rows of a card as far as there is room.
    mutating func put(_ lines: [CardLine], rows: Range<Int>, columns: Range<Int>) {
        for (row, line) in zip(rows, lines) {
            put(line.text, row: row, column: columns.lowerBound, style: line.style, limit: columns.upperBound)
        }
    }
}
