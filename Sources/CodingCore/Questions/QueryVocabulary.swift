// What the names in a query may mean in a study. Refuses what it does not know; never leaves a term out.

import Patterns

/// The codes, attributes and documents that a study's queries can name.
struct QueryVocabulary {
    private let study: Study
    private let speakerAttributes: [String]
    /// Sentences about values that occur nowhere.
    private(set) var remarks: [String] = []

    static let terms = [
        "code", "under", "theme", "coder", "speaker", "doc", "text", "memo", "star", "doubt", "stale", "coded", "query",
    ]
    /// The operators between two codings.
    static let relations = ["overlaps", "within", "before", "near"]
    /// How many saved queries may stand in one another.
    private static let deepest = 8
    /// How many stand in one another here.
    private let depth: Int

    init(_ study: Study, depth: Int = 0) {
        self.study = study
        self.depth = depth
        speakerAttributes = study.speakerAttributeNames
    }

    /// Every attribute of documents and speakers.
    private var attributes: [String] { study.attributeNames }

    /// What is wrong with a word that stands where a term should.
    func complaint(about word: String) -> String {
        if (["and", "or"] + Self.relations).contains(word.lowercased()) {
            return "expected a term such as code:NAME before ‘\(word)’"
        }
        if let code = study.codebook.find(word) {
            return "expected a term, found the word ‘\(word)’; for the code write code:\(code.id)"
        }
        return
            "expected a term such as code:NAME, found the word ‘\(word)’; for words of a passage write text:\"\(word)\""
    }

    /// The expression of a saved query that a token names; nothing for other terms.
    mutating func saved(_ token: QueryToken, in source: String) throws(QueryError) -> Query.Expression? {
        guard case .term("query", _, let value, _) = token.kind else { return nil }
        let trouble = Trouble(source: source, token: token)
        guard let saved = study.queries[value] else {
            let names = study.queries.keys.sorted(by: naturallyPrecedes)
            let known = names.isEmpty ? "; none is saved yet" : nearby(namesNear(value, among: names))
            throw trouble.atValue("there is no saved query ‘\(value)’" + known)
        }
        guard depth < Self.deepest else { throw trouble.atValue("saved queries name one another in a circle here") }
        do {
            let parsed = try QueryParser.parse(saved, QueryVocabulary(study, depth: depth + 1))
            remarks += parsed.remarks
            return parsed.expression
        } catch {
            throw trouble.atValue("the saved query ‘\(value)’ goes wrong in column \(error.column): \(error.problem)")
        }
    }

    /// The term that a token stands for.
    mutating func term(for token: QueryToken, in source: String) throws(QueryError) -> QueryTerm {
        guard case .term(let name, let comparison, let value, let form) = token.kind else {
            preconditionFailure("the parser hands over terms only")
        }
        let trouble = Trouble(source: source, token: token)
        if name == "near" {
            throw trouble.atName("near: stands between two codings, as in code:a near:2turns code:b")
        }
        if Self.terms.contains(name), !["star", "coded"].contains(name), comparison != .equal {
            throw trouble.atValue("\(name): takes a value without ‘\(comparison.rawValue)’")
        }
        switch name {
        case "code": return .codes([try code(value, trouble, warnsOfCategory: true)])
        case "under":
            let top = try code(value, trouble, warnsOfCategory: false)
            return .codes(Set(study.codebook.family(of: top).map(\.id) + [top]))
        case "theme": return try theme(value, trouble)
        case "coder": return coder(value)
        case "speaker": return speaker(value)
        case "doc": return .document(try document(value, trouble))
        case "text":
            return form == .pattern ? .textPattern(try pattern(value, trouble)) : .text(foldedForSearch(value))
        case "memo":
            return form == .pattern ? .memoPattern(try pattern(value, trouble)) : .memo(foldedForSearch(value))
        case "coded":
            guard let days = DaySpan(comparison, value) else {
                throw trouble.atValue("expected days such as 2026-11-01, 2026-11, 2026-11-01.. or 2026-10..2026-11-15")
            }
            return .coded(days)
        case "star": return .star(comparison, try star(value, trouble))
        case "doubt": return .doubt(try yesOrNo(value, trouble))
        case "stale": return .stale(try yesOrNo(value, trouble), Codebook.Rules(study.codebook))
        default: return try attribute(name, comparison, value, trouble)
        }
    }

    private mutating func code(_ value: String, _ trouble: Trouble, warnsOfCategory: Bool) throws(QueryError) -> CodeID
    {
        let codebook = study.codebook
        if let code = codebook.find(value) {
            if warnsOfCategory && code.kind == .category {
                remarks.append("\(code.id) is a category; under:\(code.id) takes the codes below it.")
            }
            return code.id
        }
        if let id = CodeID(value), study.codings.contains(where: { codebook.resolve($0.code) == id }) { return id }
        let namesakes = codebook.codes.filter { $0.name.lowercased() == value.lowercased() }
        if namesakes.count > 1 {
            let ids = namesakes.map(\.id.description).joined(separator: ", ")
            throw trouble.atValue("several codes are called ‘\(value)’: \(ids)")
        }
        let near = namesNear(value, among: codebook.codes.flatMap { [$0.id.description, $0.name] })
        throw trouble.atValue("there is no code ‘\(value)’" + nearby(near))
    }

    private mutating func coder(_ value: String) -> QueryTerm {
        if !study.codings.contains(where: { $0.coder.description == value }) {
            remarks.append("No coding is by coder ‘\(value)’.")
        }
        return .coder(value)
    }

    private mutating func speaker(_ value: String) -> QueryTerm {
        let folded = foldedForSearch(value)
        if folded != Voice.none, !study.speakers.contains(where: { foldedForSearch($0.speaker) == folded }) {
            remarks.append("No speaker is called ‘\(value)’.")
        }
        return .speaker(folded)
    }

    private func document(_ value: String, _ trouble: Trouble) throws(QueryError) -> DocumentID {
        switch study.document(named: value) {
        case .found(let record):
            return record.id
        case .ambiguous(let ids):
            let names = ids.map(\.description).joined(separator: ", ")
            throw trouble.atValue("several documents are called ‘\(value)’: \(names)")
        case .unknown:
            let names = study.documents.flatMap { [study.shortName(of: $0.id), $0.id.description] }
            throw trouble.atValue("there is no document ‘\(value)’" + nearby(namesNear(value, among: names)))
        }
    }

    private func theme(_ value: String, _ trouble: Trouble) throws(QueryError) -> QueryTerm {
        let wanted = value.lowercased()
        let named = study.themes.filter { $0.id.description == wanted || $0.name.lowercased() == wanted }
        guard let theme = named.first, named.count == 1 else {
            if named.count > 1 { throw trouble.atValue("several themes are called ‘\(value)’; name one by its id") }
            let names = study.themes.flatMap { [$0.id.description, $0.name] }
            throw trouble.atValue("there is no theme ‘\(value)’" + nearby(namesNear(value, among: names)))
        }
        let codes = theme.allCodes(in: study.codebook)
        return .theme(codes: codes, extracts: Set(theme.extracts.map(\.coding)))
    }

    private func pattern(_ value: String, _ trouble: Trouble) throws(QueryError) -> Pattern {
        do {
            return try Pattern(value)
        } catch {
            // The pattern begins after its slash; PCRE2 counts bytes.
            let before = String(decoding: Array(value.utf8).prefix(error.offset), as: UTF8.self).unicodeScalars.count
            throw trouble.inValue(at: before + 1, "the pattern cannot be used here: \(error.description)")
        }
    }

    private func star(_ value: String, _ trouble: Trouble) throws(QueryError) -> Int {
        guard let number = Int(value), (0...3).contains(number) else {
            throw trouble.atValue("expected a number of stars from 0 to 3, as in star:>=2")
        }
        return number
    }

    private func yesOrNo(_ value: String, _ trouble: Trouble) throws(QueryError) -> Bool {
        switch value.lowercased() {
        case "yes": return true
        case "no": return false
        default: throw trouble.atValue("expected yes or no")
        }
    }

    private mutating func attribute(
        _ name: String,
        _ comparison: QueryComparison,
        _ value: String,
        _ trouble: Trouble
    ) throws(QueryError) -> QueryTerm {
        guard attributes.contains(name) else {
            let near = namesNear(name, among: attributes + Self.terms)
            let known = attributes.isEmpty ? "the study has no attributes yet" : "known: " + list(attributes)
            throw trouble.atName(
                "there is no attribute or term ‘\(name)’" + (near.isEmpty ? "; \(known)" : nearby(near))
            )
        }
        let ofSpeakers = speakerAttributes.contains(name)
        let term = QueryTerm.attribute(name, ofSpeakers: ofSpeakers, comparison, value)
        let voices = study.documents.map { Voice($0) } + voicesOfSpeakers
        if comparison == .equal, !voices.contains(where: { term.judge(QueryFacts(voice: $0)) == .yes }) {
            let values = Set(voices.compactMap { $0[name] }).sorted(by: naturallyPrecedes)
            remarks.append("Nothing has \(name) ‘\(value)’" + (values.isEmpty ? "." : "; there is \(list(values))."))
        }
        return term
    }

    private var voicesOfSpeakers: [Voice] {
        let documents = Dictionary(study.documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        return study.speakers.compactMap { record in
            documents[record.document].map { Voice($0, speaker: record.speaker, record: record) }
        }
    }

    private func list(_ names: [String]) -> String {
        names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    }

    private func nearby(_ names: [String]) -> String {
        names.isEmpty ? "" : "; near it: " + names.joined(separator: ", ")
    }
}

/// Makes the errors of one term.
private struct Trouble {
    let source: String
    let token: QueryToken

    func atName(_ problem: String) -> QueryError {
        QueryError(source: source, offset: token.offset, problem: problem)
    }

    func inValue(at offset: Int, _ problem: String) -> QueryError {
        QueryError(source: source, offset: token.valueOffset + offset, problem: problem)
    }

    func atValue(_ problem: String) -> QueryError {
        QueryError(source: source, offset: token.valueOffset, problem: problem)
    }
}
