// Colours: how many, which, and which of them lie on one another.
import Screen
import Testing

@Suite struct PaletteTests {
    private static let many: [Palette] = [.dark, .light, .highContrast]
    private static let few: [Palette] = [.darkEight, .darkSixteen, .lightEight, .lightSixteen]

    @Test func of256ColoursEightAreFarApartAndFixed() {
        for palette in Self.many {
            #expect(Set(palette.hues).count == 8)
            #expect(palette.hues.allSatisfy { (16...255).contains($0) })
            #expect(palette.hue(9) == palette.hues[1])
            #expect(palette.hue(-1) == palette.hues[7])
            #expect(palette.tint(depth: 0) == Style.ownColour)
            #expect(palette.tint(depth: 99) == palette.tints[3])
        }
        #expect(Palette.none.hue(3) == Style.ownColour)
    }

    @Test func everyNameHasAHueOfThePalette() {
        for palette in Self.many + Self.few {
            #expect(Set(palette.named.keys) == Set(Palette.names))
            #expect(palette.named.values.allSatisfy { palette.hues.contains($0) || $0 == 0 })
        }
        for palette in Self.many { #expect(Set(palette.named.values).count == 8) }
        #expect(Palette.none.named.isEmpty)
    }

    @Test(arguments: zip([Palette.darkEight, .lightEight, .darkSixteen, .lightSixteen], [8, 8, 16, 16]))
    func fewColoursAreThoseThatTheTerminalHas(_ palette: Palette, _ count: Int16) {
        let used = palette.hues + palette.named.values + [palette.accent, palette.alarm]
        #expect(used.allSatisfy { (0..<count).contains($0) })
        #expect(Set(palette.hues).count == palette.hues.count)
        #expect(palette.hues.count >= 5)
        #expect((0...3).allSatisfy { palette.tint(depth: $0) == Style.ownColour }, "there are no greys")
    }

    @Test func nothingIsDarkBlueOnBlackNorYellowOnWhite() {
        for palette in [Palette.darkEight, .darkSixteen] {
            #expect(!(palette.hues + palette.named.values).contains { $0 == 4 || $0 == 0 })
        }
        for palette in [Palette.lightEight, .lightSixteen] {
            #expect(!(palette.hues + palette.named.values).contains { [3, 7, 11, 15].contains($0) })
        }
    }

    @Test func lettersOnAHueAreNeverOfItsColour() {
        for palette in Self.many + Self.few {
            for hue in palette.hues { #expect(palette.letters(on: hue) != hue) }
        }
        #expect(Palette.darkEight.letters(on: 3) == 0)
        #expect(Palette.lightEight.letters(on: 4) == 7)
        #expect(Palette.dark.letters(on: 180) == 16)
        #expect(Palette.none.letters(on: Style.ownColour) == Style.ownColour)
    }

    @Test func highContrastIsSevenToOneOrBetter() {
        let palette = Palette.highContrast
        for colour in palette.hues + [palette.accent, palette.alarm] {
            #expect(LinearColour(xterm: Int(colour)).contrast(with: .black) >= 7, "\(colour)")
        }
    }
}
