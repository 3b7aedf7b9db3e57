// Themes and memos as the text of their files for an editor, and what came back. Writes nothing.

package import CodingCore

extension StudyFolder {
    /// The file of a theme as text, with a line for each key of the head.
    ///
    /// - Throws: `FileTrouble` when it cannot be read.
    package func text(ofTheme id: ThemeID) throws -> String {
        let path = ThemeFile.path(id)
        let text = try HeadedText(try Disk.read(self.path(path)), path: path, ThemeFile.layout)
        return text.completed
    }

    /// The fields that an edited text of a theme says otherwise than its file.
    ///
    /// - Throws: `FileTrouble` (malformed) with the line when the head cannot be read, or a value is no value of its field.
    package func fields(ofTheme id: ThemeID, in form: String) throws -> [(field: ThemeField, words: String)] {
        let path = ThemeFile.path(id)
        let before = try HeadedText(try Disk.read(self.path(path)), path: path, ThemeFile.layout)
        let after = try HeadedText(Array(form.headed.utf8), path: "the form", ThemeFile.layout)
        return try ThemeField.allCases.compactMap { field in
            let words = after[field.rawValue]
            let was = before[field.rawValue]
            var probe = Theme(id: id, name: "")
            if let odd = probe.set(field, to: words).first {
                throw FileTrouble(
                    .malformed,
                    "cannot have “\(odd)” as \(field.rawValue).",
                    path: "the form",
                    line: after.places[field.rawValue]
                )
            }
            if field == .name, words.isEmpty { throw FileTrouble(.malformed, "needs a name.", path: "the form") }
            return words.utf8.elementsEqual(was.utf8) ? nil : (field, words)
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
