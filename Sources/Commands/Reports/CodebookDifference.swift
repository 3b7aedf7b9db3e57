// What is different between two states of a codebook, in words. Pure.

import CodingCore

/// Two states of a codebook held against each other.
struct CodebookDifference {
    let text: String

    init(from before: Codebook, to after: Codebook) {
        var lines: [String] = []
        for code in before.codes where after[code.id] == nil { lines.append("- \(code.id)  \(inOneLine(code.name))") }
        for code in after.codes {
            guard let earlier = before[code.id] else {
                lines.append("+ \(code.id)  \(inOneLine(code.name))")
                continue
            }
            for field in CodeField.allCases where !earlier[field].utf8.elementsEqual(code[field].utf8) {
                if field == .mnemonic { continue }
                lines.append(
                    "  \(code.id)  \(field.rawValue): \(Self.shown(earlier[field])) → \(Self.shown(code[field]))"
                )
            }
        }
        text = lines.isEmpty ? "The codebook says the same.\n" : lines.map { $0 + "\n" }.joined()
    }

    private static func shown(_ words: String) -> String { words.isEmpty ? "(none)" : "“\(inOneLine(words))”" }
}
