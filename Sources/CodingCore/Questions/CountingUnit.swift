// What a table counts. The rules are PRODUCT.md's "Counting".

/// The unit of a count.
package enum CountingUnit: Hashable, Sendable, CustomStringConvertible {
    /// One coder, one code, one passage.
    case codings
    /// Distinct passages: document, start, end.
    case passages
    /// Words covered, overlaps once, labels left out.
    case words
    case documents
    /// Participants, interviewers left out.
    case participants
    /// Distinct values of an attribute, such as `study_id`; a missing one is the group `(none)`.
    case attribute(String)

    /// The units that have a name of their own.
    package static let named: [CountingUnit] = [.codings, .passages, .words, .documents, .participants]

    package var description: String {
        switch self {
        case .codings: "codings"
        case .passages: "passages"
        case .words: "words"
        case .documents: "documents"
        case .participants: "participants"
        case .attribute(let name): name
        }
    }

    /// What one is, for the foot of a table.
    package var rule: String {
        switch self {
        case .codings: "coding (one coder, one code, one passage)"
        case .passages: "distinct passage"
        case .words: "word covered, overlaps once, speaker labels left out"
        case .documents: "document with ≥ 1 passage"
        case .participants: "participant with ≥ 1 passage, interviewers left out"
        case .attribute(let name): "\(name) with ≥ 1 passage"
        }
    }
}
