// What the lists have in common: the title row, the status row, and how a document's figures are said.

import CodingCore
import Screen
import TextMetrics

/// Draws the frame round a list.
struct ListFrame {
    let state: AppState
    let look: Look

    /// The rows of the window between the rule and the status row.
    static func body(in size: WindowSize) -> Range<Int> { 2..<max(3, size.statusRow) }

    /// Draws the title with facts at the right, as many of the last of them as have room, and the rule below.
    func drawTitle(_ title: String, facts: [String], into surface: inout Surface) {
        let width = surface.columns
        let title = state.pastMark + title
        var facts = facts[...]
        func right() -> String { facts.joined(separator: " \(look.glyphs.dot) ") + " " }
        let wanted = min(displayWidth(of: title), width / 3)
        while facts.count > 1, displayWidth(of: right()) + wanted + 3 > width { facts.removeFirst() }
        let column = max(0, width - displayWidth(of: right()))
        surface.put(
            fitted(" " + title, columns: max(1, column - 1), ellipsis: look.glyphs.ellipsis),
            row: 0,
            column: 0,
            style: look.strong
        )
        surface.put(right(), row: 0, column: column, style: look.quiet)
        surface.drawRule(row: 1, columns: 0..<width, glyphs: look.glyphs, style: look.quiet)
    }

    /// Draws what was said last, or that something is not on the disk, or else what there is to say of the chosen row.
    func drawStatus(_ other: String, into surface: inout Surface) {
        let notice = state.notice ?? unsafeNotice
        let style: Style
        switch notice?.kind {
        case nil: style = look.quiet
        case .told: style = .plain
        case .refused: style = look.strong
        case .alarm: style = look.bar
        }
        surface.put(
            fitted(
                " " + look.said(notice?.text ?? other),
                columns: surface.columns,
                ellipsis: look.glyphs.ellipsis
            ),
            row: state.size.statusRow,
            column: 0,
            style: style
        )
    }

    /// What has to be said as long as something is not on the disk.
    private var unsafeNotice: Notice? {
        guard state.unsaved > 0 else { return nil }
        let what = counted(state.unsaved, "line") + (state.unsaved == 1 ? " is" : " are")
        return Notice(text: "UNSAVED: \(what) in memory only, because the disk failed.", kind: .alarm)
    }

    /// The words of a document, once its text was read.
    func words(of document: Identifier) -> String {
        if let measure = state.measures[document] { return grouped(measure.words) }
        return state.measures.isUnreadable(document) ? "?" : look.glyphs.ellipsis
    }

    /// The share of the words that is coded, by anyone.
    func share(of document: Identifier) -> String {
        state.measures[document]?.share.map { "\(hundredths($0))%" } ?? ""
    }

    /// A document's figures in full, each with what it is counted out of.
    func saidOf(_ row: DocumentsState.Row) -> String {
        var parts: [String] = []
        if let measure = state.measures[row.uuid] {
            parts.append("\(grouped(measure.codedWords)) of \(counted(measure.words, "word")) coded by anyone")
            if !measure.unplaced.isEmpty { parts.append("\(measure.unplaced.count) not placed") }
        } else if state.measures.isUnreadable(row.uuid) {
            parts.append("its text cannot be read: gloss check says why")
        }
        parts.append("\(counted(row.codings, "coding")), \(row.own) yours")
        return "\(state.study.shortName(of: row.id)): " + (parts + row.about).joined(separator: " · ")
    }
}

/// A share of ten signs and in hundredths, rounded down: what is not all is never 100.
func hundredths(_ share: Double) -> Int { max(0, min(100, Int((share * 100).rounded(.down)))) }
