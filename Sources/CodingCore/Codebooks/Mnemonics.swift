// Tags for codes that have none. The rule: two letters from the name, unique, and no tag begins another.

/// Gives every code a mnemonic.
package enum Mnemonics {
    /// The entries with the missing mnemonics filled in; those written in the codebook are left as they are.
    package static func completed(_ codes: [Code]) -> [Code] {
        var taken = codes.map(\.mnemonic).filter { !$0.isEmpty }.map { $0.lowercased() }
        return codes.map { code in
            var code = code
            code.mnemonic = code.mnemonic.lowercased()
            if code.mnemonic.isEmpty {
                code.mnemonic = free(for: code.name, taken: taken)
                taken.append(code.mnemonic)
            }
            return code
        }
    }

    /// Whether one tag begins the other, so that typing the shorter would hide the longer.
    package static func clash(_ a: String, _ b: String) -> Bool { a.hasPrefix(b) || b.hasPrefix(a) }

    private static func free(for name: String, taken: [String]) -> String {
        let letters = name.lowercased().unicodeScalars.filter { (0x61...0x7A).contains($0.value) }.map(String.init)
        let first = letters.first ?? "z"
        func isFree(_ tag: String) -> Bool { !taken.contains { clash($0, tag) } }
        for second in letters.dropFirst() where isFree(first + second) { return first + second }
        let alphabet = (0x61...0x7A).compactMap { Unicode.Scalar($0).map { String($0) } }
        for second in alphabet where isFree(first + second) { return first + second }
        for one in alphabet {
            for two in alphabet where isFree(one + two) { return one + two }
        }
        for one in alphabet {
            for two in alphabet {
                for three in alphabet where isFree(one + two + three) { return one + two + three }
            }
        }
        return first + first + first + first
    }
}
