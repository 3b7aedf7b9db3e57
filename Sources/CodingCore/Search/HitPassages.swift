// The passages round the hits of a search: what is coded when hits are. Knows texts, not who codes.

/// What is taken round a hit.
package enum HitUnit: String, Sendable, CaseIterable {
    case sentence, turn, hit

    /// The passage round a hit; always all of the hit.
    func span(of hit: TextSpan, in transcript: Transcript) -> TextSpan {
        let around: TextSpan? =
            switch self {
            case .hit: hit
            case .sentence: transcript.unit(.sentence, holding: hit.start)
            case .turn: transcript.unit(.turn, holding: hit.start)
            }
        guard let around else { return hit }
        return TextSpan(min(around.start, hit.start), max(around.end, hit.end))
    }
}

/// A passage of a document.
package struct HitPassage: Sendable {
    package let document: DocumentRecord
    package let span: TextSpan
}

extension [KeywordHit] {
    /// The passages round the hits in their order, each once.
    ///
    /// - Parameter transcript: reads a document's text; called once for each hit.
    /// - Throws: what reading a text throws.
    package func passages(
        by unit: HitUnit,
        transcript: (DocumentRecord) throws -> Transcript
    ) throws -> [HitPassage] {
        var seen: Set<KeywordHit.Place> = []
        return try compactMap { hit in
            let span = unit.span(of: hit.span, in: try transcript(hit.document))
            let isNew = seen.insert(KeywordHit.Place(document: hit.document.uuid, span: span)).inserted
            return isNew ? HitPassage(document: hit.document, span: span) : nil
        }
    }
}
