// Colours and signs: what the screens look like under one theme. Meaning never rests on colour alone.

import CodingCore
import Screen

/// A theme: palette, signs and how coded text is shown.
struct Look {
    enum Background: String { case dark, light, plain }

    let palette: Palette
    let glyphs: Glyphs
    /// The names that a codebook may use for colours, in the order of the palette's hues.
    private let colourNames: [String]
    private let isPlain: Bool
    private let isASCII: Bool

    /// - Parameters:
    ///   - background: the terminal's; `plain` uses no colour at all.
    ///   - colours: how many the terminal has; below 256 the plain look is taken.
    ///   - ascii: whether only ASCII signs are drawn.
    init(background: Background, colours: Int = 256, ascii: Bool = false) {
        isPlain = background == .plain || colours < 256
        palette = isPlain ? .none : background == .light ? .light : .dark
        colourNames =
            background == .light
            ? ["blue", "teal", "green", "olive", "violet", "slate", "amber", "rose"]
            : ["slate", "teal", "violet", "amber", "blue", "green", "olive", "rose"]
        isASCII = ascii
        glyphs = ascii ? .ascii : .unicode
    }

    /// One of our own sentences in the signs of the look.
    func said(_ sentence: String) -> String {
        guard isASCII else { return sentence }
        let plain: [Character: String] = [
            "…": "...", "–": "-", "·": ".", "›": ">", "“": "\"", "”": "\"", "×": "x",
        ]
        return sentence.map { plain[$0] ?? String($0) }.joined()
    }

    let quiet = Style(.dim)
    let strong = Style(.bold)
    let bar = Style(.reverse)

    /// The accent of the cursor's row.
    var accent: Style { Style(foreground: palette.accent, .bold) }

    /// The accent of bars and columns.
    var accentBar: Style { Style(foreground: palette.accent) }

    /// The hue of a code: the colour that the codebook names, or one by the place of its topmost category.
    func hue(of code: CodeID, in codebook: Codebook) -> Int16 {
        let name = codebook.colour(of: code)
        if let index = colourNames.firstIndex(of: name) { return palette.hue(index) }
        let top = codebook.path(of: code).first?.id
        let tops = codebook.codes.filter { $0.parent == nil }
        return palette.hue(tops.firstIndex { $0.id == top } ?? 0)
    }

    /// Text under so many codings: a grey step, or underline where there are no colours.
    func tinted(_ style: Style, depth: Int) -> Style {
        guard depth > 0 else { return style }
        if isPlain { return style.adding(depth > 1 ? [.underline, .bold] : .underline) }
        var style = style.on(palette.tint(depth: depth))
        // A tint is chosen for one background; the letters are set along with it, so that they stay readable on any.
        if style.foreground == Style.ownColour { style.foreground = palette.onHue == 16 ? 255 : 16 }
        return style
    }

    /// Text of the coding in focus: the one hue in the text, or bold underline where there are no colours.
    func focused(_ style: Style, hue: Int16) -> Style {
        if isPlain { return style.adding([.underline, .bold]) }
        return Style(foreground: palette.onHue, background: hue, style.attributes)
    }
}
