// Keys in, line out: what editing one line comes to. `|` stands for the cursor.

import TestSupport
import Testing

@testable import Screen

@Suite struct PromptLineTableTests {
    /// A line with its cursor as a marked text.
    private func marked(_ line: PromptLine) -> String {
        let characters = Array(line.text)
        return String(characters[..<line.cursor]) + "|" + String(characters[line.cursor...])
    }

    /// A line from a marked text.
    private func line(_ marked: String) throws -> PromptLine {
        let parts = marked.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        try #require(parts.count == 2, "one cursor in \(marked)")
        var line = PromptLine(parts[1])
        _ = line.handle(KeyPress(.home))
        line.insert(parts[0])
        return line
    }

    private static let table: [(before: String, keys: String, after: String)] = [
        ("|", "a b c", "abc|"),
        ("who de|cides", "Left Left x", "who x|decides"),
        ("who| decides", "Backspace Backspace", "w| decides"),
        ("|who", "Backspace Left", "|who"),
        ("who|", "Del Right", "who|"),
        ("w|ho", "Del", "w|o"),
        ("one two| three", "Ctrl-W", "one | three"),
        ("one two  |three", "Ctrl-W", "one |three"),
        ("|three", "Ctrl-W", "|three"),
        ("one two| three", "Ctrl-U", "| three"),
        ("one two| three", "Ctrl-K", "one two|"),
        ("one two three|", "Ctrl-A", "|one two three"),
        ("|one two three", "Ctrl-E", "one two three|"),
        ("one |two", "Home", "|one two"),
        ("one |two", "End", "one two|"),
        ("one two|", "Alt-b", "one |two"),
        ("|one two", "Alt-f", "one| two"),
        ("one |two three", "Alt-d", "one | three"),
        ("混|乱", "Backspace", "|乱"),
        ("混乱|", "Left", "混|乱"),
        ("cafe\u{301}|", "Backspace", "caf|"),
        ("👩🏽‍⚕️|x", "Backspace", "|x"),
        ("🇬🇧|", "Left", "|🇬🇧"),
        ("a|b", "Ctrl-B Ctrl-F Ctrl-F", "ab|"),
        ("a|b", "Ctrl-D", "a|"),
    ]

    @Test(arguments: table.indices)
    func keysEditTheLine(_ index: Int) throws {
        let (before, keys, after) = Self.table[index]
        var line = try line(before)
        for name in keys.split(separator: " ") {
            let press = try #require(KeyPress(name: String(name)))
            let isTaken = line.handle(press)
            #expect(isTaken, "\(name) edits")
        }
        #expect(marked(line) == after)
    }

    @Test(arguments: ["Enter", "Esc", "Tab", "Up", "Down", "F1", "PgDn"])
    func keysThatBelongToOthersAreLeftAlone(name: String) throws {
        var line = try line("as it |was")
        let press = try #require(KeyPress(name: name))
        let isTaken = line.handle(press)
        #expect(!isTaken)
        #expect(marked(line) == "as it |was")
    }

    @Test(arguments: [
        ("a\nb", "a b|"), ("a\r\nb", "a b|"), ("a\tb", "a b|"), ("a\u{1B}[2Jb", "a[2Jb|"), ("a\u{7}b", "ab|"),
        ("混乱", "混乱|"), ("", "|"),
    ])
    func pastedTextIsOneLineOfHarmlessWords(text: String, expected: String) {
        var line = PromptLine()
        line.insert(text)
        #expect(marked(line) == expected)
    }

    @Test func aMarkTypedAfterALetterJoinsIt() {
        var line = PromptLine("e")
        line.insert("\u{301}")
        #expect(line.cursor == 1)
        #expect(line.text.unicodeScalars.count == 2)
    }

    /// However long the line and wherever the cursor, the cursor is drawn inside and on its character.
    @Test func theCursorIsAlwaysInSight() throws {
        var generator = SeededGenerator(seed: 5)
        let keys = ["Left", "Right", "Home", "End", "Ctrl-W", "x", "混", "Backspace", "Alt-b", "Alt-f"]
        for columns in [2, 3, 7, 20] {
            var line = PromptLine(String(repeating: "混 wide ", count: 12))
            for _ in 0..<200 {
                let name = keys.randomElement(using: &generator) ?? "x"
                let press = KeyPress(name: name) ?? KeyPress(Character(name))
                _ = line.handle(press)
                var surface = Surface(rows: 1, columns: 40)
                let cursor = line.draw(into: &surface, row: 0, column: 5, columns: columns)
                #expect(cursor >= 5 && cursor < 5 + columns)
                let characters = Array(line.text)
                if line.cursor < characters.count, cursor + 1 < 5 + columns {
                    #expect(surface[0, cursor].text == String(characters[line.cursor]))
                }
                #expect((0..<5).allSatisfy { surface[0, $0] == .blank }, "nothing is drawn outside")
                #expect((5 + columns..<40).allSatisfy { surface[0, $0] == .blank }, "nothing is drawn outside")
            }
        }
    }
}
