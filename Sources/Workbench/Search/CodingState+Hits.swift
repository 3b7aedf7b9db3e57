// The places where the words looked for stand in the document, and how the cursor goes from one to the next.

import CodingCore
import TextMetrics

extension CodingState {
    /// Where a reader is: what a search that is given up goes back to.
    struct View {
        fileprivate let cursor: Int
        fileprivate let topmost: Int
        fileprivate let selection: Selection?
        fileprivate let growth: [Selection]
        fileprivate let hits: [TextSpan]
    }

    /// Where the reader is now.
    var view: View {
        View(cursor: cursor, topmost: topmostScalar, selection: selection, growth: growth, hits: hits)
    }

    /// Goes back to where the reader was, in a window that may have another size by now.
    mutating func goBack(to view: View) {
        cursor = view.cursor
        selection = view.selection
        growth = view.growth
        hits = view.hits
        goalColumn = nil
        top = rows.row(ofScalar: view.topmost)
        keepCursorInWindow()
    }

    /// The first scalar in the window.
    var topmostScalar: Int { rows.rows.indices.contains(top) ? rows.rows[top].scalarStart : 0 }

    /// Looks for a phrase in the whole document.
    mutating func find(_ pattern: SearchPattern) { hits = pattern.occurrences(in: transcript.text) }

    /// The hits that share a scalar with a span.
    func hits(touching span: TextSpan) -> ArraySlice<TextSpan> {
        let first = hits.partition { $0.end > span.start }
        let last = hits.partition { $0.start >= span.end }
        return hits[first..<max(first, last)]
    }

    /// Puts the cursor on a hit after the cursor, or before it; from the end of the text the search goes on at the top.
    ///
    /// A selection takes a hit after its resting end in as a whole.
    /// - Returns: the hit, counted from 0, and whether the search went on from the other end; nothing without hits.
    mutating func goToHit(forward: Bool, times: Int) -> (hit: Int, wraps: Bool)? {
        guard !hits.isEmpty else { return nil }
        let next: Int
        if forward {
            next = hits.partition { landing(on: $0) > cursor } + times - 1
        } else {
            next = hits.partition { landing(on: $0) >= cursor } - times
        }
        let hit = (next % hits.count + hits.count) % hits.count
        move(to: landing(on: hits[hit]))
        return (hit, next != hit)
    }

    private func landing(on hit: TextSpan) -> Int {
        guard let selection, hit.end - 1 > selection.anchor else { return hit.start }
        return max(rows.start(ofClusterAt: hit.end - 1), hit.start)
    }
}

extension Array {
    /// The index of the first element that fulfils a condition which, from some element on, all fulfil.
    fileprivate func partition(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
