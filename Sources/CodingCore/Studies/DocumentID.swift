// The name of a document inside its study, and the order people expect of names.

/// A document's path below `transcripts/` without `.txt`, such as `B/B07`; case is kept.
///
/// Two ids are the same when their bytes are: `é` as one scalar and as two are two files, so they are two documents.
package struct DocumentID: Sendable, CustomStringConvertible {
    package let description: String

    /// Takes letters and digits of any script, `.`, `_`, `-` and `/` where no part is empty or starts with a dot or a
    /// hyphen; nothing for other text.
    package init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard !text.isEmpty, text.utf8.count <= 200,
            parts.allSatisfy({ part in
                part.first != nil && part.first != UInt8(ascii: ".") && part.first != UInt8(ascii: "-")
            }),
            text.unicodeScalars.allSatisfy({ isWordScalar($0) || [".", "_", "-", "/"].contains($0) })
        else { return nil }
        description = String(text)
    }

    /// The last part, used in locators.
    package var lastComponent: String {
        description.lastIndex(of: "/").map { String(description[description.index(after: $0)...]) } ?? description
    }
}

extension DocumentID: Hashable {
    package static func == (a: DocumentID, b: DocumentID) -> Bool {
        a.description.utf8.elementsEqual(b.description.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        for byte in description.utf8 { hasher.combine(byte) }
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
