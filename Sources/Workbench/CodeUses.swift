// How often and how lately codes were used: the order of the picker before anything is typed, and the digit slots.

import CodingCore

/// The uses of codes in a study, seen by one coder.
struct CodeUses {
    /// The coder's own codings' codes in the order of making.
    private var own: [CodeID] = []
    /// The codes behind the digits 1 to 9, in order of first use; never reshuffled.
    private(set) var slots: [CodeID] = []

    private static let slotCount = 9

    init(study: Study, coder: CoderID) {
        for coding in study.codings.filter({ $0.coder == coder }).sorted(by: { $0.id < $1.id }) {
            remember(study.codebook.resolve(coding.code))
        }
    }

    /// Takes in one more use by the coder.
    mutating func remember(_ code: CodeID) {
        own.append(code)
        if slots.count < Self.slotCount, !slots.contains(code) { slots.append(code) }
    }

    /// How many codings of a study carry each code, all coders taken together.
    static func counts(in study: Study) -> [CodeID: Int] {
        let asWritten = study.codings.reduce(into: [CodeID: Int]()) { $0[$1.code, default: 0] += 1 }
        return Dictionary(asWritten.map { (study.codebook.resolve($0.key), $0.value) }, uniquingKeysWith: +)
    }

    /// How close at hand a code should be: each own use counts less the more uses followed it.
    func frecency() -> [CodeID: Double] {
        var scores: [CodeID: Double] = [:]
        for (age, code) in own.reversed().enumerated() { scores[code, default: 0] += 1 / (1 + Double(age) / 8) }
        return scores
    }
}
