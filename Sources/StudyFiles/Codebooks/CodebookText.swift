// A codebook file as its lines, changed in place: comments, order and spelling of everything else stay as people wrote them.
// Knows how an entry may be laid out; what the entry says is for `CodebookReader`.

package import CodingCore

/// The text of one codebook file while it is edited.
///
/// After each edit the file is read again; when it does not say what was meant, and all else as before, the edit is refused
/// and nothing has happened.
package struct CodebookText {
    let path: String
    let proposer: CoderID?
    var lines: [String]
    /// What stands at the end of every line before its LF: nothing, or CR.
    let lineEnd: String
    private(set) var layout: CodebookLayout
    /// The codes in file order.
    package private(set) var codes: [Code]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the path inside the study, for errors.
    ///   - proposer: the coder whose proposals the file holds.
    /// - Throws: `FileTrouble` (malformed) when it is no codebook.
    package init(_ bytes: [UInt8], path: String, proposer: CoderID? = nil) throws {
        self.path = path
        self.proposer = proposer
        lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        lineEnd = lines.count > 1 && lines[0].utf8.last == 0x0D ? "\r" : ""
        (layout, codes) = try Self.read(bytes, path: path, proposer: proposer)
    }

    /// The bytes of the file.
    package var bytes: [UInt8] { Array(lines.joined(separator: "\n").utf8) }

    /// The code of that id; nothing when the file has none.
    package subscript(id: CodeID) -> Code? { codes.first { $0.id == id } }

    /// A field as the file has it written; empty where the key is not there.
    package func written(_ field: CodeField, of id: CodeID) -> String {
        guard let entry = layout[id], entry.key(field.rawValue) != nil, let code = self[id] else { return "" }
        return field == .kind ? code.kind.rawValue : code[field]
    }

    /// The id of the entry that stands before one; empty for the first.
    package func idBefore(_ id: CodeID) -> String {
        guard let place = codes.firstIndex(where: { $0.id == id }), place > 0 else { return "" }
        return codes[place - 1].id.description
    }

    // MARK: Edits

    /// Writes a field of an entry; empty words take the key out.
    ///
    /// - Throws: `FileTrouble` (malformed) when the entry is laid out so that it cannot be edited safely, or the words are no
    ///   value of the field.
    package mutating func set(_ field: CodeField, of id: CodeID, to words: String) throws {
        guard let entry = layout[id], let place = codes.firstIndex(where: { $0.id == id }) else { throw missing(id) }
        guard words.isEmpty ? field != .name : true, let wanted = codes[place].setting(field, to: words) else {
            throw FileTrouble(.malformed, "“\(words)” cannot be the \(field.rawValue) of a code.", path: path)
        }
        var expected = codes
        expected[place] = wanted
        if words.isEmpty, field == .status { expected[place].status = id.proposer == nil ? .agreed : .proposed }
        try edit(of: id, expecting: expected) { text in
            let writer = YAMLEntryWriter(entry: entry, lineEnd: text.lineEnd, order: Self.order)
            let change = try writer.change(field.rawValue, isList: field.isList, to: words, in: text.lines)
            text.lines.replaceSubrange(change.range, with: change.lines)
        }
    }

    /// Adds an entry after another one, or at the end of the list.
    ///
    /// - Throws: `FileTrouble` (malformed) when the list is laid out so that nothing can be added safely.
    package mutating func add(_ code: Code, after other: CodeID? = nil) throws {
        var expected = codes
        let place = other.flatMap { other in codes.firstIndex { $0.id == other } } ?? codes.count - 1
        expected.insert(code, at: place + 1)
        try edit(of: code.id, expecting: expected) { text in
            try text.insert(code, after: text.codes.indices.contains(place) ? text.codes[place].id : nil)
        }
    }

    /// Takes an entry out; only for taking back that it was added.
    ///
    /// - Throws: `FileTrouble` (malformed) when it cannot be done safely.
    package mutating func remove(_ id: CodeID) throws {
        guard let entry = layout[id] else { throw missing(id) }
        try edit(of: id, expecting: codes.filter { $0.id != id }) { text in
            var first = entry.dash
            if first > 0, text.isBlank(first - 1), text.layout.entries.count > 1 { first -= 1 }
            text.lines.removeSubrange(first..<entry.end)
        }
    }

    /// Puts an entry after another one of the file, or first.
    ///
    /// - Throws: `FileTrouble` (malformed) when it cannot be done safely.
    package mutating func move(_ id: CodeID, after other: CodeID?) throws {
        guard let from = layout.entries.firstIndex(where: { $0.id == id }) else { throw missing(id) }
        guard other != id else { return }
        var expected = codes.filter { $0.id != id }
        let place = other.flatMap { other in expected.firstIndex { $0.id == other } }.map { $0 + 1 } ?? 0
        guard let code = self[id], other == nil || place > 0 else { throw missing(other ?? id) }
        expected.insert(code, at: place)
        let to =
            other.flatMap { other in layout.entries.firstIndex { $0.id == other } }.map { $0 < from ? $0 + 1 : $0 } ?? 0
        try edit(of: id, expecting: expected) { $0.moveBlock(from: from, to: to) }
    }

    private mutating func edit(
        of id: CodeID,
        expecting expected: [Code],
        _ body: (inout CodebookText) throws -> Void
    ) throws {
        var text = self
        try body(&text)
        let read = try? Self.read(text.bytes, path: path, proposer: proposer)
        guard let read, Self.agree(read.codes, expected) else {
            throw FileTrouble(
                .malformed,
                "is laid out so that Gloss cannot change \(id) in it safely: change it by hand, or write each code as a block "
                    + "that begins “- id:”.",
                path: path,
                line: layout[id].map { $0.dash + 1 }
            )
        }
        text.layout = read.layout
        text.codes = read.codes
        self = text
    }

    /// Whether two lists of codes say the same; hashes of rules are made from what is said.
    private static func agree(_ codes: [Code], _ others: [Code]) -> Bool {
        func bare(_ code: Code) -> [String] { [code.id.description] + CodeField.allCases.map { code[$0] } }
        return codes.count == others.count
            && zip(codes, others).allSatisfy { one, other in
                zip(bare(one), bare(other)).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
            }
    }

    private func missing(_ id: CodeID) -> FileTrouble {
        FileTrouble(.malformed, "has no code \(id): look, then do it again.", path: path)
    }

    private static func read(
        _ bytes: [UInt8],
        path: String,
        proposer: CoderID?
    ) throws -> (layout: CodebookLayout, codes: [Code]) {
        let file = try CodebookReader.read(bytes, path: path, proposer: proposer)
        let layout = CodebookLayout(
            try CodebookReader.yaml(bytes, path: path),
            of: bytes,
            ids: Dictionary(file.codes.map { ($0.line, $0.code.id) }, uniquingKeysWith: { first, _ in first })
        )
        return (layout, file.codes.map(\.code))
    }
}

// MARK: - Blocks of lines

extension CodebookText {
    func isBlank(_ line: Int) -> Bool { lines[line].utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }

    private mutating func insert(_ code: Code, after other: CodeID?) throws {
        let entry = other.flatMap { layout[$0] }
        var new = Self.lines(of: code, indentation: entry?.dashColumn ?? 0, lineEnd: lineEnd)
        if let entry {
            // Where entries have a line between them, so has this one.
            if entry.dash > 0, isBlank(entry.dash - 1), layout.entries.count > 1 { new.insert(lineEnd, at: 0) }
            if entry.end == lines.count { endLastLine() }
            lines.insert(contentsOf: new, at: entry.end)
        } else if let list = layout.emptyList {
            if let open = lines[list].firstRange(of: "[") { lines[list].removeSubrange(open.lowerBound...) }
            while lines[list].utf8.last == 0x20 || lines[list].utf8.last == 0x0D { lines[list].removeLast() }
            lines[list] += lineEnd
            if list + 1 == lines.count { lines.append("") }
            lines.insert(contentsOf: new, at: list + 1)
        } else {
            endLastLine()
            lines.insert(contentsOf: ["codes:" + lineEnd] + new, at: lines.count - 1)
        }
    }

    /// A last line without LF gets one.
    private mutating func endLastLine() {
        guard lines.last != "" else { return }
        lines[lines.count - 1] += lineEnd
        lines.append("")
    }

    /// Entries change places with the comments right above them; what stands between entries stays where it is.
    private mutating func moveBlock(from: Int, to: Int) {
        let blocks = layout.entries.map { $0.blockStart(in: lines)..<$0.end }
        guard let first = blocks.first, let last = blocks.last else { return }
        if last.upperBound == lines.count { endLastLine() }
        var order = Array(blocks.indices)
        order.insert(order.remove(at: from), at: to)
        var moved: [String] = []
        for (slot, index) in order.enumerated() {
            if slot > 0 { moved += lines[blocks[slot - 1].upperBound..<blocks[slot].lowerBound] }
            moved += lines[blocks[index]]
        }
        lines.replaceSubrange(first.lowerBound..<last.upperBound, with: moved)
    }
}

// MARK: - New entries

extension CodebookText {
    /// The order of an entry's keys.
    private static let order = ["id"] + CodeField.allCases.map(\.rawValue)

    /// The lines of a new entry.
    ///
    /// - Parameter indentation: the column of its dash.
    private static func lines(of code: Code, indentation: Int, lineEnd: String) -> [String] {
        let margin = String(repeating: " ", count: indentation)
        let isProposal = code.id.proposer != nil
        var lines = [margin + "- id: \(code.id)" + lineEnd]
        for field in CodeField.allCases where !code[field].isEmpty {
            // Agreed goes without saying; proposals say what they are.
            if field == .status, code.status == .agreed, !isProposal { continue }
            lines += YAMLEntryWriter.key(
                field.rawValue,
                isList: field.isList,
                code[field],
                column: indentation + 2,
                lineEnd: lineEnd
            )
        }
        return lines
    }

    /// A whole codebook as one file.
    package static func bytes(of codebook: Codebook) -> [UInt8] {
        var all = ["title: \(YAMLText.scalar(codebook.title))", "codes:"]
        for code in codebook.codes { all += lines(of: code, indentation: 0, lineEnd: "") }
        return Array((all.joined(separator: "\n") + "\n").utf8)
    }
}
