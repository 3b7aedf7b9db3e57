// What may stand where a query is being typed: names of terms, and the values that a study has for them. Reads records only.

/// The offers for one place of a query.
package struct QueryCompletion: Hashable, Sendable {
    /// The scalar of the query at which the word begins that an offer takes the place of.
    package let start: Int
    /// Whole words, ready to be put there, in the order in which they are best tried.
    package let offers: [String]

    /// The most offers.
    private static let most = 200

    /// Finds what may stand at the end of what was typed so far.
    ///
    /// - Parameter typed: the query up to the cursor.
    package init(_ typed: String, in study: Study) {
        let scalars = Array(typed.unicodeScalars)
        var start = 0
        var isQuoted = false
        for (index, scalar) in scalars.enumerated() {
            if scalar == "\"" { isQuoted.toggle() }
            if !isQuoted, scalar == " " || scalar == "(" || scalar == ")" { start = index + 1 }
        }
        self.start = start
        let word = String(String.UnicodeScalarView(scalars[start...]))
        guard let colon = word.firstIndex(of: ":") else {
            let names = QueryVocabulary.terms.map { $0 + ":" } + study.attributeNames.map { $0 + ":" }
            let operators = start == 0 ? ["not"] : ["and", "or", "not"] + QueryVocabulary.relations
            let wanted = word.lowercased()
            offers = (names + operators).uniqued().filter { $0.lowercased().hasPrefix(wanted) && $0 != word }
            return
        }
        let field = String(word[..<colon])
        let value = word[word.index(after: colon)...].filter { $0 != "\"" }.lowercased()
        let values = Self.values(of: field, in: study)
        let beginning = values.filter { $0.lowercased().hasPrefix(value) }
        let holding = values.filter { !$0.lowercased().hasPrefix(value) && !$0.lowercased().ranges(of: value).isEmpty }
        offers = (beginning + holding).uniqued().prefix(Self.most).map { "\(field):\(Self.quoted($0))" }
    }

    private static func values(of field: String, in study: Study) -> [String] {
        switch field {
        case "code", "under": study.codebook.codes.map(\.id.description)
        case "theme": study.themes.map(\.id.description)
        case "coder": Set(study.codings.lazy.map(\.coder)).sorted().map(\.description)
        case "speaker": study.speakers.map(\.speaker).uniqued() + [Voice.none]
        case "doc": study.documents.map { study.shortName(of: $0.id) }
        case "doubt", "stale": ["yes", "no"]
        case "star": [">=1", ">=2", "3"]
        case "query": study.queries.keys.sorted(by: naturallyPrecedes)
        case "text", "memo", "coded": []
        default:
            (study.documents.compactMap { $0.attributes[field] } + study.speakers.compactMap { $0.attributes[field] })
                .uniqued().sorted(by: naturallyPrecedes)
        }
    }

    /// A value as a query takes it: in quotes where it has more than letters, digits and `-._/<>=`.
    private static func quoted(_ value: String) -> String {
        let isPlain = value.unicodeScalars.allSatisfy {
            isWordScalar($0) || "-._/<>=".unicodeScalars.contains($0)
        }
        if isPlain, !value.isEmpty { return value }
        return "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
