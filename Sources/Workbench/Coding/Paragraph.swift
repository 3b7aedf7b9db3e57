// Prose of a few rows: definitions, memos, rules. Documents are broken by DisplayRows.

import TextMetrics

/// The rows that a text takes in so many columns; what does not fit into so many rows is cut with the ellipsis.
func paragraph(_ text: String, columns: Int, atMost most: Int = .max, ellipsis: String) -> [String] {
    guard columns > 0, most > 0, !text.isEmpty else { return [] }
    let utf8 = Array(text.utf8)
    let rows = wrapRows(utf8, columns: columns)
    func words(_ bytes: Range<Int>) -> String {
        var words = String(decoding: utf8[bytes], as: UTF8.self)
        while words.last == " " { words.removeLast() }
        return words
    }
    guard rows.count > most, let last = rows.prefix(most).last else { return rows.map { words($0.bytes) } }
    let cut = fitted(words(last.byteStart..<utf8.count), columns: columns, ellipsis: ellipsis)
    return rows.prefix(most - 1).map { words($0.bytes) } + [cut]
}
