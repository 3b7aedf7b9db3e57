// Which codes answer to what was typed, and in which order.

import CodingCore
import Screen
import TextMetrics

extension PickerState {
    /// The codes that answer to the query, best first; before anything is typed, those closest at hand.
    func ranked() -> [Row] {
        let wanted = folded(query.text).trimmingBlanks
        guard !wanted.isEmpty else {
            let ranked = candidates.enumerated().sorted { a, b in
                let (x, y) = (frecency[a.element.id] ?? 0, frecency[b.element.id] ?? 0)
                return x == y ? a.offset < b.offset : x > y
            }
            return ranked.map { Row(code: $0.element, marks: []) }
        }
        let scored = candidates.enumerated().compactMap { place, code in
            score(code, wanted).map { (place: place, score: $0.score, row: Row(code: code, marks: $0.marks)) }
        }
        return scored.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.map(\.row)
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

/// The text in small letters without marks on Latin ones.
private func folded(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars { view.append(LatinFold.fold(scalar)) }
    return String(view)
}
