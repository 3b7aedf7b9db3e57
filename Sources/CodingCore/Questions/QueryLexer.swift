// Cuts a query into tokens. The only place that knows how quotes, patterns and comparisons are written.

/// Reads a query from left to right.
struct QueryLexer {
    private let source: String
    private let scalars: [Unicode.Scalar]
    private var position = 0

    /// The tokens of a query, the last one `.end`.
    static func tokens(of source: String) throws(QueryError) -> [QueryToken] {
        var lexer = QueryLexer(source)
        var tokens: [QueryToken] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private init(_ source: String) {
        self.source = source
        scalars = Array(source.unicodeScalars)
    }

    /// The terms whose value may be a pattern between slashes.
    private static let searched: Set<String> = ["text", "memo"]
    private static let closingQuotes: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "“": "”"]

    private mutating func next() throws(QueryError) -> QueryToken {
        while position < scalars.count, isBlank(scalars[position]) { position += 1 }
        let start = position
        guard start < scalars.count else { return token(.end, from: start) }
        switch scalars[start] {
        case "(":
            position += 1
            return token(.open, from: start)
        case ")":
            position += 1
            return token(.close, from: start)
        default:
            break
        }
        let name = run { $0 == ":" || Self.closingQuotes[$0] != nil }
        guard position < scalars.count, scalars[position] == ":" else {
            if name.isEmpty {
                throw error(at: start, "expected a term such as code:NAME or text:\"words\", found a quotation mark")
            }
            return token(.word(name), from: start)
        }
        if name.isEmpty { throw error(at: start, "expected a name before the colon, as in code:NAME") }
        position += 1
        return try term(name, from: start)
    }

    private mutating func term(_ name: String, from start: Int) throws(QueryError) -> QueryToken {
        let comparison = comparison()
        let valueStart = position
        var form = QueryToken.ValueForm.plain
        let value: String
        if position < scalars.count, let closing = Self.closingQuotes[scalars[position]] {
            form = .quoted
            value = try quoted(until: closing)
        } else if position < scalars.count, scalars[position] == "/", Self.searched.contains(name) {
            form = .pattern
            value = try pattern()
        } else if scalars[position...].starts(with: Voice.none.unicodeScalars) {
            position += Voice.none.unicodeScalars.count
            value = Voice.none
        } else {
            value = run { Self.closingQuotes[$0] != nil }
            if value.isEmpty { throw error(at: valueStart, "expected a value after \(name):") }
        }
        let kind = QueryToken.Kind.term(name: name, comparison: comparison, value: value, form: form)
        return token(kind, from: start, value: valueStart)
    }

    private mutating func comparison() -> QueryComparison {
        for comparison in QueryComparison.allCases
        where scalars[position...].starts(with: comparison.rawValue.unicodeScalars) {
            position += comparison.rawValue.unicodeScalars.count
            return comparison
        }
        return .equal
    }

    /// The words up to the closing quotation mark; `\` takes the next character as it is.
    private mutating func quoted(until closing: Unicode.Scalar) throws(QueryError) -> String {
        let opening = position
        var value = String.UnicodeScalarView()
        position += 1
        while position < scalars.count {
            if scalars[position] == closing {
                position += 1
                return String(value)
            }
            if scalars[position] == "\\", position + 1 < scalars.count { position += 1 }
            value.append(scalars[position])
            position += 1
        }
        throw error(at: opening, "this quotation mark is never closed")
    }

    /// What stands up to the closing slash; `\\/` is a slash, every other backslash belongs to the pattern.
    private mutating func pattern() throws(QueryError) -> String {
        let opening = position
        var value = String.UnicodeScalarView()
        position += 1
        while position < scalars.count {
            if scalars[position] == "/" {
                position += 1
                return String(value)
            }
            if scalars[position] == "\\", position + 1 < scalars.count {
                if scalars[position + 1] != "/" { value.append("\\") }
                position += 1
            }
            value.append(scalars[position])
            position += 1
        }
        throw error(at: opening, "this pattern has no closing slash, as in text:/wards?/")
    }

    /// What stands up to the next blank, bracket or character that `stops`.
    private mutating func run(until stops: (Unicode.Scalar) -> Bool) -> String {
        let start = position
        while position < scalars.count, !isBlank(scalars[position]), scalars[position] != "(", scalars[position] != ")",
            !stops(scalars[position])
        {
            position += 1
        }
        return String(String.UnicodeScalarView(scalars[start..<position]))
    }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    private func token(_ kind: QueryToken.Kind, from start: Int, value: Int? = nil) -> QueryToken {
        QueryToken(
            kind: kind,
            offset: start,
            valueOffset: value ?? start,
            written: String(String.UnicodeScalarView(scalars[start..<position]))
        )
    }

    private func error(at offset: Int, _ problem: String) -> QueryError {
        QueryError(source: source, offset: offset, problem: problem)
    }
}
