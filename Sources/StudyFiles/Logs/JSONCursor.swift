// A walk over JSON in memory, byte by byte, stricter than the standard where laxness loses data: duplicate keys, lone
// surrogates, numbers beyond a double and deep nesting are refused. The bytes are valid UTF-8: the caller has looked.
// Knows no operations and no files.

/// A place in JSON bytes, and the steps that lead on from it.
struct JSONCursor {
    /// A string as it stands in the bytes, without its quotes.
    struct Token {
        var range: Range<Int>
        /// Whether a backslash is in it.
        var isEscaped: Bool
    }

    /// The deepest nesting taken.
    static let deepest = 64

    let bytes: [UInt8]
    /// The next byte.
    private(set) var position: Int
    /// Behind the last byte.
    let end: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    /// Goes back to a place that the cursor was at before.
    mutating func move(to place: Int) { position = place }

    /// The next byte that is no blank, or 0 at the end.
    @inline(__always)
    mutating func peek() -> UInt8 {
        while position < end {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A else { return byte }
            position &+= 1
        }
        return 0
    }

    /// Steps over a byte if it comes next, blanks aside.
    @inline(__always)
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte, position < end else { return false }
        position &+= 1
        return true
    }

    /// Steps over a byte that must come next, blanks aside.
    @inline(__always)
    mutating func require(_ byte: UInt8) throws(JSONTrouble) {
        guard take(byte) else { throw unexpected("“\(Character(Unicode.Scalar(byte)))” should stand") }
    }

    /// Steps over the end of the bytes, blanks aside.
    mutating func requireEnd() throws(JSONTrouble) {
        _ = peek()
        guard position == end else { throw unexpected("the line should end") }
    }

    func unexpected(_ what: String) -> JSONTrouble {
        .refused("is not JSON: at byte \(position + 1) of the text \(what).")
    }
}

// MARK: Strings

extension JSONCursor {
    /// Steps over a string.
    @inline(__always)
    mutating func string() throws(JSONTrouble) -> Token {
        guard take(0x22) else { throw unexpected("a text in quotes should stand") }
        let start = position
        var place = position
        while place < end {
            let byte = bytes[place]
            if byte == 0x22 {
                position = place &+ 1
                return Token(range: start..<place, isEscaped: false)
            }
            if byte == 0x5C || byte < 0x20 { break }
            place &+= 1
        }
        position = place
        return try escapedString(from: start)
    }

    private mutating func escapedString(from start: Int) throws(JSONTrouble) -> Token {
        while position < end {
            let byte = bytes[position]
            if byte == 0x22 {
                position += 1
                return Token(range: start..<(position - 1), isEscaped: true)
            }
            guard byte >= 0x20 else { throw unexpected("a bare control character stands in a text") }
            position += 1
            if byte == 0x5C { _ = try escape() }
        }
        throw .refused("is not JSON: a text has no closing quote.")
    }

    /// Steps over what follows a backslash; answers the scalar meant.
    private mutating func escape() throws(JSONTrouble) -> Unicode.Scalar {
        guard position < end else { throw .refused("is not JSON: it ends within a text.") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw unexpected("an unknown escape stands")
        }
    }

    private mutating func unicodeEscape() throws(JSONTrouble) -> Unicode.Scalar {
        let unit = try fourDigits()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        if unit < 0xDC00, position + 1 < end, bytes[position] == 0x5C, bytes[position + 1] == UInt8(ascii: "u") {
            position += 2
            let second = try fourDigits()
            if (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
            {
                return scalar
            }
        }
        throw .refused("has half of a surrogate pair in a text, which stands for no character.")
    }

    private mutating func fourDigits() throws(JSONTrouble) -> UInt32 {
        guard position + 4 <= end else { throw unexpected("four hexadecimal digits should stand") }
        var value: UInt32 = 0
        for byte in bytes[position..<(position + 4)] {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x41 + 10
            case 0x61...0x66: digit = byte - 0x61 + 10
            default: throw unexpected("four hexadecimal digits should stand")
            }
            value = value << 4 | UInt32(digit)
        }
        position += 4
        return value
    }

    /// The text that a string stands for.
    @inline(__always)
    func text(_ token: Token) throws(JSONTrouble) -> String {
        if !token.isEscaped { return String(decoding: bytes[token.range], as: UTF8.self) }
        return try unescaped(token)
    }

    private func unescaped(_ token: Token) throws(JSONTrouble) -> String {
        var inside = JSONCursor(bytes, token.range)
        var text = ""
        var plain = inside.position
        while inside.position < inside.end {
            guard bytes[inside.position] == 0x5C else {
                inside.position += 1
                continue
            }
            text += String(decoding: bytes[plain..<inside.position], as: UTF8.self)
            inside.position += 1
            text.unicodeScalars.append(try inside.escape())
            plain = inside.position
        }
        return text + String(decoding: bytes[plain..<inside.end], as: UTF8.self)
    }
}

// MARK: Numbers

extension JSONCursor {
    /// Steps over a whole number written as digits.
    ///
    /// - Throws: `unusualSpelling` for a number in another form, valid or not yet known to be.
    @inline(__always)
    mutating func integer() throws(JSONTrouble) -> Int {
        let first = peek()
        let isNegative = first == UInt8(ascii: "-")
        var place = isNegative ? position &+ 1 : position
        let start = place
        var value = 0
        while place < end, case let digit = bytes[place] &- 0x30, digit < 10 {
            value = value &* 10 &+ Int(digit)
            place &+= 1
        }
        let digits = place - start
        guard (1...18).contains(digits), digits == 1 || bytes[start] != 0x30 else { throw .unusualSpelling }
        if place < end {
            switch bytes[place] {
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): throw .unusualSpelling
            default: break
            }
        }
        position = place
        return isNegative ? 0 &- value : value
    }

    /// Steps over any number.
    mutating func number() throws(JSONTrouble) -> JSONText {
        _ = peek()
        let start = position
        func digits(_ cursor: inout JSONCursor) -> Int {
            let from = cursor.position
            while cursor.position < cursor.end, cursor.bytes[cursor.position] &- 0x30 < 10 { cursor.position += 1 }
            return cursor.position - from
        }
        func step(_ cursor: inout JSONCursor, over set: StaticString) -> Bool {
            guard cursor.position < cursor.end else { return false }
            let byte = cursor.bytes[cursor.position]
            guard set.description.utf8.contains(byte) else { return false }
            cursor.position += 1
            return true
        }
        _ = step(&self, over: "-")
        let whole = position
        guard digits(&self) > 0, position - whole == 1 || bytes[whole] != 0x30 else {
            throw unexpected("no value of JSON stands")
        }
        if step(&self, over: "."), digits(&self) == 0 { throw unexpected("a digit should stand") }
        if step(&self, over: "eE") {
            _ = step(&self, over: "+-")
            guard digits(&self) > 0 else { throw unexpected("a digit should stand") }
        }
        let spelling = String(decoding: bytes[start..<position], as: UTF8.self)
        if let value = Int(spelling) { return .integer(value) }
        guard let value = Double(spelling), value.isFinite else {
            throw .refused("has a number that is too large to be kept: \(spelling.prefix(40)).")
        }
        return .double(value)
    }
}
