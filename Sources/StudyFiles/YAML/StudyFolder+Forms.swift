// Themes and memos as the text of their files for an editor, and what came back. Writes nothing.

package import CodingCore

extension StudyFolder {
    /// The file of a theme as text, with a line for each key of the head.
    ///
    /// - Throws: `FileTrouble` when it cannot be read.
    package func text(ofTheme id: ThemeID) throws -> String {
        let path = ThemeFile.path(id)
        let text = try HeadedText(try Disk.read(self.path(path)), path: path, ThemeFile.layout)
        return Self.themeHelp + text.completed
    }

    /// The fields that an edited text of a theme says otherwise than its file. Codes and themes may be named as people name them.
    ///
    /// - Throws: `FileTrouble` (malformed) with the line when the head cannot be read, a value is no value of its field, or the
    ///   study has no such code or theme.
    package func fields(
        ofTheme id: ThemeID,
        in form: String,
        of study: Study
    ) throws -> [(field: ThemeField, words: String)] {
        let path = ThemeFile.path(id)
        let before = try HeadedText(try Disk.read(self.path(path)), path: path, ThemeFile.layout)
        let after = try HeadedText(Array(form.headed.utf8), path: "the form", ThemeFile.layout)
        return try ThemeField.allCases.compactMap { field in
            func refusal(_ sentence: String) -> FileTrouble {
                FileTrouble(.malformed, sentence, path: "the form", line: after.places[field.rawValue])
            }
            let was = before[field.rawValue]
            let written = after[field.rawValue]
            let words =
                written.utf8.elementsEqual(was.utf8) ? written : try Self.resolved(written, field, in: study, refusal)
            var probe = Theme(id: id, name: "")
            if let odd = probe.set(field, to: words).first {
                throw refusal("cannot have “\(odd)” as \(field.rawValue)\(Self.example(field)).")
            }
            if field == .name, words.isEmpty { throw refusal("needs a name.") }
            if field == .name,
                study.themes.contains(where: { $0.id != id && $0.name.lowercased() == words.lowercased() })
            {
                throw refusal("cannot have the name of another theme.")
            }
            return words.utf8.elementsEqual(was.utf8) ? nil : (field, words)
        }
    }

    private static let themeHelp = """
        # A theme is a claim; its concept is one sentence. Items of a list stand on lines of their own, after “- ”:
        # codes by id, tag or name; relations as “t-other-theme: feeds”, or with the other theme's name.
        # Key extracts come easiest with T on the extracts. The story stands below the second ---.

        """

    /// Codes by their ids, and relations to themes by theirs.
    private static func resolved(
        _ words: String,
        _ field: ThemeField,
        in study: Study,
        _ refusal: (String) -> FileTrouble
    ) throws -> String {
        let items = words.split(separator: "\n").map(String.init)
        switch field {
        case .codes:
            return try items.map { item in
                guard let code = study.codebook.find(item) else {
                    throw refusal("names the code “\(item)”, which there is not.")
                }
                return code.id.description
            }
            .joined(separator: "\n")
        case .relations:
            return try items.map { item in
                let named = study.themes.filter { theme in
                    let name = theme.name.lowercased()
                    return item.lowercased() == name || item.lowercased().hasPrefix(name + ":")
                }
                // The longest name is meant where one begins with another.
                if let theme = named.max(by: { $0.name.count < $1.name.count }) {
                    return theme.id.description + item.dropFirst(theme.name.count)
                }
                guard let relation = ThemeRelation(item), !study.themes.contains(where: { $0.id == relation.to }) else {
                    return item
                }
                throw refusal("names the theme \(relation.to), which there is not.")
            }
            .joined(separator: "\n")
        default: return words
        }
    }

    /// How a field is written, behind a sentence that refuses one.
    private static func example(_ field: ThemeField) -> String {
        switch field {
        case .relations: ": write “- t-other-theme: feeds”, or the other theme's name for its id"
        case .extracts, .contrary: ": write the id of a coding; T on the extracts ties them for you"
        case .status: ": write draft, settled or set-aside"
        default: ""
        }
    }

    /// The file of a memo as text.
    ///
    /// - Throws: `FileTrouble` when it cannot be read.
    package func text(ofMemo id: MemoID) throws -> String {
        let path = MemoFile.path(id)
        return try HeadedText(try Disk.read(self.path(path)), path: path, MemoFile.layout)
            .completed
    }

    /// The fields that an edited text of a memo says otherwise than its file.
    ///
    /// - Throws: `FileTrouble` (malformed) with the line when the head cannot be read, or a value is no value of its field.
    package func fields(ofMemo id: MemoID, in form: String) throws -> [(field: MemoField, words: String)] {
        let path = MemoFile.path(id)
        let before = try HeadedText(try Disk.read(self.path(path)), path: path, MemoFile.layout)
        let (memo, odd) = try MemoFile.read(Array(form.headed.utf8), id: id, path: "the form")
        if let first = odd.first {
            throw FileTrouble(.malformed, first.what + ": " + first.advice + ".", path: "the form", line: first.line)
        }
        let after = try HeadedText(Array(form.headed.utf8), path: "the form", MemoFile.layout)
        if memo.text.isEmpty { throw FileTrouble(.malformed, "needs words below the head.", path: "the form") }
        return [MemoField.kind, .links, .text].compactMap { field in
            let words = after[field.rawValue]
            let was = before[field.rawValue]
            return words.utf8.elementsEqual(was.utf8) ? nil : (field, words)
        }
    }
}

extension String {
    /// The text from its head on: what a person, or Gloss, put before it as a comment is left out.
    fileprivate var headed: String {
        let lines = split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { $0.hasPrefix("#") || $0.isEmpty }.joined(separator: "\n")
    }
}
