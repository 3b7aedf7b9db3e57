// Draws keyword in context: the hits aligned on each other by display width, with the tags of what they are coded with. Reads the
// state only.

import CodingCore
import Screen
import TextMetrics

/// Draws the search over all texts.
struct KeywordDraw {
    let state: AppState
    let search: KeywordState
    let look: Look

    private var frame: ListFrame { ListFrame(state: state, look: look) }

    /// Where the parts of a row stand.
    struct Layout: Equatable {
        let place: Range<Int>
        let before: Range<Int>
        let hit: Range<Int>
        /// The talk after the hit begins where its words end, and ends here.
        let end: Int
        let tags: Range<Int>

        init(columns: Int, place: Int, hit: Int, tags: Int) {
            let tags = min(tags, columns / 5)
            let room = max(16, columns - place - tags - 6)
            let hit = min(hit, room / 3)
            let side = (room - hit) / 2
            self.place = 2..<2 + place
            before = self.place.upperBound + 1..<self.place.upperBound + 1 + side
            self.hit = before.upperBound + 1..<before.upperBound + 1 + hit
            end = columns - tags - 2
            self.tags = columns - tags - 1..<columns - 1
        }
    }

    /// Draws the screen and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface) -> CursorPlace? {
        frame.drawTitle(title, facts: facts, into: &surface)
        frame.drawStatus(status, into: &surface)
        let body = ListFrame.body(in: state.size)
        guard !search.hits.isEmpty else {
            surface.put(look.said(empty), row: body.lowerBound, column: 2)
            return CursorPlace(row: body.lowerBound, column: 2)
        }
        var list = search.list
        let visible = list.visibleRows(count: search.hits.count, height: body.count)
        // Columns are as wide as what is in sight needs, so that the hits stand below each other.
        let shownHits = search.hits[visible]
        let places = shownHits.map { state.study.locator($0.document.id, lines: $0.line...$0.line) }
        let tags = shownHits.map(tags)
        let layout = Layout(
            columns: surface.columns - 1,
            place: places.map { displayWidth(of: $0) }.max() ?? 0,
            hit: shownHits.map { displayWidth(of: inOneRow($0.words)) }.max() ?? 0,
            tags: tags.map { displayWidth(of: $0) }.max() ?? 0
        )
        for (offset, index) in visible.enumerated() {
            drawHit(index, places[offset], tags[offset], layout, row: body.lowerBound + offset, into: &surface)
        }
        surface.drawScrollBar(
            column: surface.columns - 1,
            rows: body,
            visible: visible,
            count: search.hits.count,
            glyphs: look.glyphs,
            style: look.quiet
        )
        return CursorPlace(row: body.lowerBound + list.selection - visible.lowerBound, column: layout.hit.lowerBound)
    }

    private var title: String {
        let words = search.pattern.map { "  \($0.source)" } ?? ""
        return "Search" + look.said(words)
    }

    private var facts: [String] {
        guard let found = search.concordance else { return [] }
        return [
            search.filter.map { "only \($0.source)" } ?? "", search.isOnlyUncoded ? "not coded" : "",
            search.order == .document ? "" : "by the words \(search.order.rawValue)",
            search.marked.isEmpty ? "" : "\(search.marked.count) marked", "code the \(search.unit.rawValue)",
            "\(counted(found.hits.count, "hit")) in \(found.documents) of \(counted(found.of, "document"))",
        ].filter { !$0.isEmpty }
    }

    private var empty: String {
        guard let pattern = search.pattern else {
            return
                "\(state.table.key(of: .search, in: .search) ?? "/") looks for words: confus* | barrier*, or /a pattern/."
        }
        guard search.concordance != nil else { return "Looking…" }
        return "“\(pattern.source)” is nowhere" + (search.isOnlyUncoded ? " that is not coded." : ".")
    }

    private var status: String {
        guard let hit = search.chosen else { return "" }
        let place = state.study.locator(hit.document.id, lines: hit.line...hit.line)
        let codes = hit.codes.map { state.study.codebook[$0]?.name ?? $0.description }.joined(separator: ", ")
        let given = search.concordance?.givenUp.first.map { " · too slow in \(state.study.shortName(of: $0))" } ?? ""
        return [place, hit.speaker, codes.isEmpty ? "not coded" : codes].filter { !$0.isEmpty }.joined(separator: " · ")
            + given
    }

    private func inOneRow(_ words: String) -> String {
        shown(words.split(whereSeparator: \.isNewline).joined(separator: " "), keepsLines: false)
    }

    private func tags(_ hit: KeywordHit) -> String {
        hit.codes.isEmpty
            ? String(look.glyphs.dot)
            : hit.codes.map { id in
                state.study.codebook[id].map { $0.tag.isEmpty ? id.description : $0.tag } ?? id.description
            }
            .joined(separator: " ")
    }

    private func drawHit(
        _ index: Int,
        _ place: String,
        _ tags: String,
        _ layout: Layout,
        row: Int,
        into surface: inout Surface
    ) {
        let hit = search.hits[index]
        let isChosen = index == search.list.selection
        let style: Style = isChosen ? look.strong : .plain
        let ellipsis = look.glyphs.ellipsis
        if isChosen { surface.put(String(look.glyphs.pointer), row: row, column: 0, style: look.accent) }
        if search.marked.contains(hit.place) {
            surface.put("*", row: row, column: 1, style: look.accent)
        }
        surface.putFitted(place, row: row, columns: layout.place, alignment: .right, style: look.quiet)
        let before = fittedAtEnd(look.said(inOneRow(hit.before)), columns: layout.before.count, ellipsis: ellipsis)
        surface.putFitted(before, row: row, columns: layout.before, alignment: .right, style: style)
        surface.put(String(look.glyphs.vertical), row: row, column: layout.hit.lowerBound - 1, style: look.quiet)
        let words = fitted(look.said(inOneRow(hit.words)), columns: layout.hit.count, ellipsis: ellipsis)
        let end = surface.put(words, row: row, column: layout.hit.lowerBound, style: look.hit(style))
        surface.put(String(look.glyphs.vertical), row: row, column: end, style: look.quiet)
        if end + 1 < layout.end {
            surface.putFitted(
                look.said(inOneRow(hit.after)),
                row: row,
                columns: end + 1..<layout.end,
                ellipsis: ellipsis,
                style: style
            )
        }
        surface.putFitted(tags, row: row, columns: layout.tags, ellipsis: ellipsis, style: look.quiet)
    }
}
