// Names that the eye takes for one another, though their letters are others: a Cyrillic а beside a Latin a, one letter in two
// spellings of Unicode. Knows the letters that pass for Latin ones; no codebook and no file.

/// What a name looks like.
package enum LookAlikes {
    /// A name with the letters that it passes for; names that look alike have the same one.
    ///
    /// Two spellings of one letter, composed and decomposed, are equal as Swift compares strings. Capitals stay capitals, since
    /// they can be seen.
    package static func appearance(of name: String) -> String {
        var appearance = String.UnicodeScalarView()
        for scalar in CodeName.cleaned(name).unicodeScalars {
            switch scalar.value {
            // Full-width forms are the ASCII signs once more.
            case 0xFF01...0xFF5E: appearance.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            default: appearance.append(latin[scalar] ?? scalar)
            }
        }
        return String(appearance)
    }

    /// Whether two names differ and cannot be told apart.
    package static func areTakenForOneAnother(_ one: String, _ other: String) -> Bool {
        !one.utf8.elementsEqual(other.utf8) && appearance(of: one) == appearance(of: other)
    }

    /// The Cyrillic and Greek letters, and the signs, that most typefaces draw as those of ASCII.
    private static let latin: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs: [(others: String, latin: String)] = [
            ("аеорсухіјѕԁһԛԝ", "aeopcyxijsdhqw"), ("АВЕКМНОРСТУХІЈЅԚԜ", "ABEKMHOPCTYXIJSQW"),
            ("αορνυχι", "aopvuxi"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"), ("ıɑɡ", "iag"), ("‐‑‒–—−", "------"),
            ("‘’ʼ", "'''"), ("“”", "\"\""),
        ]
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for pair in pairs {
            for (other, plain) in zip(pair.others.unicodeScalars, pair.latin.unicodeScalars) { table[other] = plain }
        }
        return table
    }()
}
