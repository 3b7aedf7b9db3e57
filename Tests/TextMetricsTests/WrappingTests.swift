// Rows of wrapped text: by example, and by the promises that hold for every text.
import Testing
import TextMetrics

@Suite struct WrappingTests {
    @Test(arguments: [
        ("one two three", 8, "one two |three"),
        ("one two", 7, "one two"),
        ("one two  ", 7, "one two  "),
        ("one      two", 5, "one      |two"),
        ("follow-up on and/or", 9, "follow-up |on and/or"),
        ("follow-up", 8, "follow-|up"),
        ("either/or", 8, "either/|or"),
        ("why—because", 8, "why—|because"),
        ("1990-2000", 6, "1990-2|000"),
        ("x -5", 3, "x |-5"),
        ("say -- so", 6, "say -- |so"),
        ("supercalifragilistic", 6, "superc|alifra|gilist|ic"),
        ("a supercali", 6, "a |superc|ali"),
        ("混乱的角色", 4, "混乱|的角|色"),
        ("混乱的角色", 5, "混乱|的角|色"),
        ("混乱。的角", 4, "混|乱。|的角"),
        ("「混乱」", 4, "「混|乱」"),
        ("他说NHS很好", 6, "他说|NHS很|好"),
        ("混", 1, "混"),
        ("混乱", 1, "混|乱"),
        ("a\tb", 9, "a\tb"),
        ("a\tb", 8, "a\t|b"),
        ("a\tbc d", 10, "a\tbc |d"),
        ("안녕 하세요", 6, "안녕 |하세요"),
        ("10\u{A0}000 a", 6, "10\u{A0}000 |a"),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}e\u{301}|e\u{301}"),
        ("👩🏽‍⚕️👩🏽‍⚕️", 3, "👩🏽‍⚕️|👩🏽‍⚕️"),
        ("say “yes” now", 8, "say |“yes” |now"),
    ])
    func rowsEndWhereAReaderExpects(_ text: String, _ columns: Int, _ expected: String) {
        let utf8 = Array(text.utf8)
        let rows = wrapRows(utf8, columns: columns).map { String(decoding: utf8[$0.bytes], as: UTF8.self) }
        #expect(rows.joined(separator: "|") == expected)
    }

    @Test(arguments: [
        ("", 0), ("\n", 1), ("a", 1), ("a\n", 1), ("a\n\n", 2), ("a\n\nb", 3), ("\n\n\n", 3),
    ])
    func paragraphsMakeRows(_ text: String, _ count: Int) {
        #expect(wrapRows(Array(text.utf8), columns: 10).count == count)
    }

    @Test func aRangeIsWrappedInTheCountOfTheDocument() {
        let utf8 = Array("é one\nbé two three\nlast".utf8)
        let rows = wrapRows(utf8, range: 7..<20, columns: 7, firstScalar: 6)
        #expect(
            rows == [
                TextRow(byteStart: 7, byteEnd: 15, scalarStart: 6, scalarEnd: 13, endsParagraph: false),
                TextRow(byteStart: 15, byteEnd: 20, scalarStart: 13, scalarEnd: 18, endsParagraph: false),
            ]
        )
    }

    @Test(arguments: [1, 2, 3, 7, 20, 80])
    func anyTextKeepsThePromises(columns: Int) throws {
        var generator = Seeded(seed: UInt64(columns))
        for _ in 0..<400 {
            let text = hostileText(scalars: 120, lineFeeds: true, using: &generator)
            let utf8 = Array(text.utf8)
            let rows = wrapRows(utf8, columns: columns)
            try checkThatRowsJoin(rows, utf8, scalars: text.unicodeScalars.count)
            for row in rows { checkWidth(of: row, in: utf8, columns: columns) }
        }
    }

    @Test func placedClustersAreTheCharactersOfTheStandardLibrary() {
        var generator = Seeded(seed: 7)
        for _ in 0..<3000 {
            let utf8 = Array(hostileText(scalars: 60, using: &generator).utf8)
            let row = TextRow(byteStart: 0, byteEnd: utf8.count, scalarStart: 0, scalarEnd: 0, endsParagraph: false)
            let found = placedClusters(of: row, in: utf8).map { String(decoding: utf8[$0.bytes], as: UTF8.self) }
            let expected = String(decoding: utf8, as: UTF8.self).map(String.init)
            #expect(found.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
        }
    }

    @Test func theFastPathKnowsTheSameColumns() {
        for value in UInt32(0x20)...0xFFFF where value != 0x0A {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let utf8 = Array(String(scalar).utf8)
            let row = TextRow(byteStart: 0, byteEnd: utf8.count, scalarStart: 0, scalarEnd: 1, endsParagraph: false)
            let clusters = placedClusters(of: row, in: utf8)
            if clusters.map(\.width) != [displayWidth(of: Character(scalar))] {
                Issue.record("U+\(String(value, radix: 16)): \(clusters)")
            }
        }
    }

    @Test func tabsReachTheNextStop() {
        let utf8 = Array("a\t混\tb".utf8)
        let row = wrapRows(utf8, columns: 80)[0]
        #expect(placedClusters(of: row, in: utf8).map(\.column) == [0, 1, 8, 10, 16])
        #expect(placedClusters(of: row, in: utf8).map(\.scalars) == [0..<1, 1..<2, 2..<3, 3..<4, 4..<5])
    }

    @Test func brokenBytesAreCutButNotLost() throws {
        let utf8: [UInt8] = [0x61, 0xE6, 0xB7, 0x0A, 0xFF, 0xC3, 0x20, 0xE9]
        let rows = wrapRows(utf8, columns: 2)
        #expect(rows.flatMap { Array(utf8[$0.bytes]) + ($0.endsParagraph ? [0x0A] : []) } == utf8)
    }

    private func checkThatRowsJoin(_ rows: [TextRow], _ utf8: [UInt8], scalars: Int) throws {
        #expect(rows.flatMap { Array(utf8[$0.bytes]) + ($0.endsParagraph ? [0x0A] : []) } == utf8)
        for (row, next) in zip(rows, rows.dropFirst()) {
            let feed = row.endsParagraph ? 1 : 0
            #expect(next.byteStart == row.byteEnd + feed)
            #expect(next.scalarStart == row.scalarEnd + feed)
        }
        for row in rows {
            let text = try #require(String(validating: utf8[row.bytes], as: UTF8.self))
            #expect(text.unicodeScalars.count == row.scalars.count)
        }
        let last = try #require(rows.last)
        #expect(last.scalarEnd + (last.endsParagraph ? 1 : 0) == scalars)
    }

    /// Without the blanks that hang, a row is no wider than asked unless it is one character.
    private func checkWidth(of row: TextRow, in utf8: [UInt8], columns: Int) {
        var clusters = placedClusters(of: row, in: utf8)
        while let last = clusters.last, isBlank(utf8[last.bytes]) { clusters.removeLast() }
        guard let last = clusters.last, clusters.count > 1 else { return }
        #expect(last.column + last.width <= columns)
    }

    private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else { return true }
        return [" ", "\t", "\u{3000}"].contains(first)
    }
}
