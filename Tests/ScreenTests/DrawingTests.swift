// What goes out to a terminal for a cell and a style.
import Testing

@testable import Screen

@Suite struct DrawingTests {
    @Test(
        arguments: [
            ("a", [([0x61], 1)]), ("e\u{301}", [([0x65, 0x301], 1)]), ("混", [([0x6DF7], 2)]),
            ("🇬🇧", [([0x47], 1), ([0x42], 1)]), ("👩🏽‍⚕️", [([0x1F469], 2)]), ("✔️", [([0x2714], 1), ([0x20], 1)]),
            ("1️⃣", [([0x31, 0x20E3], 1), ([0x20], 1)]),
            ("a\u{200C}", [([0x61], 1), ([0xFFFD], 1)]), ("\u{1112}\u{1161}\u{11AB}", [([0x1112, 0x1161, 0x11AB], 2)]),
            ("\u{1B}", [([0x241B], 1)]), ("\u{301}", [([0x25CC, 0x301], 1)]),
        ] as [(String, [([UInt32], Int)])]
    )
    func aCellGoesOutInPiecesThatAllTerminalsDrawAlike(_ text: String, _ pieces: [([UInt32], Int)]) {
        var surface = Surface(rows: 1, columns: 8)
        let end = surface.put(text, row: 0, column: 0)
        let found = DrawnPiece.pieces(of: surface[0, 0])
        #expect(found == pieces.map { DrawnPiece(scalars: $0.0, columns: $0.1) })
        #expect(found.reduce(0) { $0 + $1.columns } == end)
    }

    @Test(
        arguments: [
            ("a", "a", ""), ("“it’s” – no…", "\"it's\" - no.", ""), ("naïve Émile", "naive Emile", "  i   E"),
            ("│╵─┌█░›", "|'-+#:>", ""), ("混", "??", "??"), ("ш£", "??", "??"), ("e\u{301}", "e", "e"), ("🇬🇧", "GB", ""),
            ("👩🏽‍⚕️", "??", "??"), ("✔️", "? ", "?"), ("한", "??", "??"), ("\u{1B}", "?", ""), ("\u{FEFF}", "?", ""),
            ("\u{301}", "?", "?"),
        ] as [(String, String, String)]
    )
    func withoutUTF8EverythingIsASCIIOfTheSameWidth(_ text: String, _ drawn: String, _ reversed: String) {
        var surface = Surface(rows: 1, columns: 20)
        let end = surface.put(text, row: 0, column: 0)
        let pieces = (0..<end).filter { surface[0, $0].width > 0 }
            .flatMap { DrawnPiece.pieces(of: surface[0, $0]) }.flatMap(\.inASCII)
        let letters = pieces.flatMap(\.scalars).compactMap(Unicode.Scalar.init)
        #expect(letters.map(String.init).joined() == drawn)
        #expect(pieces.allSatisfy { $0.scalars.count == 1 && $0.columns == 1 })
        #expect(pieces.count == end)
        let marked = pieces.map { $0.isStandIn ? $0.scalars[0] : 0x20 }.compactMap(Unicode.Scalar.init)
        let line = marked.map(String.init).joined()
        #expect(
            line.prefix(line.lastIndex { $0 != " " }.map { line.distance(from: line.startIndex, to: $0) + 1 } ?? 0)
                == reversed
        )
    }

    @Test(
        arguments: [
            (Style(foreground: 180, background: 236), 256, 180, 236), (Style(foreground: 180), 8, 7, -1),
            (Style(foreground: 198), 8, 5, -1),
            (Style(foreground: 3), 8, 3, -1), (Style(foreground: 9), 8, 1, -1), (Style(background: 240), 8, -1, -1),
            (Style(foreground: 16), 8, 0, -1),
            (Style(foreground: 1, background: 1), 8, -1, 1), (Style(foreground: 180), 0, -1, -1), (.plain, 256, -1, -1),
        ] as [(Style, Int, Int32, Int32)]
    )
    func coloursFitTheTerminal(_ style: Style, _ available: Int, _ foreground: Int32, _ background: Int32) {
        let colours = ColourReduction.colours(of: style, available: available)
        #expect(colours.foreground == foreground)
        #expect(colours.background == background)
    }

    @MainActor @Test func theRecordingTerminalKeepsWhatItIsShown() {
        let terminal = RecordingTerminal(rows: 2, columns: 5)
        var surface = Surface(rows: 2, columns: 5)
        surface.put("hello", row: 1, column: 0, style: Style(.bold))
        terminal.present(surface, cursor: CursorPlace(row: 1, column: 2))
        #expect(terminal.text == "\nhello")
        #expect(terminal.styleMap.rows == [".....", "aaaaa"])
        #expect(terminal.cursor == CursorPlace(row: 1, column: 2))
        #expect(terminal.presentations == 1)
    }
}
