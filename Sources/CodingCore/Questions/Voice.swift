// Who speaks, and in which document: what terms on documents and speakers judge. Knows no text.

/// A document together with one of its speakers, or with nobody in particular.
package struct Voice: Sendable {
    /// What voices of one speaker share: there is one for each passage.
    private final class Contents: Sendable {
        let document: DocumentRecord
        let speaker: String
        let record: SpeakerRecord?

        init(_ document: DocumentRecord, _ speaker: String, _ record: SpeakerRecord?) {
            (self.document, self.speaker, self.record) = (document, speaker, record)
        }
    }

    private let contents: Contents

    package init(_ document: DocumentRecord, speaker: String = "", record: SpeakerRecord? = nil) {
        contents = Contents(document, speaker, record)
    }

    package var document: DocumentRecord { contents.document }
    /// The speaker's name as the turns have it; empty for nobody in particular.
    package var speaker: String { contents.speaker }
    /// The row of `speakers.csv`; nothing for a speaker without one.
    package var record: SpeakerRecord? { contents.record }

    /// The group of a missing attribute.
    package static let none = "(none)"

    /// The value of an attribute: the speaker's where set, else the document's; nothing when neither has it.
    package subscript(attribute: String) -> String? {
        if attribute == "participant" { return participantName }
        return record?.attributes[attribute] ?? document.attributes[attribute]
    }

    /// The group that an attribute puts the voice into; `(none)` for a missing one.
    package func group(by attribute: String) -> String { self[attribute] ?? Self.none }

    /// Who is counted: the participant named in `speakers.csv`, else this speaker of this document; nobody for an
    /// interviewer and for a speaker without a row.
    package var participant: String? {
        guard let record, !record.isInterviewer else { return nil }
        // A blank cannot occur in a document's id, so the two kinds of names never meet.
        return record.participant.isEmpty ? "\(record.document) \(record.speaker)" : record.participant
    }

    private var participantName: String? {
        guard let record, !record.isInterviewer else { return nil }
        return record.participant.isEmpty ? record.speaker : record.participant
    }
}
