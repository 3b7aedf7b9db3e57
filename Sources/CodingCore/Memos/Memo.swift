// A dated note with a kind and links. Values only.

/// The permanent name of a memo: the name of its file without ending, such as `2026-11-22-rs-contract-not-person`.
package struct MemoID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let description: String

    /// Takes letters of any script, digits, `.`, `_` and `-`, not beginning with `.` or `-`; nothing for other text.
    package init?(_ text: some StringProtocol) {
        guard let first = text.unicodeScalars.first, first != ".", first != "-", text.utf8.count <= 200,
            text.unicodeScalars.allSatisfy({ isWordScalar($0) || [".", "_", "-"].contains($0) })
        else { return nil }
        description = String(text)
    }

    package static func < (a: MemoID, b: MemoID) -> Bool { naturallyPrecedes(a.description, b.description) }
}

/// Something that a memo is about.
package enum MemoLink: Hashable, Sendable {
    case code(CodeID)
    case theme(ThemeID)
    case document(DocumentID)
    /// A coding, with its locator when it was linked.
    case passage(Identifier, note: String)
    case memo(MemoID)

    /// Reads `code:block-contracts`, `theme:t-x`, `document:B/B07`, `passage:ID B07:214`, `memo:ID`; nothing for others.
    package init?(_ words: some StringProtocol) {
        let parts = words.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        let value = String(parts[1].drop { $0 == " " })
        switch parts[0] {
        case "code": guard let id = CodeID(value) else { return nil }; self = .code(id)
        case "theme": guard let id = ThemeID(value) else { return nil }; self = .theme(id)
        case "document": guard let id = DocumentID(value) else { return nil }; self = .document(id)
        case "memo": guard let id = MemoID(value) else { return nil }; self = .memo(id)
        case "passage":
            guard let extract = ThemeExtract(value) else { return nil }
            self = .passage(extract.coding, note: extract.note)
        default: return nil
        }
    }

    /// As files have it.
    package var words: String {
        switch self {
        case .code(let id): "code:\(id)"
        case .theme(let id): "theme:\(id)"
        case .document(let id): "document:\(id)"
        case .passage(let id, let note): "passage:\(id)" + (note.isEmpty ? "" : " \(note)")
        case .memo(let id): "memo:\(id)"
        }
    }

    /// Whether both are about the same, whatever the locators say.
    package func isAbout(_ other: MemoLink) -> Bool {
        if case .passage(let a, _) = self, case .passage(let b, _) = other { return a == b }
        return self == other
    }
}

/// A memo.
package struct Memo: Hashable, Sendable, Identifiable {
    package enum Kind: String, Sendable, CaseIterable { case reflexive, analytic, method, question, decision }

    package var id: MemoID
    package var kind: Kind
    package var coder: CoderID?
    package var made: Moment?
    package var links: [MemoLink] = []
    /// In Markdown.
    package var text: String

    package init(id: MemoID, kind: Kind, coder: CoderID?, made: Moment?, links: [MemoLink] = [], text: String) {
        (self.id, self.kind, self.coder, self.made, self.links, self.text) = (id, kind, coder, made, links, text)
    }

    /// The first heading, else the first line with words; cut at 80 characters.
    package var title: String { Self.title(of: text) }

    /// The title that words give a memo.
    package static func title(of text: String) -> String {
        let line = text.split(separator: "\n").first { $0.contains { !$0.isWhitespace && $0 != "#" } } ?? ""
        let words = line.drop { $0 == "#" || $0 == " " }
        return words.count > 80 ? words.prefix(79) + "…" : String(words)
    }
}

/// A field of a memo; the raw value is its key in files and in the journal.
package enum MemoField: String, Hashable, Sendable, CaseIterable {
    case kind, coder, made, links, text
}

extension Memo {
    /// A field in words; links one a line.
    package subscript(field: MemoField) -> String {
        switch field {
        case .kind: kind.rawValue
        case .coder: coder?.description ?? ""
        case .made: made?.description ?? ""
        case .links: links.map(\.words).joined(separator: "\n")
        case .text: text
        }
    }

    /// Writes a field given in words; a kind that cannot be used counts as analytic.
    ///
    /// - Returns: what is no value of the field, and was left out.
    @discardableResult
    package mutating func set(_ field: MemoField, to words: String) -> [String] {
        switch field {
        case .kind:
            let known = Kind(rawValue: words)
            kind = known ?? .analytic
            return known == nil && !words.isEmpty ? [words] : []
        case .coder:
            coder = CoderID(words)
            return coder == nil && !words.isEmpty ? [words] : []
        case .made:
            made = Moment(words)
            return made == nil && !words.isEmpty ? [words] : []
        case .links:
            let items = words.split(separator: "\n").map(String.init)
            links = items.compactMap { MemoLink($0) }
            return items.filter { MemoLink($0) == nil }
        case .text:
            text = words
            return []
        }
    }
}

extension Sequence where Element == Memo {
    /// The memos that name something, in their order.
    package func about(_ link: MemoLink) -> [Memo] { filter { $0.links.contains { $0.isAbout(link) } } }
}
