// Real transcripts, read from the folder that GLOSS_SAMPLES names. They are never copied into the project.

import Glibc
import Testing

@testable import Interchange

/// The folder of real transcripts, when this machine has one.
enum Samples {
    /// The path of a sample; nothing, said aloud, when there is none.
    static func path(_ name: String) -> String? {
        guard let folder = environment("GLOSS_SAMPLES") else {
            print("skipped: GLOSS_SAMPLES is not set, so \(name) was not read")
            return nil
        }
        let path = "\(folder)/\(name)"
        guard unsafe access(path, R_OK) == 0 else {
            print("skipped: \(path) is missing")
            return nil
        }
        return path
    }

    /// Every sample that lies in the folder.
    static let names = [
        "archive-tw-2020-02-05.zh.md", "encoding-cp1252-crlf.txt", "encoding-utf16le-bom.txt",
        "lampard-2024-09-10.rst", "lampard-2025-05-01.rst", "otter-q-cubed.md", "pioneers-032.rtf",
        "pioneers-038-table.docx", "pioneers-038-wrapped.txt", "pioneers-038.docx", "pioneers-038.html",
        "pioneers-038.odt", "pioneers-038.rtf", "pioneers-053.rtf", "whisper-keitai.srt", "whisper-keitai.txt",
        "zoom-call-075.vtt",
    ]

    private static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}
