// What moves when codes are merged, said before it is done. Pure.

/// The codings that merging one or several codes into another would bring under it.
package struct MergePreview: Sendable {
    /// One code that would be merged away.
    package struct Source: Sendable, Hashable {
        package let code: CodeID
        /// Distinct places (document, text, start, end).
        package let passages: Int
        package let codings: Int
        package let documents: Int
        /// Passages that share at least one scalar with a passage of the code merged into.
        package let overlapping: Int
        /// Codings that the code merged into has already, of the same coder on the same passage: they count once afterwards.
        package let same: Int
        /// Codes right below it, which come to stand below the code merged into.
        package let below: Int
    }

    package let heir: CodeID
    package let sources: [Source]
    /// The heir's passages now.
    package let passages: Int
    /// The heir's passages afterwards.
    package let passagesAfter: Int
    /// Whose codings move, in order of their ids.
    package let coders: [CoderID]

    package init(of sources: [CodeID], into heir: CodeID, in study: Study) {
        let codebook = study.codebook
        let heirs = study.codings.filter { codebook.resolve($0.code) == heir }
        let byDocument = Dictionary(grouping: heirs, by: \.document)
        let own = Set(heirs.map(Passage.init))
        let ownKeys = Set(heirs.map { PlacedCoding.Key($0, codebook) })
        var after = own
        var coders: Set<CoderID> = []
        self.heir = heir
        self.sources = sources.map { source in
            let codings = study.codings.filter { codebook.resolve($0.code) == source }
            let passages = Set(codings.map(Passage.init))
            after.formUnion(passages)
            coders.formUnion(codings.map(\.coder))
            return Source(
                code: source,
                passages: passages.count,
                codings: codings.count,
                documents: Set(codings.map(\.document)).count,
                overlapping: passages.count { passage in
                    byDocument[passage.document]?.contains { other in
                        other.anchor.version == passage.version && other.span.overlaps(passage.span)
                    } ?? false
                },
                same: codings.count { coding in
                    var moved = coding
                    moved.code = heir
                    return ownKeys.contains(PlacedCoding.Key(moved, codebook))
                },
                below: codebook.codes.count { $0.parent == source }
            )
        }
        passages = own.count
        passagesAfter = after.count
        self.coders = coders.sorted()
    }

    private struct Passage: Hashable {
        let document: Identifier
        let version: VersionTag
        let span: TextSpan

        init(_ coding: Coding) {
            (document, version, span) = (coding.document, coding.anchor.version, coding.span)
        }
    }
}
