// How two spellings of a label are known to mean one speaker.

/// A label with case, blanks and the gap before a number folded away.
struct SpeakerKey: Hashable, Sendable {
    /// The label in lower case, without the digits at its end.
    let word: String
    /// The digits at the end, leading zeros kept; empty when the number only counts questions.
    let digits: String

    /// Folds a name as `LabelCandidate` gives it: `Interviewer1`, `interviewer 1` and `INTERVIEWER 1` are one.
    ///
    /// - Parameter isPerson: whether a number after `A` or `Q` is known to name a person (`A03`) and not to count.
    init(_ name: String, isPerson: Bool = false) {
        let folded = name.lowercased()
        let tail = folded.reversed().prefix { ("0"..."9").contains($0) }
        let head = String(folded.dropLast(tail.count))
        let trimmed = head.last == " " ? String(head.dropLast()) : head
        if trimmed.isEmpty {
            (word, digits) = (folded, "")
        } else {
            (word, digits) = (
                trimmed, RoleWords.isQuestionOrAnswer(trimmed) && !isPerson ? "" : String(tail.reversed())
            )
        }
    }

    /// The whole label, folded.
    var folded: String { digits.isEmpty ? word : "\(word) \(digits)" }
}
