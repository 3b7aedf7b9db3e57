// Where the characters of a row lie: columns, bytes and scalars of each.
import Testing
import TextMetrics

@Suite struct PlacedClusterTests {
    @Test(
        arguments: [
            ("", [], []),
            ("abc", [0, 1, 2], [1, 1, 1]),
            ("a混b", [0, 1, 3], [1, 2, 1]),
            ("e\u{301}x", [0, 1], [1, 1]),
            ("\tx", [0, 8], [8, 1]),
            ("a\t\tb", [0, 1, 8, 16], [1, 7, 8, 1]),
            ("1234567\tx", [0, 1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 1, 1, 1, 1, 1, 1, 1]),
            ("12345678\tx", [0, 1, 2, 3, 4, 5, 6, 7, 8, 16], [1, 1, 1, 1, 1, 1, 1, 1, 8, 1]),
            ("混乱的角\tx", [0, 2, 4, 6, 8, 16], [2, 2, 2, 2, 8, 1]),
            ("混乱的1\tx", [0, 2, 4, 6, 7, 8], [2, 2, 2, 1, 1, 1]),
            ("👩🏽‍⚕️x", [0, 2], [2, 1]),
            ("🇬🇧🇨🇳", [0, 2], [2, 2]),
            ("\u{1B}x", [0, 1], [1, 1]),
            ("a\u{200B}b", [0, 1, 2], [1, 1, 1]), ("a\u{200C}b", [0, 2], [2, 1]),
            ("क्षिx", [0, 3], [3, 1]),
            ("กำx", [0, 2], [2, 1]),
            ("שָׁx", [0, 1], [1, 1]),
        ] as [(String, [Int], [Int])]
    )
    func charactersLieInTheirColumns(_ text: String, _ columns: [Int], _ widths: [Int]) {
        let placed = place(text)
        #expect(placed.map(\.column) == columns)
        #expect(placed.map(\.width) == widths)
    }

    @Test(arguments: 0...24)
    func aTabReachesTheNextStopFromEveryColumn(_ column: Int) throws {
        let placed = place(String(repeating: "x", count: column) + "\ty")
        let tab = try #require(placed.dropLast().last)
        #expect(tab.column == column)
        #expect(tab.width == tabWidth(at: column))
        #expect((1...8).contains(tab.width))
        #expect(try #require(placed.last).column == (column / 8 + 1) * 8)
    }

    @Test func placesJoinWithoutGapsWhateverTheTextIs() {
        var generator = Seeded(seed: 21)
        for _ in 0..<1000 {
            let text = hostileText(scalars: 50, using: &generator)
            let placed = place(text, firstScalar: 1000)
            var (byte, scalar, column) = (0, 1000, 0)
            for cluster in placed {
                #expect(cluster.bytes.lowerBound == byte)
                #expect(cluster.scalars.lowerBound == scalar)
                #expect(cluster.column == column)
                #expect(cluster.width >= 1)
                #expect(!cluster.bytes.isEmpty && !cluster.scalars.isEmpty)
                (byte, scalar, column) = (
                    cluster.bytes.upperBound, cluster.scalars.upperBound, cluster.column + cluster.width
                )
            }
            #expect(byte == text.utf8.count)
            #expect(scalar == 1000 + text.unicodeScalars.count)
        }
    }

    @Test func widthsAreThoseOfCharactersByThemselves() {
        var generator = Seeded(seed: 22)
        for _ in 0..<1000 {
            let text = hostileText(scalars: 50, using: &generator)
            let utf8 = Array(text.utf8)
            for cluster in place(text) where utf8[cluster.bytes] != [0x09] {
                let character = Character(String(decoding: utf8[cluster.bytes], as: UTF8.self))
                #expect(cluster.width == displayWidth(of: character), "\(character.unicodeScalars)")
                #expect(cluster.width == shownCluster(character).width, "\(character.unicodeScalars)")
            }
        }
    }

    @Test func theRowsOfAParagraphHoldItsCharactersOnce() {
        var generator = Seeded(seed: 23)
        for columns in [1, 4, 17, 80] {
            let text = hostileText(scalars: 200, using: &generator)
            let utf8 = Array(text.utf8)
            let found = wrapRows(utf8, columns: columns).flatMap { placedClusters(of: $0, in: utf8) }
            #expect(found.map(\.bytes) == place(text).map(\.bytes))
            #expect(found.map(\.scalars) == place(text).map(\.scalars))
        }
    }

    @Test(
        arguments: [
            [0xFF], [0x61, 0x80, 0x62], [0xE6, 0xB7], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xC0, 0xAF], [0x62, 0xE6, 0xB7, 0xB7, 0xE6], [0xF0, 0x9F, 0x98, 0x80, 0xF0, 0x9F],
            [0x61, 0xCC, 0x81, 0xCC],
            [0xE4, 0xB8, 0x41], [0xEF, 0xBB], [0xCC, 0x81, 0xFE],
        ] as [[UInt8]]
    )
    func bytesThatAreNoTextHaveAPlaceToo(_ bytes: [UInt8]) {
        let framed = Array("ab".utf8) + bytes + Array("cde".utf8)
        let row = TextRow(byteStart: 0, byteEnd: framed.count, scalarStart: 0, scalarEnd: 0, endsParagraph: false)
        let placed = placedClusters(of: row, in: framed)
        #expect(placed.flatMap { Array($0.bytes) } == Array(framed.indices))
        #expect(placed.allSatisfy { $0.width == 1 || $0.width == 2 })
        // What is text around them keeps its own places.
        #expect(placed.first?.bytes == 0..<1)
        #expect(placed.last?.bytes == framed.count - 1..<framed.count)
    }

    private func place(_ text: String, firstScalar: Int = 0) -> [PlacedCluster] {
        let utf8 = Array(text.utf8)
        let row = TextRow(
            byteStart: 0,
            byteEnd: utf8.count,
            scalarStart: firstScalar,
            scalarEnd: firstScalar + text.unicodeScalars.count,
            endsParagraph: false
        )
        return placedClusters(of: row, in: utf8)
    }
}
