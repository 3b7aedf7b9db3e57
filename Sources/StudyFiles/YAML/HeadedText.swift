// Markdown with a head of YAML between lines of `---`, as themes and memos are kept. The head is edited in place; the words below
// it are replaced whole. Knows nothing of what keys mean.

import CodingCore

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
    private let layout: Layout

    /// What a kind of file has in its head and below it.
    struct Layout {
        /// The keys in the order in which they are written.
        let order: [String]
        /// Those of them whose values are lists.
        let lists: Set<String>
        /// The field that the words below the head are to the journal.
        let body: String
    }

    /// The most bytes read of one file: 1 MiB.
    static let limit = 1 << 20

    /// Reads a file.
    ///
    /// - Throws: `FileTrouble` (malformed) with the line when there is no head, or it cannot be read.
    init(_ bytes: [UInt8], path: String, _ layout: Layout) throws {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw FileTrouble(.malformed, "is not UTF-8: save it again as UTF-8.", path: path)
        }
        (self.path, self.layout) = (path, layout)
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
                values[member.key] = try (member.value.items ?? []).map { item in
                    guard let words = Self.words(ofItem: item) else {
                        throw FileTrouble(
                            .malformed,
                            "has an item of “\(member.key)” that is no line of words: put it into quotes.",
                            path: path,
                            line: member.line
                        )
                    }
                    return trimmedOfBlanks(words)
                }
                .joined(separator: "\n")
            }
        }
        body = Self.body(of: lines[(last + 1)...])
    }

    /// The words of an item; what YAML takes for a key with a value, as in `t-other: feeds`, is the words with their colon.
    private static func words(ofItem item: YAMLValue) -> String? {
        if let words = item.words { return words }
        guard let entries = item.entries, entries.count == 1, let words = entries[0].value.words else { return nil }
        return words.isEmpty ? entries[0].key : "\(entries[0].key): \(words)"
    }

    /// A new file with a head.
    ///
    /// - Parameter values: in the order to be written; empty ones are left out.
    static func bytes(_ values: [(key: String, words: String)], _ layout: Layout, body: String) -> [UInt8] {
        var lines = ["---"]
        for (key, words) in values where !words.isEmpty {
            lines += YAMLEntryWriter.key(key, isList: layout.lists.contains(key), words, column: 0, lineEnd: "")
        }
        return Array((lines.joined(separator: "\n") + "\n---\n" + (body.isEmpty ? "" : "\n" + body + "\n")).utf8)
    }

    /// The bytes of the file.
    var bytes: [UInt8] { Array(lines.joined(separator: "\n").utf8) }

    private var lineEnd: String { lines[0].utf8.last == 0x0D ? "\r" : "" }

    /// A field in words: of the head, or the words below it.
    subscript(field: String) -> String { field == layout.body ? body : values[field] ?? "" }

    /// Writes a field: a key of the head, which empty words take out, or the words below it.
    ///
    /// - Throws: `FileTrouble` (malformed) when the head is laid out so that it cannot be edited safely.
    mutating func set(_ key: String, to words: String) throws {
        guard key != layout.body else { return try set(body: words) }
        var text = lines
        let writer = YAMLEntryWriter(entry: entry, lineEnd: lineEnd, order: layout.order)
        let change = try writer.change(key, isList: layout.lists.contains(key), to: words, in: text)
        text.replaceSubrange(change.range, with: change.lines)
        var wanted = values
        wanted[key] = words.isEmpty ? nil : words
        let read = try? HeadedText(Array(text.joined(separator: "\n").utf8), path: path, layout)
        guard let read, read.body.utf8.elementsEqual(body.utf8), Self.agree(read.values, wanted) else {
            let sentence = "is laid out so that Gloss cannot change “\(key)” in it safely: change it by hand."
            throw FileTrouble(.malformed, sentence, path: path, line: places[key] ?? 1)
        }
        self = read
    }

    private mutating func set(body words: String) throws {
        let end = lineEnd
        let below = words.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) + end }
        let text = Array(lines[...headEnd]) + (words.isEmpty ? [] : [end] + below) + [""]
        self = try HeadedText(Array(text.joined(separator: "\n").utf8), path: path, layout)
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

extension HeadedText {
    /// The text with the keys that the head has not, so that a person sees what can be said.
    var completed: String {
        var lines = lines
        let missing = layout.order.filter { values[$0] == nil }
            .map { layout.lists.contains($0) ? "\($0):" : "\($0): \"\"" }
        lines.insert(contentsOf: missing, at: headEnd)
        return lines.joined(separator: "\n")
    }
}

extension StudyFolder {
    /// The names of a folder's Markdown files in natural order; none where there is no folder.
    ///
    /// - Parameter findings: told of a folder that cannot be listed.
    func markdownFiles(in folder: String, _ findings: inout [Finding]) -> [String] {
        do {
            return try Disk.list(path(folder)).entries
                .filter { $0.kind == .file && $0.name.hasSuffix(".md") && !$0.name.hasPrefix(".") }
                .map(\.name).sorted { naturallyPrecedes($0, $1) }
        } catch let trouble as FileTrouble where trouble.code == .missing {
            return []
        } catch {
            findings.append(finding(error, file: folder))
            return []
        }
    }

    /// A file with a head, with edits applied; those that say what is there already are left out.
    ///
    /// - Parameters:
    ///   - checksBefore: whether each field must say what the edit found, as when acts are taken back.
    ///   - oddWords: what in the words of an edit is no value of its field; nothing when all is.
    /// - Throws: `FileTrouble`; malformed with what is there instead.
    func headedFile(
        _ path: String,
        _ layout: HeadedText.Layout,
        applying edits: [FieldEdit],
        checksBefore: Bool,
        oddWords: (FieldEdit) -> String? = { _ in nil }
    ) throws -> FileEdit {
        guard let old = try bytes(of: path, limit: HeadedText.limit) else {
            throw FileTrouble(.missing, "is not there any more: list what there is, then do it again.", path: path)
        }
        var text = try HeadedText(old, path: path, layout)
        var done: [FieldEdit] = []
        for edit in edits where edit.field == layout.body || layout.order.contains(edit.field) {
            let now = text[edit.field]
            if checksBefore, !now.utf8.elementsEqual(edit.before.utf8) {
                let sentence =
                    "has “\(now)” as \(edit.field), which was changed since; change it by hand, or take back what came later "
                    + "first."
                throw FileTrouble(.malformed, sentence, path: path)
            }
            if let odd = oddWords(edit) {
                throw FileTrouble(.malformed, "cannot take “\(odd)” as \(edit.field).", path: path)
            }
            guard !now.utf8.elementsEqual(edit.after.utf8) else { continue }
            try text.set(edit.field, to: edit.after)
            done.append(FieldEdit(edit.object, edit.field, from: now, to: edit.after))
        }
        return FileEdit(path, from: old, to: text.bytes, done)
    }
}
