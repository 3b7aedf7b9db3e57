// What a program sends to its terminal, piece by piece, by the grammar of ECMA-48. Judges nothing: tests say what may be
// sent to which terminal.

/// One piece of what a program sends.
package enum SentPiece: Hashable, Sendable, CustomStringConvertible {
    /// Printable text, undecoded.
    case text([UInt8])
    /// A control character other than Esc.
    case control(UInt8)
    /// `ESC [`, parameters and intermediates, and the final character.
    case controlSequence(parameters: String, final: Character)
    /// `ESC ]` and what stands before its end; `R`, the Linux console's command for its own palette, has none.
    case operatingSystemCommand(String)
    /// `ESC P`, `ESC X`, `ESC ^` or `ESC _` and what stands before its end.
    case controlString(String)
    /// Any other sequence, without its Esc.
    case escape(String)
    /// A sequence that breaks off.
    case broken([UInt8])

    package var description: String {
        switch self {
        case .text(let bytes): String(decoding: bytes, as: UTF8.self)
        case .control(let byte): "control \(byte)"
        case .controlSequence(let parameters, let final): "CSI \(parameters)\(final)"
        case .operatingSystemCommand(let text): "OSC \(text)"
        case .controlString(let text): "string \(text)"
        case .escape(let text): "ESC \(text)"
        case .broken(let bytes): "broken \(bytes)"
        }
    }

    /// The numbers of a sequence that sets colours and attributes; nil for every other piece.
    package var renditions: [Int]? {
        guard case .controlSequence(let parameters, "m") = self, !parameters.contains("?"), !parameters.contains(">")
        else { return nil }
        return parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    }

    /// Whether it sets a colour, or sets colours back.
    package var setsColour: Bool {
        renditions?.contains { (30...49).contains($0) || (90...107).contains($0) } ?? false
    }

    /// The private modes, such as 2004, that it sets or resets.
    package var privateModes: [Int] {
        guard case .controlSequence(let parameters, let final) = self, final == "h" || final == "l",
            parameters.first == "?"
        else { return [] }
        return parameters.dropFirst().split(separator: ";").compactMap { Int($0) }
    }
}

/// Takes bytes apart. Every byte is in exactly one piece, apart from what only marks a piece's kind and end.
package func sentPieces(_ bytes: [UInt8]) -> [SentPiece] {
    var reader = SentBytesReader(bytes: bytes)
    var pieces: [SentPiece] = []
    while let piece = reader.next() { pieces.append(piece) }
    return pieces
}

private struct SentBytesReader {
    let bytes: [UInt8]
    var index = 0

    mutating func next() -> SentPiece? {
        guard index < bytes.count else { return nil }
        let start = index
        if isPrintable(bytes[index]) {
            while index < bytes.count, isPrintable(bytes[index]) { index += 1 }
            return .text(Array(bytes[start..<index]))
        }
        index += 1
        guard bytes[start] == 0x1B else { return .control(bytes[start]) }
        return sequence() ?? .broken(rest(from: start))
    }

    private func isPrintable(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F }

    private mutating func rest(from start: Int) -> [UInt8] {
        index = bytes.count
        return Array(bytes[start...])
    }

    /// A sequence after its Esc; nil if it breaks off.
    private mutating func sequence() -> SentPiece? {
        guard index < bytes.count else { return nil }
        let first = bytes[index]
        switch first {
        case UInt8(ascii: "["):
            index += 1
            return controlSequence()
        case UInt8(ascii: "]"):
            index += 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "R") {
                index += 1
                return .operatingSystemCommand("R")
            }
            return string().map(SentPiece.operatingSystemCommand)
        case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            index += 1
            return string().map(SentPiece.controlString)
        default:
            let start = index
            while index < bytes.count, (0x20...0x2F).contains(bytes[index]) { index += 1 }
            guard index < bytes.count, (0x30...0x7E).contains(bytes[index]) else { return nil }
            index += 1
            return .escape(String(decoding: bytes[start..<index], as: UTF8.self))
        }
    }

    private mutating func controlSequence() -> SentPiece? {
        let start = index
        while index < bytes.count, (0x20...0x3F).contains(bytes[index]) { index += 1 }
        guard index < bytes.count, (0x40...0x7E).contains(bytes[index]) else { return nil }
        index += 1
        return .controlSequence(
            parameters: String(decoding: bytes[start..<index - 1], as: UTF8.self),
            final: Character(Unicode.Scalar(bytes[index - 1]))
        )
    }

    /// The text up to BEL or `ESC \`.
    private mutating func string() -> String? {
        let start = index
        while index < bytes.count {
            let end = index
            index += 1
            if bytes[end] == 0x07 { return String(decoding: bytes[start..<end], as: UTF8.self) }
            if bytes[end] == 0x1B, index < bytes.count, bytes[index] == UInt8(ascii: "\\") {
                index += 1
                return String(decoding: bytes[start..<end], as: UTF8.self)
            }
        }
        return nil
    }
}
