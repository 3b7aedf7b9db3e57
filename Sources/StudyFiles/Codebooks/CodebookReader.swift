// One codebook file as codes. Knows the keys of an entry (FORMAT.md, "Codebooks"); nothing of the other files.

package import CodingCore

/// What one codebook file says.
package struct CodebookFile: Sendable {
    /// The path inside the study.
    package var path: String
    package var title: String
    /// The entries in file order, each with its line.
    package var codes: [(code: Code, line: Int)]
    /// Entries and values that could not be used.
    package var findings: [Finding]
}

/// Reads codebook files.
package enum CodebookReader {
    /// Reads one file.
    ///
    /// Keys that are not known are passed over. An entry that cannot be used is left out and found fault with; the others
    /// are read.
    /// - Parameters:
    ///   - path: the path inside the study, for findings and errors.
    ///   - proposer: the coder whose proposals the file holds: a slug `trust` there means `rs/trust`.
    /// - Throws: `FileTrouble` (malformed, tooLarge) when the file as a whole is no codebook.
    package static func read(_ bytes: [UInt8], path: String, proposer: CoderID? = nil) throws -> CodebookFile {
        let root = try yaml(bytes, path: path)
        guard let entries = root.entries else {
            throw FileTrouble(.malformed, "is no codebook: it begins with “title:” and “codes:”.", path: path, line: 1)
        }
        var file = CodebookFile(path: path, title: root["title"]?.words ?? "", codes: [], findings: [])
        guard let list = root["codes"] else {
            // Entries of any kind but no codes: a file of something else.
            if entries.isEmpty { return file }
            throw FileTrouble(.malformed, "has no “codes:”, so it is no codebook: add the key.", path: path, line: 1)
        }
        if list.words == "" { return file }
        guard let items = list.items else {
            let sentence = "has a “codes:” that is no list: begin each code with “- id:”."
            throw FileTrouble(.malformed, sentence, path: path, line: list.line)
        }
        for item in items {
            var entry = CodebookEntry(item, path: path, proposer: proposer)
            if let code = entry.code() { file.codes.append((code, item.line)) }
            file.findings += entry.findings
        }
        return file
    }
}

extension CodebookReader {
    /// The keys of an entry.
    private static let keys: Set<String> = [
        "id", "name", "mnemonic", "parent", "kind", "status", "origin", "colour", "brief", "definition", "include",
        "exclude", "example", "was",
    ]

    /// A key that nobody reads, and the one that it resembles.
    struct Misspelling: Equatable {
        let key: String
        let meant: String
        /// The line where it stands first, counted from 1.
        let line: Int
        var count = 1
    }

    /// The keys of entries that look like a slip of the hand, in file order. Keys of people's own are theirs to have.
    ///
    /// - Throws: `FileTrouble` when the file is no YAML.
    static func misspelledKeys(_ bytes: [UInt8], path: String) throws -> [Misspelling] {
        var found: [Misspelling] = []
        for entry in (try yaml(bytes, path: path)["codes"]?.items ?? []).flatMap({ $0.entries ?? [] })
        where !keys.contains(entry.key) {
            if let place = found.firstIndex(where: { $0.key == entry.key }) {
                found[place].count += 1
            } else if let meant = keys.sorted().first(where: { isSlip(entry.key, of: $0) }) {
                found.append(Misspelling(key: entry.key, meant: meant, line: entry.line))
            }
        }
        return found
    }

    /// A key that merely holds another one, such as `source-name`, is no slip.
    private static func isSlip(_ key: String, of known: String) -> Bool {
        abs(key.unicodeScalars.count - known.unicodeScalars.count) <= 2 && !namesNear(known, among: [key]).isEmpty
    }

    /// Reads the YAML; where that fails, `status: merged-into: x` is tried again with the quotes that YAML wants there.
    static func yaml(_ bytes: [UInt8], path: String) throws -> YAMLValue {
        do {
            return try StrictYAML.read(bytes, file: path)
        } catch {
            let spelt = withQuotedHeirs(bytes)
            if spelt == bytes { throw error }
            return try StrictYAML.read(spelt, file: path)
        }
    }

    private static func withQuotedHeirs(_ bytes: [UInt8]) -> [UInt8] {
        let begin = Array("status:".utf8)
        let heir = Array("merged-into:".utf8)
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 }
        var result: [UInt8] = []
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if !result.isEmpty || line.startIndex > 0 { result.append(UInt8(ascii: "\n")) }
            let key = line.drop(while: isBlank)
            let value = key.dropFirst(begin.count).drop(while: isBlank)
            let id = value.dropFirst(heir.count).drop(while: isBlank).prefix { !isBlank($0) && $0 != 0x0D }
            guard key.starts(with: begin), value.starts(with: heir), !id.isEmpty else {
                result += line
                continue
            }
            result += line[..<value.startIndex] + "\"merged-into: ".utf8 + id + "\"".utf8 + line[id.endIndex...]
        }
        return result
    }
}

/// One entry on its way to being a code.
private struct CodebookEntry {
    private let item: YAMLValue
    private let path: String
    private let proposer: CoderID?
    var findings: [Finding] = []

    init(_ item: YAMLValue, path: String, proposer: CoderID?) {
        self.item = item
        self.path = path
        self.proposer = proposer
    }

    /// The code, or nothing when the entry has no usable id.
    mutating func code() -> Code? {
        guard let written = item["id"]?.words, !written.isEmpty else {
            note(item, "has an entry without “id:”", "give the code an id such as block-contracts")
            return nil
        }
        guard let id = identifier(written) else {
            note(item["id"], "“\(written)” is no id of a code", "use small letters, digits and -")
            return nil
        }
        if let proposer, id.proposer != proposer {
            note(item["id"], "“\(written)” is not a proposal of \(proposer)", "move the entry to its own file")
            return nil
        }
        if proposer == nil, id.proposer != nil {
            note(item["id"], "“\(written)” is a proposal among agreed codes", "give the code an id without /")
            return nil
        }
        let name = words("name")
        var code = Code(
            id: id,
            name: name.isEmpty ? String(id.description.split(separator: "/").last ?? "") : name,
            mnemonic: mnemonic(),
            parent: codeID("parent"),
            kind: choice("kind", Code.Kind.code),
            status: status(),
            origin: words("origin"),
            colour: words("colour"),
            brief: words("brief"),
            definition: words("definition"),
            include: list("include"),
            exclude: list("exclude"),
            example: words("example"),
            was: list("was").compactMap(identifier)
        )
        code.rule = String(SHA256.hexadecimal(of: Array(code.ruleSource.utf8)).prefix(8))
        return code
    }

    private mutating func note(_ value: YAMLValue?, _ what: String, _ advice: String) {
        findings.append(.problem(path, line: value?.line ?? item.line, what, advice: advice))
    }

    /// The id as logs have it: a bare slug in a coder's own file is that coder's.
    private func identifier(_ written: String) -> CodeID? {
        if let proposer, !written.contains("/"), let id = CodeID("\(proposer)/\(written)") { return id }
        return CodeID(written)
    }

    /// The words of a key without blanks around them; empty when it is missing.
    private mutating func words(_ key: String) -> String {
        guard let value = item[key] else { return "" }
        if let words = value.words { return trimmedOfBlanks(words) }
        note(value, "has a list or a map as “\(key)”", "write words; quotes help where they have a colon in them")
        return ""
    }

    /// The items of a list; a single scalar counts as a list of one.
    private mutating func list(_ key: String) -> [String] {
        guard let value = item[key] else { return [] }
        if let words = value.words { return words.isEmpty ? [] : [trimmedOfBlanks(words)] }
        var list: [String] = []
        for item in value.items ?? [] {
            if let words = item.words {
                list.append(trimmedOfBlanks(words))
            } else {
                note(item, "has something other than words in “\(key)”", "put quotes round words with a colon in them")
            }
        }
        if value.items == nil { note(value, "has a map as “\(key)”", "write a list: one line “- words” for each") }
        return list
    }

    private mutating func codeID(_ key: String) -> CodeID? {
        let written = words(key)
        if written.isEmpty { return nil }
        // The parent of a proposal is an agreed code unless it names another proposal in full.
        if let id = CodeID(written) { return id }
        note(item[key], "“\(written)” as “\(key)” is no id of a code", "write the id of a code, not its name")
        return nil
    }

    private mutating func mnemonic() -> String {
        let written = words("mnemonic")
        let isUsable =
            (2...4).contains(written.utf8.count)
            && written.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
        if written.isEmpty || isUsable { return written }
        note(item["mnemonic"], "“\(written)” is no mnemonic", "use two or three letters a to z")
        return ""
    }

    private mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ usual: Choice) -> Choice
    where Choice.RawValue == String {
        let written = words(key)
        if written.isEmpty { return usual }
        if let choice = Choice(rawValue: written.lowercased()) { return choice }
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        note(item[key], "“\(written)” as “\(key)” is not known", "use one of \(known); it counts as \(usual.rawValue)")
        return usual
    }

    /// `agreed`, `merged-into: other-id` as one scalar, or the same as a map of one key.
    private mutating func status() -> Code.Status {
        let usual = proposer == nil ? Code.Status.agreed : .proposed
        guard let value = item["status"] else { return usual }
        if let written = value.words {
            let words = trimmedOfBlanks(written)
            if words.isEmpty { return usual }
            if let status = Code.Status(words: words) { return status }
        } else if let heir = value["merged-into"]?.words, let id = CodeID(trimmedOfBlanks(heir)) {
            return .mergedInto(id)
        }
        note(
            value,
            "has a “status” that is not known",
            "use proposed, agreed, retired or merged-into: other-id; it counts as agreed"
        )
        return usual
    }
}
