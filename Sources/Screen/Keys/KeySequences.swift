// The keys that terminals send as sequences, by the sequence's last byte or its number. From xterm's “ctlseqs”, the
// terminal database (xterm, linux, vt100, vt220, rxvt, screen) and PuTTY's manual.

/// What the ends of sequences mean.
enum KeySequences {
    /// The key of `ESC O` and a byte; nil if no terminal sends it.
    ///
    /// Besides the keys that come after `ESC [` too, these are F5 to F12 of PuTTY's VT100+ (`T` to `[`), and F5 to F10 as the database
    /// has them for a VT100 (`t u v l w x`). A number pad that was put into its application mode sends those as well; we
    /// never put it there. Small arrows are rxvt's with Control.
    static func afterSS3(_ final: UInt8) -> KeyPress? {
        if (UInt8(ascii: "P")...UInt8(ascii: "[")).contains(final) { return KeyPress(.function(Int(final) - 0x4F)) }
        if let index = "tuvlwx".utf8.firstIndex(of: final) {
            return KeyPress(.function(5 + "tuvlwx".utf8.distance(from: "tuvlwx".utf8.startIndex, to: index)))
        }
        return smallArrow(final, .control) ?? afterCSI(final, [])
    }

    /// The key of `ESC [` and a byte, without parameters; nil if no terminal sends it. Small arrows are rxvt's with Shift.
    static func afterCSI(_ final: UInt8) -> KeyPress? { smallArrow(final, .shift) ?? afterCSI(final, []) }

    /// The key of `ESC [`, parameters with so many keys held, and a byte; nil if no terminal sends it.
    static func afterCSI(_ final: UInt8, _ modifiers: KeyModifiers) -> KeyPress? {
        let key: Key
        switch final {
        case UInt8(ascii: "A"): key = .up
        case UInt8(ascii: "B"): key = .down
        case UInt8(ascii: "C"): key = .right
        case UInt8(ascii: "D"): key = .left
        case UInt8(ascii: "H"): key = .home
        case UInt8(ascii: "F"): key = .end
        case UInt8(ascii: "M"): key = .enter  // on the number pad
        case UInt8(ascii: "P")...UInt8(ascii: "S"): key = .function(Int(final) - 0x4F)
        default: return nil
        }
        return KeyPress(key, modifiers)
    }

    /// The key of `ESC [`, a number and `~`, or one of rxvt's endings.
    static func numbered(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23...26: .function(number - 12)
        case 28...29: .function(number - 13)
        case 31...34: .function(number - 14)
        default: nil
        }
    }

    /// The keys that rxvt says are held by the end of a numbered sequence.
    static func heldByRxvt(final: UInt8) -> KeyModifiers {
        switch final {
        case UInt8(ascii: "$"): .shift
        case UInt8(ascii: "^"): .control
        case UInt8(ascii: "@"): [.shift, .control]
        default: []
        }
    }

    private static func smallArrow(_ final: UInt8, _ modifiers: KeyModifiers) -> KeyPress? {
        let arrows: [Key] = [.up, .down, .right, .left]
        guard (UInt8(ascii: "a")...UInt8(ascii: "d")).contains(final) else { return nil }
        return KeyPress(arrows[Int(final - UInt8(ascii: "a"))], modifiers)
    }
}
