// A codebook as ‘gloss codes export --format md’ prints it: a heading for each code, below it a list of what is said of it. Other
// Markdown is read as far as it has that shape. Knows nothing of what the fields mean.

import CodingCore

/// What a table or an appendix says of one code.
struct CodebookRow {
    /// The line it begins at, counted from 1.
    let line: Int
    /// By column; the items of a list each on a line.
    var cells: [String: String]

    subscript(_ column: String) -> String { cells[column] ?? "" }
}

/// Reads an appendix.
enum CodebookAppendixReader {
    /// The codes in order, each with `parent` by the level of its heading.
    ///
    /// - Throws: `FileTrouble` (malformed) when it is no UTF-8, or an item stands where no list is.
    static func rows(_ bytes: [UInt8], file: String) throws -> [CodebookRow] {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        guard let text = String(validating: hasMark ? bytes.dropFirst(3) : bytes[...], as: UTF8.self) else {
            throw FileTrouble(.malformed, "is not UTF-8: save it as UTF-8.", path: file)
        }
        var rows: [CodebookRow] = []
        var levels: [(level: Int, row: Int)] = []
        var list: String?
        // CR LF is one character.
        let lines = text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
        for (number, line) in lines.enumerated() {
            let isInner = line.first == " " || line.first == "\t"
            let words = trimmedOfBlanks(String(line))
            let level = words.prefix { $0 == "#" }.count
            if !isInner, level > 0, words.dropFirst(level).first == " " {
                list = nil
                // The title of the whole is no code.
                if level == 1 { continue }
                levels.removeAll { $0.level >= level }
                var cells = ["name": unescaped(trimmedOfBlanks(String(words.dropFirst(level))))]
                if let above = levels.last { cells["parent"] = id(of: rows[above.row]) }
                levels.append((level, rows.count))
                rows.append(CodebookRow(line: number + 1, cells: cells))
            } else if !isInner, let item = item(words), let (field, value) = field(item), !rows.isEmpty {
                rows[rows.count - 1].cells[field] = field == "id" ? value.filter { $0 != "`" } : unescaped(value)
                list = value.isEmpty ? field : nil
            } else if isInner, let item = item(words) {
                guard let list, !rows.isEmpty else {
                    throw FileTrouble(
                        .malformed,
                        "has an item here that belongs to no list: write “- **include**” above it.",
                        path: file,
                        line: number + 1
                    )
                }
                let before = rows[rows.count - 1][list]
                rows[rows.count - 1].cells[list] = (before.isEmpty ? "" : before + "\n") + unescaped(item)
            }
        }
        return rows
    }

    private static func id(of row: CodebookRow) -> String {
        row["id"].isEmpty ? CodeName.slug(of: row["name"]) : row["id"]
    }

    private static func item(_ words: String) -> String? {
        guard let first = words.first, "-*+".contains(first), words.dropFirst().first == " " else { return nil }
        return trimmedOfBlanks(String(words.dropFirst(2)))
    }

    /// The field and value of `**field** value`.
    private static func field(_ item: String) -> (String, String)? {
        guard item.hasPrefix("**"), let end = item.dropFirst(2).firstRange(of: "**") else { return nil }
        let name = item[item.index(item.startIndex, offsetBy: 2)..<end.lowerBound]
        return (String(name), trimmedOfBlanks(String(item[end.upperBound...])))
    }

    /// Takes the backslashes out that Markdown needs before its signs.
    private static func unescaped(_ words: String) -> String {
        var plain = ""
        var isEscaped = false
        for character in words {
            if character == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            if isEscaped, !(character.isASCII && (character.isPunctuation || character.isSymbol)) { plain.append("\\") }
            plain.append(character)
            isEscaped = false
        }
        return isEscaped ? plain + "\\" : plain
    }
}
