// Styles as letters, as golden screens have them.
import Screen
import Testing

@Suite struct StyleMapTests {
    @Test(
        arguments: [
            (.plain, "plain"), (Style(foreground: 180), "fg 180"), (Style(background: 16), "bg 16"),
            (Style(foreground: 0), "fg 0"),
            (Style([.bold, .dim, .italic, .underline, .reverse]), "bold dim italic underline reverse"),
            (Style(foreground: 1, background: 2, .underline), "fg 1 bg 2 underline"),
            (Style(foreground: -1, background: -1), "plain"),
        ] as [(Style, String)]
    )
    func aStyleSaysWhatItIs(_ style: Style, _ words: String) {
        #expect(style.description == words)
    }

    @Test func lettersAreGivenInReadingOrder() {
        var surface = Surface(rows: 2, columns: 5)
        surface.put("x", row: 1, column: 0, style: Style(.bold))
        surface.put("x", row: 0, column: 4, style: Style(.dim))
        surface.put("x", row: 1, column: 1, style: Style(.dim))
        let map = StyleMap(surface)
        #expect(map.rows == ["....a", "ba..."])
        #expect(map.legend == ["a dim", "b bold"])
        #expect(map.description == "....a\nba\na dim\nb bold")
    }

    @Test func aPlainSurfaceHasNoLegend() {
        #expect(StyleMap(Surface(rows: 2, columns: 3)).description == "\n")
        #expect(StyleMap(Surface(rows: 0, columns: 0)).rows.isEmpty)
    }

    @Test func styledBlanksCountAsMuchAsText() {
        var (one, other) = (Surface(rows: 1, columns: 3), Surface(rows: 1, columns: 3))
        one.put("abc", row: 0, column: 0, style: Style(.reverse))
        other.fill(other.area, style: Style(.reverse))
        #expect(StyleMap(one) == StyleMap(other))
    }

    @Test func moreStylesThanLettersAreStillMapped() {
        var surface = Surface(rows: 1, columns: 70)
        for column in 0..<70 { surface.put("x", row: 0, column: column, style: Style(foreground: Int16(column))) }
        let map = StyleMap(surface)
        #expect(map.rows[0] == "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789########")
        #expect(map.legend.count == 70)
        #expect(map.legend.last == "# fg 69")
    }

    @Test func stylesAreChangedInCopies() {
        let style = Style(foreground: 3, .bold)
        #expect(style.adding([.dim, .bold]) == Style(foreground: 3, [.bold, .dim]))
        #expect(style.on(5) == Style(foreground: 3, background: 5, .bold))
        #expect(style.on(5).on(Style.ownColour) == style)
        #expect(style == Style(foreground: 3, .bold))
    }
}
