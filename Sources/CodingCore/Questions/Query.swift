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
        /// Holds for a coding that the first takes and that stands so to a coding of the same coder that the second takes.
        case related(Expression, CodingRelation, Expression)
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

    /// Whether a term is about the speaker of a passage.
    var asksWhoSpeaks: Bool {
        expression.contains { term in
            switch term {
            case .speaker, .attribute(_, ofSpeakers: true, _, _): true
            default: false
            }
        }
    }

    /// Whether the answer on a coding hangs on the codings around it.
    var hasRelations: Bool { expression.hasRelations }

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
        case .related(let inner, let relation, let other): judge(facts, inner, relation, other)
        case .all(let parts): parts.reduce(.yes) { $0 && $1.judge(facts) }
        case .any(let parts): parts.reduce(.no) { $0 || $1.judge(facts) }
        }
    }

    func contains(_ wanted: (QueryTerm) -> Bool) -> Bool {
        switch self {
        case .term(let term): wanted(term)
        case .not(let inner): inner.contains(wanted)
        case .related(let inner, _, let other): inner.contains(wanted) || other.contains(wanted)
        case .all(let parts), .any(let parts): parts.contains { $0.contains(wanted) }
        }
    }
}

extension Query.Expression {
    fileprivate var hasRelations: Bool {
        switch self {
        case .term: false
        case .related: true
        case .not(let inner): inner.hasRelations
        case .all(let parts), .any(let parts): parts.contains(where: \.hasRelations)
        }
    }

    /// Judges a relation; its second side is asked only of codings that stand so to the coding in question.
    private func judge(_ facts: QueryFacts, _ inner: Self, _ relation: CodingRelation, _ other: Self) -> Truth {
        let answer = inner.judge(facts)
        if answer == .no { return .no }
        guard let around = facts.around, let coding = facts.coding, let transcript = around.transcript else {
            return .maybe
        }
        let isRelated = around.codings.contains { peer in
            guard peer.isOnCurrentText, peer.coding.coder == coding.coder, peer.coding.id != coding.id,
                relation.holds(between: coding.span, and: peer.span, in: transcript)
            else { return false }
            var facts = QueryFacts(document: facts.document, voice: peer.voice, code: peer.code, coding: peer.coding)
            facts.words = transcript.text.string(in: peer.span)
            facts.around = around
            return other.judge(facts) == .yes
        }
        return isRelated ? answer : .no
    }
}

/// The codings among which a coding stands.
struct CodingsAround {
    /// All of the document, whatever the query takes.
    let codings: [PlacedCoding]
    /// Nothing where the text cannot be read, or the coding is on an older one.
    let transcript: Transcript?
}

/// What is known when a query is asked; a missing fact leaves the terms about it open.
struct QueryFacts {
    var document: DocumentRecord?
    /// The speaker, once the passage is known.
    var voice: Voice?
    var code: CodeID?
    var coding: Coding?
    /// The words of the passage.
    var words: String?
    /// The other codings of the document.
    var around: CodingsAround?
}
