// The blocks of a new version of a text. What is unchanged keeps its blocks, with speakers, times and pages; labels are found
// anew only in what is new. Pure.

package import CodingCore

/// Finds the blocks of a revised text.
package enum RevisedTurns {
    /// The blocks of a new version.
    ///
    /// - Parameters:
    ///   - old: the blocks of the version before; one note, or none, where they are not known.
    ///   - found: the blocks that were found in the new text by itself.
    package static func blocks(
        of new: CanonicalText,
        found: [Block],
        carrying old: [Block],
        of oldText: CanonicalText
    ) -> [Block] {
        guard old.contains(where: { $0.kind != .note }), new.scalarCount > 0 else { return found }
        let reanchoring = Reanchoring(from: oldText, to: new)
        let foundAt = Dictionary(found.map { ($0.span.start, $0) }, uniquingKeysWith: { first, _ in first })
        var openings: [Int: Block] = [:]
        for block in old {
            guard let place = reanchoring.unchangedPlace(of: block.span.start), place < new.scalarCount else {
                continue
            }
            openings[place] = carried(block, to: place, in: new) ?? foundAt[place]
        }
        var fresh = reanchoring.freshSpans[...]
        for block in found {
            while let first = fresh.first, first.end <= block.span.start { fresh.removeFirst() }
            guard let first = fresh.first, first.contains(block.span.start) else { continue }
            if openings[block.span.start] == nil { openings[block.span.start] = block }
        }
        return joined(openings, count: new.scalarCount)
    }

    /// A block at its new place; nothing when its label is another one now.
    private static func carried(_ block: Block, to place: Int, in text: CanonicalText) -> Block? {
        let end = place + block.label.unicodeScalars.count
        guard end <= text.scalarCount,
            text.string(in: TextSpan(place, end)).utf8.elementsEqual(block.label.utf8)
        else { return nil }
        return block
    }

    /// Blocks from edge to edge, each from its opening to the next one.
    private static func joined(_ openings: [Int: Block], count: Int) -> [Block] {
        var starts = openings.keys.sorted()
        var blocks = openings
        if starts.first != 0 {
            // Nothing may stand before a label, so what does is front matter; other blocks begin earlier.
            if let first = starts.first, let block = openings[first], block.label.isEmpty {
                starts[0] = 0
                blocks[0] = block
            } else {
                starts.insert(0, at: 0)
                blocks[0] = Block(kind: .front, span: TextSpan(0, 0))
            }
        }
        return starts.indices.compactMap { index in
            guard var block = blocks[starts[index]] else { return nil }
            block.span = TextSpan(starts[index], index + 1 < starts.count ? starts[index + 1] : count)
            return block
        }
    }
}
