// What only a person can say about codings of the open document: which of two values holds, and where a passage is after
// the text was revised. Values only.

import CodingCore
import TextMetrics

/// Something about one coding that waits for a person.
enum OpenQuestion: Equatable {
    /// Two changes that did not know of one another.
    case dispute(Dispute)
    /// A passage that was guessed, is gone, or stands on an older text.
    case passage(PassageQuestion)

    /// A way to answer.
    enum Answer: Equatable {
        case take(Dispute.Choice)
        case accept
        case refuse
        /// The passage is the one that is selected.
        case place(TextSpan)
        case letGo
    }

    var coding: Coding {
        switch self {
        case .dispute(let dispute): dispute.coding
        case .passage(let question): question.coding
        }
    }

    /// The passage to look at while answering, where the text as it is now has one.
    func passage(in version: VersionTag) -> TextSpan? {
        let anchor: Anchor? =
            switch self {
            case .dispute(let dispute): dispute.coding.anchor
            case .passage(let question): question.proposed
            }
        return anchor?.version == version ? anchor?.span : nil
    }

    /// The ways to answer.
    ///
    /// - Parameter selected: the words that were selected when the question was asked.
    func answers(selected: TextSpan?) -> [Answer] {
        let placed = selected.map { [Answer.place($0)] } ?? []
        switch self {
        case .dispute(let dispute): return dispute.choices.map(Answer.take)
        case .passage(let question):
            switch question.kind {
            case .guess: return [.accept] + placed + [.refuse, .letGo]
            case .orphan, .olderText: return placed + [.letGo]
            }
        }
    }
}

extension CodingState {
    /// What waits for a person in this document: disputes first, then guesses, orphans and passages of older texts.
    var questions: [OpenQuestion] {
        let disputes = ledger.disputes.filter { $0.coding.document == document.uuid }
        let passages = PassageQuestion.all(allCodings, now: version)
        return disputes.map(OpenQuestion.dispute) + passages.map(OpenQuestion.passage)
    }
}
