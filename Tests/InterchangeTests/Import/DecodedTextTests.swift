import CodingCore
import Testing

@testable import Interchange

@Suite struct DecodedTextTests {
    /// One file: its bytes, and what must come out.
    struct Case: Sendable, CustomTestStringConvertible {
        var what: String
        var bytes: [UInt8]
        var text: String
        var encoding: String
        var testDescription: String { what }
    }

    static let cases: [Case] = [
        Case(what: "ASCII", bytes: Array("plain\n".utf8), text: "plain\n", encoding: "utf-8"),
        Case(what: "UTF-8", bytes: Array("né — 唐鳳 😀".utf8), text: "né — 唐鳳 😀", encoding: "utf-8"),
        Case(what: "UTF-8 BOM", bytes: [0xEF, 0xBB, 0xBF] + Array("é".utf8), text: "é", encoding: "utf-8"),
        Case(
            what: "a second BOM stays",
            bytes: [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x61],
            text: "\u{FEFF}a",
            encoding: "utf-8"
        ),
        Case(what: "a BOM in the middle stays", bytes: Array("a\u{FEFF}b".utf8), text: "a\u{FEFF}b", encoding: "utf-8"),
        Case(what: "NFD stays", bytes: Array("e\u{301}".utf8), text: "e\u{301}", encoding: "utf-8"),
        Case(what: "a NUL stays", bytes: Array("a\0b, c d e f".utf8), text: "a\0b, c d e f", encoding: "utf-8"),
        Case(
            what: "UTF-16LE with BOM",
            bytes: [0xFF, 0xFE] + utf16("Ana: sí 😀", bigEndian: false),
            text: "Ana: sí 😀",
            encoding: "utf-16le"
        ),
        Case(
            what: "UTF-16BE with BOM",
            bytes: [0xFE, 0xFF] + utf16("Ana: sí", bigEndian: true),
            text: "Ana: sí",
            encoding: "utf-16be"
        ),
        Case(
            what: "UTF-16LE without BOM",
            bytes: utf16("Ana: hola\r\nEva: sí", bigEndian: false),
            text: "Ana: hola\nEva: sí",
            encoding: "utf-16le (guessed)"
        ),
        Case(
            what: "UTF-16BE without BOM",
            bytes: utf16("Ana: hola", bigEndian: true),
            text: "Ana: hola",
            encoding: "utf-16be (guessed)"
        ),
        Case(
            what: "Windows-1252",
            bytes: [0x93, 0x63, 0x61, 0x66, 0xE9, 0x94, 0x20, 0x80, 0x35, 0x81],
            text: "“café” €5\u{81}",
            encoding: "windows-1252 (guessed)"
        ),
        Case(
            what: "CRLF, CR and LF",
            bytes: Array("a\r\nb\rc\nd\r\r\n".utf8),
            text: "a\nb\nc\nd\n\n",
            encoding: "utf-8"
        ),
        Case(what: "no last line end", bytes: Array("a".utf8), text: "a", encoding: "utf-8"),
        Case(what: "nothing", bytes: [], text: "", encoding: "utf-8"),
    ]

    static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return bigEndian ? pair.reversed() : pair
        }
    }

    @Test(arguments: cases) func decodes(_ example: Case) {
        let decoded = DecodedText(example.bytes)
        #expect(decoded.text.utf8 == Array(example.text.utf8))
        #expect(decoded.encoding == example.encoding)
    }

    @Test func aGuessIsSaid() {
        #expect(DecodedText([0x63, 0xE9]).remarks.contains { $0.contains("guess") && $0.contains("Windows-1252") })
        #expect(DecodedText(Self.utf16("hello there", bigEndian: false)).remarks.contains { $0.contains("UTF-16LE") })
        #expect(DecodedText(Array("né".utf8)).remarks.isEmpty)
    }

    /// 200 letters é in UTF-8 and one in Latin-1: 99.5 % of the sequences are valid.
    @Test func oneBadByteInUTF8IsReadAsWindows1252AndListed() {
        let bytes =
            Array(String(repeating: "é", count: 100).utf8) + [0xE9, 0x20]
            + Array(String(repeating: "é", count: 100).utf8)
        let decoded = DecodedText(bytes)
        #expect(decoded.encoding == "utf-8")
        #expect(
            decoded.text.utf8.elementsEqual(
                (String(repeating: "é", count: 101) + " " + String(repeating: "é", count: 100)).utf8
            )
        )
        #expect(decoded.remarks.contains { $0.contains("byte 200.") })
    }

    @Test func moreThanOneBadSequenceInAHundredIsNoUTF8() {
        let bytes = Array(String(repeating: "é", count: 98).utf8) + [0xE9, 0x20]
        #expect(DecodedText(bytes).encoding == "windows-1252 (guessed)")
    }

    @Test(
        arguments: [
            ("overlong slash", [0xC0, 0xAF] as [UInt8], [1_000, 1_001]),
            ("surrogate", [0xED, 0xA0, 0x80], [1_000, 1_001, 1_002]),
            ("five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80], [1_000, 1_001, 1_002, 1_003, 1_004]),
            ("above U+10FFFF", [0xF4, 0x90, 0x80, 0x80], [1_000, 1_001, 1_002, 1_003]),
            ("cut off", [0xE2, 0x82], [1_000, 1_001]),
        ]
    ) func badUTF8IsListedByOffset(_ what: String, _ bad: [UInt8], _ offsets: [Int]) {
        let reading = UTF8Reading(Array(String(repeating: "é", count: 500).utf8) + bad, from: 0)
        #expect(reading.badBytes == offsets, "\(what)")
        #expect(reading.validSequences == 500)
        #expect(String(validating: reading.utf8, as: UTF8.self) != nil)
    }

    @Test func longListsOfBadBytesAreCut() {
        var bytes: [UInt8] = []
        for _ in 0..<20 { bytes += Array(String(repeating: "é", count: 200).utf8) + [0xFF] }
        let remark = DecodedText(bytes).remarks.first ?? ""
        #expect(remark.hasPrefix("20 bytes were"))
        #expect(remark.hasSuffix("and 12 more."))
    }

    @Test func loneSurrogatesAndAnOddByteAreReplacedAndListed() {
        let decoded = DecodedText([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x62, 0x00, 0x63])
        #expect(decoded.text.utf8 == Array("a\u{FFFD}b\u{FFFD}".utf8))
        #expect(decoded.remarks.contains { $0.contains("byte 4, 8") })
    }

    @Test func lineEndsAreCountedAndSaid() {
        let ends = DecodedText(Array("a\r\nb\rc\nd\r\r\n".utf8)).lineEnds
        #expect((ends.crlf, ends.cr, ends.lf) == (2, 2, 1))
        #expect(ends.remark == "Line ends were CRLF (2), CR (2), LF (1) and are now LF.")
        #expect(DecodedText(Array("a\nb".utf8)).lineEnds.remark == nil)
    }

    @Test func anyBytesAtAllBecomeValidText() {
        var random = Seeded(7)
        for length in [1, 2, 3, 17, 400] {
            for _ in 0..<50 {
                let bytes = (0..<length).map { _ in UInt8(random.below(256)) }
                let decoded = DecodedText(bytes)
                #expect(String(validating: decoded.text.utf8, as: UTF8.self) != nil)
                #expect(!decoded.text.utf8.contains(0x0D))
            }
        }
    }
}
