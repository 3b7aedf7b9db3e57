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

    /// A few accented letters and one bad byte are a UTF-8 text with one bad byte, however few the letters are.
    @Test(arguments: [2, 3, 5, 98, 200]) func oneBadByteInUTF8IsReadAsWindows1252AndListed(letters: Int) {
        let accents = Array(String(repeating: "é", count: letters).utf8)
        let plain = Array("Ann: plain words, as in any interview. ".utf8)
        let decoded = DecodedText(plain + accents + [0xE9, 0x20] + plain)
        let text = String(decoding: plain, as: UTF8.self)
        #expect(decoded.encoding == "utf-8")
        #expect(decoded.text.utf8 == Array((text + String(repeating: "é", count: letters + 1) + " " + text).utf8))
        let place = plain.count + accents.count
        #expect(decoded.remarks == ["One byte was not valid in UTF-8 and read as Windows-1252, at byte \(place)."])
    }

    /// Valid sequences have to outnumber the bad bytes.
    @Test(
        arguments: [
            (0, 1, "windows-1252 (guessed)"), (1, 1, "windows-1252 (guessed)"), (2, 1, "utf-8"),
            (2, 2, "windows-1252 (guessed)"),
            (3, 2, "utf-8"), (50, 49, "utf-8"), (50, 50, "windows-1252 (guessed)"), (0, 0, "utf-8"), (1, 0, "utf-8"),
        ]
    ) func aTextIsUTF8WhenItsSequencesOutnumberTheBadBytes(_ valid: Int, _ bad: Int, _ encoding: String) {
        let sequences = (0..<valid).flatMap { _ in Array("é ".utf8) }
        let bytes = sequences + (0..<bad).flatMap { _ in [0xE9, 0x20] as [UInt8] }
        #expect(DecodedText(bytes).encoding == encoding)
    }

    /// Real words in Windows-1252, in which no two letters happen to make a sequence.
    @Test(
        arguments: [
            "déjà vu, naïve café, où l’on est", "Müßiggang für Größe – Übermut", "señor, ¿qué pasó? ¡Nada!",
            "não, coração, às três",
            "“quotes” and ‘more’ … £5 or €6", "Smørrebrød på øya, hår", "à été",
        ]
    ) func wordsInWindows1252AreRead(_ words: String) throws {
        let bytes = try words.unicodeScalars.map { scalar in try #require(Self.windows1252[scalar]) }
        let decoded = DecodedText(bytes)
        #expect(decoded.encoding == "windows-1252 (guessed)")
        #expect(decoded.text.utf8 == Array(words.utf8))
    }

    /// Every character of the encoding with its byte.
    static let windows1252: [Unicode.Scalar: UInt8] = {
        var table: [Unicode.Scalar: UInt8] = [:]
        for byte in UInt8.min...UInt8.max {
            let text = String(decoding: Windows1252.utf8(of: [byte]), as: UTF8.self)
            if let scalar = text.unicodeScalars.first { table[scalar] = byte }
        }
        return table
    }()

    @Test func everyByteOfWindows1252HasACharacterOfItsOwn() {
        #expect(Self.windows1252.count == 256)
        for (scalar, byte) in [
            ("€", 0x80), ("’", 0x92), ("“", 0x93), ("–", 0x96), ("ÿ", 0xFF), ("Ÿ", 0x9F), ("\u{81}", 0x81),
        ]
            as [(Unicode.Scalar, UInt8)]
        { #expect(Self.windows1252[scalar] == byte) }
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
