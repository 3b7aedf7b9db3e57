// The permanent name of a code.

/// A code's slug, `block-contracts`, or, of a code that a coder proposed, `rs/trust`.
package struct CodeID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let description: String

    /// Takes a slug of `a`–`z`, `0`–`9` and `-`, with at most one `/` after a coder's id; nothing for other text.
    package init?(_ text: some StringProtocol) {
        var (length, slash) = (0, -1)
        for byte in text.utf8 {
            switch byte {
            case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"): break
            case UInt8(ascii: "/"):
                guard slash < 0, (1...24).contains(length) else { return nil }
                slash = length
            default: return nil
            }
            length += 1
        }
        guard length <= 64, length > slash + 1 else { return nil }
        description = String(text)
    }

    package static func < (a: CodeID, b: CodeID) -> Bool { a.description < b.description }

    /// The coder who proposed the code while coding; nothing for a code of a codebook.
    package var proposer: CoderID? {
        description.firstIndex(of: "/").flatMap { CoderID(description[..<$0]) }
    }
}
