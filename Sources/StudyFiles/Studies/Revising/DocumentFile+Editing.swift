// Changing a document's own file where it says what changes, and nowhere else: comments, order and spelling of the rest stay.
// Knows the lines of YAML that Gloss and most people write; refuses the others.

import CodingCore

extension DocumentFile {
    /// The bytes of the file with one more version of the text, the newest, and another origin where one is given.
    ///
    /// - Parameter file: the path to name in errors.
    /// - Throws: `FileTrouble` (malformed) when the file cannot be read, or is laid out so that a line cannot be added.
    static func revised(
        _ bytes: [UInt8],
        adding version: String,
        origin: DocumentOrigin?,
        file: String
    ) throws -> [UInt8] {
        let root = try StrictYAML.read(bytes, file: file)
        let expected = try read(bytes, file: file).versions + [version]
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        if let origin { replace(origin, at: root["origin"], in: &lines) }
        if let last = root["versions"]?.items?.last?.line, lines.indices.contains(last - 1) {
            let line = lines[last - 1]
            let indentation = line.prefix { $0 == 0x20 }
            let end: [UInt8] = line.last == 0x0D ? [0x0D] : []
            lines.insert(indentation + Array("- \(YAMLText.quoted(version))".utf8) + end, at: last)
        }
        let changed = Array(lines.joined(separator: [0x0A]))
        guard let now = try? read(changed, file: file), now.versions == expected, origin == nil || now.origin == origin
        else {
            throw FileTrouble(
                .malformed,
                "lists its versions in a way that Gloss cannot add to: write them one a line, as “- …”.",
                path: file,
                line: root["versions"]?.line
            )
        }
        return changed
    }

    private static func replace(_ origin: DocumentOrigin, at value: YAMLValue?, in lines: inout [[UInt8]]) {
        let words = [
            "file": YAMLText.scalar(origin.fileName), "sha256": YAMLText.quoted(origin.sha256),
            "encoding": YAMLText.scalar(origin.encoding), "labels": YAMLText.scalar(origin.labelStyle),
            "format": YAMLText.scalar(origin.format),
        ]
        for entry in value?.entries ?? [] {
            guard let new = words[entry.key], lines.indices.contains(entry.line - 1) else { continue }
            let line = lines[entry.line - 1]
            let end: [UInt8] = line.last == 0x0D ? [0x0D] : []
            lines[entry.line - 1] = line.prefix { $0 == 0x20 } + Array("\(entry.key): \(new)".utf8) + end
        }
    }
}
