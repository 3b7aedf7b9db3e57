// The signs that screens are drawn with. Chosen in the configuration, never by probing the terminal.

/// A set of signs; every `Character` of it is one column wide, and so is every character of its strings.
package struct Glyphs: Hashable, Sendable {
    /// The sets there are, by their names in the configuration.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Lines, bars and typographic signs that nearly all fonts have.
        case unicode
        /// Only signs of one column on every terminal, East Asian ones too.
        case safe
        /// Only ASCII.
        case ascii
    }

    package var vertical: Character
    package var horizontal: Character
    package var topLeft: Character
    package var topRight: Character
    package var bottomLeft: Character
    package var bottomRight: Character
    package var teeLeft: Character
    package var teeRight: Character
    package var teeUp: Character
    package var teeDown: Character
    /// The stripe of a coding, its last row, and the leaders from the text to a name in the margin.
    package var stripe: Character
    package var stripeEnd: Character
    package var leader: String
    package var focusedLeader: String
    /// Marks the row or line that the cursor is on.
    package var pointer: Character
    /// Points back at what stands to its left.
    package var backPointer: Character
    package var quoteOpen: Character
    package var quoteClose: Character
    /// Horizontal bars: their filled and their empty part.
    package var barFull: Character
    package var barEmpty: Character
    /// Scroll bars: the part in sight and the rest.
    package var thumb: Character
    package var track: Character
    /// Two steps of density on a scroll bar: something lies there, much lies there.
    package var density: [Character]
    /// The eight steps of a spark, from the lowest; see `spark(_:most:)`.
    package var sparks: [Character]
    /// Four steps of shade, from a blank; a number stands beside them wherever they are drawn.
    package var shades: [Character]
    package var bullet: Character
    /// Between parts of a title or status line; also a zero in a table.
    package var dot: Character
    package var ellipsis: String
    package var up: Character
    package var down: Character
    package var arrow: String

    /// The set with blanks for boxes, rules and scroll bars, so that a screen reader speaks none of them.
    ///
    /// The stripes of codings stay: they say which rows are coded.
    package var withoutBoxes: Glyphs {
        var glyphs = self
        for sign in Self.boxSigns + [\.thumb, \.track] { glyphs[keyPath: sign] = " " }
        return glyphs
    }

    /// The signs that boxes and rules are made of.
    private static var boxSigns: [WritableKeyPath<Glyphs, Character>] {
        [
            \.vertical, \.horizontal, \.topLeft, \.topRight, \.bottomLeft, \.bottomRight, \.teeLeft, \.teeRight,
            \.teeUp, \.teeDown,
        ]
    }
}

extension Glyphs {
    /// The set of a name.
    package init(_ kind: Kind) {
        self =
            switch kind {
            case .unicode: .unicode
            case .safe: .safe
            case .ascii: .ascii
            }
    }

    /// One column of a spark line: a blank for nothing, else one of eight steps, the last for `most`.
    ///
    /// Steps are rounded up, so that what is there at all can be told from nothing.
    package func spark(_ value: Int, most: Int) -> Character {
        Self.step(value, most: most, steps: sparks.count).map { sparks[$0] } ?? " "
    }

    /// A bar over so many columns, as full as `value` is of `most`; what is there at all fills one column at least.
    package func bar(_ value: Int, most: Int, columns: Int) -> String {
        let columns = max(0, columns)
        let full = Self.step(value, most: most, steps: columns).map { $0 + 1 } ?? 0
        return String(repeating: barFull, count: full) + String(repeating: barEmpty, count: columns - full)
    }

    /// The shade of a table's cell: a blank for nothing, the darkest for `most`.
    package func shade(_ value: Int, most: Int) -> Character {
        Self.step(value, most: most, steps: shades.count - 1).map { shades[$0 + 1] } ?? shades.first ?? " "
    }

    /// The number of a note: raised as far as fonts have it, else in brackets.
    package func raised(_ number: Int) -> String {
        let raised = ["¹", "²", "³"]
        return ellipsis == "…" && (1...raised.count).contains(number) ? raised[number - 1] : "(\(number))"
    }

    /// The step of a value among so many, from 0 and rounded up; nil for nothing. Values beyond `most` count as `most`.
    private static func step(_ value: Int, most: Int, steps: Int) -> Int? {
        guard value > 0, most > 0, steps > 0 else { return nil }
        let share = (Double(min(value, most)) / Double(most) * Double(steps)).rounded(.up)
        return min(max(1, Int(share)), steps) - 1
    }
}
