// A page of the notebook: its rows, the pointer, and what is marked. Knows rows; what they say is made beside this file.

import CodingCore
import Screen

/// The state of one page.
struct NotebookState {
    /// What a row is about.
    enum Subject: Hashable {
        case code(CodeID)
        case theme(ThemeID)
        case memo(MemoID)
        /// An event of the timeline: its act and its place among the events.
        case event(Identifier, Int)
        /// A heading, such as a day.
        case heading(String)
    }

    /// One row of the list.
    struct Row: Equatable {
        let subject: Subject
        var depth = 0
        /// A tag, a time or a kind, in a column of its own.
        var tag = ""
        let words: String
        /// Figures at the right, each in a column of its own.
        var figures: [String] = []
        /// Whether it is drawn quietly: retired, set aside, taken back.
        var isQuiet = false
    }

    let page: NotebookPage
    private(set) var rows: [Row] = []
    /// What stands over the figures.
    private(set) var headings: [String] = []
    var list = ListView()
    /// The codes marked for an act on all of them.
    private(set) var marked: Set<Subject> = []
    /// The kind of memo that alone is shown.
    var kind: Memo.Kind?
    /// Whether the map of themes stands in the place of the card.
    var showsMap = false
    /// Words that a row must have.
    var filter = ""

    init(_ page: NotebookPage) { self.page = page }

    /// Takes over how the rows are now; the pointer stays on what it is on.
    mutating func update(_ rows: [Row], headings: [String]) {
        let before = chosen?.subject
        self.rows = rows
        self.headings = headings
        marked.formIntersection(Set(rows.map(\.subject)))
        if let before, let place = rows.firstIndex(where: { $0.subject == before }) {
            list.select(place, count: rows.count)
        } else {
            list.select(list.selection, count: rows.count)
        }
    }

    var chosen: Row? { rows.indices.contains(list.selection) ? rows[list.selection] : nil }

    var code: CodeID? { if case .code(let id)? = chosen?.subject { id } else { nil } }
    var theme: ThemeID? { if case .theme(let id)? = chosen?.subject { id } else { nil } }
    var memo: MemoID? { if case .memo(let id)? = chosen?.subject { id } else { nil } }
    var event: (act: Identifier, place: Int)? {
        if case .event(let act, let place)? = chosen?.subject { (act, place) } else { nil }
    }

    /// The marked codes in their order; the chosen one where none is marked.
    var meantCodes: [CodeID] {
        let codes = rows.compactMap { row -> CodeID? in
            guard marked.contains(row.subject), case .code(let id) = row.subject else { return nil }
            return id
        }
        return codes.isEmpty ? [code].compactMap { $0 } : codes
    }

    mutating func choose(_ subject: Subject) {
        if let place = rows.firstIndex(where: { $0.subject == subject }) { list.select(place, count: rows.count) }
    }

    mutating func toggleMark() {
        guard let subject = chosen?.subject else { return }
        if marked.remove(subject) == nil { marked.insert(subject) }
    }

    mutating func unmark() { marked = [] }

    mutating func move(_ count: Int, height: Int) {
        list.move(by: max(-rows.count, min(rows.count, count)), count: rows.count)
        _ = list.visibleRows(count: rows.count, height: height)
    }
}

/// Where list and card stand in a window.
struct NotebookLayout: Equatable {
    let list: Rectangle
    let card: Rectangle
    /// The column of the rule between them; nothing where the card stands below the list.
    let rule: Int?

    /// From this width on the card stands beside the list.
    static let wide = 100

    /// - Parameter count: how many rows there are; a short list leaves its room to a card below it.
    init(_ size: WindowSize, count: Int) {
        let body = ListFrame.body(in: size)
        let rows = max(1, body.count - 1)
        let top = body.lowerBound + 1
        guard size.columns >= Self.wide else {
            let above = min(max(1, rows * 3 / 5), max(3, count))
            list = Rectangle(row: top, column: 0, rows: above, columns: size.columns)
            card = Rectangle(row: top + above + 1, column: 1, rows: max(0, rows - above - 1), columns: size.columns - 2)
            rule = nil
            return
        }
        let width = min(size.columns * 11 / 20, 110)
        list = Rectangle(row: top, column: 0, rows: rows, columns: width)
        card = Rectangle(row: body.lowerBound, column: width + 2, rows: rows + 1, columns: size.columns - width - 3)
        rule = width
    }
}
