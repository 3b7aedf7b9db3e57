// Retrieval: the passages that a query takes, in an order that is the same every time.

/// The extracts that a query takes: document (natural order), start, end, code, coder.
package struct Extracts: Sendable {
    package let extracts: [Extract]

    /// Retrieves.
    ///
    /// - Parameters:
    ///   - context: how much of the talk around goes along.
    ///   - sha256: gives the SHA-256 of bytes in lower-case hexadecimal, to verify long quotes.
    /// - Throws: what reading a transcript throws.
    package init(
        _ corpus: Corpus,
        query: Query = .everything,
        context: ExtractContext = .none,
        sha256: ([UInt8]) -> String
    ) throws {
        extracts = try corpus.gather { documents in
            var found: [Extract] = []
            try corpus.select(query, reading: .candidates, among: documents) { document in
                for placed in document.matching {
                    found.append(
                        Self.extract(placed, corpus: corpus, in: document.transcript, context: context, sha256: sha256)
                    )
                }
            }
            return found
        }
        .flatMap(\.self)
    }

    /// How many of the passages do not have the words that their coding quotes.
    package var broken: Int { extracts.count { !$0.holds } }

    private static func extract(
        _ placed: PlacedCoding,
        corpus: Corpus,
        in transcript: Transcript,
        context: ExtractContext,
        sha256: ([UInt8]) -> String
    ) -> Extract {
        let study = corpus.study
        let document = placed.voice.document.id
        let path = study.codebook.path(of: placed.code).map(\.id)
        let isHere = placed.isOnCurrentText
        let lines = isHere ? transcript.lines.lines(of: placed.span) : nil
        let turns = isHere ? Corpus.turns(of: placed.span, in: transcript) : []
        return Extract(
            placed: placed,
            text: corpus.words(of: placed, in: transcript),
            before: isHere ? words(before: placed.span, in: transcript, context) : "",
            after: isHere ? words(after: placed.span, in: transcript, context) : "",
            lines: lines,
            speakers: turns.map(\.speaker).uniqued(),
            beginMilliseconds: turns.first?.beginMilliseconds,
            locator: lines.map { study.locator(document, lines: $0) }
                ?? "\(study.shortName(of: document)) (older text)",
            codePath: path.isEmpty ? [placed.code] : path,
            holds: !isHere || placed.coding.anchor.holds(in: transcript.text, sha256: sha256)
        )
    }

    /// How far back or on sentences are looked for, in scalars per sentence asked for.
    private static let sentenceReach = 600

    private static func words(before span: TextSpan, in transcript: Transcript, _ context: ExtractContext) -> String {
        let text = transcript.text
        switch context {
        case .none: return ""
        case .scalars(let count): return text.string(in: TextSpan(max(0, span.start - count), span.start))
        case .sentences(let count):
            let reach = TextSpan(max(0, span.start - sentenceReach * count), span.start)
            let first = spoken(in: reach, of: transcript).suffix(count).first ?? span
            // A sentence that opens a turn brings its label along.
            let block = transcript.blocks(touching: first).first
            let opens = block.map { text.trimmed($0.speechSpan).start == first.start && !$0.label.isEmpty } ?? false
            let start = opens ? max(reach.start, block?.span.start ?? first.start) : first.start
            return text.string(in: TextSpan(min(start, span.start), span.start))
        }
    }

    private static func words(after span: TextSpan, in transcript: Transcript, _ context: ExtractContext) -> String {
        let text = transcript.text
        switch context {
        case .none: return ""
        case .scalars(let count): return text.string(in: TextSpan(span.end, min(text.scalarCount, span.end + count)))
        case .sentences(let count):
            let reach = TextSpan(span.end, min(text.scalarCount, span.end + sentenceReach * count))
            let sentences = spoken(in: reach, of: transcript).prefix(count)
            return sentences.last.map { text.string(in: TextSpan(span.end, $0.end)) } ?? ""
        }
    }

    /// The sentences of a stretch, labels left out: a name is no talk.
    private static func spoken(in reach: TextSpan, of transcript: Transcript) -> [TextSpan] {
        transcript.blocks(touching: reach).flatMap { block in
            block.speechSpan.intersection(reach).map { transcript.text.sentences(in: $0) } ?? []
        }
    }
}

extension Array where Element: Hashable {
    /// The elements without repetitions, in the order of first appearance.
    package func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
