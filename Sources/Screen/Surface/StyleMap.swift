// A picture of styles in letters, for golden screens: glyphs and styles are compared apart.

/// The styles of a surface, one letter for each cell, and what the letters mean.
package struct StyleMap: Hashable, Sendable, CustomStringConvertible {
    /// As many letters as the surface has columns; `.` is plain.
    package let rows: [String]
    /// A line for each letter, such as `b fg 180 bold`.
    package let legend: [String]

    /// Reads the styles of a surface; letters are given in reading order.
    package init(_ surface: Surface) {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        var letters: [Style: Character] = [.plain: "."]
        var legend: [String] = []
        rows = (0..<surface.rows).map { row in
            String(
                (0..<surface.columns).map { column in
                    let style = surface[row, column].style
                    if let letter = letters[style] { return letter }
                    let letter = letters.count <= alphabet.count ? alphabet[letters.count - 1] : "#"
                    letters[style] = letter
                    legend.append("\(letter) \(style)")
                    return letter
                }
            )
        }
        self.legend = legend
    }

    /// The rows without plain ends, then the legend.
    package var description: String {
        let trimmed = rows.map { row in
            var row = row
            while row.last == "." { row.removeLast() }
            return row
        }
        return (trimmed + legend).joined(separator: "\n")
    }
}

extension Style: CustomStringConvertible {
    /// Such as `fg 180 bg 16 bold underline`; `plain` for the plain style.
    package var description: String {
        var words: [String] = []
        if foreground != Style.ownColour { words.append("fg \(foreground)") }
        if background != Style.ownColour { words.append("bg \(background)") }
        let names: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
        ]
        words += names.filter { attributes.contains($0.0) }.map(\.1)
        return words.isEmpty ? "plain" : words.joined(separator: " ")
    }
}
