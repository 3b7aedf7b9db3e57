// What is wrong with a query and where. Knows nothing of how it is shown.

import TextMetrics

/// A query that cannot be understood, or that names what the study does not have.
package struct QueryError: Error, Hashable, Sendable {
    package let source: String
    /// The scalar of `source` at which the trouble begins, from 0; its length when something is missing at the end.
    package let offset: Int
    /// One sentence: what was found, what was expected.
    package let problem: String

    package init(source: String, offset: Int, problem: String) {
        self.source = source
        self.offset = offset
        self.problem = problem
    }

    /// The column for people, counted from 1 in scalars of the query.
    package var column: Int { offset + 1 }
}

extension QueryError: CustomStringConvertible {
    /// The sentence, then the query, then a line with a caret under the place.
    package var description: String { sentence(about: "the query") }

    /// The sentence about what was typed, by its name; then what was typed, then a line with a caret under the place.
    package func sentence(about what: String) -> String {
        "\(what), column \(column): \(problem)\n  \(shownSource)\n  \(caretLine)"
    }

    /// The query on one line: every control character is a blank.
    private var shownSource: String {
        String(String.UnicodeScalarView(source.unicodeScalars.map { Self.isControl($0) ? " " : $0 }))
    }

    private var caretLine: String {
        let before = String(String.UnicodeScalarView(source.unicodeScalars.prefix(offset)))
        return String(repeating: " ", count: displayWidth(of: before)) + "^"
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }
}
