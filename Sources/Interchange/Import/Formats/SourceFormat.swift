// What kind of file it is, told from its content; the name is a hint among text formats only.

/// The formats that Gloss reads.
package enum SourceFormat: String, Sendable, CaseIterable {
    case text, markdown, webvtt, srt, sbv, lrc, whisper, chat, csv, otr, docx, odt, rtf, html, rst, epub, pdf

    /// The format of bytes that announce themselves as something other than text, or nothing when they do not.
    ///
    /// - Throws: `ImportError` for formats that are recognised but not read.
    static func announced(by bytes: [UInt8], file: String) throws(ImportError) -> SourceFormat? {
        if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) { return try ofZip(bytes, file: file) }
        if bytes.starts(with: Array("{\\rtf".utf8)) { return .rtf }
        // Some programs put blanks before the head of a PDF.
        if bytes.prefix(1_024).drop(while: { $0 <= 0x20 }).starts(with: Array("%PDF-".utf8)) { return .pdf }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            throw ImportError(
                .notReadYet,
                file: file,
                "This is a Word 97 file (.doc). Save it as .docx or .rtf in a word processor and import that."
            )
        }
        for (magic, what) in strangers where bytes.starts(with: magic) {
            throw stranger(what, file: file)
        }
        return nil
    }

    private static func stranger(_ what: String, file: String) -> ImportError {
        ImportError(.notReadYet, file: file, "This is \(what). Gloss does not read this kind yet. \(readable)")
    }

    /// The format of a text, by its first characters and then by the ending of the file's name.
    ///
    /// - Throws: `ImportError` for text formats that are recognised but not read.
    static func ofText(startingWith head: String, file: String) throws(ImportError) -> SourceFormat {
        let start = String(head.drop(while: \.isWhitespace).prefix(400))
        let lower = start.lowercased()
        if start.hasPrefix("WEBVTT") { return .webvtt }
        if OTranscribeFile.announces(start) { return .otr }
        if lower.hasPrefix("<!doctype html") || lower.hasPrefix("<html") { return .html }
        if lower.hasPrefix("<?xml") {
            if lower.contains("<html") || lower.contains("<!doctype html") { return .html }
            throw stranger(lower.contains("<annotation_document") ? "an ELAN file" : "an XML file", file: file)
        }
        // Captions announce themselves, whatever their name ends in.
        switch CueFile.plainFormat(of: head) {
        case .sbv: return .sbv
        case .lrc: return .lrc
        case .bracketed, .tsv: return .whisper
        case nil: break
        }
        let ending = file.lastIndex(of: ".").map { file[file.index(after: $0)...].lowercased() } ?? ""
        if CueFile.beginsWithCue(head) { return ending == "vtt" ? .webvtt : .srt }
        if start.hasPrefix("@UTF8") || start.hasPrefix("@Begin") { throw stranger("a CHAT transcript", file: file) }
        if start.hasPrefix("File type = \"ooTextFile\"") { throw stranger("a Praat TextGrid", file: file) }
        if ChatLog.announces(head) { return .chat }
        if ending == "csv" || ending == "tsv" { return .csv }
        if let what = strangeEndings[ending] {
            throw stranger(what, file: file)
        }
        return endings[ending] ?? .text
    }

    private static func ofZip(_ bytes: [UInt8], file: String) throws(ImportError) -> SourceFormat {
        let directory = try ZipDirectory(bytes, file: file)
        if directory.names.contains("word/document.xml") { return .docx }
        if directory.names.contains("META-INF/container.xml") { return .epub }
        let kind = "application/vnd.oasis.opendocument.text"
        if directory.names.contains("content.xml"), String(decoding: bytes.prefix(120), as: UTF8.self).contains(kind) {
            return .odt
        }
        let what = zipStrangers.first { directory.names.contains($0.member) }?.what ?? "a ZIP archive"
        throw stranger(what, file: file)
    }

    private static let readable =
        "It reads .txt, .md, .docx, .odt, .rtf, .html, .rst, .epub, .pdf, .vtt, .srt, .sbv, .lrc, .otr, .csv, chats, "
        + "and Whisper's .txt and .tsv."

    private static let zipStrangers: [(member: String, what: String)] = [
        ("xl/workbook.xml", "an Excel workbook"), ("ppt/presentation.xml", "a presentation"),
        ("content.xml", "an OpenDocument file that is no text"), ("project.qde", "a REFI-QDA project"),
    ]

    private static let strangers: [([UInt8], String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"),
        ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
        ([0x1F, 0x8B], "a compressed file (gzip)"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        (Array("ID3".utf8), "a recording (MP3)"),
        (Array("RIFF".utf8), "a recording (RIFF)"),
        (Array("OggS".utf8), "a recording (Ogg)"),
        (Array("SQLite format 3".utf8), "a database (SQLite)"),
        ([0xFF, 0xFE, 0x00, 0x00], "a text in UTF-32"),
    ]

    private static let strangeEndings: [String: String] = [
        "json": "a JSON file", "jsonl": "a JSON Lines file",
        "xml": "an XML file", "tex": "a LaTeX file", "cha": "a CHAT transcript", "eaf": "an ELAN file",
        "textgrid": "a Praat TextGrid",
    ]

    private static let endings: [String: SourceFormat] = [
        "md": .markdown, "markdown": .markdown, "vtt": .webvtt, "srt": .srt, "rst": .rst, "html": .html,
        "htm": .html, "xhtml": .html,
    ]
}
