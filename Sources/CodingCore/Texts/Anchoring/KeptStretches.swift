// What of a text is known to stand in its next version as it was, because a program changed it and not a person. Pure.

/// The stretches of one version of a text that the next one has unchanged.
package struct KeptStretches: Sendable {
    /// The version that they are stretches of.
    package let version: VersionTag
    private var stretches: [(old: TextSpan, start: Int)] = []
    private var replaced: [(old: TextSpan, new: TextSpan)] = []

    package init(of version: VersionTag) { self.version = version }

    /// Adds the next stretch.
    ///
    /// - Parameters:
    ///   - old: its scalars in the older text, after those added before.
    ///   - start: the scalar of the newer text at which it begins.
    package mutating func add(_ old: TextSpan, at start: Int) {
        // Stretches that follow each other in both texts are one, and a passage may lie over them.
        if let last = stretches.last, last.old.end == old.start, last.start + last.old.count == start {
            stretches[stretches.count - 1].old = TextSpan(last.old.start, old.end)
        } else {
            stretches.append((old, start))
        }
    }

    /// Adds words that stand for others, such as a pseudonym for a name.
    ///
    /// - Parameters:
    ///   - old: the scalars in the older text, after those added before.
    ///   - new: the scalars in the newer text.
    package mutating func add(_ old: TextSpan, replacedBy new: TextSpan) {
        replaced.append((old, new))
    }

    /// Where a passage that holds replaced words is: it begins and ends in what is kept, or where replaced words do.
    package func placeOverReplaced(_ span: TextSpan) -> TextSpan? {
        guard replaced.contains(where: { $0.old.start < span.end && span.start < $0.old.end }), !span.isEmpty,
            let start = edge(of: TextSpan(span.start, span.start + 1), isStart: true),
            let end = edge(of: TextSpan(span.end - 1, span.end), isStart: false), start < end
        else { return nil }
        return TextSpan(start, end)
    }

    /// Where the first or last scalar of a passage begins or ends.
    private func edge(of scalar: TextSpan, isStart: Bool) -> Int? {
        if let place = place(of: scalar) { return isStart ? place.start : place.end }
        guard let new = replaced.first(where: { $0.old.contains(scalar) })?.new else { return nil }
        return isStart ? new.start : new.end
    }

    /// Where a passage of the older text is, if it lies in one stretch; half-open, in scalars.
    package func place(of span: TextSpan) -> TextSpan? {
        guard let (old, start) = stretches.first(where: { $0.old.contains(span) }) else { return nil }
        return TextSpan(start + span.start - old.start, start + span.end - old.start)
    }
}
