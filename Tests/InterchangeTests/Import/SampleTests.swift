import CodingCore
import Testing

@testable import Interchange

@Suite struct SampleTests {
    @Test(arguments: Samples.names) func everyScalarOfASampleBelongsToOneBlock(_ name: String) throws {
        guard let path = Samples.path(name) else { return }
        let document = try TranscriptImporter.read(path: path)
        #expect(Transcript.covers(document.blocks, scalarCount: document.text.scalarCount))
        let joined = document.blocks.map { document.text.string(in: $0.span) }.joined()
        let isWhole = joined.utf8.elementsEqual(document.text.utf8)
        #expect(isWhole)
        #expect(!document.text.utf8.contains(0x0D))
    }

    /// File, label style, speakers with their turns, interviewers.
    @Test(
        arguments: [
            ("pioneers-032.rtf", "bold name and colon", ["Paul 12", "Michael 12"], ["Paul"]),
            ("pioneers-053.rtf", "bold name and colon", ["Paul 63", "Richard 62"], ["Paul"]),
            ("pioneers-038-wrapped.txt", "name and colon", ["Elaine 39", "Marilyn 39"], []),
            ("pioneers-038-table.docx", "name and colon", ["Elaine 39", "Marilyn 39"], []),
            ("archive-tw-2020-02-05.zh.md", "full-width colon", ["唐鳳 56", "李志村 55"], []),
            ("encoding-cp1252-crlf.txt", "name and colon", ["Pergunta 14", "Participant 14"], ["Pergunta"]),
            ("encoding-utf16le-bom.txt", "name and colon", ["Pergunta 14", "Participant 14"], ["Pergunta"]),
            (
                "lampard-2024-09-10.rst", "bold name and colon",
                ["The Chair 4", "Mr Griffin 4", "Ms Islam 2", "Ms Lewis 1"], []
            ),
            ("otter-q-cubed.md", "name and time", ["Jonas Rosland 27", "Carolyn Lu 26"], []),
            ("whisper-keitai.txt", "none", [], []),
            ("whisper-keitai.srt", "none", [], []),
        ] as [(String, String, [String], [String])]
    ) func speakersOfASampleAreFound(_ name: String, _ style: String, _ speakers: [String], _ interviewers: [String])
        throws
    {
        guard let path = Samples.path(name) else { return }
        let document = try TranscriptImporter.read(path: path)
        #expect(document.origin.labelStyle == style)
        #expect(document.speakers.map { "\($0.name) \($0.turns)" } == speakers)
        #expect(document.speakers.filter(\.isInterviewer).map(\.name) == interviewers)
    }

    private func folded(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

    @Test(arguments: [
        "pioneers-038.rtf", "pioneers-038.odt", "pioneers-038.html", "pioneers-038-wrapped.txt",
        "pioneers-038-table.docx",
    ])
    func oneInterviewInAnyContainerGivesTheSameWords(_ name: String) throws {
        guard let path = Samples.path(name), let model = Samples.path("pioneers-038.docx") else { return }
        let words = folded(try speech(path))
        let expected = folded(try speech(model))
        // The words themselves are not printed: a failure says where, not what.
        let difference = zip(words, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        #expect(difference == nil)
        #expect(words.count == expected.count)
        #expect(expected.count > 6_000)
    }

    /// All turns and notes, labels included; front matter differs between the containers.
    private func speech(_ path: String) throws -> String {
        let document = try TranscriptImporter.read(path: path)
        return document.blocks.filter { $0.kind != .front }.map { document.text.string(in: $0.span) }.joined()
    }

    @Test func docxAndRtfGiveTheSameText() throws {
        guard let rtf = Samples.path("pioneers-038.rtf"), let docx = Samples.path("pioneers-038.docx") else { return }
        let one = try TranscriptImporter.read(path: rtf)
        let other = try TranscriptImporter.read(path: docx)
        let isSame = one.text.utf8 == other.text.utf8
        #expect(isSame)
        #expect(one.blocks.map(\.span) == other.blocks.map(\.span))
        #expect(one.blocks.map(\.speaker) == other.blocks.map(\.speaker))
    }

    @Test(arguments: ["pioneers-032.rtf", "pioneers-053.rtf"]) func superscriptsLeaveNoMarks(_ name: String) throws {
        guard let path = Samples.path(name) else { return }
        let text = String(decoding: try TranscriptImporter.read(path: path).text.utf8, as: UTF8.self)
        for mark in ["^", "**", "\\super", "{", "<"] {
            let holdsMark = text.contains(mark)
            #expect(!holdsMark, "\(mark)")
        }
    }

    @Test func encodingsAreNamedAndGiveOneText() throws {
        guard let latin = Samples.path("encoding-cp1252-crlf.txt"), let utf16 = Samples.path("encoding-utf16le-bom.txt")
        else { return }
        let one = try TranscriptImporter.read(path: latin)
        let other = try TranscriptImporter.read(path: utf16)
        #expect(one.origin.encoding == "windows-1252 (guessed)")
        #expect(other.origin.encoding == "utf-16le")
        let isSame = one.text.utf8 == other.text.utf8
        #expect(isSame)
    }

    @Test func aZoomCallKeepsItsTimesAndItsNamelessCue() throws {
        guard let path = Samples.path("zoom-call-075.vtt") else { return }
        let document = try TranscriptImporter.read(path: path)
        #expect(document.speakers.count == 21)
        #expect(document.blocks.allSatisfy { $0.beginMilliseconds != nil && !$0.speaker.isEmpty })
        #expect(document.blocks.first?.beginMilliseconds == 135_420)
    }

    @Test func stageDirectionsOfAHearingAreNotes() throws {
        guard let path = Samples.path("lampard-2024-09-10.rst") else { return }
        let document = try TranscriptImporter.read(path: path)
        let notes = document.blocks.filter { $0.kind == .note }.map {
            document.text.string(in: document.text.trimmed($0.span))
        }
        #expect(notes.contains("(A short break)"))
        #expect(notes.contains("Opening statement by Ms Islam"))
        #expect(document.title == "Hearing Day 02")
    }
}
