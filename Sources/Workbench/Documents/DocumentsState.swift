// The list of a study's documents. Knows what the rows say; opening one is somebody else's work.

import CodingCore
import Screen

/// The documents screen's state.
struct DocumentsState {
    /// One document as the list shows it.
    struct Row: Equatable {
        let id: DocumentID
        let title: String
        let attributes: [String]
        let codings: Int
        let coders: String
        let last: String
    }

    private(set) var rows: [Row]
    var list = ListView()

    init(_ study: Study) {
        rows = Self.rows(of: study)
    }

    /// Reads the figures anew from the study.
    mutating func update(_ study: Study) {
        rows = Self.rows(of: study)
        list.select(list.selection, count: rows.count)
    }

    private static func rows(of study: Study) -> [Row] {
        let byDocument = Dictionary(grouping: study.codings, by: \.document)
        return study.documents.map { document in
            let codings = byDocument[document.uuid] ?? []
            return Row(
                id: document.id,
                title: document.title,
                attributes: document.attributes.pairs.map(\.value).filter { !$0.isEmpty },
                codings: codings.count,
                coders: Set(codings.map(\.coder.description)).sorted().joined(separator: " "),
                last: codings.map(\.codedAt).max()?.day ?? ""
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
