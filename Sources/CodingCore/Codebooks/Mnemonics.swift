// Tags for codes that have none. The rule: two letters from the name, unique, and no tag begins another.

/// Gives every code a mnemonic.
package enum Mnemonics {
    /// The entries with the missing mnemonics filled in; those written in the codebook are left as they are.
    ///
    /// A name's first letter and one that follows it are tried first, then its first letter and any, then any two, then
    /// any three. A codebook so large that none is left (676 tags of two letters) leaves the rest without.
    package static func completed(_ codes: [Code]) -> [Code] {
        var tags = FreeTags()
        for code in codes { tags.take(code.mnemonic.lowercased()) }
        return codes.map { code in
            var code = code
            code.mnemonic = code.mnemonic.isEmpty ? tags.takeTag(for: code.name) : code.mnemonic.lowercased()
            return code
        }
    }

    /// Whether one tag begins the other, so that typing the shorter would hide the longer.
    package static func clash(_ a: String, _ b: String) -> Bool { a.hasPrefix(b) || b.hasPrefix(a) }
}

/// The tags given so far, and the search for others. A tag once taken stays taken, so a vain search is the last one.
private struct FreeTags {
    private var taken: Set<String> = []
    /// Every tag taken and all its beginnings.
    private var beginnings: Set<String> = []
    private var isExhausted = false

    private static let alphabet = "abcdefghijklmnopqrstuvwxyz".map(String.init)

    mutating func take(_ tag: String) {
        guard !tag.isEmpty, taken.insert(tag).inserted else { return }
        for length in 1...3 { beginnings.insert(String(tag.prefix(length))) }
    }

    mutating func takeTag(for name: String) -> String {
        guard let tag = tag(for: name) else { return "" }
        take(tag)
        return tag
    }

    /// Whether no tag taken begins this one and it begins none; for tags of two and three letters.
    private func isFree(_ tag: String) -> Bool {
        !beginnings.contains(tag) && !taken.contains(String(tag.prefix(1))) && !taken.contains(String(tag.prefix(2)))
    }

    private mutating func tag(for name: String) -> String? {
        guard !isExhausted else { return nil }
        let letters = name.lowercased().unicodeScalars.filter { (0x61...0x7A).contains($0.value) }.map { String($0) }
        let first = letters.first ?? "z"
        let near = (letters.dropFirst() + Self.alphabet).lazy.map { first + $0 }
        if let tag = near.first(where: isFree) ?? anyTag() { return tag }
        isExhausted = true
        return nil
    }

    private func anyTag() -> String? {
        for one in Self.alphabet {
            for two in Self.alphabet where isFree(one + two) { return one + two }
        }
        for one in Self.alphabet {
            for two in Self.alphabet where !taken.contains(one + two) {
                for three in Self.alphabet where isFree(one + two + three) { return one + two + three }
            }
        }
        return nil
    }
}
