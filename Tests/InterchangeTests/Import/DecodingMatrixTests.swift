// Every encoding with every line end, with and without a byte order mark, whole and damaged: one text comes out of all.

import CodingCore
import Testing

@testable import Interchange

@Suite struct DecodingMatrixTests {
    enum Encoding: String, CaseIterable, Sendable { case utf8, utf16le, utf16be, windows1252 }
    enum LineEnd: String, CaseIterable, Sendable {
        case lf = "\n"
        case crlf = "\r\n"
        case cr = "\r"
    }

    /// Words that every one of the encodings has.
    static let text =
        "Interviewer: Où, déjà vu?\nZoë: “Nämlich” – für £5.\n\nInterviewer: Bien sûr?\nZoë: Größe … così.\n\n"
        + "Interviewer: Und jetzt?\nZoë: Fini, señor.\n"

    static func bytes(_ text: String, _ encoding: Encoding, mark: Bool) -> [UInt8] {
        switch encoding {
        case .utf8: (mark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
        case .utf16le: (mark ? [0xFF, 0xFE] : []) + DecodedTextTests.utf16(text, bigEndian: false)
        case .utf16be: (mark ? [0xFE, 0xFF] : []) + DecodedTextTests.utf16(text, bigEndian: true)
        case .windows1252: text.unicodeScalars.compactMap { DecodedTextTests.windows1252[$0] }
        }
    }

    static let cells: [(encoding: Encoding, end: LineEnd, mark: Bool)] = Encoding.allCases.flatMap { encoding in
        LineEnd.allCases.flatMap { end in
            (encoding == .windows1252 ? [false] : [false, true]).map { (encoding, end, $0) }
        }
    }

    private func name(_ encoding: Encoding, mark: Bool) -> String {
        switch encoding {
        case .utf8: "utf-8"
        case .utf16le: mark ? "utf-16le" : "utf-16le (guessed)"
        case .utf16be: mark ? "utf-16be" : "utf-16be (guessed)"
        case .windows1252: "windows-1252 (guessed)"
        }
    }

    @Test(arguments: cells) func oneTextComesOutOfAll(encoding: Encoding, end: LineEnd, mark: Bool) {
        let source = Self.text.replacing("\n", with: end.rawValue)
        let decoded = DecodedText(Self.bytes(source, encoding, mark: mark))
        #expect(decoded.text.utf8 == Array(Self.text.utf8))
        #expect(decoded.encoding == name(encoding, mark: mark))
        let ends = decoded.lineEnds
        #expect([ends.lf, ends.crlf, ends.cr] == LineEnd.allCases.map { $0 == end ? 8 : 0 })
        #expect((ends.remark == nil) == (end == .lf))
    }

    @Test(arguments: cells) func aGuessIsSaidAndAStatementIsNot(encoding: Encoding, end: LineEnd, mark: Bool) {
        let source = Self.text.replacing("\n", with: end.rawValue)
        let remarks = DecodedText(Self.bytes(source, encoding, mark: mark)).remarks
        #expect(remarks.contains { $0.contains("guess") } == (encoding != .utf8 && !mark))
        #expect(remarks.contains { $0.contains("byte order mark") } == (encoding == .utf8 && mark))
    }

    @Test(arguments: cells) func theImportedDocumentIsTheSame(encoding: Encoding, end: LineEnd, mark: Bool) throws {
        let source = Self.text.replacing("\n", with: end.rawValue)
        let bytes = Self.bytes(source, encoding, mark: mark)
        let document = try TranscriptImporter.read(bytes: bytes, fileName: "talk.txt")
        #expect(document.text.utf8 == Array(Self.text.utf8))
        #expect(document.speakers.map(\.name) == ["Interviewer", "Zoë"])
        #expect(document.origin.encoding == name(encoding, mark: mark))
        #expect(document.origin.labelStyle == "name and colon")
    }

    /// One byte in the middle of each kind of file becomes 0xFF.
    @Test(arguments: cells) func oneBrokenByteCostsOneCharacterAtMost(encoding: Encoding, end: LineEnd, mark: Bool) {
        let source = Self.text.replacing("\n", with: end.rawValue)
        var bytes = Self.bytes(source, encoding, mark: mark)
        // The last w, a letter of ASCII.
        let scalars = Array(source.unicodeScalars)
        guard let place = scalars.lastIndex(of: "w") else { return }
        let before = String(String.UnicodeScalarView(scalars[..<place]))
        let offset = Self.bytes(before, encoding, mark: mark).count
        bytes[encoding == .utf16be ? offset + 1 : offset] = 0xFF
        let decoded = DecodedText(bytes)
        let replaced = String(String.UnicodeScalarView(scalars[..<place] + ["\u{FF}"] + scalars[(place + 1)...]))
        #expect(decoded.text.utf8 == Array(replaced.replacing(end.rawValue, with: "\n").utf8))
        #expect(decoded.encoding == name(encoding, mark: mark))
        #expect(decoded.remarks.contains { $0.contains("at byte \(offset).") } == (encoding == .utf8))
    }

    @Test(arguments: cells) func aFileCutOffAnywhereLosesItsEndOnly(encoding: Encoding, end: LineEnd, mark: Bool) {
        let source = Self.text.replacing("\n", with: end.rawValue)
        let bytes = Self.bytes(source, encoding, mark: mark)
        for cut in 1...12 {
            let decoded = DecodedText(Array(bytes.dropLast(cut)))
            let text = String(decoding: decoded.text.utf8, as: UTF8.self)
            let whole = Array(Self.text.unicodeScalars)
            let read = Array(text.unicodeScalars)
            // All but what the cut may have broken: a character of three bytes, or half of a pair.
            #expect(read.count <= whole.count + 2)
            #expect(read.dropLast(3).elementsEqual(whole.prefix(max(0, read.count - 3))), "cut \(cut)")
        }
    }

    @Test func mixedLineEndsAreCountedEachForItself() {
        let decoded = DecodedText(Array("a\r\nb\nc\rd\r\n\r\n\n\r".utf8))
        #expect(decoded.text.utf8 == Array("a\nb\nc\nd\n\n\n\n".utf8))
        #expect(decoded.lineEnds.remark == "Line ends were CRLF (3), CR (2), LF (2) and are now LF.")
    }

    /// U+0A0D and U+0D0A hold the bytes of line ends in UTF-16 and are none.
    @Test func lineEndsAreThoseOfTheTextAndNotOfTheBytes() {
        let text = "ab\u{0A0D}\u{0D0A}cd\r\nef"
        let decoded = DecodedText([0xFF, 0xFE] + DecodedTextTests.utf16(text, bigEndian: false))
        #expect(decoded.text.utf8 == Array("ab\u{0A0D}\u{0D0A}cd\nef".utf8))
        #expect(decoded.lineEnds.crlf == 1)
        #expect(decoded.lineEnds.cr == 0)
    }

    @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}"]) func otherSeparatorsAreCharacters(
        mark: String
    ) {
        let decoded = DecodedText(Array("a\(mark)b\n".utf8))
        #expect(decoded.text.utf8 == Array("a\(mark)b\n".utf8))
        #expect(decoded.lineEnds.lf == 1)
    }

    @Test(arguments: [
        ([0xFF, 0xFE] as [UInt8], "utf-16le", ""), ([0xFE, 0xFF], "utf-16be", ""), ([0xEF, 0xBB, 0xBF], "utf-8", ""),
        ([0xEF, 0xBB], "windows-1252 (guessed)", "ï»"), ([0xFF], "windows-1252 (guessed)", "ÿ"),
        ([0xFF, 0xFE, 0x61], "utf-16le", "\u{FFFD}"), ([0xFE, 0xFF, 0x00, 0x61], "utf-16be", "a"),
        ([0x00], "utf-8", "\u{0}"),
        ([0x61, 0x00], "utf-8", "a\u{0}"),
    ])
    func theSmallestFilesAreRead(bytes: [UInt8], encoding: String, text: String) {
        let decoded = DecodedText(bytes)
        #expect(decoded.encoding == encoding)
        #expect(decoded.text.utf8 == Array(text.utf8))
    }

    /// Text whose letters are all beyond ASCII has no NULs to tell UTF-16 by; the mark does.
    @Test(arguments: [true, false]) func chineseInUTF16NeedsItsMark(bigEndian: Bool) {
        let text = "主席：各位好。\n李：好。\n"
        let bytes = (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) + DecodedTextTests.utf16(text, bigEndian: bigEndian)
        #expect(DecodedText(bytes).text.utf8 == Array(text.utf8))
    }

    @Test func aFewNulsMakeNoUTF16() {
        let text = "Ann: a\u{0}b\nBob: plain words and plenty of them\n"
        #expect(DecodedText(Array(text.utf8)).text.utf8 == Array(text.utf8))
        #expect(DecodedText(Array(text.utf8)).encoding == "utf-8")
    }

    @Test func aRandomTextSurvivesEveryEncoding() {
        var random = Seeded(77)
        let letters = Array("abc xyz,.?:–“”’…éèüßñçåø€£\n".unicodeScalars)
        for _ in 0..<300 {
            // Enough ASCII for the NULs to show, as in any Western text.
            let text =
                "Ann: " + String(String.UnicodeScalarView((0..<random.below(60)).map { _ in random.pick(letters) }))
                + " plain end"
            for encoding in [Encoding.utf8, .utf16le, .utf16be] {
                for mark in [true, false] {
                    let decoded = DecodedText(Self.bytes(text, encoding, mark: mark))
                    guard mark || encoding == .utf8 || decoded.encoding.hasPrefix("utf-16") else { continue }
                    #expect(decoded.text.utf8 == Array(text.utf8), "\(text.debugDescription) \(encoding)")
                }
            }
        }
    }
}
