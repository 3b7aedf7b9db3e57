// A table as one self-contained page of HTML: no script, nothing asked for elsewhere. Knows cells, not what they mean.

extension TextTable {
    /// A page (HTML living standard) with the table and words below it; the first column heads its rows.
    ///
    /// - Parameters:
    ///   - language: the page's language, as BCP 47 has it.
    ///   - classes: the class of a cell, by row and column; nothing for a plain one.
    func page(
        title: String,
        foot: String,
        language: String = "en",
        classes: (_ row: Int, _ column: Int) -> String? = { _, _ in nil }
    ) -> String {
        let heading = columns.map { "<th scope=\"col\">\(Self.escaped($0.title))</th>" }.joined()
        let body = rows.enumerated().map { row, cells in
            let cells = cells.enumerated().map { column, cell in
                if column == 0 { return "<th scope=\"row\">\(Self.lines(cell))</th>" }
                let kind = classes(row, column).map { " class=\"\(Self.escaped($0))\"" } ?? ""
                return "<td\(kind)>\(Self.lines(cell))</td>"
            }
            return "<tr>\(cells.joined())</tr>\n"
        }
        .joined()
        return """
            <!DOCTYPE html>
            <html lang="\(Self.escaped(language))">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.escaped(title))</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.45 serif; margin: 2rem; }
            table { border-collapse: collapse; }
            th, td { border-top: 1px solid; padding: .4rem .7rem; text-align: start; vertical-align: top; }
            thead th { border-top: 0; }
            td { max-width: 28rem; }
            .stale { border-inline-start: 4px solid; }
            .none { opacity: .6; }
            </style>
            </head>
            <body>
            <h1>\(Self.escaped(title))</h1>
            <table>
            <thead><tr>\(heading)</tr></thead>
            <tbody>
            \(body)</tbody>
            </table>
            <p>\(Self.lines(foot))</p>
            </body>
            </html>

            """
    }

    private static func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped($0) }.joined(separator: "<br>\n")
    }

    /// Words with the characters that HTML would act on as references; control characters other than blanks are left out, since no
    /// page may hold them.
    private static func escaped(_ text: some StringProtocol) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "\u{0}"..<" ", "\u{7F}"..."\u{9F}": if scalar == "\t" || scalar == "\n" { escaped.append(scalar) }
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
