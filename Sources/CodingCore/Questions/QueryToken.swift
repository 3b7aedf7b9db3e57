// A query cut into brackets, words and terms. Knows where each stands; knows nothing of what names mean.

/// One piece of a query.
struct QueryToken: Hashable {
    enum Kind: Hashable {
        case open, close
        /// A word by itself: `and`, `or`, `not`, or a mistake.
        case word(String)
        /// `name:value`, with what stands between them and how the value was written.
        case term(name: String, comparison: QueryComparison, value: String, form: ValueForm)
        case end
    }

    enum ValueForm: Hashable { case plain, quoted, pattern }

    let kind: Kind
    /// The first scalar of the piece in the query, from 0.
    let offset: Int
    /// The first scalar of a term's value; `offset` for other pieces.
    let valueOffset: Int
    /// The piece as it was written.
    let written: String
}

/// How a term compares.
package enum QueryComparison: String, Hashable, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case more = ">"
    case less = "<"
    case equal = "="

    /// Whether it holds between a value, on the left, and the wanted one.
    package func holds(_ isBelow: Bool, _ isEqual: Bool) -> Bool {
        switch self {
        case .atLeast: !isBelow
        case .atMost: isBelow || isEqual
        case .more: !isBelow && !isEqual
        case .less: isBelow
        case .equal: isEqual
        }
    }
}
