// What is coded and what is not, document by document: words, stretches, sentences (line-by-line coding, Thomas and Harden 2008).

import TextMetrics

/// How far documents are coded.
package struct LineCoverage: Sendable {
    /// One document.
    package struct Document: Sendable {
        package let record: DocumentRecord
        /// Words of the turns and notes looked at, speaker labels left out.
        package let words: Int
        /// Those of them that a coding covers, overlaps once.
        package let coded: Int
        /// The same for each coder.
        package let byCoder: [CoderID: Int]
        package let sentences: Int
        package let uncodedSentences: [Passage]
        /// From the first to the last word without a coding, inside one turn or note.
        package let uncodedStretches: [Passage]
    }

    /// A place in a document.
    package struct Passage: Sendable {
        package let span: TextSpan
        /// Counted from 1.
        package let lines: ClosedRange<Int>
        package let speaker: String
        package let text: String
        package let words: Int
    }

    package let documents: [Document]
    /// Everyone whose codings count, sorted.
    package let coders: [CoderID]

    /// Finds out what is coded.
    ///
    /// - Parameters:
    ///   - query: its terms on documents and speakers say what is looked at, its terms on codings what counts as coded.
    ///   - lines: only these lines of each document, such as its findings.
    /// - Throws: what reading a transcript throws.
    package init(_ corpus: Corpus, query: Query = .everything, lines: ClosedRange<Int>? = nil) throws {
        documents = try corpus.gather { documents in
            var found: [Document] = []
            try corpus.select(query, reading: .all, among: documents) {
                found.append(Self.document($0, corpus, query, lines))
            }
            return found
        }
        .flatMap(\.self)
        coders = Set(documents.flatMap(\.byCoder.keys)).sorted()
    }

    private static func document(
        _ selected: SelectedDocument,
        _ corpus: Corpus,
        _ query: Query,
        _ lines: ClosedRange<Int>?
    ) -> Document {
        let (record, transcript) = (selected.record, selected.transcript)
        let blocks = blocks(of: selected, corpus, query)
        let window = lines.map { Self.window($0, in: transcript) } ?? transcript.text.wholeSpan
        let current = selected.matching.filter(\.isOnCurrentText)
        func isInside(_ span: TextSpan) -> Bool { window.contains(span.start) && !span.isEmpty }
        let words = blocks.flatMap { transcript.text.words(in: transcript.blocks[$0].speechSpan) }.filter(isInside)
        let merged = CodedWords.merged(current.map(\.span))
        let sentences = blocks.flatMap { transcript.sentences(ofBlock: $0) }.filter(isInside)
        let byCoder = Dictionary(grouping: current, by: \.coding.coder).mapValues { own in
            CodedWords.touched(words, by: CodedWords.merged(own.map(\.span))).count { $0 }
        }
        let isCoded = CodedWords.touched(sentences, by: merged)
        let stretches = transcript.uncoded(in: blocks, coded: merged).compactMap { span -> TextSpan? in
            guard let part = span.intersection(window), !transcript.text.trimmed(part).isEmpty else { return nil }
            return transcript.text.trimmed(part)
        }
        return Document(
            record: record,
            words: words.count,
            coded: CodedWords.touched(words, by: merged).count { $0 },
            byCoder: byCoder,
            sentences: sentences.count,
            uncodedSentences: zip(sentences, isCoded).filter { !$1 }.map { passage($0.0, in: transcript) },
            uncodedStretches: stretches.map { passage($0, in: transcript) }
        )
    }

    /// The turns and notes whose voices the query leaves in.
    private static func blocks(of selected: SelectedDocument, _ corpus: Corpus, _ query: Query) -> [Int] {
        let records = Dictionary(corpus.speakers(of: selected.record).map { ($0.speaker, $0) }) { first, _ in first }
        var answers: [String: Bool] = [:]
        return selected.transcript.blocks.indices.filter { index in
            let block = selected.transcript.blocks[index]
            guard block.kind != .front else { return false }
            let speaker = block.kind == .turn ? block.speaker : ""
            if let known = answers[speaker] { return known }
            let voice = Voice(selected.record, speaker: speaker, record: records[speaker])
            let isIn = query.judge(QueryFacts(document: selected.record, voice: voice)) != .no
            answers[speaker] = isIn
            return isIn
        }
    }

    /// From the beginning of the first line to the end of the last.
    private static func window(_ lines: ClosedRange<Int>, in transcript: Transcript) -> TextSpan {
        let rows = transcript.lines.rows
        guard lines.lowerBound <= rows.count, let last = rows.last else { return TextSpan(0, 0) }
        let end = lines.upperBound < rows.count ? rows[lines.upperBound].scalarStart : last.scalarEnd
        return TextSpan(rows[max(1, lines.lowerBound) - 1].scalarStart, end)
    }

    private static func passage(_ span: TextSpan, in transcript: Transcript) -> Passage {
        let block = transcript.blockIndex(at: span.start).map { transcript.blocks[$0] }
        return Passage(
            span: span,
            lines: transcript.lines.lines(of: span),
            speaker: block?.kind == .turn ? block?.speaker ?? "" : "",
            text: transcript.text.string(in: span),
            words: transcript.text.wordCount(in: span)
        )
    }
}
