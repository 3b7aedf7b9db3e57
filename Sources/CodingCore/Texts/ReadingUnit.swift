// Words, sentences and turns around a place: what motions and selections are made of. Only the neighbourhood of the place is
// looked at, so that a turn of a megabyte answers a key as quickly as a short one. Knows no cursor and no screen.

/// What motions and selections go by.
package enum ReadingUnit: Hashable, Sendable, CaseIterable {
    /// A reading word; the words of labels are words too.
    case word
    /// A sentence of what is said; labels have none.
    case sentence
    /// What is said in a turn, note or front matter, without its label and the blanks around it.
    case turn
}

extension Transcript {
    /// The unit that holds the scalar at `offset`; nothing between units.
    package func unit(_ unit: ReadingUnit, holding offset: Int) -> TextSpan? {
        guard let index = blockIndex(at: offset) else { return nil }
        return bounds(of: unit, inBlock: index)
            .flatMap { text.first(unit, in: $0, from: offset) { offset < $0.end } }
            .flatMap { $0.contains(offset) ? $0 : nil }
    }

    /// The unit at `offset`, or the next one.
    package func unit(_ unit: ReadingUnit, endingAfter offset: Int) -> TextSpan? {
        first(unit, from: offset) { offset < $0.end }
    }

    /// The next unit that begins after `offset`.
    package func unit(_ unit: ReadingUnit, startingAfter offset: Int) -> TextSpan? {
        first(unit, from: offset) { offset < $0.start }
    }

    /// The last unit that begins before `offset`.
    package func unit(_ unit: ReadingUnit, startingBefore offset: Int) -> TextSpan? {
        last(unit, upTo: offset) { $0.start < offset }
    }

    /// The last unit that is over at `offset`.
    package func unit(_ unit: ReadingUnit, endingBy offset: Int) -> TextSpan? {
        last(unit, upTo: offset) { $0.end <= offset }
    }

    private func first(_ unit: ReadingUnit, from offset: Int, where isWanted: (TextSpan) -> Bool) -> TextSpan? {
        guard let index = blockIndex(at: offset) else { return nil }
        for block in index..<blocks.count {
            guard let bounds = bounds(of: unit, inBlock: block) else { continue }
            if let found = text.first(unit, in: bounds, from: offset, where: isWanted) { return found }
        }
        return nil
    }

    private func last(_ unit: ReadingUnit, upTo offset: Int, where isWanted: (TextSpan) -> Bool) -> TextSpan? {
        guard let index = blockIndex(at: offset) else { return nil }
        for block in (0...index).reversed() {
            guard let bounds = bounds(of: unit, inBlock: block) else { continue }
            if let found = text.last(unit, in: bounds, upTo: offset, where: isWanted) { return found }
        }
        return nil
    }

    /// The part of a block that has units of a kind; nothing when it has no scalar.
    private func bounds(of unit: ReadingUnit, inBlock index: Int) -> TextSpan? {
        let bounds = unit == .word ? blocks[index].span : blocks[index].speechSpan
        return bounds.isEmpty ? nil : bounds
    }
}

extension CanonicalText {
    /// How many bytes are looked at in one go.
    private static let step = 512

    /// The first unit of a span that fulfils a condition, which every unit after it fulfils as well and none that ends at or
    /// before `offset` does.
    ///
    /// The units are those of the whole span, whatever part of it is looked at.
    func first(
        _ unit: ReadingUnit,
        in bounds: TextSpan,
        from offset: Int,
        where isWanted: (TextSpan) -> Bool
    ) -> TextSpan? {
        let window = ScalarWindow(self, bounds)
        guard unit != .turn else { return window.whole.flatMap { isWanted($0) ? $0 : nil } }
        let place = byteOffset(ofScalar: min(max(offset, bounds.start), bounds.end))
        var from = window.break(unit, atOrBefore: place)
        while from < window.end {
            let to = window.break(unit, atOrAfter: from + Self.step)
            if let found = window.units(unit, from: from, to: to).first(where: isWanted) { return found }
            from = to
        }
        return nil
    }

    /// The last unit of a span that fulfils a condition, which every unit before it fulfils as well and none that begins
    /// after `offset` does.
    func last(
        _ unit: ReadingUnit,
        in bounds: TextSpan,
        upTo offset: Int,
        where isWanted: (TextSpan) -> Bool
    ) -> TextSpan? {
        let window = ScalarWindow(self, bounds)
        guard unit != .turn else { return window.whole.flatMap { isWanted($0) ? $0 : nil } }
        let place = byteOffset(ofScalar: min(max(offset, bounds.start), bounds.end))
        var to = window.break(unit, atOrAfter: place + 1)
        while to > window.start {
            let from = window.break(unit, atOrBefore: max(window.start, to - Self.step))
            if let found = window.units(unit, from: from, to: to).last(where: isWanted) { return found }
            to = from
        }
        return nil
    }
}

extension ScalarWindow {
    /// All of it but the blanks around; nothing when it is blank.
    fileprivate var whole: TextSpan? {
        let range = trimmed(start, end)
        return range.isEmpty ? nil : text.span(ofBytes: range)
    }

    fileprivate func units(_ unit: ReadingUnit, from first: Int, to last: Int) -> [TextSpan] {
        unit == .sentence
            ? sentences(from: first, to: last) : readingWords(in: first..<last, from: text.scalarOffset(ofByte: first))
    }

    fileprivate func `break`(_ unit: ReadingUnit, atOrBefore byte: Int) -> Int {
        unit == .sentence ? sentenceBreak(atOrBefore: byte) : wordBreak(atOrBefore: byte)
    }

    fileprivate func `break`(_ unit: ReadingUnit, atOrAfter byte: Int) -> Int {
        let byte = min(byte, end)
        return unit == .sentence ? sentenceBreak(atOrAfter: byte) : wordBreak(atOrAfter: byte)
    }
}
