import CodingCore
import Testing

@testable import Interchange

@Suite struct TranscriptImporterTests {
    private func read(_ text: String, as name: String = "talk.txt") throws -> IncomingDocument {
        try TranscriptImporter.read(bytes: Array(text.utf8), fileName: name)
    }

    @Test func aPlainTextIsKeptToTheCharacter() throws {
        let text = "  Ann : a\t\nBob: b \n\n\n\nAnn: c\u{A0}\nBob: d\nAnn: e\nBob: f"
        let document = try read(text)
        #expect(document.text.utf8 == Array(text.utf8))
        #expect(document.origin.format == "text")
        #expect(document.origin.fileName == "talk.txt")
        #expect(document.title == "talk")
    }

    @Test func theHashIsOfTheBytesAsTheyCame() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("abc".utf8)
        let document = try TranscriptImporter.read(bytes: bytes, fileName: "a.txt")
        #expect(document.text.utf8 == Array("abc".utf8))
        // The second figure is FIPS 180-4's own example.
        #expect(document.origin.sha256.count == 64)
        #expect(document.origin.sha256 != (try read("abc")).origin.sha256)
        #expect(try read("abc").origin.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func aMarkdownHeadingIsTheTitle() throws {
        #expect(try read("## A talk\n\nAnn: a\nBob: b\nAnn: a\nBob: b\nAnn: a\nBob: b", as: "x.md").title == "A talk")
        #expect(try read("no heading", as: "x.md").title == "x")
    }

    @Test(
        arguments: [
            ([] as [UInt8], ImportError.Code.nothingInside), ([0, 0, 0, 0], .nothingInside),
            (Array("\n\n \n".utf8), .nothingInside),
            ([0xEF, 0xBB, 0xBF], .nothingInside), (Array("%PDF-1.4".utf8), .toolFailed),
            ((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 167 ^ $0 >> 3) }, .notText),
        ]
    ) func filesWithoutATextAreRefusedWithASentence(_ bytes: [UInt8], _ code: ImportError.Code) {
        let error = #expect(throws: ImportError.self) { try TranscriptImporter.read(bytes: bytes, fileName: "x.txt") }
        #expect(error?.code == code)
        #expect(error?.sentence.hasSuffix(".") == true)
        #expect(error?.description.hasPrefix("x.txt: ") == true)
    }

    @Test func aFileThatIsTooLargeIsRefusedBeforeItIsRead() {
        let bytes = [UInt8](repeating: 65, count: TranscriptImporter.sizeLimit + 1)
        let error = #expect(throws: ImportError.self) { try TranscriptImporter.read(bytes: bytes, fileName: "x.txt") }
        #expect(error?.code == .tooLarge)
    }

    @Test func whatIsNoFileIsRefusedWithoutWaiting() {
        #expect(throws: (any Error).self) { try TranscriptImporter.read(path: "/dev/zero") }
        #expect(throws: (any Error).self) { try TranscriptImporter.read(path: "/") }
        #expect(throws: (any Error).self) { try TranscriptImporter.read(path: "/nowhere/at-all.txt") }
    }

    @Test(
        arguments: [
            "\u{1B}[2J screen", "\u{1B}]0;title\u{7}", "a\u{8}b", "NUL \0 inside", "\u{202E}txt.exe",
            "\u{200B}\u{FEFF}x", "\u{AD}",
            "e" + String(repeating: "\u{301}", count: 1_000), "\u{301}lone", "a\u{2028}b\u{2029}c", "👩‍👩‍👧‍👦", "אבג: דהו",
            "\u{FFFF}", "x",
            "\t\tx", "\u{3164}",
        ]
    ) func hostileTextIsKeptAndCovered(_ text: String) throws {
        let document = try read(text)
        #expect(document.text.utf8 == Array(text.utf8))
        #expect(Transcript.covers(document.blocks, scalarCount: document.text.scalarCount))
    }

    @Test func aVeryLongLineAndVeryManyLinesAreRead() throws {
        let long = try read("Ann: " + String(repeating: "word ", count: 400_000))
        #expect(long.blocks.count == 1)
        let many = try read(String(repeating: "Ann: a\nBob: b\n", count: 20_000))
        #expect(many.blocks.count == 40_000)
        #expect(many.speakers.map(\.turns) == [20_000, 20_000])
    }

    @Test func captionsAreReadByContentWhateverTheName() throws {
        let vtt = "WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nAnn: hi\r\n\r\n00:02.000 --> 00:03.000\r\nBob: yes\r\n"
        let document = try read(vtt, as: "call.txt")
        #expect(document.text.utf8 == Array("Ann: hi\n\nBob: yes\n".utf8))
        #expect(document.origin.labelStyle == "webvtt")
        #expect(document.remarks.contains { $0.contains("CRLF") })
    }

    @Test func theReportIsOnePageOfFacts() throws {
        let text =
            "Leeds, 2024\r\n\r\nInterviewer: Why?\r\nAnn: So it is.\r\nInterviewer: How?\r\nAnn: Thus.\r\nAnn: Point\r\nSum: x"
        let report = ImportReport.text(for: try read(text, as: "B07.txt"))
        for line in [
            "file                B07.txt", "format              text", "encoding            utf-8",
            "speakers marked by  name and colon", "turns               5",
            "words               9, in turns and notes, labels not counted",
            "  Interviewer  2 turns, interviewer", "  Ann          3 turns",
            "  Sum  1 time",
            "  Line ends were CRLF (7) and are now LF.",
        ] {
            #expect(report.split(separator: "\n").contains { $0 == line }, "\(line)\n\(report)")
        }
    }

    @Test func theReportSaysWhenNobodyIsNamed() throws {
        let report = ImportReport.text(for: try read("one\n\ntwo"))
        #expect(report.contains("speakers            none"))
        #expect(report.contains("turns               2\n"))
    }
}
