// The name of a document inside its study, and the order people expect of names.

/// A document's path below `transcripts/` without `.txt`, such as `B/B07`; case is kept.
package struct DocumentID: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// Takes letters, digits, `.`, `_`, `-` and `/` where no part is empty or starts with a dot; nothing for other text.
    package init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard !text.isEmpty, text.utf8.count <= 200,
            parts.allSatisfy({ part in
                part.first != nil && part.first != UInt8(ascii: ".") && part.first != UInt8(ascii: "-")
                    && part.allSatisfy(Self.isAllowed)
            })
        else { return nil }
        description = String(text)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x2D: true
        default: byte >= 0x80  // letters of any script, as UTF-8
        }
    }

    /// The last part, used in locators.
    package var lastComponent: String {
        description.lastIndex(of: "/").map { String(description[description.index(after: $0)...]) } ?? description
    }
}

extension DocumentID: Comparable {
    /// Natural order: `B2` before `B10`.
    package static func < (a: DocumentID, b: DocumentID) -> Bool {
        naturallyPrecedes(a.description, b.description)
    }
}

/// Whether `a` comes before `b` when runs of digits are compared as numbers and the rest by scalar value.
package func naturallyPrecedes(_ a: String, _ b: String) -> Bool {
    var left = Array(a.utf8)[...]
    var right = Array(b.utf8)[...]
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    while let x = left.first, let y = right.first {
        if isDigit(x) && isDigit(y) {
            let m = left.prefix(while: isDigit).drop { $0 == 0x30 }
            let n = right.prefix(while: isDigit).drop { $0 == 0x30 }
            if m.count != n.count { return m.count < n.count }
            if let pair = zip(m, n).first(where: { $0 != $1 }) { return pair.0 < pair.1 }
            left = left.drop(while: isDigit)
            right = right.drop(while: isDigit)
        } else {
            if x != y { return x < y }
            left.removeFirst()
            right.removeFirst()
        }
    }
    if left.isEmpty != right.isEmpty { return left.isEmpty }
    return Array(a.utf8).lexicographicallyPrecedes(Array(b.utf8))
}
