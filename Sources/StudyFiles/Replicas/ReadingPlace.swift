// Where a coder is in one document and how the window stood. Values only: offsets and ids, never words of a transcript.

package import CodingCore

/// A coder's place in a document; every offset is in Unicode scalars of the canonical text.
///
/// A text may have a new version by the time a place is used again: whoever takes it has to keep it inside the text.
package struct ReadingPlace: Hashable, Sendable {
    /// Whose codings are shown.
    package enum Layer: String, Hashable, Sendable, CaseIterable { case everyone, mine }

    /// How many marks one document has at most: the letters a to z and A to Z.
    package static let mostMarks = 52

    /// Where the cursor stands.
    package var cursor: Int
    /// The first scalar of the row at the top of the window.
    package var top: Int?
    /// What is selected; nothing outside SELECT.
    package var selection: TextSpan?
    /// The code that all others are dimmed for.
    package var spotlight: CodeID?
    package var layer: Layer
    /// The marks set with a letter: the scalar that each one names.
    package private(set) var marks: [Character: Int]

    /// Makes a place; negative offsets count as 0, and marks of other names than a letter are left out.
    package init(
        cursor: Int,
        top: Int? = nil,
        selection: TextSpan? = nil,
        spotlight: CodeID? = nil,
        layer: Layer = .everyone,
        marks: [Character: Int] = [:]
    ) {
        self.cursor = max(0, cursor)
        self.top = top.map { max(0, $0) }
        self.selection = selection
        self.spotlight = spotlight
        self.layer = layer
        self.marks = marks.filter { Self.isMark($0.key) && $0.value >= 0 }
    }

    /// Whether a mark can have that name: one of a–z and A–Z.
    package static func isMark(_ name: Character) -> Bool { name.isASCII && name.isLetter }

    /// Sets a mark, or moves the one of that name; nothing happens for a name that no mark can have.
    package mutating func mark(_ name: Character, at offset: Int) {
        if Self.isMark(name) { marks[name] = max(0, offset) }
    }

    /// Takes a mark away.
    package mutating func unmark(_ name: Character) { marks[name] = nil }
}

// MARK: As JSON

extension ReadingPlace {
    /// The place as the state file says it; keys that say the usual are left out.
    var json: [JSONText.Member] {
        var members: [JSONText.Member] = [.init("at", .integer(cursor))]
        if let top { members.append(.init("top", .integer(top))) }
        if let selection {
            members.append(.init("selection", [.integer(selection.start), .integer(selection.end)]))
        }
        if let spotlight { members.append(.init("spotlight", .string(spotlight.description))) }
        if layer != .everyone { members.append(.init("layer", .string(layer.rawValue))) }
        if !marks.isEmpty {
            let marks = marks.sorted { $0.key < $1.key }.map { JSONText.Member(String($0.key), .integer($0.value)) }
            members.append(.init("marks", .object(marks)))
        }
        return members
    }

    /// The keys of `json`; others are those of a newer Gloss.
    static let keys: Set<String> = ["at", "top", "selection", "spotlight", "layer", "marks"]

    /// Reads a place, each part that makes no sense being as if it were not there; nothing without a cursor.
    ///
    /// A bare number is a place as Gloss wrote it before there was more to keep.
    init?(_ json: JSONText) {
        guard let cursor = (json["at"] ?? json).integer, cursor >= 0 else { return nil }
        let ends = (json["selection"]?.array ?? []).compactMap(\.integer)
        var marks: [Character: Int] = [:]
        if case .object(let members) = json["marks"] {
            for member in members.prefix(Self.mostMarks) where member.name.count == 1 {
                if let name = member.name.first, let offset = member.value.integer { marks[name] = offset }
            }
        }
        self.init(
            cursor: cursor,
            top: json["top"]?.integer,
            selection: ends.count == 2 ? TextSpan(checking: ends[0], ends[1]) : nil,
            spotlight: json["spotlight"]?.string.flatMap { CodeID($0) },
            layer: json["layer"]?.string.flatMap { Layer(rawValue: $0) } ?? .everyone,
            marks: marks
        )
    }
}
