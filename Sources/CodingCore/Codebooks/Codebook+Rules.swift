// Which codings were made under an older definition of their code: the re-look list. Pure.

extension Codebook {
    /// Whether the rules of a coding's code are others now than when it was made, or last looked at again.
    ///
    /// A coding of a merged code is held against the code that it was merged into. One that names no rules, and one whose code
    /// no codebook has, cannot be told to be older.
    package func isUnderOlderDefinition(_ coding: Coding) -> Bool {
        guard !coding.rule.isEmpty, let code = self[resolve(coding.code)], !code.rule.isEmpty else { return false }
        return code.rule != coding.rule
    }
}

extension Codebook {
    /// The rules of a codebook's codes, held by terms of queries.
    package struct Rules: Hashable, Sendable {
        private let codebook: Codebook
        private let rules: [CodeID: String]

        init(_ codebook: Codebook) {
            self.codebook = codebook
            rules = Dictionary(codebook.codes.map { ($0.id, $0.rule) }, uniquingKeysWith: { first, _ in first })
        }

        func isOlder(_ coding: Coding) -> Bool { codebook.isUnderOlderDefinition(coding) }

        package static func == (a: Rules, b: Rules) -> Bool { a.rules == b.rules }

        package func hash(into hasher: inout Hasher) { hasher.combine(rules) }
    }
}

extension CodingStep {
    /// Keeps a coding as one of its code as it is defined now; nothing when it was made under that definition.
    package static func keepUnderPresentDefinition(_ coding: Coding, in codebook: Codebook) -> CodingStep? {
        guard codebook.isUnderOlderDefinition(coding), let code = codebook[codebook.resolve(coding.code)] else {
            return nil
        }
        return .change(coding, CodingChanges(rule: code.rule))
    }
}
