// A question about a study, as PRODUCT.md's query language states it, and what it says of documents and codings.

/// A query that was understood and whose names are known to the study.
package struct Query: Sendable {
    /// The query as the person wrote it, without blanks around it; empty when it asks for everything.
    package let source: String
    /// Sentences about what the query names and the study has nowhere, such as a value no document has.
    package let remarks: [String]
    let expression: Expression

    /// An expression over terms.
    indirect enum Expression: Hashable, Sendable {
        case term(QueryTerm)
        case not(Expression)
        /// Holds when all hold; an empty one always does.
        case all([Expression])
        case any([Expression])
    }

    /// The query that takes everything.
    package static let everything = Query(source: "", remarks: [], expression: .all([]))

    private init(source: String, remarks: [String], expression: Expression) {
        self.source = source
        self.remarks = remarks
        self.expression = expression
    }

    /// Understands a query.
    ///
    /// - Throws: where it goes wrong and what was expected there.
    package init(_ source: String, in study: Study) throws(QueryError) {
        let parsed = try QueryParser.parse(source, QueryVocabulary(study))
        self.init(source: Self.trimmed(source), remarks: parsed.remarks, expression: parsed.expression)
    }

    private static func trimmed(_ source: String) -> String {
        let text = CanonicalText(source)
        return text.string(in: text.trimmed(text.wholeSpan))
    }

    /// What the query says, as far as the facts settle it.
    func judge(_ facts: QueryFacts) -> Truth { expression.judge(facts) }

    /// Whether a term names this speaker.
    func names(speaker: String) -> Bool {
        expression.contains { if case .speaker(let name) = $0 { name == foldedForSearch(speaker) } else { false } }
    }
}

extension Query.Expression {
    func judge(_ facts: QueryFacts) -> Truth {
        switch self {
        case .term(let term): term.judge(facts)
        case .not(let inner): !inner.judge(facts)
        case .all(let parts): parts.reduce(.yes) { $0 && $1.judge(facts) }
        case .any(let parts): parts.reduce(.no) { $0 || $1.judge(facts) }
        }
    }

    func contains(_ wanted: (QueryTerm) -> Bool) -> Bool {
        switch self {
        case .term(let term): wanted(term)
        case .not(let inner): inner.contains(wanted)
        case .all(let parts), .any(let parts): parts.contains { $0.contains(wanted) }
        }
    }
}

/// What is known when a query is asked; a missing fact leaves the terms about it open.
struct QueryFacts {
    var document: DocumentRecord?
    /// The speaker, once the passage is known.
    var voice: Voice?
    var code: CodeID?
    var coding: Coding?
    /// The words of the passage, folded for search.
    var words: String?
}
