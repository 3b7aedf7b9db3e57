// The table of options as documents have it: a table for the guide, and a whole configuration file.

nonisolated extension PreferenceTable {
    /// The options as a Markdown table.
    package static var markdown: String {
        rows.reduce(into: "| option | values | default | what it is |\n|---|---|---|---|\n") { text, row in
            let fallback = row.defaultValue.isEmpty ? row.defaultWords : "`\(row.defaultValue)`"
            text += "| `\(row.name)` | \(row.values.description) | \(fallback) | \(row.sentence) |\n"
        }
    }

    /// A configuration file that sets every option to what holds anyway, and explains it.
    package static var commentedFile: String {
        let head = """
            # The configuration of Gloss. Lines are NAME = VALUE; # begins a comment. Every value here is the default.
            # ‘gloss check-config’ says what cannot be used.

            """
        let options = rows.map { row in
            let values = "\(row.values.description)\(row.defaultValue.isEmpty ? "; else \(row.defaultWords)" : "")"
            let line = row.defaultValue.isEmpty ? "# \(row.name) =" : "\(row.name) = \(row.defaultValue)"
            return "\n# \(row.sentence)\n# \(values)\n\(line)\n"
        }
        let keys = """

            # Keys: key COMMAND = KEYS. Blanks part keys that do the same, commas the keys of a sequence, none is no key at
            # all, and Hash is the sign that begins comments. ‘gloss man’ lists the commands.
            # key uncode = x Del
            # key top = g,g

            """
        return head + options.joined() + keys
    }
}
