// Markdown with a head of YAML between lines of `---`, as themes and memos are kept. The head is edited in place; the words below
// it are replaced whole. Knows nothing of what keys mean.

/// The text of one file with a head.
struct HeadedText {
    let path: String
    /// The values of the head by their keys; lists as an item a line.
    private(set) var values: [String: String]
    /// The lines of the head's keys, counted from 1.
    private(set) var places: [String: Int]
    /// The Markdown below the head, without blank lines around it.
    private(set) var body: String
    private var lines: [String]
    private(set) var headEnd: Int
    private var entry: YAMLEntry
    let order: [String]
    let lists: Set<String>

    /// The most bytes read of one file: 1 MiB.
    static let limit = 1 << 20

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - order: the keys in the order in which they are written.
    ///   - lists: those of them whose values are lists.
    /// - Throws: `FileTrouble` (malformed) with the line when there is no head, or it cannot be read.
    init(_ bytes: [UInt8], path: String, order: [String], lists: Set<String>) throws {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw FileTrouble(.malformed, "is not UTF-8: save it again as UTF-8.", path: path)
        }
        (self.path, self.order, self.lists) = (path, order, lists)
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        let ends = lines.indices.filter { trimmedOfBlanks(lines[$0]) == "---" }.prefix(2)
        guard let first = ends.first, first == 0, let last = ends.last, last > 0 else {
            let sentence =
                "has no head: it begins with a line of ---, keys such as “kind: analytic”, and a line of ---."
            throw FileTrouble(.malformed, sentence, path: path, line: 1)
        }
        self.lines = lines
        headEnd = last
        // The lines keep their numbers: an empty one stands for the first ---.
        let head = "\n" + lines[1..<last].joined(separator: "\n") + "\n"
        let root = try StrictYAML.read(Array(head.utf8), file: path)
        guard let members = root.entries else {
            throw FileTrouble(
                .malformed,
                "has a head that is no list of keys: write “key: words”.",
                path: path,
                line: 2
            )
        }
        entry = YAMLEntry(
            dash: 1,
            dashColumn: 0,
            keyColumn: 0,
            keys: YAMLEntry.keys(members, before: last, column: 0, in: lines),
            end: last,
            isFlow: Set(members.map(\.line)).count < members.count
        )
        values = [:]
        places = [:]
        for member in members {
            places[member.key] = member.line
            if let words = member.value.words {
                values[member.key] = trimmedOfBlanks(words)
            } else {
                values[member.key] = (member.value.items ?? []).compactMap(\.words).map(trimmedOfBlanks).joined(
                    separator: "\n"
                )
            }
        }
        body = Self.body(of: lines[(last + 1)...])
    }

    /// A new file with a head.
    ///
    /// - Parameter values: in the order to be written; empty ones are left out.
    static func bytes(_ values: [(key: String, words: String)], lists: Set<String>, body: String) -> [UInt8] {
        var lines = ["---"]
        for (key, words) in values where !words.isEmpty {
            lines += YAMLEntryWriter.key(key, isList: lists.contains(key), words, column: 0, lineEnd: "")
        }
        return Array((lines.joined(separator: "\n") + "\n---\n" + (body.isEmpty ? "" : "\n" + body + "\n")).utf8)
    }

    /// The bytes of the file.
    var bytes: [UInt8] { Array(lines.joined(separator: "\n").utf8) }

    private var lineEnd: String { lines[0].utf8.last == 0x0D ? "\r" : "" }

    /// Writes a key of the head; empty words take it out.
    ///
    /// - Throws: `FileTrouble` (malformed) when the head is laid out so that it cannot be edited safely.
    mutating func set(_ key: String, to words: String) throws {
        var text = lines
        let writer = YAMLEntryWriter(entry: entry, lineEnd: lineEnd, order: order)
        let change = try writer.change(key, isList: lists.contains(key), to: words, in: text)
        text.replaceSubrange(change.range, with: change.lines)
        var wanted = values
        wanted[key] = words.isEmpty ? nil : words
        let read = try? HeadedText(Array(text.joined(separator: "\n").utf8), path: path, order: order, lists: lists)
        guard let read, read.body.utf8.elementsEqual(body.utf8), Self.agree(read.values, wanted) else {
            let sentence = "is laid out so that Gloss cannot change “\(key)” in it safely: change it by hand."
            throw FileTrouble(.malformed, sentence, path: path, line: places[key] ?? 1)
        }
        self = read
    }

    /// Replaces the words below the head.
    mutating func set(body words: String) throws {
        let end = lineEnd
        let below = words.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) + end }
        let text = Array(lines[...headEnd]) + (words.isEmpty ? [] : [end] + below) + [""]
        self = try HeadedText(Array(text.joined(separator: "\n").utf8), path: path, order: order, lists: lists)
    }

    private static func agree(_ read: [String: String], _ wanted: [String: String]) -> Bool {
        read.count == wanted.count
            && read.allSatisfy { key, words in wanted[key].map { $0.utf8.elementsEqual(words.utf8) } ?? false }
    }

    private static func body(of lines: ArraySlice<String>) -> String {
        let plain = lines.map { $0.utf8.last == 0x0D ? String($0.unicodeScalars.dropLast()) : $0 }
        let isBlank = { (line: String) in line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
        return plain.drop(while: isBlank).reversed().drop(while: isBlank).reversed().joined(separator: "\n")
    }
}
