// Colours for terminals that have 8 or 16. What they look like is the user's affair (ANSI names them, nobody measures
// them), so nothing rests on them: they only make faster what tags and names say anyway.

extension Palette {
    /// Eight colours on a dark background: all but black and blue, which no console shows readably on black.
    package static let darkEight = Palette(few: [3, 6, 5, 2, 1, 7], blue: 6, grey: 7, amber: 3)

    /// Sixteen colours on a dark background: the bright ones, where blue is readable too.
    package static let darkSixteen = Palette(few: [11, 14, 13, 10, 9, 12, 7], blue: 12, grey: 7, amber: 11, bright: 8)

    /// Eight colours on a light background: all but white and yellow.
    package static let lightEight = Palette(few: [4, 1, 5, 2, 6], blue: 4, grey: 0, amber: 1)

    /// Sixteen colours on a light background: the dark ones, and dark grey.
    package static let lightSixteen = Palette(few: [4, 1, 5, 2, 6, 8], blue: 4, grey: 8, amber: 1)

    /// - Parameter bright: what makes a colour the bright one of its kind: 8 more.
    private init(few hues: [Int16], blue: Int16, grey: Int16, amber: Int16, bright: Int16 = 0) {
        self.init(
            hues: hues,
            named: [
                "slate": grey, "teal": 6 + bright, "violet": 5 + bright, "amber": amber, "blue": blue,
                "green": 2 + bright, "olive": amber == 1 ? 2 : amber, "rose": 1 + bright,
            ],
            tints: Array(repeating: Style.ownColour, count: 4),
            onHue: Style.ownColour,
            onTint: Style.ownColour,
            accent: hues.first ?? Style.ownColour,
            alarm: 1 + bright,
            faint: Style.ownColour
        )
    }
}
