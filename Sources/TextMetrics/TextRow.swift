// A document as rows of a given width, over its bytes. Knows nothing of turns, codings, line numbers or screens.

/// One row of wrapped text.
package struct TextRow: Hashable, Sendable {
    /// UTF-8 bytes, half-open, without the line feed that may follow; blanks that hang over the edge are in it.
    package var byteStart: Int
    package var byteEnd: Int
    /// The same range in Unicode scalars, half-open.
    package var scalarStart: Int
    package var scalarEnd: Int
    /// Whether a line feed follows the row; the last row of a text without a final line feed has none.
    package var endsParagraph: Bool

    package init(byteStart: Int, byteEnd: Int, scalarStart: Int, scalarEnd: Int, endsParagraph: Bool) {
        self.byteStart = byteStart
        self.byteEnd = byteEnd
        self.scalarStart = scalarStart
        self.scalarEnd = scalarEnd
        self.endsParagraph = endsParagraph
    }

    /// The row's bytes, half-open.
    package var bytes: Range<Int> { byteStart..<byteEnd }
    /// The row's Unicode scalars, half-open.
    package var scalars: Range<Int> { scalarStart..<scalarEnd }
}

/// One character in its place on a row.
package struct PlacedCluster: Hashable, Sendable {
    /// UTF-8 bytes and Unicode scalars, half-open, counted as the row counts them.
    package let bytes: Range<Int>
    package let scalars: Range<Int>
    /// The column it begins at, from 0, and the columns it takes; a tab reaches to the next tab stop.
    package let column: Int
    package let width: Int
}

/// Tab stops lie this many columns apart, counted from the beginning of the row.
package let tabStop = 8

/// The columns from `column` to the next tab stop.
package func tabWidth(at column: Int) -> Int { tabStop - column % tabStop }

/// The characters of a row with their columns, in order.
/// - Complexity: O(bytes of the row).
package func placedClusters(of row: TextRow, in utf8: [UInt8]) -> [PlacedCluster] {
    var result: [PlacedCluster] = []
    result.reserveCapacity(row.bytes.count)
    var (column, scalar) = (0, row.scalarStart)
    forEachCluster(in: utf8, range: row.bytes) { cluster in
        let width = cluster.base == 0x09 ? tabWidth(at: column) : cluster.columns
        result.append(
            PlacedCluster(
                bytes: cluster.start..<cluster.end,
                scalars: scalar..<scalar + cluster.scalars,
                column: column,
                width: width
            )
        )
        column += width
        scalar += cluster.scalars
    }
    return result
}
