// Colours and signs: what the screens look like. Meaning never rests on colour alone; how each kind of text is told from
// the others on terminals of all abilities is in Look+Text.swift.

import CodingCore
import Screen

/// A look: palette, signs and how text is shown.
struct Look {
    /// The looks there are, by their names in the configuration.
    enum Kind: String, CaseIterable {
        /// For dark and for light backgrounds.
        case dark, light
        /// No colour, no boxes and no rules: for screen readers.
        case plain
        /// White on black whatever the terminal's own colours are, and nothing dim.
        case highContrast = "high-contrast"
    }

    /// How many colours there are to design for; terminals of 88 are served as those of 16.
    enum Colours: Comparable {
        case none, eight, sixteen, many

        init(_ count: Int) {
            self = count >= 256 ? .many : count >= 16 ? .sixteen : count >= 8 ? .eight : .none
        }
    }

    let kind: Kind
    let colours: Colours
    let palette: Palette
    let glyphs: Glyphs
    private let glyphKind: Glyphs.Kind

    /// - Parameters:
    ///   - colours: how many the terminal has; 0 for NO_COLOR.
    ///   - glyphs: `.ascii` where the terminal does not understand UTF-8, whatever the coder likes.
    init(kind: Kind, colours: Int = 256, glyphs: Glyphs.Kind = .unicode) {
        self.kind = kind
        self.colours = kind == .plain ? .none : Colours(colours)
        palette = Self.palette(kind, self.colours)
        glyphKind = glyphs
        self.glyphs = kind == .plain ? Glyphs(glyphs).withoutBoxes : Glyphs(glyphs)
    }

    /// The look that a person likes, as far as the terminal can show it.
    ///
    /// - Parameters:
    ///   - colours: how many the terminal has; 0 for NO_COLOR.
    ///   - isUTF8: whether the terminal shows more than ASCII.
    init(_ preferences: Preferences, colours: Int, isUTF8: Bool) {
        let wanted =
            switch preferences.colours {
            case .auto: colours
            case .cube: 256
            case .sixteen: 16
            case .eight: 8
            case .none: 0
            }
        let glyphs: Glyphs.Kind =
            switch preferences.glyphs {
            case .unicode: .unicode
            case .safe: .safe
            case .ascii: .ascii
            }
        self.init(
            kind: Kind(rawValue: preferences.look.rawValue) ?? .dark,
            colours: min(colours, wanted),
            glyphs: isUTF8 ? glyphs : .ascii
        )
    }

    /// Whether boxes, rules and scroll bars are drawn; without them their cells are blank.
    var drawsBoxes: Bool { kind != .plain }

    private static func palette(_ kind: Kind, _ colours: Colours) -> Palette {
        switch (colours, kind) {
        case (.none, _): .none
        case (.eight, .light): .lightEight
        case (.eight, _): .darkEight
        case (.sixteen, .light): .lightSixteen
        case (.sixteen, _): .darkSixteen
        case (.many, .light): .light
        case (.many, .highContrast): .highContrast
        case (.many, _): .dark
        }
    }

    /// The hue of a code: the colour that the codebook names, or one by the place of its topmost category.
    func hue(of code: CodeID, in codebook: Codebook) -> Int16 {
        if let hue = palette.named[codebook.colour(of: code)] { return hue }
        let top = codebook.path(of: code).first?.id
        let tops = codebook.codes.filter { $0.parent == nil }
        return palette.hue(tops.firstIndex { $0.id == top } ?? 0)
    }

    /// One of our own sentences in the signs of the look.
    func said(_ sentence: String) -> String {
        guard glyphKind != .unicode else { return sentence }
        return sentence.map { sign in
            if glyphKind == .safe, Self.narrowSigns.contains(sign) { return String(sign) }
            return Self.plainSigns[sign] ?? String(sign)
        }.joined()
    }

    /// Signs of our sentences that take one column on every terminal.
    private static let narrowSigns: Set<Character> = ["›", "‹", "«", "»"]
    private static let plainSigns: [Character: String] = [
        "…": "...", "–": "-", "—": "-", "−": "-", "·": ".", "•": "*", "›": ">", "‹": "<", "«": "\"", "»": "\"",
        "“": "\"", "”": "\"", "‘": "'", "’": "'", "×": "x", "→": "->", "←": "<-", "↑": "^", "↓": "v", "≈": "~",
    ]
}
