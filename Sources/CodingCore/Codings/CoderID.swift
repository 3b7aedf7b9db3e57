// Who codes. Knows the rule for the name and nothing else.

/// The short name of a coder: 1 to 24 of `a`–`z`, `0`–`9` and `-`.
package struct CoderID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let description: String

    /// Takes a name that fits the rule, or answers nothing.
    package init?(_ text: some StringProtocol) {
        guard (1...24).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed) else { return nil }
        description = String(text)
    }

    /// The nearest lawful id to any name: lower case, other characters dropped; nothing when none is left.
    package init?(nearestTo name: String) {
        self.init(String(decoding: name.lowercased().utf8.filter(Self.isAllowed).prefix(24), as: UTF8.self))
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }

    package static func < (a: CoderID, b: CoderID) -> Bool { a.description < b.description }
}
