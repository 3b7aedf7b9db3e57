// The fields of a codebook entry as words, so that any of them can be changed, compared and taken back. Knows no YAML.

/// A field of a code that people change.
package enum CodeField: String, Hashable, Sendable, CaseIterable {
    case name, mnemonic, parent, kind, status, origin, colour, brief, definition, include, exclude, example, was

    /// Whether the value is a list: in words, an item a line.
    package var isList: Bool { [.include, .exclude, .was].contains(self) }

    /// The fields whose change makes what was coded before “made under an older definition”.
    package static let rules: [CodeField] = [.definition, .include, .exclude]
}

extension Code {
    /// A field in words; empty for what is not said, and for what goes without saying (`kind: code`).
    package subscript(field: CodeField) -> String {
        switch field {
        case .name: name
        case .mnemonic: mnemonic
        case .parent: parent?.description ?? ""
        case .kind: kind == .code ? "" : kind.rawValue
        case .status: status.words
        case .origin: origin
        case .colour: colour
        case .brief: brief
        case .definition: definition
        case .include: include.joined(separator: "\n")
        case .exclude: exclude.joined(separator: "\n")
        case .example: example
        case .was: was.map(\.description).joined(separator: "\n")
        }
    }

    /// The code with a field given in words; nothing where the words are no value of the field.
    ///
    /// The rule's hash stays as it is: whoever reads the file again has the new one.
    package func setting(_ field: CodeField, to words: String) -> Code? {
        var code = self
        let items = words.split(separator: "\n").map(String.init)
        switch field {
        case .name: code.name = words
        case .mnemonic: code.mnemonic = words
        case .parent:
            code.parent = CodeID(words)
            if code.parent == nil, !words.isEmpty { return nil }
        case .kind:
            guard let kind = words.isEmpty ? Kind.code : Kind(rawValue: words) else { return nil }
            code.kind = kind
        case .status:
            guard let status = Status(words: words) else { return nil }
            code.status = status
        case .origin: code.origin = words
        case .colour: code.colour = words
        case .brief: code.brief = words
        case .definition: code.definition = words
        case .include: code.include = items
        case .exclude: code.exclude = items
        case .example: code.example = words
        case .was:
            code.was = items.compactMap { CodeID($0) }
            if code.was.count != items.count { return nil }
        }
        return code
    }
}

extension Code.Status {
    /// As codebooks write it: `agreed`, `merged-into: other-id`.
    package var words: String {
        switch self {
        case .proposed: "proposed"
        case .agreed: "agreed"
        case .retired: "retired"
        case .mergedInto(let heir): "merged-into: \(heir)"
        }
    }

    /// Reads what `words` gives; empty words are `agreed`.
    package init?(words: String) {
        switch words {
        case "proposed": self = .proposed
        case "agreed", "": self = .agreed
        case "retired": self = .retired
        default:
            let parts = words.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0] == "merged-into", let heir = CodeID(parts[1].drop { $0 == " " }) else {
                return nil
            }
            self = .mergedInto(heir)
        }
    }
}
