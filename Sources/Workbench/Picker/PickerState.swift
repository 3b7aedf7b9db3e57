// Choosing a code by a few letters. Knows the codebook and the uses; draws nothing and writes nothing.

import CodingCore
import Screen
import TextMetrics

/// The picker's state: what was typed and which codes answer to it.
struct PickerState {
    /// One code that answers to the query.
    struct Row: Equatable {
        let code: Code
        /// The characters of the name that the query found.
        let marks: [Int]
    }

    /// How many words are about to be coded, and which.
    let words: Int
    let quote: String
    private(set) var query = PromptLine()
    private(set) var rows: [Row] = []
    var list = ListView(wraps: true)
    let codebook: Codebook
    let uses: UseCounts
    /// The row of the text that was on top before the picker opened.
    var topBefore = 0
    /// Where the cursor was, if nothing was selected before the picker opened.
    var cursorBefore: Int?
    private let candidates: [Code]
    private let frecency: [CodeID: Double]

    typealias UseCounts = [CodeID: Int]

    init(codebook: Codebook, uses: CodeUses, counts: UseCounts, words: Int, quote: String) {
        self.codebook = codebook
        self.uses = counts
        self.words = words
        self.quote = quote
        candidates = codebook.codes.filter(\.isApplicable)
        frecency = uses.frecency()
        rank()
    }

    /// The code under the pointer.
    var chosen: Code? { rows.indices.contains(list.selection) ? rows[list.selection].code : nil }

    /// How many codes there are to choose from.
    var candidateCount: Int { candidates.count }

    /// Takes an edit of the query and ranks anew.
    mutating func edit(_ change: (inout PromptLine) -> Bool) -> Bool {
        let before = query.text
        guard change(&query) else { return false }
        if query.text != before {
            rank()
            list.select(0, count: rows.count)
        }
        return true
    }

    private mutating func rank() {
        let wanted = folded(query.text).trimmingBlanks
        guard !wanted.isEmpty else {
            let ranked = candidates.enumerated().sorted { a, b in
                let (x, y) = (frecency[a.element.id] ?? 0, frecency[b.element.id] ?? 0)
                return x == y ? a.offset < b.offset : x > y
            }
            rows = ranked.map { Row(code: $0.element, marks: []) }
            return
        }
        let scored = candidates.enumerated().compactMap { place, code in
            score(code, wanted).map { (place: place, score: $0.score, row: Row(code: code, marks: $0.marks)) }
        }
        rows = scored.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.map(\.row)
    }

    /// How well a code answers: its tag first, then its name, then the words of its categories and its definition.
    private func score(_ code: Code, _ wanted: String) -> (score: Double, marks: [Int])? {
        let name = FuzzyMatch.score(wanted, code.name)
        let marks = name?.positions ?? []
        let close = frecency[code.id] ?? 0
        if code.mnemonic == wanted { return (100_000 + close, marks) }
        if code.mnemonic.hasPrefix(wanted) { return (10_000 + close, marks) }
        if let name { return (Double(name.score * 10) + close, marks) }
        let words = wanted.split(separator: " ")
        let categories = codebook.path(of: code.id).map(\.name).joined(separator: " ")
        let meaning = folded([categories, code.brief, code.definition].joined(separator: " "))
        guard words.allSatisfy({ meaning.contains($0) }) else { return nil }
        // Far below every match of a name; a category's words count more than a definition's.
        return ((words.allSatisfy { folded(categories).contains($0) } ? -100_000 : -200_000) + close, [])
    }
}

extension String {
    /// The text without the blanks at either end.
    var trimmingBlanks: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}

/// The text in small letters without marks on Latin ones.
private func folded(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars { view.append(LatinFold.fold(scalar)) }
    return String(view)
}
