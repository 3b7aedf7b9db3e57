// Adds up codings in every counting unit, document by document. Knows the rules of counting and nothing of tables.

/// A running count in all units.
package struct Tally: Sendable {
    package private(set) var codings = 0
    package private(set) var passages = 0
    package private(set) var words = 0
    package private(set) var documents = 0
    private var people: Set<String> = []
    private var values: Set<String> = []

    package var participants: Int { people.count }

    package init() {}

    /// Adds codings of one document, none of them twice; each document is added at most once.
    ///
    /// - Parameters:
    ///   - counter: counts the words of the document; without it none are counted.
    ///   - attribute: the attribute whose distinct values are counted, if any.
    mutating func add(_ placed: [PlacedCoding], words counter: inout CodedWords?, attribute: String?) {
        guard !placed.isEmpty else { return }
        documents += 1
        codings += placed.count
        passages += Self.passages(placed)
        words += counter?.count(coveredBy: placed.filter(\.isOnCurrentText).map(\.span)) ?? 0
        add(placed.map(\.voice), attribute: attribute)
    }

    /// Adds a document as a whole: its voices, without codings.
    mutating func add(document voices: [Voice], attribute: String?) {
        guard !voices.isEmpty else { return }
        documents += 1
        add(voices, attribute: attribute)
    }

    /// Adds what there is to code in a document, the denominator of `codings`, `passages` and `words`.
    mutating func add(codings placed: [PlacedCoding], words count: Int) {
        codings += placed.count
        passages += Self.passages(placed)
        words += count
    }

    /// How many different passages some codings of one document have.
    private static func passages(_ placed: [PlacedCoding]) -> Int {
        placed.count == 1 ? 1 : Set(placed.map { Passage(version: $0.coding.anchor.version, span: $0.span) }).count
    }

    /// Adds a count over other documents.
    mutating func add(_ other: Tally) {
        codings += other.codings
        passages += other.passages
        words += other.words
        documents += other.documents
        people.formUnion(other.people)
        values.formUnion(other.values)
    }

    private mutating func add(_ voices: [Voice], attribute: String?) {
        for voice in voices {
            if let participant = voice.participant { people.insert(participant) }
            if let attribute { values.insert(voice.group(by: attribute)) }
        }
    }

    /// The count in a unit; an attribute must be the one that was added.
    package func count(_ unit: CountingUnit) -> Int {
        switch unit {
        case .codings: codings
        case .passages: passages
        case .words: words
        case .documents: documents
        case .participants: people.count
        case .attribute: values.count
        }
    }

    private struct Passage: Hashable {
        let version: VersionTag
        let span: TextSpan
    }
}
