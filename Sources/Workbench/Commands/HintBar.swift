// The row of keys at the bottom of a screen. Knows words and widths, not the table.

import Screen
import TextMetrics

/// Draws keys and what they do on one row; as many as fit, none in part, help always among them.
func drawHintBar(_ hints: [(key: String, title: String)], row: Int, look: Look, into surface: inout Surface) {
    let help = hints.first { $0.key == "?" }
    let others = hints.filter { $0.key != "?" }
    func width(_ hint: (key: String, title: String)) -> Int { displayWidth(of: "\(hint.key) \(look.said(hint.title))") }
    let reserved = help.map { width($0) + 2 } ?? 0
    var column = 1
    func put(_ hint: (key: String, title: String)) {
        column = surface.put(hint.key, row: row, column: column, style: look.strong)
        column = surface.put(" " + look.said(hint.title), row: row, column: column, style: look.quiet) + 2
    }
    for hint in others {
        guard column + width(hint) + 2 + reserved <= surface.columns else { break }
        put(hint)
    }
    if let help { put(help) }
}
