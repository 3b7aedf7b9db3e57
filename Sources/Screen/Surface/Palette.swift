// Colours that were chosen by measure: far apart for three kinds of colour sight, readable on their background. Those for
// 256 colours lie in the fixed part, which users' themes do not repaint; for fewer see Palette+FewColours.swift.

/// The colours of a look, as indices into xterm's 256 colours, of which the first 8 and 16 are those of poorer terminals.
package struct Palette: Hashable, Sendable {
    /// The names that a codebook may give to colours.
    package static let names = ["slate", "teal", "violet", "amber", "blue", "green", "olive", "rose"]

    /// Hues for codes or categories, in the order in which they are given out.
    ///
    /// Of 256 colours eight, at least 10 CIEDE2000 apart under normal, protan, deutan and tritan sight.
    package var hues: [Int16]
    /// The hue of each name.
    package var named: [String: Int16]
    /// Backgrounds for no, one, two, and three or more codings over a text: grey steps, never a hue.
    package var tints: [Int16]
    /// Foregrounds that are readable on a hue used as background, and on a tint.
    package var onHue: Int16
    package var onTint: Int16
    /// The one accent of the frame: the cursor row and the like.
    package var accent: Int16
    /// What must not be overlooked.
    package var alarm: Int16
    /// Text that stands back, readable still.
    package var faint: Int16

    /// For dark backgrounds; 4.5:1 or better on black and on #1c1c1c, 13.3 CIEDE2000 apart.
    package static let dark = Palette(
        hues: [103, 116, 135, 136, 147, 148, 180, 198],
        named: [
            "slate": 103, "teal": 116, "violet": 135, "amber": 136, "blue": 147, "green": 148, "olive": 180,
            "rose": 198,
        ],
        tints: [Style.ownColour, 236, 238, 240],
        onHue: 16,
        onTint: 255,
        accent: 180,
        alarm: 203,
        faint: 244
    )
    /// For light backgrounds; 4.5:1 or better on white, 12.1 CIEDE2000 apart.
    package static let light = Palette(
        hues: [19, 23, 29, 52, 53, 63, 94, 163],
        named: ["blue": 19, "teal": 23, "green": 29, "olive": 52, "violet": 53, "slate": 63, "amber": 94, "rose": 163],
        tints: [Style.ownColour, 254, 252, 250],
        onHue: 231,
        onTint: 16,
        accent: 94,
        alarm: 124,
        faint: 242
    )
    /// White on black: 7:1 or better on black, 10.5 CIEDE2000 apart and as far from white; depth shows by underline.
    package static let highContrast = Palette(
        hues: [179, 153, 204, 193, 140, 79, 184, 109],
        named: [
            "slate": 109, "teal": 79, "violet": 140, "amber": 179, "blue": 153, "green": 193, "olive": 184, "rose": 204,
        ],
        tints: Array(repeating: Style.ownColour, count: 4),
        onHue: 16,
        onTint: 231,
        accent: 226,
        alarm: 210,
        faint: 231
    )
    /// No colour at all: for NO_COLOR and the plain look.
    package static let none = Palette(
        hues: Array(repeating: Style.ownColour, count: 8),
        named: [:],
        tints: Array(repeating: Style.ownColour, count: 4),
        onHue: Style.ownColour,
        onTint: Style.ownColour,
        accent: Style.ownColour,
        alarm: Style.ownColour,
        faint: Style.ownColour
    )

    /// The foreground for letters on a hue; the 16 colours of poor terminals are told apart by their lightness.
    package func letters(on hue: Int16) -> Int16 {
        guard (0..<16).contains(hue) else { return hue == Style.ownColour ? Style.ownColour : onHue }
        return [0, 1, 4, 5, 8].contains(hue) ? 7 : 0
    }

    /// The hue of the n-th code or category, round and round.
    package func hue(_ index: Int) -> Int16 {
        hues.isEmpty ? Style.ownColour : hues[((index % hues.count) + hues.count) % hues.count]
    }

    /// The background under so many codings.
    package func tint(depth: Int) -> Int16 {
        tints.isEmpty ? Style.ownColour : tints[min(max(0, depth), tints.count - 1)]
    }
}
