// The passages that a query takes, with texts read only where somebody's voice or words are asked for. Counts nothing.

extension Corpus {
    /// Walks over the documents that a query leaves in, each with its voices and the passages taken.
    ///
    /// - Parameter needsSpeakers: whether the voices of passages must be known; else a text is read only where the query hangs on it,
    ///   and a passage's voice is nobody in particular.
    /// - Throws: what reading a transcript throws.
    func selectPassages(
        _ query: Query,
        needsSpeakers: Bool,
        visit: ([Voice], [PlacedCoding]) -> Void
    ) throws {
        if needsSpeakers {
            try select(query, reading: .coded, withoutText: { visit($0, []) }) { visit($0.voices, $0.matching) }
        } else {
            try selectByRecord(query) { voices, _, matching in visit(voices, matching) }
        }
    }

    /// Walks over the documents that a query leaves in, with the voice of each passage nobody in particular: a text is read only where
    /// the query hangs on it, or asks who speaks. Of a passage whose place is not in the text at all, only its version is looked at.
    ///
    /// - Parameters:
    ///   - documents: those to be walked over; all of the study without it.
    ///   - visit: takes the document's voices, the codings that terms on documents leave in, and those that the whole query takes.
    func selectByRecord(
        _ query: Query,
        among documents: [DocumentRecord]? = nil,
        visit: (_ voices: [Voice], _ inScope: [PlacedCoding], _ matching: [PlacedCoding]) throws -> Void
    ) throws {
        for document in documents ?? study.documents {
            let voices = voices(of: document, for: query)
            guard !voices.isEmpty else { continue }
            let all = codings(of: document)
            guard !query.asksWhoSpeaks, let taken = matches(of: query, among: all, in: document, transcript: nil) else {
                let transcript = try transcript(of: document)
                let placed = placed(all, in: document, transcript: transcript)
                let scope = placed.filter { query.judge(QueryFacts(document: document, voice: $0.voice)) != .no }
                try visit(voices, scope, scope.filter { takes($0, query, document, transcript, among: placed) })
                continue
            }
            let inScope = placedByRecord(all, in: document)
            // Nearly always everything is.
            let isAll = taken.count == all.count
            try visit(voices, inScope, isAll ? inScope : inScope.filter { taken.contains($0.coding.id) })
        }
    }

    /// Codings of a document in the order of extracts, without its text: the voice is nobody in particular.
    private func placedByRecord(_ codings: [Coding], in document: DocumentRecord) -> [PlacedCoding] {
        let current = document.versions.last.flatMap { VersionTag($0) }
        let voice = Voice(document)
        return codings.map { coding in
            PlacedCoding(
                coding: coding,
                code: study.codebook.resolve(coding.code),
                voice: voice,
                isOnCurrentText: current == nil || coding.anchor.version == current
            )
        }
        .sorted(by: PlacedCoding.inExtractOrder)
    }
}
