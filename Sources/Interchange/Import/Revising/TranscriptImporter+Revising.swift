// A text that somebody wrote anew, as the new version of a document. Decodes and finds turns; writes nothing.

package import CodingCore

extension TranscriptImporter {
    /// Reads a file as the new version of a text: what is unchanged keeps its speakers and times.
    ///
    /// A file in a format of its own, such as docx or WebVTT, says itself who speaks when.
    /// - Parameters:
    ///   - old: the text before, with its blocks.
    ///   - choices: what a person decided about the file.
    /// - Throws: `ImportError`, or what `readFile` throws.
    package func revised(
        path: String,
        from old: (text: CanonicalText, blocks: [Block]),
        choices: ImportChoices = ImportChoices()
    ) throws -> IncomingDocument {
        var incoming = try read(path: path, choices: choices)
        if ["text", "markdown"].contains(incoming.origin.format) { Self.carry(old, into: &incoming) }
        return incoming
    }

    /// Takes the bytes of a text of the study, as an editor left them, as its new version: UTF-8 and nothing else, so that
    /// no letter is guessed at.
    ///
    /// - Parameter fileName: to name in errors.
    /// - Throws: `ImportError`: not UTF-8.
    package func revised(
        bytes: [UInt8],
        fileName: String,
        from old: (text: CanonicalText, blocks: [Block])
    ) throws -> IncomingDocument {
        guard bytes.count <= Self.sizeLimit else {
            let sentence = "is larger than \(Self.sizeLimit >> 20) MB: check that it is the text you mean."
            throw ImportError(.tooLarge, file: fileName, sentence)
        }
        guard CanonicalText(utf8: bytes) != nil, !bytes.contains(0) else {
            let sentence = "This text is not UTF-8. Save it as UTF-8, then try again; nothing is changed."
            throw ImportError(.notText, file: fileName, sentence)
        }
        let text = DecodedText(bytes).text
        let turns = Turns(StructuredText(text))
        var incoming = IncomingDocument(
            text: text,
            blocks: turns.blocks,
            title: ImportName.stem(of: fileName),
            origin: DocumentOrigin(
                fileName: fileName,
                sha256: sha256(bytes),
                encoding: "utf-8",
                labelStyle: turns.labelStyle,
                format: SourceFormat.text.rawValue
            ),
            labels: turns.labels,
            speakers: turns.speakers
        )
        Self.carry(old, into: &incoming)
        return incoming
    }

    private static func carry(_ old: (text: CanonicalText, blocks: [Block]), into incoming: inout IncomingDocument) {
        incoming.blocks = RevisedTurns.blocks(
            of: incoming.text,
            found: incoming.blocks,
            carrying: old.blocks,
            of: old.text
        )
        let names = Set(incoming.blocks.filter { $0.kind == .turn }.map(\.speaker))
        incoming.speakers.removeAll { !names.contains($0.name) }
    }
}
