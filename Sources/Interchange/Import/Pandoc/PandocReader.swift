// docx, odt, rtf, html and rst through pandoc. The document tree is rendered here, never by pandoc.

import FoundationEssentials

/// Turns the bytes of a document into a text with hints.
package struct PandocReader: Sendable {
    package var tool: ExternalTool

    package init(tool: ExternalTool = ExternalTool(name: "pandoc", aptPackage: "pandoc")) {
        self.tool = tool
    }

    /// Reads a document.
    ///
    /// Insertions tracked in a docx count as accepted, deletions as made; that is pandoc's own default.
    /// - Parameters:
    ///   - bytes: the file, for text formats in UTF-8.
    ///   - format: one of docx, odt, rtf, html, rst; the names are pandoc's.
    /// - Throws: `ImportError`.
    package func read(_ bytes: [UInt8], format: SourceFormat, file: String) throws -> StructuredText {
        // The sandbox keeps a document from naming other files to read; memory is limited to 2 GB.
        let arguments = ["--sandbox", "--from", format.rawValue, "--to", "json", "+RTS", "-M2g", "-RTS"]
        let output = try convert(bytes, arguments, file: file)
        var text = PandocRenderer.render(try document(in: output.bytes, file: file))
        text.remarks += Self.warnings(in: output.talk)
        return text
    }

    private func convert(_ bytes: [UInt8], _ arguments: [String], file: String) throws(ImportError)
        -> ExternalTool.Output
    {
        do {
            return try tool.run(arguments, input: bytes, file: file)
        } catch {
            guard error.underlying?.contains("--sandbox") == true else { throw error }
            throw ImportError(
                .toolFailed,
                file: file,
                "This \(tool.name) is too old: version 2.15 or later is needed, which can be kept from reading other files."
            )
        }
    }

    private func document(in json: [UInt8], file: String) throws -> PandocDocument {
        do {
            return try JSONDecoder().decode(PandocDocument.self, from: Data(json))
        } catch {
            throw ImportError(
                .toolFailed,
                file: file,
                "\(tool.name) gave an answer that Gloss cannot read. Version 2.15 to 3 is expected.",
                underlying: "\(error)".prefix(200).description
            )
        }
    }

    private static func warnings(in talk: String) -> [String] {
        let warnings = talk.split(separator: "\n").filter { $0.hasPrefix("[WARNING]") }
        guard let first = warnings.first else { return [] }
        let words = first.dropFirst("[WARNING]".count).drop { $0 == " " }
        let rest = warnings.count > 1 ? " (and \(warnings.count - 1) more)" : ""
        return ["pandoc warns: \(words.prefix(200))\(rest)"]
    }
}
