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
        }
        switch event.action {
        case .wheelDown: coding?.scroll(by: Self.wheelRows)
        case .wheelUp: coding?.scroll(by: -Self.wheelRows)
        case .press where event.button == .left: press(row: event.row, column: event.column)
        case .drag where event.button == .left: coding?.drag(row: event.row, column: event.column)
        case .release: coding?.dragStart = nil
        case .press, .drag: break
        }
        return []
    }

    private mutating func press(row: Int, column: Int) {
        notice = nil
        let place = coding?.scalar(atRow: row, column: column)
        coding?.dragStart = place
        guard let place else { return }
        coding?.dropSelection()
        coding?.move(to: place)
    }

    /// The wheel goes through lists; a press outside of what the overlay offers does nothing.
    private mutating func handleInOverlay(_ event: MouseEvent, edit: CodingEdit) -> [Effect] {
        if case .memo = overlay { return [] }
        if case .picker(let picker) = overlay { return handle(event, in: picker, edit: edit) }
        if case .palette(let palette) = overlay { return handle(event, in: palette, edit: edit) }
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

    /// Selects from where the button went down; beyond the window's edge the text moves.
    fileprivate mutating func drag(row: Int, column: Int) {
        guard let dragStart else { return }
        let place = scalar(atRow: row, column: column)
        // A hand that shakes within one character selects nothing.
        if selection == nil, place == dragStart { return }
        if selection == nil { selection = Selection(at: dragStart) }
        if let place {
            move(to: place)
        } else if row < geometry.textTop {
            moveRows(-1)
        } else if row >= geometry.textTop + geometry.textRows {
            moveRows(1)
        }
    }

    /// The scalar drawn at a place of the window; nothing outside the text.
    fileprivate func scalar(atRow row: Int, column: Int) -> Int? {
        let line = row - geometry.textTop
        guard line >= 0, line < geometry.textRows, top + line < rows.count else { return nil }
        return rows.scalar(inRow: top + line, column: max(0, column - geometry.textColumn))
    }
}
