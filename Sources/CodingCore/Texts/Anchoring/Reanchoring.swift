// Where a new version of a text has the passages of an old one. The layers and their limits are those of docs/FORMAT.md,
// "How a passage is found again"; every doubt makes a placement less sure, never another one. Pure.

/// Two versions of a text, compared once, and the places of any number of passages.
package struct Reanchoring: Sendable {
    private let oldText: CanonicalText
    private let newText: CanonicalText
    private let old: FoldedText
    private let new: FoldedText
    private let oldTokens: TextTokens
    private let newTokens: TextTokens
    private let map: ChangeMap
    private let oldIndex: OccurrenceIndex
    private let newIndex: OccurrenceIndex
    private let likely: LikelyPlaces
    private let isSame: Bool
    private let isAlike: Bool

    /// How many symbols on either side have to be unchanged for a short passage.
    private static let context = 12
    /// A passage of so many symbols is known by itself.
    private static let longEnough = 25
    /// How far round a passage that the text has several times something unique is looked for.
    private static let wide = 300

    /// Compares two versions.
    ///
    /// - Complexity: O(*n* log *n*) in the length of the texts.
    package init(from oldText: CanonicalText, to newText: CanonicalText) {
        self.oldText = oldText
        self.newText = newText
        isSame = oldText.utf8 == newText.utf8
        var table = SymbolTable()
        old = FoldedText(oldText, &table)
        new = FoldedText(newText, &table)
        isAlike = old.symbols == new.symbols
        var numbers: [ArraySlice<Int32>: Int32] = [:]
        oldTokens = TextTokens(old, &numbers)
        newTokens = TextTokens(new, &numbers)
        map = ChangeMap(oldTokens, newTokens)
        oldIndex = OccurrenceIndex(old.symbols)
        newIndex = OccurrenceIndex(new.symbols)
        likely = LikelyPlaces(newTokens, fresh: map.fresh)
    }

    /// Where a passage of the old text is in the new one.
    package func place(_ span: TextSpan) -> Placement {
        precondition(oldText.contains(span), "the passage is one of the old text")
        if isSame { return Placement(how: .exact, span: span) }
        // Nothing is known by no words.
        guard !span.isEmpty else { return .orphan }
        let passage = old.symbols(touching: span)
        guard !passage.isEmpty, !new.symbols.isEmpty else { return .orphan }
        if isAlike { return Placement(how: .exact, span: newSpan(passage, for: span, passage)) }
        if let exact = exactPlace(of: passage) {
            return Placement(how: .exact, span: newSpan(exact, for: span, passage))
        }
        let (place, kept) = map.place(of: passage)
        if !place.isEmpty, kept * 2 >= passage.count, map.isHeld(passage) {
            return Placement(how: .edited, span: newSpan(place, for: span, passage))
        }
        // Other words between the same neighbours: a name replaced, say.
        let isReplaced = map.isHeld(passage) && place.count <= 4 * passage.count
        if !place.isEmpty, isReplaced || kept * 5 >= passage.count * 3 {
            return Placement(how: .guess, span: newSpan(place, for: span, passage))
        }
        guard let found = likely.find(passage, of: old, oldTokens, in: new, newTokens) else { return .orphan }
        return Placement(how: .guess, span: newSpan(found, for: span, passage))
    }
}

// MARK: Surely the same words

extension Reanchoring {
    /// The place of a passage that lies with its neighbours in one unchanged stretch, whose words stand in the new text as
    /// often as in the old one and are unique or near something unique, and of which no near copy came in.
    private func exactPlace(of passage: Range<Int>) -> Range<Int>? {
        let segment = map.segment(at: passage.lowerBound)
        guard segment.isUnchanged, segment.old.upperBound >= passage.upperBound else { return nil }
        let move = segment.new.lowerBound - segment.old.lowerBound
        let wide = max(0, passage.lowerBound - Self.context)..<min(old.symbols.count, passage.upperBound + Self.context)
        let isWhole = segment.old.lowerBound <= wide.lowerBound && segment.old.upperBound >= wide.upperBound
        guard isWhole || passage.count >= Self.longEnough else { return nil }
        let known = isWhole ? wide : passage
        let words = old.symbols[known]
        let count = oldIndex.count(of: words)
        guard count < OccurrenceIndex.most, newIndex.count(of: words) == count else { return nil }
        if count > 1 {
            let round =
                max(
                    segment.old.lowerBound,
                    passage.lowerBound - Self.wide
                )..<min(segment.old.upperBound, passage.upperBound + Self.wide)
            guard oldIndex.count(of: old.symbols[round]) == 1 else { return nil }
        }
        let place = (known.lowerBound + move)..<(known.upperBound + move)
        guard !hasNearCopy(of: words, besides: place) else { return nil }
        return (passage.lowerBound + move)..<(passage.upperBound + move)
    }

    /// Whether something that came in is like the words: three quarters of it or more. Somebody may have copied them and
    /// then edited the original. What is unchanged was no copy of them before and is none now.
    private func hasNearCopy(of words: ArraySlice<Int32>, besides place: Range<Int>) -> Bool {
        let errors = words.count / 4
        let reach = words.count + errors
        var rooms: [Range<Int>] = []
        for stretch in map.fresh where isMostlyFresh(near: stretch, reach, words.count) {
            let room = max(0, stretch.lowerBound - reach)..<min(new.symbols.count, stretch.upperBound + reach)
            if let last = rooms.last, last.upperBound >= room.lowerBound {
                rooms[rooms.count - 1] = last.lowerBound..<room.upperBound
            } else {
                rooms.append(room)
            }
        }
        guard !rooms.isEmpty else { return false }
        let search = ApproximateSearch(words)
        for room in rooms {
            let before = room.lowerBound..<max(room.lowerBound, min(room.upperBound, place.lowerBound))
            let after = min(room.upperBound, max(room.lowerBound, place.upperBound))..<room.upperBound
            for part in [before, after] where !part.isEmpty {
                if search.best(in: new.symbols[part], atMost: errors, stopsAtFirst: true) != nil { return true }
            }
        }
        return false
    }

    /// Whether a copy of so many symbols may lie there: half of it would be fresh.
    private func isMostlyFresh(near stretch: Range<Int>, _ reach: Int, _ count: Int) -> Bool {
        let before = max(0, stretch.upperBound - reach)..<stretch.upperBound
        let after = stretch.lowerBound..<min(new.symbols.count, stretch.lowerBound + reach)
        return max(map.freshCount(in: before), map.freshCount(in: after)) * 2 >= count
    }
}

// MARK: Scalars and symbols

extension Reanchoring {
    /// The scalars of a place in the new text. What a span left out of the symbols at its ends, such as one of two line
    /// ends, is left out again.
    private func newSpan(_ place: Range<Int>, for span: TextSpan, _ passage: Range<Int>) -> TextSpan {
        var start = new.start(of: place.lowerBound)
        var end = new.start(of: place.upperBound)
        let skipped = span.start - old.start(of: passage.lowerBound)
        if skipped > 0, old.symbols[passage.lowerBound] == new.symbols[place.lowerBound] {
            start = min(start + skipped, new.start(of: place.lowerBound + 1) - 1)
        }
        let left = old.start(of: passage.upperBound) - span.end
        if left > 0, old.symbols[passage.upperBound - 1] == new.symbols[place.upperBound - 1] {
            end = max(end - left, new.start(of: place.upperBound - 1) + 1)
        }
        return TextSpan(start, max(start, end))
    }

    /// Where a scalar of the old text stands in the new one, if it lies in what is unchanged; the end goes to the end.
    package func unchangedPlace(of offset: Int) -> Int? {
        guard offset < oldText.scalarCount else { return newText.scalarCount }
        let symbol = old.symbol(atScalar: offset)
        let segment = map.segment(at: symbol)
        guard segment.isUnchanged else { return nil }
        let place = symbol - segment.old.lowerBound + segment.new.lowerBound
        let inside = offset - old.start(of: symbol)
        return min(new.start(of: place) + inside, new.start(of: place + 1) - 1)
    }

    /// The stretches of the new text that are not unchanged.
    package var freshSpans: [TextSpan] {
        map.fresh.map { TextSpan(new.start(of: $0.lowerBound), new.start(of: $0.upperBound)) }
    }
}
