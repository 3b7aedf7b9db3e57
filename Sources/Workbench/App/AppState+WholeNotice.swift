// A sentence of refusal or alarm that no row has room for. It says what to do, often at its end, so it is never cut where
// there is room above: it grows upwards over the screen until the next key.

import Screen
import TextMetrics

extension AppState {
    /// As many rows as a sentence may take.
    private static let noticeRows = 5

    /// Draws the sentence that was said last whole, if it asks for something and is wider than its row.
    func drawWholeNotice(_ look: Look, into surface: inout Surface) {
        guard let notice, notice.kind != .told else { return }
        let said = look.said(notice.text)
        guard displayWidth(of: said) + 1 > size.columns else { return }
        let ellipsis = look.glyphs.ellipsis
        let lines = paragraph(said, columns: size.columns - 2, atMost: Self.noticeRows, ellipsis: ellipsis)
        let first = size.statusRow + 1 - lines.count
        let style = notice.kind == .alarm ? look.bar : look.strong
        surface.fill(Rectangle(row: first, column: 0, rows: lines.count, columns: size.columns), style: style)
        for (offset, line) in lines.enumerated() {
            surface.put(line, row: first + offset, column: 1, style: style)
        }
    }
}
