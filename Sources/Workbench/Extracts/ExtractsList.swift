// The extracts as rows of a window: how each is wrapped, which are in sight, how far a page goes. Draws nothing.

import CodingCore
import Screen
import TextMetrics

/// The rows of a list of extracts in a window of a size, with the texts that are at hand.
struct ExtractsList {
    /// One row of the window.
    enum Line: Equatable {
        /// The heading of a document, by its place in the study.
        case document(Int)
        /// A row of an extract's words; by the extract's place in the list and the row's in it.
        case words(entry: Int, row: Int)
        /// What is said of an extract where its last row has no room for it.
        case facts(entry: Int)
        case blank
    }

    /// An extract wrapped.
    struct Wrapped {
        let text: ExtractText
        /// The rows that are shown.
        let rows: [TextRow]
        /// Whether something of the extract lies above or below the rows shown.
        let isCutAbove: Bool
        let isCutBelow: Bool
        let facts: ExtractFacts
        /// Whether the facts have a row of their own.
        let hasFactsRow: Bool

        var height: Int { rows.count + (hasFactsRow ? 1 : 0) }
    }

    let columns: ExtractsColumns
    /// How many rows of the window the list has.
    let height: Int
    /// The first extract in sight.
    private(set) var top = 0
    /// The rows of the window; the first one is the heading of a document.
    private(set) var lines: [Line] = []
    /// The extracts that were wrapped to fill the window, by their places in the list.
    private var wraps: [Int: Wrapped] = [:]
    private let extracts: ExtractsState

    private let ellipsis: String

    /// - Parameter ellipsis: the sign for what is left out.
    init(_ extracts: ExtractsState, in state: AppState, ellipsis: String) {
        self.extracts = extracts
        self.ellipsis = ellipsis
        columns = ExtractsColumns(
            state.size,
            hasTags: extracts.hasTags(in: state.study.codebook),
            panesFrom: state.preferences.panesFrom
        )
        height = ListFrame.body(in: state.size).count
        guard !extracts.entries.isEmpty else { return }
        top = findTop(state)
        fill(state)
    }

    /// Tall windows part documents by a blank row, taller ones extracts too.
    private var gap: Int { height >= 26 ? 1 : 0 }
    private var entryGap: Int { height >= 34 ? 1 : 0 }

    /// How many rows one extract has at most, so that its neighbours stay in sight.
    var mostRows: Int { max(4, height * 3 / 5) }

    /// An extract of the window as it is wrapped.
    func wrapped(_ index: Int) -> Wrapped? { wraps[index] }

    /// The first extract to show so that the chosen one is whole in the window, and as little as can be moves.
    private mutating func findTop(_ state: AppState) -> Int {
        var top = extracts.selection
        var used = 1 + wrap(top, state).height
        while top > extracts.top {
            let isOther = extracts.entries[top - 1].document != extracts.entries[top].document
            used += wrap(top - 1, state).height + (isOther ? 1 + gap : entryGap)
            guard used <= height else { break }
            top -= 1
        }
        return top
    }

    private mutating func fill(_ state: AppState) {
        var document: Int?
        for index in top..<extracts.entries.count where lines.count < height {
            let entry = extracts.entries[index]
            if entry.document != document {
                if document != nil, gap > 0 { lines.append(.blank) }
                lines.append(.document(entry.document))
                document = entry.document
            } else if entryGap > 0 {
                lines.append(.blank)
            }
            let wrapped = wrap(index, state)
            lines += wrapped.rows.indices.map { .words(entry: index, row: $0) }
            if wrapped.hasFactsRow { lines.append(.facts(entry: index)) }
        }
        lines = Array(lines.prefix(height))
    }

    private mutating func wrap(_ index: Int, _ state: AppState) -> Wrapped {
        if let known = wraps[index] { return known }
        let wrapped = wrapping(extracts.entries[index], state)
        wraps[index] = wrapped
        return wrapped
    }

    private func wrapping(_ entry: ExtractsState.Entry, _ state: AppState) -> Wrapped {
        let text = text(of: entry, state)
        let all = wrapRows(text.utf8, columns: columns.text.count)
        let first = all.firstIndex { text.passageStart < $0.byteEnd } ?? 0
        let start = all.count <= mostRows ? 0 : max(0, min(first - mostRows / 3, all.count - mostRows))
        let shown = Array(all[start..<min(all.count, start + mostRows)])
        let facts = state.facts(of: entry, in: extracts)
        let end = shown.last.flatMap { placedClusters(of: $0, in: text.utf8).last }.map { $0.column + $0.width } ?? 0
        return Wrapped(
            text: text,
            rows: shown,
            isCutAbove: start > 0,
            isCutBelow: start + shown.count < all.count,
            facts: facts,
            hasFactsRow: columns.beside == nil && end + 2 + facts.width > columns.text.count
        )
    }

    private func text(of entry: ExtractsState.Entry, _ state: AppState) -> ExtractText {
        guard let transcript = state.transcript(of: entry.coding.document), state.stands(entry.coding, in: transcript)
        else { return ExtractText(quoting: entry.coding.anchor) }
        return ExtractText(
            entry.coding.span,
            within: extracts.context.span(around: entry.coding.span, in: transcript),
            of: transcript,
            limit: (mostRows + 2) * columns.text.count,
            ellipsis: ellipsis
        )
    }

    /// The extracts that have a row in sight.
    var entriesInSight: Range<Int> {
        let shown = lines.compactMap { line -> Int? in
            switch line {
            case .words(let entry, _), .facts(let entry): entry
            case .document, .blank: nil
            }
        }
        guard let first = shown.first, let last = shown.last else { return 0..<0 }
        return first..<last + 1
    }

    /// The documents of the extracts in sight, by their ids in the logs.
    var documentsInSight: [Identifier] {
        extracts.entries[entriesInSight].map(\.coding.document).uniqued()
    }
}

extension ExtractsState {
    /// Whether the rows say which code they are of: not where it is always the same.
    func hasTags(in codebook: Codebook) -> Bool {
        guard case .code(let code) = subject else { return true }
        return codebook.family(of: code).count > 1
    }

    /// The list as rows of the state's window, in the signs that the preferences ask for.
    func list(in state: AppState) -> ExtractsList {
        let glyphs = Glyphs(Glyphs.Kind(rawValue: state.preferences.glyphs.rawValue) ?? .unicode)
        return ExtractsList(self, in: state, ellipsis: glyphs.ellipsis)
    }
}

/// Where the parts of an extract stand, from left to right.
struct ExtractsColumns: Equatable {
    let locator: Range<Int>
    /// The tag of the code, where rows have different ones.
    let tag: Range<Int>
    let text: Range<Int>
    /// What is said of the extract, in wide windows; else it stands below the words.
    let beside: Range<Int>?
    /// Where the chosen extract's code is explained, in the widest windows.
    let card: Range<Int>?

    /// Rows longer than this are hard to read.
    private static let measure = 72
    /// In narrower windows there is no room for three panes.
    private static let leastForCard = 160
    private static let cards = 34...48
    private static let mostBeside = 64

    /// - Parameter panesFrom: the columns of the window from which the person wants panes.
    init(_ size: WindowSize, hasTags: Bool, panesFrom: Int) {
        locator = 1..<10
        tag = 11..<(hasTags ? 14 : 11)
        let start = hasTags ? 15 : 11
        let end = size.columns - 2
        if size.hasMargin {
            let measure = min(Self.measure, end - start - 28)
            text = start..<start + measure
            let column = text.upperBound + 3
            guard size.columns >= max(panesFrom, Self.leastForCard) else {
                beside = column..<min(end, column + Self.mostBeside)
                card = nil
                return
            }
            let width = min(max(end - column - 3 - Self.mostBeside, Self.cards.lowerBound), Self.cards.upperBound)
            beside = column..<min(end - width - 3, column + Self.mostBeside)
            card = end - width..<end
        } else {
            text = start..<end
            beside = nil
            card = nil
        }
    }
}
