// Counting, cutting and padding short text by columns: labels, table cells, titles. For documents see `wrapRows`.

/// The columns that the text takes once every character is made safe for cells; a tab counts as one.
package func displayWidth(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The text cut to at most so many columns, with the ellipsis as its last character if anything was cut.
package func fitted(_ text: some StringProtocol, columns: Int, ellipsis: String = "…") -> String {
    if text.utf8.count <= columns { return String(text) }  // no character is wider than its bytes are many
    let room = columns - displayWidth(of: ellipsis)
    var (width, kept) = (0, text.startIndex)
    for index in text.indices {
        if width <= room { kept = index }
        width += displayWidth(of: text[index])
        if width > columns { return room < 0 ? "" : text[..<kept] + ellipsis }
    }
    return String(text)
}

/// The end of the text that has room in so many columns, with the ellipsis as its first character if anything was cut.
package func fittedAtEnd(_ text: some StringProtocol, columns: Int, ellipsis: String = "…") -> String {
    if text.utf8.count <= columns { return String(text) }
    let room = columns - displayWidth(of: ellipsis)
    var (width, kept) = (0, text.endIndex)
    for index in text.indices.reversed() {
        width += displayWidth(of: text[index])
        if width <= room { kept = index }
        if width > columns { return room < 0 ? "" : ellipsis + text[kept...] }
    }
    return String(text)
}

/// The text cut or filled with blanks to exactly so many columns.
package func padded(_ text: some StringProtocol, columns: Int, alignment: TextAlignment = .left) -> String {
    let cut = fitted(text, columns: columns)
    let blanks = String(repeating: " ", count: max(0, columns - displayWidth(of: cut)))
    return alignment == .left ? cut + blanks : blanks + cut
}

/// The side that text is set against.
package enum TextAlignment: Sendable {
    case left, right
}
