import CodingCore
import Testing

@testable import Interchange

/// PDFs through the real pdftotext; what pages mean is in `PagedTextTests`.
@Suite struct PdfTests {
    private func read(_ pages: [[String]]) throws -> IncomingDocument? {
        do {
            return try TranscriptImporter.read(bytes: PdfBytes.pdf(pages), fileName: "talk.pdf")
        } catch let error as ImportError where error.code == .toolMissing {
            print("skipped: pdftotext is not installed")
            return nil
        }
    }

    @Test func turnsKnowTheirPages() throws {
        let pages = (1...3).map { page in
            [
                "Trust study, confidential", "", "Interviewer: What about page \(page)?", "",
                "Ann: It was all about money.", "", "Page \(page) of 3",
            ]
        }
        guard let document = try read(pages) else { return }
        #expect(document.origin.format == "pdf")
        #expect(document.speakers.map { "\($0.name) \($0.turns)" } == ["Interviewer 3", "Ann 3"])
        #expect(document.blocks.filter { $0.kind == .turn }.map(\.page) == ["1", "1", "2", "2", "3", "3"])
        let text = String(decoding: document.text.utf8, as: UTF8.self)
        #expect(!text.contains("confidential") && !text.contains("of 3"))
        #expect(document.remarks.contains { $0.contains("“Trust study, confidential”") })
        #expect(document.remarks.contains { $0.contains("Page numbers") && $0.contains("3") })
    }

    @Test func aScanIsSaidToBeOne() throws {
        guard (try? read([["x"]])) != nil else { return }
        let error = #expect(throws: ImportError.self) { _ = try read([[], []]) }
        #expect(error?.code == .nothingInside)
        #expect(error?.sentence.contains("OCR") == true)
        #expect(error?.sentence.contains("2 pages") == true)
    }

    @Test func aBrokenPdfIsASentence() throws {
        guard (try? read([["x"]])) != nil else { return }
        let whole = PdfBytes.pdf([["Ann: x"]])
        for count in [9, whole.count / 3] {
            let error = #expect(throws: ImportError.self) {
                try TranscriptImporter.read(bytes: Array(whole.prefix(count)), fileName: "talk.pdf")
            }
            #expect(error?.code == .toolFailed || error?.code == .nothingInside)
        }
    }

    @Test func withoutPdftotextThePackageIsNamed() {
        let reader = PdfReader(tool: ExternalTool(name: "gloss-no-such-tool", aptPackage: "poppler-utils"))
        let error = #expect(throws: ImportError.self) {
            try TranscriptImporter(pdf: reader).read(bytes: PdfBytes.pdf([["Ann: x"]]), fileName: "talk.pdf")
        }
        #expect(error?.code == .toolMissing)
        #expect(error?.sentence.contains("sudo apt install poppler-utils") == true)
    }

    @Test func withoutToolsPlainFormatsAreReadAllTheSame() throws {
        let none = ExternalTool(name: "gloss-no-such-tool", aptPackage: "none")
        let importer = TranscriptImporter(pandoc: PandocReader(tool: none), pdf: PdfReader(tool: none))
        let files = [
            ("a.txt", "Ann: x"), ("a.md", "# T\n\nAnn: x"), ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nx"),
            ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nx"), ("a.csv", "speaker,text\nAnn,x\nBob,y\n"),
        ]
        for (name, text) in files {
            #expect(try importer.read(bytes: Array(text.utf8), fileName: name).text.scalarCount > 0, "\(name)")
        }
        for (name, text) in [("a.rtf", "{\\rtf1 x}"), ("a.html", "<html><p>x</p></html>"), ("a.rst", "x")] {
            let error = #expect(throws: ImportError.self, "\(name)") {
                try importer.read(bytes: Array(text.utf8), fileName: name)
            }
            #expect(error?.code == .toolMissing)
        }
    }
}
