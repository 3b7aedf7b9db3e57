// YAML as Gloss takes it: maps, lists and words, nothing that expands or turns into something else. Knows Yams; nothing
// of codebooks or settings.

import Yams

/// A value read from YAML, with its place in the file. Every scalar is words: `no` stays `no`, `012` stays `012`.
package struct YAMLValue: Sendable {
    /// What a value is.
    package enum Content: Sendable {
        case words(String)
        case list([YAMLValue])
        case map([Entry])
    }

    /// One key of a map with its value.
    package struct Entry: Sendable {
        package var key: String
        package var value: YAMLValue
        /// The line of the key, counted from 1.
        package var line: Int
    }

    package var content: Content
    /// Counted from 1.
    package var line: Int

    /// The words of a scalar; nothing for lists and maps.
    package var words: String? {
        if case .words(let words) = content { words } else { nil }
    }

    /// The items of a list; nothing for scalars and maps.
    package var items: [YAMLValue]? {
        if case .list(let items) = content { items } else { nil }
    }

    /// The entries of a map in file order; nothing for scalars and lists.
    package var entries: [Entry]? {
        if case .map(let entries) = content { entries } else { nil }
    }

    /// The value of a key; nothing when this is no map or has no such key.
    package subscript(key: String) -> YAMLValue? {
        entries?.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }
}

/// Reads YAML without aliases, anchors, merge keys, tags or doubled keys.
package enum StrictYAML {
    /// The most bytes taken: 4 MiB.
    package static let limit = 4 << 20

    /// Reads the one document of a file.
    ///
    /// - Parameter file: the path to name in errors.
    /// - Returns: the value; an empty map when the file has nothing but comments.
    /// - Throws: `FileTrouble` (malformed, tooLarge) with the line.
    package static func read(_ bytes: [UInt8], file: String) throws -> YAMLValue {
        guard bytes.count <= limit else {
            throw FileTrouble(
                .tooLarge,
                "is larger than \(limit >> 20) MiB: check that it is the file you mean.",
                path: file
            )
        }
        // Some editors begin a file with a byte order mark; it is no part of the first key.
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw FileTrouble(.malformed, "is not UTF-8: save it again as UTF-8.", path: file)
        }
        do {
            if bytes.contains(UInt8(ascii: "*")) { _ = try parser(of: withUnknownAliases(bytes)).singleRoot() }
            let parser = try parser(of: text)
            // The nodes hold their anchors weakly: the parser has to outlive the walk over them.
            return try withExtendedLifetime(parser) {
                guard let root = try parser.singleRoot() else { return YAMLValue(content: .map([]), line: 1) }
                return try value(of: root, file: file)
            }
        } catch let error as YamlError {
            throw trouble(error, file: file)
        }
    }

    /// Every scalar words: a resolver without rules turns nothing into numbers, dates or booleans.
    private static func parser(of text: String) throws -> Parser {
        try Parser(yaml: text, resolver: .basic, encoding: .utf8)
    }

    /// The text with every alias renamed to a name that has no anchor.
    ///
    /// Composing expands aliases, and a few hundred bytes of them take minutes. Whether a `*` is an alias or part of
    /// somebody's words only a YAML scanner can say, so this lets the scanner say it: letters after the star turn no
    /// words into an alias, and an alias without an anchor is refused before anything is expanded.
    private static func withUnknownAliases(_ bytes: [UInt8]) -> String {
        let name = "x" + String(UInt64.random(in: 0 ... .max), radix: 36)
        var renamed: [UInt8] = []
        renamed.reserveCapacity(bytes.count + 64)
        for byte in bytes {
            renamed.append(byte)
            if byte == UInt8(ascii: "*") { renamed += name.utf8 }
        }
        return String(decoding: renamed, as: UTF8.self)
    }

    private static func value(of node: Node, file: String) throws -> YAMLValue {
        let line = node.mark?.line ?? 1
        func refusal(_ what: String, _ advice: String, of node: Node = node) -> FileTrouble {
            let column = node.mark.map { " in column \($0.column)" } ?? ""
            return FileTrouble(.malformed, "has \(what)\(column): \(advice).", path: file, line: node.mark?.line ?? 1)
        }
        guard node.anchor == nil else {
            throw refusal("an anchor (&)", "write the words out, or put them in quotes")
        }
        switch node {
        case .scalar(let scalar):
            guard usualTags.contains(scalar.tag.description) else {
                throw refusal("a tag (!)", "put the words in quotes")
            }
            return YAMLValue(content: .words(scalar.string), line: line)
        case .sequence(let sequence):
            return YAMLValue(content: .list(try sequence.map { try value(of: $0, file: file) }), line: line)
        case .mapping(let mapping):
            let entries = try mapping.map { key, node in
                let name = try value(of: key, file: file)
                guard let words = name.words else { throw refusal("a key that is no word", "write a word", of: key) }
                guard words != "<<" else { throw refusal("a merge key (<<)", "write the entries out", of: key) }
                return YAMLValue.Entry(key: words, value: try value(of: node, file: file), line: name.line)
            }
            return YAMLValue(content: .map(entries), line: line)
        case .alias:
            throw refusal("an alias (*)", "write the words out, or put them in quotes")
        }
    }

    private static let usualTags: Set<String> = ["", "!", Tag.Name.str.rawValue]

    private static func trouble(_ error: YamlError, file: String) -> FileTrouble {
        func malformed(_ what: String, _ mark: Mark?, _ advice: String) -> FileTrouble {
            let column = mark.map { " in column \($0.column)" } ?? ""
            return FileTrouble(.malformed, "\(what)\(column): \(advice).", path: file, line: mark?.line)
        }
        switch error {
        case .composer(_, _, let mark, _):
            // Columns are those of the text with renamed aliases, and of no use; lines are the same.
            var trouble = malformed("has an alias (*), or a second document", nil, aliasAdvice)
            trouble.line = mark.line
            return trouble
        case .scanner(let context?, _, _, _) where context.text.contains("alias"):
            var trouble = malformed("has a word that begins with *", nil, aliasAdvice)
            trouble.line = context.mark.line
            return trouble
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            return malformed("is no YAML (\(problem))", mark, "check the indentation, colons and quotes there")
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { "“\($0)”" }.joined(separator: ", ")
            return malformed("has \(names) twice in one entry,", context.mark, "remove one of them")
        case .reader(let problem, let offset, _, let yaml):
            var trouble = malformed("is no YAML (\(problem))", nil, "remove the character")
            trouble.line = offset.map { 1 + yaml.prefix($0).utf8.count { $0 == UInt8(ascii: "\n") } }
            return trouble
        default:
            return malformed("is no YAML", nil, "check the file")
        }
    }

    private static let aliasAdvice = "write the words out; words that begin with * need quotes round them"
}
