// The name of one clone of a study on one machine.

/// Six characters of `a`–`z` and `0`–`9` that stand in the names of the logs that one clone writes.
package struct ReplicaID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let description: String

    /// Takes a name that fits the rule, or answers nothing.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 6,
            text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) })
        else { return nil }
        description = String(text)
    }

    /// A new name; two are equal once in two thousand million times.
    package static func random(using generator: inout some RandomNumberGenerator) -> ReplicaID {
        var name = ""
        for _ in 0..<6 {
            let digit = Int.random(in: 0..<36, using: &generator)
            name += String(digit, radix: 36)
        }
        return ReplicaID(drawn: name)
    }

    /// The clone under which lines are filed whose own is not known: always the same for one name of a file.
    init(standingFor name: String) { description = String(SHA256.hexadecimal(of: Array(name.utf8)).prefix(6)) }

    private init(drawn name: String) { description = name }

    package static func < (a: ReplicaID, b: ReplicaID) -> Bool { a.description < b.description }
}
