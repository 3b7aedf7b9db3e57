// What is sent to terminals for a cell, and which colours they are asked for.
import TestSupport
import Testing
import TextMetrics

@testable import Screen

@Suite struct DrawnPieceTests {
    private func pieces(of text: String) -> (pieces: [DrawnPiece], columns: Int) {
        var surface = Surface(rows: 1, columns: 40)
        let end = surface.put(text, row: 0, column: 0)
        let cells = (0..<end).map { surface[0, $0] }.filter { $0.width > 0 }
        return (cells.flatMap(DrawnPiece.pieces), end)
    }

    @Test(
        arguments: [
            // Flags go out as letters, since terminals disagree on them.
            ("🇨🇳", ["C", "N"]), ("🇬", ["G"]), ("🇬🇧🇨🇳", ["G", "B", "C", "N"]),
            // Emoji in parts go out as their first part.
            ("👨‍👩‍👧‍👦", ["👨"]), ("👍🏿", ["👍"]), ("🏳️‍🌈", ["🏳", " "]), ("❤️", ["❤", " "]), ("❤️‍🔥", ["❤", " "]), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", ["🏴"]),
            ("#️⃣", ["#\u{20E3}", " "]), ("🏿", ["🏿"]), ("☺\u{FE0E}", ["☺"]),
            // Joined letters go out one by one, with their marks.
            ("क्षि", ["क\u{94D}", "ष", "ि"]), ("กำ", ["ก", "ำ"]), ("שָׁ", ["ש\u{5B8}\u{5C1}"]),
            ("\u{600}١", ["\u{600}", "١"]),
            ("한", ["한"]), ("\u{1112}\u{1161}\u{11AB}", ["\u{1112}\u{1161}\u{11AB}"]),
            // What stands in for something goes out as that.
            ("\r\n", ["␍", "␊"]), ("a\u{200D}", ["a", "�"]), ("\u{301}", ["◌\u{301}"]), ("\u{202E}", ["�"]),
            ("\t", [" "]),
            ("a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", ["a\u{301}\u{301}\u{301}\u{301}", "�"]),
        ] as [(String, [String])]
    )
    func onlyWhatAllTerminalsDrawAlikeGoesOut(_ text: String, _ expected: [String]) {
        let (found, columns) = pieces(of: text)
        let texts = found.map { piece in
            Array(piece.scalars.compactMap(Unicode.Scalar.init))
        }
        #expect(texts == expected.map { Array($0.unicodeScalars) })
        #expect(found.reduce(0) { $0 + $1.columns } == columns)
    }

    @Test func piecesFillTheirCellWhateverItIs() {
        var generator = SeededGenerator(seed: 8)
        let pool = Array(
            "a混é👩🏽‍⚕️🇬🇧✔️1️⃣한क्षि\u{301}\u{200D}\u{FE0F}\u{FE0E}\u{20E3}\u{1F3FD}\u{E33}\u{600}\u{1160}\u{1112}\u{1161}\u{E0067}\u{E007F}\u{1F3F4}\u{200B}\u{1B}\u{64E}"
                .unicodeScalars
        )
        for _ in 0..<5000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<6 { if let scalar = pool.randomElement(using: &generator) { text.append(scalar) } }
            let (found, columns) = pieces(of: String(text))
            #expect(found.reduce(0) { $0 + $1.columns } == columns, "\(text.map { String($0.value, radix: 16) })")
            for piece in found {
                guard let base = piece.scalars.first.flatMap(Unicode.Scalar.init) else {
                    Issue.record("a piece without a scalar")
                    continue
                }
                #expect(displayWidth(of: base) == piece.columns)
                let marks = piece.scalars.dropFirst().compactMap(Unicode.Scalar.init)
                #expect(marks.allSatisfy { ScalarClass($0) == .mark }, "\(marks)")
            }
        }
    }

    @Test func nothingHiddenEverGoesOut() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), ScalarClass(scalar) == .hidden else { continue }
            var surface = Surface(rows: 1, columns: 4)
            surface.put(String(scalar), row: 0, column: 0)
            let sent = DrawnPiece.pieces(of: surface[0, 0]).flatMap(\.scalars)
            if sent.contains(value) || sent.isEmpty { Issue.record("U+\(String(value, radix: 16))") }
        }
    }

    // MARK: Colours

    /// What the first sixteen colours usually are, for the nearest of them by eye.
    @Test(arguments: [
        (196, 8, 1), (46, 8, 2), (21, 8, 4), (226, 8, 3), (201, 8, 5), (51, 8, 6), (231, 8, 7), (16, 8, 0),
        (196, 16, 9), (46, 16, 10),
        (226, 16, 11), (201, 16, 13), (51, 16, 14), (231, 16, 15), (16, 16, 0), (102, 16, 8), (160, 16, 1), (40, 16, 2),
    ])
    func aColourBecomesTheNearestThereIs(_ colour: Int, _ available: Int, _ expected: Int) {
        #expect(ColourReduction.reduce(Int16(colour), available) == Int32(expected))
    }

    @Test func whatThereIsStaysAsItIs() {
        for available in [8, 16, 88, 256] {
            for colour in 0..<available { #expect(ColourReduction.reduce(Int16(colour), available) == Int32(colour)) }
        }
    }

    @Test func everyColourFitsEveryTerminal() {
        for available in [0, 1, 2, 8, 16, 52, 64, 88, 256] {
            for colour in -1...255 {
                let found = ColourReduction.reduce(Int16(colour), available)
                #expect(found >= -1 && found < max(available, 0) || found == -1, "\(colour) of \(available)")
            }
        }
    }

    @Test func textNeverVanishesInItsBackground() {
        for available in [0, 8, 16, 88, 256] {
            for foreground in stride(from: Int16(0), through: 255, by: 5) {
                for background in stride(from: Int16(0), through: 255, by: 3) {
                    let style = Style(foreground: foreground, background: background)
                    let found = ColourReduction.colours(of: style, available: available)
                    #expect(found.foreground == -1 || found.foreground != found.background)
                }
            }
        }
    }

    @Test func greysAreLeftOutWhereThereAreNone() {
        for grey in Int16(232)...255 {
            #expect(ColourReduction.reduce(grey, 16) == -1)
            #expect(ColourReduction.reduce(grey, 256) == Int32(grey))
        }
    }
}
