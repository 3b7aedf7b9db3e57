// Asking a query of one document at a time, for lists that read texts only when they have to. Knows no files.

extension Corpus {
    /// Which of some codings of a document a query takes.
    ///
    /// - Parameters:
    ///   - codings: codings of the document, in any order.
    ///   - transcript: the document's text; without it only what the records say is looked at.
    /// - Returns: the ids of the codings taken; nothing when the answer hangs on a text that was not handed over.
    package func matches(
        of query: Query,
        among codings: [Coding],
        in document: DocumentRecord,
        transcript: Transcript?
    ) -> Set<Identifier>? {
        guard let transcript else {
            var taken: Set<Identifier> = []
            for coding in codings {
                switch judge(coding, query, document) {
                case .yes: taken.insert(coding.id)
                case .no: break
                case .maybe: return nil
                }
            }
            return taken
        }
        let asked = placed(codings, in: document, transcript: transcript)
        let all =
            query.hasRelations ? placed(self.codings(of: document), in: document, transcript: transcript) : asked
        let taken = asked.filter { takes($0, query, document, transcript, among: all) }
        return Set(taken.map(\.coding.id))
    }

    /// Which of some codings of a document a query surely takes although the document's text cannot be read: words are
    /// looked for in the quotes, and nobody is known to speak.
    package func matchesOfQuotes(
        of query: Query,
        among codings: [Coding],
        in document: DocumentRecord
    ) -> Set<Identifier> {
        let taken = codings.filter { coding in
            let facts = QueryFacts(
                document: document,
                code: study.codebook.resolve(coding.code),
                coding: coding,
                words: coding.anchor.quote
            )
            return query.judge(facts) == .yes
        }
        return Set(taken.map(\.id))
    }

    private func judge(_ coding: Coding, _ query: Query, _ document: DocumentRecord) -> Truth {
        query.judge(
            QueryFacts(document: document, code: study.codebook.resolve(coding.code), coding: coding)
        )
    }
}
