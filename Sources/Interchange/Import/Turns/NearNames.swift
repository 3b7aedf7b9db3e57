// Speakers whose names are nearly one: `GEORG` beside `GEORGE`. Proposed, never merged unasked. Pure.

import CodingCore

extension ImportFindings.NearNames {
    /// Pairs of speakers whose names differ in one letter or in the order of two, the rarer one first.
    ///
    /// Names that differ in a figure only, as `P1` and `P2`, are two people; short names are not compared.
    ///
    /// - Parameter maybes: labels that are no speakers yet, and may be a speaker's misspelt.
    static func all(among speakers: [IncomingSpeaker], and maybes: [ImportFindings.Label]) -> [Self] {
        var pairs: [Self] = []
        for maybe in maybes.prefix(200) {
            for speaker in speakers where areNear(maybe.name, speaker.name) {
                pairs.append(Self(rare: maybe.name, common: speaker.name))
            }
        }
        for (index, one) in speakers.enumerated() {
            for other in speakers[(index + 1)...] {
                let (rare, common) = one.turns <= other.turns ? (one, other) : (other, one)
                guard rare.turns * 5 <= common.turns, areNear(rare.name, common.name) else { continue }
                pairs.append(Self(rare: rare.name, common: common.name))
            }
        }
        return pairs
    }

    private static func areNear(_ one: String, _ other: String) -> Bool {
        let a = Array(one.lowercased()), b = Array(other.lowercased())
        guard min(a.count, b.count) >= 4, abs(a.count - b.count) <= 1, a != b else { return false }
        let head = zip(a, b).prefix { $0 == $1 }.count
        let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let restA = a[head..<(a.count - tail)], restB = b[head..<(b.count - tail)]
        let isSwapped = restA.count == 2 && restB.elementsEqual(restA.reversed())
        return (restA.count <= 1 && restB.count <= 1 || isSwapped) && !(restA + restB).contains { $0.isNumber }
    }
}
