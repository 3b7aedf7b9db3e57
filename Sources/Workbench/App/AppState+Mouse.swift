// What the mouse does: the wheel scrolls, a press puts the cursor, a drag selects.

import CodingCore
import Screen

extension AppState {
    static let wheelRows = 3

    /// Follows the mouse.
    mutating func handle(_ event: MouseEvent, edit: CodingEdit) -> [Effect] {
        guard size.isUsable else { return [] }
        if overlay != nil { return handleInOverlay(event, edit: edit) }
        switch screen {
        case .coding: break
        case .documents: return handleInDocuments(event)
        case .dashboard: return handleOnDashboard(event, edit: edit)
        case .extracts: return handleInExtracts(event, edit: edit)
        case .importing: return handleInImporting(event)
        case .notebook: return handleInNotebook(event, edit: edit)
        case .matrix: return handleInMatrix(event)
        case .framework: return handleInFramework(event)
        case .search: return handleInKeywords(event)
        }
        switch event.action {
        case .wheelDown: coding?.scroll(by: Self.wheelRows)
        case .wheelUp: coding?.scroll(by: -Self.wheelRows)
        case .press where event.button == .left: press(row: event.row, column: event.column)
        case .drag where event.button == .left: coding?.drag(row: event.row, column: event.column)
        case .release: coding?.press?.isDown = false
        case .press, .drag: break
        }
        return []
    }

    /// A press on a stripe or a name takes its coding; in the text it puts the cursor.
    private mutating func press(row: Int, column: Int) {
        notice = nil
        guard let screen = coding else { return }
        if let named = draw(screen).coding(inLegendAtRow: row, column: column) {
            coding?.press = nil
            coding?.focus(on: named, row: max(screen.top, screen.rows.rows(of: named.span).lowerBound))
            return
        }
        let isInMargin = screen.geometry.margin?.contains(column) == true
        // What a pane says is not the text beside it.
        let isInPane =
            screen.geometry.codebook?.contains(column) == true || screen.geometry.card?.contains(column) == true
        let pressed =
            isInMargin ? draw(screen).coding(namedOnRow: row) : screen.codingOfStripe(atRow: row, column: column)
        guard !isInPane, let pressed, let textRow = screen.textRow(atRow: row) else {
            if isInPane || isInMargin { coding?.press = nil } else { coding?.press(row: row, column: column) }
            return
        }
        coding?.press = nil
        coding?.focus(on: pressed, row: textRow)
    }

    /// The screen as it is drawn, to find out what stands at a place. Where names stand depends on signs, not on colours.
    private func draw(_ screen: CodingState) -> CodingDraw {
        let look = Look(preferences, colours: 0, isUTF8: true)
        return CodingDraw(self, screen, look: look, height: screen.geometry.textRows)
    }

    /// The wheel goes through lists; a press outside of what the overlay offers does nothing.
    private mutating func handleInOverlay(_ event: MouseEvent, edit: CodingEdit) -> [Effect] {
        switch overlay {
        case .memo, .search, .filter, .prompt, .question: return []
        case .palette(let palette): return handle(event, in: palette, edit: edit)
        case .picker(let picker): return handle(event, in: picker, edit: edit)
        case .help, .questions, nil: break
        }
        switch event.action {
        case .wheelDown: return handleInOverlay(KeyPress(.down), edit: edit)
        case .wheelUp: return handleInOverlay(KeyPress(.up), edit: edit)
        case .press, .drag, .release: return []
        }
    }

    /// The wheel moves the pointer; Up and Down would go through what was run before.
    private mutating func handle(_ event: MouseEvent, in palette: PaletteState, edit: CodingEdit) -> [Effect] {
        switch event.action {
        case .wheelDown: handle(KeyPress("n", .control), in: palette, edit: edit)
        case .wheelUp: handle(KeyPress("p", .control), in: palette, edit: edit)
        case .press, .drag, .release: []
        }
    }

    /// A press chooses a document; one on the chosen document opens it.
    private mutating func handleInDocuments(_ event: MouseEvent) -> [Effect] {
        let height = DocumentsState.height(in: size)
        switch event.action {
        case .wheelDown: documents.move(Self.wheelRows, height: height)
        case .wheelUp: documents.move(-Self.wheelRows, height: height)
        case .press where event.button == .left:
            guard let pressed = documents.document(atRow: event.row, height: height) else { return [] }
            if documents.chosen == pressed { return [.open(pressed, place: nil)] }
            documents.choose(pressed)
        case .press, .drag, .release: break
        }
        return []
    }
}

extension CodingState {
    /// Scrolls by rows. In READ the cursor comes along; a selection is left alone, and the next motion shows it again.
    fileprivate mutating func scroll(by count: Int) {
        top = min(max(0, top + count), max(0, rows.count - geometry.textRows))
        guard selection == nil else { return }
        let row = rows.row(ofScalar: cursor)
        let lowest = top + geometry.textRows - 1
        if row < top { moveRows(top - row) }
        if row > lowest { moveRows(lowest - row) }
    }
}
