// How many words the documents have and how many of them are coded, as far as their texts were read. Knows no files.

import CodingCore

/// What reading a document's text tells of it.
struct DocumentMeasure: Equatable {
    /// Words of turns and notes, speaker labels left out.
    let words: Int
    /// Those of them that a coding of anyone covers.
    let codedWords: Int
    /// The codings whose words do not stand where the coding says.
    let unplaced: Set<Identifier>

    /// Coded words out of words; nothing for a document without words.
    var share: Double? { words == 0 ? nil : Double(codedWords) / Double(words) }

    /// - Parameter codings: every coding of the document.
    init(_ document: DocumentRecord, codings: [Coding], codebook: Codebook, transcript: Transcript) {
        let study = Study(
            settings: StudySettings(id: document.uuid, title: ""),
            documents: [document],
            codebook: codebook,
            codings: codings
        )
        let coverage = DocumentCoverage(document, in: Corpus(study) { _ in transcript }, transcript: transcript)
        words = coverage.words
        codedWords = coverage.codedWords
        let current = document.versions.last.flatMap { VersionTag($0) }
        let lost = codings.filter { coding in
            coding.anchor.version != current || !coding.anchor.holds(in: transcript.text, sha256: sha256)
        }
        unplaced = Set(lost.map(\.id))
    }
}

/// The measures of a study's documents, and which of them have to be taken anew.
struct DocumentMeasures {
    private struct Known {
        /// The passages that were coded when the measure was taken.
        let passages: Int
        /// Nothing when the text cannot be read.
        let measure: DocumentMeasure?
    }

    private var known: [Identifier: Known] = [:]
    /// For each document a figure that changes with its coded passages.
    private var passages: [Identifier: Int] = [:]

    init(_ study: Study) { update(study) }

    /// Notes how a study's codings stand now; measures that they made old are kept until they are taken anew.
    mutating func update(_ study: Study) {
        var hashers: [Identifier: Hasher] = [:]
        for coding in study.codings {
            var hasher = hashers[coding.document] ?? Hasher()
            hasher.combine(coding.id)
            hasher.combine(coding.anchor.span)
            hasher.combine(coding.anchor.version)
            hashers[coding.document] = hasher
        }
        passages = hashers.mapValues { $0.finalize() }
    }

    /// What is known of a document; nothing as long as its text was not read, or when it cannot be.
    subscript(document: Identifier) -> DocumentMeasure? { known[document]?.measure }

    /// Whether the text was tried and could not be read.
    func isUnreadable(_ document: Identifier) -> Bool { known[document].map { $0.measure == nil } ?? false }

    /// Whether a document's text has to be read for its figures.
    func isMissing(_ document: Identifier) -> Bool {
        known[document].map { $0.passages != passages[document] ?? 0 } ?? true
    }

    /// Takes a measure; nothing when the text cannot be read.
    mutating func take(_ measure: DocumentMeasure?, of document: Identifier) {
        known[document] = Known(passages: passages[document] ?? 0, measure: measure)
    }

    /// The codings whose words are not where they say, as far as the texts were read.
    var unplaced: Set<Identifier> {
        known.values.reduce(into: []) { $0.formUnion($1.measure?.unplaced ?? []) }
    }
}
