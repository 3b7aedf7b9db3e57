// PDF through pdftotext, page by page. Starts the tool; what the pages mean is for `PagedText`.

import CodingCore

/// Turns the bytes of a PDF into a text with page numbers.
package struct PdfReader: Sendable {
    package var tool: ExternalTool

    package init(tool: ExternalTool = ExternalTool(name: "pdftotext", aptPackage: "poppler-utils")) {
        self.tool = tool
    }

    /// Reads a document.
    ///
    /// - Throws: `ImportError`: the tool is missing or fails, or the pages hold no words, as those of a scan.
    func read(_ bytes: [UInt8], file: String) throws(ImportError) -> StructuredText {
        let output = try run(bytes, file: file)
        let pages = output.bytes.split(separator: 0x0C, omittingEmptySubsequences: false)
        let decoded = DecodedText(output.bytes)
        guard decoded.text.utf8.contains(where: { $0 > 0x20 }) else {
            throw ImportError(
                .nothingInside,
                file: file,
                "This PDF holds no words on its \(counted(max(1, pages.count - 1), "page")): it is probably a scan. "
                    + "Let a program for text recognition (OCR) read it first."
            )
        }
        return PagedText(decoded.text).structured
    }

    private func run(_ bytes: [UInt8], file: String) throws(ImportError) -> ExternalTool.Output {
        do {
            return try tool.run(["-enc", "UTF-8", "-", "-"], input: bytes, file: file)
        } catch {
            guard error.underlying?.contains("password") == true else { throw error }
            throw ImportError(
                .notReadYet,
                file: file,
                "This document is protected by a password. Save it without one and import that."
            )
        }
    }
}
