// Tables as RFC 4180 and the spreadsheets in use write them. Knows bytes and quotes; nothing of what the columns mean.
//
// SwiftCSV 0.10 was tried first and set aside: a quote that is never closed swallows the rest of the file without a word,
// a quote inside a cell refuses the whole file, blanks at the start of a cell are dropped, a combining mark after a
// separator glues two cells together, and no row has a line number, which `gloss check` owes its users.

/// Reads comma-, semicolon- or tab-separated tables.
package struct CSVReader {
    /// The most bytes taken: 64 MiB.
    package static let limit = 64 << 20

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private let bytes: [UInt8]
    private let file: String
    private let separator: UInt8
    private var position: Int
    private var line: Int
    private var findings: [Finding] = []

    /// Reads a table whose first row is its header.
    ///
    /// Lines end with LF, CR LF or CR; a byte order mark and a first line `sep=;` are understood; the separator is the
    /// commonest of comma, semicolon and tab in the header. Rows without any words are left out.
    /// - Parameter file: the path to name in findings and errors.
    /// - Returns: the table, and what is odd about it though it could be read.
    /// - Throws: `FileTrouble` (malformed) with the line: bytes that are not UTF-8, a quote that is never closed.
    package static func read(_ bytes: [UInt8], file: String) throws -> (table: Table, findings: [Finding]) {
        try requireUTF8(bytes, file: file)
        var dialect = Table.Dialect()
        dialect.byteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        var start = dialect.byteOrderMark ? 3 : 0
        var line = 1
        let first = bytes[start...].prefix { $0 != lineFeed && $0 != carriageReturn }
        if first.count == 5, first.starts(with: "sep=".utf8), let declared = first.last {
            dialect.separator = declared
            start = first.endIndex
            start += bytes[start...].starts(with: [carriageReturn, lineFeed]) ? 2 : min(1, bytes.count - start)
            line = 2
        } else {
            dialect.separator = likeliestSeparator(in: bytes[start...])
        }
        var reader = CSVReader(
            bytes: bytes,
            file: file,
            separator: dialect.separator,
            position: start,
            line: line
        )
        return try reader.table(dialect)
    }

    private init(bytes: [UInt8], file: String, separator: UInt8, position: Int, line: Int) {
        self.bytes = bytes
        self.file = file
        self.separator = separator
        self.position = position
        self.line = line
    }

    private static func requireUTF8(_ bytes: [UInt8], file: String) throws {
        guard String(validating: bytes, as: UTF8.self) == nil else { return }
        var line = 1
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: lineFeed) ?? bytes.endIndex
            guard String(validating: bytes[start..<end], as: UTF8.self) != nil else { break }
            line += 1
            start = min(end + 1, bytes.endIndex)
        }
        throw FileTrouble(
            .malformed,
            "is not UTF-8: save it again as “CSV UTF-8”.",
            path: file,
            line: line
        )
    }

    private static func likeliestSeparator(in bytes: ArraySlice<UInt8>) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var quoted = false
        for byte in bytes {
            if byte == quote { quoted.toggle() }
            if quoted { continue }
            if byte == lineFeed || byte == carriageReturn { break }
            counts[byte, default: 0] += 1
        }
        // The first of the likeliest wins, so a comma does when none is seen.
        var best = UInt8(ascii: ",")
        for candidate in [UInt8(ascii: ";"), UInt8(ascii: "\t")]
        where counts[candidate, default: 0] > counts[best, default: 0] {
            best = candidate
        }
        return best
    }

    private mutating func table(_ dialect: Table.Dialect) throws -> (table: Table, findings: [Finding]) {
        guard let first = try nextRow() else { return (Table(header: [], dialect: dialect), findings) }
        let header = first.cells.map(trimmedOfBlanks)
        noteDoubledNames(header, line: first.line)
        var table = Table(header: header, dialect: dialect)
        while var row = try nextRow() {
            if row.cells.count > header.count {
                if row.cells[header.count...].contains(where: { !$0.isEmpty }) {
                    findings.append(
                        .problem(
                            file,
                            line: row.line,
                            "has \(row.cells.count) cells, and the header has \(header.count)",
                            advice: "put quotes round a cell that has a separator in it"
                        )
                    )
                }
                row.cells.removeSubrange(header.count...)
            }
            while row.cells.count < header.count { row.cells.append("") }
            table.rows.append(row)
        }
        return (table, findings)
    }

    private mutating func noteDoubledNames(_ header: [String], line: Int) {
        var seen: Set<[UInt8]> = []
        for name in header where !name.isEmpty && !seen.insert(Array(name.utf8)).inserted {
            findings.append(
                .problem(file, line: line, "has two columns “\(name)”", advice: "rename or remove one of them")
            )
        }
    }

    /// The next row with a word in it; nothing at the end.
    private mutating func nextRow() throws -> Table.Row? {
        while position < bytes.count {
            let begun = line
            var cells: [String] = []
            repeat { cells.append(try nextCell()) } while endCell()
            if cells.contains(where: { !trimmedOfBlanks($0).isEmpty }) { return Table.Row(line: begun, cells: cells) }
        }
        return nil
    }

    /// Steps over what ends a cell; whether the row goes on.
    private mutating func endCell() -> Bool {
        guard position < bytes.count else { return false }
        let byte = bytes[position]
        position += 1
        if byte == separator { return true }
        if byte == Self.carriageReturn, position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
        line += 1
        return false
    }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    private mutating func nextCell() throws -> String {
        guard position < bytes.count, bytes[position] == Self.quote else { return plainWords() }
        let opened = line
        position += 1
        var words: [UInt8] = []
        while true {
            guard position < bytes.count else {
                throw FileTrouble(
                    .malformed,
                    "opens a quote here that is never closed: close it, or double it (\"\") inside a quoted cell.",
                    path: file,
                    line: opened
                )
            }
            let byte = bytes[position]
            position += 1
            if byte == Self.quote {
                guard position < bytes.count, bytes[position] == Self.quote else { break }
                position += 1
            } else if byte == Self.lineFeed
                || (byte == Self.carriageReturn && !bytes[position...].starts(with: [Self.lineFeed]))
            {
                line += 1
            }
            words.append(byte)
        }
        let rest = plainWords()
        if !rest.isEmpty {
            findings.append(
                .problem(
                    file,
                    line: line,
                    "has words after a closing quote",
                    advice: "double the quotes (\"\") inside a quoted cell"
                )
            )
        }
        return String(decoding: words, as: UTF8.self) + rest
    }

    /// The words up to the end of the cell, quotes among them taken as they are.
    private mutating func plainWords() -> String {
        let start = position
        while position < bytes.count, !endsCell(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }
}

/// The text without blanks and tabs at either end.
package func trimmedOfBlanks(_ text: String) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    if first == bytes.startIndex, bytes.index(after: last) == bytes.endIndex { return text }
    return String(decoding: Array(bytes[first...last]), as: UTF8.self)
}
