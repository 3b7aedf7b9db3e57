// From the state to a frame: which screen, which overlay, where the cursor lies. Pure: a state in, a surface out.

import CodingCore
import Screen
import TextMetrics

/// One frame: what is shown and where the terminal's cursor lies.
struct Frame {
    var surface: Surface
    var cursor: CursorPlace?
}

extension AppState {
    /// Draws the state.
    func frame(_ look: Look) -> Frame {
        var frame = drawn(look)
        look.finish(&frame.surface)
        return frame
    }

    private func drawn(_ look: Look) -> Frame {
        var surface = Surface(rows: size.rows, columns: size.columns)
        guard size.isUsable else {
            let text =
                "Gloss needs \(WindowSize.smallest.columns)×\(WindowSize.smallest.rows); here are \(size.columns)×\(size.rows)."
            surface.put(look.said(text), row: 0, column: 0)
            surface.put("Everything is saved.", row: 1, column: 0)
            return Frame(surface: surface, cursor: nil)
        }
        guard !isBlanked else {
            let key = table.key(of: .privacy, in: place) ?? "Esc"
            surface.put(look.said("Gloss · \(key) goes on"), row: size.rows - 1, column: 1, style: look.quiet)
            return Frame(surface: surface, cursor: nil)
        }
        var cursor = drawScreen(look, into: &surface)
        drawHints(look, into: &surface)
        drawWholeNotice(look, into: &surface)
        if showsWhichKey, overlay == nil, let whichKey {
            WhichKeyDraw(whichKey: whichKey, look: look, size: size).draw(into: &surface, cursor: cursor)
        }
        switch overlay {
        case .picker(let picker): cursor = PickerDraw(picker: picker, look: look, size: size).draw(into: &surface)
        case .help(let help): cursor = HelpDraw(help: help, look: look).draw(into: &surface, size: size)
        case .memo(let memo): cursor = drawMemo(memo, look, into: &surface)
        case .prompt(let prompt): cursor = drawPrompt(prompt, look, into: &surface)
        case .question(let question): cursor = drawQuestion(question, look, into: &surface)
        case .filter(let filter): cursor = drawFilter(filter, look, into: &surface)
        case .palette(let palette): cursor = PaletteDraw(palette: palette, look: look, size: size).draw(into: &surface)
        case .questions(let asked):
            guard let coding else { break }
            cursor = QuestionDraw(asked: asked, screen: coding, study: study, look: look, size: size).draw(
                into: &surface
            )
        case .search(let search):
            cursor = SearchDraw(search: search, hits: coding?.hits.count ?? 0, look: look).draw(
                into: &surface,
                size: size
            )
        case nil: break
        }
        return Frame(surface: surface, cursor: cursor)
    }

    private func drawScreen(_ look: Look, into surface: inout Surface) -> CursorPlace? {
        switch screen {
        case .coding: coding.flatMap { drawCoding($0, look, into: &surface) }
        case .documents: DocumentsDraw(state: self, documents: documents, look: look).draw(into: &surface)
        case .dashboard: DashboardDraw(state: self, dashboard: dashboard, look: look).draw(into: &surface)
        case .extracts:
            extracts.flatMap { ExtractsDraw(state: self, extracts: $0, look: look).draw(into: &surface) }
        case .notebook(let page):
            notebook[page].map { NotebookDraw(state: self, page: $0, look: look).draw(into: &surface) }
        case .framework:
            framework.flatMap { FrameworkDraw(state: self, framework: $0, look: look).draw(into: &surface) }
        case .search: keywords.flatMap { KeywordDraw(state: self, search: $0, look: look).draw(into: &surface) }
        case .matrix: matrix.flatMap { MatrixDraw(state: self, matrix: $0, look: look).draw(into: &surface) }
        case .importing:
            importing.map { ImportingDraw(state: self, importing: $0, look: look).draw(into: &surface) }
        }
    }

    private func drawCoding(_ screen: CodingState, _ look: Look, into surface: inout Surface) -> CursorPlace? {
        let draw = CodingDraw(self, screen, look: look, height: screen.geometry.textRows)
        draw.drawAll(into: &surface)
        return draw.cursor
    }

    /// Draws the hint bar from the command table, with the digit slots while something is selected.
    private func drawHints(_ look: Look, into surface: inout Surface) {
        guard let row = size.hintRow else { return }
        var hints = table.hints(in: place)
        if place == .select {
            let slots = uses.slots.map {
                (key: "\($0.digit)", title: study.codebook[$0.code]?.tag ?? $0.code.description)
            }
            hints.insert(contentsOf: slots.prefix(size.columns < 100 ? 4 : 9), at: min(1, hints.count))
        }
        drawHintBar(hints, keeping: table.discoveryKeys(in: place), row: row, look: look, into: &surface)
    }

    private func drawMemo(_ memo: MemoState, _ look: Look, into surface: inout Surface) -> CursorPlace {
        // What is wrong with a memo is said below it, even where there are no hints.
        let rows = size.rows - (size.hasHints || memo.remark != nil ? 2 : 1)..<size.rows
        surface.fill(Rectangle(row: rows.lowerBound, column: 0, rows: rows.count, columns: size.columns))
        let title = fitted(look.said(memo.title), columns: size.columns / 2, ellipsis: look.glyphs.ellipsis)
        let column = surface.put(" \(title): ", row: rows.lowerBound, column: 0, style: look.accent)
        var line = memo.line
        let cursor = line.draw(
            into: &surface,
            row: rows.lowerBound,
            column: column,
            columns: max(2, size.columns - column - 1)
        )
        guard memo.remark == nil else {
            let remark = fitted(
                " " + look.said(memo.remark ?? ""),
                columns: size.columns,
                ellipsis: look.glyphs.ellipsis
            )
            surface.put(remark, row: rows.upperBound - 1, column: 0, style: look.strong)
            return CursorPlace(row: rows.lowerBound, column: cursor)
        }
        if let row = size.hintRow { drawHintBar(memo.hints, row: row, look: look, into: &surface) }
        return CursorPlace(row: rows.lowerBound, column: cursor)
    }
}
