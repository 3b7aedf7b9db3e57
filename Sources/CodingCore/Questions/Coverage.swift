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

    /// Counts the words of one document, for a screen that fills its list document by document.
    ///
    /// - Parameter transcript: the document's text as it is now.
    package init(_ record: DocumentRecord, in corpus: Corpus, transcript: Transcript) {
        let talk: Set<Block.Kind> = [.turn, .note]
        let codings = corpus.codings(of: record)
        let current = record.versions.last.flatMap { VersionTag($0) }
        var words = CodedWords(transcript)
        self.record = record
        self.words = words.count(in: talk)
        turns = transcript.blocks.count { $0.kind == .turn }
        self.codings = codings.count
        codedWords = words.count(
            coveredBy: codings.filter { Corpus.isCurrent($0, version: current, transcript) }.map(\.span),
            in: talk
        )
        lastCoded = codings.map(\.codedAt).max()
    }
}

/// The documents of a study with their coverage, in natural order.
package struct Coverage: Sendable {
    package let documents: [DocumentCoverage]

    /// - Throws: what reading a transcript throws.
    package init(_ corpus: Corpus) throws {
        documents = try corpus.gather { documents in
            try documents.map { DocumentCoverage($0, in: corpus, transcript: try corpus.transcript(of: $0)) }
        }
        .flatMap(\.self)
    }
}
