// What goes out where the locale has no UTF-8: bytes above 127 would be two or three wrong letters there, each in a
// column of its own. Nothing is left out and no column moves; what is not the sign itself is shown reversed.
import TextMetrics

extension DrawnPiece {
    /// The piece in ASCII, as wide as it was.
    ///
    /// Lines and typographic signs become their plain likenesses, accented Latin letters the letter without its marks,
    /// everything else a question mark in each of its columns. The last two are stand-ins.
    var inASCII: [DrawnPiece] {
        guard let value = scalars.first, let scalar = Unicode.Scalar(value) else { return [] }
        if value < 0x80, scalars.count == 1 { return [self] }
        if columns == 1, scalars.count == 1, let sign = Self.likenesses[scalar] {
            return [DrawnPiece(scalars: [sign.value], columns: 1)]
        }
        if columns == 1, let letter = Self.plainLetter(scalar) {
            return [DrawnPiece(scalars: [letter.value], columns: 1, isStandIn: true)]
        }
        // The pictures of controls are stand-ins already, and reversed by whoever put them there.
        let isNew = !(0x2400...0x2421).contains(value) && String(scalar) != ShownCluster.standIn
        let mark = DrawnPiece(scalars: [0x3F], columns: 1, isStandIn: isNew)
        return Array(repeating: mark, count: columns)
    }

    private static func plainLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let small = LatinFold.fold(scalar)
        guard small.isASCII, small.properties.isAlphabetic else { return nil }
        return scalar.properties.isUppercase ? Unicode.Scalar(small.value - 0x20) : small
    }

    /// Signs that lose nothing worth telling.
    private static let likenesses: [Unicode.Scalar: Unicode.Scalar] = {
        let groups: [(plain: Unicode.Scalar, signs: String)] = [
            ("|", "│┃╎"), ("-", "─━╶‐‑–—−"), ("+", "┌┐└┘├┤┬┴┼"), ("'", "╵‘’′"), ("\"", "“”«»„″"), (".", "·…"),
            ("*", "•"), ("#", "█▐▓▒"), (":", "░"), (">", "›→"), ("<", "‹←"), ("^", "↑"), ("v", "↓"), ("x", "×"),
            (" ", "\u{A0}\u{2009}\u{202F}"), ("~", "≈"),
        ]
        var likenesses: [Unicode.Scalar: Unicode.Scalar] = [:]
        for group in groups {
            for sign in group.signs.unicodeScalars { likenesses[sign] = group.plain }
        }
        return likenesses
    }()
}
