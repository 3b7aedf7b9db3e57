// Where a passage may have gone that is not where it was: by rare words and pairs of words that stand in what is new. Only
// ever a guess. Knows tokens and symbols.

/// The new stretches of a text, by the words in them.
struct LikelyPlaces: Sendable {
    /// Words and pairs that stand more often say nothing.
    private static let most = 24
    /// How many tokens two votes for one place may be apart.
    private static let slack = 16
    private static let context = 24

    private var singles: [Int32: [Int32]] = [:]
    private var pairs: [Int64: [Int32]] = [:]

    init(_ tokens: TextTokens, fresh: [Range<Int>]) {
        for stretch in fresh {
            // A pair may begin just before what is new.
            var before = -1
            for token in Self.words(of: tokens, in: stretch) {
                singles[tokens.ids[token], default: []].append(Int32(token))
                if before >= 0 {
                    pairs[Self.pair(tokens.ids[before], tokens.ids[token]), default: []].append(Int32(before))
                }
                before = token
            }
        }
    }

    private static func words(of tokens: TextTokens, in symbols: Range<Int>) -> [Int] {
        guard !symbols.isEmpty, !tokens.ids.isEmpty else { return [] }
        let range = tokens.token(atSymbol: symbols.lowerBound)...tokens.token(atSymbol: symbols.upperBound - 1)
        return range.filter { tokens.areWords[$0] }
    }

    private static func pair(_ first: Int32, _ second: Int32) -> Int64 { Int64(first) << 32 | Int64(second) }

    /// The place in the new text that is most like a passage of the old one with its neighbours; nothing when none is like
    /// it enough: at most 35 % of it, and 40 % of the passage alone, may be other symbols.
    func find(
        _ passage: Range<Int>,
        of old: FoldedText,
        _ oldTokens: TextTokens,
        in new: FoldedText,
        _ newTokens: TextTokens
    ) -> Range<Int>? {
        let wide = max(0, passage.lowerBound - Self.context)..<min(old.symbols.count, passage.upperBound + Self.context)
        let pattern = old.symbols[wide]
        let limit = pattern.count * 35 / 100
        var best: (range: Range<Int>, errors: Int)?
        for start in starts(of: wide, oldTokens, newTokens) {
            let room = pattern.count + limit + 64
            let window = max(0, start - limit - 64)..<min(new.symbols.count, start + room)
            guard !window.isEmpty else { continue }
            let most = min(limit, best.map { $0.errors - 1 } ?? limit)
            guard most >= 0, let found = ApproximateSearch.find(pattern, in: new.symbols[window], atMost: most) else {
                continue
            }
            best = found
        }
        guard let best, !best.range.isEmpty else { return nil }
        let words = old.symbols[passage]
        return ApproximateSearch.find(words, in: new.symbols[best.range], atMost: words.count * 40 / 100)?.range
    }

    /// The symbols of the new text at which a stretch of the old one may begin, the likeliest first.
    private func starts(of stretch: Range<Int>, _ oldTokens: TextTokens, _ newTokens: TextTokens) -> [Int] {
        var votes: [Int: (count: Int, start: Int)] = [:]
        func vote(_ places: [Int32]?, _ token: Int, _ weight: Int) {
            guard let places, places.count <= Self.most else { return }
            for place in places {
                let key = (Int(place) - token) / Self.slack
                let start = newTokens.starts[Int(place)] - (oldTokens.starts[token] - stretch.lowerBound)
                votes[key, default: (0, start)].count += weight
            }
        }
        var before = -1
        for token in Self.words(of: oldTokens, in: stretch) {
            vote(singles[oldTokens.ids[token]], token, 1)
            if before >= 0 { vote(pairs[Self.pair(oldTokens.ids[before], oldTokens.ids[token])], before, 2) }
            before = token
        }
        return votes.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(6).map {
            max(0, $0.value.start)
        }
    }
}
