// Writing tables as RFC 4180 does, with LF. Knows quotes and what spreadsheets run as formulas; nothing of columns.

/// Cells and rows as text.
package enum CSVText {
    /// One row with its LF.
    ///
    /// - Parameters:
    ///   - separator: the character between cells.
    ///   - guarded: whether a cell that a spreadsheet would run as a formula gets a leading `'`. Only exports are
    ///     guarded: a study's own files say what was said.
    package static func row(
        _ cells: [String],
        separator: Unicode.Scalar = ",",
        guarded: Bool = false
    ) -> String {
        // A row of one empty cell would be an empty line, which readers skip.
        if cells.count == 1, cells[0].isEmpty { return "\"\"\n" }
        var row = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { row.unicodeScalars.append(separator) }
            row += quoted(guarded && isFormula(cell) ? "'" + cell : cell, separator: separator)
        }
        return row + "\n"
    }

    /// A whole table in its own dialect.
    package static func bytes(of table: Table) -> [UInt8] {
        let separator = Unicode.Scalar(table.dialect.separator)
        var text = row(table.header, separator: separator)
        for entry in table.rows { text += row(entry.cells, separator: separator) }
        return (table.dialect.byteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
    }

    private static func quoted(_ cell: String, separator: Unicode.Scalar) -> String {
        let special = cell.unicodeScalars.contains {
            $0 == separator || $0 == "\"" || $0 == "\n" || $0 == "\r"
        }
        let atEnds = cell.utf8.first == 0x20 || cell.utf8.last == 0x20 || cell.utf8.starts(with: [0xEF, 0xBB, 0xBF])
        guard special || atEnds else { return cell }
        var text = "\""
        for scalar in cell.unicodeScalars {
            text.unicodeScalars.append(scalar)
            if scalar == "\"" { text.unicodeScalars.append(scalar) }
        }
        return text + "\""
    }

    /// Whether a spreadsheet might run a cell: it begins with `= + - @`, a tab, a line end or a full-width form, and is
    /// no plain number.
    private static func isFormula(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first else { return false }
        let starters: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
        return starters.contains(first) && !isNumber(cell)
    }

    private static func isNumber(_ cell: String) -> Bool {
        let digits = cell.utf8.first == UInt8(ascii: "-") ? cell.utf8.dropFirst() : cell.utf8[...]
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return (1...2).contains(parts.count)
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
    }
}
