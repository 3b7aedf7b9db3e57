// One line `key: value  # comment` taken apart, so that the value can be changed and the rest stay. Knows YAML's quotes.

/// The parts of a line that begins with a key.
struct YAMLLine {
    /// Everything up to the value: indentation, dash, key, colon and blanks.
    let head: String
    /// The value as written; empty where it stands on the lines below.
    let value: String
    /// Blanks and a comment; empty where there is none.
    let tail: String

    /// Whether the value is a block of words on the lines below.
    var isBlockHead: Bool { value.hasPrefix("|") || value.hasPrefix(">") }
    /// Whether the value is a list in brackets.
    var isFlowList: Bool { value.hasPrefix("[") }

    /// Takes a line apart; nothing when there is no key at the column.
    ///
    /// - Parameter column: where the key begins.
    init?(_ line: String, from column: Int) {
        var bytes = Array(line.utf8)
        if bytes.last == 0x0D { bytes.removeLast() }
        guard let colon = Self.colon(in: bytes, from: column) else { return nil }
        let start = bytes[(colon + 1)...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
        let end = Self.end(of: bytes, from: start)
        head = String(decoding: bytes[..<start], as: UTF8.self)
        value = String(decoding: bytes[start..<end], as: UTF8.self)
        tail = String(decoding: bytes[end...], as: UTF8.self)
    }

    /// The colon behind the key, which may stand in quotes.
    private static func colon(in bytes: [UInt8], from column: Int) -> Int? {
        guard column < bytes.count else { return nil }
        var index = column
        if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") { index = closing(bytes, index) + 1 }
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: ":"), index + 1 == bytes.count || bytes[index + 1] == 0x20 { return index }
            index += 1
        }
        return nil
    }

    /// Where the value ends: behind the closing quote or bracket, or before the blanks of a comment.
    private static func end(of bytes: [UInt8], from start: Int) -> Int {
        guard start < bytes.count else { return bytes.count }
        var index = start
        switch bytes[start] {
        case UInt8(ascii: "#"): return start
        case UInt8(ascii: "\""), UInt8(ascii: "'"): index = min(closing(bytes, start) + 1, bytes.count)
        case UInt8(ascii: "["), UInt8(ascii: "{"): index = min(closingBracket(bytes, start) + 1, bytes.count)
        default:
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "#"), bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { break }
                index += 1
            }
        }
        while index > start, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
        return index
    }

    /// The place of the quote that closes the one at `start`; the last byte when none does.
    private static func closing(_ bytes: [UInt8], _ start: Int) -> Int {
        let quote = bytes[start]
        var index = start + 1
        while index < bytes.count {
            if quote == UInt8(ascii: "\""), bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if bytes[index] == quote {
                guard quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == quote else {
                    return index
                }
                index += 1
            }
            index += 1
        }
        return bytes.count - 1
    }

    private static func closingBracket(_ bytes: [UInt8], _ start: Int) -> Int {
        var depth = 0
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): index = closing(bytes, index)
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
            index += 1
        }
        return bytes.count - 1
    }
}
