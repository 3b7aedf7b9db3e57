// The rows of a transcript as a window of a given width shows them. Knows the text, not the codings and not the colours.

import CodingCore
import TextMetrics

/// The numbered lines of a transcript, each broken further where the window is narrower than the study's measure.
///
/// A turn hangs from its label: the label's row begins at the left edge, the rest of the turn a little to the right of it.
/// Where no blank line parts two turns, a row without text does. All that is for the eye: the numbers stay.
struct DisplayRows {
    /// The rows in text order, half-open in bytes and scalars.
    let rows: [TextRow]
    /// The columns that a row was filled to at most, its indent not counted.
    let columns: Int
    /// By how many columns a turn hangs.
    let hang: Int
    /// For each row its line number where the row begins a line; nothing where a line is broken further, and between turns.
    private let numbers: [Int?]?
    /// For each row whether it is indented.
    private let isIndented: [Bool]
    private let utf8: [UInt8]

    /// - Parameters:
    ///   - columns: the room for text, the indent not counted.
    ///   - measure: the width at which lines are numbered.
    ///   - hang: by how many columns a turn hangs from its label.
    init(_ transcript: Transcript, columns: Int, measure: Int, hang: Int = 0) {
        utf8 = transcript.text.utf8
        self.columns = columns
        self.hang = hang
        var builder = Builder(blocks: transcript.blocks)
        for line in transcript.lines.rows {
            guard columns < measure else {
                builder.add([line])
                continue
            }
            var parts = wrapRows(utf8, range: line.bytes, columns: columns, firstScalar: line.scalarStart)
            if parts.isEmpty { parts = [line] }
            parts[parts.count - 1].endsParagraph = line.endsParagraph
            builder.add(parts)
        }
        rows = builder.rows
        numbers = builder.rows.count == transcript.lines.count ? nil : builder.numbers
        isIndented = builder.isIndented
    }

    /// The widest indent that the turns of a transcript can use: none where nobody is named.
    static func hang(of transcript: Transcript) -> Int {
        transcript.blocks.contains { $0.kind == .turn && !$0.label.isEmpty } ? 2 : 0
    }

    var count: Int { rows.count }

    /// The line number to print beside a row.
    func lineNumber(of row: Int) -> Int? { numbers.map { $0[row] } ?? (row + 1) }

    /// Whether a row only parts two turns and holds none of the text.
    private func isGap(_ row: Int) -> Bool { rows[row].scalars.isEmpty && lineNumber(of: row) == nil }

    /// How far to the right of the text's left edge a row begins.
    func indent(of row: Int) -> Int { isIndented.indices.contains(row) && isIndented[row] ? hang : 0 }

    /// The row so many rows on, within the text; rows without text between turns are stepped over.
    func row(_ row: Int, movedBy count: Int) -> Int {
        let target = min(max(0, row + count), max(0, rows.count - 1))
        guard rows.indices.contains(target), isGap(target) else { return target }
        return count > 0 ? min(target + 1, rows.count - 1) : max(0, target - 1)
    }

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

    /// The characters of a row with their columns, counted from where the row begins.
    func clusters(of row: Int) -> [PlacedCluster] {
        rows.indices.contains(row) ? placedClusters(of: rows[row], in: utf8) : []
    }

    /// The words of one character.
    func text(of cluster: PlacedCluster) -> String { text(cluster.bytes) }

    /// The words in some bytes, which begin and end between characters.
    func text(_ bytes: Range<Int>) -> String { String(decoding: utf8[bytes], as: UTF8.self) }

    /// Whether every byte is a sign of ASCII that takes one column.
    func isPlain(_ bytes: Range<Int>) -> Bool { utf8[bytes].allSatisfy { (0x20..<0x7F).contains($0) } }

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
    func column(ofScalar offset: Int) -> Int {
        indent(of: row(ofScalar: offset)) + (cluster(atScalar: offset)?.column ?? 0)
    }

    /// The scalar whose character stands in a column of a row, or the nearest one to its left.
    ///
    /// - Parameter column: from the left edge of the text.
    func scalar(inRow row: Int, column: Int) -> Int {
        guard rows.indices.contains(row) else { return 0 }
        let column = max(0, column - indent(of: row))
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
        let above = self.row(row, movedBy: -1)
        return clusters(of: above).last?.scalars.lowerBound ?? rows[above].scalarStart
    }
}

/// Puts rows one below the other, line by line.
private struct Builder {
    let blocks: [Block]
    private(set) var rows: [TextRow] = []
    private(set) var numbers: [Int?] = []
    private(set) var isIndented: [Bool] = []
    private var lines = 0
    /// The block that holds the line being added.
    private var block = 0

    init(blocks: [Block]) {
        self.blocks = blocks
    }

    /// Adds the rows of the next line.
    mutating func add(_ parts: [TextRow]) {
        guard let first = parts.first else { return }
        while block + 1 < blocks.count, blocks[block + 1].span.start <= first.scalarStart { block += 1 }
        let here = blocks.indices.contains(block) ? blocks[block] : nil
        let beginsTurn =
            here.map { $0.kind == .turn && !$0.label.isEmpty && $0.span.start == first.scalarStart } ?? false
        if beginsTurn, let last = rows.last, !last.scalars.isEmpty { addGap(before: first) }
        lines += 1
        let hangs = here.map { $0.kind == .turn && !$0.speaker.isEmpty } ?? false
        for (index, part) in parts.enumerated() {
            rows.append(part)
            numbers.append(index == 0 ? lines : nil)
            isIndented.append(hangs && !part.bytes.isEmpty && !(index == 0 && beginsTurn))
        }
    }

    private mutating func addGap(before row: TextRow) {
        rows.append(
            TextRow(
                byteStart: row.byteStart,
                byteEnd: row.byteStart,
                scalarStart: row.scalarStart,
                scalarEnd: row.scalarStart,
                endsParagraph: false
            )
        )
        numbers.append(nil)
        isIndented.append(false)
    }
}
