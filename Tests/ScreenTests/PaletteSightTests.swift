// What people see of the palettes' colours: contrast, and how far apart they are for every kind of sight.
import Screen
import Testing

@Suite struct PaletteSightTests {
    private static let ownBlack = LinearColour(xterm: 234)  // #1c1c1c, the black of many themes

    @Test func theMeasureIsThatOfThePaperItComesFrom() {
        // Nine of the pairs of Sharma, Wu and Dalal.
        let pairs: [((Double, Double, Double), (Double, Double, Double), Double)] = [
            ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425), ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
            ((50, 0, 0), (50, -1, 2), 2.3669), ((50, -0.0010, 2.4900), (50, 0.0009, -2.4900), 4.8045),
            ((50, -0.0010, 2.4900), (50, 0.0011, -2.4900), 4.7461), ((50, 2.5, 0), (73, 25, -18), 27.1492),
            ((50, 2.5, 0), (58, 24, 15), 19.4535), ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
            ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ]
        for (one, two, difference) in pairs {
            let found = LinearColour.difference((one.0, one.1, one.2), (two.0, two.1, two.2))
            #expect(abs(found - difference) < 0.0001, "\(one) \(two)")
        }
        #expect(abs(LinearColour.white.contrast(with: .black) - 21) < 0.001)
    }

    @Test func darkHuesAreReadableOnBlack() {
        for hue in Palette.dark.hues + [Palette.dark.accent] {
            let colour = LinearColour(xterm: Int(hue))
            #expect(colour.contrast(with: .black) >= 4.5, "\(hue)")
            #expect(colour.contrast(with: Self.ownBlack) >= 4.5, "\(hue)")
        }
    }

    @Test func lightHuesAreReadableOnWhite() {
        for hue in Palette.light.hues + [Palette.light.accent] {
            #expect(LinearColour(xterm: Int(hue)).contrast(with: .white) >= 4.5, "\(hue)")
        }
    }

    @Test(arguments: [Palette.dark, .light])
    func textOnAHueIsReadable(_ palette: Palette) {
        let text = LinearColour(xterm: Int(palette.onHue))
        for hue in palette.hues {
            #expect(text.contrast(with: LinearColour(xterm: Int(hue))) >= 4.5, "\(palette.onHue) on \(hue)")
        }
    }

    @Test(arguments: [(Palette.dark, 12.0), (.light, 12.0)])
    func huesAreFarApartForEveryKindOfSight(_ palette: Palette, _ least: Double) {
        for sight in LinearColour.Sight.allCases {
            let seen = palette.hues.map { LinearColour(xterm: Int($0)).seen(by: sight) }
            for one in seen.indices {
                for other in seen.indices where other > one {
                    let difference = seen[one].difference(from: seen[other])
                    #expect(
                        difference > least,
                        "\(palette.hues[one]) and \(palette.hues[other]) for \(sight): \(difference)"
                    )
                }
            }
        }
    }

    @Test(arguments: [(Palette.dark, LinearColour.black), (.light, .white)])
    func tintsAreGreyStepsAwayFromTheBackground(_ palette: Palette, _ background: LinearColour) {
        #expect(palette.tints.first == Style.ownColour)
        var last = 1.0
        for tint in palette.tints.dropFirst() {
            #expect((232...255).contains(tint), "\(tint) is no grey")
            let contrast = LinearColour(xterm: Int(tint)).contrast(with: background)
            #expect(contrast > last)
            last = contrast
        }
        #expect(last < 4.5, "the text on the deepest tint stays readable: \(last)")
    }

    @Test func theHuesGoRoundFromAnyNumber() {
        for palette in [Palette.dark, .light, .highContrast, .none] {
            for number in -20...20 {
                #expect(palette.hue(number) == palette.hue(number + 8))
                #expect(palette.hues.contains(palette.hue(number)))
            }
            #expect(palette.hue(.max) == palette.hues[7])
            #expect(palette.hue(.min) == palette.hues[0])
        }
    }

    @Test func depthBeyondTheTintsIsTheDeepest() {
        for palette in [Palette.dark, .light, .highContrast, .none] {
            #expect([-1, 0, 1, 2, 3, 4, .max].map(palette.tint) == [0, 0, 1, 2, 3, 3, 3].map { palette.tints[$0] })
        }
        var empty = Palette.dark
        (empty.hues, empty.tints) = ([], [])
        #expect(empty.hue(3) == Style.ownColour)
        #expect(empty.tint(depth: 3) == Style.ownColour)
    }
}
