// Finding what a person means by a few letters. The letters must occur in order; where they fall decides the score.
import TextMetrics

/// How well a candidate answers a query, and where.
package struct FuzzyMatch: Hashable, Sendable {
    /// Higher is better; comparable between candidates of one query.
    package let score: Int
    /// The matched characters of the candidate, counted from 0, in order.
    package let positions: [Int]

    private static let matchPoints = 16
    private static let followPoints = 14
    private static let wordStartPoints = 12
    private static let textStartPoints = 8
    private static let wholePoints = 40
    private static let gapStart = 3
    /// Longer candidates are matched in their beginning only, so that one keystroke stays fast.
    private static let longestCandidate = 400

    /// Matches a query against a candidate, blind to case and to marks on Latin letters.
    ///
    /// Words of the query may come in any order; the letters of each must occur in the candidate in order. Letters that
    /// follow each other, begin a word or begin the text count more. An empty query matches everything with score 0.
    /// - Returns: nil if a word of the query does not occur.
    /// - Complexity: O(query × candidate).
    package static func score(_ query: String, _ candidate: String) -> FuzzyMatch? {
        let letters = foldedLetters(candidate.prefix(longestCandidate))
        let isStart = wordStarts(candidate.prefix(longestCandidate))
        var (score, positions) = (0, Set<Int>())
        for word in query.split(separator: " ") {
            guard let match = align(foldedLetters(word), letters, isStart) else { return nil }
            score += match.score
            positions.formUnion(match.positions)
        }
        if positions.count == letters.count, !letters.isEmpty { score += wholePoints }
        return FuzzyMatch(score: score, positions: positions.sorted())
    }

    /// The candidates that match, best first; equal ones in the order they came.
    package static func ranked(_ query: String, _ candidates: [String]) -> [(index: Int, match: FuzzyMatch)] {
        let found = candidates.enumerated().compactMap { index, candidate in
            score(query, candidate).map { (index: index, match: $0) }
        }
        return found.sorted { ($1.match.score, $0.index) < ($0.match.score, $1.index) }
    }

    private static func foldedLetters(_ text: some StringProtocol) -> [Unicode.Scalar] {
        text.map { LatinFold.fold($0.unicodeScalars.first ?? " ") }
    }

    /// For every character whether a word begins with it: after something that is no letter, or a capital after a small.
    private static func wordStarts(_ text: some StringProtocol) -> [Bool] {
        var previous: Character = " "
        return text.map { character in
            defer { previous = character }
            let isInWord = previous.isLetter || previous.isNumber
            return !isInWord || (character.isUppercase && previous.isLowercase)
        }
    }

    /// The best way to lay a word over the letters: a table of the best score with each letter as the latest match.
    private static func align(
        _ word: [Unicode.Scalar],
        _ letters: [Unicode.Scalar],
        _ isStart: [Bool]
    ) -> (score: Int, positions: [Int])? {
        guard !word.isEmpty, word.count <= letters.count else { return word.isEmpty ? (0, []) : nil }
        /// For every wanted letter and place: the best score, and the place of the letter before.
        var table: [[(score: Int, before: Int)?]] = []
        for (number, wanted) in word.enumerated() {
            let above = table.last
            var row: [(score: Int, before: Int)?] = Array(repeating: nil, count: letters.count)
            var reach: (score: Int, before: Int)?  // the best earlier match, less the gap up to here
            for place in letters.indices {
                if number > 0, place > 1, let far = above?[place - 2], far.score - gapStart > reach?.score ?? Int.min {
                    reach = (far.score - gapStart, place - 2)
                }
                if letters[place] == wanted {
                    let points = matchPoints + (isStart[place] ? wordStartPoints : 0)
                    if number == 0 {
                        row[place] = (points + (place == 0 ? textStartPoints : 0), -1)
                    } else {
                        row[place] = best(points, adjacent: place > 0 ? above?[place - 1] : nil, place, reach)
                    }
                }
                reach = reach.map { ($0.score - 1, $0.before) }
            }
            table.append(row)
        }
        return trace(table)
    }

    /// The better of following the letter before directly and of reaching back over a gap.
    private static func best(
        _ points: Int,
        adjacent: (score: Int, before: Int)?,
        _ place: Int,
        _ reach: (score: Int, before: Int)?
    ) -> (score: Int, before: Int)? {
        let direct = adjacent.map { ($0.score + points + followPoints, place - 1) }
        let far = reach.map { ($0.score + points, $0.before) }
        guard let direct else { return far.map { ($0.0, $0.1) } }
        guard let far, far.0 > direct.0 else { return direct }
        return far
    }

    /// Walks back from the best end; of equal ends the first.
    private static func trace(_ table: [[(score: Int, before: Int)?]]) -> (score: Int, positions: [Int])? {
        guard let last = table.last else { return nil }
        var end: (place: Int, score: Int)?
        for (place, entry) in last.enumerated() {
            if let entry, entry.score > end?.score ?? Int.min { end = (place, entry.score) }
        }
        guard let end else { return nil }
        var (positions, place) = ([Int](), end.place)
        for row in table.reversed() {
            positions.append(place)
            place = row[place]?.before ?? -1
        }
        return (end.score, positions.reversed())
    }
}
