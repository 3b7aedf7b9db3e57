import CodingCore
import Testing

@testable import Interchange

@Suite struct PandocReaderTests {
    /// Whether pandoc is there; says so when it is not.
    private func pandocIsThere() -> Bool {
        do {
            _ = try ExternalTool(name: "pandoc", aptPackage: "pandoc").run(["--version"], input: [], file: "")
            return true
        } catch {
            print("skipped: pandoc is not installed")
            return false
        }
    }

    private func text(_ document: IncomingDocument) -> String { String(decoding: document.text.utf8, as: UTF8.self) }

    private static let rtf = #"""
        {\rtf1\ansi\ansicpg1252 {\b Ann:} What was it like on the 28{\super th}?\par
        {\b Bob:} \u233?t\'e9, caf\'e9.{\footnote A summer.}\par And more.\par
        {\super {\b Ann:} Why?\par {\b Bob:} So.\par}
        {\b Ann:} How?\par {\b Bob:} {\scaps Thus.}\par}
        """#

    @Test func rtfLosesItsDressAndKeepsItsWords() throws {
        guard pandocIsThere() else { return }
        let document = try TranscriptImporter.read(bytes: Array(Self.rtf.utf8), fileName: "talk.rtf")
        #expect(text(document).hasPrefix("Ann: What was it like on the 28th?\n\nBob: "))
        #expect(text(document).contains("[A summer.]"))
        #expect(!text(document).contains("^"))
        #expect(document.origin.format == "rtf")
        #expect(document.origin.labelStyle == "bold name and colon")
        #expect(document.speakers.map(\.name) == ["Ann", "Bob"])
        #expect(document.speakers.map(\.turns) == [3, 3])
    }

    @Test(arguments: ["docx", "odt"]) func writtenDocumentsGiveTheSameText(_ format: String) throws {
        guard pandocIsThere() else { return }
        let source =
            "# Talk\n\n**Ann:** A?\n\n**Bob:** B.\n\nMore.\n\n**Ann:** C?\n\n**Bob:** D.\n\n**Ann:** E?\n\n**Bob:** F^2^.\n"
        let bytes = try ExternalTool(name: "pandoc", aptPackage: "pandoc")
            .run(["--from", "markdown", "--to", format, "--output", "-"], input: Array(source.utf8), file: "x").bytes
        let document = try TranscriptImporter.read(bytes: bytes, fileName: "any.name")
        #expect(document.origin.format == format)
        #expect(text(document) == "Talk\n\nAnn: A?\n\nBob: B.\n\nMore.\n\nAnn: C?\n\nBob: D.\n\nAnn: E?\n\nBob: F2.\n")
        #expect(document.title == "Talk")
        #expect(document.blocks.first?.kind == .front)
        #expect(document.speakers.first?.isInterviewer == true)
    }

    @Test func htmlIsDecodedByUsAndReadByPandoc() throws {
        guard pandocIsThere() else { return }
        let html = "<!DOCTYPE html><html><body><p><b>Zo\u{EB}:</b> a?<br>b<p>X: y</body></html>"
        let latin = html.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let document = try TranscriptImporter.read(bytes: latin, fileName: "talk.html")
        #expect(text(document) == "Zoë: a?\nb\n\nX: y\n")
        #expect(document.origin.encoding == "windows-1252 (guessed)")
    }

    @Test func aDocumentCannotPullInOtherFiles() throws {
        guard pandocIsThere() else { return }
        let rst = "Ann: a\n\n.. include:: /etc/passwd\n\n.. csv-table::\n   :file: /etc/passwd\n\nBob: b\n"
        let outcome = Result { try TranscriptImporter.read(bytes: Array(rst.utf8), fileName: "talk.rst") }
        switch outcome {
        case .success(let document): #expect(!text(document).contains("root:"))
        case .failure(let error): #expect((error as? ImportError)?.code == .toolFailed)
        }
    }

    @Test func aDamagedContainerIsAnErrorWithPandocsWords() {
        guard pandocIsThere() else { return }
        let zip = ZipBytes.zip([.init(name: "word/document.xml", bytes: Array("not xml".utf8))])
        let error = #expect(throws: ImportError.self) { try TranscriptImporter.read(bytes: zip, fileName: "a.docx") }
        #expect(error?.code == .toolFailed)
    }

    @Test func withoutPandocTheSentenceNamesIt() {
        let importer = TranscriptImporter(
            pandoc: PandocReader(tool: ExternalTool(name: "gloss-no-pandoc", aptPackage: "pandoc"))
        )
        let error = #expect(throws: ImportError.self) {
            try importer.read(bytes: Array(Self.rtf.utf8), fileName: "a.rtf")
        }
        #expect(error?.code == .toolMissing)
        #expect(error?.sentence.contains("apt install pandoc") == true)
    }

    @Test func anAnswerThatIsNoTreeIsAnError() {
        let importer = TranscriptImporter(pandoc: PandocReader(tool: ExternalTool(name: "echo", aptPackage: "")))
        let error = #expect(throws: ImportError.self) {
            try importer.read(bytes: Array(Self.rtf.utf8), fileName: "a.rtf")
        }
        #expect(error?.code == .toolFailed)
    }

    /// `ls` knows no `--sandbox` either.
    @Test func anOldPandocIsAskedToBeReplaced() {
        let reader = PandocReader(tool: ExternalTool(name: "ls", aptPackage: "pandoc"))
        let error = #expect(throws: ImportError.self) { try reader.read([], format: .rst, file: "x.rst") }
        #expect(error?.sentence.contains("too old") == true)
    }

    @Test func warningsOfTheConverterAreInTheReport() throws {
        guard pandocIsThere() else { return }
        let rst = "Ann: a\n\n.. nonsense:: x\n\nBob: b `c`_\n"
        let document = try TranscriptImporter.read(bytes: Array(rst.utf8), fileName: "talk.rst")
        #expect(document.remarks.contains { $0.hasPrefix("pandoc warns: ") })
    }
}
