// How often and how lately codes were used: the order of the picker before anything is typed, and the digit slots.

import CodingCore

/// The uses of codes in a study, seen by one coder.
struct CodeUses {
    /// How many codings of the study carry a code, all coders taken together.
    private(set) var counts: [CodeID: Int] = [:]
    /// The coder's own codings' codes in the order of making.
    private var own: [CodeID] = []
    /// The codes behind the digits 1 to 9, in order of first use; never reshuffled.
    private(set) var slots: [CodeID] = []

    private static let slotCount = 9

    init(study: Study, coder: CoderID) {
        for coding in study.codings { counts[study.codebook.resolve(coding.code), default: 0] += 1 }
        for coding in study.codings.filter({ $0.coder == coder }).sorted(by: { $0.id < $1.id }) {
            remember(study.codebook.resolve(coding.code))
        }
    }

    /// Takes in one more use by the coder.
    mutating func add(_ code: CodeID) {
        counts[code, default: 0] += 1
        remember(code)
    }

    /// Takes one use away, after an uncode or an undo.
    mutating func remove(_ code: CodeID) {
        counts[code] = max(0, (counts[code] ?? 0) - 1)
    }

    private mutating func remember(_ code: CodeID) {
        own.append(code)
        if slots.count < Self.slotCount, !slots.contains(code) { slots.append(code) }
    }

    /// How close at hand a code should be: each own use counts less the more uses followed it.
    func frecency() -> [CodeID: Double] {
        var scores: [CodeID: Double] = [:]
        for (age, code) in own.reversed().enumerated() { scores[code, default: 0] += 1 / (1 + Double(age) / 8) }
        return scores
    }
}
