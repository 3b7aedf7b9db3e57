// The list of a study's documents. Knows what the rows say; opening one is somebody else's work.

import CodingCore
import Screen

/// The documents screen's state.
struct DocumentsState {
    /// One document as the list shows it.
    struct Row: Equatable {
        let id: DocumentID
        let uuid: Identifier
        let title: String
        let attributes: [String]
        let codings: Int
        let coders: String
        /// When it was last coded, and by whom.
        let last: Moment?
        let lastCoder: CoderID?
        /// How many of the codings are the coder's own, for whom the list is.
        let own: Int

        /// Title and attributes, without what the id says already.
        var about: [String] { ([title == id.lastComponent ? "" : title] + attributes).filter { !$0.isEmpty } }
    }

    private(set) var rows: [Row]
    var list = ListView()

    private let coder: CoderID

    /// - Parameter coder: who looks; their own codings are told apart.
    init(_ study: Study, coder: CoderID) {
        self.coder = coder
        rows = []
        update(study)
    }

    /// Reads the figures anew from the study.
    mutating func update(_ study: Study) {
        let corpus = Corpus(study) { _ in Transcript(text: CanonicalText(""), blocks: [], measure: 1) }
        // The last days are not shown here, so that any day will do.
        rows = Self.rows(of: study, StudyOverview(corpus, coder: coder, today: Moment(secondsSince1970: 0)))
        list.select(list.selection, count: rows.count)
    }

    /// The rows of a study's documents, in their order.
    static func rows(of study: Study, _ overview: StudyOverview) -> [Row] {
        var coders: [Identifier: Set<String>] = [:]
        for coding in study.codings { coders[coding.document, default: []].insert(coding.coder.description) }
        return overview.documents.map { document in
            Row(
                id: document.record.id,
                uuid: document.record.uuid,
                title: document.record.title,
                attributes: document.record.attributes.pairs.map(\.value).filter { !$0.isEmpty },
                codings: document.codings,
                coders: (coders[document.record.uuid] ?? []).sorted().joined(separator: " "),
                last: document.lastCoded,
                lastCoder: document.lastCoder,
                own: document.own
            )
        }
    }

    /// The document under the pointer.
    var chosen: DocumentID? { rows.indices.contains(list.selection) ? rows[list.selection].id : nil }

    /// Puts the pointer on a document.
    mutating func choose(_ id: DocumentID?) {
        if let index = rows.firstIndex(where: { $0.id == id }) { list.select(index, count: rows.count) }
    }

    /// Moves the pointer.
    mutating func move(_ count: Int, height: Int) {
        list.move(by: max(-rows.count, min(rows.count, count)), count: rows.count)
        _ = list.visibleRows(count: rows.count, height: height)
    }

    /// The row of the window in which the list begins.
    static let top = 3

    /// The document drawn in a row of the window.
    func document(atRow row: Int, height: Int) -> DocumentID? {
        var list = list
        let visible = list.visibleRows(count: rows.count, height: height)
        let index = visible.lowerBound + row - Self.top
        return row >= Self.top && visible.contains(index) ? rows[index].id : nil
    }

    /// How many rows of the list a window shows.
    static func height(in size: WindowSize) -> Int { max(1, ListFrame.body(in: size).count - 2) }
}
