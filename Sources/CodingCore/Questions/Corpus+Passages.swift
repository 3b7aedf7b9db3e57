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
        visit: ([Voice], [PlacedCoding]) throws -> Void
    ) throws {
        if needsSpeakers {
            return try select(query, reading: .coded, withoutText: { try? visit($0, []) }) {
                try visit($0.voices, $0.matching)
            }
        }
        for document in study.documents {
            let voices = voices(of: document, for: query)
            guard !voices.isEmpty else { continue }
            let all = codings(of: document)
            guard let taken = matches(of: query, among: all, in: document, transcript: nil) else {
                let transcript = try transcript(of: document)
                let taken = matches(of: query, among: all, in: document, transcript: transcript) ?? []
                let placed = placed(all.filter { taken.contains($0.id) }, in: document, transcript: transcript)
                try visit(voices, placed)
                continue
            }
            try visit(voices, placedByRecord(all.filter { taken.contains($0.id) }, in: document))
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
