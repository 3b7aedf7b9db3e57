// A stretch of a document's canonical text. Knows numbers only, never the text itself.

/// A half-open range of Unicode scalars, `start..<end`, in a document's canonical text.
package struct TextSpan: Hashable, Sendable {
    /// The first scalar inside, counted from 0.
    package let start: Int
    /// The first scalar outside; never below `start`.
    package let end: Int

    /// Makes a span; the caller vouches that `start` is not negative and `end` is not below it.
    package init(_ start: Int, _ end: Int) {
        precondition(start >= 0 && start <= end, "a span starts at 0 or later and ends where it starts or later")
        self.start = start
        self.end = end
    }

    /// Makes a span from figures of the outside world, or nothing when they are out of order.
    package init?(checking start: Int, _ end: Int) {
        guard start >= 0, start <= end else { return nil }
        self.init(start, end)
    }

    /// How many scalars lie inside.
    package var count: Int { end - start }

    /// Whether no scalar lies inside.
    package var isEmpty: Bool { start == end }

    /// Whether the scalar at `offset` lies inside.
    package func contains(_ offset: Int) -> Bool { offset >= start && offset < end }

    /// Whether every scalar of `other` lies inside.
    package func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

    /// Whether at least one scalar lies in both spans.
    package func overlaps(_ other: TextSpan) -> Bool {
        max(start, other.start) < min(end, other.end)
    }

    /// The scalars that lie in both spans, or nothing.
    package func intersection(_ other: TextSpan) -> TextSpan? {
        let from = max(start, other.start)
        let to = min(end, other.end)
        return from < to ? TextSpan(from, to) : nil
    }
}

extension TextSpan: Comparable {
    /// Text order: the earlier start first, then the earlier end.
    package static func < (a: TextSpan, b: TextSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

extension TextSpan: CustomStringConvertible {
    package var description: String { "\(start)-\(end)" }
}
