// A table of words as text, CSV or TSV. Knows columns and widths, not what they mean.

import StudyFiles
import TextMetrics

/// Columns with a heading and rows of cells.
struct TextTable {
    /// One column.
    struct Column {
        let title: String
        let alignment: TextAlignment

        static func left(_ title: String) -> Column { Column(title: title, alignment: .left) }
        static func right(_ title: String) -> Column { Column(title: title, alignment: .right) }
    }

    var columns: [Column]
    /// Each as wide as there are columns.
    var rows: [[String]] = []

    /// The table for reading: columns aligned by display width, two blanks between them; every cell on one line.
    var text: String {
        let cells = ([columns.map(\.title)] + rows).map { $0.map { shown($0, keepsLines: false) } }
        let widths = columns.indices.map { column in cells.map { displayWidth(of: $0[column]) }.max() ?? 0 }
        return cells.map { row in
            let line = row.indices.map { column in
                padded(row[column], columns: widths[column], alignment: columns[column].alignment)
            }
            return trimmedAtEnd(line.joined(separator: "  ")) + "\n"
        }
        .joined()
    }

    /// The table as RFC 4180 has it, with LF.
    ///
    /// - Parameter raw: whether cells that a spreadsheet would take for a formula are left as they are.
    func separated(by separator: Unicode.Scalar, raw: Bool = false) -> String {
        ([columns.map(\.title)] + rows)
            .map { CSVText.row($0, separator: separator, guarded: !raw) }
            .joined()
    }

    /// The table as Markdown has it (pipe tables of GitHub and pandoc); every cell on one line.
    var markdown: String {
        let rule = columns.map { $0.alignment == .right ? "---:" : "---" }
        let cells = [columns.map(\.title)] + rows
        let lines = cells.map { row in row.map { MarkdownText.escaped(inOneLine($0)) } }
        return ([lines[0], rule] + lines.dropFirst()).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    private func trimmedAtEnd(_ line: String) -> String {
        String(decoding: line.utf8.reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
    }
}
