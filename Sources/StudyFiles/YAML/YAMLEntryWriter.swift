// The lines of a map's keys as Gloss writes them into a file that people write too: of a codebook's entry, or of the head of a
// memo. Knows layout and spelling; nothing of files and of what keys mean.

/// Writes keys of one map.
struct YAMLEntryWriter {
    let entry: YAMLEntry
    /// What stands before each LF: nothing, or CR.
    let lineEnd: String
    /// The order in which keys are written where nothing else decides.
    let order: [String]

    /// The lines that take the place of others when a field is written; empty words take the key out.
    ///
    /// - Throws: `FileTrouble` (malformed) when the entry stands in braces.
    func change(_ name: String, isList: Bool, to words: String, in lines: [String]) throws -> (
        range: Range<Int>, lines: [String]
    ) {
        guard !entry.isFlow else {
            throw FileTrouble(
                .malformed,
                "has an entry on one line, in braces, which Gloss does not change: write it as a block of lines.",
                path: "line \(entry.dash + 1)"
            )
        }
        guard let key = entry.key(name) else {
            guard !words.isEmpty else { return (entry.end..<entry.end, []) }
            let place = insertionLine(for: name)
            return (place..<place, Self.key(name, isList: isList, words, column: entry.keyColumn, lineEnd: lineEnd))
        }
        if words.isEmpty { return removal(of: key, in: lines) }
        return isList ? list(key, words, in: lines) : scalar(key, words, in: lines)
    }

    /// A key's lines go; where the key shares the line of the dash, or has a comment of its own, that stays.
    private func removal(of key: YAMLEntry.Key, in lines: [String]) -> (range: Range<Int>, lines: [String]) {
        let tail = YAMLLine(lines[key.lines.lowerBound], from: entry.keyColumn)?.tail ?? ""
        let comment = tail.drop { $0 == " " }
        let kept = comment.isEmpty ? [] : [String(repeating: " ", count: entry.keyColumn) + comment + lineEnd]
        return (key.lines, kept)
    }

    private func scalar(
        _ key: YAMLEntry.Key,
        _ words: String,
        in lines: [String]
    ) -> (range: Range<Int>, lines: [String]) {
        let first = lines[key.lines.lowerBound]
        guard let line = YAMLLine(first, from: entry.keyColumn) else { return (key.lines, lines[key.lines].map { $0 }) }
        let head = line.value.isEmpty && line.head.last != " " ? line.head + " " : line.head
        var new = Self.value(words, column: entry.keyColumn, lineEnd: "")
        new[0] = head + new[0] + (line.isBlockHead && key.lines.count > 1 ? "" : line.tail)
        return (key.lines, new.map { $0 + lineEnd })
    }

    /// A list changes in the lines of the items that change; the others, and comments between them, stay.
    private func list(
        _ key: YAMLEntry.Key,
        _ words: String,
        in lines: [String]
    ) -> (range: Range<Int>, lines: [String]) {
        let new = words.split(separator: "\n").map(String.init)
        let first = lines[key.lines.lowerBound]
        let isBlock = key.items.allSatisfy { $0 > key.lines.lowerBound } && !key.items.isEmpty
        guard isBlock, key.words.count == key.items.count else {
            guard let line = YAMLLine(first, from: entry.keyColumn) else { return (key.lines, []) }
            if line.isFlowList, key.lines.count == 1 {
                let items = new.map(Self.flowItem).joined(separator: ", ")
                return (key.lines, [line.head + "[" + items + "]" + line.tail + lineEnd])
            }
            return (key.lines, Self.key(key.name, isList: true, words, column: entry.keyColumn, lineEnd: lineEnd))
        }
        var same = 0
        while same < min(new.count, key.words.count), new[same].utf8.elementsEqual(key.words[same].utf8) { same += 1 }
        var sameAtEnd = 0
        while sameAtEnd < min(new.count, key.words.count) - same,
            new[new.count - 1 - sameAtEnd].utf8.elementsEqual(key.words[key.words.count - 1 - sameAtEnd].utf8)
        { sameAtEnd += 1 }
        let start = same < key.items.count ? key.items[same] : key.lines.upperBound
        let behind = key.items.count - sameAtEnd
        let end = behind < key.items.count ? key.items[behind] : key.lines.upperBound
        let dash = indentation(of: lines[key.items[0]])
        let written = new[same..<(new.count - sameAtEnd)].map { item in
            String(repeating: " ", count: dash) + "- " + YAMLText.scalar(item) + lineEnd
        }
        return (start..<max(start, end), written)
    }

    /// Behind the last key that comes before this one in the usual order.
    private func insertionLine(for name: String) -> Int {
        let place = order.firstIndex(of: name) ?? order.count
        let before = Set(order[..<place])
        return entry.keys.last { before.contains($0.name) }?.lines.upperBound ?? entry.end
    }

    // MARK: New lines

    /// A key with its value at a column: one line, a block of lines, or a list of an item a line.
    static func key(_ name: String, isList: Bool, _ words: String, column: Int, lineEnd: String) -> [String] {
        let margin = String(repeating: " ", count: column)
        if isList {
            let items = words.split(separator: "\n").map { margin + "- " + YAMLText.scalar(String($0)) + lineEnd }
            return [margin + name + ":" + lineEnd] + items
        }
        var lines = value(words, column: column, lineEnd: lineEnd)
        lines[0] = margin + name + ": " + lines[0]
        return lines
    }

    /// The words behind the colon: one line, or a block where they have several.
    private static func value(_ words: String, column: Int, lineEnd: String) -> [String] {
        let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
        let isSafe = lines.allSatisfy { line in
            line.first != " " && line.last != " " && line.unicodeScalars.allSatisfy { !YAMLText.mustBeEscaped($0) }
        }
        guard lines.count > 1, isSafe, lines.first?.isEmpty == false, lines.last?.isEmpty == false else {
            return [YAMLText.scalar(words) + lineEnd]
        }
        let margin = String(repeating: " ", count: column + 2)
        return ["|-" + lineEnd] + lines.map { ($0.isEmpty ? "" : margin + $0) + lineEnd }
    }

    private static func flowItem(_ words: String) -> String {
        words.utf8.contains { ",[]{}".utf8.contains($0) } ? YAMLText.quoted(words) : YAMLText.scalar(words)
    }
}
