// How two passages of one document stand to each other. Knows spans and turns; nothing of codes.

/// An operator of the query language between two codings.
enum CodingRelation: Hashable, Sendable {
    /// At least one scalar in common.
    case overlaps
    /// The first lies in the second, or they are the same.
    case within
    /// The first ends where the second begins, or before.
    case before
    /// At most so many turns lie from one to the other; 0 is the same turn.
    case near(turns: Int)

    /// - Parameters:
    ///   - a: the passage of the coding in question.
    ///   - b: another passage of the same text.
    func holds(between a: TextSpan, and b: TextSpan, in transcript: Transcript) -> Bool {
        switch self {
        case .overlaps: a.overlaps(b)
        case .within: b.start <= a.start && a.end <= b.end
        case .before: a.end <= b.start
        case .near(let turns): Self.turns(from: a, to: b, in: transcript, upTo: turns) <= turns
        }
    }

    /// How many turns further one begins than the other ends; counted no further than needed.
    private static func turns(from a: TextSpan, to b: TextSpan, in transcript: Transcript, upTo limit: Int) -> Int {
        if a.overlaps(b) { return 0 }
        let (first, second) = a.start < b.start ? (a, b) : (b, a)
        guard let from = transcript.blockIndex(at: max(first.start, first.end - 1)),
            let to = transcript.blockIndex(at: second.start), from < to
        else { return 0 }
        var count = 0
        for block in from + 1...to where transcript.blocks[block].kind != .front {
            count += 1
            if count > limit { break }
        }
        return count
    }
}
