// A document's text with its structure and its numbered lines. Knows nothing of codings, files or the screen.

import Synchronization
package import TextMetrics

/// The canonical text of a document together with its blocks and the numbered lines that locators cite.
package struct Transcript: Sendable {
    package let text: CanonicalText
    /// The blocks in text order; together they cover the text without a gap.
    package let blocks: [Block]
    /// The rows of the text wrapped at the study's measure; row 0 is line 1.
    package let lines: LineTable

    /// Takes a text and its blocks, which the reader of the turns has found to cover the text (see `covers`).
    ///
    /// - Parameter measure: the width of a line in terminal columns, from `study.yaml`.
    package init(text: CanonicalText, blocks: [Block], measure: Int) {
        self.text = text
        self.blocks = blocks
        lines = LineTable(text, measure: measure)
    }

    /// Whether the blocks lie edge to edge from the first scalar to the last.
    package static func covers(_ blocks: [Block], scalarCount: Int) -> Bool {
        var next = 0
        for block in blocks {
            guard block.span.start == next, !block.span.isEmpty else { return false }
            next = block.span.end
        }
        return next == scalarCount
    }

    /// The index of the block that holds the scalar at `offset`; the last block for the end of the text.
    package func blockIndex(at offset: Int) -> Int? {
        guard !blocks.isEmpty else { return nil }
        var low = 0
        var high = blocks.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if blocks[middle].span.start <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The blocks that share at least one scalar with `span`; for an empty span the block it stands in.
    package func blocks(touching span: TextSpan) -> ArraySlice<Block> {
        guard let first = blockIndex(at: span.start) else { return [] }
        var last = first
        while last + 1 < blocks.count, blocks[last + 1].span.start < span.end { last += 1 }
        return blocks[first...last]
    }

    /// The speech of the block at `offset` without its label and without the blanks around it.
    package func speech(at offset: Int) -> TextSpan? {
        guard let index = blockIndex(at: offset) else { return nil }
        return text.trimmed(blocks[index].speechSpan)
    }
}

/// The numbered lines of a document: rows of its canonical text wrapped at the study's measure.
///
/// They are found when they are first asked for: what only counts never asks.
package struct LineTable: Sendable {
    private final class Rows: Sendable {
        private let text: CanonicalText
        private let measure: Int
        private let found = Mutex<[TextRow]?>(nil)

        init(_ text: CanonicalText, _ measure: Int) { (self.text, self.measure) = (text, measure) }

        var all: [TextRow] {
            found.withLock { found in
                if let found { return found }
                let rows = wrapRows(text.utf8, columns: measure)
                found = rows
                return rows
            }
        }
    }

    private let found: Rows

    package init(_ text: CanonicalText, measure: Int) { found = Rows(text, measure) }

    /// The rows in text order, half-open in bytes and in scalars.
    package var rows: [TextRow] { found.all }

    /// The number of lines.
    package var count: Int { rows.count }

    /// The line, counted from 1, on which the scalar at `offset` stands.
    package func line(ofScalar offset: Int) -> Int {
        let rows = rows
        var low = 0
        var high = max(rows.count, 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if rows[middle].scalarStart <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The lines, counted from 1, that a span touches; an empty span touches the line it stands on.
    package func lines(of span: TextSpan) -> ClosedRange<Int> {
        let first = line(ofScalar: span.start)
        return first...max(first, line(ofScalar: max(span.start, span.end - 1)))
    }
}
