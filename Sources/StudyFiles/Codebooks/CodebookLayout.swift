// Where the entries of a codebook file stand: lines and columns. Knows nothing of what they say.

import CodingCore

/// The places of a codebook's entries and of their keys; lines are counted from 0.
struct CodebookLayout {
    /// In file order; also those that are no usable code.
    private(set) var entries: [Entry] = []
    /// The line of `codes:` where the list has no entry.
    private(set) var emptyList: Int?

    /// One item of the list.
    struct Entry {
        var id: CodeID?
        /// The line of its `-`.
        var dash: Int
        /// The column of its `-`, and that of its keys.
        var dashColumn: Int
        var keyColumn: Int
        var keys: [Key]
        /// The line after its last one; comments and blank lines behind it are not the entry's.
        var end: Int
        /// Whether it stands in braces, or several keys on one line.
        var isFlow: Bool

        func key(_ name: String) -> Key? { keys.first { $0.name == name } }

        /// The first of the comment lines right above the entry that are indented as it is; the entry's own line if none.
        func blockStart(in lines: [String]) -> Int {
            var start = dash
            while start > 0, isComment(lines[start - 1]), indentation(of: lines[start - 1]) == dashColumn { start -= 1 }
            return start
        }
    }

    /// A key with its value.
    struct Key {
        var name: String
        /// The lines of key and value.
        var lines: Range<Int>
        /// The lines where the items of a list begin; empty for words.
        var items: [Int]
        /// The items' words, where all are words.
        var words: [String]
    }

    /// The entry of a code.
    subscript(id: CodeID) -> Entry? { entries.first { $0.id == id } }

    /// - Parameter ids: the codes by the lines of their entries, counted from 1.
    init(_ root: YAMLValue, of bytes: [UInt8], ids: [Int: CodeID]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard let keys = root.entries, let place = keys.firstIndex(where: { $0.key == "codes" }) else { return }
        let listEnd = place + 1 < keys.count ? keys[place + 1].line - 1 : lines.count
        let items = keys[place].value.items ?? []
        if items.isEmpty {
            emptyList = keys[place].line - 1
            return
        }
        let dashes = items.map { Self.dash(above: $0.line - 1, in: lines) }
        for (index, item) in items.enumerated() {
            let limit = index + 1 < items.count ? dashes[index + 1] : listEnd
            entries.append(Self.entry(item, id: ids[item.line], dash: dashes[index], limit: limit, in: lines))
        }
    }

    /// The line with the `-` of an item whose first key stands on `line`.
    private static func dash(above line: Int, in lines: [String]) -> Int {
        var place = min(line, lines.count - 1)
        while place > 0, !lines[place].drop(while: { $0 == " " || $0 == "\u{FEFF}" }).hasPrefix("-") { place -= 1 }
        return place
    }

    private static func entry(_ item: YAMLValue, id: CodeID?, dash: Int, limit: Int, in lines: [String]) -> Entry {
        let text = Array(lines[dash].utf8)
        let dashColumn = indentation(of: lines[dash])
        let behind = text[min(dashColumn + 1, text.count)...].prefix { $0 == 0x20 }.count
        let isAlone = dashColumn + 1 + behind >= text.count || text[dashColumn + 1 + behind] == 0x0D
        let members = item.entries ?? []
        let firstLine = members.first.map { $0.line - 1 } ?? dash
        let keyColumn = isAlone ? indentation(of: lines[min(firstLine, lines.count - 1)]) : dashColumn + 1 + behind
        var entry = Entry(
            id: id,
            dash: dash,
            dashColumn: dashColumn,
            keyColumn: keyColumn,
            keys: [],
            end: dash + 1,
            isFlow: Set(members.map(\.line)).count < members.count || text.indices.contains(keyColumn) && text[keyColumn] == 0x7B
        )
        for (index, member) in members.enumerated() {
            let start = member.line - 1
            let end = index + 1 < members.count ? members[index + 1].line - 1 : limit
            let items = member.value.items ?? []
            entry.keys.append(
                Key(
                    name: member.key,
                    lines: start..<lastLine(from: start, before: end, column: keyColumn, in: lines) + 1,
                    items: items.map { $0.line - 1 },
                    words: items.compactMap(\.words)
                )
            )
        }
        entry.end = max(dash + 1, entry.keys.last?.lines.upperBound ?? dash + 1)
        return entry
    }

    /// The last line that belongs to a key: comments and blank lines behind it do not, unless they are words in a block.
    private static func lastLine(from start: Int, before end: Int, column: Int, in lines: [String]) -> Int {
        var last = max(start, min(end, lines.count) - 1)
        let isBlock = YAMLLine(lines[start], from: column)?.isBlockHead ?? false
        while last > start {
            let line = lines[last]
            let isOfBlock = isBlock && indentation(of: line) > column && !isBlankLine(line)
            guard isBlankLine(line) || (isComment(line) && !isOfBlock) else { break }
            last -= 1
        }
        return last
    }
}

/// How many blanks a line begins with.
func indentation(of line: String) -> Int { line.utf8.prefix { $0 == 0x20 }.count }

private func isBlankLine(_ line: String) -> Bool { line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }

private func isComment(_ line: String) -> Bool { line.utf8.first { $0 != 0x20 } == UInt8(ascii: "#") }
