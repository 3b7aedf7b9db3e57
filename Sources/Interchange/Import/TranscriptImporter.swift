// A file becomes a document on its way into a study. Puts the readers together; reads the file and starts tools only
// through what it was given.

package import CodingCore
import StudyFiles

/// Reads transcripts of every supported format.
package struct TranscriptImporter: Sendable {
    /// Gives the bytes of a file; refuses what is no ordinary file.
    package var readFile: @Sendable (String) throws -> [UInt8]
    /// Gives the SHA-256 of bytes in lower-case hexadecimal.
    package var sha256: @Sendable ([UInt8]) -> String
    /// Reads the formats that Gloss does not read itself.
    package var pandoc: PandocReader
    /// Reads PDF.
    package var pdf: PdfReader

    /// The largest file that is read, in bytes.
    package static let sizeLimit = 64 << 20

    /// An importer that reads ordinary files, following links, and converts through pandoc.
    package init(pandoc: PandocReader = PandocReader(), pdf: PdfReader = PdfReader()) {
        readFile = { path in try Disk.read(path, limit: Self.sizeLimit, followingLinks: true) }
        sha256 = { bytes in SHA256.hexadecimal(of: bytes) }
        self.pandoc = pandoc
        self.pdf = pdf
    }

    /// Reads a file with the usual importer.
    ///
    /// - Throws: `ImportError`, or `FileTrouble` when the file itself cannot be read.
    package static func read(path: String) throws -> IncomingDocument { try TranscriptImporter().read(path: path) }

    /// Reads the bytes of a file with the usual importer.
    ///
    /// - Throws: `ImportError`.
    package static func read(bytes: [UInt8], fileName: String) throws -> IncomingDocument {
        try TranscriptImporter().read(bytes: bytes, fileName: fileName)
    }

    /// Reads a file.
    ///
    /// - Parameter choices: what a person decided about it.
    /// - Throws: `ImportError`, or what `readFile` throws.
    package func read(path: String, choices: ImportChoices = ImportChoices()) throws -> IncomingDocument {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return try read(bytes: try readFile(path), fileName: name, choices: choices)
    }

    /// Reads the bytes of a file.
    ///
    /// - Parameters:
    ///   - fileName: without a folder; a hint to the format and the title when the text has none.
    ///   - choices: what a person decided about the file.
    /// - Throws: `ImportError`.
    package func read(
        bytes: [UInt8],
        fileName: String,
        choices: ImportChoices = ImportChoices()
    ) throws -> IncomingDocument {
        try refuseEmptyAndHuge(bytes, file: fileName)
        var document: IncomingDocument
        if let format = try SourceFormat.announced(by: bytes, file: fileName) {
            document = try read(bytes, announced: format, file: fileName, choices)
        } else {
            try refuseContainerByName(fileName)
            document = try readText(bytes, file: fileName, choices)
        }
        if let title = choices.title { document.title = title }
        document.findings.marks = Dictionary(grouping: document.text.speechMarks, by: \.kind).mapValues(\.count)
        if choices.takesHeader {
            for entry in document.findings.header { document.attributes[entry.name] = entry.value }
        }
        guard document.text.utf8.contains(where: { $0 > 0x20 && $0 != 0x7F }) else {
            let isCaptions = [SourceFormat.srt, .webvtt].map(\.rawValue).contains(document.origin.format)
            let sentence =
                isCaptions
                ? "No caption with a time was found in this file: each begins with a line such as "
                    + "00:00:01,000 --> 00:00:03,000. If it is plain text, name it .txt."
                : "This file holds no words."
            throw ImportError(.nothingInside, file: fileName, sentence)
        }
        document.origin.sha256 = sha256(bytes)
        return document
    }

    /// A file that its name calls a document, and whose bytes are none, is no text that somebody wrote.
    private func refuseContainerByName(_ file: String) throws(ImportError) {
        let name = file.lowercased()
        let kinds = [(".docx", "Word document"), (".odt", "OpenDocument text"), (".epub", "EPUB"), (".pdf", "PDF")]
        guard let kind = kinds.first(where: { name.hasSuffix($0.0) }) else { return }
        throw ImportError(
            .notReadYet,
            file: file,
            "This is no \(kind.1), though its name says so. If it is plain text, name it .txt; else fetch it again."
        )
    }

    private func refuseEmptyAndHuge(_ bytes: [UInt8], file: String) throws(ImportError) {
        if bytes.isEmpty { throw ImportError(.nothingInside, file: file, "This file is empty.") }
        if bytes.count > Self.sizeLimit {
            throw ImportError(
                .tooLarge,
                file: file,
                "This file is larger than \(Self.sizeLimit >> 20) MB. Split it, or check that it is a transcript."
            )
        }
        if bytes.allSatisfy({ $0 == 0 }) {
            throw ImportError(
                .nothingInside,
                file: file,
                "This file holds nothing but zeros. The copy may have failed; fetch it again."
            )
        }
    }

    /// Reads docx, odt, rtf, epub and pdf.
    private func read(_ bytes: [UInt8], announced format: SourceFormat, file: String, _ choices: ImportChoices) throws
        -> IncomingDocument
    {
        if format == .pdf {
            return incoming(
                try pdf.read(bytes, file: file),
                format: format,
                encoding: "inside pdf",
                file: file,
                choices
            )
        }
        guard format == .rtf else {
            let source = try pandoc.read(bytes, format: format, file: file)
            return incoming(source, format: format, encoding: "inside \(format.rawValue)", file: file, choices)
        }
        let decoded = DecodedText(bytes)
        var source = try pandoc.read(decoded.text.utf8, format: format, file: file)
        source.remarks = decoded.remarks + source.remarks
        return incoming(source, format: format, encoding: "inside rtf", file: file, choices)
    }

    func decoded(_ bytes: [UInt8], file: String, _ choices: ImportChoices) throws(ImportError) -> DecodedText {
        guard let encoding = choices.encoding else { return DecodedText(bytes) }
        if let decoded = DecodedText(bytes, encoding: encoding) { return decoded }
        throw ImportError(
            .notReadYet,
            file: file,
            "This system knows no encoding ‘\(encoding)’. It knows utf-8, utf-16, windows-1252, windows-1255, big5, "
                + "gb18030, macroman and what ‘iconv -l’ lists."
        )
    }

    private func readText(_ bytes: [UInt8], file: String, _ choices: ImportChoices) throws -> IncomingDocument {
        let decoded = try decoded(bytes, file: file, choices)
        let text = decoded.text
        try refuseBinary(text, file: file)
        let format = try SourceFormat.ofText(
            startingWith: String(decoding: text.utf8.prefix(2_000), as: UTF8.self),
            file: file
        )
        let remarks = decoded.remarks + [decoded.lineEnds.remark].compactMap { $0 }
        switch format {
        case .webvtt, .srt:
            let cues = CueTranscript(CueFile(text, isWebVTT: format == .webvtt), choices: choices)
            return incoming(cues, format: format, encoding: decoded.encoding, remarks: remarks, file: file)
        case .sbv, .lrc, .whisper:
            let plain = CueFile.plainFormat(of: String(decoding: text.utf8.prefix(2_000), as: UTF8.self)) ?? .bracketed
            let cues = CueTranscript(CueFile(text, plain: plain), choices: choices)
            return incoming(cues, format: format, encoding: decoded.encoding, remarks: remarks, file: file)
        case .chat:
            var source = ChatLog(text).structured
            source.remarks = remarks + source.remarks
            return incoming(source, format: format, encoding: decoded.encoding, file: file, choices)
        case .csv:
            let table = try TableReader(text, file: file)
            var source = try table.transcript()
            source.remarks = remarks + source.remarks
            return incoming(source, format: format, encoding: decoded.encoding, file: file, choices)
        case .otr:
            let html = try OTranscribeFile(text.utf8, file: file).text
            var source = try pandoc.read(Array(html.utf8), format: .html, file: file)
            source.remarks = remarks + source.remarks
            return incoming(source, format: format, encoding: decoded.encoding, file: file, choices)
        case .text, .markdown:
            var source = StructuredText(text)
            source.remarks = remarks
            let wrapped = WrappedLines(in: text)
            if choices.joinsLines { source = Self.joined(source, wrapped, choices) }
            var document = incoming(source, format: format, encoding: decoded.encoding, file: file, choices)
            document.findings.wrapColumns = wrapped?.columns
            return document
        default:
            var source = try pandoc.read(text.utf8, format: format, file: file)
            source.remarks = remarks + source.remarks
            return incoming(source, format: format, encoding: decoded.encoding, file: file, choices)
        }
    }

    /// Refuses what decodes but is plainly no text: more than one control character in twenty.
    private func refuseBinary(_ text: CanonicalText, file: String) throws(ImportError) {
        let sample = text.utf8.prefix(65_536)
        let controls = sample.count { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 && $0 != 0x0C }
        guard controls > 8, controls * 20 > sample.count else { return }
        throw ImportError(
            .notText,
            file: file,
            "This does not look like a text: one character in twenty is a control code."
        )
    }
}

// MARK: - Putting the document together

extension TranscriptImporter {
    private func incoming(
        _ source: StructuredText,
        format: SourceFormat,
        encoding: String,
        file: String,
        _ choices: ImportChoices
    ) -> IncomingDocument {
        let turns = Turns(source, choices: choices)
        var document = IncomingDocument(
            text: source.text,
            blocks: turns.blocks,
            title: source.firstHeading ?? Self.firstHeading(in: source.text, turns.blocks) ?? ImportName.stem(of: file),
            origin: DocumentOrigin(
                fileName: file,
                sha256: "",
                encoding: encoding,
                labelStyle: turns.labelStyle,
                format: format.rawValue
            ),
            labels: turns.labels,
            speakers: turns.speakers,
            remarks: source.remarks + turns.remarks
        )
        document.findings = turns.findings
        return document
    }

    /// A text whose lines, where they are wrapped, are paragraphs again.
    private static func joined(
        _ source: StructuredText,
        _ wrapped: WrappedLines?,
        _ choices: ImportChoices
    ) -> StructuredText {
        guard let wrapped else {
            var source = source
            source.remarks.append("Its lines are not wrapped at one width, so none were joined.")
            return source
        }
        let lines = source.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        let labelled = LabelLines(lines, choices: choices)
        let result = JoinedLines(lines.last?.isEmpty == true ? lines.dropLast() : lines[...], wrapped: wrapped) {
            labelled.contains($0) || NoteParagraph.isHeading(lines[$0])
        }
        var joined = StructuredText(CanonicalText(String(decoding: result.utf8, as: UTF8.self)))
        joined.remarks = source.remarks + ["Lines wrapped at column \(wrapped.columns) were joined into paragraphs."]
        return joined
    }

    private func incoming(
        _ cues: CueTranscript,
        format: SourceFormat,
        encoding: String,
        remarks: [String],
        file: String
    ) -> IncomingDocument {
        IncomingDocument(
            text: cues.text,
            blocks: cues.blocks,
            title: ImportName.stem(of: file),
            origin: DocumentOrigin(
                fileName: file,
                sha256: "",
                encoding: encoding,
                labelStyle: cues.speakers.isEmpty ? "none" : format.rawValue,
                format: format.rawValue
            ),
            labels: cues.labels,
            speakers: cues.speakers,
            remarks: remarks + cues.remarks
        )
    }

    /// The words of the first Markdown heading among the blocks that nobody says.
    private static func firstHeading(in text: CanonicalText, _ blocks: [Block]) -> String? {
        for block in blocks.prefix(20) where block.kind != .turn {
            for line in text.string(in: block.span).split(separator: "\n") {
                guard NoteParagraph.isHeading(Array(line.utf8)[...]) else { continue }
                return line.drop { $0 == "#" || $0 == " " }.description
            }
        }
        return nil
    }
}
