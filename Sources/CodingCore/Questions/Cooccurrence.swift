// Which codes stand together: pairs of codings within one coder's layer, summed over coders (PRODUCT.md, "Counting"), with the
// c-coefficient and Jaccard's of STATISTICS.md.

/// When two codings count as standing together.
package enum Togetherness: Hashable, Sendable, CustomStringConvertible {
    /// At least one scalar in common.
    case overlap
    /// One lies in the other.
    case within
    /// Both touch the same turn.
    case turn
    /// At most so many turns lie from one to the other.
    case near(turns: Int)

    /// Reads `overlap`, `within`, `turn`, `near:2`.
    package init?(_ words: String) {
        switch words {
        case "overlap": self = .overlap
        case "within": self = .within
        case "turn": self = .turn
        default:
            guard words.hasPrefix("near:"), let turns = Int(words.dropFirst(5)), (0...1_000).contains(turns) else {
                return nil
            }
            self = .near(turns: turns)
        }
    }

    package var description: String {
        switch self {
        case .overlap: "overlap"
        case .within: "within"
        case .turn: "turn"
        case .near(let turns): "near:\(turns)"
        }
    }

    /// What it means, for the foot of a table.
    package var rule: String {
        switch self {
        case .overlap: "passages share at least one character"
        case .within: "one passage lies in the other"
        case .turn: "passages touch the same turn"
        case .near(let turns): "at most \(turns) turn\(turns == 1 ? "" : "s") from one passage to the other"
        }
    }
}

/// Codes × codes.
package struct Cooccurrence: Sendable {
    /// Two codes that stand together at least once.
    package struct Pair: Sendable {
        /// In codebook order.
        package let a: CodeID
        package let b: CodeID
        /// How many pairs of codings stand together.
        package let n: Int
        /// Codings of each in all.
        package let codingsOfA: Int
        package let codingsOfB: Int
        /// In how many documents.
        package let documents: Int
        /// n12 ÷ (n1 + n2 − n12); nothing where it would lie outside 0 to 1, as passages that overlap often can make it (the
        /// coefficient takes passages for things that do not overlap).
        package let c: Double?
        /// Scalars that both cover ÷ scalars that one covers, each within one coder's layer, summed.
        package let jaccard: Double
        /// Whether one code has more than five times the codings of the other, so that c says little.
        package var isUneven: Bool { max(codingsOfA, codingsOfB) > 5 * min(codingsOfA, codingsOfB) }
    }

    package let pairs: [Pair]
    /// The codes that stand in a pair, in codebook order.
    package let codes: [CodeID]
    /// Who made the codings that were compared.
    package let coders: [CoderID]
    package let togetherness: Togetherness

    /// Compares the codings that a query takes.
    ///
    /// - Throws: what reading a transcript throws.
    package init(_ corpus: Corpus, query: Query = .everything, togetherness: Togetherness = .overlap) throws {
        let needsTurns = togetherness != .overlap && togetherness != .within
        let counts = try corpus.gather { documents in
            var count = PairCount()
            func add(_ matching: [PlacedCoding], _ transcript: Transcript?) {
                let layers = Dictionary(grouping: matching.filter(\.isOnCurrentText), by: \.coding.coder)
                count.coders.formUnion(layers.keys)
                var together: Set<PairCount.Key> = []
                for layer in layers.values {
                    count.add(layer: layer, togetherness, in: transcript, together: &together)
                }
                for key in together { count.documents[key, default: 0] += 1 }
            }
            if needsTurns {
                try corpus.select(query, reading: .candidates, among: documents) { add($0.matching, $0.transcript) }
            } else {
                try corpus.selectByRecord(query, among: documents) { _, _, matching in add(matching, nil) }
            }
            return count
        }
        var count = counts[0]
        for other in counts.dropFirst() { count.add(other) }
        let coders = count.coders
        let codebook = corpus.study.codebook
        let rank = Dictionary(codebook.codes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        func precedes(_ a: CodeID, _ b: CodeID) -> Bool {
            let (x, y) = (rank[a] ?? .max, rank[b] ?? .max)
            return x == y ? a < b : x < y
        }
        pairs = count.pairs.map { key, n in
            let (a, b) = precedes(key.a, key.b) ? (key.a, key.b) : (key.b, key.a)
            return count.pair(a, b, key, n)
        }
        .sorted { $0.a == $1.a ? precedes($0.b, $1.b) : precedes($0.a, $1.a) }
        codes = Set(pairs.flatMap { [$0.a, $0.b] }).sorted(by: precedes)
        self.coders = coders.sorted()
        self.togetherness = togetherness
    }
}

/// The count while it goes on.
private struct PairCount: Sendable {
    /// Two codes without order.
    struct Key: Hashable {
        let a: CodeID
        let b: CodeID

        init(_ one: CodeID, _ other: CodeID) { (a, b) = one < other ? (one, other) : (other, one) }
    }

    /// Who made the codings.
    var coders: Set<CoderID> = []
    var pairs: [Key: Int] = [:]
    var documents: [Key: Int] = [:]
    private var codings: [CodeID: Int] = [:]
    /// Scalars that each code covers, and that both of a pair cover.
    private var covered: [CodeID: Int] = [:]
    private var shared: [Key: Int] = [:]

    mutating func add(
        layer: [PlacedCoding],
        _ togetherness: Togetherness,
        in transcript: Transcript?,
        together: inout Set<Key>
    ) {
        let layer = layer.sorted { $0.span < $1.span }
        var spans: [CodeID: [TextSpan]] = [:]
        for placed in layer {
            codings[placed.code, default: 0] += 1
            spans[placed.code, default: []].append(placed.span)
        }
        let merged = spans.mapValues(CodedWords.merged)
        for (code, spans) in merged { covered[code, default: 0] += spans.reduce(0) { $0 + $1.end - $1.start } }
        var here: Set<Key> = []
        for (index, one) in layer.enumerated() {
            for other in layer[(index + 1)...] {
                if Self.isTooFar(one.span, other.span, togetherness, transcript) { break }
                guard one.code != other.code, Self.stand(one.span, other.span, togetherness, transcript) else {
                    continue
                }
                let key = Key(one.code, other.code)
                pairs[key, default: 0] += 1
                here.insert(key)
            }
        }
        for key in here {
            shared[key, default: 0] += Self.common(merged[key.a] ?? [], merged[key.b] ?? [])
        }
        together.formUnion(here)
    }

    /// Adds a count over other documents.
    mutating func add(_ other: PairCount) {
        coders.formUnion(other.coders)
        pairs.merge(other.pairs, uniquingKeysWith: +)
        documents.merge(other.documents, uniquingKeysWith: +)
        codings.merge(other.codings, uniquingKeysWith: +)
        covered.merge(other.covered, uniquingKeysWith: +)
        shared.merge(other.shared, uniquingKeysWith: +)
    }

    /// Whether neither this nor any later passage can stand together with the first.
    private static func isTooFar(_ one: TextSpan, _ other: TextSpan, _ how: Togetherness, _ transcript: Transcript?)
        -> Bool
    {
        let turns: Int
        switch how {
        case .overlap, .within: return other.start >= one.end
        case .turn: turns = 0
        case .near(let most): turns = most
        }
        guard let transcript else { return true }
        return !CodingRelation.near(turns: turns).holds(between: one, and: other, in: transcript)
    }

    private static func stand(_ one: TextSpan, _ other: TextSpan, _ how: Togetherness, _ transcript: Transcript?)
        -> Bool
    {
        switch how {
        case .overlap: one.overlaps(other)
        case .within: one.contains(other) || other.contains(one)
        // What comes here is no further than that.
        case .turn, .near: true
        }
    }

    /// Scalars in both of two lists without overlaps, each in text order.
    private static func common(_ a: [TextSpan], _ b: [TextSpan]) -> Int {
        var (i, j, total) = (0, 0, 0)
        while i < a.count, j < b.count {
            total += max(0, min(a[i].end, b[j].end) - max(a[i].start, b[j].start))
            if a[i].end < b[j].end { i += 1 } else { j += 1 }
        }
        return total
    }

    func pair(_ a: CodeID, _ b: CodeID, _ key: Key, _ n: Int) -> Cooccurrence.Pair {
        let (n1, n2) = (codings[a] ?? 0, codings[b] ?? 0)
        let below = n1 + n2 - n
        let both = shared[key] ?? 0
        let either = (covered[a] ?? 0) + (covered[b] ?? 0) - both
        return Cooccurrence.Pair(
            a: a,
            b: b,
            n: n,
            codingsOfA: n1,
            codingsOfB: n2,
            documents: documents[key] ?? 0,
            c: below > 0 && n <= below ? Double(n) / Double(below) : nil,
            jaccard: either > 0 ? Double(both) / Double(either) : 0
        )
    }
}
