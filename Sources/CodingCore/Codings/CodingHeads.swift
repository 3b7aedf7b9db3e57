// Which operations give a coding its values. Knows identifiers only.

/// The operations in force that give each field of a coding its value, and those that end or keep the coding.
///
/// Nearly every field of nearly every coding has the operation that made the coding as its one head, so only the others
/// are stored.
package struct CodingHeads: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// The operation that made the coding; nothing for a coding that no log made.
    private let first: Identifier?
    /// The fields whose heads are others.
    private var others: [CodingField: [Identifier]] = [:]

    /// The heads of a coding that nothing has changed.
    package init(madeBy first: Identifier) {
        self.first = first
    }

    /// Heads without an operation that made the coding.
    package init(dictionaryLiteral elements: (CodingField, [Identifier])...) {
        first = nil
        others = Dictionary(elements, uniquingKeysWith: { first, _ in first })
    }

    /// The heads of a field in ascending order; nothing for a field that has none.
    package subscript(field: CodingField) -> [Identifier]? {
        get {
            if let heads = others[field] { return heads }
            return field == .whole ? nil : first.map { [$0] }
        }
        set {
            // One way only to say the same, so that equal heads are equal values.
            let isUsual = field != .whole && newValue == first.map { [$0] }
            others[field] = isUsual ? nil : newValue
        }
    }

    /// Every head of every field, each once, in ascending order.
    package var all: [Identifier] {
        guard !others.isEmpty else { return first.map { [$0] } ?? [] }
        return Set(CodingField.allCases.compactMap { self[$0] }.joined()).sorted()
    }
}
