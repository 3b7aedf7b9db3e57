// The frame of the coding screen: title, status line and hint bar.

import CodingCore
import Screen
import TextMetrics

extension CodingDraw {
    /// Draws the title row and, in wide windows, the rule under it.
    func drawTitle(into surface: inout Surface) {
        let width = geometry.size.columns
        let name = state.study.shortName(of: screen.document.id)
        let place = state.study.documents.firstIndex { $0.id == screen.document.id } ?? 0
        let right = "coding \(place + 1)/\(state.study.documents.count) "
        let attributes = screen.document.attributes.pairs.map(\.value).filter { !$0.isEmpty }
        let described = ([name, screen.document.title == name ? "" : screen.document.title] + attributes)
        let left = described.filter { !$0.isEmpty }.joined(separator: " \(look.glyphs.dot) ")
        let room = width - displayWidth(of: right) - 1
        surface.put(
            fitted(" " + left, columns: room, ellipsis: look.glyphs.ellipsis),
            row: 0,
            column: 0,
            style: look.strong
        )
        surface.put(right, row: 0, column: width - displayWidth(of: right), style: look.quiet)
        if geometry.textTop == 2 {
            surface.drawRule(row: 1, columns: 0..<width, glyphs: look.glyphs, style: look.quiet)
            if let margin = geometry.margin {
                surface.drawRule(
                    column: margin.column - 1,
                    rows: 2..<2 + geometry.textRows,
                    glyphs: look.glyphs,
                    style: look.quiet
                )
                surface.put(
                    String(look.glyphs.teeDown),
                    row: 1,
                    column: margin.column - 1,
                    style: look.quiet
                )
            }
        }
    }

    /// Draws the status line: what was said last or where one is, then the place, the share coded, the coder.
    func drawStatus(into surface: inout Surface) {
        let width = geometry.size.columns
        let said = state.notice.map { look.said($0.text) }
        var left = " " + mode + (said.map { "  " + $0 } ?? situation)
        // Who needs the room gets it: first a sentence, then the name of the focus, then the facts.
        var right = allFacts
        if displayWidth(of: left) + displayWidth(of: right) > width { right = fewFacts }
        if let said, displayWidth(of: left) + displayWidth(of: right) > width {
            right = ""
            if displayWidth(of: left) > width { left = " " + said }
        }
        let style = state.notice.map { $0.kind == .told ? Style.plain : look.strong } ?? .plain
        surface.put(
            fitted(left, columns: width - displayWidth(of: right), ellipsis: look.glyphs.ellipsis),
            row: geometry.statusRow,
            column: 0,
            style: style
        )
        surface.put(
            right,
            row: geometry.statusRow,
            column: width - displayWidth(of: right),
            style: state.unsaved == 0 ? look.quiet : look.bar.adding(.bold)
        )
        if let notice = state.notice, notice.kind == .alarm {
            surface.restyle(row: geometry.statusRow, columns: 0..<width) { $0.attributes.formUnion(.reverse) }
        }
    }

    private var mode: String {
        guard let selection = screen.selection else { return "READ" }
        let words = screen.selectedSpan.map { screen.transcript.text.wordCount(in: $0) } ?? 0
        return "SELECT \(selection.unit.rawValue) \(look.glyphs.dot) \(words) word\(words == 1 ? "" : "s")"
    }

    private var situation: String {
        if !state.sequence.isEmpty || state.count != nil {
            return "  " + (state.count.map(String.init) ?? "") + state.sequence.joined() + look.glyphs.ellipsis
        }
        guard screen.selection == nil, let focus else { return "" }
        let here = screen.codingsAtCursor.reversed().map { (id: $0.id, tag: screen.tag(of: $0)) }
        let owner = screen.isMine(focus) ? "" : " \(look.glyphs.dot) \(focus.coder)"
        var text = "  \(screen.tag(of: focus)) \(screen.name(of: focus))\(owner)"
        if here.count > 1, let index = here.firstIndex(where: { $0.id == focus.id }) {
            let tags = here.map(\.tag).joined(separator: " \(look.glyphs.dot) ")
            text += "  \(index + 1) of \(here.count) here (\(tags))"
        }
        // Beside a margin the inspector shows the memo.
        guard geometry.margin == nil, !focus.memo.isEmpty else { return text }
        return text + ": \(look.glyphs.quoteOpen)\(focus.memo)\(look.glyphs.quoteClose)"
    }

    private var allFacts: String {
        var parts = ["\(state.study.shortName(of: screen.document.id)) \(place)"]
        if geometry.margin != nil {
            parts.append("\(screen.shown.count) coding\(screen.shown.count == 1 ? "" : "s")")
        }
        if let share = screen.shareCoded { parts.append("\(Int((share * 100).rounded(.down)))% coded") }
        if screen.unplaced > 0 { parts.append("\(screen.unplaced) not placed") }
        parts.append(screen.layer == .mine ? "\(state.coder) only" : state.coder.description)
        parts.append(state.unsaved == 0 ? "saved" : "UNSAVED \(state.unsaved)")
        return " " + parts.joined(separator: " \(look.glyphs.dot) ") + " "
    }

    private var fewFacts: String {
        let parts =
            [place] + (screen.layer == .mine ? ["\(state.coder) only"] : []) + [
                state.unsaved == 0 ? "saved" : "UNSAVED \(state.unsaved)"
            ]
        return " " + parts.joined(separator: " \(look.glyphs.dot) ") + " "
    }

    private var place: String {
        let lines = screen.transcript.lines
        return "ln \(min(lines.line(ofScalar: screen.cursor), lines.count))/\(lines.count)"
    }

    /// Draws the hint bar from the command table, with the digit slots while something is selected.
    func drawHints(into surface: inout Surface) {
        var hints = CommandTable.rows.filter { $0.hintedIn.contains(state.place) }.map { ($0.keys[0], $0.title) }
        if state.place == .select {
            let slots = state.uses.slots.enumerated().map { ("\($0 + 1)", screen.codebook[$1]?.tag ?? $1.description) }
            hints.insert(contentsOf: slots.prefix(geometry.size.columns < 100 ? 4 : 9), at: min(1, hints.count))
        }
        drawHintBar(hints, row: geometry.hintRow, look: look, into: &surface)
    }
}

/// Draws keys and what they do on one row; as many as fit, help always among them.
func drawHintBar(_ hints: [(key: String, title: String)], row: Int, look: Look, into surface: inout Surface) {
    let help = hints.first { $0.key == "?" }
    let others = hints.filter { $0.key != "?" }
    let reserved = help.map { displayWidth(of: "\($0.key) \($0.title)") + 2 } ?? 0
    var column = 1
    func put(_ hint: (key: String, title: String)) {
        column = surface.put(hint.key, row: row, column: column, style: look.strong)
        column = surface.put(" " + hint.title, row: row, column: column, style: look.quiet) + 2
    }
    for hint in others {
        guard column + displayWidth(of: "\(hint.key) \(hint.title)") + 2 + reserved <= surface.columns else { break }
        put(hint)
    }
    if let help { put(help) }
}
