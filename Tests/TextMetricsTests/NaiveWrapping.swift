// The rule of wrapping in its slowest and plainest form, for comparison: every possible row end is tried, longest last.
import TextMetrics

/// Wraps by the stated rule, one character after the other, with no memory of what was found before.
struct NaiveWrapping {
    /// A row as the rule has it.
    struct Row: Equatable {
        var text: String
        var endsParagraph: Bool

        /// Exact, unlike equality of strings.
        static func == (one: Row, other: Row) -> Bool {
            Array(one.text.utf8) == Array(other.text.utf8) && one.endsParagraph == other.endsParagraph
        }
    }

    let columns: Int

    /// The rows of a text; paragraphs end at line feeds, and a final one makes no further row.
    func rows(of text: String) -> [Row] {
        let paragraphs = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        var rows: [Row] = []
        for (number, paragraph) in paragraphs.enumerated() {
            let isLast = number == paragraphs.count - 1
            if isLast && paragraph.isEmpty { break }
            let characters = Array(String(String.UnicodeScalarView(paragraph)))
            rows += self.rows(ofParagraph: characters).map { Row(text: $0, endsParagraph: false) }
            rows[rows.count - 1].endsParagraph = !isLast
        }
        return rows
    }

    private func rows(ofParagraph characters: [Character]) -> [String] {
        if characters.isEmpty { return [""] }
        var (rows, start) = ([String](), 0)
        while start < characters.count {
            let end = endOfRow(from: start, in: characters)
            rows.append(String(characters[start..<end]))
            start = end
        }
        return rows
    }

    /// The last place where a row may end and still fit; where there is none, the last place that fits at all.
    private func endOfRow(from start: Int, in characters: [Character]) -> Int {
        var (allowed, possible): (Int?, Int) = (nil, start + 1)
        for end in start + 1...characters.count {
            let row = Array(characters[start..<end])
            guard fits(row) else { break }
            possible = end
            if end == characters.count || Self.mayBreak(at: end, in: characters) { allowed = end }
        }
        return allowed ?? possible
    }

    /// Whether a row is no wider than asked without the blanks at its end, which hang over the edge; one character by
    /// itself always is.
    private func fits(_ row: [Character]) -> Bool {
        var row = row[...]
        while let last = row.last, Sign(last) == .blank { row.removeLast() }
        let width = row.reduce(0) { column, character in
            column + (character == "\t" ? 8 - column % 8 : displayWidth(of: character))
        }
        return width <= columns || row.count == 1
    }

    // MARK: Where a row may end

    /// What the rule calls a character, by the first of its scalars.
    enum Sign {
        case blank, dash, opening, closing, holding, ideograph, digit, other

        private static let blanks = Set(" \t\u{2009}\u{3000}".unicodeScalars)
        private static let dashes = Set("-/‐–—".unicodeScalars)
        private static let openings = Set("([{«‘“‚„「『（【".unicodeScalars)
        private static let closings = Set(")]}!?,.:;%»’”…、。」』）】！？，ー々ぁッっャゃァ".unicodeScalars)
        private static let holdings = Set("\"'\u{A0}\u{202F}\u{2011}".unicodeScalars)

        init(_ character: Character) {
            let scalar = character.unicodeScalars.first ?? "x"
            if Self.blanks.contains(scalar) {
                self = .blank
            } else if Self.dashes.contains(scalar) {
                self = .dash
            } else if Self.openings.contains(scalar) {
                self = .opening
            } else if Self.closings.contains(scalar) {
                self = .closing
            } else if Self.holdings.contains(scalar) {
                self = .holding
            } else if ("0"..."9").contains(scalar) {
                self = .digit
            } else if ("ぁ"..."ヺ").contains(scalar) || ("㐀"..."鿿").contains(scalar) || scalar.value >= 0x20000 {
                self = .ideograph
            } else {
                self = .other
            }
        }
    }

    /// Whether a row may end before the character at an index.
    static func mayBreak(at index: Int, in characters: [Character]) -> Bool {
        let (before, after) = (Sign(characters[index - 1]), Sign(characters[index]))
        if after == .blank { return false }
        if before == .blank { return true }
        if after == .closing || after == .holding || before == .opening || before == .holding { return false }
        if before == .dash {
            // Inside a word only: something that is no blank stands before the dashes.
            let word = characters[..<index].last { Sign($0) != .dash }
            return after != .dash && after != .digit && word.map { Sign($0) != .blank } == true
        }
        if before == .ideograph && after == .dash { return false }
        return before == .ideograph || after == .ideograph
    }
}
