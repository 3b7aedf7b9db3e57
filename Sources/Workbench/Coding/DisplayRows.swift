// The rows of a transcript as a window of a given width shows them. Knows the text, not the codings and not the colours.

import CodingCore
import TextMetrics

/// The numbered lines of a transcript, each broken further where the window is narrower than the study's measure.
struct DisplayRows {
    /// The rows in text order, half-open in bytes and scalars.
    let rows: [TextRow]
    /// For each row its line number where the row begins a line; nothing where a line is broken further.
    private let numbers: [Int?]?
    private let utf8: [UInt8]

    init(_ transcript: Transcript, columns: Int, measure: Int) {
        utf8 = transcript.text.utf8
        guard columns < measure else {
            rows = transcript.lines.rows
            numbers = nil
            return
        }
        var broken: [TextRow] = []
        var numbers: [Int?] = []
        for (index, line) in transcript.lines.rows.enumerated() {
            var parts = wrapRows(utf8, range: line.bytes, columns: columns, firstScalar: line.scalarStart)
            if parts.isEmpty { parts = [line] }
            parts[parts.count - 1].endsParagraph = line.endsParagraph
            broken += parts
            numbers.append(index + 1)
            numbers += Array(repeating: nil, count: parts.count - 1)
        }
        rows = broken
        self.numbers = numbers
    }

    var count: Int { rows.count }

    /// The line number to print beside a row.
    func lineNumber(of row: Int) -> Int? { numbers.map { $0[row] } ?? (row + 1) }

    /// The row on which the scalar at `offset` stands; 0 for an empty text.
    func row(ofScalar offset: Int) -> Int {
        var low = 0
        var high = max(rows.count, 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if rows[middle].scalarStart <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The rows that a span touches.
    func rows(of span: TextSpan) -> ClosedRange<Int> {
        let first = row(ofScalar: span.start)
        return first...max(first, row(ofScalar: max(span.start, span.end - 1)))
    }

    /// The characters of a row with their columns.
    func clusters(of row: Int) -> [PlacedCluster] {
        rows.indices.contains(row) ? placedClusters(of: rows[row], in: utf8) : []
    }

    /// The words of one character.
    func text(of cluster: PlacedCluster) -> String { String(decoding: utf8[cluster.bytes], as: UTF8.self) }

    /// The character that holds the scalar at `offset`; nothing on an empty row.
    func cluster(atScalar offset: Int) -> PlacedCluster? {
        clusters(of: row(ofScalar: offset)).first { offset < $0.scalars.upperBound }
    }

    /// The scalar at which the character at `offset` begins; for a line feed the last character of the row before it.
    func start(ofClusterAt offset: Int) -> Int {
        let clusters = clusters(of: row(ofScalar: offset))
        let here = clusters.first { offset < $0.scalars.upperBound } ?? clusters.last
        return here?.scalars.lowerBound ?? offset
    }

    /// The first scalar after the character at `offset`, or `offset` itself on an empty row.
    func end(ofClusterAt offset: Int) -> Int { cluster(atScalar: offset)?.scalars.upperBound ?? offset }

    /// The column at which the scalar at `offset` is drawn, from the left edge of the text.
    func column(ofScalar offset: Int) -> Int { cluster(atScalar: offset)?.column ?? 0 }

    /// The scalar whose character stands in a column of a row, or the nearest one to its left.
    func scalar(inRow row: Int, column: Int) -> Int {
        guard rows.indices.contains(row) else { return 0 }
        return clusters(of: row).last { $0.column <= column }?.scalars.lowerBound ?? rows[row].scalarStart
    }

    /// The character after the one at `offset`, over the edge of the row where need be; nothing at the end of the text.
    func next(after offset: Int) -> Int? {
        let row = row(ofScalar: offset)
        if let following = clusters(of: row).first(where: { $0.scalars.lowerBound > offset }) {
            return following.scalars.lowerBound
        }
        return row + 1 < rows.count ? rows[row + 1].scalarStart : nil
    }

    /// The character before the one at `offset`, over the edge of the row where need be; nothing at the start.
    func previous(before offset: Int) -> Int? {
        let row = row(ofScalar: offset)
        if let preceding = clusters(of: row).last(where: { $0.scalars.upperBound <= offset }) {
            return preceding.scalars.lowerBound
        }
        guard row > 0 else { return nil }
        return clusters(of: row - 1).last?.scalars.lowerBound ?? rows[row - 1].scalarStart
    }
}
