// Looks by themselves: what tells one kind of text from another on terminals of all abilities.

import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct LookTests {
    nonisolated static let all = [256, 88, 16, 8, 0]

    /// Every way that text can look, by name.
    private func styles(_ look: Look) -> [(name: String, style: Style)] {
        let hue = look.palette.hue(0)
        return [
            ("plain", look.tinted(.plain, depth: 0)), ("one coding", look.tinted(.plain, depth: 1)),
            ("two codings", look.tinted(.plain, depth: 2)), ("focus", look.focused(.plain, hue: hue)),
            ("focus over two", look.focused(look.tinted(.plain, depth: 2), hue: hue)),
            ("selection", Style(.reverse)), ("hit", look.hit(.plain)),
            ("hit over one", look.hit(look.tinted(.plain, depth: 1))),
            ("hit over two", look.hit(look.tinted(.plain, depth: 2))),
            ("hit in the focus", look.hit(look.focused(.plain, hue: hue))),
        ]
    }

    /// Names of what may look alike: what lies under it does not matter then.
    private static let alike: Set<Set<String>> = [
        ["focus", "focus over two"], ["hit", "hit over one"], ["hit", "hit over two"],
        ["hit over one", "hit over two"], ["hit", "hit in the focus"], ["hit over one", "hit in the focus"],
        ["hit over two", "hit in the focus"],
    ]

    /// What a terminal is left with that has neither italic nor dim, such as a VT100.
    private func stripped(_ style: Style) -> Style {
        var style = style
        style.attributes.subtract([.italic, .dim])
        return style
    }

    @Test(arguments: Look.Kind.allCases, all)
    func allKindsOfTextAreToldApartByWhatEveryTerminalHas(_ kind: Look.Kind, _ colours: Int) {
        let styles = styles(Look(kind: kind, colours: colours))
        for (index, one) in styles.enumerated() {
            for other in styles[(index + 1)...] where !Self.alike.contains([one.name, other.name]) {
                #expect(stripped(one.style) != stripped(other.style), "\(one.name) and \(other.name)")
            }
        }
    }

    @Test func threeCodingsAreToldFromTwoWhereThereAreGreys() {
        for kind in [Look.Kind.dark, .light] {
            let look = Look(kind: kind)
            #expect(Set((0...3).map { look.tinted(.plain, depth: $0).background }).count == 4)
            #expect(look.tinted(.plain, depth: 4) == look.tinted(.plain, depth: 3))
        }
    }

    @Test(arguments: Look.Kind.allCases, all)
    func onlyColoursThatTheTerminalHasAreUsed(_ kind: Look.Kind, _ colours: Int) {
        let look = Look(kind: kind, colours: colours)
        let own = [look.quiet, look.strong, look.bar, look.accent, look.unsaved, look.dimmed(.plain)]
        let shaded = (0...9).map { look.shaded(.plain, $0, most: 9) }
        let limit = Int16(colours >= 256 ? 256 : colours >= 16 ? 16 : colours)
        for style in styles(look).map(\.style) + own + shaded {
            #expect(style.foreground < limit || style.foreground == Style.ownColour)
            #expect(style.background < limit || style.background == Style.ownColour)
            if kind == .plain { #expect(style.foreground == Style.ownColour && style.background == Style.ownColour) }
        }
    }

    @Test(arguments: Look.Kind.allCases, all)
    func lettersAreNeverOfTheColourTheyStandOn(_ kind: Look.Kind, _ colours: Int) {
        let look = Look(kind: kind, colours: colours)
        for hue in look.palette.hues {
            let style = look.focused(Style(.bold), hue: hue)
            #expect(style.foreground != style.background || style.background == Style.ownColour)
        }
    }

    @Test func anAlarmIsReversedAndBoldInEveryLook() {
        for kind in Look.Kind.allCases {
            for colours in Self.all {
                let look = Look(kind: kind, colours: colours)
                #expect(look.unsaved.attributes == [.reverse, .bold])
                #expect((look.unsaved.foreground == Style.ownColour) == (look.colours == .none))
            }
        }
    }

    @Test func outsideTheSpotlightNothingIsMarked() {
        for kind in Look.Kind.allCases {
            for colours in Self.all {
                let look = Look(kind: kind, colours: colours)
                let outside = look.dimmed(look.tinted(.plain, depth: 2))
                #expect(outside.background == Style.ownColour)
                #expect(outside.attributes.subtracting(.dim).isEmpty)
                #expect(outside == look.dimmed(.plain))
            }
        }
        #expect(Look(kind: .dark).dimmed(.plain) != .plain)
        #expect(Look(kind: .plain).dimmed(.plain) == Style(.dim))
    }

    // MARK: High contrast

    @Test(arguments: [(256, 231, 16), (16, 15, 0), (8, 7, 0)] as [(Int, Int16, Int16)])
    func highContrastHasItsOwnGroundInEveryCell(_ colours: Int, _ white: Int16, _ black: Int16) throws {
        let look = Look(kind: .highContrast, colours: colours)
        var bench = try Bench()
        try bench.press("s")
        var surface = bench.state.frame(look).surface
        let text = surface.text
        look.finish(&surface)
        #expect(surface.text == text)
        for cell in surface.cells {
            #expect(cell.style.foreground != Style.ownColour)
            #expect(cell.style.background != Style.ownColour)
            #expect(!cell.style.attributes.contains(.dim))
        }
        #expect(surface.cells.contains { $0.style == Style(foreground: white, background: black) })
        #expect(surface.cells.contains { $0.style.attributes.contains(.reverse) }, "the selection is seen")
        #expect(look.quiet == .plain)
    }

    @Test func otherLooksKeepTheTerminalsOwnGround() throws {
        for look in [Look(kind: .dark), Look(kind: .light), Look(kind: .plain), Look(kind: .highContrast, colours: 0)] {
            let surface = try Bench().state.frame(look).surface
            var finished = surface
            look.finish(&finished)
            #expect(finished == surface)
        }
    }

    // MARK: Plain

    @Test(arguments: Glyphs.Kind.allCases)
    func thePlainLookHasNoLinesToReadAloud(_ glyphs: Glyphs.Kind) throws {
        let look = Look(kind: .plain, glyphs: glyphs)
        #expect(!look.drawsBoxes)
        #expect(Look(kind: .dark, glyphs: glyphs).drawsBoxes)
        let lines = Set("│─┌┐└┘├┤┬┴┃╎")
        for keys in ["", "s c", "?"] {
            var bench = try Bench(WindowTests.hundred, columns: 120)
            if !keys.isEmpty { try bench.press(keys) }
            let text = bench.state.frame(look).surface.text
            #expect(!text.contains { lines.contains($0) }, "after “\(keys)”")
            #expect(!text.contains("----"), "after “\(keys)”")
            #expect(
                bench.state.frame(Look(kind: .dark)).surface.text.contains { lines.contains($0) },
                "the test can fail"
            )
        }
    }

    // MARK: Names and sentences

    @Test func looksAndGlyphsHaveTheNamesOfTheConfiguration() {
        #expect(Look.Kind.allCases.map(\.rawValue) == ["dark", "light", "plain", "high-contrast"])
        #expect(Look(kind: .light, colours: 256, glyphs: .ascii).glyphs == .ascii)
        #expect(Look(kind: .dark).glyphs == .unicode)
    }

    @Test(arguments: [
        (Glyphs.Kind.unicode, "“code” 3–5 · “a…” → b ‹focus› 80×24"),
        (.safe, "\"code\" 3-5 . \"a...\" -> b ‹focus› 80x24"),
        (.ascii, "\"code\" 3-5 . \"a...\" -> b <focus> 80x24"),
    ])
    func ourSentencesUseTheSignsOfTheLook(_ glyphs: Glyphs.Kind, _ said: String) {
        #expect(Look(kind: .dark, glyphs: glyphs).said("“code” 3–5 · “a…” → b ‹focus› 80×24") == said)
        #expect(Look(kind: .dark, glyphs: glyphs).said("plain") == "plain")
    }

    @Test(arguments: [(0, 0), (1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (9, 3), (99, 3)])
    func fullerCellsAreDarker(_ value: Int, _ depth: Int) {
        let look = Look(kind: .dark)
        #expect(look.shaded(.plain, value, most: 9) == look.tinted(.plain, depth: depth))
        #expect(look.shaded(.plain, value, most: 0) == .plain)
        #expect(Look(kind: .dark, colours: 8).shaded(Style(.bold), value, most: 9) == Style(.bold))
    }
}
