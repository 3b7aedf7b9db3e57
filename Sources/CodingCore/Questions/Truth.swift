// Three-valued logic (Kleene's strong tables), so that one query can be asked of a document before its codings are known.

/// How far an answer is settled by what is known.
package enum Truth: Int, Hashable, Sendable {
    case no, maybe, yes

    package init(_ answer: Bool) { self = answer ? .yes : .no }

    package static prefix func ! (a: Truth) -> Truth {
        switch a {
        case .no: .yes
        case .maybe: .maybe
        case .yes: .no
        }
    }

    /// The lesser of two answers.
    package static func && (a: Truth, b: Truth) -> Truth { a.rawValue < b.rawValue ? a : b }

    /// The greater of two answers.
    package static func || (a: Truth, b: Truth) -> Truth { a.rawValue > b.rawValue ? a : b }
}
