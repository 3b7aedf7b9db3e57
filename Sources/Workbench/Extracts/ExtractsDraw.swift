// Draws the extracts of a code.

import CodingCore
import Screen
import TextMetrics

/// Draws the extracts screen.
struct ExtractsDraw {
    let state: AppState
    let extracts: ExtractsState
    let look: Look
    let list: ExtractsList
    private let frame: ListFrame

    init(state: AppState, extracts: ExtractsState, look: Look) {
        self.state = state
        self.extracts = extracts
        self.look = look
        list = ExtractsList(extracts, in: state, ellipsis: look.glyphs.ellipsis)
        frame = ListFrame(state: state, look: look)
    }

    /// Draws the screen and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface) -> CursorPlace? {
        frame.drawTitle(title, facts: facts, into: &surface)
        frame.drawStatus(saidOfChosen, into: &surface)
        let body = ListFrame.body(in: state.size)
        var cursor: CursorPlace?
        for (number, line) in list.lines.enumerated() {
            let row = body.lowerBound + number
            switch line {
            case .blank: break
            case .document(let index): drawDocument(index, row: row, into: &surface)
            case .words(let entry, let part):
                if entry == extracts.selection, cursor == nil {
                    cursor = CursorPlace(row: row, column: list.columns.text.lowerBound)
                }
                draw(entry, part, row: row, into: &surface)
            case .facts(let entry):
                if let wrapped = list.wrapped(entry) { drawFacts(wrapped.facts, row: row, into: &surface) }
            }
        }
        drawCard(into: &surface)
        surface.drawScrollBar(
            column: surface.columns - 1,
            rows: body,
            visible: list.entriesInSight,
            count: extracts.entries.count,
            glyphs: look.glyphs,
            style: look.quiet
        )
        guard !extracts.entries.isEmpty else {
            drawNothing(row: body.lowerBound + 1, into: &surface)
            return CursorPlace(row: body.lowerBound + 1, column: 1)
        }
        return cursor
    }

    private var title: String {
        let what: String
        switch extracts.subject {
        case .code(let id): what = "Extracts of " + state.nameWithTag(of: id)
        case .everything: what = "Extracts of all codes"
        case .disputed: what = "Extracts in dispute"
        case .notPlaced: what = "Extracts without a place"
        }
        let count = extracts.entries.count
        let of = count == extracts.total ? "\(count)" : "\(count) of \(extracts.total)"
        return "\(what) \(look.glyphs.dot) \(of) in \(counted(extracts.documentCount, "document"))"
    }

    private var facts: [String] {
        var facts = [extracts.context.title]
        if !extracts.marked.isEmpty { facts.append("\(extracts.marked.count) marked") }
        if let filter = extracts.filter { facts.append("filter: \(filter.source)") }
        facts.append(extracts.layer == .everyone ? "everyone" : "\(state.coder) only")
        if state.unsaved > 0 { facts.append("UNSAVED \(state.unsaved)") }
        return facts
    }

    private var saidOfChosen: String {
        if !extracts.undecided.isEmpty { return "Reading \(counted(extracts.undecided.count, "text")) for the filter…" }
        if extracts.unreadable > 0, extracts.filter != nil {
            return
                "\(counted(extracts.unreadable, "coding")) of texts that cannot be read: the filter sees only quotes."
        }
        guard let chosen = extracts.chosen else { return "" }
        if case .unreadable(let why)? = state.texts[chosen.coding.document] { return why }
        let memo = chosen.coding.memoInOneLine
        if !memo.isEmpty, list.columns.beside == nil {
            return "memo: \(look.glyphs.quoteOpen)\(memo)\(look.glyphs.quoteClose)"
        }
        guard let code = state.study.codebook[chosen.code] else { return "" }
        let meaning = code.brief.isEmpty ? code.definition : code.brief
        return "\(code.tag) \(code.name)" + (meaning.isEmpty ? "" : ": \(meaning)")
    }

    private func drawNothing(row: Int, into surface: inout Surface) {
        let why: String
        if extracts.total == 0 {
            why = "Nothing is coded so yet."
        } else if extracts.filter != nil {
            why = "None of \(counted(extracts.total, "extract")) passes the filter; f and an empty line take it away."
        } else {
            why = "None of \(counted(extracts.total, "extract")) is yours; A shows everyone's."
        }
        surface.put(look.said(why), row: row, column: list.columns.text.lowerBound, style: look.quiet)
    }

    private func drawDocument(_ index: Int, row: Int, into surface: inout Surface) {
        let document = state.study.documents[index]
        let group = extracts.groups[index] ?? ExtractsState.Group()
        let right = "\(group.listed) of \(counted(group.codings, "coding"))"
        let width = list.columns.card.map { $0.lowerBound - 3 } ?? surface.columns - 2
        let name = state.study.shortName(of: document.id)
        let about =
            [document.title == name ? "" : document.title]
            + document.attributes.pairs.map(\.value)
        let end = surface.put(
            fitted(name, columns: width / 3, ellipsis: look.glyphs.ellipsis),
            row: row,
            column: 1,
            style: look.strong
        )
        let column = width - displayWidth(of: right)
        surface.putFitted(
            about.filter { !$0.isEmpty }.joined(separator: " \(look.glyphs.dot) "),
            row: row,
            columns: end + 1..<max(end + 2, column - 1),
            ellipsis: look.glyphs.ellipsis,
            style: look.quiet
        )
        surface.put(right, row: row, column: column, style: look.quiet)
    }

    private func draw(_ index: Int, _ part: Int, row: Int, into surface: inout Surface) {
        guard let wrapped = list.wrapped(index) else { return }
        let entry = extracts.entries[index]
        let isChosen = index == extracts.selection
        if part == 0 { drawHead(entry, isChosen, row: row, into: &surface) }
        drawWords(wrapped, part, isChosen, row: row, into: &surface)
        if list.columns.beside != nil {
            drawBeside(entry, wrapped, part, isChosen, row: row, into: &surface)
        } else if part == wrapped.rows.count - 1, !wrapped.hasFactsRow {
            drawFacts(wrapped.facts, row: row, into: &surface)
        }
    }

    private func drawHead(_ entry: ExtractsState.Entry, _ isChosen: Bool, row: Int, into surface: inout Surface) {
        if isChosen { surface.put(String(look.glyphs.pointer), row: row, column: 0, style: look.accent) }
        if extracts.marked.contains(entry.coding.id) {
            surface.put(
                String(look.glyphs.bullet),
                row: row,
                column: list.columns.locator.upperBound,
                style: look.accent
            )
        }
        let lines = state.lines(of: entry.coding).map { lines in
            lines.count == 1 ? "\(lines.lowerBound)" : look.said("\(lines.lowerBound)–\(lines.upperBound)")
        }
        surface.putFitted(
            lines ?? "",
            row: row,
            columns: list.columns.locator,
            ellipsis: look.glyphs.ellipsis,
            style: isChosen ? look.accent : look.quiet
        )
        guard !list.columns.tag.isEmpty else { return }
        surface.put(
            state.study.codebook[entry.code]?.tag ?? "??",
            row: row,
            column: list.columns.tag.lowerBound,
            style: hue(of: entry.code),
            limit: list.columns.tag.upperBound
        )
    }

    private func hue(of code: CodeID) -> Style {
        state.study.codebook[code] == nil
            ? .plain : Style(foreground: look.hue(of: code, in: state.study.codebook))
    }

    /// Draws one row of an extract's words: the passage plain, its brackets in the accent, the talk around it quiet.
    private func drawWords(
        _ wrapped: ExtractsList.Wrapped,
        _ part: Int,
        _ isChosen: Bool,
        row: Int,
        into surface: inout Surface
    ) {
        let columns = list.columns.text
        let line = wrapped.rows[part]
        var end = columns.lowerBound
        for cluster in placedClusters(of: line, in: wrapped.text.utf8) {
            let style: Style
            switch wrapped.text.part(ofByte: cluster.bytes.lowerBound) {
            case .passage: style = isChosen ? look.strong : .plain
            case .bracket: style = look.accent
            case .around: style = look.quiet
            case .label: style = look.quiet.adding(.bold)
            }
            end = surface.put(
                String(decoding: wrapped.text.utf8[cluster.bytes], as: UTF8.self),
                row: row,
                column: columns.lowerBound + cluster.column,
                style: style,
                limit: columns.upperBound
            )
        }
        let isCut = part == 0 && wrapped.isCutAbove || part == wrapped.rows.count - 1 && wrapped.isCutBelow
        guard isCut else { return }
        let sign = look.glyphs.ellipsis
        let column =
            part == 0 && wrapped.isCutAbove ? columns.lowerBound : min(end, columns.upperBound - displayWidth(of: sign))
        surface.put(sign, row: row, column: column, style: look.accent, limit: columns.upperBound)
    }

    /// Draws what is said of an extract at the right end of a row.
    private func drawFacts(_ facts: ExtractFacts, row: Int, into surface: inout Surface) {
        let text = fitted(
            facts.line(dot: look.glyphs.dot),
            columns: list.columns.text.count,
            ellipsis: look.glyphs.ellipsis
        )
        surface.put(text, row: row, column: list.columns.text.upperBound - displayWidth(of: text), style: look.quiet)
    }

    /// Draws what is said of an extract beside its words: coder and day, other codes, the memo.
    private func drawBeside(
        _ entry: ExtractsState.Entry,
        _ wrapped: ExtractsList.Wrapped,
        _ part: Int,
        _ isChosen: Bool,
        row: Int,
        into surface: inout Surface
    ) {
        guard let columns = list.columns.beside else { return }
        let facts = wrapped.facts
        let memo =
            entry.coding.memo.isEmpty
            ? "" : "\(look.glyphs.quoteOpen)\(entry.coding.memoInOneLine)\(look.glyphs.quoteClose)"
        let also = facts.also.isEmpty ? "" : "also " + alsoInFull(facts, columns.count)
        let head = ([facts.coder, facts.day] + facts.marks).joined(separator: " ")
        var lines = [head]
        if wrapped.rows.count == 1 {
            lines = [[head, also].filter { !$0.isEmpty }.joined(separator: " \(look.glyphs.dot) ")]
        } else if !also.isEmpty {
            lines.append(also)
        }
        if !memo.isEmpty, lines.count < wrapped.rows.count {
            let room = wrapped.rows.count - lines.count
            lines += paragraph(memo, columns: columns.count, atMost: room, ellipsis: look.glyphs.ellipsis)
        } else if !memo.isEmpty {
            lines[0] += "  " + memo
        }
        guard part < lines.count else { return }
        surface.putFitted(
            lines[part],
            row: row,
            columns: columns,
            ellipsis: look.glyphs.ellipsis,
            style: look.quiet
        )
    }

    /// The other codes by tag and name where that fits, else by their tags.
    private func alsoInFull(_ facts: ExtractFacts, _ columns: Int) -> String {
        let full = facts.alsoNamed.joined(separator: ", ")
        return displayWidth(of: full) + 5 <= columns ? full : facts.also.joined(separator: " ")
    }
}

extension AppState {
    /// A code's tag and name; its id where the codebook does not have it.
    func nameWithTag(of code: CodeID) -> String {
        study.codebook[code].map { [$0.tag, $0.name].filter { !$0.isEmpty }.joined(separator: " ") } ?? code.description
    }
}
