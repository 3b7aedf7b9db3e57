// An interpretive claim built from codes and extracts (Braun and Clarke: a theme has a central organising concept, and is no
// big code). Values only.

/// The permanent name of a theme: `t-` and a slug.
package struct ThemeID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let description: String

    /// Takes `t-` and `a`–`z`, `0`–`9` and `-`; nothing for other text.
    package init?(_ text: some StringProtocol) {
        guard text.hasPrefix("t-"), text.utf8.count > 2, text.utf8.count <= 64,
            text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
            )
        else { return nil }
        description = String(text)
    }

    package static func < (a: ThemeID, b: ThemeID) -> Bool { a.description < b.description }
}

/// A passage that a theme rests on, or that speaks against it.
package struct ThemeExtract: Hashable, Sendable {
    /// The coding.
    package let coding: Identifier
    /// The locator as it was when the extract was chosen, for people; may be empty.
    package let note: String

    /// Reads `ID locator`; nothing where no id begins the words.
    package init?(_ words: some StringProtocol) {
        let parts = words.split(separator: " ", maxSplits: 1)
        guard let first = parts.first, let coding = Identifier(first) else { return nil }
        self.coding = coding
        note = parts.count > 1 ? String(parts[1]) : ""
    }

    package init(_ coding: Identifier, note: String = "") { (self.coding, self.note) = (coding, note) }

    /// As files have it.
    package var words: String { note.isEmpty ? coding.description : "\(coding) \(note)" }
}

/// How one theme bears on another; circles are legal.
package struct ThemeRelation: Hashable, Sendable {
    package let to: ThemeID
    /// Such as `feeds`, `is sheltered by`; may be empty.
    package let how: String

    /// Reads `t-other: how`; nothing where no theme's id begins the words.
    package init?(_ words: some StringProtocol) {
        let parts = words.split(separator: ":", maxSplits: 1)
        guard let first = parts.first, let to = ThemeID(first) else { return nil }
        self.init(to: to, how: parts.count > 1 ? String(parts[1].drop { $0 == " " }) : "")
    }

    package init(to: ThemeID, how: String) { (self.to, self.how) = (to, how) }

    /// As files have it.
    package var words: String { how.isEmpty ? to.description : "\(to): \(how)" }
}

/// A theme.
package struct Theme: Hashable, Sendable, Identifiable {
    package enum Status: String, Sendable, CaseIterable {
        /// Being worked on.
        case draft
        /// Stands as it is.
        case settled
        /// Not claimed any more; kept.
        case aside = "set-aside"
    }

    package var id: ThemeID
    /// A claim, not a topic.
    package var name: String
    /// The central organising concept, in one sentence.
    package var concept = ""
    package var status = Status.draft
    /// The question of the study that it answers.
    package var question = ""
    package var codes: [CodeID] = []
    package var extracts: [ThemeExtract] = []
    /// Passages that speak against it.
    package var contrary: [ThemeExtract] = []
    /// What it is not about.
    package var boundaries: [String] = []
    package var relations: [ThemeRelation] = []
    /// What it says, in Markdown.
    package var story = ""

    package init(id: ThemeID, name: String) { (self.id, self.name) = (id, name) }
}

/// A field of a theme; the raw value is its key in files and in the journal.
package enum ThemeField: String, Hashable, Sendable, CaseIterable {
    case name, concept, status, question, codes, extracts, contrary
    case boundaries = "not"
    case relations, story

    /// Whether the value is a list: in words, an item a line.
    package var isList: Bool { [.codes, .extracts, .contrary, .boundaries, .relations].contains(self) }
}

extension Theme {
    /// A field in words; a list an item a line.
    package subscript(field: ThemeField) -> String {
        switch field {
        case .name: name
        case .concept: concept
        case .status: status == .draft ? "" : status.rawValue
        case .question: question
        case .codes: codes.map(\.description).joined(separator: "\n")
        case .extracts: extracts.map(\.words).joined(separator: "\n")
        case .contrary: contrary.map(\.words).joined(separator: "\n")
        case .boundaries: boundaries.joined(separator: "\n")
        case .relations: relations.map(\.words).joined(separator: "\n")
        case .story: story
        }
    }

    /// Writes a field given in words.
    ///
    /// - Returns: the items that are no value of the field, and were left out.
    @discardableResult
    package mutating func set(_ field: ThemeField, to words: String) -> [String] {
        let items = words.split(separator: "\n").map(String.init)
        func kept<Value>(_ read: (String) -> Value?) -> (values: [Value], odd: [String]) {
            (items.compactMap(read), items.filter { read($0) == nil })
        }
        switch field {
        case .name: name = words
        case .concept: concept = words
        case .status:
            guard let status = words.isEmpty ? .draft : Status(rawValue: words) else { return [words] }
            self.status = status
        case .question: question = words
        case .codes:
            let read = kept { CodeID($0) }
            codes = read.values
            return read.odd
        case .extracts:
            let read = kept { ThemeExtract($0) }
            extracts = read.values
            return read.odd
        case .contrary:
            let read = kept { ThemeExtract($0) }
            contrary = read.values
            return read.odd
        case .boundaries: boundaries = items
        case .relations:
            let read = kept { ThemeRelation($0) }
            relations = read.values
            return read.odd
        case .story: story = words
        }
        return []
    }
}
