// The 256 colours on terminals that have fewer.

/// Fits styles to the number of colours that a terminal has.
enum ColourReduction {
    /// What the first 16 colours usually are, in red, green and blue.
    private static let basic: [(Int, Int, Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]

    /// The style's colours for a terminal of so many colours; -1 is the terminal's own.
    ///
    /// Grey steps are left out where there are no greys, and so is a foreground that would vanish in its background.
    static func colours(of style: Style, available: Int) -> (foreground: Int32, background: Int32) {
        let background = reduce(style.background, available)
        let foreground = reduce(style.foreground, available)
        return (foreground == background ? -1 : foreground, background)
    }

    static func reduce(_ colour: Int16, _ available: Int) -> Int32 {
        guard colour >= 0, available > 0 else { return -1 }
        if Int(colour) < available { return Int32(colour) }
        if colour >= 232 { return -1 }
        guard colour >= 16 else { return Int32(colour) % Int32(available) }
        let steps = [0, 95, 135, 175, 215, 255]
        let cube = Int(colour) - 16
        let wanted = (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
        let nearest = basic.prefix(available).enumerated().min {
            distance($0.element, wanted) < distance($1.element, wanted)
        }
        return Int32(nearest?.offset ?? -1)
    }

    private static func distance(_ one: (Int, Int, Int), _ other: (Int, Int, Int)) -> Int {
        let (red, green, blue) = (one.0 - other.0, one.1 - other.1, one.2 - other.2)
        return red * red + green * green + blue * blue
    }
}
