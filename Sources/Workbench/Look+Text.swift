// How text is told apart. One channel, one meaning, and a way for terminals that lack the channel:
//
//                  256 colours, dark and light   8 or 16 colours, high contrast   no colours, plain
//     plain text   as it is                      as it is                         as it is
//     one coding   grey step                     underlined                       underlined
//     two          next grey step                underlined, bold                 underlined, bold
//     three, more  next grey step                underlined, bold                 underlined, bold
//     focus        on its hue                    on its hue                       bold, not underlined
//     search hit   bold, underlined              bold, underlined, reversed       bold, underlined, reversed
//     selection    reversed                      reversed                         reversed
//
// Only bold, underline and reverse carry meaning: italic is missing on the console, dim on a VT100. Where two and three
// codings look alike the lanes of the gutter count them, and they name them everywhere.

import Screen

extension Look {
    /// Whether codings are counted by grey steps; by underline and bold where they are not.
    private var hasTints: Bool { colours == .many && kind != .highContrast }

    /// What is not text: numbers, rules, hints. High contrast has nothing dim.
    var quiet: Style { kind == .highContrast ? .plain : Style(.dim) }
    /// Names, labels and refusals.
    var strong: Style { Style(.bold) }
    /// The chosen row, and whole bars.
    var bar: Style { Style(.reverse) }
    /// The accent of the cursor's row.
    var accent: Style { Style(foreground: palette.accent, .bold) }
    /// What was not saved, and other alarms: reversed whatever the colour.
    var unsaved: Style { Style(foreground: palette.alarm, [.reverse, .bold]) }

    /// Text under so many codings.
    func tinted(_ style: Style, depth: Int) -> Style {
        guard depth > 0 else { return style }
        guard hasTints else { return style.adding(depth > 1 ? [.underline, .bold] : .underline) }
        var style = style.on(palette.tint(depth: depth))
        // A tint is chosen for one background; the letters are set along with it, so that they stay readable on any.
        if style.foreground == Style.ownColour { style.foreground = palette.onTint }
        return style
    }

    /// Text of the coding in focus, whatever else lies over it: the one hue in the text.
    func focused(_ style: Style, hue: Int16) -> Style {
        guard colours != .none else { return Style(.bold) }
        // Bold black is dark grey on the console, and hard to read on a hue.
        let attributes = hasTints ? style.attributes : style.attributes.subtracting([.bold, .underline, .dim])
        return Style(foreground: palette.letters(on: hue), background: hue, attributes)
    }

    /// Text that was searched for.
    func hit(_ style: Style) -> Style {
        style.adding(hasTints ? [.bold, .underline] : [.bold, .underline, .reverse])
    }

    /// Text outside the code in the spotlight: it stands back and loses what marks it, so that the text in the spotlight
    /// shows even where nothing is dim.
    func dimmed(_ style: Style) -> Style {
        if hasTints { return Style(foreground: palette.faint) }
        return kind == .highContrast ? .plain : Style(.dim)
    }

    /// A table's cell as full as `value` is of `most`: a grey step where there are any. The number stands there anyway.
    func shaded(_ style: Style, _ value: Int, most: Int) -> Style {
        guard hasTints, value > 0, most > 0 else { return style }
        return tinted(style, depth: min(3, (3 * value + most - 1) / most))
    }

    /// Gives a finished surface the look's own ground. Only high contrast has one: white on black in every cell.
    func finish(_ surface: inout Surface) {
        guard kind == .highContrast, colours != .none else { return }
        let (white, black): (Int16, Int16) =
            switch colours {
            case .many: (231, 16)
            case .sixteen: (15, 0)
            default: (7, 0)
            }
        surface.restyle(surface.area) { style in
            if style.foreground == Style.ownColour { style.foreground = white }
            if style.background == Style.ownColour { style.background = black }
            style.attributes.remove(.dim)
        }
    }
}
