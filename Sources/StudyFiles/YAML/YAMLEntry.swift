// Where the keys of one map stand in a YAML file: lines and columns. Knows nothing of what they mean.

import CodingCore

/// The places of a map's keys; lines are counted from 0.
struct YAMLEntry {
    /// The code of a codebook's entry.
    var id: CodeID?
    /// The line of its `-`, or its first one.
    var dash: Int
    /// The column of its `-`, and that of its keys.
    var dashColumn: Int
    var keyColumn: Int
    var keys: [Key]
    /// The line after its last one; comments and blank lines behind it are not the entry's.
    var end: Int
    /// Whether it stands in braces, or several keys on one line.
    var isFlow: Bool

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

    func key(_ name: String) -> Key? { keys.first { $0.name == name } }

    /// The first of the comment lines right above the entry that are indented as it is; the entry's own line if none.
    func blockStart(in lines: [String]) -> Int {
        var start = dash
        while start > 0, isComment(lines[start - 1]), indentation(of: lines[start - 1]) == dashColumn { start -= 1 }
        return start
    }

    /// The keys of a map with their lines.
    ///
    /// - Parameters:
    ///   - limit: the line that no key of it reaches.
    ///   - column: where its keys begin.
    static func keys(_ members: [YAMLValue.Entry], before limit: Int, column: Int, in lines: [String]) -> [Key] {
        members.enumerated().map { index, member in
            let start = member.line - 1
            let end = index + 1 < members.count ? members[index + 1].line - 1 : limit
            let items = member.value.items ?? []
            return Key(
                name: member.key,
                lines: start..<lastLine(from: start, before: end, column: column, in: lines) + 1,
                items: items.map { $0.line - 1 },
                words: items.compactMap(\.words)
            )
        }
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
