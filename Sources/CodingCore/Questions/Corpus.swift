// A study with the way to its texts, indexed for questions. Knows no files: reading is passed in.

/// A study together with a way to read its transcripts one by one.
///
/// It may be handed to other threads: the way to read is taken on one thread at a time, unless it was said to bear several.
package struct Corpus: @unchecked Sendable {
    package let study: Study
    private let read: (DocumentRecord) throws -> Transcript
    private let readsOnManyThreads: Bool
    private let codings: [Identifier: [Coding]]
    private let speakers: [DocumentID: [SpeakerRecord]]

    /// Takes a study.
    ///
    /// - Parameters:
    ///   - readsOnManyThreads: whether `transcript` may be called on several threads at once.
    ///   - transcript: reads the text and blocks of a document; called at most once per document and question.
    package init(
        _ study: Study,
        readsOnManyThreads: Bool = false,
        transcript: @escaping (DocumentRecord) throws -> Transcript
    ) {
        self.study = study
        self.readsOnManyThreads = readsOnManyThreads
        read = transcript
        codings = Dictionary(grouping: study.codings, by: \.document)
        speakers = Dictionary(grouping: study.speakers, by: \.document)
    }

    /// Does some work on all documents, in parts on several threads where texts can be read so.
    ///
    /// - Parameter work: takes documents in the study's order; parts are worked on in any order.
    /// - Returns: what each part came to, in the order of the documents.
    /// - Throws: what the work on the first part that failed throws.
    func gather<Output: Sendable>(_ work: ([DocumentRecord]) throws -> Output) throws -> [Output] {
        let parts = 16
        let documents = study.documents
        guard readsOnManyThreads, documents.count >= 2 * parts else { return [try work(documents)] }
        let size = (documents.count + parts - 1) / parts
        let slices = stride(from: 0, to: documents.count, by: size).map {
            Array(documents[$0..<min($0 + size, documents.count)])
        }
        // Unsafe only to the compiler: the work runs on several threads and does not outlive this call, since `inParallel` waits for
        // all of them; what it captures is read and never written, which is what `readsOnManyThreads` vouches for.
        return try withoutActuallyEscaping(work) { work in
            nonisolated(unsafe) let work = work
            return try inParallel(slices) { slice in Result { unsafe try work(slice) } }.map { try $0.get() }
        }
    }

    package func transcript(of document: DocumentRecord) throws -> Transcript { try read(document) }

    /// The codings of a document, all coders; the same coder, code and passage twice is one, the first made.
    package func codings(of document: DocumentRecord) -> [Coding] {
        var seen: Set<PlacedCoding.Key> = []
        let all = codings[document.uuid] ?? []
        // Places are sorted, because codings are large.
        return all.indices.sorted { all[$0].id < all[$1].id }.map { all[$0] }.filter {
            seen.insert(PlacedCoding.Key($0, study.codebook)).inserted
        }
    }

    package func speakers(of document: DocumentRecord) -> [SpeakerRecord] { speakers[document.id] ?? [] }

    /// The participants of a document as voices; one voice of nobody in particular when it has none.
    package func participants(of document: DocumentRecord) -> [Voice] {
        let people = speakers(of: document).filter { !$0.isInterviewer }
        guard !people.isEmpty else { return [Voice(document)] }
        return people.map { Voice(document, speaker: $0.speaker, record: $0) }
    }

    /// The interviewers of a document as voices.
    package func interviewers(of document: DocumentRecord) -> [Voice] {
        speakers(of: document).filter(\.isInterviewer).map { Voice(document, speaker: $0.speaker, record: $0) }
    }

    /// Codings of a document with their voices, in the order of extracts.
    package func placed(_ codings: [Coding], in document: DocumentRecord, transcript: Transcript) -> [PlacedCoding] {
        let current = document.versions.last.flatMap { VersionTag($0) }
        let records = Dictionary(speakers(of: document).map { ($0.speaker, $0) }, uniquingKeysWith: { a, _ in a })
        var voices: [String: Voice] = [:]
        let placed = codings.map { coding in
            let isCurrent = Self.isCurrent(coding, version: current, transcript)
            let speaker = isCurrent ? Self.speaker(of: coding.span, in: transcript, records: records) : ""
            let voice = voices[speaker] ?? Voice(document, speaker: speaker, record: records[speaker])
            voices[speaker] = voice
            return PlacedCoding(
                coding: coding,
                code: study.codebook.resolve(coding.code),
                voice: voice,
                isOnCurrentText: isCurrent
            )
        }
        return placed.sorted(by: PlacedCoding.inExtractOrder)
    }

    /// Whether a coding's passage is one of the text as it is now.
    ///
    /// - Parameter version: the newest version of the text, if that is known.
    static func isCurrent(_ coding: Coding, version: VersionTag?, _ transcript: Transcript) -> Bool {
        transcript.text.contains(coding.span) && (version == nil || coding.anchor.version == version)
    }

    /// The turns that a passage touches, blanks at its ends left aside.
    package static func turns(of span: TextSpan, in transcript: Transcript) -> [Block] {
        let words = transcript.text.trimmed(span)
        return transcript.blocks(touching: words.isEmpty ? span : words).filter { $0.kind == .turn }
    }

    private static func speaker(of span: TextSpan, in transcript: Transcript, records: [String: SpeakerRecord])
        -> String
    {
        let turns = turns(of: span, in: transcript)
        return (turns.first { records[$0.speaker]?.isInterviewer != true } ?? turns.first)?.speaker ?? ""
    }
}
