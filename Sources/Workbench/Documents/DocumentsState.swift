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

    private let coder: CoderID?

    init(_ study: Study, coder: CoderID? = nil) {
        self.coder = coder
        rows = Self.rows(of: study, coder: coder)
    }

    /// Reads the figures anew from the study.
    mutating func update(_ study: Study) {
        rows = Self.rows(of: study, coder: coder)
        list.select(list.selection, count: rows.count)
    }

    /// The rows of a study's documents, in their order.
    static func rows(of study: Study, coder: CoderID?) -> [Row] {
        let byDocument = Dictionary(grouping: study.codings, by: \.document)
        return study.documents.map { document in
            let codings = byDocument[document.uuid] ?? []
            let last = codings.max { ($0.codedAt, $0.id) < ($1.codedAt, $1.id) }
            return Row(
                id: document.id,
                uuid: document.uuid,
                title: document.title,
                attributes: document.attributes.pairs.map(\.value).filter { !$0.isEmpty },
                codings: codings.count,
                coders: Set(codings.map(\.coder.description)).sorted().joined(separator: " "),
                last: last?.codedAt,
                lastCoder: last?.coder,
                own: codings.count { $0.coder == coder }
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
    static func height(in size: WindowSize) -> Int { max(1, size.rows - 6) }
}
