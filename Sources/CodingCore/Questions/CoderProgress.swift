// Who codes what: one line per coder. Reads no text.

/// How far one coder has come.
package struct CoderProgress: Sendable {
    package let coder: CoderID
    /// The name in `study.yaml`; empty when it has none.
    package let name: String
    /// Codings in force, the same code and passage counted once.
    package let codings: Int
    /// Documents with at least one coding of theirs.
    package let documents: Int
    /// Documents of the study.
    package let of: Int
    /// Codes used at least once.
    package let codes: Int
    package let doubts: Int
    package let lastCoded: Moment?

    /// The coders named in the study's settings, in that order, then everyone else who codes.
    package static func all(in corpus: Corpus) -> [CoderProgress] {
        let study = corpus.study
        let byCoder = Dictionary(grouping: study.documents.flatMap { corpus.codings(of: $0) }, by: \.coder)
        let named = study.settings.coders.map(\.id)
        let others = byCoder.keys.filter { !named.contains($0) }.sorted()
        return (named + others).uniqued().map { coder in
            let codings = byCoder[coder] ?? []
            return CoderProgress(
                coder: coder,
                name: study.settings.coders.first { $0.id == coder }?.name ?? "",
                codings: codings.count,
                documents: Set(codings.map(\.document)).count,
                of: study.documents.count,
                codes: Set(codings.map { study.codebook.resolve($0.code) }).count,
                doubts: codings.count(where: \.doubt),
                lastCoded: codings.map(\.codedAt).max()
            )
        }
    }
}
