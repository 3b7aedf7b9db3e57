// Greedy line filling over UTF-8 bytes. Rows only divide the text; they never change it.

/// The rows of a whole text at a width.
///
/// Paragraphs end at line feeds. A row is filled as far as it goes and ends after a space, a hyphen, dash or slash, or
/// beside a Chinese or Japanese character; blanks hang over the edge. A word longer than a row is cut between characters,
/// never inside one. An empty paragraph is one empty row; a final line feed makes no further row. The rows joined, with a
/// line feed after each that `endsParagraph`, are the text.
/// - Parameter columns: the width in terminal columns; anything below 1 counts as 1.
/// - Complexity: O(bytes); 10 MB take less than 100 ms.
package func wrapRows(_ utf8: [UInt8], columns: Int) -> [TextRow] {
    wrapRows(utf8, range: 0..<utf8.count, columns: columns)
}

/// The rows of a range of a text's bytes at a width, under the rules of the whole text.
///
/// - Parameters:
///   - range: UTF-8 bytes, half-open, beginning and ending between characters.
///   - columns: the width in terminal columns; anything below 1 counts as 1.
///   - firstScalar: the number of Unicode scalars before the range, so that the rows count as the document does.
package func wrapRows(_ utf8: [UInt8], range: Range<Int>, columns: Int, firstScalar: Int = 0) -> [TextRow] {
    precondition(range.lowerBound >= 0 && range.upperBound <= utf8.count, "the range lies within the text")
    var filler = RowFiller(columns: max(1, columns), start: range.lowerBound, scalar: firstScalar)
    var start = range.lowerBound
    while start < range.upperBound {
        let feed = utf8[start..<range.upperBound].firstIndex(of: 0x0A)
        let end = feed ?? range.upperBound
        forEachCluster(in: utf8, range: start..<end) { filler.take($0) }
        filler.endParagraph(at: end, hasFeed: feed != nil)
        start = end + 1
    }
    return filler.rows
}

/// The machine that fills rows, one character after the other.
private struct RowFiller {
    /// A place between two characters of the row being filled.
    struct Place {
        var byte: Int
        var scalar: Int
        var column: Int
    }

    let columns: Int
    private(set) var rows: [TextRow] = []
    private var start: Place
    private var here: Place
    /// The last place where the row may end.
    private var lastBreak: Place?
    private var previous = BreakClass.space
    private var isInWord = false

    init(columns: Int, start byte: Int, scalar: Int) {
        self.columns = columns
        start = Place(byte: byte, scalar: scalar, column: 0)
        here = start
    }

    @inline(__always)
    mutating func take(_ cluster: ScannedCluster) {
        let kind = BreakClass(base: cluster.base)
        if kind == .letter, previous == .letter, here.column + cluster.columns <= columns {  // inside a word that fits
            here = Place(
                byte: cluster.end,
                scalar: here.scalar + cluster.scalars,
                column: here.column + cluster.columns
            )
            return
        }
        if BreakClass.mayBreak(after: previous, before: kind, isInWord: isInWord), here.byte > start.byte {
            lastBreak = here
        }
        let width = cluster.base == 0x09 ? tabWidth(at: here.column) : cluster.columns
        if kind != .space, here.column + width > columns, here.byte > start.byte {
            makeRoom(for: width)
        }
        here = Place(byte: cluster.end, scalar: here.scalar + cluster.scalars, column: here.column + width)
        if kind != .dash { isInWord = kind != .space }
        previous = kind
    }

    mutating func endParagraph(at end: Int, hasFeed: Bool) {
        endRow(at: here, endsParagraph: hasFeed)
        let next = Place(byte: end + 1, scalar: here.scalar + 1, column: 0)
        (start, here, lastBreak, previous, isInWord) = (next, next, nil, .space, false)
    }

    /// Ends rows until the next character fits, or until it stands alone.
    private mutating func makeRoom(for width: Int) {
        if let place = lastBreak {
            endRow(at: place, endsParagraph: false)
            if here.column + width <= columns || here.byte == start.byte { return }
        }
        endRow(at: here, endsParagraph: false)
    }

    /// Ends the row at a place and begins the next one there; what was read beyond it moves to the next row.
    private mutating func endRow(at place: Place, endsParagraph: Bool) {
        rows.append(
            TextRow(
                byteStart: start.byte,
                byteEnd: place.byte,
                scalarStart: start.scalar,
                scalarEnd: place.scalar,
                endsParagraph: endsParagraph
            )
        )
        here.column -= place.column
        start = Place(byte: place.byte, scalar: place.scalar, column: 0)
        lastBreak = nil
    }
}
