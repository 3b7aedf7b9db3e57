// The row of keys at the bottom of a screen. Knows words and widths, not the table.

import Screen
import TextMetrics

/// Draws keys and what they do on one row, in their order: as many as fit, none in part.
///
/// - Parameter kept: the keys that the others give way to, the most important first.
func drawHintBar(
    _ hints: [(key: String, title: String)],
    keeping kept: [String] = [],
    row: Int,
    look: Look,
    into surface: inout Surface
) {
    let gap = 2
    let widths = hints.map { displayWidth(of: "\($0.key) \(look.said($0.title))") + gap }
    // The last one needs no gap after it, but the row begins with a blank.
    var room = surface.columns - 1 + gap
    var chosen: Set<Int> = []
    for index in kept.compactMap({ key in hints.firstIndex { $0.key == key } }) where widths[index] <= room {
        chosen.insert(index)
        room -= widths[index]
    }
    for index in hints.indices where !chosen.contains(index) {
        guard widths[index] <= room else { break }
        chosen.insert(index)
        room -= widths[index]
    }
    var column = 1
    for (key, title) in chosen.sorted().map({ hints[$0] }) {
        column = surface.put(key, row: row, column: column, style: look.strong)
        column = surface.put(" " + look.said(title), row: row, column: column, style: look.quiet) + gap
    }
}
