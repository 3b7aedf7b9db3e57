// Draws the dashboard: its frame, the headings of its parts, and which part holds the pointer.

import CodingCore
import Screen
import TextMetrics

/// Draws the dashboard screen.
struct DashboardDraw {
    let state: AppState
    let dashboard: DashboardState
    let look: Look
    let layout: DashboardLayout
    let steps: [NextStep]
    let frame: ListFrame

    init(state: AppState, dashboard: DashboardState, look: Look) {
        self.state = state
        self.dashboard = dashboard
        self.look = look
        layout = state.dashboardLayout
        steps = state.nextSteps
        frame = ListFrame(state: state, look: look)
    }

    /// Draws the screen and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface) -> CursorPlace? {
        frame.drawTitle(
            state.study.settings.title,
            facts: [
                counted(state.study.codebook.codes.count { $0.isApplicable }, "code"),
                counted(dashboard.documents.reduce(0) { $0 + $1.codings }, "coding"),
                counted(dashboard.documents.count, "document"),
                "coder \(state.coder)",
                state.unsaved == 0 ? "saved" : "UNSAVED \(state.unsaved)",
            ],
            into: &surface
        )
        frame.drawStatus(saidOfChosen, into: &surface)
        guard !dashboard.documents.isEmpty else {
            drawWelcome(into: &surface)
            return CursorPlace(row: layout.documents.row, column: 1)
        }
        let body = ListFrame.body(in: state.size)
        for column in layout.rules {
            surface.drawRule(column: column, rows: body, glyphs: look.glyphs, style: look.quiet)
            surface.put(String(look.glyphs.teeDown), row: 1, column: column, style: look.quiet)
        }
        var cursor: CursorPlace?
        for section in DashboardState.Section.allCases {
            if let here = draw(section, into: &surface) { cursor = here }
        }
        drawAdding(into: &surface)
        drawDays(into: &surface)
        drawCoders(into: &surface)
        return cursor
    }

    private func draw(_ section: DashboardState.Section, into surface: inout Surface) -> CursorPlace? {
        let area = layout.area(of: section)
        let count = dashboard.count(of: section, steps: steps.count)
        drawHeading(of: section, over: area, into: &surface)
        guard count > 0 else {
            let nothing = section == .codes ? "No passage is coded yet." : "Nothing waits."
            surface.putFitted(
                nothing,
                row: area.row,
                columns: area.column + 1..<area.endColumn,
                ellipsis: look.glyphs.ellipsis,
                style: look.quiet
            )
            return nil
        }
        var list = dashboard.list(of: section)
        let isHere = dashboard.section == section
        list.draw(into: &surface, in: area, count: count) { number, line, isSelected, surface in
            let isChosen = isHere && isSelected
            switch section {
            case .documents: drawDocument(dashboard.documents[number], line, isChosen, into: &surface)
            case .codes: drawCode(dashboard.codes[number], line, isChosen, into: &surface)
            case .next: drawStep(steps[number], line, isChosen, into: &surface)
            }
            if isChosen {
                surface.put(String(look.glyphs.pointer), row: line.row, column: line.column, style: look.accent)
            }
        }
        let visible = list.visibleRows(count: count, height: area.rows)
        surface.drawScrollBar(
            column: area.endColumn - 1,
            rows: area.row..<area.endRow,
            visible: visible,
            count: count,
            glyphs: look.glyphs,
            style: look.quiet
        )
        guard isHere else { return nil }
        return CursorPlace(row: area.row + list.selection - visible.lowerBound, column: area.column + 1)
    }

    /// Says below the documents how more are added, where there is a row.
    private func drawAdding(into surface: inout Surface) {
        let area = layout.documents
        guard dashboard.documents.count < area.rows, let key = state.table.key(of: .import, in: .dashboard) else {
            return
        }
        surface.putFitted(
            look.said("+ \(key) add documents: .txt .md .docx .odt .rtf .html .vtt .srt …"),
            row: area.row + dashboard.documents.count,
            columns: area.column + 1..<area.endColumn - 1,
            ellipsis: look.glyphs.ellipsis,
            style: look.quiet
        )
    }

    private func drawHeading(of section: DashboardState.Section, over area: Rectangle, into surface: inout Surface) {
        let style = dashboard.section == section ? look.accent : look.strong
        switch section {
        case .documents: drawDocumentsHeading(area, style, into: &surface)
        case .codes:
            let title = dashboard.isByTime ? "CODES USED LATELY" : "CODES MOST USED"
            surface.put(title, row: area.row - 1, column: area.column + 1, style: style, limit: area.endColumn)
        case .next:
            surface.put("WHAT NEXT", row: area.row - 1, column: area.column + 1, style: style, limit: area.endColumn)
        }
    }

    /// What an empty study says.
    private func drawWelcome(into surface: inout Surface) {
        let key = state.table.key(of: .import, in: .dashboard) ?? ":" + Command.import.name
        let lines = [
            ("DOCUMENTS", look.accent), ("", .plain),
            ("Nothing to read yet. Bring the interviews in, one here or all from the shell:", .plain), ("", .plain),
            ("    \(key)  and the name of a file", look.strong), ("    gloss import FILE…", look.strong), ("", .plain),
            (".txt .md .docx .odt .rtf .html .vtt .srt and more; the files stay as they are.", look.quiet),
            (
                state.study.codebook.codes.isEmpty
                    ? "A codebook is a YAML file in codebooks/; docs/FORMAT.md says how it is written."
                    : "\(counted(state.study.codebook.codes.count { $0.isApplicable }, "code")) are ready in the codebook.",
                look.quiet
            ),
        ]
        for (number, line) in lines.enumerated() {
            surface.put(
                fitted(look.said(line.0), columns: surface.columns - 2, ellipsis: look.glyphs.ellipsis),
                row: 2 + number,
                column: 1,
                style: line.1
            )
        }
    }

    private var saidOfChosen: String {
        let index = dashboard.index
        switch dashboard.section {
        case .documents:
            return dashboard.documents.indices.contains(index) ? frame.saidOf(dashboard.documents[index]) : ""
        case .next: return steps.indices.contains(index) ? state.explanation(of: steps[index]) : ""
        case .codes:
            guard dashboard.codes.indices.contains(index) else { return "" }
            let row = dashboard.codes[index]
            let meaning = row.code.brief.isEmpty ? row.code.definition : row.code.brief
            return "\(row.code.name) · \(counted(row.codings, "coding")) in \(row.documents) of "
                + counted(dashboard.documents.count, "document") + (meaning.isEmpty ? "" : " · \(meaning)")
        }
    }
}
