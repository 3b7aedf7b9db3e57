// What the mouse does on the page of an import, and a file dropped on the terminal, which arrives as a paste.

import Screen

extension AppState {
    /// A press chooses a row, one on the chosen row changes it; the wheel moves the pointer, or the text under it.
    mutating func handleInImporting(_ event: MouseEvent) -> [Effect] {
        guard let layout = importing?.layout else { return [] }
        let isOverText = layout.text.contains(row: event.row, column: event.column)
        switch event.action {
        case .wheelDown, .wheelUp:
            let rows = event.action == .wheelDown ? Self.wheelRows : -Self.wheelRows
            if isOverText { importing?.scrollText(by: rows) } else { importing?.move(by: rows) }
        case .press where event.button == .left:
            guard layout.facts.contains(row: event.row, column: event.column),
                let pressed = importing.map({ $0.list.top + event.row - layout.facts.row }),
                importing?.lines.indices.contains(pressed) == true, importing?.lines[pressed].isChoosable == true
            else { return [] }
            notice = nil
            guard importing?.list.selection == pressed else {
                importing?.select(pressed)
                return []
            }
            if let why = obstacle(to: .change) { refuse(why) } else { return changeImport() }
        case .press, .drag, .release: break
        }
        return []
    }

    /// Whether a paste on a list is the path of a file, as terminals send it when one is dropped on them.
    func isFileDropped(_ text: String) -> Bool {
        guard screen == .dashboard || screen == .documents, !text.trimmingBlanks.contains(where: \.isNewline) else {
            return false
        }
        let words = ImportPath(text).words
        return words.hasPrefix("/") || words.hasPrefix("~/")
    }
}
