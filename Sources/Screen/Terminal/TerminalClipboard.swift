// The clipboard of whoever sits at the terminal, also at the far end of ssh. Written to only when the user asks for it,
// and never read: a terminal that tells programs its clipboard tells them passwords.

/// What became of a wish to copy. No terminal says whether it did as it was asked.
package enum CopyOutcome: Hashable, Sendable {
    /// The terminal was told.
    case sent
    /// Too long for terminals; nothing was sent. The limit is in bytes of UTF-8.
    case tooLong(limit: Int)
    /// This terminal would not understand; nothing was sent.
    case unsupported
}

/// A terminal that can be told what to keep in its clipboard.
@MainActor package protocol TerminalClipboard: AnyObject {
    /// Hands text to the clipboard, as it is. To be called for the user's own wish only.
    func copy(_ text: String) -> CopyOutcome
}

/// The sequence by which terminals are told (OSC 52, from xterm's “ctlseqs”).
enum ClipboardSequence {
    /// The most bytes of text: more than this makes a sequence of over 100,000 bytes, where hterm stops listening.
    static let textLimit = 74_900

    /// The bytes to send; nil if the text is too long. Whatever is in the text, they are letters, digits and signs
    /// between a fixed beginning and end.
    static func bytes(for text: String) -> [UInt8]? {
        let utf8 = Array(text.utf8)
        guard utf8.count <= textLimit else { return nil }
        return Array("\u{1B}]52;c;".utf8) + base64(utf8) + Array("\u{1B}\\".utf8)
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The bytes in base 64 (RFC 4648, section 4), with padding.
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let three = bytes[start..<min(start + 3, bytes.count)]
            var value = 0
            for index in 0..<3 { value = value << 8 | (index < three.count ? Int(three[start + index]) : 0) }
            for place in 0..<4 {
                let isPadding = place > three.count
                result.append(isPadding ? UInt8(ascii: "=") : digits[value >> (18 - 6 * place) & 63])
            }
        }
        return result
    }
}
