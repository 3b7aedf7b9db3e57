// A table whose cells hold sentences, wrapped into columns of a given width. Knows widths, not what cells mean.

import TextMetrics

extension TextTable {
    /// The table for reading, cells wrapped so that no line is wider than `columns`; what has no room beside the first column goes
    /// into a further table below. Cells keep their line ends.
    ///
    /// - Parameters:
    ///   - least: the narrowest a column of sentences may be.
    func wrapped(columns: Int, least: Int = 24) -> String {
        let cells = ([self.columns.map(\.title)] + rows).map { $0.map { shown($0) } }
        let label = min(max(8, cells.map { Self.width(of: $0[0]) }.max() ?? 8), max(8, columns / 4))
        let room = max(least, columns - label)
        let perTable = max(1, room / (least + 3))
        let others = Array(1..<max(1, self.columns.count))
        return stride(from: 0, to: others.count, by: perTable).map { start in
            let shown = others[start..<min(others.count, start + perTable)]
            let most = max(least, room / shown.count - 3)
            let widths = shown.map { column in min(most, max(8, cells.map { Self.width(of: $0[column]) }.max() ?? 8)) }
            return Self.table(cells, [0] + shown, [label] + widths)
        }
        .joined(separator: "\n")
    }

    private static func width(of cell: String) -> Int {
        cell.split(separator: "\n").map { displayWidth(of: $0) }.max() ?? 0
    }

    private static func table(_ cells: [[String]], _ columns: [Int], _ widths: [Int]) -> String {
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─") + "\n"
        return cells.enumerated().map { index, row in
            let wrapped = zip(columns, widths).map { Self.lines(of: row[$0], columns: $1) }
            let height = wrapped.map(\.count).max() ?? 1
            let lines = (0..<height).map { line in
                zip(wrapped, widths).map { padded(line < $0.count ? $0[line] : "", columns: $1) }
                    .joined(separator: " │ ")
            }
            return lines.map { Self.trimmed($0) + "\n" }.joined() + (index < cells.count - 1 ? rule : "")
        }
        .joined()
    }

    private static func lines(of cell: String, columns: Int) -> [String] {
        let bytes = Array(cell.utf8)
        return wrapRows(bytes, columns: columns).map { row in
            fitted(trimmed(String(decoding: bytes[row.bytes], as: UTF8.self)), columns: columns, ellipsis: "")
        }
    }

    private static func trimmed(_ line: String) -> String {
        String(decoding: line.utf8.reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
    }
}
