import Testing

@testable import Interchange

@Suite struct SourceFormatTests {
    @Test(
        arguments: [
            ("hello", "a.txt", SourceFormat.text), ("hello", "a", .text), ("hello", "a.log", .text),
            ("# Title", "a.md", .markdown), ("WEBVTT\n\n", "a.txt", .webvtt), ("WEBVTT - x\n", "a.vtt", .webvtt),
            ("00:01.000 --> 00:02.000\nhi", "a.vtt", .webvtt), ("1\n00:00:01,000 --> 00:00:02,000\nhi", "a.srt", .srt),
            ("<!DOCTYPE HTML><p>", "a.txt", .html), ("  \n<html lang=en>", "a.html", .html),
            ("<p>x</p>", "A.HTM", .html),
            ("<?xml version='1.0'?>\n<!DOCTYPE html>", "a.xhtml", .html), ("Title\n=====", "a.rst", .rst),
            ("", "", .text),
        ]
    ) func textFormatsAreToldByContentThenByName(_ head: String, _ name: String, _ format: SourceFormat) throws {
        #expect(try SourceFormat.ofText(startingWith: head, file: name) == format)
    }

    @Test(
        arguments: [
            ("{\"a\":1}", "a.json", "JSON"), ("<?xml version='1.0'?><TEI>", "t.xml", "XML"),
            ("@Begin", "t.cha", "CHAT"), ("<?xml ?><TEI>", "t.txt", "XML"),
        ]
    ) func knownStrangersAreNamedAndRefused(_ head: String, _ name: String, _ what: String) {
        let error = #expect(throws: ImportError.self) { try SourceFormat.ofText(startingWith: head, file: name) }
        #expect(error?.code == .notReadYet)
        #expect(error?.sentence.contains(what) == true)
        #expect(error?.sentence.contains(".docx") == true)
    }

    @Test(
        arguments: [
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] as [UInt8], ".doc"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D], "PNG"), ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"), ([0x1F, 0x8B, 8], "gzip"),
            (Array("ID3\u{4}".utf8), "MP3"), (Array("SQLite format 3\0".utf8), "SQLite"),
            ([0xFF, 0xFE, 0, 0], "UTF-32"),
        ]
    ) func binaryStrangersAreNamedWhateverTheirName(_ bytes: [UInt8], _ what: String) {
        let error = #expect(throws: ImportError.self) { try SourceFormat.announced(by: bytes, file: "talk.rtf") }
        #expect(error?.code == .notReadYet)
        #expect(error?.sentence.contains(what) == true)
    }

    @Test func rtfIsToldByItsFirstBytes() throws {
        #expect(try SourceFormat.announced(by: Array("{\\rtf1 x}".utf8), file: "talk.doc") == .rtf)
        #expect(try SourceFormat.announced(by: Array("hello".utf8), file: "talk.rtf") == nil)
    }

    @Test func zipContainersAreToldByTheirMembers() throws {
        let odt = Array("application/vnd.oasis.opendocument.text".utf8)
        let docx = ZipBytes.zip([.init(name: "[Content_Types].xml"), .init(name: "word/document.xml")])
        #expect(try SourceFormat.announced(by: docx, file: "a.zip") == .docx)
        let text = ZipBytes.zip([.init(name: "mimetype", bytes: odt), .init(name: "content.xml")])
        #expect(try SourceFormat.announced(by: text, file: "a.docx") == .odt)
    }

    @Test(
        arguments: [
            ("xl/workbook.xml", "Excel"), ("ppt/presentation.xml", "presentation"), ("project.qde", "REFI-QDA"),
            ("content.xml", "OpenDocument"), ("notes.txt", "ZIP"),
        ]
    ) func otherZipFilesAreNamedAndRefused(_ member: String, _ what: String) {
        let zip = ZipBytes.zip([.init(name: member)])
        let error = #expect(throws: ImportError.self) { try SourceFormat.announced(by: zip, file: "a.docx") }
        #expect(error?.sentence.contains(what) == true)
    }
}

@Suite struct ZipDirectoryTests {
    private static let whole = ZipBytes.zip([.init(name: "word/document.xml", bytes: [1, 2, 3]), .init(name: "../x")])

    @Test func namesOfMembersAreRead() throws {
        let members = ["word/document.xml", "ä/b.xml", "c"].map { ZipBytes.Member(name: $0) }
        #expect(try ZipDirectory(ZipBytes.zip(members), file: "a").names == ["word/document.xml", "ä/b.xml", "c"])
    }

    @Test func aFileCutOffAnywhereIsDamagedOrReadNeverACrash() {
        for length in 0..<Self.whole.count {
            let error = #expect(throws: ImportError.self) {
                try ZipDirectory(Array(Self.whole.prefix(length)), file: "a")
            }
            #expect(error?.code == .damaged)
        }
    }

    @Test func anyByteMayBeWrong() {
        for index in Self.whole.indices {
            for value: UInt8 in [0x00, 0x7F, 0xFF] {
                var bytes = Self.whole
                bytes[index] = value
                // Reading may succeed or throw; it must come back.
                _ = try? ZipDirectory(bytes, file: "a")
            }
        }
    }

    @Test func bombsAndLockedDocumentsAreRefused() {
        let bomb = ZipBytes.zip([.init(name: "word/document.xml", claimedSize: 3 << 30)])
        #expect(throws: ImportError.self) { try ZipDirectory(bomb, file: "a") }
        let locked = ZipBytes.zip([.init(name: "word/document.xml", isEncrypted: true)])
        let error = #expect(throws: ImportError.self) { try ZipDirectory(locked, file: "a") }
        #expect(error?.sentence.contains("password") == true)
        let crowd = ZipBytes.zip((0...ZipDirectory.memberLimit).map { .init(name: "\($0)") })
        #expect(throws: ImportError.self) { try ZipDirectory(crowd, file: "a") }
    }
}
