// The times of caption files. Source: WebVTT, section 4.1 (timestamps), and the SRT of common tools. Reads bytes, because a
// long recording has a million of them.

/// Reads `00:01:42.340 --> 00:01:44.739`, with or without hours, with a full stop or a comma.
enum CueTime {
    /// The two times of a line in milliseconds; nothing when the line has no arrow; an empty pair when it cannot be read.
    static func times(in line: ArraySlice<UInt8>) -> (begin: Int?, end: Int?)? {
        guard let arrow = arrow(in: line) else { return nil }
        let after = line[(arrow + 3)...].drop(while: isBlank)
        return (milliseconds(line[..<arrow]), milliseconds(after.prefix { !isBlank($0) }))
    }

    /// The same for a piece of text.
    static func times(in line: Substring) -> (begin: Int?, end: Int?)? { times(in: Array(line.utf8)[...]) }

    private static func arrow(in line: ArraySlice<UInt8>) -> Int? {
        guard line.count > 2 else { return nil }
        return line.indices.dropLast(2).first { line[$0] == 0x2D && line[$0 + 1] == 0x2D && line[$0 + 2] == 0x3E }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// A time such as `01:02:03.456`, `02:03`, `2:03,5` in milliseconds; nothing for anything else.
    static func milliseconds(_ text: Substring) -> Int? { milliseconds(Array(text.utf8)[...]) }

    /// The same of bytes; blanks around the time, and in it, count for nothing.
    static func milliseconds(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count <= 64 else { return nil }
        var seconds = 0
        var part = 0
        var digits = 0
        var parts = 1
        var fraction = 0
        var fractionDigits = -1
        for byte in bytes where !isBlank(byte) {
            switch byte {
            case 0x30...0x39 where fractionDigits >= 0:
                if fractionDigits < 3 { fraction = fraction * 10 + Int(byte - 0x30) }
                fractionDigits += 1
            case 0x30...0x39:
                part = part * 10 + Int(byte - 0x30)
                digits += 1
                guard digits <= 6 else { return nil }
            case 0x3A where fractionDigits < 0:
                guard digits > 0 else { return nil }
                seconds = seconds * 60 + part
                (part, digits, parts) = (0, 0, parts + 1)
            case 0x2E, 0x2C:
                guard fractionDigits < 0 else { return nil }
                fractionDigits = 0
            default:
                return nil
            }
        }
        guard digits > 0, (2...3).contains(parts) else { return nil }
        let whole = (seconds * 60 + part) * 1_000
        guard fractionDigits > 0 else { return whole }
        return whole + fraction * [1, 100, 10, 1][min(3, fractionDigits)]
    }
}
