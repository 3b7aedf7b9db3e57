// From tokens to an expression: `not` binds closer than `and` (or a blank), `and` closer than `or`.

/// Reads the tokens of one query; names are looked up in the study's vocabulary on the way.
struct QueryParser {
    private let source: String
    private let tokens: [QueryToken]
    private var vocabulary: QueryVocabulary
    private var position = 0
    private var depth = 0

    /// Brackets and `not`s deeper than this are refused: they would only exhaust the stack.
    private static let deepest = 100

    /// The expression of a query, and sentences about what in it finds nothing.
    static func parse(_ source: String, _ vocabulary: QueryVocabulary) throws(QueryError)
        -> (expression: Query.Expression, remarks: [String])
    {
        var parser = QueryParser(
            source: source,
            tokens: try QueryLexer.tokens(of: source),
            vocabulary: vocabulary
        )
        if parser.token.kind == .end { return (.all([]), []) }
        let expression = try parser.alternatives()
        if parser.token.kind == .close { throw parser.error("this closing bracket was never opened") }
        return (expression, parser.vocabulary.remarks)
    }

    private init(source: String, tokens: [QueryToken], vocabulary: QueryVocabulary) {
        self.source = source
        self.tokens = tokens
        self.vocabulary = vocabulary
    }

    private var token: QueryToken { tokens[position] }

    private var word: String? {
        if case .word(let word) = token.kind { word.lowercased() } else { nil }
    }

    private mutating func alternatives() throws(QueryError) -> Query.Expression {
        var parts = [try conjunction()]
        while word == "or" {
            position += 1
            parts.append(try conjunction())
        }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(QueryError) -> Query.Expression {
        var parts = [try relation()]
        while true {
            if word == "and" {
                position += 1
            } else if token.kind == .end || token.kind == .close || word == "or" {
                return parts.count == 1 ? parts[0] : .all(parts)
            }
            parts.append(try relation())
        }
    }

    /// Relations bind closest, from the left: `a overlaps b within c` is what of `a overlaps b` lies within c.
    private mutating func relation() throws(QueryError) -> Query.Expression {
        var expression = try factor()
        while let relation = try relationHere() {
            position += 1
            expression = .related(expression, relation, try factor())
        }
        return expression
    }

    private func relationHere() throws(QueryError) -> CodingRelation? {
        switch token.kind {
        case .word:
            switch word {
            case "overlaps": return .overlaps
            case "within": return .within
            case "before": return .before
            case "near": throw error("near needs how many turns, as in near:2turns")
            default: return nil
            }
        case .term(let name, _, let value, _) where name.lowercased() == "near":
            let digits = value.prefix { $0.isASCII && $0.isNumber }
            guard let turns = Int(digits), turns <= 1_000,
                ["", "turn", "turns"].contains(value.dropFirst(digits.count))
            else {
                throw QueryError(
                    source: source,
                    offset: token.valueOffset,
                    problem: "expected how many turns lie between, from 0 to 1000, as in near:2turns"
                )
            }
            return .near(turns: turns)
        default: return nil
        }
    }

    private mutating func factor() throws(QueryError) -> Query.Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw error("brackets are nested more than \(Self.deepest) deep here") }
        switch token.kind {
        case .open:
            return try bracket()
        case .term:
            if let saved = try vocabulary.saved(token, in: source) {
                position += 1
                return saved
            }
            let term = try vocabulary.term(for: token, in: source)
            position += 1
            return .term(term)
        case .word where word == "not":
            position += 1
            return .not(try relation())
        case .word(let written):
            throw error(complaint(about: written))
        case .close:
            throw error("expected a term such as code:NAME, found a closing bracket")
        case .end:
            throw error("expected a term such as code:NAME, but the query ends here")
        }
    }

    /// A word after an unquoted `text:` is most often the rest of what was looked for.
    private func complaint(about word: String) -> String {
        if position > 0, case .term(let name, _, let value, .plain) = tokens[position - 1].kind,
            name == "text" || name == "memo"
        {
            return
                "several words need quotation marks, as in \(name):\"\(value) \(word)\"; in a shell put single quotes round it all"
        }
        return vocabulary.complaint(about: word)
    }

    private mutating func bracket() throws(QueryError) -> Query.Expression {
        let opening = token.offset
        position += 1
        let inner = try alternatives()
        guard token.kind == .close else {
            throw QueryError(source: source, offset: opening, problem: "this bracket is never closed")
        }
        position += 1
        return inner
    }

    private func error(_ problem: String) -> QueryError {
        QueryError(source: source, offset: token.offset, problem: problem)
    }
}
