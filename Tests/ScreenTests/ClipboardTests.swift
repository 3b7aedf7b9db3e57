// The clipboard's sequence: whatever is in the text, the terminal sees letters and digits between two fixed ends.
import Testing

@testable import Screen

@Suite struct ClipboardTests {
    /// The vectors of RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"), ("混", "5re3"), ("ÿ?>", "w78/Pg=="),
    ])
    func base64IsThatOfTheStandard(_ text: String, _ encoded: String) {
        #expect(String(decoding: ClipboardSequence.base64(Array(text.utf8)), as: UTF8.self) == encoded)
    }

    @Test(arguments: ["", "\u{1B}\\", "\u{7}\u{0}", "a\nb", "\u{9C}", String(repeating: "é", count: 37_450)])
    func theTextIsOnlyEverEncoded(_ text: String) throws {
        let bytes = try #require(ClipboardSequence.bytes(for: text))
        #expect(bytes.starts(with: "\u{1B}]52;c;".utf8))
        #expect(bytes.suffix(2) == [0x1B, 0x5C])
        #expect(bytes.dropFirst(7).dropLast(2).allSatisfy { (0x2B...0x7A).contains($0) })
        #expect(bytes.count <= 100_000)
    }

    @Test func whatIsTooLongIsNotSent() {
        #expect(ClipboardSequence.bytes(for: String(repeating: "x", count: 74_900)) != nil)
        #expect(ClipboardSequence.bytes(for: String(repeating: "x", count: 74_901)) == nil)
    }

    @MainActor @Test func theRecordingTerminalRecordsCopies() {
        let terminal = RecordingTerminal(rows: 1, columns: 1)
        #expect(terminal.copies.isEmpty)
        #expect(terminal.copy("one\u{1B}") == .sent)
        #expect(terminal.copy("") == .sent)
        #expect(terminal.copy(String(repeating: "x", count: 80_000)) == .tooLong(limit: 74_900))
        #expect(terminal.copies == ["one\u{1B}", ""])
    }
}
