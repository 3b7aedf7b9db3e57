// Keys in, text out; `|` is the cursor.
import Screen
import Testing

@Suite struct PromptLineTests {
    @Test(arguments: [
        ("abc|", "Left", "ab|c"), ("ab|c", "Backspace", "a|c"), ("ab|c", "Del", "ab|"), ("|abc", "Backspace", "|abc"),
        ("abc|", "Del", "abc|"), ("one two|", "Ctrl-W", "one |"), ("one two  |", "Ctrl-W", "one |"),
        ("one two|", "Ctrl-U", "|"),
        ("one| two", "Ctrl-K", "one|"), ("one| two", "Ctrl-A", "|one two"), ("|one two", "Ctrl-E", "one two|"),
        ("one two|", "Ctrl-Left", "one |two"), ("|one two", "Alt-f", "one| two"), ("a|b", "x", "ax|b"),
        ("a|b", "Space", "a |b"),
        ("混乱|", "Backspace", "混|"), ("👩🏽‍⚕️|", "Backspace", "|"), ("|", "Ctrl-W", "|"), ("|ab", "Left", "|ab"),
    ])
    func keysEdit(_ before: String, _ key: String, _ after: String) throws {
        var line = try promptLine(before)
        let isHandled = try line.handle(#require(KeyPress(name: key)))
        #expect(isHandled)
        #expect(marked(line) == after)
    }

    @Test(arguments: ["Enter", "Esc", "Tab", "Up", "Down", "F1", "Ctrl-X", "Alt-x"])
    func otherKeysAreLeftToTheOwner(_ key: String) throws {
        var line = PromptLine("a")
        let isHandled = try line.handle(#require(KeyPress(name: key)))
        #expect(!isHandled)
        #expect(marked(line) == "a|")
    }

    @Test func pastedTextBecomesOneHarmlessLine() {
        var line = PromptLine()
        line.insert("one\r\ntwo\tthree\u{1B}[2J\u{0}\nfour")
        #expect(line.text == "one two three[2J four")
    }

    @Test func aTypedMarkJoinsItsLetter() {
        var line = PromptLine()
        for press in [KeyPress("e"), KeyPress("\u{301}"), KeyPress("x")] { _ = line.handle(press) }
        #expect(Array(line.text.utf8) == Array("e\u{301}x".utf8))
        #expect(line.cursor == 2)
    }

    @Test(arguments: [
        ("abcdefgh|", "efgh", 4), ("abc|", "abc", 3), ("混乱的角色|", "角色", 4), ("|", "", 0), ("|abcdefgh", "abcde", 0),
    ])
    func theCursorIsAlwaysInSight(_ text: String, _ shown: String, _ column: Int) throws {
        var (line, surface) = (try promptLine(text), Surface(rows: 1, columns: 9))
        let cursor = line.draw(into: &surface, row: 0, column: 2, columns: 5)
        #expect(surface.line(0).drop(while: { $0 == " " }) == shown)
        #expect(cursor == 2 + column)
    }

    @Test func goingBackScrollsBack() throws {
        var (line, surface) = (PromptLine("abcdefgh"), Surface(rows: 1, columns: 5))
        _ = line.draw(into: &surface, row: 0, column: 0, columns: 5)
        _ = line.handle(KeyPress(.home))
        #expect(line.draw(into: &surface, row: 0, column: 0, columns: 5) == 0)
        #expect(surface.line(0) == "abcde")
        line.text = "xy"
        #expect(line.draw(into: &surface, row: 0, column: 0, columns: 5) == 2)
        #expect(surface.line(0) == "xy")
    }

    private func promptLine(_ marked: String) throws -> PromptLine {
        let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
        var line = PromptLine(parts.joined())
        for _ in try #require(parts.last) { _ = line.handle(KeyPress(.left)) }
        return line
    }

    private func marked(_ line: PromptLine) -> String {
        "\(line.text.prefix(line.cursor))|\(line.text.dropFirst(line.cursor))"
    }
}
