// What a query takes from a study, one document at a time: the voices that N counts and the codings that n counts.

/// What a query takes from one document.
struct SelectedDocument {
    let record: DocumentRecord
    let transcript: Transcript
    /// The voices that terms on documents and speakers leave in; at least one.
    let voices: [Voice]
    /// The codings that terms on documents and speakers leave in: what `codings` and `passages` are counted out of.
    /// With `Reading.candidates`, which counts nothing, only those that the query may take.
    let inScope: [PlacedCoding]
    /// The codings that the whole query leaves in, in the order of extracts.
    let matching: [PlacedCoding]
}

extension Corpus {
    /// For which documents a question reads the text.
    enum Reading {
        /// Those with a coding that the query may take.
        case candidates
        /// Those with any coding.
        case coded
        /// All that the query leaves in.
        case all
    }

    /// The voices of a document that terms on documents and speakers leave in; none when the document is out.
    ///
    /// Terms on codings are open here, so `not code:x` and `site:B or code:x` leave every document in.
    func voices(of document: DocumentRecord, for query: Query) -> [Voice] {
        // An interviewer counts as a voice only for a query that names the interviewer.
        let named = interviewers(of: document).filter { query.names(speaker: $0.speaker) }
        // And nobody in particular only for one that names that: what stands in notes.
        let nobody = query.names(speaker: Voice.none) ? [Voice(document)] : []
        return (participants(of: document) + named + nobody).filter {
            query.judge(QueryFacts(document: document, voice: $0)) != .no
        }
    }

    /// Walks over the documents that a query leaves in, reading a text where `reading` says so and no other.
    ///
    /// - Parameters:
    ///   - documents: those to be walked over; all of the study without it.
    ///   - withoutText: takes the voices of a document whose text was not needed.
    ///   - visit: takes a document whose text was read; transcripts are let go one by one.
    func select(
        _ query: Query,
        reading: Reading,
        among documents: [DocumentRecord]? = nil,
        withoutText: ([Voice]) -> Void = { _ in },
        visit: (SelectedDocument) throws -> Void
    ) throws {
        for document in documents ?? study.documents {
            let voices = voices(of: document, for: query)
            guard !voices.isEmpty else { continue }
            let codings = codings(of: document)
            guard needsText(of: document, codings: codings, query: query, reading: reading) else {
                withoutText(voices)
                continue
            }
            let transcript = try transcript(of: document)
            let isPartial = reading == .candidates && !query.hasRelations
            let considered = isPartial ? codings.filter { mayTake($0, query, document) } : codings
            let all = placed(considered, in: document, transcript: transcript)
            let inScope = all.filter { query.judge(QueryFacts(document: document, voice: $0.voice)) != .no }
            let matching = inScope.filter { takes($0, query, document, transcript, among: all) }
            try visit(
                SelectedDocument(
                    record: document,
                    transcript: transcript,
                    voices: voices,
                    inScope: inScope,
                    matching: matching
                )
            )
        }
    }

    /// Whether the whole query takes a coding; the words of the passage and the codings around it are looked at only when all else
    /// leaves it open.
    ///
    /// - Parameter all: the codings of the document; all of them where the query has relations.
    func takes(
        _ placed: PlacedCoding,
        _ query: Query,
        _ document: DocumentRecord,
        _ transcript: Transcript,
        among all: [PlacedCoding]
    ) -> Bool {
        var facts = QueryFacts(
            document: document,
            voice: placed.voice,
            code: placed.code,
            coding: placed.coding
        )
        let answer = query.judge(facts)
        if answer != .maybe { return answer == .yes }
        facts.words = words(of: placed, in: transcript)
        facts.around = CodingsAround(codings: all, transcript: placed.isOnCurrentText ? transcript : nil)
        return query.judge(facts) == .yes
    }

    /// The words of a passage: from the text, or from the quote when the passage is one of an older text.
    func words(of placed: PlacedCoding, in transcript: Transcript) -> String {
        placed.isOnCurrentText ? transcript.text.string(in: placed.span) : placed.coding.anchor.quote
    }

    private func needsText(of document: DocumentRecord, codings: [Coding], query: Query, reading: Reading) -> Bool {
        switch reading {
        case .all: true
        case .coded: !codings.isEmpty
        case .candidates: codings.contains { mayTake($0, query, document) }
        }
    }

    /// Whether a query leaves a coding in before its speaker and its words are known.
    private func mayTake(_ coding: Coding, _ query: Query, _ document: DocumentRecord) -> Bool {
        let code = study.codebook.resolve(coding.code)
        return query.judge(QueryFacts(document: document, code: code, coding: coding)) != .no
    }
}
