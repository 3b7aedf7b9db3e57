// How often and how lately codes were used: the order of the picker before anything is typed, and the digit slots.

import CodingCore

/// The uses of codes in a study, seen by one coder.
struct CodeUses {
    /// A digit and the code behind it.
    struct Slot: Equatable {
        /// 1 to 9.
        let digit: Int
        let code: CodeID
    }

    /// The coder's own codings' codes in the order of making.
    private var own: [CodeID] = []
    private var codesBySlot: [Int: CodeID] = [:]

    static let digits = 1...9

    /// - Parameter assigned: the codes that the coder put on digits; the other digits fill in order of first use.
    init(study: Study, coder: CoderID, assigned: [Int: CodeID] = [:]) {
        for (digit, code) in assigned where Self.digits.contains(digit) {
            codesBySlot[digit] = study.codebook.resolve(code)
        }
        for coding in study.codings.filter({ $0.coder == coder }).sorted(by: { $0.id < $1.id }) {
            remember(study.codebook.resolve(coding.code))
        }
    }

    /// The slots that are taken, by digit; never reshuffled.
    var slots: [Slot] { codesBySlot.sorted { $0.key < $1.key }.map { Slot(digit: $0.key, code: $0.value) } }

    /// The code behind a digit.
    func code(on digit: Int) -> CodeID? { codesBySlot[digit] }

    /// The code that the coder used last.
    var latest: CodeID? { own.last }

    /// Takes in one more use by the coder.
    mutating func remember(_ code: CodeID) {
        own.append(code)
        if !codesBySlot.values.contains(code) { putOnFreeSlot(code) }
    }

    /// Forgets a code that is no longer in the codebook; its digit is free again.
    mutating func forget(_ code: CodeID) {
        own.removeAll { $0 == code }
        for (digit, lying) in codesBySlot where lying == code { codesBySlot[digit] = nil }
    }

    /// Puts a code on a digit. The code that lay there takes the lowest free digit, if one is free.
    ///
    /// - Returns: the code that lay there.
    @discardableResult
    mutating func assign(_ code: CodeID, to digit: Int) -> CodeID? {
        guard codesBySlot[digit] != code else { return nil }
        for (old, lying) in codesBySlot where lying == code { codesBySlot[old] = nil }
        let displaced = codesBySlot.updateValue(code, forKey: digit)
        if let displaced { putOnFreeSlot(displaced) }
        return displaced
    }

    private mutating func putOnFreeSlot(_ code: CodeID) {
        if let free = Self.digits.first(where: { codesBySlot[$0] == nil }) { codesBySlot[free] = code }
    }

    /// The codes that a coder gave last, all those of one passage that were given at the same time.
    static func givenLast(in study: Study, by coder: CoderID) -> [CodeID] {
        let own = study.codings.filter { $0.coder == coder }
        guard let last = own.max(by: { $0.id < $1.id }) else { return [] }
        let beside = own.filter {
            $0.document == last.document && $0.span == last.span && $0.codedAt == last.codedAt
        }
        return beside.sorted { $0.id < $1.id }.map(\.code)
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
