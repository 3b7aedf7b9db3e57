// The permanent name of a code.

/// A code's slug, `block-contracts`, or, of a code that a coder proposed, `rs/trust`.
package struct CodeID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let description: String

    /// Takes a slug of `a`–`z`, `0`–`9` and `-`, with at most one `/` after a coder's id; nothing for other text.
    package init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), text.utf8.count <= 64, parts.count == 1 || parts[0].count <= 24,
            parts.allSatisfy({ part in
                !part.isEmpty
                    && part.allSatisfy {
                        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
                    }
            })
        else { return nil }
        description = String(text)
    }

    package static func < (a: CodeID, b: CodeID) -> Bool { a.description < b.description }

    /// The coder who proposed the code while coding; nothing for a code of a codebook.
    package var proposer: CoderID? {
        description.firstIndex(of: "/").flatMap { CoderID(description[..<$0]) }
    }
}
