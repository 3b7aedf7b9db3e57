// A codebook entry as a form for an editor, and what came back of it. Knows the form; writes nothing.

package import CodingCore

/// The form in which a code is defined.
package enum CodeForm {
    private static let fields: [CodeField] = [
        .name, .mnemonic, .colour, .origin, .brief, .definition, .include, .exclude, .example,
    ]

    /// The form of a code: its fields, empty ones too, and what they are for as comments.
    package static func text(of code: Code) -> String {
        var lines = [
            "# \(code.id). Save and leave to keep what you wrote; empty the file to change nothing.",
            "# Another definition, include or exclude puts earlier codings on the re-look list.",
        ]
        for field in fields {
            if code[field].isEmpty {
                lines.append(field.isList ? "\(field.rawValue):" : "\(field.rawValue): \"\"")
            } else {
                lines += YAMLEntryWriter.key(field.rawValue, isList: field.isList, code[field], column: 0, lineEnd: "")
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The fields that a form says, in its order.
    ///
    /// - Throws: `FileTrouble` (malformed) with the line when it is no YAML, or has a key that no code has.
    package static func fields(of text: String) throws -> [(field: CodeField, words: String)] {
        let root = try StrictYAML.read(Array(text.utf8), file: "the form")
        return try (root.entries ?? []).map { entry in
            guard let field = CodeField(rawValue: entry.key), fields.contains(field) else {
                let known = fields.map(\.rawValue).joined(separator: ", ")
                throw FileTrouble(
                    .malformed,
                    "has “\(entry.key)”, and knows \(known).",
                    path: "the form",
                    line: entry.line
                )
            }
            if let words = entry.value.words { return (field, trimmedOfBlanks(words)) }
            let items = (entry.value.items ?? []).compactMap(\.words).map(trimmedOfBlanks).filter { !$0.isEmpty }
            return (field, items.joined(separator: "\n"))
        }
    }
}
