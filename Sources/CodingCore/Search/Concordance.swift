// Keyword in context: every place of a word in all texts, with who says it and what it is coded with. Knows no screen.

import Patterns

/// One place where the words stand.
package struct KeywordHit: Sendable {
    package let document: DocumentRecord
    package let span: TextSpan
    /// The words as they stand.
    package let words: String
    /// The talk before and after inside the turn or note, as much as was asked for.
    package let before: String
    package let after: String
    /// The line on which it begins, counted from 1.
    package let line: Int
    /// Who speaks; empty for notes and front matter.
    package let speaker: String
    /// The codings that touch it, in the order of extracts.
    package let codings: [Coding]
    /// The codes of those, resolved, each once.
    package let codes: [CodeID]

    /// Which hit it is, whatever order hits stand in.
    package struct Place: Hashable, Sendable {
        package let document: Identifier
        package let span: TextSpan
    }

    package var place: Place { Place(document: document.uuid, span: span) }
}

/// The places of words in a study.
package struct Concordance: Sendable {
    /// In the order of documents and of their texts.
    package let hits: [KeywordHit]
    /// How many documents have at least one.
    package let documents: Int
    /// How many documents were looked through.
    package let of: Int
    /// The documents on whose text a regular expression was given up, as it took too long.
    package let givenUp: [DocumentID]

    /// Looks for words.
    ///
    /// - Parameters:
    ///   - query: which documents and speakers; a hit is taken unless the query rules its voice out. Terms on codings are asked of the
    ///     codings that touch the hit: it is taken when the query takes one of them.
    ///   - context: how many Unicode scalars of the talk go along on either side.
    ///   - onlyUncoded: whether hits that a coding touches are left out.
    ///   - text: reads a document's text alone, for a first look; nothing to read transcripts at once.
    /// - Throws: what reading a text throws.
    package init(
        _ corpus: Corpus,
        pattern: KeywordPattern,
        query: Query = .everything,
        context: Int = 60,
        onlyUncoded: Bool = false,
        text: ((DocumentRecord) throws -> CanonicalText)? = nil
    ) throws {
        let parts = try corpus.gather { documents in
            var part = Part()
            for document in documents where query.judge(QueryFacts(document: document)) != .no {
                part.of += 1
                do {
                    if let text, try pattern.occurrences(in: text(document)).isEmpty { continue }
                    let transcript = try corpus.transcript(of: document)
                    let gathering = Gathering(corpus, document, transcript, query)
                    let found = try pattern.occurrences(in: transcript.text)
                        .compactMap { gathering.hit($0, context: context) }
                        .filter { !onlyUncoded || $0.codings.isEmpty }
                    if !found.isEmpty { part.documents += 1 }
                    part.hits += found
                } catch is PatternLimit {
                    part.givenUp.append(document.id)
                }
            }
            return part
        }
        hits = parts.flatMap(\.hits)
        documents = parts.reduce(0) { $0 + $1.documents }
        of = parts.reduce(0) { $0 + $1.of }
        givenUp = parts.flatMap(\.givenUp)
    }

    /// What some of the documents came to.
    private struct Part: Sendable {
        var hits: [KeywordHit] = []
        var documents = 0
        var of = 0
        var givenUp: [DocumentID] = []
    }
}

/// The hits of one document while they are gathered.
private struct Gathering {
    private let corpus: Corpus
    private let document: DocumentRecord
    private let transcript: Transcript
    private let query: Query
    /// The codings of the text as it is now, in the order of extracts.
    private let placed: [PlacedCoding]
    private let records: [String: SpeakerRecord]
    /// The longest passage, so that a search among those before a hit can end.
    private let longest: Int

    init(_ corpus: Corpus, _ document: DocumentRecord, _ transcript: Transcript, _ query: Query) {
        (self.corpus, self.document, self.transcript, self.query) = (corpus, document, transcript, query)
        placed = corpus.placed(corpus.codings(of: document), in: document, transcript: transcript)
            .filter(\.isOnCurrentText)
        records = Dictionary(corpus.speakers(of: document).map { ($0.speaker, $0) }) { first, _ in first }
        longest = placed.map(\.span.count).max() ?? 0
    }

    func hit(_ span: TextSpan, context: Int) -> KeywordHit? {
        let block = transcript.blockIndex(at: span.start).map { transcript.blocks[$0] }
        let speaker = block?.kind == .turn ? block?.speaker ?? "" : ""
        let touching = touching(span)
        guard isTaken(Voice(document, speaker: speaker, record: records[speaker]), touching) else { return nil }
        let around = block?.span ?? transcript.text.wholeSpan
        let start = max(min(around.start, span.start), span.start - context)
        let end = min(max(around.end, span.end), span.end + context)
        return KeywordHit(
            document: document,
            span: span,
            words: transcript.text.string(in: span),
            before: transcript.text.string(in: TextSpan(start, span.start)),
            after: transcript.text.string(in: TextSpan(span.end, end)),
            line: transcript.lines.line(ofScalar: span.start),
            speaker: speaker,
            codings: touching.map(\.coding),
            codes: touching.map(\.code).uniqued()
        )
    }

    private func isTaken(_ voice: Voice, _ touching: [PlacedCoding]) -> Bool {
        switch query.judge(QueryFacts(document: document, voice: voice)) {
        case .yes: true
        case .no: false
        case .maybe: touching.contains { corpus.takes($0, query, document, transcript, among: placed) }
        }
    }

    private func touching(_ span: TextSpan) -> [PlacedCoding] {
        var (low, high) = (0, placed.count)
        while low < high {
            let middle = (low + high) / 2
            if placed[middle].span.start < span.start - longest { low = middle + 1 } else { high = middle }
        }
        var found: [PlacedCoding] = []
        while low < placed.count, placed[low].span.start < span.end {
            if placed[low].span.overlaps(span) { found.append(placed[low]) }
            low += 1
        }
        return found
    }
}
