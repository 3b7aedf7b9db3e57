// A table of words with a header. Knows nothing of how tables are written, nor of what the columns mean.

/// A header and rows, each row as wide as the header, with the line in the file on which it begins.
package struct Table: Sendable, Equatable {
    /// One row.
    package struct Row: Sendable, Equatable {
        /// The line in the file, counted from 1.
        package var line: Int
        /// As many as the header has columns.
        package var cells: [String]
    }

    /// How a file spells its table; kept when the file is written again.
    package struct Dialect: Sendable, Equatable {
        /// The byte between cells: a comma, a semicolon or a tab.
        package var separator: UInt8 = UInt8(ascii: ",")
        /// Whether the file begins with a byte order mark, which some spreadsheets need.
        package var byteOrderMark = false

        package init() {}
    }

    package var header: [String]
    package var rows: [Row]
    package var dialect: Dialect

    package init(header: [String], rows: [Row] = [], dialect: Dialect = Dialect()) {
        self.header = header
        self.rows = rows
        self.dialect = dialect
    }

    /// The place of the column of that name, or nothing.
    package func column(_ name: String) -> Int? {
        header.firstIndex { $0.utf8.elementsEqual(name.utf8) }
    }
}
