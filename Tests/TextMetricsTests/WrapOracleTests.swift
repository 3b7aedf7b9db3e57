// Wrapping against a second program that works the other way round: it looks for the overflow first and then for the
// last place before it where a row may end.

import Testing

@testable import TextMetrics

@Suite struct WrapOracleTests {
    /// A paragraph as the oracle sees it: characters with their classes, and where a row may end.
    private struct Paragraph {
        let clusters: [PlacedCluster]
        let classes: [BreakClass]
        /// Whether a row may end before the character with this index.
        let mayEndBefore: [Bool]
        let isTab: [Bool]

        init(_ text: String) {
            let utf8 = Array(text.utf8)
            let whole = TextRow(
                byteStart: 0,
                byteEnd: utf8.count,
                scalarStart: 0,
                scalarEnd: text.unicodeScalars.count,
                endsParagraph: false
            )
            clusters = placedClusters(of: whole, in: utf8)
            let scalars = Array(text.unicodeScalars)
            classes = clusters.map { BreakClass(base: scalars[$0.scalars.lowerBound].value) }
            isTab = clusters.map { scalars[$0.scalars.lowerBound] == "\t" }
            var allowed: [Bool] = []
            var previous = BreakClass.space
            var isInWord = false
            for kind in classes {
                allowed.append(BreakClass.mayBreak(after: previous, before: kind, isInWord: isInWord))
                if kind != .dash { isInWord = kind != .space }
                previous = kind
            }
            mayEndBefore = allowed
        }

        /// The width of a character that begins in a column.
        func width(_ index: Int, at column: Int) -> Int {
            isTab[index] ? tabWidth(at: column) : clusters[index].width
        }

        /// The first character of a row from `start` on that does not fit; nothing when all do.
        func overflow(from start: Int, columns: Int) -> Int? {
            var column = 0
            for index in start..<clusters.count {
                let width = width(index, at: column)
                if classes[index] != .space, index > start, column + width > columns { return index }
                column += width
            }
            return nil
        }

        /// The scalars at which rows begin.
        func rowStarts(columns: Int) -> [Int] {
            var starts = [0]
            var start = 0
            while let overflow = overflow(from: start, columns: columns) {
                start = (start + 1...overflow).last { mayEndBefore[$0] } ?? overflow
                starts.append(clusters[start].scalars.lowerBound)
            }
            return starts
        }
    }

    @Test(arguments: [1, 2, 3, 5, 8, 13, 21, 34, 66])
    func rowsBeginWhereTheOracleBeginsThem(columns: Int) {
        var generator = Seeded(seed: UInt64(columns))
        for length in [1, 2, 3, 10, 40, 200, 700] {
            for _ in 0..<6 {
                let text = hostileText(scalars: length, using: &generator)
                let rows = wrapRows(Array(text.utf8), columns: columns)
                let expected = Paragraph(text).rowStarts(columns: columns)
                #expect(rows.map(\.scalarStart) == expected, "at \(columns) columns: \(text.debugDescription)")
            }
        }
    }

    @Test(arguments: [
        "The block was set years ago – and we have been pouring more into the same jug (every April) since.",
        "现行的整体合同限制了社区服务的灵活性，而“虚拟病房”并没有与核心服务整合。我们只能等。",
        "Well-known and/or not-so-well-known — 24-7, 1998-2003, £40,000… “quoted”, ‘single’, he’d’ve.",
        "שלום לכולם, זהו ראיון על שירותים קהילתיים ועל מי שמחליט.",
        "a", "", " ", "        ", "----", "((((", "))))", "\t\t\tword", "词", "词词词词词词词词",
    ])
    func realSentencesAgreeAtEveryWidth(text: String) {
        let paragraph = Paragraph(text)
        for columns in 1...100 {
            let rows = wrapRows(Array(text.utf8), columns: columns)
            guard !text.isEmpty else {
                #expect(rows.isEmpty)
                continue
            }
            #expect(rows.map(\.scalarStart) == paragraph.rowStarts(columns: columns), "at \(columns) columns")
        }
    }

    @Test func aWiderColumnNeverNeedsMoreRows() {
        var generator = Seeded(seed: 99)
        for _ in 0..<20 {
            let words = (0..<60).map { _ in String(repeating: "w", count: Int.random(in: 1...9, using: &generator)) }
            let utf8 = Array(words.joined(separator: " ").utf8)
            let counts = (9...80).map { wrapRows(utf8, columns: $0).count }
            #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 >= $1 })
        }
    }

    @Test func wrappingRowsAgainAtTheSameWidthChangesNothing() {
        var generator = Seeded(seed: 7)
        for columns in [4, 20, 66] {
            let text = hostileText(scalars: 600, lineFeeds: true, using: &generator)
            let utf8 = Array(text.utf8)
            let rows = wrapRows(utf8, columns: columns)
            for row in rows where row.byteStart < row.byteEnd {
                let again = wrapRows(utf8, range: row.bytes, columns: columns, firstScalar: row.scalarStart)
                // A tab's width depends on where its row begins, which is the same for both.
                #expect(again.first?.scalarStart == row.scalarStart)
                #expect(again.last?.scalarEnd == row.scalarEnd)
            }
        }
    }
}
