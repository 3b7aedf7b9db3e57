// One line of text being typed. Knows what keys edit it, not what the text is for.
import TextMetrics

/// A line of text, and a cursor between two of its characters.
package struct PromptLine: Hashable, Sendable {
    private var characters: [Character]
    /// The characters before the cursor.
    package private(set) var cursor: Int
    /// The characters scrolled out on the left when last drawn.
    private var scrolled = 0

    /// A line with the cursor at its end.
    package init(_ text: String = "") {
        characters = Array(Self.oneLine(text))
        cursor = characters.count
    }

    /// The text as it stands; setting it puts the cursor at the end.
    package var text: String {
        get { String(characters) }
        set { self = PromptLine(newValue) }
    }
    package var isEmpty: Bool { characters.isEmpty }

    /// Puts text in at the cursor; line ends and tabs become blanks, other controls are dropped.
    package mutating func insert(_ text: String) {
        let before = String(characters[..<cursor]) + Self.oneLine(text)
        let after = String(characters[cursor...])
        // A typed mark may join the character before it, so that the characters are counted anew.
        characters = Array(before + after)
        cursor = before.count
    }

    /// Edits the line if the key is one that edits lines, and answers whether it was.
    ///
    /// Left out on purpose: Enter, Esc, Tab, Up and Down belong to whoever shows the line.
    package mutating func handle(_ press: KeyPress) -> Bool {
        if let typed = press.typed {
            insert(String(typed))
            return true
        }
        switch (press.key, press.modifiers) {
        case (.backspace, []): remove(from: cursor - 1)
        case (.backspace, .alt), (.backspace, .control), (.character("w"), .control): remove(from: wordStart)
        case (.delete, []), (.character("d"), .control): remove(to: cursor + 1)
        case (.delete, .control), (.character("d"), .alt): remove(to: wordEnd)
        case (.character("u"), .control): remove(from: 0)
        case (.character("k"), .control): remove(to: characters.count)
        case (.left, []), (.character("b"), .control): cursor = max(0, cursor - 1)
        case (.right, []), (.character("f"), .control): cursor = min(characters.count, cursor + 1)
        case (.left, .control), (.left, .alt), (.character("b"), .alt): cursor = wordStart
        case (.right, .control), (.right, .alt), (.character("f"), .alt): cursor = wordEnd
        case (.home, []), (.character("a"), .control): cursor = 0
        case (.end, []), (.character("e"), .control): cursor = characters.count
        default: return false
        }
        return true
    }

    /// Draws the part of the line around the cursor and answers the column that the cursor lies in.
    ///
    /// The columns must be two or more, so that a wide character and the cursor have room.
    package mutating func draw(
        into surface: inout Surface,
        row: Int,
        column: Int,
        columns: Int,
        style: Style = .plain
    ) -> Int {
        scroll(to: columns)
        surface.fill(Rectangle(row: row, column: column, rows: 1, columns: columns), style: style)
        // No character is narrower than a column.
        let visible = String(characters[scrolled...].prefix(max(0, columns)))
        surface.put(visible, row: row, column: column, style: style, limit: column + columns)
        return column + width(scrolled..<cursor)
    }

    /// Brings the cursor into sight with as little movement as may be, and fills the line again where text was taken away.
    ///
    /// Never measures more than fits, so that a pasted book is no trouble.
    private mutating func scroll(to columns: Int) {
        var (farthest, width) = (cursor, 0)
        while farthest > 0, case let more = displayWidth(of: characters[farthest - 1]), width + more < columns {
            (farthest, width) = (farthest - 1, width + more)
        }
        scrolled = max(min(scrolled, cursor), farthest)
        width = 0
        for character in characters[scrolled...] {
            width += displayWidth(of: character)
            if width >= columns { return }
        }
        while scrolled > 0, case let more = displayWidth(of: characters[scrolled - 1]), width + more < columns {
            (scrolled, width) = (scrolled - 1, width + more)
        }
    }

    /// Where the word before the cursor begins.
    private var wordStart: Int {
        var place = cursor
        while place > 0, characters[place - 1].isWhitespace { place -= 1 }
        while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
        return place
    }

    /// Where the word after the cursor ends.
    private var wordEnd: Int {
        var place = cursor
        while place < characters.count, characters[place].isWhitespace { place += 1 }
        while place < characters.count, !characters[place].isWhitespace { place += 1 }
        return place
    }

    private mutating func remove(from start: Int) {
        guard start >= 0, start < cursor else { return }
        characters.removeSubrange(start..<cursor)
        cursor = start
        insert("")
    }

    private mutating func remove(to end: Int) {
        guard end > cursor, end <= characters.count else { return }
        characters.removeSubrange(cursor..<end)
        insert("")
    }

    private func width(_ range: Range<Int>) -> Int { characters[range].reduce(0) { $0 + displayWidth(of: $1) } }

    private static func oneLine(_ text: String) -> String {
        var result = ""
        for character in text {
            if character.isNewline || character == "\t" {
                result += " "
            } else if character.unicodeScalars.first?.properties.generalCategory != .control {
                result.append(character)
            }
        }
        return result
    }
}
