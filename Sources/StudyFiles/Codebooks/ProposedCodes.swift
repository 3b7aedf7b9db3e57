// The codes that a coder makes while coding, in the coder's own file. Knows how such a file grows; nothing of codings.

package import CodingCore

/// Adds entries to `codebooks/proposed/CODER.REPLICA.yaml`.
package enum ProposedCodes {
    /// The path of a coder's own file inside the study.
    package static func path(coder: CoderID, replica: String) -> String {
        "\(CodebookFolder.proposedName)/\(coder).\(replica).yaml"
    }

    /// The id that a new code gets: the coder's id and a slug of the name, with a number where that is taken.
    ///
    /// A name without Latin letters and digits has the slug `code-` and four digits that depend on the name only.
    /// - Parameter taken: ids that may not be given besides those of the codebook.
    package static func id(
        for name: String,
        by coder: CoderID,
        in codebook: Codebook,
        besides taken: Set<CodeID> = []
    ) -> CodeID? {
        let latin = CodeName.slug(of: name)
        let slug = latin.isEmpty ? "code-" + SHA256.hexadecimal(of: Array(name.utf8)).prefix(4) : latin
        for number in 1...999 {
            let text = "\(coder)/\(slug)" + (number == 1 ? "" : "-\(number)")
            guard let id = CodeID(text) else { return nil }
            if codebook[id] == nil, !taken.contains(id) { return id }
        }
        return nil
    }

    /// The bytes of the file with one more entry at its end.
    ///
    /// - Parameters:
    ///   - old: the bytes of the file now; nothing when there is no file.
    ///   - path: the path inside the study, for errors.
    /// - Returns: the new bytes and the code as they say it.
    /// - Throws: `FileTrouble` when the file cannot be read, or is laid out so that nothing can be added safely.
    package static func adding(
        _ code: Code,
        by coder: CoderID,
        to old: [UInt8]?,
        path: String
    ) throws -> (bytes: [UInt8], code: Code) {
        let start = Array("title: Codes that \(coder) made while coding\ncodes:\n".utf8)
        var bytes = old ?? start
        if bytes.isEmpty { bytes = start }
        let before = try CodebookReader.read(bytes, path: path, proposer: coder)
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        bytes += entry(code, indentation: indentation(of: before, in: bytes)).utf8
        // Whatever the layout was, the file must now say what it said, and the new code.
        let after = try? CodebookReader.read(bytes, path: path, proposer: coder)
        guard let after, after.codes.dropLast().map(\.code) == before.codes.map(\.code),
            let added = after.codes.last?.code, added.id == code.id, added.name.utf8.elementsEqual(code.name.utf8)
        else {
            throw FileTrouble(
                .malformed,
                "is laid out so that Gloss cannot add to it safely: write each code as a block that begins “- id:”.",
                path: path
            )
        }
        return (bytes, added)
    }

    /// The bytes of the file without its last entry, where that is a code as `adding` wrote it.
    ///
    /// - Returns: the new bytes and the code as it was; nothing when the code is not the last one, or somebody wrote into
    ///   its entry.
    /// - Throws: `FileTrouble` when the file cannot be read.
    package static func removing(
        _ id: CodeID,
        by coder: CoderID,
        from old: [UInt8],
        path: String
    ) throws -> (bytes: [UInt8], code: Code)? {
        let file = try CodebookReader.read(old, path: path, proposer: coder)
        // A code that somebody thought about is more than a slip.
        guard let code = file.codes.last?.code, code.id == id, code.brief.isEmpty, code.definition.isEmpty else {
            return nil
        }
        let written = Array(entry(code, indentation: indentation(of: file, in: old)).utf8)
        guard old.suffix(written.count).elementsEqual(written) else { return nil }
        return (Array(old.dropLast(written.count)), code)
    }

    /// The blanks before the `-` of the last entry.
    private static func indentation(of file: CodebookFile, in bytes: [UInt8]) -> String {
        guard let line = file.codes.last?.line else { return "" }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1) else { return "" }
        return String(repeating: " ", count: lines[line - 1].prefix { $0 == 0x20 }.count)
    }

    private static func entry(_ code: Code, indentation: String) -> String {
        var lines = ["- id: \(code.id.description)", "  name: \(YAMLText.scalar(code.name))"]
        if !code.mnemonic.isEmpty { lines.append("  mnemonic: \(YAMLText.scalar(code.mnemonic))") }
        if let parent = code.parent { lines.append("  parent: \(parent)") }
        lines.append("  status: proposed")
        let texts = [("origin", code.origin), ("brief", code.brief), ("definition", code.definition)]
        for (key, text) in texts where !text.isEmpty { lines.append("  \(key): \(YAMLText.scalar(text))") }
        return lines.map { indentation + $0 + "\n" }.joined()
    }
}
