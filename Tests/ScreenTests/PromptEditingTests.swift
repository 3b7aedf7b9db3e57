// The line being typed, as a table of keys and what they make of it; `|` is the cursor.
import Screen
import TestSupport
import Testing

@Suite struct PromptEditingTests {
    @Test(arguments: [
        // Going.
        ("ab|cd", "Left", "a|bcd"), ("ab|cd", "Right", "abc|d"), ("ab|cd", "Home", "|abcd"), ("ab|cd", "End", "abcd|"),
        ("ab|cd", "Ctrl-B", "a|bcd"), ("ab|cd", "Ctrl-F", "abc|d"), ("abcd|", "Right", "abcd|"), ("|", "Left", "|"),
        ("|", "End", "|"), ("混乱|的", "Left", "混|乱的"), ("a👩🏽‍⚕️|", "Left", "a|👩🏽‍⚕️"), ("|🇬🇧🇨🇳", "Right", "🇬🇧|🇨🇳"),
        ("|e\u{301}x", "Right", "e\u{301}|x"), ("|क्षिx", "Right", "क्षि|x"), ("שָׁל|ום", "Left", "שָׁ|לום"),
        // Going by words.
        ("one two|", "Alt-b", "one |two"), ("one |two", "Alt-b", "|one two"), ("|one", "Alt-b", "|one"),
        ("one  |  two", "Alt-b", "|one    two"), ("one  |  two", "Alt-f", "one    two|"), ("one|", "Alt-f", "one|"),
        ("混乱 的|角", "Ctrl-Left", "混乱 |的角"), ("混|乱 的", "Ctrl-Right", "混乱| 的"), ("a\u{3000}b|", "Alt-b", "a\u{3000}|b"),
        ("one-two|", "Alt-Left", "|one-two"), ("|“one” x", "Alt-Right", "“one”| x"),
        // Taking away.
        ("ab|cd", "Backspace", "a|cd"), ("ab|cd", "Del", "ab|d"), ("ab|cd", "Ctrl-D", "ab|d"), ("|", "Del", "|"),
        ("|", "Backspace", "|"), ("e\u{301}|x", "Backspace", "|x"), ("|👨‍👩‍👧‍👦x", "Del", "|x"), ("混|乱", "Backspace", "|乱"),
        ("ab|cd", "Ctrl-U", "|cd"), ("ab|cd", "Ctrl-K", "ab|"), ("|ab", "Ctrl-U", "|ab"), ("ab|", "Ctrl-K", "ab|"),
        // Taking words away.
        ("one two|", "Ctrl-W", "one |"), ("one two |", "Ctrl-W", "one |"), ("one t|wo", "Ctrl-W", "one |wo"),
        ("one two|", "Alt-Backspace", "one |"), ("|one two", "Alt-d", "| two"), ("one| two", "Alt-d", "one|"),
        ("one| two", "Ctrl-Del", "one|"), ("one|  ", "Alt-d", "one|"), ("混乱 的角|", "Ctrl-W", "混乱 |"),
        ("   |", "Ctrl-W", "|"),
        // Typing.
        ("|", "a", "a|"), ("a|c", "b", "ab|c"), ("|", "Space", " |"), ("混|的", "乱", "混乱|的"), ("|", "👍", "👍|"),
        ("|", "é", "é|"), ("x|", "S-y", "xy|"),
    ])
    func aKeyEditsTheLine(_ before: String, _ key: String, _ after: String) throws {
        var line = try promptLine(before)
        let isHandled = try line.handle(#require(KeyPress(name: key)))
        #expect(isHandled)
        #expect(Array(marked(line).utf8) == Array(after.utf8), "\(marked(line))")
    }

    @Test(arguments: [
        "Enter", "Esc", "Tab", "S-Tab", "Up", "Down", "PgUp", "PgDn", "F1", "F12", "Ins", "Ctrl-X", "Ctrl-G", "Ctrl-Z",
        "Alt-x",
        "Ctrl-Up", "Ctrl-Alt-b", "Ctrl-Enter", "S-Home",
    ])
    func allOtherKeysChangeNothing(_ key: String) throws {
        var line = try promptLine("one t|wo")
        let isHandled = try line.handle(#require(KeyPress(name: key)))
        #expect(!isHandled)
        #expect(marked(line) == "one t|wo")
    }

    @Test(arguments: [
        ("a|d", "bc", "abc|d"), ("|", "", "|"), ("a|", "\u{1B}[31mred", "a[31mred|"), ("|", "\r\n", " |"),
        ("|", "\u{0}\u{7}\u{7F}", "|"),
        ("|", "\u{85}\u{2028}", "  |"), ("a|", "\u{9B}31m\u{90}", "a31m|"), ("|", "one\ttwo", "one two|"),
        ("a|b", "\n", "a |b"),
        ("e|", "\u{301}", "e\u{301}|"), ("🇬|", "🇧", "🇬🇧|"), ("👩|", "\u{200D}👩", "👩\u{200D}👩|"),
        ("|", "שלום\u{200F}", "שלום\u{200F}|"),
    ])
    func pastesBecomeHarmlessText(_ before: String, _ pasted: String, _ after: String) throws {
        var line = try promptLine(before)
        line.insert(pasted)
        #expect(Array(marked(line).utf8) == Array(after.utf8), "\(marked(line).debugDescription)")
    }

    @Test(arguments: ["👩\u{200D}x👩", "🇬x🇧", "\u{1112}x\u{1161}"])
    func whatJoinsWhenSomethingBetweenGoesIsOneCharacter(_ text: String) throws {
        var line = PromptLine(text)
        while line.cursor > 0, !line.text.prefix(line.cursor).hasSuffix("x") { _ = line.handle(KeyPress(.left)) }
        try #require(line.cursor > 0)
        _ = line.handle(KeyPress(.backspace))
        #expect(line.text.count == PromptLine(line.text).text.count)
        #expect((0...line.text.count).contains(line.cursor))
        _ = line.handle(KeyPress(.end))
        #expect(line.cursor == line.text.count)
    }

    /// The plainest line there is: two strings.
    private struct Plain {
        var before = ""
        var after = ""

        mutating func follow(_ key: String) {
            switch key {
            case "Left": if let last = before.popLast() { after = String(last) + after }
            case "Right": if !after.isEmpty { before.append(after.removeFirst()) }
            case "Home": (before, after) = ("", before + after)
            case "End": (before, after) = (before + after, "")
            case "Backspace": _ = before.popLast()
            case "Del": if !after.isEmpty { after.removeFirst() }
            case "Ctrl-U": before = ""
            case "Ctrl-K": after = ""
            case "Ctrl-W":
                while before.last == " " { before.removeLast() }
                while let last = before.last, last != " " { before.removeLast() }
            case "Space": before += " "
            default: before += key
            }
        }
    }

    @Test func anyKeysDoWhatTwoStringsWould() throws {
        var generator = SeededGenerator(seed: 11)
        let keys = [
            "Left", "Left", "Right", "Home", "End", "Backspace", "Del", "Ctrl-U", "Ctrl-K", "Ctrl-W", "Space", "a", "b",
            "é", "混",
            "👍", "х", "-", "Space", "c", "d", "e",
        ]
        for _ in 0..<150 {
            var (line, plain) = (PromptLine(), Plain())
            for _ in 0..<60 {
                let key = try #require(keys.randomElement(using: &generator))
                _ = try line.handle(#require(KeyPress(name: key)))
                plain.follow(key)
                try #require(marked(line) == plain.before + "|" + plain.after, "after \(key)")
            }
        }
    }

    // MARK: In sight

    /// What is in sight by the rule, found by trying: the cursor in sight, no further scrolled than must be, filled again.
    private struct PlainWindow {
        var scrolled = 0

        mutating func columns(of line: PromptLine, in columns: Int) -> Int {
            let characters = line.text.map { Surface.columns(of: String($0)) }
            func width(_ range: Range<Int>) -> Int { characters[range].reduce(0, +) }
            scrolled = min(scrolled, line.cursor)
            while scrolled < line.cursor, width(scrolled..<line.cursor) >= columns { scrolled += 1 }
            while scrolled > 0, width(scrolled - 1..<characters.count) < columns { scrolled -= 1 }
            return width(scrolled..<line.cursor)
        }
    }

    @Test(arguments: [2, 3, 5, 9, 20])
    func theWindowFollowsTheCursorByTheRule(_ columns: Int) throws {
        var generator = SeededGenerator(seed: UInt64(columns))
        let keys = [
            "Left", "Left", "Left", "Right", "Home", "End", "Backspace", "Ctrl-W", "Space", "a", "混", "é", "👩🏽‍⚕️", "乱",
            "x",
        ]
        var (line, window) = (PromptLine(), PlainWindow())
        for _ in 0..<1500 {
            let key = try #require(keys.randomElement(using: &generator))
            if key == "👩🏽‍⚕️" { line.insert(key) } else { _ = try line.handle(#require(KeyPress(name: key))) }
            var surface = Surface(rows: 1, columns: columns + 4)
            surface.fill(surface.area, with: "#")
            let cursor = line.draw(into: &surface, row: 0, column: 2, columns: columns)
            let expected = window.columns(of: line, in: columns)
            try #require(cursor == 2 + expected, "\(marked(line)) after \(key)")
            #expect((2..<columns + 2).contains(cursor))
            #expect(surface.line(0).hasPrefix("##") && surface.line(0).hasSuffix("##"))
        }
    }

    @Test func aPastedBookIsEditedAndDrawnAtOnce() {
        var (line, surface) = (PromptLine(), Surface(rows: 1, columns: 20))
        line.insert(String(repeating: "混乱 abc ", count: 10_000))
        #expect(line.draw(into: &surface, row: 0, column: 0, columns: 20) == 19)
        #expect(surface.line(0) == " 混乱 abc 混乱 abc")
        _ = line.handle(KeyPress(.home))
        #expect(line.draw(into: &surface, row: 0, column: 0, columns: 20) == 0)
        #expect(surface.line(0) == "混乱 abc 混乱 abc 混")
        _ = line.handle(KeyPress("k", .control))
        #expect(line.isEmpty)
    }

    @Test func aLineIsEqualToAnotherOfTheSameTextAndCursor() {
        #expect(PromptLine("ab") == PromptLine("ab"))
        var line = PromptLine("ab")
        _ = line.handle(KeyPress(.left))
        #expect(line != PromptLine("ab"))
        line.text = "ab"
        #expect(line == PromptLine("ab"))
    }

    private func promptLine(_ marked: String) throws -> PromptLine {
        let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        var line = PromptLine(String(parts[0]))
        let after = PromptLine(String(try #require(parts.last)))
        line.insert(after.text)
        for _ in 0..<after.text.count { _ = line.handle(KeyPress(.left)) }
        return line
    }

    private func marked(_ line: PromptLine) -> String {
        "\(line.text.prefix(line.cursor))|\(line.text.dropFirst(line.cursor))"
    }
}

extension Surface {
    /// The columns that a text takes on a surface.
    fileprivate static func columns(of text: String) -> Int {
        var surface = Surface(rows: 1, columns: 99)
        return surface.put(text, row: 0, column: 0)
    }
}
