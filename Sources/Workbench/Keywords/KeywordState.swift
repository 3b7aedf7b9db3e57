// A search over all texts as a value: what was looked for, the hits in their order, which are marked. Draws nothing.

import CodingCore
import Screen

/// The state of the search over all texts.
struct KeywordState {
    /// How the hits are ordered.
    enum Order: String, CaseIterable {
        /// As they stand in the texts.
        case document
        /// By the words after the hit, and by those before it.
        case after, before
    }

    /// What is looked for; nothing before the first words.
    var pattern: KeywordPattern?
    var filter: Query?
    var order = Order.document
    /// What is coded round a marked hit.
    var unit = HitUnit.sentence
    /// Whether hits that somebody has coded are left out.
    var isOnlyUncoded = false
    /// Whether the study changed since it was searched.
    var isStale = false
    private(set) var concordance: Concordance?
    /// The hits in the order shown.
    private(set) var hits: [KeywordHit] = []
    private(set) var marked: Set<KeywordHit.Place> = []
    var list = ListView()

    /// Takes over what was found; marks stay on hits that are still there.
    mutating func take(_ found: Concordance) {
        let before = chosen.map(\.place)
        concordance = found
        isStale = false
        arrange()
        marked.formIntersection(Set(hits.map(\.place)))
        let place = before.flatMap { before in hits.firstIndex { $0.place == before } }
        list.select(place ?? min(list.selection, max(0, hits.count - 1)), count: hits.count)
    }

    /// Puts the hits into their order.
    mutating func arrange() {
        let all = concordance?.hits ?? []
        switch order {
        case .document: hits = all
        case .after: hits = Self.sorted(all) { $0.words.lowercased() + " " + Self.plain($0.after) }
        case .before:
            // The word next to the hit counts first.
            hits = Self.sorted(all) { hit in
                Self.plain(hit.before).split(separator: " ").reversed().joined(separator: " ")
            }
        }
    }

    private static func sorted(_ hits: [KeywordHit], by key: (KeywordHit) -> String) -> [KeywordHit] {
        let keys = hits.map(key)
        return hits.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }.map { hits[$0] }
    }

    private static func plain(_ words: String) -> String {
        words.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }.reduce(into: "") { $0.append($1) }
            .split(separator: " ").joined(separator: " ")
    }

    var chosen: KeywordHit? { hits.indices.contains(list.selection) ? hits[list.selection] : nil }

    /// The marked hits; the chosen one where none is marked.
    var meant: [KeywordHit] {
        marked.isEmpty ? [chosen].compactMap { $0 } : hits.filter { marked.contains($0.place) }
    }

    mutating func toggleMark() {
        guard let place = chosen.map(\.place) else { return }
        if marked.remove(place) == nil { marked.insert(place) }
    }

    /// Marks all, or none where all are.
    mutating func markAll() {
        let all = Set(hits.map(\.place))
        marked = marked == all ? [] : all
    }

    mutating func unmark() { marked = [] }

    mutating func move(_ count: Int, height: Int) {
        list.move(by: max(-hits.count, min(hits.count, count)), count: hits.count)
        _ = list.visibleRows(count: hits.count, height: height)
    }
}

/// Passages round hits about to be coded, and the codes.
struct HitsToCode {
    let passages: [HitPassage]
    let codes: [Code]
}
