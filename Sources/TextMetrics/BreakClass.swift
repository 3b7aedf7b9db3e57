// Where a line may end, in the few rules that transcripts need out of the long list of UAX 14.

/// What a character allows on its two sides when a line is filled.
enum BreakClass {
    /// Hangs at the end of a row; a row may end after it.
    case space
    /// A hyphen, dash or slash: a row may end after it inside a word.
    case dash
    /// An opening bracket or quote: never last in a row.
    case opening
    /// A closing mark, full stop, small kana and the like: never first in a row.
    case closing
    /// A quote of either side or a no-break space: holds on to both neighbours.
    case glue
    /// A Chinese or Japanese character: a row may end before and after it.
    case ideograph
    /// A digit: a row does not end between a dash and a digit.
    case digit
    /// Everything else, Korean syllables among it: they break at spaces, as Korean is printed.
    case letter

    /// The class of a character by its first scalar.
    @inline(__always)
    init(base: UInt32) {
        if (base | 0x20) &- 0x61 < 26 {  // a to z and A to Z: nearly everything
            self = .letter
        } else {
            self = base < 0x80 ? Self.ascii(base) : Self.other(base)
        }
    }

    /// Whether a row may end between a character of class `previous` and one of class `next`.
    ///
    /// `isInWord` says whether something other than a space went before the dashes that end at `previous`.
    @inline(__always)
    static func mayBreak(after previous: BreakClass, before next: BreakClass, isInWord: Bool) -> Bool {
        switch (previous, next) {
        case (_, .space): false
        case (.space, _): true
        case (_, .closing), (_, .glue), (.opening, _), (.glue, _): false
        case (.dash, .dash), (.dash, .digit): false
        case (.dash, _): isInWord
        case (.ideograph, .dash): false
        case (.ideograph, _), (_, .ideograph): true
        default: false
        }
    }

    @inline(__always)
    private static func ascii(_ base: UInt32) -> BreakClass {
        switch UInt8(truncatingIfNeeded: base) {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): .space
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "-"), UInt8(ascii: "/"): .dash
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opening
        case UInt8(ascii: "\""), UInt8(ascii: "'"): .glue
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "!"), UInt8(ascii: "?"),
            UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "%"):
            .closing
        default: .letter
        }
    }

    private static func other(_ base: UInt32) -> BreakClass {
        switch base {
        case 0xA0, 0x2007, 0x202F, 0x2011: .glue
        case 0x2000...0x200A, 0x3000, 0x1680: .space
        case 0x2010, 0x2012...0x2015: .dash
        case 0xAB, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039: .opening
        case 0xBB, 0x2019, 0x201D, 0x203A, 0x2026, 0x203C...0x203D, 0x2103: .closing
        case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0x301D: .opening
        case 0x3001...0x3002, 0x3005, 0x3009...0x301F, 0x303B, 0x309B...0x309E, 0x30A0, 0x30FB...0x30FE: .closing
        case 0xFF08, 0xFF3B, 0xFF5B, 0xFF5F, 0xFF04, 0xFFE5: .opening
        case 0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A...0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF60...0xFF65: .closing
        case 0x3041...0x30FF, 0x31F0...0x31FF: isSmallKana(base) ? .closing : .ideograph
        case 0x2E80...0x2FDF, 0x3006...0x3007, 0x3021...0x303A, 0x3100...0x312F, 0x31A0...0x31BF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3FFFD:
            .ideograph
        default: .letter
        }
    }

    private static func isSmallKana(_ base: UInt32) -> Bool {
        if base >= 0x31F0 { return true }
        let hiragana = base >= 0x30A1 ? base - 0x60 : base  // both alphabets lie in the same order
        return [0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x3095, 0x3096]
            .contains(hiragana)
    }
}
