// The codebook as the appendix of a paper, report R3 of METHODS: one block a code with all that is said of it.

import CodingCore

/// A codebook in Markdown and as YAML.
struct CodebookAppendix {
    let codebook: Codebook

    /// One block a code, in the order of the tree; categories are headings.
    var markdown: String {
        var text = "# Codebook\(codebook.title.isEmpty ? "" : ": " + MarkdownText.escaped(codebook.title))\n\n"
        let codes = codebook.codes.filter { if case .mergedInto = $0.status { false } else { true } }
        let count = codes.count { $0.kind != .category }
        text += "\(counted(count, "code")). Version \(MarkdownText.escaped(codebook.version)).\n"
        for code in codes { text += "\n" + block(code) }
        return text
    }

    private func block(_ code: Code) -> String {
        let level = String(repeating: "#", count: min(6, 2 + codebook.depth(of: code.id)))
        var lines = ["\(level) \(MarkdownText.escaped(code.name))", ""]
        var facts: [(String, String)] = [("id", "`\(code.id)`")]
        if !code.mnemonic.isEmpty, code.kind != .category { facts.append(("mnemonic", code.tag)) }
        facts.append(("kind", code.kind.rawValue))
        facts.append(("status", MarkdownText.escaped(code.status.words)))
        facts += [("origin", code.origin), ("brief", code.brief), ("definition", code.definition)]
            .map { ($0.0, MarkdownText.escaped(inOneLine($0.1))) }
        let adopted = code.was.map { "`\($0)`" }.joined(separator: ", ")
        facts += [("example", MarkdownText.escaped(inOneLine(code.example))), ("adopted", adopted)]
        var rules: [String] = []
        for (title, items) in [("include", code.include), ("exclude", code.exclude)] where !items.isEmpty {
            rules.append("- **\(title)**")
            rules += items.map { "  - " + MarkdownText.escaped(inOneLine($0)) }
        }
        for (name, value) in facts where !value.isEmpty { lines.append("- **\(name)** \(value)") }
        return (lines + rules).joined(separator: "\n") + "\n"
    }
}
