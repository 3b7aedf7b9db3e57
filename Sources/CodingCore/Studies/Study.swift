// A whole study as values: what the files say at one moment. Texts are handed over one by one, on demand.

/// Everything that questions and screens need to know of a study but for the texts.
package struct Study: Sendable {
    package var settings: StudySettings
    /// In natural order of their ids.
    package var documents: [DocumentRecord]
    package var speakers: [SpeakerRecord]
    package var codebook: Codebook
    /// In natural order of their ids.
    package var themes: [Theme] = []
    /// The saved queries by their names, as they were written.
    package var queries: [String: String] = [:]
    /// Every coding in force, all coders, grouped by document in the documents' order, each group in text order.
    package var codings: [Coding]
    /// What a person has to settle, in the order of the codings.
    package var disputes: [Dispute]

    package init(
        settings: StudySettings,
        documents: [DocumentRecord] = [],
        speakers: [SpeakerRecord] = [],
        codebook: Codebook = .empty,
        codings: [Coding] = [],
        disputes: [Dispute] = []
    ) {
        self.settings = settings
        self.documents = documents
        self.speakers = speakers
        self.codebook = codebook
        self.codings = codings
        self.disputes = disputes
    }

    /// What finding a document by name can come to.
    package enum Lookup: Sendable {
        case found(DocumentRecord)
        case unknown(nearest: [DocumentID])
        case ambiguous([DocumentID])
    }

    /// Finds a document by its id or by a last component that only one document has.
    package func document(named name: String) -> Lookup {
        if let exact = documents.first(where: { $0.id.description.utf8.elementsEqual(name.utf8) }) {
            return .found(exact)
        }
        if let alike = documents.first(where: { $0.id.description == name }) { return .found(alike) }
        let short = documents.filter { $0.id.lastComponent == name }
        if let only = short.first, short.count == 1 { return .found(only) }
        if short.count > 1 { return .ambiguous(short.map(\.id)) }
        let wanted = name.lowercased()
        return .unknown(nearest: documents.map(\.id).filter { $0.description.lowercased().contains(wanted) })
    }

    /// The name of a document in locators: its last component where that is unique, else its id.
    package func shortName(of id: DocumentID) -> String {
        let last = id.lastComponent
        return documents.count { $0.id.lastComponent == last } == 1 ? last : id.description
    }

    /// The speakers of one document.
    package func speakers(of id: DocumentID) -> [SpeakerRecord] { speakers.filter { $0.document == id } }

    /// The locator of a passage, such as `B07:214–219`, or `B07:214` on one line.
    package func locator(_ id: DocumentID, lines: ClosedRange<Int>) -> String {
        Self.locator(named: shortName(of: id), lines: lines)
    }

    /// The locator of a passage of a document whose short name is known.
    package static func locator(named name: String, lines: ClosedRange<Int>) -> String {
        "\(name):" + (lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)")
    }
}
