// The lower frame of the coding screen: its status line.

import CodingCore
import Screen
import TextMetrics

extension CodingDraw {
    /// Draws the status line: what was said last or where one is, then the place, the share coded, the coder.
    func drawStatus(into surface: inout Surface) {
        let width = geometry.size.columns
        let said = state.notice.map { look.said($0.text) }
        var left = " " + mode + (said.map { "  " + $0 } ?? situation)
        // Who needs the room gets it: first a sentence, then the name of the focus, then the facts. That something is not
        // saved never gives way.
        let needed = state.unsaved == 0 ? "" : " \(safety) "
        let choices = [allFacts, fewFacts] + (said == nil ? [] : [" \(safety) ", needed])
        let room = width - displayWidth(of: left)
        let right = choices.first { displayWidth(of: $0) <= room } ?? choices.last ?? ""
        if let said, displayWidth(of: left) + displayWidth(of: right) > width { left = " " + said }
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
            style: state.unsaved == 0 ? look.quiet : look.unsaved
        )
        if let notice = state.notice, notice.kind == .alarm {
            surface.restyle(row: geometry.statusRow, columns: 0..<width) { $0.attributes.formUnion(.reverse) }
        }
    }

    private var mode: String {
        guard let selection = screen.selection else { return "READ" }
        let words = screen.selectedSpan.map { screen.transcript.text.wordCount(in: $0) } ?? 0
        let subject = screen.edited.map { "EXTENT \(screen.tag(of: $0)) \(name(of: $0))" }
        return
            "\(subject ?? "SELECT \(selection.unit.rawValue)") \(look.glyphs.dot) \(words) word\(words == 1 ? "" : "s")"
    }

    private var situation: String {
        if !state.sequence.isEmpty || state.count != nil {
            return "  " + (state.count.map(String.init) ?? "") + state.sequence.joined() + look.glyphs.ellipsis
        }
        guard screen.selection == nil else { return "" }
        if let spotlight = screen.spotlight { return "  " + look.said(spotlightSentence(spotlight)) }
        return focus.map { "  " + (geometry.isWide ? focusAmongOthers($0) : focusInFull($0)) } ?? ""
    }

    private func spotlightSentence(_ code: CodeID) -> String {
        let count = screen.shown.count
        // In the narrowest windows the way out is worth more than the figure.
        let figure = geometry.size.columns < 80 ? "" : " · \(count) coding\(count == 1 ? "" : "s")"
        let key = state.table.row(of: .spotlight, in: .read)?.keys.first ?? ":spotlight"
        return "spotlight \(screen.codebook[code]?.tag ?? code.description)\(figure) · \(key) shows all"
    }

    /// The codings at the cursor by their tags, and the place of the focus among them.
    private func othersHere(_ focus: Coding) -> (place: String, tags: String)? {
        let here = screen.codingsAtCursor.reversed().map { (id: $0.id, tag: screen.tag(of: $0)) }
        guard here.count > 1, let index = here.firstIndex(where: { $0.id == focus.id }) else { return nil }
        return (
            "\(index + 1) of \(here.count) here", "(" + here.map(\.tag).joined(separator: " \(look.glyphs.dot) ") + ")"
        )
    }

    /// What is in focus where inspector and margin tell the rest.
    private func focusAmongOthers(_ focus: Coding) -> String {
        guard let others = othersHere(focus) else { return "focus \(screen.tag(of: focus)) \(name(of: focus))" }
        let key = state.table.row(of: .focusNext, in: .read)?.keys.first ?? ":focus-next"
        return "focus \(others.place) \(others.tags)  \(key) next"
    }

    /// What is in focus where nothing else tells of it.
    private func focusInFull(_ focus: Coding) -> String {
        let owner = screen.isMine(focus) ? "" : " \(look.glyphs.dot) \(focus.coder)"
        var text = "\(screen.tag(of: focus)) \(name(of: focus))\(owner)"
        if let others = othersHere(focus) { text += "  \(others.place) \(others.tags)" }
        guard !focus.memo.isEmpty else { return text }
        return text + ": \(look.glyphs.quoteOpen)\(focus.memoInOneLine)\(look.glyphs.quoteClose)"
    }

    private var allFacts: String {
        var parts = ["\(documentName) \(place)"]
        if geometry.isWide { parts.append("\(screen.shown.count) coding\(screen.shown.count == 1 ? "" : "s")") }
        if let share = screen.shareCoded { parts.append("\(Int((share * 100).rounded(.down)))% coded") }
        if screen.unplaced > 0 { parts.append("\(screen.unplaced) not placed") }
        parts.append(screen.layer == .mine ? "\(state.coder) only" : state.coder.description)
        parts.append(safety)
        return " " + parts.joined(separator: " \(look.glyphs.dot) ") + " "
    }

    private var fewFacts: String {
        let parts =
            [place] + (screen.layer == .mine ? ["\(state.coder) only"] : []) + [safety]
        return " " + parts.joined(separator: " \(look.glyphs.dot) ") + " "
    }

    /// Whether everything is on the disk.
    private var safety: String { state.unsaved == 0 ? "saved" : "UNSAVED \(state.unsaved)" }

    private var place: String {
        let lines = screen.transcript.lines
        let line = min(lines.line(ofScalar: screen.cursor), lines.count)
        return geometry.isWide ? "ln \(line)" : "ln \(line)/\(lines.count)"
    }
}
