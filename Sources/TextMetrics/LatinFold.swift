// Plain letters for accented Latin ones, for finding and matching. Never used on text that is kept.

/// Blindness to case and to the marks on Latin letters, one scalar at a time.
package enum LatinFold {
    private static let latinLetters = Array(latin.utf8)
    private static let latinAdditionalLetters = Array(latinAdditional.utf8)

    /// The lowercase letter without marks, or the scalar in lowercase where there is no plain Latin letter under it.
    ///
    /// A scalar is always answered by one scalar, so positions stay: `ß` is `s` and `Æ` is `a`.
    package static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: return Unicode.Scalar(UInt8(scalar.value + 32))
        case ..<0xC0: return scalar
        case 0xC0...0x24F: return plain(latinLetters[Int(scalar.value - 0xC0)]) ?? lowercased(scalar)
        case 0x1E00...0x1EFF: return plain(latinAdditionalLetters[Int(scalar.value - 0x1E00)]) ?? lowercased(scalar)
        case 0x268: return "i"  // the small letter of U+0197, which lies in another block
        default:
            let small = lowercased(scalar)
            return small == scalar ? scalar : fold(small)  // the ångström sign is the letter å
        }
    }

    private static func plain(_ letter: UInt8) -> Unicode.Scalar? {
        letter == UInt8(ascii: ".") ? nil : Unicode.Scalar(letter)
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let mapping = scalar.properties.lowercaseMapping.unicodeScalars
        guard mapping.count == 1, let first = mapping.first else { return scalar }
        return first
    }
}
