// Files that were made to do harm, or were harmed: each is read as far as it holds words, or is one sentence.

import CodingCore
import Testing

@testable import Interchange

@Suite struct HostileFilesTests {
    private static let types =
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
        + "wordprocessingml.document.main+xml\"/></Types>"
    private static let roots =
        "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
        + "Target=\"word/document.xml\"/></Relationships>"

    /// A docx whose body is this; further members are added as they are.
    private func docx(_ body: String, _ more: [ZipBytes.Member] = [], prologue: String = "") -> [UInt8] {
        let document =
            "<?xml version=\"1.0\"?>\(prologue)<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>\(body)</w:body></w:document>"
        let members: [ZipBytes.Member] = [
            .init(name: "[Content_Types].xml", bytes: Array(Self.types.utf8)),
            .init(name: "_rels/.rels", bytes: Array(Self.roots.utf8)),
            .init(name: "word/document.xml", bytes: Array(document.utf8)),
        ]
        return ZipBytes.zip(members + more)
    }

    private func paragraph(_ words: String, _ style: String = "") -> String {
        "<w:p><w:r>\(style.isEmpty ? "" : "<w:rPr>\(style)</w:rPr>")<w:t>\(words)</w:t></w:r></w:p>"
    }

    private func words(_ bytes: [UInt8]) throws -> String? {
        do {
            let document = try TranscriptImporter.read(bytes: bytes, fileName: "talk.docx")
            return String(decoding: document.text.utf8, as: UTF8.self)
        } catch let error as ImportError where error.code == .toolMissing {
            print("skipped: pandoc is not installed")
            return nil
        }
    }

    // MARK: docx

    @Test func whatADocumentPointsToOutsideIsNotFetched() throws {
        let relations =
            "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" "
            + "Target=\"http://127.0.0.1:9/x.png\" TargetMode=\"External\"/>"
            + "<Relationship Id=\"rId8\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" "
            + "Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>"
        let bytes = docx(
            paragraph("Ann: Hello."),
            [.init(name: "word/_rels/document.xml.rels", bytes: Array(relations.utf8))]
        )
        guard let words = try words(bytes) else { return }
        #expect(words == "Ann: Hello.\n")
    }

    @Test func aMacroIsLeftAlone() throws {
        let bytes = docx(
            paragraph("Ann: Hello."),
            [.init(name: "word/vbaProject.bin", bytes: [0xD0, 0xCF, 0x11, 0xE0])]
        )
        guard let words = try words(bytes) else { return }
        #expect(words == "Ann: Hello.\n")
    }

    @Test func trackedChangesAreTakenAsAccepted() throws {
        let body =
            "<w:p><w:r><w:t xml:space=\"preserve\">Ann: It was </w:t></w:r>"
            + "<w:ins w:id=\"1\" w:author=\"x\" w:date=\"2024-01-01T00:00:00Z\"><w:r><w:t>never</w:t></w:r></w:ins>"
            + "<w:del w:id=\"2\" w:author=\"x\" w:date=\"2024-01-01T00:00:00Z\"><w:r><w:delText>always</w:delText></w:r></w:del>"
            + "<w:r><w:t xml:space=\"preserve\"> clear.</w:t></w:r></w:p>"
        guard let words = try words(docx(body)) else { return }
        #expect(words == "Ann: It was never clear.\n")
    }

    @Test func tinyAndWhiteWordsAreWords() throws {
        let body =
            paragraph("Seen.") + paragraph("Tiny.", "<w:sz w:val=\"1\"/>")
            + paragraph("White.", "<w:color w:val=\"FFFFFF\"/>")
        guard let words = try words(docx(body)) else { return }
        #expect(words == "Seen.\n\nTiny.\n\nWhite.\n")
    }

    @Test func entitiesOfADocumentTypeAreNotFollowed() throws {
        let laughs =
            "<!DOCTYPE w [<!ENTITY a \"laugh\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
        for body in [paragraph("Ann: &x;."), paragraph("Ann: &c;&c;&c;&c;.")] {
            let bytes = docx(body, prologue: laughs)
            do {
                guard let words = try words(bytes) else { return }
                #expect(!words.contains("root:") && words.utf8.count < 10_000)
            } catch let error as ImportError {
                #expect(error.code == .toolFailed)
            }
        }
    }

    // MARK: zip

    @Test(
        arguments: [
            .init(name: "../x"), .init(name: "/etc/x"), .init(name: "..\\x"), .init(name: "a\0b"),
            .init(name: "a/../../x"),
            .init(name: "word/document.xml"), .init(name: "link", bytes: Array("/etc/passwd".utf8), mode: 0o120777),
            .init(name: ""),
            .init(name: "over", bytes: [1, 2, 3], liesOverFirst: true),
        ] as [ZipBytes.Member]
    )
    func aMemberThatNoProgramWritesStopsIt(_ member: ZipBytes.Member) {
        let bytes = docx(paragraph("Ann: Hello."), [member])
        let error = #expect(throws: ImportError.self) { try TranscriptImporter.read(bytes: bytes, fileName: "a.docx") }
        #expect(error?.code == .damaged)
        #expect(error?.sentence.contains("no word processor writes") == true)
    }

    @Test(
        arguments: [
            [.init(name: "word/document.xml", bytes: [1], claimedSize: 4 << 20)],
            [.init(name: "word/document.xml", bytes: [1], claimedSize: 0xFFFF_FFFF)],
            (0..<10_001).map { .init(name: "f\($0)") },
        ] as [[ZipBytes.Member]]
    )
    func bombsAreRefusedByTheirSizes(_ members: [ZipBytes.Member]) {
        let error = #expect(throws: ImportError.self) {
            try TranscriptImporter.read(bytes: ZipBytes.zip(members), fileName: "a.docx")
        }
        #expect(error?.code == .tooLarge)
    }

    @Test func aDocumentCutOffAnywhereIsASentence() {
        let whole = docx(paragraph("Ann: Hello."))
        for count in 4..<whole.count {
            #expect(throws: ImportError.self) {
                try SourceFormat.announced(by: Array(whole.prefix(count)), file: "a.docx")
            }
        }
        for index in stride(from: 0, to: whole.count, by: 7) {
            var bytes = whole
            bytes[index] ^= 0x55
            do { _ = try SourceFormat.announced(by: bytes, file: "a.docx") } catch { #expect(!error.sentence.isEmpty) }
        }
    }

    @Test(arguments: [
        "", "<w:p><w:r><w:t>unclosed", "<w:p></w:q>", String(repeating: "<w:tbl>", count: 20_000),
    ])
    func brokenMarkupIsASentenceOrNothingInside(body: String) throws {
        let error = #expect(throws: ImportError.self) {
            _ = try words(docx(body)) ?? { throw ImportError(.toolMissing, file: "", "") }()
        }
        #expect([.toolFailed, .nothingInside, .toolMissing, .toolTooSlow, .tooLarge].contains(error?.code))
    }

    // MARK: Other programs' files

    @Test(arguments: [
        (
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Project xmlns=\"urn:QDA-XML:project:1.0\">&a;",
            "project.qde"
        ),
        ("<?xml version=\"1.0\"?><ANNOTATION_DOCUMENT/>", "talk.eaf"), ("@UTF8\n@Begin\n*ANN:\thello\n", "talk.cha"),
        ("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n", "talk.TextGrid"),
    ])
    func areNamedAndNotOpened(text: String, file: String) {
        let error = #expect(throws: ImportError.self) {
            try TranscriptImporter.read(bytes: Array(text.utf8), fileName: file)
        }
        #expect(error?.code == .notReadYet)
        #expect(error?.sentence.contains("does not read this kind yet") == true)
        #expect(error?.description.contains("passwd") == false)
    }
}
