// `*.turns.csv`: the blocks of a text. Knows the columns; nothing of how turns were found.

package import CodingCore

/// Reads and writes the blocks of one document: `start,end,kind,speaker,label,begin_ms,end_ms,page`.
package enum TurnTable {
    private static let columns = ["start", "end", "kind", "speaker", "label", "begin_ms", "end_ms", "page"]
    private static let remedy = "restore the file from a copy; until then the whole text is one note"

    /// The bytes of the file for a document's blocks.
    package static func bytes(of blocks: [Block]) -> [UInt8] {
        let rows = blocks.map { block in
            Table.Row(
                line: 0,
                cells: [
                    String(block.span.start), String(block.span.end), block.kind.rawValue, block.speaker, block.label,
                    block.beginMilliseconds.map(String.init) ?? "", block.endMilliseconds.map(String.init) ?? "",
                    block.page,
                ]
            )
        }
        return CSVText.bytes(of: Table(header: columns, rows: rows))
    }

    /// Reads the blocks of a text.
    ///
    /// - Parameters:
    ///   - file: the path to name in findings.
    ///   - scalarCount: the length of the text that the blocks must cover exactly.
    /// - Returns: the blocks, or nothing when they cannot be used, and then a problem among the findings says why.
    package static func read(
        _ bytes: [UInt8],
        file: String,
        scalarCount: Int
    ) -> (blocks: [Block]?, findings: [Finding]) {
        var findings: [Finding] = []
        do {
            let table: Table
            (table, findings) = try CSVReader.read(bytes, file: file)
            return (try blocks(in: table, scalarCount: scalarCount), findings)
        } catch let unusable as Unusable {
            findings.append(.problem(file, line: unusable.line, unusable.what, advice: remedy))
        } catch {
            findings.append(Finding(error, file: file))
        }
        return (nil, findings)
    }

    private struct Unusable: Error {
        var line: Int
        var what: String
    }

    private static func blocks(in table: Table, scalarCount: Int) throws -> [Block] {
        let places = columns.map(table.column)
        let missing = zip(columns, places).prefix(4).filter { $0.1 == nil }.map(\.0)
        guard missing.isEmpty else {
            throw Unusable(line: 1, what: "has no column \(missing.joined(separator: ", "))")
        }
        var blocks: [Block] = []
        blocks.reserveCapacity(table.rows.count)
        var next = 0
        for row in table.rows {
            let block = try block(places.map { place in place.map { row.cells[$0] } ?? "" }, line: row.line)
            guard block.span.start == next, !block.span.isEmpty else {
                let what = "goes from \(block.span.start) to \(block.span.end) where \(next) has to begin"
                throw Unusable(line: row.line, what: what)
            }
            next = block.span.end
            blocks.append(block)
        }
        guard next == scalarCount else {
            let what = "covers \(next) characters of a text that has \(scalarCount)"
            throw Unusable(line: table.rows.last?.line ?? 1, what: what)
        }
        return blocks
    }

    /// - Parameter cells: one for each of `columns`.
    private static func block(_ cells: [String], line: Int) throws -> Block {
        guard let start = Int(cells[0]), let end = Int(cells[1]), let span = TextSpan(checking: start, end) else {
            throw Unusable(line: line, what: "“\(cells[0])” to “\(cells[1])” is no stretch of text")
        }
        guard let kind = Block.Kind(rawValue: cells[2]) else {
            throw Unusable(line: line, what: "“\(cells[2])” is none of turn, note, front")
        }
        func milliseconds(_ text: String) throws -> Int? {
            if text.isEmpty { return nil }
            guard let value = Int(text), value >= 0 else {
                throw Unusable(line: line, what: "“\(text)” is no time in milliseconds")
            }
            return value
        }
        return Block(
            kind: kind,
            span: span,
            speaker: cells[3],
            label: cells[4],
            beginMilliseconds: try milliseconds(cells[5]),
            endMilliseconds: try milliseconds(cells[6]),
            page: cells[7]
        )
    }
}
