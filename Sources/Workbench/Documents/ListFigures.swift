// What the list of documents and the dashboard have in common, counted once for both since it goes through the whole study.

import CodingCore

/// The figures of a study as its lists show them.
struct ListFigures {
    let overview: StudyOverview
    let documents: [DocumentsState.Row]
    /// Who codes, those named in the study's settings first.
    let coders: [CoderProgress]

    /// - Parameters:
    ///   - coder: who looks; their own codings are told apart.
    ///   - now: the present second, for the last days.
    init(_ study: Study, coder: CoderID, now: Moment) {
        let corpus = Corpus(study) { _ in Transcript(text: CanonicalText(""), blocks: [], measure: 1) }
        overview = StudyOverview(corpus, coder: coder, today: now)
        documents = DocumentsState.rows(of: study, overview)
        coders = CoderProgress.all(in: corpus).filter { $0.codings > 0 }
    }
}
