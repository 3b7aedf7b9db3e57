// How far each document is coded, and how far each coder has come.

/// What a document list says of one document.
package struct DocumentCoverage: Sendable {
    package let record: DocumentRecord
    /// Words of turns and notes, speaker labels left out.
    package let words: Int
    package let turns: Int
    /// Codings, the same coder, code and passage counted once.
    package let codings: Int
    /// Words of turns and notes that a coding covers, overlaps once.
    package let codedWords: Int
    package let lastCoded: Moment?

    /// Coded words out of words of turns and notes; nothing for a document without words.
    package var codedShare: Double? { words == 0 ? nil : Double(codedWords) / Double(words) }
}

/// The documents of a study with their coverage, in natural order.
package struct Coverage: Sendable {
    package let documents: [DocumentCoverage]

    /// - Throws: what reading a transcript throws.
    package init(_ corpus: Corpus) throws {
        let talk: Set<Block.Kind> = [.turn, .note]
        documents = try corpus.study.documents.map { record in
            let transcript = try corpus.transcript(of: record)
            let placed = corpus.placed(corpus.codings(of: record), in: record, transcript: transcript)
            var words = CodedWords(transcript)
            return DocumentCoverage(
                record: record,
                words: words.count(in: talk),
                turns: transcript.blocks.count { $0.kind == .turn },
                codings: placed.count,
                codedWords: words.count(coveredBy: placed.filter(\.isOnCurrentText).map(\.span), in: talk),
                lastCoded: placed.map(\.coding.codedAt).max()
            )
        }
    }
}
